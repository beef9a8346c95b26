import { addDays, type Day } from '#basics/day.ts';
import { boundsOf, edtf } from '#basics/edtf.ts';
import type { Membership, Step, StepKind } from './membership.ts';

export const statuses = ['not-yet', 'planned', 'active', 'suspended', 'ended', 'not-established'] as const;
export type Status = (typeof statuses)[number];

/** From a day on (null: since ever) the membership has this status, until the next span begins. */
export type StatusSpan = { from: Day | null; status: Status };

/** Steps that only a member takes: each proves that the membership still lasted on its day. */
const provesMembership: ReadonlySet<StepKind> = new Set(['associate-membership', 'full-membership', 'statute-adopted', 'acceptance', 'designation', 'selection', 'resumption']);
/** Steps that come before belonging and show that it is planned. */
const preparesMembership: ReadonlySet<StepKind> = new Set([
  'invitation',
  'application',
  'council-resolution',
  'minister-consent',
  'board-decision',
  'mayor-decision',
  'declaration',
]);

type Known = Pick<Membership, 'belonging' | 'overBy' | 'lasting' | 'shownFrom' | 'steps'>;

/**
 * The status of a membership through time. Where the facts leave a day open (a date known to the year only, sources that
 * conflict, an end that nobody knows) that day is *not established*: an unknown end never makes a membership active.
 */
export function statusSpans(membership: Known): StatusSpan[] {
  const spans: StatusSpan[] = [];
  const add = (from: Day | null, status: Status): void => {
    const last = spans.at(-1);
    if (last?.status === status) return;
    if (last && last.from === from) spans.pop();
    if (spans.at(-1)?.status !== status) spans.push({ from, status });
  };
  const begin = beginning(membership);
  if (!begin) return withoutBeginning(membership, add, spans);

  add(null, 'not-yet');
  const planned = earliestStep(membership.steps, preparesMembership);
  if (planned !== null && planned < begin.earliest) add(planned, 'planned');
  if (begin.earliest < begin.latest) add(begin.earliest, 'not-established');
  add(begin.latest, 'active');

  const end = ending(membership);
  const over = membership.overBy ? boundsOf(edtf(membership.overBy.date)).to : null;
  if (end.kind === 'unknown') {
    add(dayAfter(lastProof(membership.steps, begin.latest)), 'not-established');
    if (over !== null) add(over, 'ended');
    return spans;
  }
  addSuspensions(membership.steps, end.kind === 'date' ? end.earliest : null, add);
  if (end.kind === 'date') {
    if (end.earliest < end.latest) add(end.earliest, 'not-established');
    add(dayAfter(end.latest), 'ended');
  }
  return spans;
}

/** The status on one day, from spans in their order. */
export function statusOn(spans: readonly StatusSpan[], on: Day): Status {
  let status: Status = 'not-established';
  for (const span of spans) if (span.from === null || span.from <= on) status = span.status;
  return status;
}

function withoutBeginning(membership: Known, add: (from: Day | null, status: Status) => void, spans: StatusSpan[]): StatusSpan[] {
  add(null, 'not-established');
  const shown = membership.shownFrom === undefined ? null : boundsOf(edtf(membership.shownFrom)).to;
  if (membership.lasting === 'shown' && shown !== null) add(shown, 'active');
  return spans;
}

function beginning(membership: Known): { earliest: Day; latest: Day } | null {
  const starts = membership.belonging.flatMap((claim) => {
    const value = edtf(claim.value);
    const start = value.kind === 'interval' ? value.start : { kind: 'date' as const, date: value.date };
    return start.kind === 'date' ? [start.date] : [];
  });
  if (starts.length === 0) return null;
  return { earliest: least(starts.map((start) => start.earliest)), latest: most(starts.map((start) => start.latest)) };
}

type Ending = { kind: 'open' } | { kind: 'unknown' } | { kind: 'date'; earliest: Day; latest: Day };

function ending(membership: Known): Ending {
  const ends = membership.belonging.map((claim) => {
    const value = edtf(claim.value);
    return value.kind === 'interval' ? value.end : { kind: 'date' as const, date: value.date };
  });
  const dated = ends.flatMap((end) => (end.kind === 'date' ? [end.date] : []));
  if (dated.length === ends.length && dated.length > 0)
    return { kind: 'date', earliest: least(dated.map((date) => date.earliest)), latest: most(dated.map((date) => date.latest)) };
  return ends.every((end) => end.kind === 'open') ? { kind: 'open' } : { kind: 'unknown' };
}

function addSuspensions(steps: readonly Step[], until: Day | null, add: (from: Day | null, status: Status) => void): void {
  const turns = steps
    .filter((step) => step.kind === 'suspension' || step.kind === 'resumption')
    .flatMap((step) => {
      const on = latestDayOf(step);
      return on === null ? [] : [{ on, status: step.kind === 'suspension' ? ('suspended' as const) : ('active' as const) }];
    })
    .toSorted((a, b) => (a.on < b.on ? -1 : 1));
  for (const turn of turns) if (until === null || turn.on < until) add(turn.on, turn.status);
}

function earliestStep(steps: readonly Step[], kinds: ReadonlySet<StepKind>): Day | null {
  const days = steps.filter((step) => kinds.has(step.kind)).flatMap((step) => latestDayOf(step) ?? []);
  return days.length === 0 ? null : least(days);
}

function lastProof(steps: readonly Step[], begin: Day): Day {
  const days = steps.filter((step) => provesMembership.has(step.kind)).flatMap((step) => earliestDayOf(step) ?? []);
  return most([begin, ...days]);
}

function latestDayOf(step: Step): Day | null {
  const first = step.date[0];
  return first === undefined ? null : boundsOf(edtf(first.value)).to;
}

function earliestDayOf(step: Step): Day | null {
  const first = step.date[0];
  return first === undefined ? null : boundsOf(edtf(first.value)).from;
}

const dayAfter = (on: Day): Day => addDays(on, 1);
const least = (days: readonly Day[]): Day => days.reduce((a, b) => (a < b ? a : b));
const most = (days: readonly Day[]): Day => days.reduce((a, b) => (a > b ? a : b));
