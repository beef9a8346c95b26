import { addDays, type Day } from '#basics/day.ts';
import { boundsOf, edtf } from '#basics/edtf.ts';
import type { Task } from '#basics/task.ts';
import { tripState, type Trip } from '../trips/trip.ts';
import { deskOf, type Concerning } from './facts.ts';
import { tripReportDays } from './horizons.ts';

/** Trips that are over and whose report is not there. The report is due so many days after the last day that the dates can mean. */
export function tripsUnreported(trips: readonly Concerning<Trip>[], today: Day): Task[] {
  return trips.flatMap(({ slug, body, organisation }) => {
    const ended = body.dates === null ? null : boundsOf(edtf(body.dates)).to;
    if (body.dates === null || ended === null || tripState(body, today) !== 'report-missing') return [];
    const due = addDays(ended, tripReportDays);
    return {
      key: `trip-unreported:trip/${slug}`,
      rule: 'trip-unreported',
      record: { kind: 'trip', slug },
      about: organisation.name,
      period: null,
      said: { purpose: body.purpose, dates: { date: body.dates } },
      dueOn: due,
      urgency: due < today ? 'overdue' : 'soon',
      href: deskOf('trip', slug),
    };
  });
}
