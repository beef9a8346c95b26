import type { Day } from '#basics/day.ts';
import { boundsOf, edtf } from '#basics/edtf.ts';
import type { ExchangeRate } from '../cycles/cycle.ts';

/** An amount in złotys by the latest rate known on the day; null where there is no rate for the currency: then it is not counted, and the page says so. */
export function inZlotys(amount: string, currency: string, rates: readonly ExchangeRate[], on: Day): number | null {
  if (currency === 'PLN') return Number(amount);
  const usable = rates
    .flatMap((rate) => {
      const from = boundsOf(edtf(rate.on)).from;
      return rate.currency === currency && from !== null && from <= on ? [{ pln: rate.pln, from }] : [];
    })
    .toSorted((a, b) => (a.from < b.from ? 1 : -1));
  const rate = usable[0];
  // To the grosz: sums of rounded amounts are what a reader adds up again.
  return rate === undefined ? null : Math.round(Number(amount) * rate.pln * 100) / 100;
}
