import type { Lang } from '#lang/lang.ts';

const polish = /(?<!\p{L})(?:i|w|z|na|do|się|oraz|jest|dla|nie|że|przez|termin|zgłoszenia)(?!\p{L})|[ąćęłńśźż]/giu;
const english = /(?<!\p{L})(?:the|and|of|to|for|is|in|are|with|by|your|from|this)(?!\p{L})/giu;

/** Which of the two languages a text is written in, by its little words. */
export const langOfText = (text: string): Lang => {
  const head = text.slice(0, 5000);
  return [...head.matchAll(polish)].length > [...head.matchAll(english)].length ? 'pl' : 'en';
};
