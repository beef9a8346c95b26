import type { Child } from '#markup/markup.ts';
import { otherLang, type Lang } from '#lang/lang.ts';
import { tidy } from '#lang/typography.ts';
import { wordsOf } from './words.ts';

/** Text of the record: Polish always, English perhaps. */
export type Text = { pl: string; en?: string | undefined };

/** The text that a reader of this language gets, and the language it is really in. */
export const textIn = (text: Text, lang: Lang): { text: string; lang: Lang } =>
  lang === 'en' && text.en !== undefined && text.en.trim() !== '' ? { text: text.en, lang: 'en' } : { text: text.pl, lang: 'pl' };

const OnlyPolish = ({ lang }: { lang: Lang }) => <span class="kg-only-pl">{wordsOf(lang).onlyPolish}</span>;

/** The record's text in the reader's language, or the Polish one, marked as Polish. `note={false}` leaves the words "in Polish only" out, where a list has said it once. */
export const InLang = ({ text, lang, note = true }: { text: Text; lang: Lang; note?: boolean }) => {
  const shown = textIn(text, lang);
  const set = tidy(shown.text, shown.lang);
  if (shown.lang === lang) return <>{set}</>;
  return (
    <>
      <span lang={shown.lang}>{set}</span>
      {note && (
        <>
          {' '}
          <OnlyPolish lang={otherLang(shown.lang)} />
        </>
      )}
    </>
  );
};

/** Prose with a blank line between paragraphs. `after` follows the last word: references to sources. */
export const Paragraphs = ({ text, lang, after, class: className }: { text: Text | string; lang: Lang; after?: Child; class?: string }) => {
  const shown = typeof text === 'string' ? { text, lang } : textIn(text, lang);
  const foreign = shown.lang !== lang;
  const parts = shown.text
    .split(/\n\s*\n/)
    .map((part) => tidy(part.trim(), shown.lang))
    .filter((part) => part !== '');
  return (
    <>
      {parts.map((part, index) => {
        const last = index === parts.length - 1;
        return (
          <p class={className}>
            {foreign ? <span lang={shown.lang}>{part}</span> : part}
            {last && after}
            {last && foreign && (
              <>
                {' '}
                <OnlyPolish lang={lang} />
              </>
            )}
          </p>
        );
      })}
    </>
  );
};
