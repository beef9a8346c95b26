import { describe, expect, it } from 'vitest';
import { day } from '#basics/day.ts';
import { nadrzeczeRows } from '../../../scripts/nadrzecze-rows.ts';
import { exchangeRateShape } from '../cycles/cycle.ts';
import type { Counting } from '../indicators/indicator.ts';
import settings from '../../db/example/nadrzecze/settings.json' with { type: 'json' };
import { knownSum, summaryOf } from './summary.ts';

const rows = await nadrzeczeRows(settings.peers);
const counting: Counting = { on: day('2026-11-22'), rates: settings.exchangeRates.map((rate) => exchangeRateShape.parse(rate)), peers: settings.peers, localUse: null };
const summary = summaryOf(rows, counting);
const of = (membership: string) => summary.memberships.find((one) => one.membership === membership);

describe('the sum of what is known', () => {
  it('never takes an unknown one for zero or for the mean, and says for how many it is known', () => {
    expect(knownSum([{ from: 100 }, { from: null }, { from: 50 }])).toEqual({ zlotys: 150, known: 2, of: 3 });
    expect(knownSum([{ from: 0 }, { from: null }])).toEqual({ zlotys: 0, known: 1, of: 2 });
    expect(knownSum([{ from: null }])).toEqual({ zlotys: 0, known: 0, of: 1 });
  });

  it('is told of the city with the one membership whose fee nobody knows', () => {
    expect(summary.city.costs).toMatchObject({ known: 11, of: 12 });
    expect(of('miasta-dla-rodzin')).toMatchObject({ cost: { state: 'unknown', from: null }, collect: { isFeeUnknown: true } });
    expect(of('miasta-bez-barier')).toMatchObject({ cost: { state: 'documented', from: 0 }, collect: { isFeeUnknown: false } });
    const known = summary.memberships.flatMap((one) => (one.status === 'ended' ? [] : (one.cost.from ?? [])));
    expect(summary.city.costs.zlotys).toBeCloseTo(
      known.reduce((sum, one) => sum + one, 0),
      2,
    );
  });
});

describe('documented effects', () => {
  it('are told by area, measurable or not, and level, each thing once', () => {
    expect(of('miasta-bez-barier')?.effects).toMatchObject({ count: 5, selfReported: 3, last: { slug: 'cwb-2026-training', date: '2026-02' }, beside: [] });
    expect(of('miasta-bez-barier')?.effects.cells).toContainEqual({ area: 'social-safety', measurable: true, level: 'outcome', count: 1 });
    expect(of('miasta-bez-barier')?.effects.cells).toContainEqual({ area: 'social-safety', measurable: false, level: 'action', count: 1 });
  });

  it('have the expected and the coincident beside them, uncounted', () => {
    expect(of('liga-starych-mostow')?.effects).toMatchObject({ count: 3, beside: [{ standing: 'coincident', count: 1 }] });
    expect(of('europejska-rada-miast-srednich')?.effects.beside).toEqual([{ standing: 'expected', count: 1 }]);
  });

  it('told twice count once, with the higher level', () => {
    const [first] = rows.effects;
    if (first === undefined) throw new Error('there are effects');
    const twice = { ...rows, effects: [first, { ...first, slug: 'again', body: { ...first.body, level: 'outcome' as const } }] };
    expect(summaryOf(twice, counting).city.effects).toMatchObject({ count: 1, cells: [{ level: 'outcome', count: 1 }] });
  });

  it('announced for later than today stand beside', () => {
    const [first] = rows.effects;
    if (first === undefined) throw new Error('there are effects');
    const announced = { ...rows, effects: [{ ...first, body: { ...first.body, date: '2027' } }] };
    expect(summaryOf(announced, counting).city.effects).toMatchObject({ count: 0, last: null, beside: [{ standing: 'expected', count: 1 }] });
  });
});

it('what to collect next names the indicators of which the register knows nothing', () => {
  expect(of('miasta-dla-rodzin')?.collect.indicators).toContain('cash');
  expect(of('miasta-dla-rodzin')?.known).toEqual({ indicators: 1, of: 16 });
  expect(of('siec-miast-rzecznych')?.collect.indicators).toEqual(['current-engagement', 'promotion', 'solidarity', 'local-use']);
});

it('a membership that has ended is shown with its effects, and asks nothing of the city any more', () => {
  expect(of('stowarzyszenie-miast-targowych')).toMatchObject({ status: 'ended', effects: { count: 1 } });
  expect(summary.city.memberships).toBe(12);
});
