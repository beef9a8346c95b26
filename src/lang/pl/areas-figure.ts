import { listInWords, plural } from '../numbers.ts';

const quoted = (areas: readonly string[]): string =>
  listInWords(
    areas.map((area) => `„${area}”`),
    'pl',
  );

/** Benefits by area: a picture, its finding and its tables. */
export const areasFigure = {
  title: 'Udokumentowane efekty według dziedzin i lat',
  /** One sentence: how many areas have effects that count, which has the most, which have none. */
  finding: (found: { areas: number; all: number; most: number; leading: readonly string[]; empty: readonly string[] }) => {
    const [n, all] = [found.areas, found.all];
    const where = `Efekty, które się liczą, są w ${n} z ${all} ${plural(all, 'pl', { one: 'dziedziny', few: 'dziedzin', many: 'dziedzin', other: 'dziedzin' })}`;
    const most =
      found.leading.length === 1
        ? `, najwięcej (${found.most}) w dziedzinie ${quoted(found.leading)}`
        : found.leading.length <= 3
          ? `, najwięcej (po ${found.most}) w dziedzinach ${quoted(found.leading)}`
          : '';
    const none =
      found.empty.length === 0
        ? ''
        : found.empty.length === 1
          ? `; w dziedzinie ${quoted(found.empty)} nie ma żadnego zapisu`
          : found.empty.length <= 3
            ? `; w dziedzinach ${quoted(found.empty)} nie ma żadnego zapisu`
            : `; w ${found.empty.length} dziedzinach nie ma żadnego zapisu`;
    return `${where}${n > 1 ? most : n === 1 ? `: w dziedzinie ${quoted(found.leading)} (${found.most})` : ''}${none}.`;
  },
  noneCounts: (records: number) =>
    plural(records, 'pl', {
      one: 'Jest 1 zapis, ale nie liczy się on jako efekt członkostwa.',
      few: `Są ${records} zapisy, ale żaden nie liczy się jako efekt członkostwa.`,
      many: `Jest ${records} zapisów, ale żaden nie liczy się jako efekt członkostwa.`,
      other: `Jest ${records} zapisów, ale żaden nie liczy się jako efekt członkostwa.`,
    }),
  nothing: 'Nie ma jeszcze zapisów o efektach, które można pokazać na osi czasu.',
  key: {
    measurable: 'wymierny, liczy się',
    immaterial: 'niematerialny, liczy się',
    expected: 'zapowiadany',
    coincident: 'zbieżny tylko w czasie i miejscu',
    before: 'sprzed członkostwa',
    after: 'po członkostwie',
    'not-established': 'nie ustalono, czy z czasu członkostwa',
    undated: 'bez daty, nie liczy się',
  },
  noDate: 'bez daty',
  counted: 'liczone',
  measurable: 'wymierne',
  bothSums: 'liczone (w tym wymierne)',
  total: 'Razem',
  reading: 'Jeden znak to jeden zapis. Zapis z kilku lat stoi przy pierwszym z nich.',
  once: 'Rzecz opisana w kilku zapisach liczy się w sumach raz.',
  gap: (spans: readonly string[]) => `Z lat ${listInWords(spans, 'pl')} zapisów nie ma i oś jest tam przerwana.`,
  years: (from: number, to: number) => (from === to ? String(from) : `${from}–${to}`),
  several: (years: number) => `Na wąskim ekranie jedna kolumna to ${plural(years, 'pl', { one: 'rok', few: `${years} lata`, many: `${years} lat`, other: `${years} lat` })}.`,
  sumsCaption: 'Sumy według dziedzin',
  recordsCaption: 'Zapisy według dziedzin',
  columns: { area: 'Dziedzina', counted: 'Liczone', measurable: 'W tym wymierne', beside: 'Zapisy obok', effect: 'Zapis', date: 'Data', kind: 'Rodzaj', standing: 'Czy się liczy' },
} as const;
