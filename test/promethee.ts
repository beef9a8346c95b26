/**
 * PROMETHEE II (Brans & Vincke 1985), for cross-checks in tests only: it compares memberships with each other, so the service does not use it. Flows are divided
 * by n − 1.
 */
export type Preference =
  | { type: 'usual' }
  | { type: 'u-shape'; q: number }
  | { type: 'v-shape'; p: number }
  | { type: 'level'; q: number; p: number }
  | { type: 'linear'; q: number; p: number }
  | { type: 'gaussian'; sigma: number };

function preferred(preference: Preference, difference: number): number {
  if (difference <= 0) return 0;
  switch (preference.type) {
    case 'usual':
      return 1;
    case 'u-shape':
      return difference > preference.q ? 1 : 0;
    case 'v-shape':
      return Math.min(1, difference / preference.p);
    case 'level':
      return difference <= preference.q ? 0 : difference <= preference.p ? 0.5 : 1;
    case 'linear':
      return Math.min(1, Math.max(0, (difference - preference.q) / (preference.p - preference.q)));
    case 'gaussian':
      return 1 - Math.exp(-(difference * difference) / (2 * preference.sigma * preference.sigma));
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

export type Flows = { pi: number[][]; plus: number[]; minus: number[]; net: number[]; netByCriterion: number[][] };

/** `matrix` row by row for the alternatives; one direction, weight and preference for each criterion. */
export function promethee(matrix: readonly (readonly number[])[], direction: readonly ('min' | 'max')[], weights: readonly number[], preference: readonly Preference[]): Flows {
  const others = matrix.length - 1;
  const by = (index: number, a: readonly number[], b: readonly number[]): number => {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    return preferred(preference[index] ?? { type: 'usual' }, direction[index] === 'min' ? -difference : difference);
  };
  const pi = matrix.map((a) => matrix.map((b) => sum(weights.map((weight, index) => weight * by(index, a, b)))));
  const plus = pi.map((row) => sum(row) / others);
  const minus = matrix.map((_, one) => sum(pi.map((row) => row[one] ?? 0)) / others);
  return {
    pi,
    plus,
    minus,
    net: plus.map((flow, one) => flow - (minus[one] ?? 0)),
    netByCriterion: matrix.map((a) => weights.map((_, index) => sum(matrix.map((b) => by(index, a, b) - by(index, b, a))) / others)),
  };
}
