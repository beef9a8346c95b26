import { done, refused, type Outcome } from '#basics/outcome.ts';
import type { Why } from '#publishing/actor.ts';

const mostCharacters = 500;

export type Fault = { field: string; text: string };

/** The reason for the public change register: Polish is required, English may follow. */
export function readWhy(of: (name: string) => string, words: { missing: string; tooLong: string }): Outcome<Why, 'faults'> & { faults?: Fault[] } {
  const [pl, en] = [of('whyPl').trim(), of('whyEn').trim()];
  const faults: Fault[] = [];
  if (pl === '') faults.push({ field: 'whyPl', text: words.missing });
  for (const [field, text] of [
    ['whyPl', pl],
    ['whyEn', en],
  ] as const)
    if (text.length > mostCharacters) faults.push({ field, text: words.tooLong });
  if (faults.length > 0) return { ...refused('faults'), faults };
  return done(en === '' ? { pl } : { pl, en });
}

/** A reason that only the office reads, in whatever language it was written. */
export function readReason(of: (name: string) => string, words: { missing: string; tooLong: string }): Outcome<Why, 'faults'> & { faults?: Fault[] } {
  const text = of('reason').trim();
  if (text === '') return { ...refused('faults'), faults: [{ field: 'reason', text: words.missing }] };
  if (text.length > mostCharacters) return { ...refused('faults'), faults: [{ field: 'reason', text: words.tooLong }] };
  return done({ pl: text });
}
