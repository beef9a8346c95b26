import { columnsOf } from '#lang/columns.ts';
import type { CsvTable } from '../../page.ts';
import type { FiguresView } from './read.ts';

const columns = columnsOf('offerFigures', {
  group: 'text',
  key: 'text',
  offers: 'integer',
  calls: 'integer',
  applied: 'integer',
  chosen: 'integer',
  passed_on: 'integer',
  won: 'integer',
  used_directly: 'integer',
  notices: 'integer',
});

type Row = Partial<Record<'offers' | 'calls' | 'applied' | 'chosen' | 'passedOn' | 'won' | 'usedDirectly' | 'notices', number>>;

const line = (group: string, key: string | number | null, { offers, calls, applied, chosen, passedOn, won, usedDirectly, notices }: Row): (string | number | null)[] => [
  group,
  key === null ? null : String(key),
  offers ?? null,
  calls ?? null,
  applied ?? null,
  chosen ?? null,
  passedOn ?? null,
  won ?? null,
  usedDirectly ?? null,
  notices ?? null,
];

/** Every figure of the page as one line; a cell is empty where the group has no such figure. */
export function figuresCsv({ known, use, notices }: FiguresView): CsvTable {
  const years = [...new Set([...known.byYear.map(({ year }) => year), ...use.byYear.map(({ year }) => year)])].toSorted((a, b) => (b ?? -1) - (a ?? -1));
  const themes = [
    ...new Set([...known.byTheme.map(({ theme }): string => theme), ...use.byTheme.map(({ theme }) => theme), ...notices.byTheme.map(({ theme }) => theme)]),
  ].toSorted();
  return {
    name: 'offer-figures',
    columns,
    rows: [
      line('all', null, { offers: known.total, calls: use.calls, ...use.total, usedDirectly: use.direct.used, notices: notices.total }),
      ...years.map((year) => line('year', year, { offers: known.byYear.find((one) => one.year === year)?.offers ?? 0, ...use.byYear.find((one) => one.year === year) })),
      ...themes.map((theme) =>
        line('theme', theme, {
          offers: known.byTheme.find((one) => one.theme === theme)?.offers ?? 0,
          ...use.byTheme.find((one) => one.theme === theme),
          notices: notices.byTheme.find((one) => one.theme === theme)?.mails ?? 0,
        }),
      ),
      ...(use.byKind ?? []).map((one) => line('institution-kind', one.kinds.join(' '), one)),
      ...known.byType.map(({ type, offers }) => line('type', type, { offers })),
      ...known.byWay.map(({ way, offers }) => line('can-apply', way, { offers })),
      ...known.byOrganisation.map(({ organisation, offers }) => line('organisation', organisation, { offers })),
    ],
  };
}

export const figuresJson = ({ known, use, notices, label }: FiguresView): Record<string, unknown> => ({ offers: known, applications: use, notices, label: label ?? null });
