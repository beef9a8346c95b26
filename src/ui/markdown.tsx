import { asMarkup } from '#markup/markup.ts';
import type { Child } from '#markup/markup.ts';
import { Marked, type Token, type Tokens } from 'marked';
import sanitize from 'sanitize-html';
import { slugOf } from '#basics/slug.ts';
import type { Lang } from '#lang/lang.ts';
import { tidy } from '#lang/typography.ts';
import { isSafeAddress } from './links.tsx';
import { textIn, type Text } from './prose.tsx';
import { Section } from './section.tsx';
import { wordsOf } from './words.ts';

/** An article as a page shows it: what stands before the first heading, and a section for each heading of the first level. */
export type ReadArticle = { opening: string; sections: { id: string; heading: string; html: string }[] };

const tags = ['p', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'strong', 'em', 'del', 'blockquote', 'pre', 'code', 'br', 'hr', 'a'];
const clean = (html: string): string =>
  sanitize(html, { allowedTags: tags, allowedAttributes: { a: ['href'], ol: ['start'] }, allowedSchemes: ['http', 'https', 'mailto'], allowProtocolRelative: false });

/** A way inside the service. Browsers read `//` and `/\` as another host. */
const isOwnAddress = (href: string): boolean => /^(?:#|\/(?![/\\]))[\w\-./?=&#%:]*$/.test(href);

/** A one-letter word may end one token and its next word begin the other: `i **jaki**`. The mark stands for that next word. */
const tidied = (text: string, lang: Lang): string => tidy(`${text}§`, lang).slice(0, -1);

function reader(lang: Lang): Marked {
  return new Marked({
    tokenizer: {
      // A table in running text has no caption and no room on a phone; the register's own tables have both.
      table: () => undefined,
    },
    renderer: {
      html: () => '',
      image: ({ text }) => escaped(text),
      link({ href, tokens }) {
        const inside = this.parser.parseInline(tokens);
        return isSafeAddress(href) || isOwnAddress(href) ? `<a href="${escaped(href)}">${inside}</a>` : inside;
      },
    },
    walkTokens(token) {
      if (token.type !== 'text' || ('tokens' in token && token.tokens !== undefined)) return;
      const text: unknown = token.text;
      if (typeof text === 'string') token.text = tidied(text, lang);
    },
  });
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const isHeading = (token: Token): token is Tokens.Heading => token.type === 'heading';

/** The highest level becomes `h2`, and none is skipped below it, whatever the author began with. */
function levelHeadings(tokens: readonly Token[]): void {
  const above: number[] = [];
  for (const heading of tokens.filter(isHeading)) {
    while ((above.at(-1) ?? 0) >= heading.depth) above.pop();
    above.push(heading.depth);
    heading.depth = Math.min(above.length + 1, 6);
  }
}

/** @param reserved ids that the page has already given */
export function readArticle(source: string, lang: Lang, reserved: readonly string[] = []): ReadArticle {
  const marked = reader(lang);
  const tokens = marked.lexer(source);
  void marked.walkTokens(tokens, marked.defaults.walkTokens ?? (() => undefined));
  levelHeadings(tokens);
  const words = wordsOf(lang);
  const taken = new Set<string>([words.contentId, words.sourcesId, words.label.headingId, 'metka', ...reserved]);
  const html = (part: Token[]): string => clean(marked.parser(part));
  const starts = tokens.flatMap((token, index) => (isHeading(token) && token.depth === 2 ? [{ token, index }] : []));
  return {
    opening: html(tokens.slice(0, starts[0]?.index ?? tokens.length)),
    sections: starts.map(({ token, index }, number) => ({
      id: freeId(token.text, number + 1, taken),
      heading: clean(marked.Parser.parseInline(token.tokens, marked.defaults)),
      html: html(tokens.slice(index + 1, starts[number + 1]?.index ?? tokens.length)),
    })),
  };
}

function freeId(heading: string, number: number, taken: Set<string>): string {
  const wanted = slugOf(heading) || `s-${number}`;
  let id = wanted;
  for (let next = 2; taken.has(id); next += 1) id = `${wanted}-${next}`;
  taken.add(id);
  return id;
}

/**
 * Text that the office wrote in Markdown. What stands before its first heading is prose; every heading of the first level opens
 * a section in the margin. Raw HTML is left out, and only links that any link of the record may have are kept.
 */
export const Markdown = ({ text, lang, opening = (prose) => prose }: { text: Text; lang: Lang; opening?: (prose: Child) => Child }) => {
  const shown = textIn(text, lang);
  const { opening: first, sections } = readArticle(shown.text, shown.lang);
  const foreign = shown.lang === lang ? undefined : shown.lang;
  const prose = (html: string) => (
    <div class="kg-prose" lang={foreign}>
      {asMarkup(html)}
    </div>
  );
  return (
    <>
      {foreign !== undefined && (
        <p>
          <span class="kg-only-pl">{wordsOf(lang).onlyPolish}</span>
        </p>
      )}
      {first !== '' && opening(prose(first))}
      {sections.map(({ id, heading, html }) => (
        <Section id={id} heading={foreign === undefined ? asMarkup(heading) : <span lang={foreign}>{asMarkup(heading)}</span>}>
          {prose(html)}
        </Section>
      ))}
    </>
  );
};
