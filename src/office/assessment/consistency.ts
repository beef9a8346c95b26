/** A question that nobody answers from the points: does one step matter more than two others together? Places of criteria. */
export type Question = { one: number; others: [number, number] };
export const answers = ['one', 'both', 'same'] as const;
export type Answer = (typeof answers)[number];

const mostQuestions = 3;

/** The steps that matter most, each against the two lesser ones that together come nearest to it. */
export function questionsFor(weights: readonly number[]): Question[] {
  const order = weights.map((_, place) => place).toSorted((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b);
  return order.slice(0, mostQuestions).flatMap((one, rank) => {
    const lesser = order.slice(rank + 1).filter((place) => (weights[place] ?? 0) > 0);
    let nearest: { others: [number, number]; off: number } | null = null;
    for (const [at, first] of lesser.entries())
      for (const second of lesser.slice(at + 1)) {
        const off = Math.abs((weights[one] ?? 0) - (weights[first] ?? 0) - (weights[second] ?? 0));
        if (nearest === null || off < nearest.off) nearest = { others: [first, second], off };
      }
    return nearest === null ? [] : [{ one, others: nearest.others }];
  });
}

/** Both sides count as the same where they differ by less than this part of the larger. */
const sameWithin = 0.2;

/** Whether an answer contradicts the weights. */
export function contradicts(answer: Answer, { one, others }: Question, weights: readonly number[]): boolean {
  const single = weights[one] ?? 0;
  const sum = (weights[others[0]] ?? 0) + (weights[others[1]] ?? 0);
  if (answer === 'same') return Math.abs(single - sum) > sameWithin * Math.max(single, sum) + 1e-9;
  return answer === 'one' ? single < sum - 1e-9 : sum < single - 1e-9;
}
