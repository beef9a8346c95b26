import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byIndex, type Facts, indexSeed, indications, type Rule, type Sorted, type Sorting, type SortingProblem, usualRule } from './indication.ts';
import { type Profiles } from './profiles.ts';
import { type Score, unknownScore } from './scores.ts';
import { leastDraws, smaa } from './smaa.ts';

const at = (value: number, high = value): Score => ({ low: value, high, rests: true });
const profile = (just: number, clear: number) => ({ justWorthwhile: [just, just], clearlyWorthwhile: [clear, clear] });
const profiles: Profiles = { limits: [0.3, 0.7], of: { low: profile(0.1, 0.4), middle: profile(0.3, 0.6), high: profile(0.5, 0.8) } };
const rule: Rule = { profiles, ...usualRule };
const lively: Facts = { asksPaid: true, monthsWithoutEffect: 2, engagementDeclaredLow: false };
const silent: Facts = { ...lively, monthsWithoutEffect: 24 };
const member = (key: string, benefits: readonly Score[], ask: Score, facts: Facts = lively): Sorted => ({ key, benefits, asks: [ask], facts });

const problemOf = (memberships: readonly Sorted[], more: Partial<SortingProblem> = {}): SortingProblem => ({
  memberships,
  benefits: { by: 'open' },
  asks: { by: 'equal' },
  criteria: { benefits: 2, asks: 1 },
  rule,
  draws: leastDraws,
  seed: 'test',
  ...more,
});
function sort(memberships: readonly Sorted[], more: Partial<SortingProblem> = {}): Sorting[] {
  const outcome = indications(problemOf(memberships, more));
  if (!outcome.ok) throw new Error(`${outcome.refusal} ${outcome.detail ?? ''}`);
  return outcome.value;
}
const indication = (one: Sorted, more: Partial<SortingProblem> = {}) => sort([one], more)[0]?.indication;

const score = fc
  .tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 10 }), fc.boolean())
  .map(([a, b, known]): Score => (known ? at(Math.min(a, b) / 10, Math.max(a, b) / 10) : unknownScore));
const facts = fc.record({ asksPaid: fc.constantFrom(true, false, null), monthsWithoutEffect: fc.constantFrom(null, 0, 23, 24, 90), engagementDeclaredLow: fc.boolean() });
const memberships = fc
  .array(fc.tuple(score, score, score, facts), { minLength: 1, maxLength: 6 })
  .map((all) => all.map(([one, other, ask, its], index) => member(`m${index}`, [one, other], ask, its)));
const few = { numRuns: 25 };

describe('the indication for a membership', () => {
  it('is refused with the reason', () => {
    const refusal = (more: Partial<SortingProblem>) => {
      const outcome = indications(problemOf([member('a', [at(0.5), at(0.5)], at(0.5))], more));
      return outcome.ok ? 'accepted' : [outcome.refusal, outcome.detail ?? ''].join(' ').trim();
    };
    const withProfiles = (changed: Partial<Profiles>): Partial<SortingProblem> => ({ rule: { ...rule, profiles: { ...profiles, ...changed } } });
    expect(refusal({})).toBe('accepted');
    expect(refusal({ memberships: [] })).toBe('noMemberships');
    expect(refusal({ benefits: { by: 'swing', ratios: [0, 0] } })).toBe('weighNothing');
    expect(refusal({ asks: { by: 'swing', ratios: [] } })).toBe('weightsMissing');
    expect(refusal({ memberships: [member('a', [at(0.5)], at(0.5))] })).toBe('scoresMissing a');
    expect(refusal({ memberships: [member('a', [at(0.5), at(0.5)], at(0.9, 0.2))] })).toBe('turnedAround a');
    expect(refusal({ draws: 100 })).toBe('tooFewDraws');
    expect(refusal({ rule: { ...rule, threshold: 0.5 } })).toBe('ruleUneven');
    expect(refusal({ rule: { ...rule, threshold: Number.NaN } })).toBe('ruleUneven');
    expect(refusal({ rule: { ...rule, completeness: 1.2 } })).toBe('ruleUneven');
    expect(refusal(withProfiles({ limits: [0.7, 0.3] }))).toBe('bandsTurnedAround');
    expect(refusal(withProfiles({ of: { ...profiles.of, middle: profile(0.7, 0.6) } }))).toBe('profilesCross middle');
    expect(refusal(withProfiles({ of: { ...profiles.of, high: profile(0.2, 0.8) } }))).toBe('bandsTurnedAround high');
    expect(refusal(withProfiles({ of: { ...profiles.of, low: { justWorthwhile: [0.1], clearlyWorthwhile: [0.2, 0.2] } } }))).toBe('profileMissing low');
    expect(refusal(withProfiles({ of: { ...profiles.of, low: profile(0.1, Number.NaN) } }))).toBe('profileNotANumber low');
  });

  it('follows the profiles of its own band of asks', () => {
    const middling = [at(0.55), at(0.55)];
    expect(indication(member('a', middling, at(0.1)))).toBe('keepAndUseMore');
    expect(indication(member('a', middling, at(0.5)))).toBe('keep');
    expect(indication(member('a', [at(0.45), at(0.45)], at(0.9)))).toBe('examine');
    // What just meets a profile has reached it.
    expect(indication(member('a', [at(0.6), at(0.6)], at(0.3)))).toBe('keepAndUseMore');
  });

  it('says revive or justify only where something is paid, nothing came for 24 months, and little was not meant', () => {
    const low = [at(0), at(0)];
    const of = (changed: Partial<Facts>) => indication(member('a', low, at(0.5), { ...silent, ...changed }));
    expect(of({})).toBe('reviveOrJustify');
    expect(of({ monthsWithoutEffect: 23 })).toBe('examine');
    expect(of({ asksPaid: false })).toBe('examine');
    expect(of({ engagementDeclaredLow: true })).toBe('examine');
    expect(of({ asksPaid: null })).toBe('examine');
    expect(of({ monthsWithoutEffect: null })).toBe('examine');
    expect(indication(member('a', [at(0.5), at(0.5)], at(0.5), silent))).toBe('keep');
  });

  it('is withheld, figures and all, where too little is known, and says what to collect', () => {
    const [found] = sort([member('a', [at(0.9), unknownScore], at(0.1))]);
    expect(found).toEqual({
      key: 'a',
      indication: 'tooLittleData',
      shares: null,
      bands: null,
      completeness: { benefits: 0.5, asks: 1 },
      missing: { benefits: [1], asks: [] },
    });
    expect(indication(member('a', [at(0.9), at(0.9)], unknownScore))).toBe('tooLittleData');
    expect(indication(member('a', [at(0.9), unknownScore], at(0.1)), { benefits: { by: 'swing', ratios: [60, 40] } })).not.toBe('tooLittleData');
  });

  it('never lets silence beat a documented low, nor count as zero or as the middle', () => {
    const [silentOne, lowOne] = sort([member('silent', [unknownScore, unknownScore], at(0.1)), member('low', [at(0.05), at(0.05)], at(0.1))]);
    expect(silentOne?.indication).toBe('tooLittleData');
    expect(lowOne?.indication).toBe('examine');
    const half = (second: Score) => sort([member('a', [at(0.3), second], at(0.5))], { benefits: { by: 'swing', ratios: [60, 40] } })[0];
    expect(half(unknownScore)?.indication).toBe('uncertain');
    expect(half(at(0))?.indication).toBe('examine');
    expect(half(at(0.5))?.indication).toBe('keep');
  });

  it('is uncertain where no class holds often enough', () => {
    const wide = member('a', [at(0.2, 0.45), at(0.2, 0.45)], at(0.5));
    const [found] = sort([wide]);
    expect(found?.indication).toBe('uncertain');
    expect(Math.max(...Object.values(found?.shares ?? {}))).toBeLessThan(0.8);
    expect(indication(wide, { rule: { ...rule, threshold: 0.51 } })).toBe('keep');
    // Asks that may lie in either band make the class uncertain too.
    expect(indication(member('b', [at(0.45), at(0.45)], at(0.1, 0.5)))).toBe('uncertain');
  });

  it('changes for nobody when a membership is copied or added, nor with their order, to the last digit', () => {
    fc.assert(
      fc.property(memberships, score, fc.nat(5), fc.boolean(), (all, other, which, copies) => {
        const taken = all[which % all.length];
        if (taken === undefined) throw new Error('there is one');
        const added = copies ? { ...taken, key: 'copy' } : member('added', [other, other], other);
        const before = sort(all);
        expect(sort([...all, added]).slice(0, -1)).toEqual(before);
        expect(sort([added, ...all]).slice(1)).toEqual(before);
        expect(sort(all.toReversed()).toReversed()).toEqual(before);
      }),
      few,
    );
  });

  it('has shares that add up, and one class at most that holds', () => {
    fc.assert(
      fc.property(memberships, (all) => {
        for (const { shares, bands, indication: said } of sort(all)) {
          expect(shares === null).toBe(said === 'tooLittleData');
          if (shares === null || bands === null) continue;
          expect(Object.values(shares).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
          expect(Object.values(bands).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
          if (said !== 'uncertain' && said !== 'tooLittleData') expect(shares[said]).toBeGreaterThanOrEqual(0.8);
        }
      }),
      few,
    );
  });

  it('gets no worse with more benefits, and no better with more asks', () => {
    fc.assert(
      fc.property(memberships, fc.integer({ min: 1, max: 5 }), (all, tenths) => {
        const by = (its: Score): Score => ({ ...its, low: Math.min(1, its.low + tenths / 10), high: Math.min(1, its.high + tenths / 10) });
        const worthwhile = (one: Sorting | undefined): [number, number] => [one?.shares?.keepAndUseMore ?? 0, (one?.shares?.keepAndUseMore ?? 0) + (one?.shares?.keep ?? 0)];
        const free: Partial<SortingProblem> = { rule: { ...rule, completeness: 0 } };
        const before = sort(all, free);
        const richer = sort(
          all.map((one) => ({ ...one, benefits: one.benefits.map((its) => (its.low === its.high ? by(its) : its)) })),
          free,
        );
        const dearer = sort(
          all.map((one) => ({ ...one, asks: one.asks.map((its) => (its.low === its.high ? by(its) : its)) })),
          free,
        );
        for (const [index, one] of before.entries()) {
          const [[clear, just], [clearRicher, justRicher], [clearDearer, justDearer]] = [worthwhile(one), worthwhile(richer[index]), worthwhile(dearer[index])];
          expect(clearRicher >= clear - 1e-9 && justRicher >= just - 1e-9).toBe(true);
          expect(clearDearer <= clear + 1e-9 && justDearer <= just + 1e-9).toBe(true);
        }
      }),
      few,
    );
  });

  it('rests on the same draws as the index shown beside it', () => {
    const all = [member('a', [at(0.2, 0.9), at(0.4)], at(0.1, 0.9)), member('b', [at(0.1), at(0.3, 0.8)], at(0.4))];
    const asks = smaa({ memberships: byIndex(all, 'asks'), criteria: 1, weighting: { by: 'equal' }, draws: leastDraws, seed: indexSeed('test', 'asks') });
    if (!asks.ok) throw new Error(asks.refusal);
    const [found] = sort(all);
    // Uniform on 0.1–0.9: a quarter below 0.3, a quarter above 0.7.
    expect(Math.abs((found?.bands?.low ?? 0) - 0.25)).toBeLessThan(2 * asks.value.error);
    expect(asks.value.values[0]?.mean).toBeCloseTo(0.5, 2);
  });
});
