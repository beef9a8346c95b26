import type { Child } from '#markup/markup.ts';
import type { Lang } from '#lang/lang.ts';
import { wordsOf } from './words.ts';

/** good: lasting, settled; brand: a property; warn: not established, ahead of us; bad: an error, refused; plain: ended, everything else. */
export type Tone = 'plain' | 'brand' | 'good' | 'warn' | 'bad';

const toneClass: Record<Tone, string> = { plain: '', brand: ' govuk-tag--blue', good: ' govuk-tag--green', warn: ' govuk-tag--orange', bad: ' govuk-tag--red' };

export const Tag = ({ tone = 'plain', children }: { tone?: Tone; children: Child }) => <strong class={`govuk-tag${toneClass[tone]}`}>{children}</strong>;

export type UnknownForm = 'neuter' | 'feminine' | 'masculine' | 'notFound' | 'notEstablished' | 'notEstablishedFeminine';

/** What is not known, said quietly and in the right gender; `children` replace the word. */
export const Unknown = ({ lang, form = 'neuter', children }: { lang: Lang; form?: UnknownForm; children?: Child }) => (
  <span class="kg-unknown">{children ?? wordsOf(lang).unknown[form]}</span>
);

/** A remark beside the facts: a conflict of sources, how a day was counted. */
export const Note = ({ children }: { children: Child }) => <p class="kg-note">{children}</p>;

/** Text that is heard but not seen. */
export const Hidden = ({ children }: { children: Child }) => <span class="kg-vh">{children}</span>;
