import type { Assessment, Criterion, FrozenInput, ScoreSheet } from '#assessment/index.ts';

/** What a reader asks to be other than published. Nothing here reads a database: the same runs on the server and in the reader's browser. */
export type Changes = { membership: string | null; fee: number | null; officeEnds: boolean; weights: number[] | null };

/** So many draws, whoever asks; the published seed, so that only the change makes a difference. */
export const whatIfDraws = 10_000;
const mostWeight = 1000;
const mostFee = 100_000_000;

export const names = { membership: 'm', fee: 'fee', office: 'office', weight: (code: string) => `w-${code}` } as const;
export const officeEnds = 'ends';

export const benefitsOf = ({ criteria }: Pick<FrozenInput, 'criteria'>): Criterion[] => criteria.criteria.filter(({ index }) => index === 'benefits');

/** The published weights as simple numbers: swings as they were said, anything else as parts of 100. */
export function numbersOf({ weights }: Pick<FrozenInput, 'weights'>, reference: readonly number[]): number[] {
  const said = weights[0]?.benefits;
  return said?.by === 'swing' ? [...said.ratios] : reference.map((weight) => Math.round(weight * 1000) / 10);
}

const numberIn = (text: string | null, most: number): number | null => {
  const plain = (text ?? '').replaceAll(/[\s\u00a0]/g, '').replace(',', '.');
  return /^\d+(\.\d+)?$/.test(plain) && Number(plain) <= most ? Number(plain) : null;
};

/** What the address asks; what it does not say, or says wrongly, stays as published. */
export function changesIn(query: URLSearchParams, body: Pick<FrozenInput, 'criteria' | 'memberships'>, published: readonly number[]): Changes {
  const wanted = query.get(names.membership);
  const membership = body.memberships.some((one) => one.membership === wanted) ? wanted : null;
  const weights = benefitsOf(body).map(({ code }, place) => numberIn(query.get(names.weight(code)), mostWeight) ?? published[place] ?? 0);
  return {
    membership,
    fee: membership === null ? null : numberIn(query.get(names.fee), mostFee),
    officeEnds: membership !== null && query.get(names.office) === officeEnds,
    weights: weights.some((weight, place) => weight !== published[place]) ? weights : null,
  };
}

export const isUnchanged = ({ fee, officeEnds: ends, weights }: Changes): boolean => fee === null && !ends && weights === null;

/** The address of these changes: only what differs from what was published. */
export function queryOf({ membership, fee, officeEnds: ends, weights }: Changes, body: Pick<FrozenInput, 'criteria'>, published: readonly number[]): string {
  const query = new URLSearchParams();
  if (membership !== null && (fee !== null || ends)) {
    query.set(names.membership, membership);
    if (fee !== null) query.set(names.fee, String(fee));
    if (ends) query.set(names.office, officeEnds);
  }
  for (const [place, { code }] of benefitsOf(body).entries()) {
    const weight = weights?.[place];
    if (weight !== undefined && weight !== published[place]) query.set(names.weight(code), String(weight));
  }
  return query.toString();
}

type Sheets = readonly ScoreSheet[];

/** The frozen parts as they would be. The published ones are not touched. */
export function changed(input: FrozenInput, changes: Changes): FrozenInput {
  const byIndicator = new Map(input.criteria.criteria.map(({ code, indicator }) => [code, indicator]));
  const [first] = input.weights;
  const memberships = input.memberships.map((one) => {
    if (one.membership !== changes.membership) return one;
    const scores = one.scores.map((sheet): ScoreSheet => {
      const indicator = byIndicator.get(sheet.criterion);
      if (indicator === 'cash' && changes.fee !== null) return { ...sheet, state: 'judged', from: changes.fee, to: changes.fee, grade: null };
      if (indicator === 'office-held' && changes.officeEnds) return { ...sheet, state: 'confirmed-none', from: null, to: null, grade: null };
      return sheet;
    });
    return { ...one, scores, facts: { ...one.facts, asksPaid: changes.fee === null ? one.facts.asksPaid : isPaid(scores, byIndicator) } };
  });
  return {
    criteria: input.criteria,
    memberships,
    weights: first === undefined ? [] : [changes.weights === null ? first : { ...first, benefits: { by: 'swing', ratios: changes.weights } }],
    reference: input.reference,
    settings: { ...input.settings, draws: whatIfDraws },
  };
}

/** The fact that the register knows of asks, from the sheets: something is paid, nothing is, or nobody knows. */
function isPaid(scores: Sheets, byIndicator: ReadonlyMap<string, Criterion['indicator']>): boolean | null {
  const asks = scores.filter(({ criterion }) => ['cash', 'travel', 'staff-hours'].includes(byIndicator.get(criterion) ?? ''));
  if (asks.some(({ from }) => from !== null && from > 0)) return true;
  return asks.every(({ state, from }) => state === 'confirmed-none' || from === 0) ? false : null;
}

/** What a whole cycle's file holds of this. */
export const isFrozenInput = (value: unknown): value is Pick<Assessment, keyof FrozenInput> =>
  typeof value === 'object' && value !== null && ['criteria', 'memberships', 'weights', 'reference', 'settings'].every((name) => name in value);
