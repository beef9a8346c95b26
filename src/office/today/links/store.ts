import { sql } from 'kysely';
import type { Day } from '#basics/day.ts';
import type { Reader, Tx } from '#db/handles.ts';
import type { Answer } from './ask.ts';

/** Brings the list of addresses up to what published records name as their sources. */
export async function syncSources(tx: Tx): Promise<void> {
  const named = sql`
    select distinct source ->> 'url' as url from current_revisions
    join revisions on revisions.id = current_revisions.revision_id
    cross join lateral jsonb_array_elements(case when jsonb_typeof(revisions.body -> 'sources') = 'array' then revisions.body -> 'sources' else '[]'::jsonb end) as source
    where source ->> 'url' ~ '^https?://'`;
  await sql`delete from source_checks where url not in (${named})`.execute(tx);
  await sql`insert into source_checks (url, host) select url, lower(substring(url from '^https?://([^/:?#]+)')) from (${named}) as named
    where url ~ '^https?://[^/:?#]+' on conflict (url) do nothing`.execute(tx);
}

/**
 * The address that was asked longest ago, unless enough were asked on this day. That it is asked is written first, so that two
 * processes never ask the same. What was broken may be asked again sooner than what answered.
 */
export async function takeSource(tx: Tx, given: { now: Date; dayBegan: Date; aDay: number; notSince: Date; brokenNotSince: Date }): Promise<string | undefined> {
  // One at a time takes, so that the day's number holds for all processes together.
  await sql`select pg_advisory_xact_lock(hashtext('koga source checks'))`.execute(tx);
  const row = await tx
    .selectFrom('sourceChecks')
    .select((select) => select.fn.countAll().as('count'))
    .where('askedAt', '>=', given.dayBegan)
    .executeTakeFirstOrThrow();
  if (Number(row.count) >= given.aDay) return undefined;
  const next = await tx
    .selectFrom('sourceChecks')
    .select('url')
    .where((where) =>
      where.or([where('askedAt', 'is', null), where('askedAt', '<', given.notSince), where.and([where('outcome', '=', 'broken'), where('askedAt', '<', given.brokenNotSince)])]),
    )
    // Broken ones come first: a second look on another day tells whether it was only a bad day.
    .orderBy(sql`case when outcome = 'broken' then 0 else 1 end`)
    .orderBy('askedAt', (order) => order.asc().nullsFirst())
    .orderBy('url')
    .limit(1)
    .executeTakeFirst();
  if (next === undefined) return undefined;
  await tx.updateTable('sourceChecks').set({ askedAt: given.now }).where('url', '=', next.url).execute();
  return next.url;
}

/** What it answered. A day counts once, however often it is asked. */
export async function keepAnswer(tx: Tx, url: string, answer: Answer, today: Day): Promise<void> {
  if (answer.outcome !== 'broken') {
    await tx
      .updateTable('sourceChecks')
      .set({ outcome: answer.outcome, problem: answer.outcome === 'answers' ? null : answer.problem, brokenSince: null, brokenOn: null, brokenDays: 0 })
      .where('url', '=', url)
      .execute();
    return;
  }
  await tx
    .updateTable('sourceChecks')
    .set((update) => ({
      outcome: 'broken',
      problem: answer.problem,
      brokenSince: sql<string>`coalesce(${update.ref('brokenSince')}, ${today}::date)`,
      brokenDays: sql<number>`${update.ref('brokenDays')} + case when ${update.ref('brokenOn')} is distinct from ${today}::date then 1 else 0 end`,
      brokenOn: today,
    }))
    .where('url', '=', url)
    .execute();
}

export type BrokenSource = { url: string; since: string; kind: string; slug: string; title: { pl: string; en: string } };

/** Sources that were broken on two different days, each with the first record that names it. */
export async function brokenSources(reader: Reader): Promise<BrokenSource[]> {
  const { rows } = await sql<{ url: string; since: string; kind: string; slug: string; pl: string; en: string }>`
    select distinct on (source_checks.url) source_checks.url, source_checks.broken_since::text as since, records.kind, records.slug, pl.title as pl, en.title as en
    from source_checks
    join revisions on revisions.body -> 'sources' @> jsonb_build_array(jsonb_build_object('url', source_checks.url))
    join current_revisions on current_revisions.revision_id = revisions.id
    join records on records.id = current_revisions.record_id
    join search_documents pl on pl.record_id = records.id and pl.lang = 'pl'
    join search_documents en on en.record_id = records.id and en.lang = 'en'
    where source_checks.broken_days >= 2
    order by source_checks.url, records.kind, records.slug`.execute(reader);
  return rows.map(({ pl, en, ...row }) => ({ ...row, title: { pl, en } }));
}
