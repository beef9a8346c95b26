import { day, isDay, type Day } from '#basics/day.ts';
import { readFellowCities, type FellowCitiesView } from '#insight/index.ts';
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
import { addressOf } from '#web/paths.ts';
import { moved, notFound, type Asked, type Elsewhere } from '../page.ts';

export type PeriodHeld = Kept<Membership> & { spans: StatusSpan[]; status: Status };

export type View = Omit<WholeOrganisation, 'periods'> & {
  on: Day;
  periods: PeriodHeld[];
  units: Map<string, Kept<Unit>>;
  objectives: Map<string, Kept<Objective>>;
  fellows: FellowCitiesView;
};

/** Everything known of one organisation, from one snapshot. A slug of former times leads to the present one. */
export async function readOrganisation(asked: Asked): Promise<View | Elsewhere> {
  const { reader, lang, given, query, today, city } = asked;
  const slug = given['slug'] ?? '';
  const whole = await wholeOrganisation(reader, slug);
  if (!whole) {
    const known = await findRecord(reader, 'organisation', slug);
    return known && known.slug !== slug ? moved(addressOf('organisation', lang, { slug: known.slug })) : notFound;
  }
  const { record } = whole;
  const wanted = query.get('on') ?? '';
  const on = isDay(wanted) ? day(wanted) : today;
  return {
    ...whole,
    on,
    periods: whole.periods.map((period) => ({ ...period, status: statusOn(period.spans, on) })),
    units: await unitsBySlug(reader),
    objectives: await objectivesBySlug(reader),
    fellows: await readFellowCities(reader, { city, on, networkId: record.networkId, seat: record.body.seat }),
  };
}
