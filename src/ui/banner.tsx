import type { Child } from '#markup/markup.ts';
import type { Lang } from '#lang/lang.ts';
import { momentInWords } from './moments.tsx';
import { wordsOf } from './words.ts';

/** A message over a page's content. */
export const Banner = ({ heading, tone = 'warn', children }: { heading: Child; tone?: 'warn' | 'good' | 'plain'; children?: Child }) => (
  <div class={`kg-banner kg-banner--${tone}`} role="note">
    <p class="kg-banner__heading">{heading}</p>
    {children}
  </div>
);

type ArchiveBannerProps = {
  lang: Lang;
  revision: number;
  /** When this revision was published: a day or an instant as ISO text. */
  published: string;
  /** Address of the current version; absent where the record has been withdrawn. */
  current?: string | undefined;
  /** Address of the list of all versions. */
  history?: string | undefined;
  timeZone?: string | undefined;
};

/** Stands over every revision that is not the current one. */
export const ArchiveBanner = ({ lang, revision, published, current, history, timeZone }: ArchiveBannerProps) => {
  const words = wordsOf(lang).archive;
  return (
    <Banner heading={words.heading}>
      <p>
        {words.text(revision, momentInWords(published, lang, timeZone))} {current === undefined && words.withdrawn}
      </p>
      <p class="kg-banner__ways">
        {current !== undefined && <a href={current}>{words.current}</a>}
        {history !== undefined && <a href={history}>{words.history}</a>}
      </p>
    </Banner>
  );
};
