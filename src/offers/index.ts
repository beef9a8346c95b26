/** The door of offers: what organisations open to others. */
export { canApply, neededOf, ways } from './calls/can-apply.ts';
export type { Way } from './calls/can-apply.ts';
export { deadlineHere, passes } from './calls/deadline.ts';
export { goodStanding } from './calls/good-standing.ts';
export type { GoodStanding } from './calls/good-standing.ts';
export { audiences, offerTypes } from './calls/offer.ts';
export type { Deadline, Offer } from './calls/offer.ts';
export { isOpen, isPast, nextChange, nextChangeOf, offerState, offerStates } from './calls/offer-state.ts';
export type { OfferState } from './calls/offer-state.ts';
export { feesWith, findOffer, listOffers, offersAhead, organisationsOffering } from './calls/store.ts';
export type { ListedOffer, OfferedBy, OfferFilter } from './calls/store.ts';
