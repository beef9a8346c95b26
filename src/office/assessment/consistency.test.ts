import { describe, expect, it } from 'vitest';
import { contradicts, questionsFor } from './consistency.ts';

describe('questions that test whether weights are meant', () => {
  const weights = [0.4, 0.3, 0.15, 0.1, 0.05];

  it('set the heaviest steps against two lesser ones that come nearest to them', () => {
    expect(questionsFor(weights)).toEqual([
      { one: 0, others: [1, 3] },
      { one: 1, others: [2, 3] },
      { one: 2, others: [3, 4] },
    ]);
  });

  it('are none where there is nothing to compare', () => {
    expect(questionsFor([1, 0, 0])).toEqual([]);
    expect(questionsFor([0.6, 0.4])).toEqual([]);
    expect(questionsFor([])).toEqual([]);
  });

  it('tell an answer that contradicts the weights from one that agrees', () => {
    const question = { one: 1, others: [2, 3] as [number, number] };
    expect(contradicts('one', question, weights)).toBe(false);
    expect(contradicts('both', question, weights)).toBe(true);
    expect(contradicts('same', question, weights)).toBe(false);
    expect(contradicts('same', { one: 0, others: [3, 4] }, weights)).toBe(true);
    expect(contradicts('both', { one: 0, others: [1, 3] }, weights)).toBe(false);
  });
});
