import type { Day } from '#basics/day.ts';
import { done, refused, type Outcome } from '#basics/outcome.ts';
import type { Source, Text } from '#publishing/facts.ts';
import type { CriteriaSet, Criterion } from '../criteria/criterion.ts';
import { assessable, factsOf, readingsOf } from '../indicators/compute.ts';
import type { Counting, IndicatorReading, LocalUse } from '../indicators/indicator.ts';
import type { RegisterRows } from '../indicators/rows.ts';
import { assessmentShape, type Assessed, type Assessment, type AssessmentResult, type ScoreSheet } from './cycle.ts';
import type { Judgement } from './judgement.ts';
import type { FrozenInput } from './results.ts';

/** Everything that a cycle is frozen from. */
export type Closing = {
  year: number;
  closedOn: Day;
  criteria: CriteriaSet;
  rows: RegisterRows;
  localUse: ReadonlyMap<string, LocalUse> | null;
  /** By membership and criterion: what people judged, or confirmed to be none. */
  judgements: readonly { membership: string; criterion: string; judgement: Judgement }[];
  weights: Assessment['weights'];
  reference: Assessment['reference'];
  settings: Assessment['settings'];
  previous: string | null;
  summary: Text | null;
  sources: Source[];
};

/** A sheet for each criterion of one membership: what the register says, or what a person says instead, with the register's records kept beside it. */
export function scoreSheets(criteria: readonly Criterion[], readings: readonly IndicatorReading[], judged: ReadonlyMap<string, Judgement>): ScoreSheet[] {
  return criteria.map((criterion) => {
    const reading = readings.find(({ indicator }) => indicator === criterion.indicator);
    const records = { evidence: reading?.evidence ?? [], beside: reading?.beside ?? [] };
    const judgement = judged.get(criterion.code);
    if (judgement !== undefined) {
      const { state, from, to, seenOn, reason } = judgement;
      return { criterion: criterion.code, state, from, to, grade: null, seenOn, reason, ...records };
    }
    if (reading === undefined || reading.state === 'unknown') return { criterion: criterion.code, state: 'unknown', from: null, to: null, grade: null, seenOn: null, ...records };
    const { from, to, grade, seenOn } = reading;
    return { criterion: criterion.code, state: 'documented', from, to, grade, seenOn, ...records };
  });
}

/** The memberships of a cycle with their scores and facts, as the register has them on the day. */
export function assessedOf({ closedOn, criteria, rows, localUse, judgements, settings }: Omit<Closing, 'summary' | 'previous' | 'sources' | 'weights' | 'reference'>): Assessed[] {
  const counting: Counting = { on: closedOn, rates: settings.exchangeRates, peers: settings.peers, localUse };
  return assessable(rows, closedOn).map((one) => {
    const judged = new Map(judgements.filter(({ membership }) => membership === one.slug).map(({ criterion, judgement }) => [criterion, judgement]));
    return {
      membership: one.slug,
      organisation: one.organisationSlug,
      name: rows.organisations.get(one.organisationSlug)?.body.shortName ?? { pl: one.organisationSlug },
      engagement: one.body.engagement.level,
      scores: scoreSheets(criteria.criteria, readingsOf(rows, one, counting), judged),
      facts: factsOf(rows, one, counting),
    };
  });
}

/** What results are computed from. */
export const inputOf = (closing: Closing): FrozenInput => ({
  criteria: closing.criteria,
  memberships: assessedOf(closing),
  weights: closing.weights,
  reference: closing.reference,
  settings: closing.settings,
});

/** The frozen whole; refused where it does not pass its own schema (too many records, a text too long). */
export function bodyFrom(closing: Closing, input: FrozenInput, results: AssessmentResult[]): Outcome<Assessment, 'badBody'> {
  const { year, closedOn, previous, summary, sources } = closing;
  const body = assessmentShape.safeParse({
    year,
    closedOn,
    ...input,
    results,
    ...(previous === null ? {} : { previous }),
    ...(summary === null ? {} : { summary }),
    sourceIds: sources.map((source) => source.id),
    sources,
  });
  return body.success ? done(body.data) : refused('badBody', body.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '));
}
