import { describe, expect, it } from 'vitest';
import { day } from '#basics/day.ts';
import { askShape } from '../costs/ask.ts';
import { feesDue, feesWithoutYear } from './fees-due.ts';

const today = day('2026-11-22');
const ask = (body: Record<string, unknown>) => ({
  slug: 'owhc-fee-2026',
  organisation: { slug: 'owhc', name: { pl: 'OWHC' } },
  period: null,
  body: askShape.parse({ membership: 'owhc', type: 'fee', year: 2026, amount: '4000', currency: 'USD', ...body }),
});
const found = (body: Record<string, unknown>) => feesDue([ask(body)], today).map(({ rule, urgency, dueOn }) => [rule, urgency, dueOn]);

describe('fees', () => {
  it('are due sixty days before their day, press three weeks before it, and are overdue the day after it', () => {
    expect(found({ dueOn: '2027-01-22' })).toEqual([]);
    expect(found({ dueOn: '2027-01-21' })).toEqual([['fee-due', 'later', '2027-01-21']]);
    expect(found({ dueOn: '2026-12-13' })).toEqual([['fee-due', 'soon', '2026-12-13']]);
    expect(found({ dueOn: '2026-11-22' })).toEqual([['fee-due', 'soon', '2026-11-22']]);
    expect(found({ dueOn: '2026-11-21' })).toEqual([['fee-overdue', 'overdue', '2026-11-21']]);
  });

  it('known to the year only are due on its last day', () => {
    expect(found({ dueOn: '2026' })).toEqual([['fee-due', 'later', '2026']]);
    expect(found({ dueOn: '2025' })).toEqual([['fee-overdue', 'overdue', '2025']]);
    expect(found({ dueOn: '2026-11' })).toEqual([['fee-due', 'soon', '2026-11']]);
  });

  it('that were paid, have no day, or are zero are no task', () => {
    expect(found({ dueOn: '2026-11-01', paidOn: '2026-10-30' })).toEqual([]);
    expect(found({})).toEqual([]);
    expect(found({ dueOn: '2026-11-01', amount: '0', currency: 'EUR' })).toEqual([]);
  });

  it('of an amount that nobody knows are due all the same', () => {
    const [task] = feesDue([ask({ dueOn: '2026-12-01', amount: null, currency: null })], today);
    expect(task?.said['amount']).toEqual({ group: 'gap', value: 'amount' });
  });

  it('lead to the record where the date of payment is entered, and keep their key when they become overdue', () => {
    const [before] = feesDue([ask({ dueOn: '2026-12-01' })], today);
    const [after] = feesDue([ask({ dueOn: '2026-12-01' })], day('2026-12-02'));
    expect(before?.href).toBe('/office/records/ask/owhc-fee-2026');
    expect([before?.key, after?.key]).toEqual(['fee-due:ask/owhc-fee-2026', 'fee-due:ask/owhc-fee-2026']);
  });

  it('without a year are a gap, unless the amount is not known either', () => {
    expect(feesWithoutYear([ask({ year: null })]).map((task) => task.rule)).toEqual(['fee-without-year']);
    expect(feesWithoutYear([ask({ year: null, amount: null, currency: null }), ask({}), ask({ year: null, type: 'travel' })])).toEqual([]);
  });
});
