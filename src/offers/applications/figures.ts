/** What became of applications, as counts. */
export type Tally = { interested: number; applied: number; chosen: number; passedOn: number; won: number; lost: number };

/** One application as the figures know it: nothing of it tells who it was. `sent`: it reached the office. */
export type Counted = { offerId: string; kind: string; themes: readonly string[]; state: string; sent: boolean };

export type Figures = {
  /** Offers for which the office has taken interest or applications. */
  offers: number;
  all: Tally;
  byTheme: ({ theme: string } & Tally)[];
  /** Null where there are too few to tell apart without naming one. A row of several kinds holds those of which there are too few alone. */
  byKind: ({ kinds: string[] } & Tally)[] | null;
};

/** So many applications a row of kinds holds at least: fewer would point at one institution. */
const leastTold = 3;

const chosenStates = new Set(['chosen', 'endorsed', 'passed-on', 'won', 'lost']);
const passedStates = new Set(['passed-on', 'won', 'lost']);

function tallyOf(rows: readonly Counted[]): Tally {
  const count = (fits: (row: Counted) => boolean): number => rows.filter(fits).length;
  return {
    interested: count((row) => !row.sent && row.state !== 'draft'),
    applied: count((row) => row.sent),
    chosen: count((row) => chosenStates.has(row.state)),
    passedOn: count((row) => passedStates.has(row.state)),
    won: count((row) => row.state === 'won'),
    lost: count((row) => row.state === 'lost'),
  };
}

/** Rows with too few stand together; where they are still too few, or could be worked out as the one that is missing, the next smallest joins them. */
function byKind(rows: readonly Counted[]): Figures['byKind'] {
  const groups = [...Map.groupBy(rows, (row) => row.kind)]
    .map(([kind, own]) => ({ kinds: [kind], rows: own }))
    .toSorted((a, b) => b.rows.length - a.rows.length || (a.kinds[0] ?? '').localeCompare(b.kinds[0] ?? ''));
  const told = groups.filter((group) => group.rows.length >= leastTold);
  const few = groups.filter((group) => group.rows.length < leastTold);
  while (few.length > 0 && told.length > 0 && few.reduce((sum, group) => sum + group.rows.length, 0) < leastTold) {
    const next = told.pop();
    if (next !== undefined) few.push(next);
  }
  const together = { kinds: few.flatMap((group) => group.kinds).toSorted(), rows: few.flatMap((group) => group.rows) };
  const shown = together.rows.length === 0 ? told : [...told, together];
  if (shown.some((group) => group.rows.length < leastTold) || shown.length === 0) return null;
  return shown.map((group) => ({ kinds: group.kinds, ...tallyOf(group.rows) }));
}

/** The same rows by kind of institution alone, of applications that were counted already. */
export const figuresByKind = (rows: readonly { kind: string; state: string; count: number }[]): Figures['byKind'] =>
  byKind(rows.flatMap(({ count, kind, state }) => Array.from({ length: count }, (): Counted => ({ offerId: '', kind, themes: [], state, sent: true }))));

/** Figures of everything that reached the office; drafts are nobody's business. An application with several themes counts under each of them. */
export function figuresOf(rows: readonly Counted[], offers: number): Figures {
  const counted = rows.filter((row) => row.sent || row.state === 'interest');
  const sent = counted.filter((row) => row.sent);
  const themes = [...new Set(counted.flatMap((row) => row.themes))].toSorted();
  return {
    offers,
    all: tallyOf(counted),
    byTheme: themes.map((theme) => ({ theme, ...tallyOf(counted.filter((row) => row.themes.includes(theme))) })),
    byKind: byKind(sent),
  };
}
