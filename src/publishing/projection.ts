import type { Tx } from '#db/handles.ts';
import { langs } from '#lang/lang.ts';
import type { Content } from './kind.ts';
import { resolveAll } from './references.ts';
import { searchDocument } from './search-document.ts';

/** The public rows of a record and its search documents, made from its content alone; `verify` makes them again and compares. */
export async function writeProjection(tx: Tx, record: { id: string; kind: string; slug: string; revisionId: string }, content: Content): Promise<void> {
  const ids = await resolveAll(tx, content.references);
  await content.project(tx, record.id, (kind, slug) => {
    const id = ids.get(`${kind} ${slug}`);
    if (id === undefined) throw new Error(`${record.kind} ${record.slug} refers to ${kind} ${slug}, which it does not declare or which is not there`);
    return id;
  });
  await tx.deleteFrom('currentRevisions').where('recordId', '=', record.id).execute();
  await tx.insertInto('currentRevisions').values({ recordId: record.id, revisionId: record.revisionId }).execute();
  await tx.deleteFrom('searchDocuments').where('recordId', '=', record.id).execute();
  await tx
    .insertInto('searchDocuments')
    .values(
      langs.map((lang) => ({
        recordId: record.id,
        lang,
        kind: record.kind,
        path: content.address(record.slug, lang),
        ...searchDocument({ title: content.title(lang), names: content.searchNames(), text: content.searchText(lang) }),
      })),
    )
    .execute();
}
