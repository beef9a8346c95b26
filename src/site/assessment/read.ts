import { assessmentNamed, listAssessments, listDecisions, readSummary, type Assessment, type CycleInList, type Decision, type Summary } from '#assessment/index.ts';
import { readLocalUse } from '#insight/index.ts';
import { labelOfLatest, type LabelFacts } from '#publishing/history.ts';
import type { Kept } from '#register/index.ts';
import type { Asked } from '../page.ts';
import { readWhatIf, type WhatIfView } from './what-if/read.ts';

/** A published cycle with what was decided on it and the one before. */
export type CycleView = Kept<Assessment> & { before: Kept<Assessment> | null; decisions: Kept<Decision>[] };

export type View = {
  summary: Summary;
  /** The latest published one; null where the city has published none, and then nothing of the second layer stands on the page. */
  cycle: CycleView | null;
  cycles: CycleInList[];
  whatIf: WhatIfView | null;
  label: LabelFacts | undefined;
};

export async function readAssessmentPage({ reader, today, query }: Asked): Promise<View> {
  const cycles = await listAssessments(reader);
  const [latest] = cycles;
  const cycle = latest === undefined ? null : await readCycle(reader, latest.slug);
  return {
    summary: await readSummary(reader, today, await readLocalUse(reader, today)),
    cycle,
    cycles,
    whatIf: cycle === null ? null : await readWhatIf(cycle, query),
    label: await labelOfLatest(reader, ['effect', 'ask', 'membership', 'organisation', 'assessment', 'decision']),
  };
}

export async function readCycle(reader: Asked['reader'], slug: string): Promise<CycleView | null> {
  const cycle = await assessmentNamed(reader, slug);
  if (cycle === undefined) return null;
  const before = cycle.body.previous === undefined ? undefined : await assessmentNamed(reader, cycle.body.previous);
  const decisions = (await listDecisions(reader)).filter(({ body }) => body.assessment === cycle.slug);
  return { ...cycle, before: before ?? null, decisions };
}
