import type { Lang, Same } from '#lang/lang.ts';
import { signIn as en } from '#lang/en/office-sign-in.ts';
import { signIn as pl } from '#lang/pl/office-sign-in.ts';

export const signInTexts = (lang: Lang): Same<typeof pl> => (lang === 'pl' ? pl : en);

/** The other language of a page at the door, on the same page. */
export function inOtherLanguage(url: string, lang: Lang): string {
  const { pathname, searchParams } = new URL(url);
  searchParams.set('lang', lang === 'pl' ? 'en' : 'pl');
  return `${pathname}?${searchParams.toString()}`;
}

/** The address of a page at the door: its language and where one was going travel along. */
export function doorPath(path: string, { lang, to }: { lang: Lang; to?: string }): string {
  const query = new URLSearchParams({ ...(lang === 'en' ? { lang } : {}), ...(to === undefined || to === '/office' ? {} : { to }) }).toString();
  return query === '' ? path : `${path}?${query}`;
}
