import { defineKind } from '#publishing/kind.ts';
import { addressOf } from '#web/paths.ts';
import { inLang } from '../rows.ts';
import { articleShape, type Article } from './article.ts';

export const articleKind = defineKind<Article>({
  name: 'article',
  plural: 'articles',
  schema: articleShape,
  schemaVersion: 1,
  title: (body, lang) => inLang(body.title, lang),
  searchText: (body, lang) => [body.lead ? inLang(body.lead, lang) : '', withoutMarkdown(inLang(body.body, lang))].join('\n'),
  addressOf: (slug, _body, lang) => addressOf(slug === 'why-belong' ? 'whyBelong' : 'about', lang),
  references: () => [],
  async project(tx, id, _body, shown) {
    await tx.deleteFrom('articles').where('id', '=', id).execute();
    await tx
      .insertInto('articles')
      .values({ id, body: JSON.stringify(shown) })
      .execute();
  },
  async retract(tx, id) {
    await tx.deleteFrom('articles').where('id', '=', id).execute();
  },
});

/** An article as search quotes it: links by their words, no marks of headings, lists and emphasis. */
const withoutMarkdown = (text: string): string =>
  text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s*(?:#+|[-*>]|\d+\.)\s+/gm, '')
    .replace(/[*_`]/g, '');
