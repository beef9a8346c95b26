import type { Day } from '#basics/day.ts';
import { boundsOf, edtf } from '#basics/edtf.ts';
import type { Ask } from '#register/index.ts';

/** year: the year of the fee that tells it. */
export type GoodStanding = { standing: 'paid' | 'not-paid' | 'not-established'; year: number | null };

type Fee = Pick<Ask, 'year' | 'amount' | 'dueOn' | 'paidOn'>;

const unknown: GoodStanding = { standing: 'not-established', year: null };

/**
 * Whether the fees on file show that the city's membership is in good standing on a day. A fee that is not yet due leaves it to the year
 * before; a fee of an unknown year, without days of paying, or older than last year's tells nothing.
 */
export function goodStanding(fees: readonly Fee[], on: Day): GoodStanding {
  const thisYear = Number(on.slice(0, 4));
  for (const year of [thisYear, thisYear - 1]) {
    const ofYear = fees.filter((fee) => fee.year === year);
    if (ofYear.length === 0) continue;
    const states = new Set(ofYear.map((fee) => stateOf(fee, on)));
    if (states.has('not-paid')) return { standing: 'not-paid', year };
    if (states.has('not-established')) return { standing: 'not-established', year };
    if (!states.has('not-due')) return { standing: 'paid', year };
  }
  return unknown;
}

function stateOf({ amount, dueOn, paidOn }: Fee, on: Day): 'paid' | 'not-paid' | 'not-due' | 'not-established' {
  if (amount !== null && Number(amount) === 0) return 'paid';
  if (paidOn !== undefined && (latestOf(paidOn) ?? on) <= on) return 'paid';
  const due = dueOn === undefined ? null : latestOf(dueOn);
  if (due === null) return 'not-established';
  return due < on ? 'not-paid' : 'not-due';
}

const latestOf = (text: string): Day | null => boundsOf(edtf(text)).to;
