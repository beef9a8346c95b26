import { fold } from '#basics/fold.ts';

export type SearchDocument = { title: string; names: string[]; text: string; titleFolded: string; exact: string[]; folded: string };

/** A name as a whole, without what stands between its parts: `LXXVIII/678/01` and `lxxviii 678 01` are the same number. */
export const asOneWord = (text: string): string => fold(text).replaceAll(' ', '');

/** So much of a folded title puts records in order that weigh the same. */
export const titleBegins = 32;

/** What search keeps of a record in one language: as written, for showing, and folded, for finding. */
export function searchDocument({ title, names, text }: { title: string; names: string[]; text: string }): SearchDocument {
  const called = [title, ...names];
  return {
    title,
    names,
    text,
    titleFolded: fold(called.join(' ')),
    exact: [...new Set(called.map(asOneWord))].filter((name) => name !== ''),
    folded: fold([...called, text].join(' ')),
  };
}
