import type { Lang } from '#lang/lang.ts';
import { SafeLink, hostOf } from './links.tsx';
import { momentInWords } from './moments.tsx';
import { Section } from './section.tsx';
import type { NumberedSource, SourceNotes } from './source-notes.ts';
import { wordsOf } from './words.ts';

/** Small numbers that lead to the sources at the page's end. The word joiner keeps the number on its word's line. */
export const SourceRefs = ({ numbers, lang }: { numbers: readonly number[]; lang: Lang }) => {
  if (numbers.length === 0) return null;
  const words = wordsOf(lang);
  return (
    <>
      {'\u2060'}
      <span class="kg-ref">
        {numbers.map((number) => (
          <a href={`#${words.sourceAnchor(number)}`} aria-label={words.sourceLabel(number)}>
            {number}
          </a>
        ))}
      </span>
    </>
  );
};

/** The last day of reading is said once over the list, and another one beside its source. */
function readingDays(list: readonly NumberedSource[]): { last: string | undefined; same: boolean } {
  const days = new Set(list.map((one) => one.seenOn));
  const last = [...days].filter((one) => one !== undefined).toSorted();
  return { last: last.at(-1), same: days.size === 1 };
}

/** The title with the host it is found on, said once: many titles name it already. */
const titled = (title: string | undefined, host: string, url: string): string => {
  if (title === undefined) return host === '' ? url : host;
  return host === '' || title.includes(host) ? title : `${title}, ${host}`;
};

type SourceLinkProps = { url: string; title: string; titleLang: string | undefined; lang: Lang };

/** A link to a source by its title, which stays in the language it was written in. */
export const SourceLink = ({ url, title, titleLang, lang }: SourceLinkProps) => (
  <SafeLink href={url}>{titleLang === undefined || titleLang === lang ? title : <span lang={titleLang}>{title}</span>}</SafeLink>
);

export const SourceList = ({ notes, lang }: { notes: SourceNotes; lang: Lang }) => {
  const list = notes.list();
  const words = wordsOf(lang);
  const { last } = readingDays(list);
  return (
    <ol class="kg-sources">
      {list.map(({ number, url, title, lang: titleLang, seenOn, by }) => {
        const host = hostOf(url);
        const said = [by && words.sourceBy[by], seenOn !== undefined && seenOn !== last ? words.readOnShort(momentInWords(seenOn, lang)) : undefined].filter(
          (one) => one !== undefined,
        );
        return (
          <li id={words.sourceAnchor(number)}>
            <b aria-hidden="true">{number}</b>
            <SourceLink url={url} title={titled(title, host, url)} titleLang={titleLang} lang={lang} />
            {said.length > 0 && <span> ({said.join(', ')})</span>}
          </li>
        );
      })}
    </ol>
  );
};

/** The section "How do we know?" at a page's end. Render it after everything that cites; nothing cited, nothing shown. */
export const SourceSection = ({ notes, lang }: { notes: SourceNotes; lang: Lang }) => {
  const list = notes.list();
  if (list.length === 0) return null;
  const words = wordsOf(lang);
  const { last, same } = readingDays(list);
  const read = last === undefined ? undefined : momentInWords(last, lang);
  return (
    <Section id={words.sourcesId} heading={words.sources} intro={read === undefined ? undefined : same ? words.readOn(read) : words.readUntil(read)}>
      <SourceList notes={notes} lang={lang} />
    </Section>
  );
};
