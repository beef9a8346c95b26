import { fill, streamOf } from '../src/assessment/decision/random.ts';

/** Independent Beta draws for test vectors that need them: ratios of gammas after Marsaglia & Tsang 2000, normals by the polar method. */
export function betaDraws(seed: string): (alpha: number, beta: number) => number {
  const stream = streamOf(seed, 'beta');
  const kept = new Float64Array(4096);
  let next = kept.length;
  const uniform = (): number => {
    if (next === kept.length) {
      fill(stream, kept, 0, kept.length);
      next = 0;
    }
    next += 1;
    return kept[next - 1] ?? 0;
  };
  let spare: number | null = null;
  const normal = (): number => {
    if (spare !== null) {
      const held = spare;
      spare = null;
      return held;
    }
    for (;;) {
      const x = 2 * uniform() - 1;
      const y = 2 * uniform() - 1;
      const square = x * x + y * y;
      if (square > 0 && square < 1) {
        const stretch = Math.sqrt((-2 * Math.log(square)) / square);
        spare = y * stretch;
        return x * stretch;
      }
    }
  };
  const gamma = (shape: number): number => {
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = normal();
      const root = 1 + c * x;
      const v = root * root * root;
      if (v <= 0) continue;
      const u = 1 - uniform();
      // The squeeze: nearly always enough, and it needs no logarithms.
      if (u < 1 - 0.0331 * x * x * x * x || Math.log(u) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
    }
  };
  return (alpha, beta) => {
    const one = gamma(alpha);
    return one / (one + gamma(beta));
  };
}
