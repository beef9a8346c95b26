import { monthWords } from '#lang/call-words.ts';

/** The months as they are written in Polish and English, from 1. */
export const monthNames: ReadonlyMap<string, number> = new Map(monthWords.flatMap((names, index) => names.map((name) => [name, index + 1] as const)));

const weekdays: readonly RegExp[] = [
  /^(sunday|sun|niedziel[aeęy])$/,
  /^(monday|mon|poniedział(ek|ku))$/,
  /^(tuesday|tues?|wtor(ek|ku))$/,
  /^(wednesday|wed|środ[aęy]|środzie)$/,
  /^(thursday|thurs?|thu|czwart(ek|ku))$/,
  /^(friday|fri|piąt(ek|ku))$/,
  /^(saturday|sat|sobot[aęy]|sobocie)$/,
];

/** 0 for Sunday; null where the word is no day of the week. */
export function weekdayOf(word: string): number | null {
  const at = weekdays.findIndex((pattern) => pattern.test(word.toLowerCase()));
  return at === -1 ? null : at;
}

export const numbered = (text: string): number | undefined => {
  const number = Number(text);
  return number >= 1 && number <= 12 ? number : undefined;
};

const numerals = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];
export const roman = (text: string): number | undefined => numbered(String(numerals.indexOf(text) + 1));
