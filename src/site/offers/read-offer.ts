import { feesWith, findCall, findOffer, goodStanding, listOffers, nextChange, nextChangeOf, offerState, takenNow, type GoodStanding, type ListedOffer } from '#offers/index.ts';
import { labelOf, type LabelFacts } from '#publishing/history.ts';
import { findRecord } from '#publishing/store.ts';
import { addressOf } from '#web/paths.ts';
import { moved, notFound, type Asked, type Elsewhere } from '../page.ts';
import { inOrder, withState, type StatedOffer } from './read.ts';

export type OfferView = {
  offer: StatedOffer;
  /** What the fees on file show of the city's membership; null where the organiser is not in the register, or the rules do not ask. */
  standing: GoodStanding | null;
  /** What the office takes for it now; null where it takes nothing, or it is too early or too late. */
  takes: 'interest' | 'applications' | null;
  similar: StatedOffer[];
  until: number | null;
  label: LabelFacts | undefined;
};

/** One offer from one snapshot. A slug of former times leads to the present one. */
export async function readOffer({ reader, lang, given, now, today, city }: Asked): Promise<OfferView | Elsewhere> {
  const slug = given['slug'] ?? '';
  const found = await findOffer(reader, slug);
  if (!found) {
    const known = await findRecord(reader, 'offer', slug);
    return known && known.slug !== slug ? moved(addressOf('offer', lang, { slug: known.slug })) : notFound;
  }
  const asksStanding = found.body.goodStanding === 'needed' && found.offeredBy !== null;
  const taken = takenNow(found.body, (await findCall(reader, found.id)).takes, { now, zone: city.timeZone });
  const similar = inOrder(withState(similarTo(found, await listOffers(reader)), { now, city }));
  return {
    offer: { ...found, state: offerState(found.body, now, city.timeZone) },
    standing: asksStanding && found.offeredBy ? goodStanding(await feesWith(reader, found.offeredBy.id), today) : null,
    takes: taken.ok ? taken.value : null,
    similar,
    until: earliest(
      nextChange(found.body, now, city.timeZone),
      nextChangeOf(
        similar.map((one) => one.body),
        now,
        city.timeZone,
      ),
    ),
    label: await labelOf(reader, found.id),
  };
}

const earliest = (one: number | null, other: number | null): number | null => (one === null ? other : other === null ? one : Math.min(one, other));

const mostSimilar = 5;
/** Two things in common are little: nearly every two offers are for the city, and about culture. */
const leastAlike = 3;

const common = <T>(some: readonly T[], more: readonly T[]): number => some.filter((one) => more.includes(one)).length;

/** What another reader of this offer may want too: for the same people, about the same things, of the same kind, from the same body. */
export function similarTo(offer: ListedOffer, others: readonly ListedOffer[]): ListedOffer[] {
  const likeness = ({ body, offeredBy }: ListedOffer): number =>
    common(offer.body.audiences, body.audiences) +
    common(offer.body.themes, body.themes) +
    (offer.body.type === body.type ? 1 : 0) +
    (offeredBy !== null && offeredBy.slug === offer.offeredBy?.slug ? 1 : 0);
  return others
    .filter((one) => one.slug !== offer.slug)
    .map((one) => ({ one, alike: likeness(one) }))
    .filter(({ alike }) => alike >= leastAlike)
    .toSorted((a, b) => b.alike - a.alike || (a.one.slug < b.one.slug ? -1 : 1))
    .slice(0, mostSimilar)
    .map(({ one }) => one);
}
