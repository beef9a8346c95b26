import { asMarkup } from '#markup/markup.ts';
import type { Lang } from '#lang/lang.ts';
import { readArticle } from '#ui/markdown.tsx';
import { textIn, type Text } from '#ui/prose.tsx';

/** An article inside a record's list of fields: its headings stand one level lower than on its own page. */
export const ArticleText = ({ text, lang }: { text: Text; lang: Lang }) => {
  const shown = textIn(text, lang);
  const { opening, sections } = readArticle(shown.text, shown.lang);
  return (
    <div class="kg-prose" lang={shown.lang === lang ? undefined : shown.lang}>
      {asMarkup(opening)}
      {sections.map(({ heading, html }) => (
        <>
          <h3>{asMarkup(heading)}</h3>
          {asMarkup(html)}
        </>
      ))}
    </div>
  );
};
