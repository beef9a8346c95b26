import type { Day } from '#basics/day.ts';
import type { Text } from '#publishing/facts.ts';
import { standingOf, statusOn, type Area, type Effect, type Membership, type Standing, type Status } from '#register/index.ts';
import type { IndicatorName } from '../criteria/criterion.ts';
import { readingsOf } from '../indicators/compute.ts';
import type { Counting, IndicatorReading } from '../indicators/indicator.ts';
import type { RegisterRows, Revised } from '../indicators/rows.ts';

export type Level = Effect['level'];
const levels: readonly Level[] = ['outcome', 'output', 'action'];

/** So many things of one kind. Levels stay apart: a meeting is not an outcome. */
export type EffectCell = { area: Area; measurable: boolean; level: Level; count: number };

/** Documented effects: what counts, and beside it what does not, each under its own name. One thing told twice counts once; records beside are counted one by one, as on the other pages. */
export type EffectSummary = {
  count: number;
  cells: EffectCell[];
  /** How many of them the city itself reports. */
  selfReported: number;
  last: { slug: string; title: Text; date: string } | null;
  beside: { standing: Exclude<Standing, 'counts'>; count: number }[];
};

/** What to collect next for one membership. */
export type ToCollect = { isFeeUnknown: boolean; effectsWithoutSource: number; effectsWithoutDate: number; indicators: IndicatorName[] };

export type MembershipSummary = {
  membership: string;
  organisation: string;
  name: Text;
  period: number;
  status: Status;
  engagement: Membership['engagement']['level'];
  effects: EffectSummary;
  /** The fee and compulsory contributions a year, in złotys; unknown stays unknown. */
  cost: IndicatorReading;
  /** For how many of the indicators the register knows anything. */
  known: { indicators: number; of: number };
  collect: ToCollect;
};

/** A sum is never told without for how many it is known. */
export type KnownSum = { zlotys: number; known: number; of: number };

export type Summary = {
  on: Day;
  memberships: MembershipSummary[];
  city: { memberships: number; effects: EffectSummary; costs: KnownSum; known: { indicators: number; of: number } };
};

/** Those that may last on the day, and those that have ended with something to show. What has not begun is not among them. */
const isShown = (status: Status): boolean => status !== 'not-yet' && status !== 'planned';
export const lasts = (status: Status): boolean => status === 'active' || status === 'suspended';

export function summaryOf(rows: RegisterRows, counting: Counting): Summary {
  const shown = rows.memberships.filter((one) => isShown(statusOn(one.spans, counting.on)));
  const memberships = shown.map((one) => membershipSummary(rows, one, counting));
  const lasting = memberships.filter((one) => lasts(one.status));
  const counted = rows.effects.map((row) => ({ row, standing: standingNow(row, shown, counting.on) }));
  return {
    on: counting.on,
    memberships,
    city: {
      memberships: lasting.length,
      effects: effectSummary(counted),
      costs: knownSum(lasting.map((one) => one.cost)),
      known: { indicators: lasting.reduce((sum, one) => sum + one.known.indicators, 0), of: lasting.reduce((sum, one) => sum + one.known.of, 0) },
    },
  };
}

/** The sum of what is known, with for how many. An unknown one adds nothing and is not counted as known: it is neither zero nor the mean of the others. */
export function knownSum(costs: readonly Pick<IndicatorReading, 'from'>[]): KnownSum {
  const known = costs.flatMap((one) => one.from ?? []);
  return { zlotys: Math.round(known.reduce((sum, one) => sum + one, 0) * 100) / 100, known: known.length, of: costs.length };
}

function standingNow(row: Revised<Effect>, memberships: RegisterRows['memberships'], on: Day): Standing {
  const courses = memberships.filter((one) => one.organisationSlug === row.body.organisation).map((one) => one.spans);
  const standing = standingOf(row.body, courses);
  // What is dated later than today has been announced, not documented.
  return standing === 'counts' && row.body.date !== null && row.body.date.slice(0, on.length) > on ? 'expected' : standing;
}

function membershipSummary(rows: RegisterRows, one: RegisterRows['memberships'][number], counting: Counting): MembershipSummary {
  const own = rows.effects.filter(({ body }) => body.organisation === one.organisationSlug).map((row) => ({ row, standing: standingNow(row, [one], counting.on) }));
  const readings = readingsOf(rows, one, counting);
  const missing = readings.filter((reading) => reading.state === 'unknown').map((reading) => reading.indicator);
  const cost = readings.find((reading) => reading.indicator === 'cash');
  if (cost === undefined) throw new Error('cash is an indicator of every membership');
  return {
    membership: one.slug,
    organisation: one.organisationSlug,
    name: rows.organisations.get(one.organisationSlug)?.body.shortName ?? { pl: one.organisationSlug },
    period: one.body.period,
    status: statusOn(one.spans, counting.on),
    engagement: one.body.engagement.level,
    effects: effectSummary(own),
    cost,
    known: { indicators: readings.length - missing.length, of: readings.length },
    collect: {
      isFeeUnknown: cost.state === 'unknown',
      effectsWithoutSource: own.filter(({ row }) => row.body.sourceIds.length === 0).length,
      effectsWithoutDate: own.filter(({ standing }) => standing === 'undated').length,
      indicators: missing,
    },
  };
}

type Told = { row: Revised<Effect>; standing: Standing };

/** One of each thing: where two records tell of it, the one of the higher level, then of the earlier name. */
function things(effects: readonly Told[]): Revised<Effect>[] {
  const byName = Map.groupBy(effects, ({ row }) => `${row.body.organisation} ${row.body.sameThing ?? `/${row.slug}`}`);
  return [...byName.values()].flatMap(
    (its) => its.map(({ row }) => row).toSorted((a, b) => levels.indexOf(a.body.level) - levels.indexOf(b.body.level) || (a.slug < b.slug ? -1 : 1))[0] ?? [],
  );
}

export function effectSummary(effects: readonly Told[]): EffectSummary {
  const counted = things(effects.filter(({ standing }) => standing === 'counts'));
  const cells = Map.groupBy(counted, ({ body }) => `${body.area} ${body.measurable} ${body.level}`);
  const dated = counted.flatMap(({ slug, body }) => (body.date === null ? [] : [{ slug, title: body.title, date: body.date }]));
  const besides = Map.groupBy(effects, ({ standing }) => standing);
  return {
    count: counted.length,
    cells: [...cells.values()].flatMap((its) =>
      its[0] === undefined ? [] : [{ area: its[0].body.area, measurable: its[0].body.measurable, level: its[0].body.level, count: its.length }],
    ),
    selfReported: counted.filter(({ body }) => body.reportedBy === 'city' || body.reportedBy === 'institution').length,
    last: dated.toSorted((a, b) => (a.date === b.date ? (a.slug < b.slug ? -1 : 1) : a.date < b.date ? 1 : -1))[0] ?? null,
    beside: [...besides].flatMap(([standing, its]) => (standing === 'counts' ? [] : [{ standing, count: its.length }])),
  };
}
