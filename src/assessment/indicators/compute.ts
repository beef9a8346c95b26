import { leading, statusOn, type FunctionHeld, type Objective } from '#register/index.ts';
import type { Text } from '#publishing/facts.ts';
import type { Assessed, Evidence } from '../cycles/cycle.ts';
import { askReadings } from './asks.ts';
import { officeSteps } from './counted.ts';
import type { Counting, IndicatorReading } from './indicator.ts';
import { aside, asideReasonOf, counts, effectGrade, evidenceOf, lastDayBy, lastingOn, monthsBetween, readingFrom, unknownReading, type Counted, type Found } from './reading.ts';
import type { RegisterRows, Revised } from './rows.ts';
import { yieldReadings } from './yields.ts';

type MembershipRow = RegisterRows['memberships'][number];

/** The memberships that a cycle assesses: those that last on the day, a suspended one with them. */
export const assessable = (rows: RegisterRows, on: Counting['on']): MembershipRow[] =>
  rows.memberships.filter((one) => ['active', 'suspended'].includes(statusOn(one.spans, on))).toSorted((a, b) => (a.slug < b.slug ? -1 : 1));

/** Every indicator of one membership that the register can count; `judgement` is left to people. */
export function readingsOf(rows: RegisterRows, one: MembershipRow, counting: Counting): IndicatorReading[] {
  const engaged = currentEngagement(rows, one, counting);
  const held = officeHeld(rows, one, counting);
  return [
    strategyFit(rows, one, counting, [...engaged.counted, ...held.counted]),
    readingFrom(one.slug, 'current-engagement', engaged),
    ...yieldReadings(rows, one, counting),
    readingFrom(one.slug, 'office-held', held, stepsOf(held)),
    company(rows, one, counting),
    localUse(one, counting),
    ...askReadings(rows, one, counting),
  ];
}

const titleOfFunction = ({ role, holder }: FunctionHeld): Text => ({ pl: `${role.pl}: ${holder.name.pl}`, en: `${role.en ?? role.pl}: ${holder.name.en ?? holder.name.pl}` });
const titleOfObjective = ({ code, title }: Objective): Text => ({ pl: `${code}. ${title.pl}`, en: `${code}. ${title.en ?? title.pl}` });

/** Projects that run and groups that the city works in on the day. An office in a body counts as an office, not again as a group. */
function currentEngagement(rows: RegisterRows, one: MembershipRow, counting: Counting): Found {
  const found: Found = { counted: [], beside: [] };
  for (const row of rows.projects.filter(({ body }) => body.organisations.includes(one.organisationSlug))) {
    const years = leading(row.body.years);
    place(found, one, { evidence: evidenceOf('project', row, row.body.name, { date: years }), body: row.body }, lastingOn(years, counting.on));
  }
  for (const row of functionsOf(rows, one).filter(({ body }) => body.level === 'participant')) {
    const term = leading(row.body.term);
    place(found, one, { evidence: evidenceOf('function', row, titleOfFunction(row.body), { date: term }), body: row.body }, lastingOn(term, counting.on));
  }
  return found;
}

function place(
  found: Found,
  one: MembershipRow,
  { evidence, body }: { evidence: Evidence; body: { sources?: FunctionHeld['sources'] } },
  because: ReturnType<typeof lastingOn>,
): void {
  if (because !== null) found.beside.push(aside(evidence, because));
  else if (one.body.unit === undefined) found.beside.push(aside(evidence, 'no-unit'));
  else found.counted.push(counts(evidence, body, 'A'));
}

const functionsOf = (rows: RegisterRows, one: MembershipRow): Revised<FunctionHeld>[] => rows.functions.filter(({ body }) => body.organisation === one.organisationSlug);

/** The highest office held on the day; a lower one, and prestige told of as an effect, add nothing. */
function officeHeld(rows: RegisterRows, one: MembershipRow, counting: Counting): Found {
  const found: Found = { counted: [], beside: [] };
  const offices = functionsOf(rows, one).flatMap((row) => {
    const step = officeSteps[row.body.level];
    const term = leading(row.body.term);
    return step === undefined ? [] : [{ row, step, evidence: evidenceOf('function', row, titleOfFunction(row.body), { date: term }), because: lastingOn(term, counting.on) }];
  });
  const highest = offices.reduce((most, { step, because }) => (because === null ? Math.max(most, step) : most), 0);
  for (const { row, step, evidence, because } of offices) {
    if (because !== null) found.beside.push(aside(evidence, because));
    else if (step < highest) found.beside.push(aside(evidence, 'told-elsewhere'));
    else found.counted.push(counts(evidence, row.body, 'A', step));
  }
  for (const row of rows.effects.filter(({ body }) => body.organisation === one.organisationSlug && body.area === 'prestige'))
    found.beside.push(aside(evidenceOf('effect', row, row.body.title, { date: row.body.date }), 'told-elsewhere'));
  return found;
}

/** Two offices of the same step are one step. */
const stepsOf = ({ counted }: Found): { from: number; to: number } => {
  const highest = Math.max(0, ...counted.map((one) => one.adds));
  return { from: highest, to: highest };
};

/** Goals of the strategy that somebody of the office has confirmed; a goal above another that counts is not counted again. Work is live where something runs, an office is held, or an effect is dated within a year. */
function strategyFit(rows: RegisterRows, one: MembershipRow, counting: Counting, running: readonly Counted[]): IndicatorReading {
  const found: Found = { counted: [], beside: [] };
  const links = one.body.objectives.flatMap(({ objective, state }) => {
    const row = rows.objectives.get(objective);
    return row?.body.framework === 'strategy' ? [{ row, state }] : [];
  });
  const above = new Set(links.flatMap(({ row, state }) => (state === 'confirmed' && row.body.parent !== undefined ? [row.body.parent] : [])));
  for (const { row, state } of links) {
    const evidence = evidenceOf('objective', row, titleOfObjective(row.body));
    if (state !== 'confirmed') found.beside.push(aside(evidence, 'not-confirmed'));
    else if (above.has(row.slug)) found.beside.push(aside(evidence, 'told-elsewhere'));
    else found.counted.push(counts(evidence, one.body, 'A'));
  }
  const goals = found.counted.length;
  if (goals === 0) return unknownReading(one.slug, 'strategy-fit', found.beside);
  const live = [...running, ...recentEffects(rows, one, counting)];
  const step = live.length === 0 ? 1 : Math.min(4, goals + 1);
  return readingFrom(one.slug, 'strategy-fit', { counted: [...found.counted, ...live], beside: found.beside }, { from: step, to: step });
}

const recentEffects = (rows: RegisterRows, one: MembershipRow, counting: Counting): Counted[] =>
  rows.effects
    .filter(({ body }) => body.organisation === one.organisationSlug && asideReasonOf(body, one.spans, 1, counting.on) === null)
    .map((row) => counts(evidenceOf('effect', row, row.body.title, { date: row.body.date }), row.body, effectGrade[row.body.reportedBy]));

/** The share of the declared peers on the network's list. A list with gaps proves who is inside, and not who is outside. */
function company(rows: RegisterRows, one: MembershipRow, { peers }: Counting): IndicatorReading {
  const network = rows.organisations.get(one.organisationSlug)?.body.network;
  const list = network === undefined ? undefined : rows.peersInside.get(network);
  if (list === undefined || peers.length === 0 || (list.inside.length === 0 && !list.whole)) return unknownReading(one.slug, 'company');
  const share = Math.round((list.inside.length / peers.length) * 10_000) / 10_000;
  const evidence = evidenceOf('network', list.network, list.network.body.name, { amount: `${list.inside.length}/${peers.length}` });
  return readingFrom(one.slug, 'company', { counted: [counts(evidence, {}, 'A', share)], beside: [] }, { from: share, to: list.whole ? share : 1 });
}

function localUse(one: MembershipRow, counting: Counting): IndicatorReading {
  const use = counting.localUse?.get(one.organisationSlug);
  if (use === undefined) return unknownReading(one.slug, 'local-use');
  return { ...unknownReading(one.slug, 'local-use'), state: 'documented', from: use.institutions, to: use.institutions, grade: use.grade, evidence: use.evidence };
}

/** What the register knows beside the scores, for the sorting. Months run from the last effect that counts or, where there was none, from joining. */
export function factsOf(rows: RegisterRows, one: MembershipRow, counting: Counting): Assessed['facts'] {
  const readings = readingsOf(rows, one, counting);
  const asks = readings.filter(({ indicator }) => ['cash', 'travel', 'staff-hours'].includes(indicator));
  const isPaid = asks.some(({ from }) => from !== null && from > 0);
  const isFree = asks.every(({ from }) => from === 0);
  const happened = [
    ...rows.effects.filter(({ body }) => body.organisation === one.organisationSlug).map(({ body }) => body),
    ...[...rows.events.filter(({ body }) => body.part !== 'attended'), ...rows.awards]
      .filter(({ body }) => body.organisations.includes(one.organisationSlug))
      .map(({ body }) => ({ attribution: 'explicit' as const, date: leading(body.date) ?? null })),
  ];
  const days = happened.filter((thing) => asideReasonOf(thing, one.spans, null, counting.on) === null).flatMap(({ date }) => lastDayBy(date, counting.on) ?? []);
  const since = days.toSorted().at(-1) ?? one.spans.find((span) => span.status === 'active')?.from ?? null;
  return {
    asksPaid: isPaid ? true : isFree ? false : null,
    monthsWithoutEffect: since === null ? null : monthsBetween(since, counting.on),
    engagementDeclaredLow: ['following', 'dormant-by-choice'].includes(one.body.engagement.level),
  };
}
