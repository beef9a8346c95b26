import type { Reader } from '#db/handles.ts';

/** What one moment put into the change register, counted: a first load of hundreds of records is one moment, not hundreds of news. */
export type ChangeMoment = { at: Date; total: number; counts: { change: string; kind: string; count: number }[]; why: { pl: string; en: string | null } | null };

/** The latest moments of the change register, newest first. */
export async function latestMoments(reader: Reader, most: number): Promise<ChangeMoment[]> {
  const rows = await reader
    .selectFrom('changes')
    .where('at', 'in', (select) => select.selectFrom('changes').select('at').distinct().orderBy('at', 'desc').limit(most))
    .select((select) => ['at', 'change', 'recordKind', select.fn.countAll().as('count'), select.fn.min('whyPl').as('whyPl'), select.fn.min('whyEn').as('whyEn')])
    .groupBy(['at', 'change', 'recordKind'])
    .orderBy('at', 'desc')
    .orderBy('change')
    .orderBy('recordKind')
    .execute();
  return [...Map.groupBy(rows, (row) => row.at.getTime()).values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const counts = same.map((row) => ({ change: row.change, kind: row.recordKind, count: Number(row.count) }));
    return [{ at: first.at, total: counts.reduce((sum, one) => sum + one.count, 0), counts, why: first.whyPl === null ? null : { pl: first.whyPl, en: first.whyEn } }];
  });
}
