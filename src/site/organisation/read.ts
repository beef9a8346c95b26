import { day, isDay, type Day } from '#basics/day.ts';
import { readFellowCities, type FellowCitiesView } from '#insight/index.ts';
import { labelOf, type LabelFacts } from '#publishing/history.ts';
import { findRecord } from '#publishing/store.ts';
import {
  actsNamed,
  activitiesWith,
  findOrganisation,
  functionsIn,
  listAsks,
  listEffects,
  objectivesBySlug,
  periodsOf,
  statusOn,
  unitsBySlug,
  type Act,
  type Activity,
  type AskWithOrganisation,
  type FunctionHeld,
  type Kept,
  type Membership,
  type Objective,
  type Organisation,
  type StandingEffect,
  type Status,
  type StatusSpan,
  type Unit,
} from '#register/index.ts';
import { addressOf } from '#web/paths.ts';
import { moved, notFound, type Asked, type Elsewhere } from '../page.ts';

export type PeriodHeld = Kept<Membership> & { spans: StatusSpan[]; status: Status };

export type View = {
  record: Kept<Organisation>;
  on: Day;
  periods: PeriodHeld[];
  acts: Map<string, Kept<Act>>;
  asks: AskWithOrganisation[];
  functions: Kept<FunctionHeld>[];
  activities: Activity[];
  effects: StandingEffect[];
  units: Map<string, Kept<Unit>>;
  objectives: Map<string, Kept<Objective>>;
  fellows: FellowCitiesView;
  label: LabelFacts | undefined;
};

/** Everything known of one organisation, from one snapshot. A slug of former times leads to the present one. */
export async function readOrganisation(asked: Asked): Promise<View | Elsewhere> {
  const { reader, lang, given, query, today, city } = asked;
  const slug = given['slug'] ?? '';
  const record = await findOrganisation(reader, slug);
  if (!record) {
    const known = await findRecord(reader, 'organisation', slug);
    return known && known.slug !== slug ? moved(addressOf('organisation', lang, { slug: known.slug })) : notFound;
  }
  const wanted = query.get('on') ?? '';
  const on = isDay(wanted) ? day(wanted) : today;
  const periods = (await periodsOf(reader, record.id)).map((period) => ({ ...period, status: statusOn(period.spans, on) }));
  const actSlugs = periods.flatMap((period) => period.body.steps.flatMap((step) => step.act ?? []));
  return {
    record,
    on,
    periods,
    acts: await actsNamed(reader, [...new Set(actSlugs)]),
    asks: await listAsks(
      reader,
      periods.map((period) => period.id),
    ),
    functions: await functionsIn(reader, record.id),
    activities: await activitiesWith(reader, record.id),
    effects: await listEffects(reader, record.id),
    units: await unitsBySlug(reader),
    objectives: await objectivesBySlug(reader),
    fellows: await readFellowCities(reader, { city, on, networkId: record.networkId, seat: record.body.seat }),
    label: await labelOf(reader, record.id),
  };
}
