import { resultSteps, type AssessmentResult, type FrozenInput } from '#assessment/index.ts';
import { remembered } from '#basics/remembered.ts';

const keep = remembered<AssessmentResult[] | null>(32);

/** The results of a changed cycle; null where no result can be counted from it. Gives way to other readers between parts of the work. */
export const whatIfResults = (key: string, input: FrozenInput): Promise<AssessmentResult[] | null> =>
  keep(key, async () => {
    const steps = resultSteps(input);
    if (!steps.ok) return null;
    for (;;) {
      const next = steps.value.next();
      if (next.done === true) return next.value;
      await new Promise((resolve) => setImmediate(resolve));
    }
  });
