import { dayAt, type Day } from '#basics/day.ts';
import { deadlineHere, passes } from '../calls/deadline.ts';
import { offerState, type OfferDates } from '../calls/offer-state.ts';
import type { DeadlineName } from './state.ts';

export type Lateness = 'notYet' | 'late' | 'lateForOrganiser';

type Given = {
  offer: OfferDates;
  now: Date;
  /** The city's time zone; a deadline bears its own. */
  zone: string;
  /** The first instant that is too late for an amendment that the office asked for. */
  amendBy: Date | null;
  /** The day on which something was handed to the organiser; today where nobody says otherwise. */
  on?: Day;
};

/**
 * Whether a step comes too early or too late; null where it is on time. Where only the month of a deadline is known, nobody is late before
 * that month is over: the applicant is given what the rules leave open.
 */
export function latenessOf(deadline: DeadlineName | null, { offer, now, zone, amendBy, on }: Given): Lateness | null {
  if (deadline === null) return null;
  if (deadline === 'amendment') return amendBy !== null && now.getTime() >= amendBy.getTime() ? 'late' : null;
  if (deadline === 'organiser') {
    if (offer.deadline === null) return null;
    const end = passes(offer.deadline).latest;
    // The last millisecond that is on time lies in the last day that is.
    return on !== undefined && on > dayAt(new Date(end - 1), offer.deadline.zone) ? 'lateForOrganiser' : null;
  }
  const here = deadlineHere(offer);
  if (here !== null && now.getTime() >= passes(here).latest) return 'late';
  const state = offerState(offer, now, zone);
  if (state === 'announced') return 'notYet';
  return state === 'closed' || state === 'decided' ? 'late' : null;
}
