import { numberInWords, plural } from '../numbers.ts';

type Three = { one: string; few: string; many: string };
const form = (n: number, { one, few, many }: Three): string => plural(n, 'pl', { one, few, many, other: few });
const counted = (n: number, forms: Three): string => `${numberInWords(n, 'pl')} ${form(n, forms)}`;
const periods: Three = { one: 'okres członkostwa', few: 'okresy członkostwa', many: 'okresów członkostwa' };

const kinds = {
  organisation: { one: 'organizacja', few: 'organizacje', many: 'organizacji' },
  membership: { one: 'członkostwo', few: 'członkostwa', many: 'członkostw' },
  act: { one: 'akt', few: 'akty', many: 'aktów' },
  ask: { one: 'koszt lub obowiązek', few: 'koszty i obowiązki', many: 'kosztów i obowiązków' },
  function: { one: 'funkcja', few: 'funkcje', many: 'funkcji' },
  event: { one: 'wydarzenie', few: 'wydarzenia', many: 'wydarzeń' },
  project: { one: 'projekt', few: 'projekty', many: 'projektów' },
  award: { one: 'nagroda', few: 'nagrody', many: 'nagród' },
  effect: { one: 'udokumentowany efekt', few: 'udokumentowane efekty', many: 'udokumentowanych efektów' },
  offer: { one: 'oferta', few: 'oferty', many: 'ofert' },
  objective: { one: 'cel strategii', few: 'cele strategii', many: 'celów strategii' },
  unit: { one: 'komórka prowadząca', few: 'komórki prowadzące', many: 'komórek prowadzących' },
  network: { one: 'sieć w katalogu', few: 'sieci w katalogu', many: 'sieci w katalogu' },
  article: { one: 'strona', few: 'strony', many: 'stron' },
} as const;

/** The home page: the city in the world. */
export const home = {
  title: (city: string) => `${city} w świecie`,
  lead: (all: number, bodies: number, active: number, international: number) =>
    `Rejestr obejmuje ${counted(all, periods)} w ${numberInWords(bodies, 'pl')} ${bodies === 1 ? 'organizacji' : 'organizacjach'}. Dziś ${form(active, { one: 'czynny jest', few: 'czynne są', many: 'czynnych jest' })} ${numberInWords(active, 'pl')}, w tym ${numberInWords(international, 'pl')} w organizacjach międzynarodowych. Tu widać, kto o nich zdecydował, ile kosztują i co z nich wynikło.`,
  description: (city: string) => `Do jakich organizacji i sieci miast należy ${city}, kto o tym zdecydował, ile to kosztuje i co z tego wynikło.`,

  company: 'Kto jest tam z nami?',

  claim: {
    id: 'czy-wszystkie',
    heading: 'Czy to wszystkie najważniejsze?',
    intro: 'Tu można porównać rejestr z katalogiem organizacji i sieci miast.',
    finding: (networks: number, active: number) =>
      `Katalog obejmuje ${counted(networks, { one: 'organizację lub sieć miast', few: 'organizacje i sieci miast', many: 'organizacji i sieci miast' })}. W ${numberInWords(active, 'pl')} z nich rejestr pokazuje czynne członkostwo.`,
    caption: 'Katalog sieci i rejestr członkostw według zasięgu',
    columns: { scope: 'Zasięg', networks: 'W katalogu', inRegister: 'W rejestrze', active: 'Członkostwo czynne dziś' },
    scopes: { global: 'światowe', european: 'europejskie', regional: 'regionalne', national: 'krajowe' },
    limits:
      'Katalog nie jest pełny, a źródła nie mówią, które organizacje są najważniejsze. Brak zapisu w rejestrze nie znaczy, że miasto nie należy do organizacji: znaczy tylko, że nie znaleziono źródła.',
  },

  belongs: {
    heading: 'Do czego należy miasto?',
    intro: (day: string) => `Członkostwa czynne ${day}. Przy nazwie rok przystąpienia.`,
    international: (decided: string) => `Międzynarodowe, ${decided}`,
    national: 'Krajowe',
    more: (n: number) => `i ${numberInWords(n, 'pl')} ${form(n, { one: 'inna', few: 'inne', many: 'innych' })}`,
    or: 'albo',
    none: 'Żadne członkostwo nie jest dziś czynne.',
    all: 'Wszystkie członkostwa, także dawne i nieustalone',
  },

  figures: {
    heading: 'Co pokazuje rejestr?',
    more: 'Co jeszcze liczy rejestr?',
    intro: 'Każda liczba prowadzi do listy, na której można ją sprawdzić.',
    of: (n: number) => `z ${numberInWords(n, 'pl')}`,
    headline: (n: number) =>
      form(n, {
        one: 'członkostwo międzynarodowe, którego stroną jest samo miasto, czynne dziś i z decyzji Rady Miasta',
        few: 'członkostwa międzynarodowe, których stroną jest samo miasto, czynne dziś i z decyzji Rady Miasta',
        many: 'członkostw międzynarodowych, których stroną jest samo miasto, czynnych dziś i z decyzji Rady Miasta',
      }),
    all: (n: number) => `${form(n, periods)} w rejestrze, razem z dawnymi i nieustalonymi`,
    international: (n: number) => `${form(n, periods)} w ${n === 1 ? 'organizacji międzynarodowej' : 'organizacjach międzynarodowych'}, bez względu na stan`,
    city: (n: number) => `${form(n, periods)} samego miasta, a nie jego jednostki lub urzędnika`,
    active: (n: number) => `${form(n, { one: 'członkostwo czynne', few: 'członkostwa czynne', many: 'członkostw czynnych' })} dziś, razem z krajowymi`,
    council: (n: number) => `${form(n, periods)} z decyzji Rady Miasta, bez względu na stan`,
    acts: (n: number) => `${form(n, kinds.act)} Rady Miasta wśród uchwał i innych aktów miasta w rejestrze`,
    effects: (n: number) =>
      `${form(n, { one: 'udokumentowany efekt liczony', few: 'udokumentowane efekty liczone', many: 'udokumentowanych efektów liczonych' })} jako wynik członkostwa, na tle wszystkich odnotowanych`,
    fees: (n: number) => `${form(n, kinds.organisation)}, ${n === 1 ? 'której' : 'których'} składka jest znana, choćby za jeden rok`,
    functions: (n: number) =>
      form(n, {
        one: 'funkcja we władzach organizacji, pełniona dziś',
        few: 'funkcje we władzach organizacji, pełnione dziś',
        many: 'funkcji we władzach organizacji, pełnionych dziś',
      }),
  },

  news: 'Funkcje i zmiany',
  functions: {
    heading: 'Kto pełni funkcje?',
    none: 'Rejestr nie zna żadnej funkcji pełnionej dziś.',
    termUnknown: 'kadencja nieznana',
    or: 'albo',
    unconfirmed: 'niepotwierdzone',
  },
  changes: {
    heading: 'Co się zmieniło?',
    none: 'Jeszcze nic nie opublikowano.',
    all: 'Rejestr zmian',
    many: 'Zmiany w rejestrze',
    groups: { new: 'Nowe zapisy', changed: 'Zmienione', withdrawn: 'Wycofane', restored: 'Przywrócone' },
    kinds: {
      organisation: (n: number) => counted(n, kinds.organisation),
      membership: (n: number) => counted(n, kinds.membership),
      act: (n: number) => counted(n, kinds.act),
      ask: (n: number) => counted(n, kinds.ask),
      function: (n: number) => counted(n, kinds.function),
      event: (n: number) => counted(n, kinds.event),
      project: (n: number) => counted(n, kinds.project),
      award: (n: number) => counted(n, kinds.award),
      effect: (n: number) => counted(n, kinds.effect),
      offer: (n: number) => counted(n, kinds.offer),
      objective: (n: number) => counted(n, kinds.objective),
      unit: (n: number) => counted(n, kinds.unit),
      network: (n: number) => counted(n, kinds.network),
      article: (n: number) => counted(n, kinds.article),
    },
    others: (n: number) => counted(n, { one: 'inny zapis', few: 'inne zapisy', many: 'innych zapisów' }),
  },

  why: {
    heading: 'Dlaczego warto?',
    intro: 'Ile udokumentowanych efektów liczymy w każdej dziedzinie, a ile w niej odnotowano. Liczymy te, które źródło wiąże z członkostwem i które przypadły na jego czas.',
    of: (n: number) => `z ${numberInWords(n, 'pl')}`,
    none: 'Nie odnotowano jeszcze żadnego efektu.',
    all: 'Wszystkie dziedziny i efekty',
  },
} as const;
