import { sql } from 'kysely';
import type { Tx } from '#db/handles.ts';
import { prepared } from '#db/prepared.ts';
import { langs } from '#lang/lang.ts';
import type { Content } from './kind.ts';
import { resolveAll } from './references.ts';
import { searchDocument, titleBegins } from './search-document.ts';

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
  await writeWords(tx, record.id);
}

/** Each word of a record's search documents with its weight there, by which search takes the best places of a word first. */
export async function writeWords(tx: Tx, recordId: string): Promise<void> {
  await sql`${prepared}
    insert into search_words (record_id, lang, word, kind, in_title, rank, title)
    select record_id, lang, lexeme, kind, title_words @@ its, ts_rank(words, its, 1), left(title_folded, ${titleBegins})
    from search_documents, unnest(words), lateral (select quote_literal(lexeme)::tsquery as its) as query
    where record_id = ${recordId}`.execute(tx);
}
