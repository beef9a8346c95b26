import type { Assessed } from '#assessment/index.ts';

/** How many fields of the sheets rest on something, of how many. */
export function knownIn(assessed: readonly Pick<Assessed, 'scores'>[]): { known: number; of: number } {
  const sheets = assessed.flatMap((one) => one.scores);
  return { known: sheets.filter((sheet) => sheet.state !== 'unknown').length, of: sheets.length };
}
