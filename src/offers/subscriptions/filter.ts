import { z } from 'zod';
import { fold } from '#basics/fold.ts';
import { themes } from '#register/index.ts';
import { canApply, ways } from '../calls/can-apply.ts';
import { isOpen, isPast, type OfferState } from '../calls/offer-state.ts';
import { audiences, offerTypes, type Offer } from '../calls/offer.ts';

/** Which offers somebody wants to hear of: what the public list can be narrowed by. Without `open` it is what that list shows of itself, all that is not past. */
export const filterShape = z.object({
  q: z.string().min(1).max(100).optional(),
  type: z.enum(offerTypes).optional(),
  theme: z.enum(themes).optional(),
  audience: z.enum(audiences).optional(),
  /** Slug of an organisation, as it was when the filter was chosen. */
  organisation: z.string().min(1).max(200).optional(),
  apply: z.enum(ways).optional(),
  open: z.literal(true).optional(),
});
export type Filter = z.infer<typeof filterShape>;

const parts = ['q', 'type', 'theme', 'audience', 'organisation', 'apply', 'open'] as const satisfies (keyof Filter)[];

/** The same choice has the same key, however it was put together. */
export const filterKey = (filter: Filter): string => parts.flatMap((part) => (filter[part] === undefined ? [] : [`${part}=${String(filter[part])}`])).join('&');

/** What a filter looks at: an offer as it stood at some instant. */
export type Considered = { body: Pick<Offer, 'type' | 'themes' | 'audiences' | 'intermediary'>; organisation: string | null; folded: string; state: OfferState };

/** The same as the list's question to the database. */
export function matches(filter: Filter, { body, organisation, folded, state }: Considered): boolean {
  if (filter.open === true ? !isOpen(state) : isPast(state)) return false;
  if (filter.type !== undefined && body.type !== filter.type) return false;
  if (filter.theme !== undefined && !body.themes.includes(filter.theme)) return false;
  if (filter.audience !== undefined && !body.audiences.includes(filter.audience)) return false;
  if (filter.organisation !== undefined && organisation !== filter.organisation) return false;
  if (filter.apply !== undefined && canApply(body).way !== filter.apply) return false;
  return wordsOf(filter).every((word) => folded.includes(word));
}

const wordsOf = ({ q }: Filter): string[] => (q === undefined ? [] : fold(q).split(' '));
