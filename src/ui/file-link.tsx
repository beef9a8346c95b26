import type { Child } from '#markup/markup.ts';
import type { Lang } from '#lang/lang.ts';

const sizes = (lang: Lang, unit: 'kilobyte' | 'megabyte'): Intl.NumberFormat =>
  new Intl.NumberFormat(lang === 'pl' ? 'pl-PL' : 'en-GB', { style: 'unit', unit, maximumFractionDigits: unit === 'megabyte' ? 1 : 0 });

/** `1,2 MB`, `340 kB`. */
const sizeInWords = (bytes: number, lang: Lang): string =>
  bytes < 1_000_000 ? sizes(lang, 'kilobyte').format(Math.max(1, bytes / 1000)) : sizes(lang, 'megabyte').format(bytes / 1_000_000);

/** A file to take along, with what a reader wants to know before: its format and size. */
export const FileLink = ({ href, children, format, size, lang }: { href: string; children: Child; format: string; size: number; lang: Lang }) => (
  <>
    <a href={href}>{children}</a> <span class="kg-quiet">({`${format}, ${sizeInWords(size, lang)}`})</span>
  </>
);
