import { addDays, dayAt, type Day } from '#basics/day.ts';
import { dueDayOf, urgencyOf, type Said, type Task, type Urgency } from '#basics/task.ts';
import type { Offer } from '../calls/offer.ts';
import type { ApplicationState } from './state.ts';

/** How the applications of one offer stand. */
export type Waiting = {
  slug: string;
  body: Pick<Offer, 'title' | 'deadline' | 'decided'>;
  counts: ReadonlyMap<ApplicationState, number>;
  /** The first instant that was too late, of the amendment that is longest overdue; null where none is. */
  amendBy: Date | null;
  overdue: number;
  /** The earliest day on which something was passed on whose outcome is not known. */
  passedOn: Day | null;
  unread: number;
};

const horizon = { days: 90, soonDays: 14 };
/** After so many days without a word the office asks the organiser. */
const outcomeDays = 90;

/** What needs a coordinator's hand, one task for each offer and each matter. */
export function applicationTasks(waiting: readonly Waiting[], today: Day, zone: string): Task[] {
  return waiting.flatMap((one) => {
    const count = (...states: ApplicationState[]): number => states.reduce((sum, state) => sum + (one.counts.get(state) ?? 0), 0);
    const organiser = dueDayOf(one.body.deadline?.date);
    const before = (day: Day | null): { dueOn: string | null; urgency: Urgency } =>
      day === null ? { dueOn: null, urgency: 'soon' } : { dueOn: day, urgency: urgencyOf(day, today, horizon) ?? 'later' };
    const task = (rule: string, many: number, when: { dueOn: string | null; urgency: Urgency }, state: string): Task[] =>
      many === 0
        ? []
        : [
            {
              key: `${rule}:offer/${one.slug}`,
              rule,
              record: null,
              about: one.body.title,
              period: null,
              said: { count: String(many) } satisfies Record<string, Said>,
              ...when,
              href: `/office/offers/${one.slug}${state === '' ? '' : `?state=${state}`}`,
            },
          ];
    const amendDay = one.amendBy === null ? null : dayAt(new Date(one.amendBy.getTime() - 1), zone);
    const expected = dueDayOf(one.body.decided?.date) ?? (one.passedOn === null ? null : addDays(one.passedOn, outcomeDays));
    return [
      ...task('applications-to-check', count('sent'), { dueOn: null, urgency: 'soon' }, 'sent'),
      ...task('applications-amendment-overdue', one.overdue, { dueOn: amendDay, urgency: 'overdue' }, 'to-amend'),
      ...task('applications-to-choose', count('checked'), before(organiser), 'checked'),
      ...task('applications-to-pass-on', count('chosen', 'endorsed'), before(organiser), count('endorsed') > 0 ? 'endorsed' : 'chosen'),
      ...task('applications-outcome-unknown', expected !== null && expected < today ? count('passed-on') : 0, { dueOn: expected, urgency: 'overdue' }, 'passed-on'),
      ...task('applications-unread', one.unread, { dueOn: null, urgency: 'soon' }, ''),
    ];
  });
}
