import { numberInWords, plural } from '../numbers.ts';

/** The page of figures about offers, and the same in the report to the council. */
export const offerFigures = {
  title: 'Ile jest ofert i z ilu skorzystano?',
  nav: 'Liczby',
  description: 'Oferty organizacji w liczbach: co ogłoszono, ile instytucji się zgłosiło, ile zgłoszeń wybrano, przekazano i wygrano.',
  lead: (offers: number, applied: number, won: number) =>
    applied === 0
      ? `W serwisie ${plural(offers, 'pl', { one: 'jest', few: 'są', many: 'jest', other: 'jest' })} ${numberInWords(offers, 'pl')} ${plural(offers, 'pl', { one: 'oferta', few: 'oferty', many: 'ofert', other: 'oferty' })}. Żadne zgłoszenie przez urząd jeszcze nie wpłynęło.`
      : `W serwisie ${plural(offers, 'pl', { one: 'jest', few: 'są', many: 'jest', other: 'jest' })} ${numberInWords(offers, 'pl')} ${plural(offers, 'pl', { one: 'oferta', few: 'oferty', many: 'ofert', other: 'oferty' })}. Przez urząd ${plural(applied, 'pl', { one: 'wpłynęło', few: 'wpłynęły', many: 'wpłynęło', other: 'wpłynęło' })} ${numberInWords(applied, 'pl')} ${plural(applied, 'pl', { one: 'zgłoszenie', few: 'zgłoszenia', many: 'zgłoszeń', other: 'zgłoszenia' })}, z tego wygrane: ${numberInWords(won, 'pl')}.`,
  use: {
    id: 'zgloszenia',
    heading: 'Jak skorzystano z ofert przez urząd?',
    intro: 'Zgłoszenie liczy się w każdym kroku, do którego doszło. Imion i nazwisk ani nazw zgłaszających tu nie ma.',
    nothing: 'Przez urząd nie wpłynęło jeszcze żadne zgłoszenie, więc nie ma czego liczyć. Niżej widać, co wiadomo o samych ofertach.',
    calls: 'Oferty z naborem w urzędzie',
    interests: 'Zgłoszenia zainteresowania',
    institutions: 'Instytucje, które się zgłosiły',
    institutionsNote: 'bez tych, które usunęły swoje dane',
    reached: 'Powiadomienia o nowych ofertach',
    reachedNote: 'tyle razy oferta trafiła do kogoś w wiadomości; nie zapisujemy do kogo',
    direct: 'Relacje z wykorzystania bez pośrednictwa miasta',
    directCounts: (used: number, checked: number) => `${numberInWords(used, 'pl')}, z tego sprawdzone przez urząd: ${numberInWords(checked, 'pl')}`,
  },
  byKind: {
    id: 'wedlug-instytucji',
    heading: 'Kto się zgłasza?',
    caption: 'Zgłoszenia według rodzaju instytucji',
    note: 'Rodzaje, z których zgłoszeń jest mało, stoją razem, żeby nie wskazać jednej instytucji.',
  },
  byTheme: { id: 'wedlug-tematow', heading: 'W jakich tematach?', caption: 'Zgłoszenia według tematów', note: 'Zgłoszenie z kilkoma tematami liczy się w każdym z nich.' },
  byYear: { id: 'wedlug-lat', heading: 'W jakich latach?', caption: 'Zgłoszenia według roku wpływu' },
  heads: {
    kind: 'Rodzaj instytucji',
    theme: 'Temat',
    year: 'Rok',
    type: 'Rodzaj oferty',
    organisation: 'Organizacja',
    way: 'Czy zgłoszę się bez miasta?',
    currency: 'Waluta',
    calls: 'Oferty z naborem w urzędzie',
    applied: 'Zgłoszenia',
    chosen: 'Wybrane',
    passedOn: 'Przekazane',
    won: 'Wygrane',
    offers: 'Oferty',
    least: 'Najmniej',
    most: 'Najwięcej',
  },
  offers: {
    id: 'oferty',
    heading: 'Jakie oferty ogłoszono?',
    intro: 'Wszystkie opublikowane oferty, także zakończone.',
    none: 'Nie ma jeszcze żadnej oferty.',
    byYear: 'Oferty według roku terminu albo wydarzenia',
    byType: 'Oferty według rodzaju',
    byTheme: 'Oferty według tematów',
    byThemeNote: 'Oferta z kilkoma tematami liczy się w każdym z nich.',
    byOrganisation: 'Oferty według organizacji',
    byWay: 'Oferty według sposobu zgłoszenia',
    undated: 'bez znanej daty',
    outside: 'spoza rejestru organizacji',
  },
  money: {
    id: 'pieniadze',
    heading: 'O jakich pieniądzach mowa?',
    caption: 'Kwoty podane w ofertach według walut',
    known: (named: number, of: number) =>
      `Kwotę podano przy ${numberInWords(named, 'pl')} z ${numberInWords(of, 'pl')} ofert. Kwot nie sumujemy: jedne dotyczą całego naboru, inne jednej nagrody.`,
    none: 'Żadna oferta nie podaje kwoty.',
  },
  files: 'Te same liczby',
  counted: 'Liczby zgłoszeń odświeżają się co godzinę.',
  report: {
    title: 'Oferty dla miejscowych instytucji',
    lead: (offers: number, year: number) =>
      `Na rok ${year} przypadają terminy lub wydarzenia ${numberInWords(offers, 'pl')} ${plural(offers, 'pl', { one: 'oferty', few: 'ofert', many: 'ofert', other: 'oferty' })} organizacji i sieci.`,
    noOffers: (year: number) => `Rejestr nie zna żadnej oferty z terminem lub wydarzeniem w roku ${year}.`,
    noApplications: (year: number) => `W roku ${year} przez urząd nie wpłynęło żadne zgłoszenie.`,
    applications: (year: number) => `Zgłoszenia przez urząd w roku ${year}`,
    types: (year: number) => `Oferty na rok ${year} według rodzaju`,
    allYears: 'Zgłoszenia według rodzaju instytucji, wszystkie lata',
    direct: (used: number, checked: number) =>
      `Instytucje przekazały ${numberInWords(used, 'pl')} ${plural(used, 'pl', { one: 'relację', few: 'relacje', many: 'relacji', other: 'relacji' })} o skorzystaniu z ofert bez pośrednictwa miasta, z tego sprawdzone przez urząd: ${numberInWords(checked, 'pl')}.`,
    notices: (mails: number) => `Powiadomienia pocztą, dotąd: ${numberInWords(mails, 'pl')}. Tyle razy oferta trafiła do kogoś w wiadomości; do kogo, tego serwis nie zapisuje.`,
  },
} as const;
