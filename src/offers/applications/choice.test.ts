import { describe, expect, it } from 'vitest';
import { choiceRefusal, meanOf, type Score } from './choice.ts';
import type { Criterion } from './form.ts';

const criteria: Criterion[] = ['k1', 'k2'].map((key) => ({ key, label: { pl: key }, points: 10 }));
const score = (scorerId: string, criterion: string, points: number): Score => ({ scorerId, criterion, points, reason: 'Tak.' });
const anna = [score('anna', 'k1', 6), score('anna', 'k2', 9)];
const jan = [score('jan', 'k1', 10), score('jan', 'k2', 8)];

describe('choosing an application', () => {
  const refusal = (scores: Score[], taken = 0, quota: number | undefined = 1) => choiceRefusal({ criteria, scores, quota, taken });
  it('needs two people who judged every criterion', () => {
    expect(refusal([])).toBe('tooFewScorers');
    expect(refusal(anna)).toBe('tooFewScorers');
    expect(refusal([...anna, score('jan', 'k1', 10)])).toBe('tooFewScorers');
    expect(refusal([...anna, ...anna])).toBe('tooFewScorers');
    expect(refusal([...anna, ...jan])).toBeNull();
  });
  it('stays within the quota of the city', () => {
    expect(refusal([...anna, ...jan], 1)).toBe('quota');
    expect(refusal([...anna, ...jan], 1, 2)).toBeNull();
    expect(choiceRefusal({ criteria, scores: [...anna, ...jan], quota: undefined, taken: 40 })).toBeNull();
  });
  it('needs criteria', () => expect(choiceRefusal({ criteria: [], scores: [], quota: 1, taken: 0 })).toBe('noCriteria'));
  it('leaves points for a criterion that there is no more out', () => expect(meanOf(criteria, [...anna, ...jan, score('jan', 'k9', 99)])).toBe(16.5));
  it('has no mean before anybody has judged all', () => expect(meanOf(criteria, [score('jan', 'k1', 3)])).toBeNull());
});
