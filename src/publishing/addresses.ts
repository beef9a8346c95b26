import type { Reader } from '#db/handles.ts';
import type { Lang } from '#lang/lang.ts';

/** Where the public reads a record, under which title, and when its label was last updated. */
export type PublicAddress = { kind: string; slug: string; title: Record<Lang, string>; path: Record<Lang, string>; updatedAt: Date };

/** The addresses of all records of these kinds that stand in public now, in the order of their slugs. */
export async function listAddresses(reader: Reader, kinds: readonly string[]): Promise<PublicAddress[]> {
  const rows = await reader
    .selectFrom('currentRevisions')
    .innerJoin('records', 'records.id', 'currentRevisions.recordId')
    .innerJoin('labels', 'labels.revisionId', 'currentRevisions.revisionId')
    .innerJoin('searchDocuments as polish', (join) => join.onRef('polish.recordId', '=', 'records.id').on('polish.lang', '=', 'pl'))
    .innerJoin('searchDocuments as english', (join) => join.onRef('english.recordId', '=', 'records.id').on('english.lang', '=', 'en'))
    .where('records.kind', 'in', [...kinds])
    .select(['records.kind', 'records.slug', 'labels.updatedAt', 'polish.title as titlePl', 'polish.path as pathPl', 'english.title as titleEn', 'english.path as pathEn'])
    .orderBy('records.kind')
    .orderBy('records.slug')
    .execute();
  return rows.map(({ kind, slug, updatedAt, ...row }) => ({ kind, slug, updatedAt, title: { pl: row.titlePl, en: row.titleEn }, path: { pl: row.pathPl, en: row.pathEn } }));
}
