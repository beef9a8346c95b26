import { done, refused, type Outcome } from '#basics/outcome.ts';
import type { Progress } from '../decision/smaa.ts';
import type { Assessment } from './cycle.ts';
import { computeResults, type ResultRefusal } from './results.ts';

/** Computes the results of a published cycle again from its frozen parts and names the memberships whose results differ in any digit shown. */
export function verifyAssessment(body: Assessment, report?: (progress: Progress) => void): Outcome<{ memberships: number }, ResultRefusal | 'differs'> {
  const again = computeResults(body, report);
  if (!again.ok) return again;
  const published = new Map(body.results.map((one) => [one.membership, canonical(one)]));
  const different = again.value.filter((one) => published.get(one.membership) !== canonical(one)).map((one) => one.membership);
  const strange = body.results.filter((one) => !again.value.some((other) => other.membership === one.membership)).map((one) => one.membership);
  return different.length + strange.length === 0 && body.results.length === again.value.length
    ? done({ memberships: again.value.length })
    : refused('differs', [...different, ...strange].join(', '));
}

/** The same whatever order a store or a tool keeps the fields in. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1))) : part,
  );
