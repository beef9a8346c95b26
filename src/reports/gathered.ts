import { assessmentNamed, listAssessments, listDecisions, readSummary, type Assessment, type Decision, type Summary } from '#assessment/index.ts';
import type { City } from '#basics/city.ts';
import { day, type Day } from '#basics/day.ts';
import type { Reader } from '#db/handles.ts';
import { readLocalUse } from '#insight/index.ts';
import type { Lang } from '#lang/lang.ts';
import { compareTexts } from '#lang/names.ts';
import { listOffers, offersKnown, readNotices, readUseKnown, yearOfOffer, type Notices, type OffersKnown, type UseKnown } from '#offers/index.ts';
import { labelOfLatest, type LabelFacts } from '#publishing/history.ts';
import { registerState } from '#publishing/register-state.ts';
import {
  countOrganisationsOn,
  feesKnown,
  functionsByOrganisation,
  inLang,
  listActs,
  listAsks,
  listEffects,
  listPeriods,
  membershipsNamed,
  organisationsBelongedTo,
  periodsByOrganisation,
  unitsBySlug,
  withKnownFee,
  type Act,
  type Activity,
  type AskWithOrganisation,
  type FunctionHeld,
  type Kept,
  type Mandate,
  type Organisation,
  type Period,
  type PeriodOfOrganisation,
  type StandingEffect,
  type Trip,
  type Unit,
} from '#register/index.ts';
import { allActivities, allFunctions, allMandates, allTrips, type Within } from './store.ts';

export type ReportAsked = { year: number; lang: Lang; today: Day; city: City };

/** Everything that a report is written from, of one snapshot of the register. */
export type Gathered = ReportAsked & {
  /** The last day of the year, or today where the year is not over. */
  on: Day;
  registerVersion: number;
  label: LabelFacts | undefined;
  /** Every period, also the ended ones, with its status on that day. */
  periods: Period[];
  periodsOf: Map<string, number>;
  organisationsOnDay: number;
  organisations: Kept<Organisation>[];
  units: Map<string, Kept<Unit>>;
  held: Map<string, FunctionHeld[]>;
  acts: Kept<Act>[];
  actsConcern: Map<string, PeriodOfOrganisation>;
  asks: AskWithOrganisation[];
  fees: { known: number; of: number };
  functions: Within<FunctionHeld>[];
  mandates: Within<Mandate>[];
  trips: Within<Trip>[];
  activities: Activity[];
  effects: StandingEffect[];
  /** Offers with a deadline or an event in the year, and what became of those that the office took applications for. */
  offersOfYear: OffersKnown;
  offerUse: UseKnown;
  offerNotices: Notices;
  summary: Summary;
  /** The latest published cycle up to the year; null where there is none. */
  assessment: Kept<Assessment> | null;
  decisions: Kept<Decision>[];
};

/** More than any city has; a read must have an end. */
const most = 20_000;

export async function gather(reader: Reader, asked: ReportAsked, tell: (part: number) => void = () => undefined): Promise<Gathered> {
  const { year, lang, today } = asked;
  const lastDay = day(`${year}-12-31`);
  const on = lastDay < today ? lastDay : today;
  const { version } = await registerState(reader);
  const compare = compareTexts(lang);
  // Tables call organisations by their short names, so that is the order that a reader expects.
  const periods = (await listPeriods(reader, {}, { on, order: 'name', lang, limit: most, offset: 0 })).toSorted((a, b) =>
    compare(inLang(a.organisation.body.shortName, lang), inLang(b.organisation.body.shortName, lang)),
  );
  tell(0.2);
  const organisationIds = [...new Set(periods.map((period) => period.organisation.id))];
  const acts = await listActs(reader, { level: 'city' }, { limit: most, offset: 0 });
  const actsConcern = await membershipsNamed(reader, [...new Set(acts.flatMap(({ body }) => body.memberships.map((one) => one.membership)))]);
  tell(0.4);
  const cycle = (await listAssessments(reader)).find((one) => one.year <= year);
  // What came after a year that is over is no part of its report; of the running year everything that the pages count is.
  const past = lastDay < today;
  const asks = (await listAsks(reader)).filter(({ body }) => !past || body.year === null || body.year <= year);
  const effects = (await listEffects(reader)).filter(({ body }) => !past || body.date === null || body.date.slice(0, 4) <= String(year));
  const organisations = await organisationsBelongedTo(reader);
  const rest = {
    label: await labelOfLatest(reader),
    periodsOf: await periodsByOrganisation(reader, organisationIds),
    organisationsOnDay: await countOrganisationsOn(reader, on),
    organisations,
    units: await unitsBySlug(reader),
    held: await functionsByOrganisation(reader, organisationIds),
    asks,
    fees: past ? { known: withKnownFee(asks).size, of: organisations.length } : await feesKnown(reader),
    functions: await allFunctions(reader),
    mandates: await allMandates(reader),
    trips: await allTrips(reader),
    activities: await allActivities(reader),
    effects,
    offersOfYear: offersKnown((await listOffers(reader)).filter(({ body }) => yearOfOffer(body) === year)),
    offerUse: await readUseKnown(reader, asked.city.timeZone),
    offerNotices: await readNotices(reader),
  };
  tell(0.7);
  const summary = await readSummary(reader, on, await readLocalUse(reader, on));
  const assessment = cycle === undefined ? null : ((await assessmentNamed(reader, cycle.slug)) ?? null);
  const decisions = assessment === null ? [] : await listDecisions(reader);
  tell(1);
  return { ...asked, on, registerVersion: version, periods, acts, actsConcern, ...rest, summary, assessment, decisions };
}
