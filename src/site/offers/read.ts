import { compareEdtf } from '#basics/edtf.ts';
import {
  deadlineHere,
  listOffers,
  neededOf,
  nextChangeOf,
  offerState,
  offerStates,
  organisationsOffering,
  passes,
  type ListedOffer,
  type OfferedBy,
  type OfferState,
} from '#offers/index.ts';
import { labelOfLatest, type LabelFacts } from '#publishing/history.ts';
import { rowsFor, type Asked } from '../page.ts';
import { admits, changed, choices, filtersIn, readQuery, type Choice, type FilterName, type OfferQuery } from './query.ts';

export const pageSize = 50;

export type StatedOffer = ListedOffer & { state: OfferState };

export type OffersView = {
  query: OfferQuery;
  organisations: OfferedBy[];
  offers: StatedOffer[];
  total: number;
  pages: number;
  /** How many each choice would show under the same filters. */
  counts: Record<Choice, number>;
  /** Every offer in the register, whatever is asked for. */
  all: number;
  /** Where nothing was found: what would be found without one of the filters. */
  without: { name: FilterName; count: number }[];
  until: number | null;
  label: LabelFacts | undefined;
};

type Clock = Pick<Asked, 'now' | 'city'>;

export const withState = (offers: readonly ListedOffer[], { now, city }: Clock): StatedOffer[] =>
  offers.map((offer) => ({ ...offer, state: offerState(offer.body, now, city.timeZone) }));

/** Offers that a query leaves, in the order in which they help: what closes first, then what is ahead, then what is past, the latest first. */
export async function offersAsked(asked: Pick<Asked, 'reader' | 'now' | 'city'>, query: OfferQuery): Promise<{ matching: StatedOffer[]; shown: StatedOffer[] }> {
  const { apply, ...filter } = query;
  const matching = withState(await listOffers(asked.reader, { ...filter, intermediary: apply && neededOf[apply] }), asked);
  return { matching, shown: inOrder(matching.filter((offer) => admits[query.state](offer.state))) };
}

const never = Number.MAX_SAFE_INTEGER;

export function inOrder(offers: readonly StatedOffer[]): StatedOffer[] {
  const closing = ({ body }: StatedOffer): number => {
    const deadline = deadlineHere(body);
    return deadline === null ? never : passes(deadline).latest;
  };
  const ahead = ({ body }: StatedOffer): string | null => body.begins ?? body.opens ?? body.recurring?.expected ?? null;
  const dated = ({ body }: StatedOffer): string | null => body.ends ?? body.begins ?? body.deadline?.date ?? body.opens;
  const keyed = offers.map((offer) => {
    const isPast = admits.archive(offer.state);
    return { offer, isPast, state: offerStates.indexOf(offer.state), closing: isPast ? never : closing(offer), date: isPast ? dated(offer) : ahead(offer) };
  });
  const sorted = keyed.toSorted((a, b) => {
    if (a.state !== b.state && !(a.isPast && b.isPast)) return a.state - b.state;
    if (a.isPast) return compareEdtf(b.date, a.date) || compare(a.offer.slug, b.offer.slug);
    return a.closing - b.closing || compareEdtf(a.date, b.date) || compare(a.offer.slug, b.offer.slug);
  });
  return sorted.map(({ offer }) => offer);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export async function readOffers(asked: Asked): Promise<OffersView> {
  const { reader, now, city } = asked;
  const organisations = await organisationsOffering(reader);
  const query = readQuery(asked.query, new Set(organisations.map((one) => one.slug)));
  const { matching, shown } = await offersAsked(asked, query);
  const everything = filtersIn(query).length === 0 ? matching : withState(await listOffers(reader), asked);
  const size = rowsFor(asked, pageSize);
  const pages = Math.max(1, Math.ceil(shown.length / size));
  const page = Math.min(query.page, pages);
  const counts = Object.fromEntries(choices.map((choice) => [choice, matching.filter((offer) => admits[choice](offer.state)).length]));
  return {
    query: { ...query, page },
    organisations,
    offers: shown.slice((page - 1) * size, page * size),
    total: shown.length,
    pages,
    counts: { current: 0, open: 0, announced: 0, 'not-established': 0, archive: 0, all: 0, ...counts },
    all: everything.length,
    without: shown.length === 0 ? await countsWithout(asked, query) : [],
    until: nextChangeOf(
      everything.map((offer) => offer.body),
      now,
      city.timeZone,
    ),
    label: await labelOfLatest(reader, ['offer', 'organisation']),
  };
}

async function countsWithout(asked: Asked, query: OfferQuery): Promise<OffersView['without']> {
  const counts: OffersView['without'] = [];
  for (const name of filtersIn(query)) counts.push({ name, count: (await offersAsked(asked, changed(query, { [name]: undefined }))).shown.length });
  return counts;
}
