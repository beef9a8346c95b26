import { whyBelong as en } from '#lang/en/why-belong.ts';
import type { Lang } from '#lang/lang.ts';
import { whyBelong as pl } from '#lang/pl/why-belong.ts';
import { wordsFor } from '#lang/words.ts';
import type { Area } from '#register/index.ts';

export const textsFor = (lang: Lang) => (lang === 'pl' ? pl : en);

/** An area's name as a heading or a link begins it. */
export function areaName(area: Area, lang: Lang): string {
  const name = wordsFor(lang).area[area];
  return name.charAt(0).toLocaleUpperCase(lang) + name.slice(1);
}
