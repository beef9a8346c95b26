import { day, isDay, type Day } from '#basics/day.ts';
import { fellowCitiesIn, type FellowCitiesView } from '#insight/index.ts';
import { findRecord } from '#publishing/store.ts';
import {
  objectivesBySlug,
  statusOn,
  unitsBySlug,
  wholeOrganisation,
  type Kept,
  type Membership,
  type Objective,
  type Status,
  type StatusSpan,
  type Unit,
  type WholeOrganisation,
} from '#register/index.ts';
import { listOffers, nextChangeOf } from '#offers/index.ts';
import { addressOf } from '#web/paths.ts';
import { inOrder, withState, type StatedOffer } from '../offers/read.ts';
import { moved, notFound, type Asked, type Elsewhere } from '../page.ts';

export type PeriodHeld = Kept<Membership> & { spans: StatusSpan[]; status: Status };

export type View = Omit<WholeOrganisation, 'periods' | 'list'> & {
  on: Day;
  periods: PeriodHeld[];
  units: Map<string, Kept<Unit>>;
  objectives: Map<string, Kept<Objective>>;
  fellows: FellowCitiesView;
  offers: StatedOffer[];
  /** When the state of an offer next changes. */
  until: number | null;
};

/** Everything known of one organisation, from one snapshot. A slug of former times leads to the present one. */
export async function readOrganisation(asked: Asked): Promise<View | Elsewhere> {
  const { reader, lang, given, query, today, city } = asked;
  const slug = given['slug'] ?? '';
  const wanted = query.get('on') ?? '';
  const on = isDay(wanted) ? day(wanted) : today;
  const whole = await wholeOrganisation(reader, slug, on);
  if (!whole) {
    const known = await findRecord(reader, 'organisation', slug);
    return known && known.slug !== slug ? moved(addressOf('organisation', lang, { slug: known.slug })) : notFound;
  }
  const { list, ...its } = whole;
  const offers = inOrder(withState(await listOffers(reader, { organisation: slug }), asked));
  return {
    ...its,
    on,
    periods: whole.periods.map((period) => ({ ...period, status: statusOn(period.spans, on) })),
    units: await unitsBySlug(reader),
    objectives: await objectivesBySlug(reader),
    fellows: await fellowCitiesIn(reader, { city, list, seat: whole.record.body.seat }),
    offers,
    until: nextChangeOf(
      offers.map((offer) => offer.body),
      asked.now,
      city.timeZone,
    ),
  };
}
