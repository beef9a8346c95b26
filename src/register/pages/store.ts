import type { Reader } from '#db/handles.ts';
import { bodyOf, type Kept } from '../rows.ts';
import type { Article } from './article.ts';

export async function findArticle(reader: Reader, slug: string): Promise<Kept<Article> | undefined> {
  const row = await reader
    .selectFrom('articles')
    .innerJoin('records', 'records.id', 'articles.id')
    .where('records.slug', '=', slug)
    .select(['articles.id', 'records.slug', 'articles.body'])
    .executeTakeFirst();
  return row && { ...row, body: bodyOf<Article>(row) };
}
