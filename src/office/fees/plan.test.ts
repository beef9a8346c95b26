import { describe, expect, it } from 'vitest';
import { planLines, planTotal } from './plan.ts';

const fees = [
  { membership: 'a', amount: '100', currency: 'EUR', plannedAmount: '120', budgetClassification: '750/75075/4540', paidOn: '2026-03-01' },
  { membership: 'b', amount: '0.10', currency: 'PLN', plannedAmount: '0.20', budgetClassification: '750/75075/4540' },
  { membership: 'b', amount: null, currency: null, budgetClassification: '750/75075/4540' },
  { membership: 'c', amount: '50', currency: 'EUR' },
];

describe('the plan of fees', () => {
  it('sums each currency by itself and says of how many fees the sum tells', () => {
    expect(planLines(fees)).toEqual([
      {
        classification: '750/75075/4540',
        planned: {
          sums: [
            { currency: 'EUR', sum: '120' },
            { currency: 'PLN', sum: '0.20' },
          ],
          known: 2,
          of: 3,
        },
        fee: {
          sums: [
            { currency: 'EUR', sum: '100' },
            { currency: 'PLN', sum: '0.10' },
          ],
          known: 2,
          of: 3,
        },
        paid: { sums: [{ currency: 'EUR', sum: '100' }], known: 1, of: 3 },
      },
      {
        classification: null,
        planned: { sums: [], known: 0, of: 1 },
        fee: { sums: [{ currency: 'EUR', sum: '50' }], known: 1, of: 1 },
        paid: { sums: [], known: 0, of: 1 },
      },
    ]);
  });

  it('counts the whole in memberships: one with a fee that nobody knows is not known, nor one without any fee', () => {
    const total = planTotal(fees, new Set(['a', 'b', 'c', 'd']));
    expect(total.fee).toEqual({
      sums: [
        { currency: 'EUR', sum: '150' },
        { currency: 'PLN', sum: '0.10' },
      ],
      known: 2,
      of: 4,
    });
    expect([total.planned.known, total.paid.known]).toEqual([1, 1]);
  });

  it('keeps an amount whose currency nobody gave apart', () => {
    expect(planLines([{ plannedAmount: '7', amount: null }])[0]?.planned.sums).toEqual([{ currency: null, sum: '7' }]);
  });
});
