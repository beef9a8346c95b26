import type { Finding } from '#offers/index.ts';

/** A stretch of the text: plain, or the words of a finding under a number. */
export type Stretch = { text: string; number: number | null };

/** The words in the text that findings came from. Those that overlap are one passage. */
export function passagesIn(body: string, findings: readonly Finding[]): { stretches: Stretch[]; numberOf: (finding: Finding) => number | null } {
  const places = findings.flatMap(({ place }) => (place.part === 'body' && place.to > place.from ? [place] : [])).toSorted((a, b) => a.from - b.from || b.to - a.to);
  const passages: { from: number; to: number }[] = [];
  for (const { from, to } of places) {
    const last = passages.at(-1);
    if (last !== undefined && from < last.to) last.to = Math.max(last.to, to);
    else passages.push({ from, to });
  }
  const stretches: Stretch[] = [];
  let at = 0;
  passages.forEach(({ from, to }, index) => {
    if (from > at) stretches.push({ text: body.slice(at, from), number: null });
    stretches.push({ text: body.slice(from, to), number: index + 1 });
    at = to;
  });
  if (at < body.length) stretches.push({ text: body.slice(at), number: null });
  const numberOf = ({ place }: Finding): number | null => {
    if (place.part !== 'body') return null;
    const index = passages.findIndex((passage) => passage.from <= place.from && place.from < passage.to);
    return index === -1 ? null : index + 1;
  };
  return { stretches, numberOf };
}
