import { dueDayOf, urgencyOf, type Task } from '#basics/task.ts';
import type { Day } from '#basics/day.ts';
import type { Ask } from '../costs/ask.ts';
import { deskOf, type Concerning } from './facts.ts';
import { horizons } from './horizons.ts';

type AskOf = Concerning<Ask> & { period: number | null };

/** Payments with a due date that nobody has noted as paid. Nothing is due where the amount is zero. */
export function feesDue(asks: readonly AskOf[], today: Day): Task[] {
  return asks.flatMap(({ slug, body, organisation, period }) => {
    const due = dueDayOf(body.dueOn);
    if (due === null || body.dueOn === undefined || body.paidOn !== undefined || Number(body.amount ?? 1) === 0) return [];
    const urgency = urgencyOf(due, today, horizons.fee);
    if (urgency === null) return [];
    const known = body.amount !== null && body.currency !== null;
    return {
      key: `fee-due:ask/${slug}`,
      rule: urgency === 'overdue' ? 'fee-overdue' : 'fee-due',
      record: { kind: 'ask', slug },
      about: organisation.name,
      period,
      said: {
        type: { group: 'askType', value: body.type },
        amount: known ? { amount: body.amount ?? '', currency: body.currency ?? '' } : { group: 'gap', value: 'amount' },
        date: { date: body.dueOn },
      },
      dueOn: body.dueOn,
      urgency,
      href: deskOf('ask', slug),
    };
  });
}

/** A fee that stands in the register without saying for which year. */
export function feesWithoutYear(asks: readonly AskOf[]): Task[] {
  return asks
    .filter(({ body }) => body.type === 'fee' && body.year === null && body.amount !== null)
    .map(({ slug, body, organisation, period }) => ({
      key: `fee-without-year:ask/${slug}`,
      rule: 'fee-without-year',
      record: { kind: 'ask', slug },
      about: organisation.name,
      period,
      said: { amount: { amount: body.amount ?? '', currency: body.currency ?? '' } },
      dueOn: null,
      urgency: 'none',
      href: deskOf('ask', slug),
    }));
}
