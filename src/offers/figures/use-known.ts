import { sql } from 'kysely';
import type { Reader } from '#db/handles.ts';
import { figuresByKind } from '../applications/figures.ts';

/** How far applications came; each step counts all that came so far or farther. */
export type Steps = { applied: number; chosen: number; passedOn: number; won: number };

/** What is known of the use of offers: counts only, of whatever was not erased and of what erasure left. */
export type UseKnown = {
  /** Offers for which the office takes or took applications. */
  calls: number;
  institutions: number;
  interests: number;
  total: Steps;
  byYear: (Steps & { year: number })[];
  /** Null where there are too few to tell apart without naming one; kinds of which there are too few stand together. */
  byKind: (Steps & { kinds: string[] })[] | null;
  byTheme: (Steps & { theme: string; calls: number })[];
  /** What institutions told of offers used without going through the city, checked or not. */
  direct: { used: number; waiting: number; nothing: number; checked: number };
};

/** So many applications of one year, of an offer with these themes, by one kind of institution, which are now in one state. */
type Counted = { year: number; themes: string[]; kind: string; state: string; count: number };

/** Those withdrawn after they had come far: the state that they are in now does not tell. */
type Withdrawn = { year: number; themes: string[]; passedOn: boolean; count: number };

const chosen = new Set(['chosen', 'endorsed', 'passed-on', 'won', 'lost']);
const passedOn = new Set(['passed-on', 'won', 'lost']);

// To look where an instant lies among the beginnings of a century of years takes half as long as to ask the calendar for its year.
const firstYear = 2000;

// Everything is grouped where it lies, once, and summed up here: there are far fewer groups than applications.
async function counted(reader: Reader, timeZone: string): Promise<Counted[]> {
  const { rows } = await sql<Counted>`
    with years as (select array_agg(make_timestamptz(year, 1, 1, 0, 0, 0, ${timeZone}) order by year) as begin from generate_series(${firstYear}::int, ${firstYear}::int + 99) as year)
    select ${firstYear}::int - 1 + bucket as year, themes, kind, state, count(*)::int as count
    from (select width_bucket(sent_at, (select begin from years)) as bucket, themes, institution_kind as kind, state from applications where sent_at is not null) as sent
    group by 1, 2, 3, 4`.execute(reader);
  return rows;
}

async function withdrawnLate(reader: Reader, timeZone: string): Promise<Withdrawn[]> {
  const { rows } = await sql<Withdrawn>`
    select date_part('year', a.sent_at at time zone ${timeZone})::int as year, a.themes, reached.passed_on as "passedOn", count(*)::int as count
    from (select application_id, bool_or(to_state = 'passed-on') as passed_on from application_steps where to_state in ('endorsed', 'passed-on') group by 1) reached
    join applications a on a.id = reached.application_id
    where a.state = 'withdrawn' and a.sent_at is not null group by 1, 2, 3`.execute(reader);
  return rows;
}

function stepsOf(rows: readonly Counted[], late: readonly Withdrawn[]): Steps {
  const count = (fits: (row: Counted) => boolean): number => rows.filter(fits).reduce((sum, row) => sum + row.count, 0);
  const sum = (given: readonly Withdrawn[]): number => given.reduce((total, row) => total + row.count, 0);
  return {
    applied: count(() => true),
    chosen: count(({ state }) => chosen.has(state)) + sum(late),
    passedOn: count(({ state }) => passedOn.has(state)) + sum(late.filter((row) => row.passedOn)),
    won: count(({ state }) => state === 'won'),
  };
}

export async function readUseKnown(reader: Reader, timeZone: string): Promise<UseKnown> {
  const sent = await counted(reader, timeZone);
  const late = await withdrawnLate(reader, timeZone);
  const byKind = figuresByKind(sent);
  const direct = await sql<{ kind: string; outcome: string; checked: boolean; count: number }>`
    select kind, outcome, state = 'drafted' as checked, count(*)::int as count from offer_uses where state <> 'set-aside' group by 1, 2, 3`.execute(reader);
  const calls = await sql<{ theme: string | null; count: number }>`
    select t.theme, count(distinct c.offer_id)::int as count
    from offer_calls c join offers o on o.id = c.offer_id left join lateral unnest(o.themes) as t (theme) on true
    where c.takes <> 'nothing' group by grouping sets ((), (t.theme)) order by 1 nulls first`.execute(reader);
  const [others] = await sql<{ institutions: number; interests: number }>`
    select
      (select count(*)::int from institutions where exists (select from applications where institution_id = institutions.id and sent_at is not null)) as institutions,
      (select count(*)::int from applications where form_number is null) as interests`
    .execute(reader)
    .then(({ rows }) => rows);
  const countOf = (wanted: (row: { kind: string; outcome: string; checked: boolean }) => boolean): number => direct.rows.filter(wanted).reduce((sum, row) => sum + row.count, 0);
  const years = [...new Set(sent.map(({ year }) => year))].toSorted((a, b) => b - a);
  const themes = [...new Set([...sent.flatMap((row) => row.themes), ...calls.rows.flatMap(({ theme }) => theme ?? [])])].toSorted();
  return {
    calls: await callsAtAll(reader),
    institutions: others?.institutions ?? 0,
    interests: others?.interests ?? 0,
    total: stepsOf(sent, late),
    byYear: years.map((year) => ({
      year,
      ...stepsOf(
        sent.filter((row) => row.year === year),
        late.filter((row) => row.year === year),
      ),
    })),
    byKind: byKind === null ? null : byKind.map(({ kinds, applied, chosen: chosenOnes, passedOn: passed, won }) => ({ kinds, applied, chosen: chosenOnes, passedOn: passed, won })),
    byTheme: themes.map((theme) => ({
      theme,
      ...stepsOf(
        sent.filter((row) => row.themes.includes(theme)),
        late.filter((row) => row.themes.includes(theme)),
      ),
      calls: calls.rows.find((row) => row.theme === theme)?.count ?? 0,
    })),
    direct: {
      used: countOf(({ outcome }) => outcome === 'used'),
      waiting: countOf(({ outcome }) => outcome === 'waiting'),
      nothing: countOf(({ outcome }) => outcome === 'nothing'),
      checked: countOf(({ checked }) => checked),
    },
  };
}

async function callsAtAll(reader: Reader): Promise<number> {
  const row = await reader
    .selectFrom('offerCalls')
    .innerJoin('offers', 'offers.id', 'offerCalls.offerId')
    .where('takes', '<>', 'nothing')
    .select((select) => select.fn.countAll().as('count'))
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}
