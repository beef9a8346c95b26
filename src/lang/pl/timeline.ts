import { plural } from '../numbers.ts';

/** The line of belonging: a picture, its finding and its table. */
export const timeline = {
  title: (from: number, to: number) => `Linia przynależności ${from}–${to}`,
  /** One sentence: what lasts, since when at the longest, what is recent, what nobody knows. */
  finding: (lasting: number, since: number | null, recent: { n: number; since: number }, unknown: number) => {
    const longest = since === null ? '' : lasting === 1 ? `, od ${since} roku` : `, najdłuższe od ${since} roku`;
    const now =
      lasting === 0
        ? 'Żadne członkostwo nie jest dziś potwierdzone jako trwające'
        : `${plural(lasting, 'pl', { one: 'Trwa dziś 1 członkostwo', few: `Trwają dziś ${lasting} członkostwa`, many: `Trwa dziś ${lasting} członkostw`, other: `Trwa dziś ${lasting} członkostw` })}${longest}`;
    const lately =
      recent.n === 0 || lasting < 2
        ? ''
        : `, a ${plural(recent.n, 'pl', { one: '1 z nich zaczęło się', few: `${recent.n} z nich zaczęły się`, many: `${recent.n} z nich zaczęło się`, other: `${recent.n} z nich zaczęło się` })} w ${recent.since} roku lub później`;
    const open = unknown === 0 ? '' : `; o ${unknown === 1 ? '1 okresie nie wiadomo, czy trwa' : `${unknown} okresach nie wiadomo, czy trwają`}`;
    return `${now}${lately}${open}.`;
  },
  nothing: 'Nie ma jeszcze okresów członkostwa, które można pokazać na osi czasu.',
  noneDated: 'Początku żadnego z tych okresów nie znamy, dlatego zamiast wykresu jest lista.',
  today: 'dziś',
  key: {
    council: 'członkostwo z decyzji Rady Miasta',
    other: 'członkostwo z innej podstawy',
    closed: 'członkostwo już zakończone',
    unknown: 'nie ustalono, czy trwało',
    planned: 'planowane',
    suspended: 'zawieszone',
    stretch: 'funkcja we władzach',
    tick: 'uchwała Rady Miasta',
    ring: 'zgoda ministra lub przyjęcie statutu',
  },
  row: (name: string, period: number) => `${name} (${period}. okres)`,
  since: (date: string) => `od ${date}`,
  or: 'albo',
  span: (from: string, to: string) => `${from}–${to}`,
  endUnknown: 'koniec ?',
  lasts: 'trwa',
  reading: 'Daty znane tylko z roku albo z miesiąca stoją w jego połowie.',
  cut: (shown: number, all: number) =>
    `Wykres pokazuje ${plural(shown, 'pl', { one: 'pierwszy okres', few: `${shown} pierwsze okresy`, many: `${shown} pierwszych okresów`, other: `${shown} pierwszych okresów` })} z ${all}; w tabeli są wszystkie.`,
  undated: 'Bez znanego początku, więc poza wykresem:',
  caption: 'Okresy członkostwa w kolejności początku',
  columns: { name: 'Organizacja', start: 'Od', end: 'Do', decidedBy: 'Kto zdecydował', status: 'Stan dziś', steps: 'Uchwały i zgody', functions: 'Funkcje we władzach' },
  overBy: (date: string) => `nieznane, najpóźniej ${date}`,
  none: '–',
  unknown: 'nieznane',
  termUnknown: 'lata nieznane',
} as const;
