import { plural } from '../numbers.ts';

/** Resolutions, consents, ordinances and laws: the list and the page of one act. */
export const acts = {
  title: 'Na jakiej podstawie miasto należy?',
  nav: 'Uchwały i inne akty',
  lead: 'Uchwały, zgody, zarządzenia i umowy, z których wynikają członkostwa, a obok nich prawo, na którym się opierają. Numery i daty są takie, jak podają je źródła.',
  description: 'Uchwały Rady Miasta, zgody ministra, zarządzenia i umowy o członkostwie w organizacjach oraz przepisy, na których się opierają.',
  filter: {
    q: 'Numer lub słowa',
    qHint: 'Na przykład XXXIV/322/95 albo Eurocities',
    level: 'Które akty',
    levels: { all: 'wszystkie', city: 'uchwały i inne akty', national: 'prawo' },
  },
  chip: { q: (text: string) => `„${text}”` },
  found: (n: number) => plural(n, 'pl', { one: 'Znaleziono 1 akt.', few: `Znaleziono ${n} akty.`, many: `Znaleziono ${n} aktów.`, other: `Znaleziono ${n} aktów.` }),
  foundOnPage: (n: number, page: number, pages: number) =>
    `${plural(n, 'pl', { one: 'Znaleziono 1 akt', few: `Znaleziono ${n} akty`, many: `Znaleziono ${n} aktów`, other: `Znaleziono ${n} aktów` })}, strona ${page} z ${pages}.`,
  all: (n: number) =>
    plural(n, 'pl', { one: 'W rejestrze jest 1 akt.', few: `W rejestrze są ${n} akty.`, many: `W rejestrze jest ${n} aktów.`, other: `W rejestrze jest ${n} aktów.` }),
  city: {
    id: 'uchwaly',
    heading: 'Uchwały i inne akty',
    intro: 'Od najnowszych. Tam, gdzie źródła się różnią, ich wersje stoją obok siebie.',
    caption: 'Uchwały, zgody, zarządzenia i umowy z ich skutkiem dla członkostw',
  },
  national: { id: 'prawo', heading: 'Prawo', intro: 'Ustawy i rozporządzenia, do których odwołuje się ten rejestr.', caption: 'Ustawy i rozporządzenia' },
  columns: { number: 'Numer', date: 'Data', body: 'Kto wydał', subject: 'Czego dotyczy', did: 'Co zmienił', citation: 'Oznaczenie', law: 'Akt' },
  noNumber: 'numer nieznany',
  noDate: 'data nieznana',
  noBody: 'nie ustalono',
  noMembership: 'żadnego członkostwa',
  or: 'albo',
  notConfirmed: 'niepotwierdzone',
  period: (n: number) => `${n}. okres`,
  noneFound: 'Żaden akt nie pasuje do tego, czego szukasz',
  clear: 'Pokaż wszystkie akty',
  empty: 'W rejestrze nie ma jeszcze żadnego aktu.',
  act: {
    facts: { type: 'Rodzaj', number: 'Numer', date: 'Data', body: 'Kto wydał', citation: 'Oznaczenie', text: 'Tekst', files: 'Pliki' },
    noText: 'odsyłacza do tekstu nie znaleziono',
    conflict: 'Źródła podają to różnie. Wersje stoją obok siebie i żadnej nie uznano za błędną.',
    didId: 'co-zmienil',
    did: 'Co zmienił ten akt?',
    noMemberships: 'Rejestr nie wiąże tego aktu z żadnym członkostwem.',
    didColumns: { organisation: 'Organizacja', did: 'Co zrobił', holder: 'Członek' },
    didCaption: 'Członkostwa, których dotyczy ten akt',
    saysId: 'co-mowi',
    says: 'Co mówi?',
    saysIntro: 'Streszczenie, nie cytat.',
    remarksId: 'uwagi',
    remarks: 'Co trzeba wiedzieć?',
  },
} as const;
