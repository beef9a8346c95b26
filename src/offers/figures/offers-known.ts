import { themes as allThemes } from '#register/index.ts';
import { canApply, ways, type Way } from '../calls/can-apply.ts';
import { offerTypes, type Offer } from '../calls/offer.ts';
import type { ListedOffer } from '../calls/store.ts';

type Theme = Offer['themes'][number];

/** What the published offers say themselves; whether anybody used them is another matter. */
export type OffersKnown = {
  total: number;
  /** The latest first; null where no date is known. */
  byYear: { year: number | null; offers: number }[];
  byType: { type: Offer['type']; offers: number }[];
  byTheme: { theme: Theme; offers: number }[];
  /** The slug of an organisation of the register; null for bodies outside it. */
  byOrganisation: { organisation: string | null; offers: number }[];
  byWay: { way: Way; offers: number }[];
  /** Those that name an amount, by its currency: an offer that says only that there is money has none. */
  money: { named: number; said: number; byCurrency: { currency: string; offers: number; least: string; most: string }[] };
};

/** The year of an offer: that of its deadline, else of its first day, else of its opening. */
export const yearOfOffer = ({ deadline, begins, opens, cityDeadline }: Pick<Offer, 'deadline' | 'begins' | 'opens' | 'cityDeadline'>): number | null => {
  const date = deadline?.date ?? begins ?? opens ?? cityDeadline?.date;
  return date === undefined ? null : Number(date.slice(0, 4));
};

export function offersKnown(offers: readonly Pick<ListedOffer, 'body' | 'offeredBy'>[]): OffersKnown {
  const bodies = offers.map(({ body }) => body);
  const years = count(bodies.map(yearOfOffer));
  const currencies = Map.groupBy(
    bodies.flatMap(({ money }) => (money?.amount === undefined || money.currency === undefined ? [] : [{ amount: money.amount, currency: money.currency }])),
    ({ currency }) => currency,
  );
  return {
    total: offers.length,
    byYear: [...years].map(([year, its]) => ({ year, offers: its })).toSorted((a, b) => (b.year ?? -1) - (a.year ?? -1)),
    byType: offerTypes.map((type) => ({ type, offers: bodies.filter((body) => body.type === type).length })).filter((one) => one.offers > 0),
    byTheme: allThemes.map((theme) => ({ theme, offers: bodies.filter((body) => body.themes.includes(theme)).length })).filter((one) => one.offers > 0),
    byOrganisation: [...count(offers.map(({ offeredBy }) => offeredBy?.slug ?? null))]
      .map(([organisation, its]) => ({ organisation, offers: its }))
      .toSorted((a, b) => b.offers - a.offers || (a.organisation ?? '~').localeCompare(b.organisation ?? '~', 'en')),
    byWay: ways.map((way) => ({ way, offers: bodies.filter((body) => canApply(body).way === way).length })).filter((one) => one.offers > 0),
    money: {
      named: bodies.filter(({ money }) => money?.amount !== undefined).length,
      said: bodies.filter(({ money }) => money !== undefined).length,
      byCurrency: [...currencies]
        .map(([currency, its]) => {
          const sorted = its.map(({ amount }) => amount).toSorted((a, b) => Number(a) - Number(b));
          return { currency, offers: its.length, least: sorted[0] ?? '', most: sorted.at(-1) ?? '' };
        })
        .toSorted((a, b) => b.offers - a.offers || (a.currency < b.currency ? -1 : 1)),
    },
  };
}

const count = <Key>(keys: readonly Key[]): Map<Key, number> => new Map([...Map.groupBy(keys, (key) => key)].map(([key, its]) => [key, its.length]));
