import type { Day } from '#basics/day.ts';
import { boundsOf, edtf } from '#basics/edtf.ts';
import type { Membership, Step, StepKind } from './membership.ts';

/** What about the order of steps a reader should be told. Nothing is refused: life took them in this order. */
export type Oddity =
  | { kind: 'joined-before-decision'; days: number; decided: string; joined: string }
  | { kind: 'decided-before-founding'; days: number; decided: string; founded: string }
  | { kind: 'decided-after-joining'; days: number; decided: string; joined: string };

const dayMs = 86_400_000;
const gap = (from: Day, to: Day): number => Math.round((Date.parse(to) - Date.parse(from)) / dayMs);

const first = (steps: readonly Step[], kind: StepKind): { text: string; from: Day; to: Day } | null => {
  for (const step of steps) {
    const text = step.kind === kind ? step.date[0]?.value : undefined;
    if (text === undefined) continue;
    const bounds = boundsOf(edtf(text));
    if (bounds.from !== null && bounds.to !== null) return { text, from: bounds.from, to: bounds.to };
  }
  return null;
};

/** Compares only what cannot overlap: a year and a day within it are no oddity. */
export function oddities(membership: Pick<Membership, 'steps' | 'founder'>): Oddity[] {
  const resolution = first(membership.steps, 'council-resolution');
  if (!resolution) return [];
  const found: Oddity[] = [];
  const founding = first(membership.steps, 'founding');
  if (founding && membership.founder && founding.to < resolution.from)
    found.push({ kind: 'joined-before-decision', days: gap(founding.from, resolution.from), decided: resolution.text, joined: founding.text });
  if (founding && resolution.to < founding.from)
    found.push({ kind: 'decided-before-founding', days: gap(resolution.from, founding.from), decided: resolution.text, founded: founding.text });
  const designated = first(membership.steps, 'designation') ?? first(membership.steps, 'selection');
  if (designated && designated.to < resolution.from)
    found.push({ kind: 'decided-after-joining', days: gap(designated.from, resolution.from), decided: resolution.text, joined: designated.text });
  return found;
}

/** Days from one step to the next where both are known to the day; null where they are not. */
export function daysBetweenSteps(earlier: Step, later: Step): number | null {
  const [a, b] = [earlier.date[0]?.value, later.date[0]?.value];
  if (a === undefined || b === undefined) return null;
  const [from, to] = [edtf(a), edtf(b)];
  if (from.kind !== 'date' || to.kind !== 'date' || from.date.precision !== 'day' || to.date.precision !== 'day') return null;
  return gap(from.date.earliest, to.date.earliest);
}

export type ConsentFinding = 'on-file' | 'required-not-on-file' | 'not-required' | 'not-examined';

/** Only "required, and no consent on file" is a flag: a consent that nobody had to ask for is not missing. */
export function consentFinding(membership: Pick<Membership, 'consent' | 'steps'>): ConsentFinding {
  if (membership.steps.some((step) => step.kind === 'minister-consent')) return 'on-file';
  if (membership.consent.state === 'required') return 'required-not-on-file';
  return membership.consent.state;
}
