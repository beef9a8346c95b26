import { addDays, type Day } from '#basics/day.ts';
import { boundsOf, edtf } from '#basics/edtf.ts';
import { dayOver, deadlineHere, passes, startOfDay } from './deadline.ts';
import type { Offer } from './offer.ts';

export const offerStates = ['closing-soon', 'open', 'announced', 'not-established', 'closed', 'decided'] as const;
export type OfferState = (typeof offerStates)[number];

/** So many days before its deadline an offer is said to close soon. */
const closingSoonDays = 14;

/** What the state of an offer follows from. */
export type OfferDates = Pick<Offer, 'type' | 'opens' | 'deadline' | 'cityDeadline' | 'begins' | 'ends' | 'intermediary'> & {
  decided?: { date: string } | undefined;
  recurring?: { rhythm: string; expected?: string | undefined } | undefined;
};

/** The instants between which a date begins, and between which it is over. */
function span(text: string, zone: string): { begins: [number, number]; over: [number, number] } {
  const { from, to } = boundsOf(edtf(text));
  const [first, last] = [from ?? to, to ?? from];
  if (first === null || last === null) throw new RangeError(`${text} is no date`);
  const begin = (day: Day): number => startOfDay(day, zone);
  const over = (day: Day): number => dayOver(day, zone);
  return { begins: [begin(first), begin(last)], over: [over(first), over(last)] };
}

/**
 * How an offer stands at an instant. The next round that is only expected never counts: nobody has announced it. What the dates leave
 * open stays not established, and is neither open nor closed.
 *
 * @param zone the city's time zone; a deadline bears its own
 */
export function offerState(offer: OfferDates, now: Date, zone: string): OfferState {
  const at = now.getTime();
  if (offer.decided && at >= span(offer.decided.date, zone).begins[1]) return 'decided';
  const closes = deadlineHere(offer);
  if (closes !== null) {
    const { earliest, latest, day } = passes(closes);
    if (at >= latest) return 'closed';
    const opening = beforeOpening(offer, at, closes.zone);
    if (opening !== null) return opening;
    if (at >= earliest) return 'not-established';
    return earliest === latest && at >= startOfDay(addDays(day, -closingSoonDays), closes.zone) ? 'closing-soon' : 'open';
  }
  if (offer.recurring?.rhythm === 'continuous') return beforeOpening(offer, at, zone) ?? 'open';
  const held = heldState(offer, at, zone);
  if (held !== null) return held;
  // That it opened is known, but not until when: it may be over by now.
  return beforeOpening(offer, at, zone) ?? 'not-established';
}

function beforeOpening(offer: OfferDates, at: number, zone: string): 'announced' | 'not-established' | null {
  if (offer.opens === null) return null;
  const [earliest, latest] = span(offer.opens, zone).begins;
  if (at < earliest) return 'announced';
  return at < latest ? 'not-established' : null;
}

const isAttended = (type: Offer['type']): boolean => type === 'event' || type === 'training';

/** Whether its state is not established only because nobody says on which day something attended takes place. */
export function lacksItsDay(offer: OfferDates, state: OfferState): boolean {
  if (state !== 'not-established' || !isAttended(offer.type) || deadlineHere(offer) !== null || offer.opens !== null) return false;
  if (offer.begins === null) return true;
  const { from, to } = boundsOf(edtf(offer.begins));
  return from !== to;
}

/** By the days on which it takes place. What one attends is announced until then and open while it lasts; of anything else only the end is told by them. */
function heldState({ type, begins, ends }: OfferDates, at: number, zone: string): OfferState | null {
  if (begins === null && ends === null) return null;
  const attended = isAttended(type);
  const last = ends === null ? null : span(ends, zone);
  if (last && at >= last.over[1]) return 'closed';
  const first = begins === null ? null : span(begins, zone).begins;
  if (!attended) return first && at >= first[1] ? 'closed' : null;
  if (first && at < first[0]) return 'announced';
  if (first && at >= first[1] && last && at < last.over[0]) return 'open';
  return 'not-established';
}

/** The instant at which the state next changes, in epoch milliseconds; null where it stays for good. */
export function nextChange(offer: OfferDates, now: Date, zone: string): number | null {
  const current = offerState(offer, now, zone);
  const closes = deadlineHere(offer);
  const days = [offer.opens, offer.begins, offer.ends, offer.decided?.date ?? null].flatMap((text) => {
    if (text === null) return [];
    const own = span(text, closes && text === offer.opens ? closes.zone : zone);
    return [...own.begins, ...own.over];
  });
  const passing = closes === null ? null : passes(closes);
  const all = [...days, ...(closes && passing ? [passing.earliest, passing.latest, startOfDay(addDays(passing.day, -closingSoonDays), closes.zone)] : [])];
  const ahead = all.filter((instant) => instant > now.getTime() && offerState(offer, new Date(instant), zone) !== current);
  return ahead.length === 0 ? null : Math.min(...ahead);
}

/** The earliest of the next changes of many offers. */
export function nextChangeOf(offers: readonly OfferDates[], now: Date, zone: string): number | null {
  const all = offers.flatMap((offer) => nextChange(offer, now, zone) ?? []);
  return all.length === 0 ? null : all.reduce((first, one) => Math.min(first, one));
}

/** Open to applications or visitors at this instant. */
export const isOpen = (state: OfferState): boolean => state === 'open' || state === 'closing-soon';
/** Past: what the archive holds. */
export const isPast = (state: OfferState): boolean => state === 'closed' || state === 'decided';
