import type { Day } from '#basics/day.ts';
import { remembered } from '#basics/remembered.ts';
import type { Lang } from '#lang/lang.ts';
import { readCityInWorld, readWhoSitsWithUs, type CityInWorldView, type WhoSitsWithUsView } from '#insight/index.ts';
import { labelOfLatest, listChanges, type Change, type LabelFacts } from '#publishing/history.ts';
import { latestMoments, type ChangeMoment } from '#publishing/moments.ts';
import {
  areas,
  countActs,
  countIn,
  countOrganisationsOn,
  directoryBeside,
  effectsToCount,
  feesKnown,
  functionsOn,
  groupPeriods,
  periodsInBrief,
  organisationNames,
  registerMark,
  tallyOf,
  type Area,
  type BriefPeriod,
  type DirectoryCount,
  type FunctionHeld,
  type Kept,
  type OrganisationName,
  type PeriodFilter,
  type PeriodGroup,
} from '#register/index.ts';
import { nextChangeOf, offersAhead } from '#offers/index.ts';
import { withState, type StatedOffer } from '../offers/read.ts';
import type { Asked } from '../page.ts';

/** More of a group are left to the list. */
const mostActive = 200;
const mostMoments = 5;
/** So many changes of one moment are told one by one; more are counted. */
const toldOneByOne = 3;

export type Office = Kept<FunctionHeld> & { organisation: OrganisationName | undefined };

export type HomeView = {
  groups: PeriodGroup[];
  organisations: number;
  active: BriefPeriod[];
  acts: { ofCouncil: number; ofCity: number };
  effects: { counting: number; recorded: number; byArea: { area: Area; counting: number; recorded: number }[] };
  fees: { known: number; of: number };
  offices: Office[];
  moments: (ChangeMoment & { changes: Change[] })[];
  world: CityInWorldView;
  company: WhoSitsWithUsView;
  directory: DirectoryCount[];
  /** Offers with a date ahead that can be used now or have been announced, and when that changes. */
  offers: { shown: StatedOffer[]; until: number | null };
  label: LabelFacts | undefined;
};

export async function readHome(asked: Asked): Promise<HomeView> {
  const { reader, today, lang, city } = asked;
  const state = `${await registerMark(reader)} ${today}`;
  return {
    ...(await keep(state, () => readStanding(reader, today))),
    active: await keepActive(`${state} ${lang}`, () => readActive(reader, today, lang)),
    world: await readCityInWorld(reader, { city, on: today }),
    company: await readWhoSitsWithUs(reader, { city, on: today, top: 10 }),
    offers: await readOpenOffers(asked),
  };
}

const active: PeriodFilter = { status: 'active' };
const readActive = (reader: Asked['reader'], on: Day, lang: Lang): Promise<BriefPeriod[]> =>
  periodsInBrief(reader, active, { on, order: 'since', lang, limit: mostActive, offset: 0 });

async function readActs(reader: Asked['reader']): Promise<HomeView['acts']> {
  return { ofCouncil: await countActs(reader, { level: 'city', body: 'council' }), ofCity: await countActs(reader, { level: 'city' }) };
}

type Standing = Omit<HomeView, 'active' | 'world' | 'company' | 'offers'>;

// What home tells is the same for every reader of a day, so it is read once for each state of the register. Offers also change with the hour.
const keep = remembered<Standing>();
const keepActive = remembered<BriefPeriod[]>();

const readStanding = async (reader: Asked['reader'], today: Day): Promise<Standing> => ({
  groups: await groupPeriods(reader, {}, today),
  organisations: await countOrganisationsOn(reader, today),
  acts: await readActs(reader),
  effects: await countEffects(reader),
  fees: await feesKnown(reader),
  offices: await readOffices(reader, today),
  moments: await readMoments(reader),
  directory: await directoryBeside(reader, today),
  label: await labelOfLatest(reader),
});

async function countEffects(reader: Asked['reader']): Promise<HomeView['effects']> {
  const all = await effectsToCount(reader);
  const count = (effects: typeof all) => {
    const { counted, beside } = tallyOf(effects);
    return { counting: counted, recorded: counted + beside };
  };
  const byArea = areas.map((area) => ({ area, ...count(all.filter((effect) => effect.area === area)) }));
  return { ...count(all), byArea: byArea.filter((one) => one.recorded > 0) };
}

/** So many are looked at, and so many shown. */
const aheadAtMost = 30;
const mostOffers = 5;

async function readOpenOffers({ reader, now, city }: Asked): Promise<HomeView['offers']> {
  const ahead = await offersAhead(reader, now, aheadAtMost);
  const usable = withState(ahead, { now, city }).filter(({ state }) => state === 'open' || state === 'closing-soon' || state === 'announced');
  return {
    shown: usable.slice(0, mostOffers),
    until: nextChangeOf(
      ahead.map((offer) => offer.body),
      now,
      city.timeZone,
    ),
  };
}

async function readOffices(reader: Asked['reader'], today: string): Promise<Office[]> {
  const held = await functionsOn(reader, today);
  const organisations = await organisationNames(reader, [...new Set(held.map((one) => one.organisationId))]);
  return held.map(({ organisationId, ...one }) => ({ ...one, organisation: organisations.get(organisationId) }));
}

async function readMoments(reader: Asked['reader']): Promise<HomeView['moments']> {
  const moments = await latestMoments(reader, mostMoments);
  const latest = await listChanges(reader, {}, { limit: mostMoments * toldOneByOne, offset: 0 });
  return moments.map((moment) => {
    const changes = latest.filter((change) => change.at.getTime() === moment.at.getTime());
    return { ...moment, changes: changes.length === moment.total && moment.total <= toldOneByOne ? changes : [] };
  });
}

/** The memberships that the headline counts: the strictest reading of "belongs". */
export const strictest = { status: 'active', decided: 'council', scope: 'international', holder: 'city' } as const satisfies PeriodFilter;

export const periodsIn = (view: HomeView, filter: PeriodFilter): number => countIn(view.groups, filter);
