import { expect, it } from 'vitest';
import { afterStep, cycleStates, cycleSteps, takesScores } from './state.ts';

it('a cycle goes from open to published by these steps and no others', () => {
  const table = cycleStates.map(
    (state) => `${state}: ${cycleSteps.flatMap((step) => (afterStep(state, step) === null ? [] : [`${step} → ${afterStep(state, step)}`])).join(', ')}`,
  );
  expect(table).toEqual([
    'open: check → checking',
    'checking: reopen → open, close → closed',
    'closed: reopen → checking, submit → submitted',
    'submitted: return → closed, publish → published',
    'published: ',
  ]);
});

it('scores are taken until the closing', () => {
  expect(cycleStates.filter(takesScores)).toEqual(['open', 'checking']);
});
