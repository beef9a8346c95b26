import { sql } from 'kysely';
import type { Reader } from '#db/handles.ts';
import { applicationFigures } from '../applications/figures-store.ts';

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
  /** What institutions told of offers without the city between, checked or not. */
  direct: { used: number; waiting: number; nothing: number; checked: number };
};

type Row = Steps & { key: string | null };

const chosen = ['chosen', 'endorsed', 'passed-on', 'won', 'lost'];
const passedOn = ['passed-on', 'won', 'lost'];

// An application that was handed in. One withdrawn later was handed in all the same; how far it had come its steps tell.
const steps = sql`
  count(*)::int as applied,
  count(*) filter (where a.state = any(${chosen}) or (a.state = 'withdrawn' and reached.chosen))::int as chosen,
  count(*) filter (where a.state = any(${passedOn}) or (a.state = 'withdrawn' and reached.passed_on))::int as "passedOn",
  count(*) filter (where a.state = 'won')::int as won`;
const from = sql`
  from applications a
  cross join lateral (
    select coalesce(bool_or(s.to_state in ('endorsed', 'passed-on')), false) as chosen, coalesce(bool_or(s.to_state = 'passed-on'), false) as passed_on
    from application_steps s where s.application_id = a.id
  ) reached`;

async function grouped(reader: Reader, key: 'year' | 'theme' | 'all', timeZone: string): Promise<Row[]> {
  const by = {
    all: sql`null::text`,
    year: sql`extract(year from a.sent_at at time zone ${timeZone})::int::text`,
    theme: sql`t.theme`,
  }[key];
  const themes = key === 'theme' ? sql`cross join lateral unnest(a.themes) as t (theme)` : sql``;
  const { rows } = await sql<Row>`select ${by} as key, ${steps} ${from} ${themes} where a.sent_at is not null group by 1 order by 1`.execute(reader);
  return rows;
}

const keysOf = (rows: readonly { key: string | null }[], more: readonly (string | null)[]): string[] =>
  [...new Set([...rows.map(({ key }) => key), ...more])].filter((key) => key !== null).toSorted();

const none: Steps = { applied: 0, chosen: 0, passedOn: 0, won: 0 };

export async function readUseKnown(reader: Reader, timeZone: string): Promise<UseKnown> {
  const [total] = await grouped(reader, 'all', timeZone);
  const { byKind } = await applicationFigures(reader);
  const themes = await grouped(reader, 'theme', timeZone);
  const direct = await sql<{ kind: string; outcome: string; checked: boolean; count: number }>`
    select kind, outcome, state = 'drafted' as checked, count(*)::int as count from offer_uses where state <> 'set-aside' group by 1, 2, 3`.execute(reader);
  const calls = await sql<{ theme: string | null; count: number }>`
    select t.theme, count(distinct c.offer_id)::int as count
    from offer_calls c join offers o on o.id = c.offer_id left join lateral unnest(o.themes) as t (theme) on true
    where c.takes <> 'nothing' group by grouping sets ((), (t.theme)) order by 1 nulls first`.execute(reader);
  const [others] = await sql<{ institutions: number; interests: number }>`
    select
      (select count(distinct institution_id)::int from applications where sent_at is not null) as institutions,
      (select count(*)::int from applications where form_number is null) as interests`
    .execute(reader)
    .then(({ rows }) => rows);
  const countOf = (wanted: (row: { kind: string; outcome: string; checked: boolean }) => boolean): number => direct.rows.filter(wanted).reduce((sum, row) => sum + row.count, 0);
  const stepsOf = (rows: readonly Row[], key: string): Steps => {
    const row = rows.find((one) => one.key === key);
    return row === undefined ? none : { applied: row.applied, chosen: row.chosen, passedOn: row.passedOn, won: row.won };
  };
  return {
    calls: await callsAtAll(reader),
    institutions: others?.institutions ?? 0,
    interests: others?.interests ?? 0,
    total: total === undefined ? none : { applied: total.applied, chosen: total.chosen, passedOn: total.passedOn, won: total.won },
    byYear: (await grouped(reader, 'year', timeZone)).flatMap(({ key, ...rest }) => (key === null ? [] : [{ year: Number(key), ...rest }])).toReversed(),
    byKind: byKind === null ? null : byKind.map(({ kinds, applied, chosen: chosenOnes, passedOn: passed, won }) => ({ kinds, applied, chosen: chosenOnes, passedOn: passed, won })),
    byTheme: keysOf(
      themes,
      calls.rows.map(({ theme }) => theme),
    ).map((theme) => ({ theme, ...stepsOf(themes, theme), calls: calls.rows.find((row) => row.theme === theme)?.count ?? 0 })),
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
