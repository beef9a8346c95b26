import { about as en } from '#lang/en/about.ts';
import { about as pl } from '#lang/pl/about.ts';
import { tidy } from '#lang/typography.ts';
import { labelOf, type LabelFacts } from '#publishing/history.ts';
import { findArticle, inLang, type Article, type Kept } from '#register/index.ts';
import { Markdown } from '#ui/markdown.tsx';
import { InLang } from '#ui/prose.tsx';
import { PageTitle } from '#ui/section.tsx';
import { sourceNotes } from '#ui/source-notes.ts';
import { SourceSection } from '#ui/sources.tsx';
import { addressOf } from '#web/paths.ts';
import { publicPage } from './page.ts';

type View = { article: Kept<Article> | undefined; label: LabelFacts | undefined };

/** What the service is and how to read it, as its office wrote it. */
export const aboutPage = publicPage<View>({
  name: 'about',
  section: 'about',

  async read({ reader }) {
    const article = await findArticle(reader, 'about');
    return { article, label: article && (await labelOf(reader, article.id)) };
  },

  show({ article, label }, { lang }) {
    const texts = lang === 'pl' ? pl : en;
    const title = article ? inLang(article.body.title, lang) : texts.title;
    const crumbs = [{ text: title, href: addressOf('about', lang) }];
    if (!article) return { title, crumbs, content: <PageTitle title={tidy(title, lang)} lead={texts.lead} /> };
    const { body } = article;
    const notes = sourceNotes();
    // The sources are the whole article's, so no one sentence bears their numbers.
    notes.refs(body.sources, body.sourceIds);
    return {
      title,
      description: body.lead && inLang(body.lead, lang),
      crumbs,
      label: label && { facts: label, history: addressOf('history', lang, { kind: 'articles', slug: article.slug }) },
      content: (
        <>
          <PageTitle title={<InLang text={body.title} lang={lang} />} lead={body.lead && <InLang text={body.lead} lang={lang} />} />
          <Markdown text={body.body} lang={lang} />
          <SourceSection notes={notes} lang={lang} />
        </>
      ),
    };
  },

  json: ({ article, label }) => ({ ...article?.body, slug: article?.slug ?? null, label: label ?? null }),
});
