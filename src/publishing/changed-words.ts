import { diffWordsWithSpace } from 'diff';

/** A stretch of a text; `changed` where the other text does not have it. */
export type Stretch = { text: string; changed: boolean };

/** Beyond so many words put in or taken out, two texts are not one text changed. */
const mostChanged = 400;
/** Nor where less than this share of the longer one stayed. */
const leastKept = 0.3;

/**
 * Which words of two texts differ, for both in the order in which they stand; each side joined gives its text. Null where they have too little in common for
 * marks to help. The method is Myers, “An O(ND) Difference Algorithm and Its Variations” (1986), over words and the signs between them.
 */
export function changedWords(before: string, after: string): { before: Stretch[]; after: Stretch[] } | null {
  const found = diffWordsWithSpace(before, after, { maxEditLength: mostChanged });
  if (found === undefined) return null;
  const stays = (index: number): boolean => {
    const part = found[index];
    if (part === undefined || part.added || part.removed) return false;
    // A space between two changed words belongs to them.
    const isGap = part.value.trim() === '' && index > 0 && index < found.length - 1;
    return !isGap;
  };
  const kept = found.reduce((sum, part, index) => sum + (stays(index) ? part.value.length : 0), 0);
  if (kept < leastKept * Math.max(before.length, after.length)) return null;
  const side = (leftOut: 'added' | 'removed'): Stretch[] => {
    const stretches: Stretch[] = [];
    for (const [index, part] of found.entries()) {
      if (part[leftOut]) continue;
      const changed = !stays(index);
      const last = stretches.at(-1);
      if (last !== undefined && last.changed === changed) last.text += part.value;
      else stretches.push({ text: part.value, changed });
    }
    return stretches;
  };
  return { before: side('added'), after: side('removed') };
}
