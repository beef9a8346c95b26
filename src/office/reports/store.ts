import { sql } from 'kysely';
import type { Reader, Tx } from '#db/handles.ts';
import type { Lang } from '#lang/lang.ts';

export const formats = ['pdf', 'docx', 'xlsx'] as const;
export const kinds = ['report', 'chapter'] as const;
const states = ['waiting', 'making', 'ready', 'failed'] as const;
const problems = ['no-pdf', 'no-city', 'failed'] as const;

export type Wanted = { year: number; lang: Lang; format: (typeof formats)[number]; kind: (typeof kinds)[number] };
export type Problem = (typeof problems)[number];

export type MadeReport = Wanted & {
  id: string;
  state: (typeof states)[number];
  progress: number;
  askedAt: Date;
  readyAt: Date | null;
  problem: Problem | null;
  fileName: string | null;
  size: number | null;
  /** A name while the law or the person's consent keeps it. */
  by: string | null;
};

/** What is older is forgotten: a report is made anew in seconds. */
const kept = 20;

const among = <T extends string>(values: readonly T[], value: string): T => {
  const found = values.find((one) => one === value);
  if (found === undefined) throw new Error(`${value} is none of ${values.join(', ')}`);
  return found;
};

const wantedOf = (row: { year: number; lang: string; format: string; kind: string }): Wanted => ({
  year: row.year,
  lang: among(['pl', 'en'], row.lang),
  format: among(formats, row.format),
  kind: among(kinds, row.kind),
});

/** False where it was asked for already: a form sent twice makes one report. */
export async function insertReport(tx: Tx, id: string, wanted: Wanted, by: string, at: Date): Promise<boolean> {
  const added = await tx
    .insertInto('reportsMade')
    .values({ id, ...wanted, state: 'waiting', madeBy: by, askedAt: at })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  await sql`delete from reports_made where state <> 'making' and id not in (select id from reports_made order by asked_at desc, id desc limit ${kept})`.execute(tx);
  return Number(added.numInsertedOrUpdatedRows ?? 0) > 0;
}

const told = ['reportsMade.id', 'year', 'lang', 'format', 'kind', 'state', 'progress', 'askedAt', 'readyAt', 'problem', 'fileName', 'size'] as const;

/** The latest first. */
export async function listReports(reader: Reader): Promise<MadeReport[]> {
  const rows = await reader
    .selectFrom('reportsMade')
    .leftJoin('people', 'people.actorId', 'reportsMade.madeBy')
    .select(told)
    .select('people.name as by')
    .orderBy('askedAt', 'desc')
    .orderBy('reportsMade.id', 'desc')
    .limit(kept)
    .execute();
  return rows.map((row) => ({ ...row, ...wantedOf(row), state: among(states, row.state), problem: row.problem === null ? null : among(problems, row.problem) }));
}

export async function fileOfReport(reader: Reader, id: string): Promise<{ name: string; format: Wanted['format']; file: Buffer } | undefined> {
  const row = await reader.selectFrom('reportsMade').where('id', '=', id).where('state', '=', 'ready').select(['fileName', 'format', 'file']).executeTakeFirst();
  return row?.file && row.fileName !== null ? { name: row.fileName, format: among(formats, row.format), file: row.file } : undefined;
}

/** A making that has given no sign of life for this long has died with its process. */
const deadAfterMs = 60_000;
const mostAttempts = 3;

/** The report that has waited longest, now in the making; one at a time, whatever the number of processes. */
export async function claimReport(tx: Tx, now: Date): Promise<(Wanted & { id: string }) | undefined> {
  const dead = new Date(now.getTime() - deadAfterMs);
  await tx
    .updateTable('reportsMade')
    .set({ state: 'failed', problem: 'failed' })
    .where('state', '=', 'making')
    .where('toldAt', '<', dead)
    .where('attempts', '>=', mostAttempts)
    .execute();
  const next = await sql<{ id: string; year: number; lang: string; format: string; kind: string }>`
    update reports_made set state = 'making', progress = 0, told_at = ${now}, attempts = attempts + 1
    where id = (
      select id from reports_made
      where (state = 'waiting' or (state = 'making' and told_at < ${dead}))
        and not exists (select from reports_made as other where other.state = 'making' and other.told_at >= ${dead})
      order by asked_at, id limit 1 for update skip locked
    ) returning id, year, lang, format, kind`.execute(tx);
  const [row] = next.rows;
  return row && { id: row.id, ...wantedOf(row) };
}

export async function tellProgress(tx: Tx, id: string, progress: number, now: Date): Promise<void> {
  await tx.updateTable('reportsMade').set({ progress, toldAt: now }).where('id', '=', id).where('state', '=', 'making').execute();
}

export async function keepReport(tx: Tx, id: string, made: { fileName: string; file: Buffer }, now: Date): Promise<void> {
  await tx
    .updateTable('reportsMade')
    .set({ state: 'ready', progress: 100, readyAt: now, fileName: made.fileName, size: made.file.length, file: made.file })
    .where('id', '=', id)
    .where('state', '=', 'making')
    .execute();
}

export async function giveUpReport(tx: Tx, id: string, problem: Problem): Promise<void> {
  await tx.updateTable('reportsMade').set({ state: 'failed', problem }).where('id', '=', id).where('state', '=', 'making').execute();
}
