import { daysBetween, type Day } from '#basics/day.ts';
import { statementDue } from '#basics/statement-due.ts';
import type { Task, Urgency } from '#basics/task.ts';

const soonDays = 30;

/** The accessibility statement of this service, when its yearly review is due. It goes by the later of its two dates. */
export function statementReview(dates: { updated: Day; drawnUp: Day }, today: Day): Task[] {
  const last = dates.updated > dates.drawnUp ? dates.updated : dates.drawnUp;
  const due = statementDue(last, today);
  if (due.state === 'current') return [];
  const near: Urgency = due.olderThanYear || daysBetween(today, due.by) <= soonDays ? 'soon' : 'later';
  return [
    {
      key: 'statement-review',
      rule: 'statement-review',
      record: null,
      about: null,
      period: null,
      said: { last: { date: last } },
      dueOn: due.by,
      urgency: due.state === 'overdue' ? 'overdue' : near,
      href: '/pl/deklaracja-dostepnosci',
    },
  ];
}
