/** Widths of Source Sans 3 in parts of its size, by kinds of letters, a little generous: SVG text does not wrap by itself. */
function letterWidth(letter: string): number {
  if (letter === '\u2060') return 0;
  if (letter === '\u00a0') return 0.32;
  if ("ijlI.,:;'’|!()[]ft ".includes(letter)) return 0.32;
  if ('mwMW–—%@'.includes(letter)) return 0.86;
  // Scripts without upper and lower case, such as Han, take a full square.
  if (letter > '\u2fff') return 1;
  if (letter >= '0' && letter <= '9') return 0.51;
  return letter === letter.toLowerCase() ? 0.54 : 0.64;
}

export const textWidth = (text: string, size: number): number => Array.from(text).reduce((sum, letter) => sum + letterWidth(letter), 0) * size;

/** Lines no wider than this, broken at spaces but not at no-break spaces. A word that is too wide by itself is cut, and so is what does not fit into the last line. */
export function wrapText(text: string, width: number, size: number, mostLines = 3): string[] {
  const lines: string[] = [];
  for (const word of text.split(/[ \t\n]+/).filter((part) => part !== '')) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last} ${word}`, size) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const kept = lines.slice(0, mostLines).map((line, index) => (index === mostLines - 1 && lines.length > mostLines ? `${line}…` : line));
  return kept.map((line) => cut(line, width, size));
}

function cut(line: string, width: number, size: number): string {
  if (textWidth(line, size) <= width) return line;
  const letters = Array.from(line.replace(/…$/, ''));
  while (letters.length > 1 && textWidth(`${letters.join('')}…`, size) > width) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}

/** The first of the wordings that fits; the last where none does. */
export const fitting = (wordings: readonly string[], width: number, size: number): string => wordings.find((wording) => textWidth(wording, size) <= width) ?? wordings.at(-1) ?? '';

/** A coordinate with one decimal: finer ones only make the page longer. */
export const round = (coordinate: number): number => Math.round(coordinate * 10) / 10;
