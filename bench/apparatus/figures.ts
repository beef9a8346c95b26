import { cpus } from 'node:os';

export const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

export const machine = (rounds: number): string => `machine: ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}, ${rounds} rounds, medians`;

/** One promise: what was measured over what was promised, so 1 is the limit either way. */
export function promise(what: string, measured: number, unit: string, limit: { atMost: number } | { atLeast: number }): void {
  const [word, bound, kept] = 'atMost' in limit ? ['at most', limit.atMost, measured <= limit.atMost] : ['at least', limit.atLeast, measured >= limit.atLeast];
  const shown = unit === '' ? '' : ` ${unit}`;
  console.log(`${what}: ${measured.toFixed(2)}${shown}; promised ${word} ${bound}${shown}; measured / promised = ${(measured / bound).toFixed(2)}, ${kept ? 'kept' : 'BROKEN'}`);
}
