import { numberInWords, plural } from '../numbers.ts';

const periods = (n: number): string =>
  `${numberInWords(n, 'pl')} ${plural(n, 'pl', { one: 'okres członkostwa', few: 'okresy członkostwa', many: 'okresów członkostwa', other: 'okresu członkostwa' })}`;
const inOrganisations = (n: number): string => `w ${numberInWords(n, 'pl')} ${n === 1 ? 'organizacji' : 'organizacjach'}`;

/** The list of organisations: what the city belongs to. */
export const organisations = {
  question: (city: string) => `Do czego należy ${city}?`,
  lead: (count: number, bodies: number) => `Rejestr obejmuje ${periods(count)} ${inOrganisations(bodies)}.`,
  again: 'Po powrocie do organizacji zaczyna się nowy okres.',
  description: (city: string) => `Organizacje i sieci miast, do których należy ${city}: od kiedy, z czyjej decyzji i w jakim charakterze.`,

  onDay: (day: string) => `Stan na ${day}`,
  onPast: (count: number, bodies: number) =>
    `Na ten dzień ${plural(count, 'pl', { one: 'przypada', few: 'przypadają', many: 'przypada', other: 'przypada' })} ${periods(count)} ${inOrganisations(bodies)}, razem z nieustalonymi. Pokazujemy go według tego, co wiadomo dzisiaj.`,
  onFuture: (count: number, bodies: number) =>
    `Jeśli do tego czasu nic się nie zmieni, na ten dzień ${plural(count, 'pl', { one: 'przypadnie', few: 'przypadną', many: 'przypadnie', other: 'przypadnie' })} ${periods(count)} ${inOrganisations(bodies)}, razem z nieustalonymi.`,
  toToday: 'Pokaż stan na dzisiaj',
  views: { label: 'Widok listy', table: 'Tabela', timeline: 'Linia', map: 'Mapa' },
  mapNote: 'Mapa pokazuje wszystkie członkostwa czynne w wybranym dniu. Pozostałe filtry jej nie zmieniają.',

  filters: {
    q: 'Szukaj w nazwach',
    status: 'Stan',
    decided: 'Kto zdecydował',
    character: 'Charakter prawny',
    scope: 'Organizacja',
    theme: 'Dziedzina',
    unit: 'Komórka prowadząca',
    holder: 'Kto jest członkiem',
    sort: 'Kolejność',
    on: 'Stan na dzień',
  },
  any: 'wszystkie',
  more: 'Więcej filtrów',
  sorts: { name: 'według nazwy', since: 'od najdawniejszych', newest: 'od najnowszych', seat: 'według kraju siedziby' },
  applied: (label: string, value: string) => `${label}: ${value}`,
  searched: (words: string) => `Szukane: „${words}”`,

  counting: {
    heading: 'Ile ich jest?',
    intro: 'Te same okresy członkostwa liczone według stanu, według tego, kto zdecydował, i według charakteru prawnego. Każda liczba prowadzi do swojej listy.',
    all: 'wszystkie',
    byStatus: 'Według stanu',
    byDecider: 'Według tego, kto zdecydował',
    byCharacter: 'Według charakteru prawnego',
  },

  list: {
    heading: 'Które to organizacje?',
    found: (count: number) => periods(count),
    foundOf: (count: number, all: number) => `${numberInWords(count, 'pl')} z ${numberInWords(all, 'pl')} ${all === 1 ? 'okresu' : 'okresów'} członkostwa`,
    range: (from: number, to: number) => `pokazano ${numberInWords(from, 'pl')}–${numberInWords(to, 'pl')}`,
    caption: 'Okresy członkostwa',
    columns: { organisation: 'Organizacja', since: 'Od', decided: 'Kto zdecydował', character: 'Charakter prawny', seat: 'Siedziba', status: 'Stan' },
    period: (number: number) => `okres ${number}`,
    endUnknown: 'koniec nieznany',
    overBy: (date: string) => `koniec nieznany, nie później niż ${date}`,
    lasts: 'trwa',
    or: 'albo',
    unconfirmed: 'niepotwierdzone',
  },

  empty: {
    title: 'Nic nie pasuje do wybranych filtrów',
    next: 'Usuń jeden z nich:',
    left: (count: number) => `${plural(count, 'pl', { one: 'zostanie', few: 'zostaną', many: 'zostanie', other: 'zostanie' })} ${periods(count)}`,
    all: 'Usuń wszystkie filtry',
  },
} as const;
