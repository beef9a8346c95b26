import { describe, expect, it } from 'vitest';
import { shippedCriteria } from '../criteria/shipped.ts';
import type { Criterion } from '../criteria/criterion.ts';
import type { Assessed, ScoreSheet } from './cycle.ts';
import { computeResults, type FrozenInput } from './results.ts';
import { verifyAssessment } from './verify.ts';

const sheet = (criterion: string, given: Partial<ScoreSheet> = {}): ScoreSheet => ({
  criterion,
  state: 'judged',
  from: 1,
  to: 1,
  grade: null,
  seenOn: '2026-10-13',
  evidence: [],
  beside: [],
  ...given,
});
const none: Partial<ScoreSheet> = { state: 'confirmed-none', from: null, to: null };
const unknown: Partial<ScoreSheet> = { state: 'unknown', from: null, to: null, seenOn: null };
const codes = shippedCriteria.criteria.map((one) => one.code);

const assessed = (membership: string, scores: ScoreSheet[]): Assessed => ({
  membership,
  organisation: membership,
  name: { pl: membership },
  engagement: 'active',
  scores,
  facts: { asksPaid: true, monthsWithoutEffect: 0, engagementDeclaredLow: false },
});
const every = (given: Partial<ScoreSheet> = {}): ScoreSheet[] => codes.map((code) => sheet(code, given));

const flat = (just: number, clearly: number): { justWorthwhile: number[]; clearlyWorthwhile: number[] } => ({
  justWorthwhile: Array.from({ length: 11 }, () => just),
  clearlyWorthwhile: Array.from({ length: 11 }, () => clearly),
});

const input = (memberships: Assessed[], given: Partial<FrozenInput> = {}): FrozenInput => ({
  criteria: shippedCriteria,
  memberships,
  weights: [{ name: { pl: 'Urząd' }, benefits: { by: 'equal' }, asks: { by: 'equal' } }],
  reference: { limits: [0.3, 0.6], low: flat(0.1, 0.3), middle: flat(0.2, 0.4), high: flat(0.3, 0.6) },
  settings: { draws: 10_000, seed: 'test', threshold: 0.8, completeness: 0.6, silentMonths: 24, widening: { A: 0, B: 0.05, C: 0.15 }, exchangeRates: [], peers: [] },
  ...given,
});
const withCriterion = (change: Partial<Criterion>): FrozenInput['criteria'] => ({
  version: 2,
  criteria: shippedCriteria.criteria.map((one) => (one.code === 'V4' ? { ...one, ...change } : one)),
});

describe('what is wrong with the input is said, with membership and criterion', () => {
  const cases: [string, FrozenInput, string, string | undefined][] = [
    [
      'weights that sum to nothing',
      input([assessed('a', every())], { weights: [{ name: { pl: 'Urząd' }, benefits: { by: 'swing', ratios: Array.from({ length: 11 }, () => 0) }, asks: { by: 'equal' } }] }),
      'weighNothing',
      'Urząd',
    ],
    [
      'a reversed value function',
      input([assessed('a', every())], {
        criteria: withCriterion({
          corners: [
            { at: 0, value: 1 },
            { at: 4, value: 0 },
          ],
        }),
      }),
      'reversed',
      'V4 2',
    ],
    [
      'a flat value function',
      input([assessed('a', every())], {
        criteria: withCriterion({
          corners: [
            { at: 0, value: 0.5 },
            { at: 4, value: 0.5 },
          ],
        }),
      }),
      'flat',
      'V4',
    ],
    ['a score that is no number', input([assessed('a', [sheet('V1', { from: Number.NaN })])]), 'notANumber', 'a V1'],
    ['a score without its number', input([assessed('a', [sheet('V1', { from: null })])]), 'notANumber', 'a V1'],
    ['an interval turned around', input([assessed('a', [sheet('V1', { from: 3, to: 1 })])]), 'turnedAround', 'a V1'],
    ['a documented score without its grade', input([assessed('a', [sheet('V1', { state: 'documented' })])]), 'gradeMissing', 'a V1'],
    ['a score for a criterion that is not in the set', input([assessed('a', [sheet('V99')])]), 'noSuchCriterion', 'a V99'],
    [
      'a criterion that stands twice',
      input([assessed('a', every())], { criteria: { version: 1, criteria: [...shippedCriteria.criteria, ...shippedCriteria.criteria.slice(0, 1)] } }),
      'sameCriterionTwice',
      'V1',
    ],
    ['a membership that stands twice', input([assessed('a', every()), assessed('a', every())]), 'sameKeyTwice', 'Urząd: a'],
    ['no membership at all', input([]), 'noMemberships', 'Urząd'],
    ['too few draws', input([assessed('a', every())], { settings: { ...input([]).settings, draws: 10 } }), 'tooFewDraws', 'Urząd'],
  ];
  it.each(cases)('%s', (_name, given, refusal, detail) => {
    expect(computeResults(given)).toEqual({ ok: false, refusal, ...(detail === undefined ? {} : { detail }) });
  });
});

describe('unusual input has a documented result', () => {
  const results = (memberships: Assessed[], given: Partial<FrozenInput> = {}) => {
    const computed = computeResults(input(memberships, given));
    if (!computed.ok) throw new Error(computed.refusal);
    return computed.value;
  };

  it('a membership without any score has too little data, no figure and no place, and everything is left to collect', () => {
    const [one, other] = results([assessed('a', []), assessed('b', every())]);
    expect(one).toMatchObject({ indication: 'tooLittleData', benefits: null, asks: null, shares: null, places: [], ahead: [null, null], completeness: { benefits: 0, asks: 0 } });
    expect(one?.missing).toHaveLength(codes.length);
    expect(other?.places).toEqual([1]);
  });

  it('a single membership is always first, and identical ones share the first place', () => {
    expect(results([assessed('a', every())])[0]?.places).toEqual([1]);
    const same = results([assessed('a', every()), assessed('b', every())]);
    expect(same.map((one) => one.places)).toEqual([
      [1, 0],
      [1, 0],
    ]);
    expect(same.map((one) => one.indication)).toEqual(['keep', 'keep'].map(() => same[0]?.indication));
  });

  it('a thousand criteria are weighed like any others', () => {
    const criteria = Array.from({ length: 1000 }, (_, index): Criterion => ({
      code: `V${index}`,
      index: index < 900 ? 'benefits' : 'asks',
      name: { pl: 'x' },
      question: { pl: 'x' },
      indicator: 'judgement',
      unit: { pl: 'x' },
      direction: 'up',
      corners: [
        { at: 0, value: 0 },
        { at: 1, value: 1 },
      ],
      levels: [],
    }));
    const profile = { justWorthwhile: criteria.slice(0, 900).map(() => 0.2), clearlyWorthwhile: criteria.slice(0, 900).map(() => 0.4) };
    const [one] = results(
      [
        assessed(
          'a',
          criteria.map(({ code }) => sheet(code)),
        ),
      ],
      {
        criteria: { version: 1, criteria },
        reference: { limits: [0.3, 0.6], low: profile, middle: profile, high: profile },
      },
    );
    expect(one).toMatchObject({ benefits: { mean: 1 }, asks: { mean: 1 }, indication: 'keepAndUseMore' });
  });

  it('an unknown score is neither zero nor the middle: it is any value, and the spread says so', () => {
    const lacking = (given: Partial<ScoreSheet>) =>
      results([
        assessed(
          'a',
          every().map((one) => (one.criterion === 'V3' ? { ...one, ...given } : one)),
        ),
      ])[0];
    const [free, zero, mean] = [lacking(unknown), lacking(none), lacking({ from: 200_000, to: 200_000 })];
    expect(zero?.benefits?.low).toBe(zero?.benefits?.high);
    expect(mean?.benefits?.low).toBe(mean?.benefits?.high);
    expect((free?.benefits?.high ?? 0) - (free?.benefits?.low ?? 0)).toBeCloseTo(0.9 / 11, 2);
    expect(free?.missing).toEqual(['V3']);
    expect([zero?.missing, mean?.missing]).toEqual([[], []]);
    expect(free?.completeness.benefits).toBe(0.9091);
  });

  it('another seed changes draws, the same text never does', () => {
    const memberships = [
      assessed(
        'a',
        every(unknown).map((one, index) => (index % 3 === 0 ? one : sheet(one.criterion))),
      ),
      assessed('b', every()),
    ];
    const settings = { ...input([]).settings, completeness: 0.1 };
    const of = (seed: string) => results(memberships, { settings: { ...settings, seed } });
    expect(of('Nadrzecze 2026')).toEqual(of('Nadrzecze 2026'));
    expect(of('Nadrzecze 2026')).not.toEqual(of('Nadrzecze 2027'));
  });

  it('other profiles of weights have their own view, in their order', () => {
    const [one] = results([assessed('a', every())], {
      weights: [
        { name: { pl: 'Urząd' }, benefits: { by: 'equal' }, asks: { by: 'equal' } },
        { name: { pl: 'Mieszkańcy' }, benefits: { by: 'open' }, asks: { by: 'open' } },
      ],
    });
    expect(one?.others).toHaveLength(1);
    expect(one?.others[0]?.benefits?.low).toBeLessThan(one?.benefits?.low ?? 0);
  });

  it('a copy of a membership changes nobody’s indication nor spread', () => {
    const few = [assessed('a', every()), assessed('b', every(none))];
    const alone = results(few).map(({ indication, shares, benefits, asks }) => ({ indication, shares, benefits, asks }));
    const copied = results([...few, { ...assessed('a', every()), membership: 'copy' }]).map(({ indication, shares, benefits, asks }) => ({ indication, shares, benefits, asks }));
    expect(copied.slice(0, 2)).toEqual(alone);
  });
});

describe('verification', () => {
  const frozen = input([assessed('a', every()), assessed('b', every(unknown))]);
  const computed = computeResults(frozen);
  const body = { year: 2026, closedOn: '2026-10-31', ...frozen, results: computed.ok ? computed.value : [], sourceIds: [], sources: [] };

  it('finds nothing in what was left as it is, whatever the order of its fields', () => {
    expect(verifyAssessment(body)).toEqual({ ok: true, value: { memberships: 2 } });
    const reordered = body.results.map(({ membership, indication, ...rest }) => ({ ...rest, indication, membership }));
    expect(verifyAssessment({ ...body, results: reordered })).toEqual({ ok: true, value: { memberships: 2 } });
  });

  it('names the membership whose result or score was touched, and one that was taken out', () => {
    const [first, second] = body.results;
    if (first === undefined || second === undefined) throw new Error('there are two results');
    expect(verifyAssessment({ ...body, results: [{ ...first, indication: 'examine' }, second] })).toMatchObject({ refusal: 'differs', detail: 'a' });
    expect(verifyAssessment({ ...body, results: [first] })).toMatchObject({ refusal: 'differs', detail: 'b' });
    expect(verifyAssessment({ ...body, memberships: [assessed('a', every({ from: 2, to: 2 })), assessed('b', every(unknown))] })).toMatchObject({
      refusal: 'differs',
      detail: 'a',
    });
  });
});
