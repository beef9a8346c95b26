import type { Lang } from '#lang/lang.ts';

const locales: Record<Lang, string> = { pl: 'pl-PL', en: 'en-GB' };

/** A day, month or year, or an instant, in words: `2026-11-22` is "22 listopada 2026". Other text is given back as it is. */
export function momentInWords(at: string, lang: Lang, timeZone = 'Europe/Warsaw'): string {
  const given = (options: Intl.DateTimeFormatOptions, text: string): string => new Intl.DateTimeFormat(locales[lang], options).format(new Date(text));
  if (/^\d{4}$/.test(at)) return at;
  if (/^\d{4}-\d{2}$/.test(at)) return given({ year: 'numeric', month: 'long', timeZone: 'UTC' }, `${at}-01T00:00:00Z`);
  if (/^\d{4}-\d{2}-\d{2}$/.test(at)) return given({ dateStyle: 'long', timeZone: 'UTC' }, `${at}T00:00:00Z`);
  if (Number.isNaN(Date.parse(at))) return at;
  const [date, time] = [given({ dateStyle: 'long', timeZone }, at), given({ hour: 'numeric', minute: '2-digit', timeZone }, at)];
  return `${date}, ${time}`;
}

/** A day or an instant in words, with the exact value for machines. */
export const Moment = ({ at, lang, timeZone }: { at: string; lang: Lang; timeZone?: string }) => <time datetime={at}>{momentInWords(at, lang, timeZone)}</time>;
