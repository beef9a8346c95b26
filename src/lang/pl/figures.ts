import { numberInWords, plural } from '../numbers.ts';

const cities = (n: number): string => `${numberInWords(n, 'pl')} ${plural(n, 'pl', { one: 'miasto', few: 'miasta', many: 'miast', other: 'miasta' })}`;
const ofCities = (n: number): string => `${numberInWords(n, 'pl')} ${n === 1 ? 'miasta' : 'miast'}`;
const km = (n: number): string => `${numberInWords(n, 'pl')} km`;
const lie = (n: number): string => plural(n, 'pl', { one: 'leży', few: 'leżą', many: 'leży', other: 'leży' });
const complete = (n: number): string => plural(n, 'pl', { one: 'jest pełna', few: 'są pełne', many: 'jest pełnych', other: 'jest pełnych' });
const nearComplete = (n: number): string => plural(n, 'pl', { one: 'prawie pełna', few: 'prawie pełne', many: 'prawie pełnych', other: 'prawie pełnych' });
const partial = (n: number): string => plural(n, 'pl', { one: 'niepełna', few: 'niepełne', many: 'niepełnych', other: 'niepełnych' });

/** Figures about places: the city in the world, who sits with us, fellow cities of one organisation. */
export const figures = {
  frame: { table: 'Dane w tabeli', csv: 'Dane w CSV', key: 'Legenda' },
  km,

  world: {
    title: (city: string) => `Siedziby organizacji, do których należy ${city}`,
    noSeats: 'Żadnej siedziby nie udało się ustalić',
    oneSeat: (place: string, far: number, cityOf: string) => `Jedyna znana siedziba to ${place}, ${km(far)} od ${cityOf}`,
    seats: (within: number, all: number, ring: number, cityOf: string, farthest: string, far: number) =>
      `Z ${numberInWords(all, 'pl')} znanych siedzib ${numberInWords(within, 'pl')} ${lie(within)} nie dalej niż ${km(ring)} od ${cityOf}, a najdalej ${farthest} (${km(far)})`,
    dots: (shown: number, all: number, rim: number) =>
      shown === all
        ? `; kropki oznaczają ${cities(all)} z tych samych sieci`
        : `; kropki oznaczają ${numberInWords(shown, 'pl')} z ${ofCities(all)} z tych samych sieci, pozostałe leżą dalej niż ${km(rim)}`,
    dotsFrequent: (shown: number) => `; kropki oznaczają ${cities(shown)} z co najmniej dwiema wspólnymi sieciami`,
    noDots: '; miast z tych samych sieci nie znamy',
    reading: (cityFrom: string) => `Kierunki z ${cityFrom} są prawdziwe, a każda linia to najkrótsza droga. Odległość ku brzegowi jest ścieśniona; wskazują ją pierścienie.`,
    beyond: (shown: number, all: number) => `Na mapie widać ${numberInWords(shown, 'pl')} z ${ofCities(all)}; pozostałe leżą poza jej kręgiem.`,
    mostShown: (shown: number, all: number) => `Na mapie widać ${numberInWords(shown, 'pl')} z ${ofCities(all)}: te, z którymi wspólnych sieci jest najwięcej.`,
    smallMap: (shown: number) => `Na małym ekranie mapa pokazuje tylko ${cities(shown)} z co najmniej dwiema wspólnymi sieciami.`,
    unplaced: (n: number) =>
      `${numberInWords(n, 'pl')} ${plural(n, 'pl', { one: 'wpis z list nie ma ustalonego miejsca i nie jest tu liczony', few: 'wpisy z list nie mają ustalonego miejsca i nie są tu liczone', many: 'wpisów z list nie ma ustalonego miejsca i nie jest tu liczonych', other: 'wpisu z list nie ma ustalonego miejsca' })}.`,
    keySeat: 'siedziba potwierdzona źródłem',
    keyOpen: 'siedziba niepotwierdzona',
    keyDots: 'miasta: 1, 2, 3, 4 i więcej wspólnych sieci',
    list: 'Siedziby, od najbliższej',
    unconfirmed: 'niepotwierdzone:',
    also: 'Źródła nie są zgodne co do siedziby:',
    alsoOther: (organisation: string, places: string) => `${organisation} (także ${places})`,
    cityUnknown: 'Miasto siedziby nieznane:',
    seatUnknown: 'Siedziba nieznana:',
    more: (n: number) =>
      `${n === 1 ? 'Dalej leży' : `Dalej ${lie(n)}`} jeszcze ${numberInWords(n, 'pl')} ${plural(n, 'pl', { one: 'siedziba', few: 'siedziby', many: 'siedzib', other: 'siedziby' })}.`,
    table: {
      seats: 'Siedziby',
      number: 'Nr',
      seat: 'Siedziba',
      country: 'Kraj',
      distance: 'Odległość',
      organisations: 'Organizacje',
      source: 'Źródło',
      confirmed: 'jest',
      open: 'brak',
      some: 'dla części',
      groups: 'Miasta z tych samych sieci',
      shared: 'Wspólne sieci',
      cities: 'Miasta',
      nearest: 'Najbliższe z nich',
    },
  },

  coverage: {
    lists: (listed: number, all: number, counts: { complete: number; nearComplete: number; partial: number }) => {
      if (listed === 0) return 'Nie znamy list członków tych organizacji.';
      const head = `Listy członków znamy dla ${numberInWords(listed, 'pl')} z ${numberInWords(all, 'pl')} organizacji: `;
      const parts = [
        counts.complete === 0 ? 'żadna nie jest pełna' : `${numberInWords(counts.complete, 'pl')} ${complete(counts.complete)}`,
        ...(counts.nearComplete === 0 ? [] : [`${numberInWords(counts.nearComplete, 'pl')} ${nearComplete(counts.nearComplete)}`]),
        ...(counts.partial === 0 ? [] : [`${numberInWords(counts.partial, 'pl')} ${partial(counts.partial)}`]),
      ];
      const full = counts.complete === all;
      return `${head}${parts.join(', ')}.${full ? '' : ' Wspólnych miast i sieci może być więcej.'}`;
    },
    short: { complete: 'pełna', 'near-complete': 'prawie pełna', partial: 'niepełna' },
    none: 'listy nie znamy',
    heading: 'Jak pełne są listy?',
  },

  table: {
    caption: 'Miasta i wspólne sieci',
    city: 'Miasto',
    total: 'Razem',
    mark: 'należy',
    notListed: 'nie ma na liście',
    notKnown: 'nie ma na znanej części listy',
    finding: (place: string, shared: number, lists: number) =>
      `Najwięcej sieci łączy z nami miasto ${place}: ${numberInWords(shared, 'pl')} z ${numberInWords(lists, 'pl')}, których listy znamy.`,
    top: (shown: number, all: number) =>
      `${cities(shown)} o największej liczbie wspólnych sieci, z ${numberInWords(all, 'pl')} znalezionych. Przy równej liczbie pierwsze jest bliższe.`,
    all: (shown: number) => `${cities(shown)}, od największej liczby wspólnych sieci. Przy równej liczbie pierwsze jest bliższe.`,
    tied: (n: number, shared: number) =>
      `Po ${numberInWords(shared, 'pl')} ${plural(shared, 'pl', { one: 'wspólnej sieci', few: 'wspólne sieci', many: 'wspólnych sieci', other: 'wspólnej sieci' })} ${plural(n, 'pl', { one: 'ma', few: 'mają', many: 'ma', other: 'ma' })} jeszcze ${numberInWords(n, 'pl')} ${plural(n, 'pl', { one: 'miasto, którego', few: 'miasta, których', many: 'miast, których', other: 'miasta, których' })} tu nie widać.`,
    without: 'Żadnego z tych miast nie ma na listach:',
    nobody: 'Nie znamy jeszcze miast z tych samych sieci: rejestr nie ma list członków.',
  },

  fellow: {
    mapTitle: (organisation: string, city: string) => `${organisation}: znane miasta członkowskie na mapie, której środkiem jest ${city}`,
    finding: (all: number, countries: number, within: number, ring: number, cityOf: string) =>
      `${numberInWords(within, 'pl')} z ${ofCities(all)} ${lie(within)} nie dalej niż ${km(ring)} od ${cityOf}; miasta są z ${numberInWords(countries, 'pl')} ${countries === 1 ? 'kraju' : 'krajów'}.`,
    caption: (shown: number, all: number, city: string) =>
      shown === all
        ? `Kropki: ${cities(all)} z tej listy, tym większe, im więcej innych sieci dzieli z nami miasto. Środek mapy: ${city}.`
        : `Kropki: ${numberInWords(shown, 'pl')} z ${ofCities(all)} z tej listy, tym większe, im więcej innych sieci dzieli z nami miasto; pozostałe leżą poza kręgiem. Środek mapy: ${city}.`,
    seat: (place: string) => `Linia prowadzi do siedziby: ${place}.`,
    seatOpen: (place: string) => `Linia przerywana prowadzi do siedziby, której źródło nie potwierdza: ${place}.`,
    keyDots: 'inne wspólne sieci: brak, jedna, dwie lub więcej',
    sharing: 'Także w innych sieciach z nami (ile)',
    sharingMore: (n: number) => `i jeszcze ${cities(n)}`,
    group: (country: string, n: number) => `${country}, ${numberInWords(n, 'pl')}`,
    others: (n: number) => `Inne kraje, ${numberInWords(n, 'pl')}`,
    rest: (countries: number, n: number) => `Pozostałe kraje: ${numberInWords(countries, 'pl')}, miasta: ${numberInWords(n, 'pl')}`,
    leftOut: (n: number) => `Strona pokazuje początek listy; dalszych miast: ${numberInWords(n, 'pl')}. Całość jest w pliku CSV.`,
    unplaced: (n: number) => `Bez ustalonego miejsca, ${numberInWords(n, 'pl')}`,
    none: 'Nie znamy listy członków tej organizacji.',
    noneListed: 'Lista członków tej organizacji nie wymienia innych miast.',
    table: {
      caption: (shown: number, all: number) =>
        shown === all ? 'Miasta od najbliższego' : `Miasta od najbliższego: ${numberInWords(shown, 'pl')} z ${numberInWords(all, 'pl')}, pozostałe są w pliku CSV`,
      city: 'Miasto',
      country: 'Kraj',
      distance: 'Odległość',
      others: 'Inne wspólne sieci',
    },
  },
};
