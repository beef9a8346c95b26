import { describe, expect, it } from 'vitest';
import { day } from '#basics/day.ts';
import { goodStanding } from './good-standing.ts';

const on = day('2026-11-22');
const fee = (year: number | null, rest: { amount?: string | null; dueOn?: string; paidOn?: string } = {}) => ({ year, amount: '1200', ...rest });

describe('good standing by the fees on file', () => {
  it('is shown by this year’s payment', () => {
    expect(goodStanding([fee(2026, { dueOn: '2026-03-31', paidOn: '2026-03-14' })], on)).toEqual({ standing: 'paid', year: 2026 });
  });
  it('is missing where a fee was due and no payment is on file', () => {
    expect(goodStanding([fee(2026, { dueOn: '2026-10-31' }), fee(2025, { paidOn: '2025-03-14' })], on)).toEqual({ standing: 'not-paid', year: 2026 });
  });
  it('is that of the year before while this year’s fee is not yet due', () => {
    expect(goodStanding([fee(2026, { dueOn: '2026-12-15' }), fee(2025, { paidOn: '2025-03-14' })], on)).toEqual({ standing: 'paid', year: 2025 });
    expect(goodStanding([fee(2026, { dueOn: '2026-12-15' })], on)).toEqual({ standing: 'not-established', year: null });
  });
  it('holds where there is nothing to pay', () => {
    expect(goodStanding([fee(2026, { amount: '0' })], on)).toEqual({ standing: 'paid', year: 2026 });
  });
  it('is not established without days of paying, years, or recent fees', () => {
    expect(goodStanding([fee(2026)], on)).toEqual({ standing: 'not-established', year: 2026 });
    expect(goodStanding([fee(null, { paidOn: '2026-03-14' })], on).standing).toBe('not-established');
    expect(goodStanding([fee(2019, { paidOn: '2019-03-14' })], on).standing).toBe('not-established');
    expect(goodStanding([], on)).toEqual({ standing: 'not-established', year: null });
  });
  it('does not count a payment that is still to come', () => {
    expect(goodStanding([fee(2026, { dueOn: '2026-11-01', paidOn: '2026-12-01' })], on).standing).toBe('not-paid');
  });
});
