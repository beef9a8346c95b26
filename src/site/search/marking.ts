import { fold } from '#basics/fold.ts';

/** A piece of a text; `marked` where it is a word that was searched for. Joined, the pieces are the text. */
export type Piece = { text: string; marked: boolean };

/** A word as written: letters, digits, their marks, and signs that fold into letters (`™`). */
const written = /[\p{L}\p{N}\p{M}\p{So}]+/gu;

const isMeant = (word: string, sought: readonly string[]): boolean => {
  const folded = fold(word).split(' ');
  return sought.some((one) => one !== '' && folded.some((part) => part.startsWith(one)));
};

/** The text in pieces, each whole word that begins with one of the folded words marked. */
export function markWords(text: string, sought: readonly string[]): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(written)) {
    if (!isMeant(match[0], sought)) continue;
    if (match.index > from) pieces.push({ text: text.slice(from, match.index), marked: false });
    pieces.push({ text: match[0], marked: true });
    from = match.index + match[0].length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), marked: false });
  return pieces;
}

/** Part of a text; `before` and `after` tell whether something was cut off there. */
export type Snippet = { text: string; before: boolean; after: boolean };

const longestSnippet = 180;
/** How much of what stands before the first word found is shown with it. */
const lead = 60;

/** The line that holds most of the folded words, shortened around the first of them; the first line where none holds any. Undefined where there is no text. */
export function snippetOf(text: string, sought: readonly string[]): Snippet | undefined {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const held = lines.map((line) => {
    const folded = ` ${fold(line)}`;
    return sought.filter((word) => folded.includes(` ${word}`)).length;
  });
  const line = lines[held.indexOf(Math.max(...held))];
  return line === undefined ? undefined : shortened(line, sought);
}

function shortened(line: string, sought: readonly string[]): Snippet {
  if (line.length <= longestSnippet) return { text: line, before: false, after: false };
  const pieces = markWords(line, sought);
  const first = pieces[0]?.marked === false && pieces.length > 1 ? pieces[0].text.length : 0;
  const start = first <= lead ? 0 : wordStart(line, first - lead);
  const end = start + longestSnippet >= line.length ? line.length : wordEnd(line, start + longestSnippet);
  return { text: line.slice(start, end).trim(), before: start > 0, after: end < line.length };
}

/** The beginning of the next word, so that none is cut; a text without blanks is cut where it must, but not inside a letter. */
function wordStart(line: string, at: number): number {
  const blank = line.indexOf(' ', at);
  return blank === -1 || blank - at > lead / 2 ? wholeLetter(line, at) : blank + 1;
}

function wordEnd(line: string, at: number): number {
  const blank = line.lastIndexOf(' ', at);
  return blank === -1 || at - blank > lead / 2 ? wholeLetter(line, at) : blank;
}

const wholeLetter = (line: string, at: number): number => (/[\uDC00-\uDFFF]/.test(line.charAt(at)) ? at - 1 : at);
