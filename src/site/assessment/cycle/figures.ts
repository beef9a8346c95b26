import {
  additiveValue,
  bands,
  contributions,
  ofIndex,
  referenceWeights,
  sortedOf,
  swaps,
  swapWeight,
  weightLine,
  type Assessed,
  type Assessment,
  type AssessmentResult,
  type Band,
  type Criterion,
  type Index,
  type ScoreSheet,
} from '#assessment/index.ts';

/** A criterion as one membership meets it: its weight, and what it adds by the middle of what is known. */
export type Part = { criterion: Criterion; sheet: ScoreSheet | undefined; weight: number; value: number; adds: number };
type Courses = 'keepAndUseMore' | 'keep' | 'below';

/** One step that would move the middle of a membership's figures into another class. */
export type Flip = { criterion: Criterion; now: number; at: number; to: AssessmentResult['indication'] };
/** Where lower or higher asks would do so. */
export type AskFlip = { limit: number; cheaper: boolean; to: AssessmentResult['indication'] };

export type MembershipFigures = {
  one: Assessed;
  result: AssessmentResult;
  parts: Record<Index, Part[]>;
  /** What is missing, the heaviest first. */
  missing: { criterion: Criterion; weight: number }[];
  band: Band | null;
  flip: Flip | null;
  askFlip: AskFlip | null;
};

export type Swap = { one: Assessed; other: Assessed; criterion: Criterion; now: number; at: number };

/** A cycle with what its figures mean beside it. Throws where a published body does not compute: it was checked when it was published. */
export type CycleFigures = { weights: Record<Index, number[]>; memberships: MembershipFigures[]; swaps: Swap[]; thresholds: Record<Band, Thresholds> };

/** What the two reference profiles of a band are worth under the first weights. */
type Thresholds = { just: number; clear: number };

const middle = ({ low, high }: { low: number; high: number }): number => (low + high) / 2;

export function figuresOf(body: Assessment): CycleFigures {
  const [profile] = body.weights;
  const sorted = sortedOf(body);
  const criteria = { benefits: ofIndex(body.criteria, 'benefits'), asks: ofIndex(body.criteria, 'asks') };
  const found = profile && { benefits: referenceWeights(profile.benefits, criteria.benefits.length), asks: referenceWeights(profile.asks, criteria.asks.length) };
  if (!sorted.ok || !found?.benefits.ok || !found.asks.ok) throw new Error(`the assessment for ${body.year} does not compute`);
  const weights = { benefits: found.benefits.value, asks: found.asks.value };
  const values = sorted.value.map((one) => ({ benefits: one.benefits.map(middle), asks: one.asks.map(middle) }));
  const worth = (profileValues: readonly number[]): number => additiveValue(weights.benefits, profileValues);
  const thresholdsOf = (name: Band): Thresholds => ({ just: worth(body.reference[name].justWorthwhile), clear: worth(body.reference[name].clearlyWorthwhile) });
  const memberships = body.memberships.flatMap((one, place) => {
    const result = body.results.find(({ membership }) => membership === one.membership);
    const own = values[place];
    if (result === undefined || own === undefined) return [];
    const partsOf = (index: Index): Part[] => {
      const added = contributions(weights[index], own[index]);
      return criteria[index].map((criterion, at) => ({
        criterion,
        sheet: one.scores.find((sheet) => sheet.criterion === criterion.code),
        weight: weights[index][at] ?? 0,
        value: own[index][at] ?? 0,
        adds: added[at] ?? 0,
      }));
    };
    const parts = { benefits: partsOf('benefits'), asks: partsOf('asks') };
    const missing = result.missing.flatMap((code) => {
      const part = [...parts.benefits, ...parts.asks].find(({ criterion }) => criterion.code === code);
      return part === undefined ? [] : [{ criterion: part.criterion, weight: part.weight }];
    });
    const band = result.asks === null ? null : bandOf(body.reference.limits, result.asks.mean);
    const silent = one.facts.asksPaid === true && (one.facts.monthsWithoutEffect ?? -1) >= body.settings.silentMonths && !one.facts.engagementDeclaredLow;
    const said = { body, criteria: criteria.benefits, weights: weights.benefits, values: own.benefits, silent };
    return [{ one, result, parts, missing, band, flip: band === null ? null : flipOf(said, band), askFlip: band === null ? null : askFlipOf(said, band, worth) }];
  });
  const complete = memberships.filter(({ result }) => result.benefits !== null);
  return {
    weights,
    memberships,
    swaps: nearestSwaps(
      complete.map(({ one, parts }) => ({ one, values: parts.benefits.map(({ value }) => value) })),
      criteria.benefits,
      weights.benefits,
    ),
    thresholds: { low: thresholdsOf('low'), middle: thresholdsOf('middle'), high: thresholdsOf('high') },
  };
}

export const bandOf = (limits: readonly [number, number], asks: number): Band => (asks < limits[0] ? 'low' : asks < limits[1] ? 'middle' : 'high');

type Said = { body: Assessment; criteria: Criterion[]; weights: number[]; values: number[]; silent: boolean };

const classed = (course: Courses, silent: boolean): AssessmentResult['indication'] => (course === 'below' ? (silent ? 'reviveOrJustify' : 'examine') : course);
const courseOf = (value: number, { just, clear }: Thresholds): Courses => (value >= clear ? 'keepAndUseMore' : value >= just ? 'keep' : 'below');

/** The single weight that has to move least for the middle of what is known to fall into another class. */
function flipOf({ body, criteria, weights, values, silent }: Said, band: Band): Flip | null {
  const { justWorthwhile, clearlyWorthwhile } = body.reference[band];
  const now = courseOf(additiveValue(weights, values), { just: additiveValue(weights, justWorthwhile), clear: additiveValue(weights, clearlyWorthwhile) });
  const lines = [
    ...(now === 'below' ? [] : [{ profile: clearlyWorthwhile, to: now === 'keep' ? ('keepAndUseMore' as const) : ('keep' as const) }]),
    ...(now === 'keepAndUseMore' ? [] : [{ profile: justWorthwhile, to: now === 'keep' ? ('below' as const) : ('keep' as const) }]),
  ];
  const flips = criteria.flatMap((criterion, place) =>
    lines.flatMap(({ profile, to }) => {
      const swap = swapWeight(weightLine(weights, values, place), weightLine(weights, profile, place));
      return swap === null ? [] : [{ criterion, now: weights[place] ?? 0, at: swap, to: classed(to, silent) }];
    }),
  );
  return flips.toSorted((a, b) => Math.abs(a.at - a.now) - Math.abs(b.at - b.now))[0] ?? null;
}

/** Whether the next band of asks, below or above, has another class ready for the same benefits. */
function askFlipOf({ body, weights, values, silent }: Said, band: Band, worth: (profile: readonly number[]) => number): AskFlip | null {
  const value = additiveValue(weights, values);
  const courseIn = (name: Band): Courses => courseOf(value, { just: worth(body.reference[name].justWorthwhile), clear: worth(body.reference[name].clearlyWorthwhile) });
  const place = bands.indexOf(band);
  const now = courseIn(band);
  for (const step of [-1, 1]) {
    const next = bands[place + step];
    const limit = body.reference.limits[step === -1 ? place - 1 : place];
    if (next === undefined || limit === undefined || courseIn(next) === now) continue;
    return { limit, cheaper: step === -1, to: classed(courseIn(next), silent) };
  }
  return null;
}

const mostSwaps = 6;

/** Each pair once, at the weight nearest to today's. */
function nearestSwaps(all: readonly { one: Assessed; values: number[] }[], criteria: readonly Criterion[], weights: readonly number[]): Swap[] {
  const found = criteria.flatMap((criterion, place) => {
    const now = weights[place] ?? 0;
    return swaps(all.map(({ values }) => weightLine(weights, values, place))).flatMap(({ one, other, at }) => {
      const pair = [all[one]?.one, all[other]?.one] as const;
      return pair[0] === undefined || pair[1] === undefined ? [] : [{ one: pair[0], other: pair[1], criterion, now, at }];
    });
  });
  const seen = new Set<string>();
  return found
    .toSorted((a, b) => Math.abs(a.at - a.now) - Math.abs(b.at - b.now))
    .filter(({ one, other }) => {
      const pair = `${one.membership} ${other.membership}`;
      return !seen.has(pair) && seen.add(pair);
    })
    .slice(0, mostSwaps);
}
