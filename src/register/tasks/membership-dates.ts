import type { Day } from '#basics/day.ts';
import { dueDayOf, urgencyOf, type Said, type Task } from '#basics/task.ts';
import { statusOn } from '../memberships/membership-status.ts';
import { deskOf, type Belonging } from './facts.ts';
import { horizons } from './horizons.ts';

const lasts = (one: Belonging, today: Day): boolean => ['active', 'suspended'].includes(statusOn(one.spans, today));

const dated = (
  one: Belonging,
  given: { rule: string; dueOn: string | undefined; today: Day; horizon: { days: number; soonDays: number }; said?: Record<string, Said> },
): Task[] => {
  const due = dueDayOf(given.dueOn);
  if (due === null || given.dueOn === undefined || !lasts(one, given.today)) return [];
  const urgency = urgencyOf(due, given.today, given.horizon);
  if (urgency === null) return [];
  return [
    {
      key: `${given.rule}:membership/${one.slug}`,
      rule: urgency === 'overdue' ? `${given.rule}-past` : given.rule,
      record: { kind: 'membership', slug: one.slug },
      about: one.organisation.name,
      period: one.period,
      said: { date: { date: given.dueOn }, ...given.said },
      dueOn: given.dueOn,
      urgency,
      href: deskOf('membership', one.slug),
    },
  ];
};

/** The last day on which notice can still be given, while the membership lasts. */
export const noticeDates = (memberships: readonly Belonging[], today: Day): Task[] =>
  memberships.flatMap((one) => dated(one, { rule: 'notice', dueOn: one.body.noticeBy, today, horizon: horizons.notice }));

/** The day on which a membership is renewed, while it lasts. */
export const renewals = (memberships: readonly Belonging[], today: Day): Task[] =>
  memberships.flatMap((one) => dated(one, { rule: 'renewal', dueOn: one.body.renewal, today, horizon: horizons.renewal }));
