/**
 * What weighing costs: SMAA-2 over 27 memberships, 18 criteria and 100,000 draws with uncertain scores, on one core, side by side with the same run in numpy
 * (Debian's python3-numpy; left out where it is not there), and how the time grows. Usage: node bench/decision.ts [rounds]
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { smaa, type SmaaResult } from '../src/assessment/index.ts';
import { machine, median, promise } from './apparatus/figures.ts';

const rounds = Number(process.argv[2] ?? 5);
const confidenceDraws = 10_000;

/** Spread over the scale without a pattern that a sort or a guess could use; the same in both languages. */
const intervals = (memberships: number, criteria: number) =>
  Array.from({ length: memberships }, (_, one) =>
    Array.from({ length: criteria }, (__, index) => {
      const low = (((one * 7 + index * 13) % 29) / 29) * 0.7;
      return { low, high: low + 0.3 };
    }),
  );

/** Processor milliseconds, and what was found. */
function once(memberships: number, criteria: number, draws: number): { ms: number; result: SmaaResult } {
  const scored = intervals(memberships, criteria).map((scores, one) => ({ key: String(one), scores }));
  const before = process.cpuUsage();
  const result = smaa({ memberships: scored, criteria, weighting: { by: 'open' }, draws, seed: 'bench', confidenceDraws });
  const { user, system } = process.cpuUsage(before);
  if (!result.ok) throw new Error(result.refusal);
  return { ms: (user + system) / 1000, result: result.value };
}

const timed = (memberships: number, criteria: number, draws: number): number => median(Array.from({ length: rounds }, () => once(memberships, criteria, draws).ms));

type Answer = { seconds: number[]; first: number[]; confidence: number[]; numpy: string };

const isAnswer = (value: unknown): value is Answer => typeof value === 'object' && value !== null && ['seconds', 'first', 'confidence', 'numpy'].every((name) => name in value);

function inNumpy(memberships: number, criteria: number, draws: number): Answer | null {
  const scores = intervals(memberships, criteria);
  const input = { low: scores.map((row) => row.map(({ low }) => low)), high: scores.map((row) => row.map(({ high }) => high)), draws, confidenceDraws, kept: 10_000, rounds };
  const run = spawnSync('python3', [join(import.meta.dirname, 'apparatus/smaa.py')], {
    input: JSON.stringify(input),
    encoding: 'utf8',
    env: { ...process.env, OPENBLAS_NUM_THREADS: '1', OMP_NUM_THREADS: '1' },
  });
  if (run.status !== 0) return null;
  const answer: unknown = JSON.parse(run.stdout);
  return isAnswer(answer) ? answer : null;
}

const farthest = (ours: readonly (number | null)[], theirs: readonly number[]): string => Math.max(...theirs.map((share, one) => Math.abs(share - (ours[one] ?? 0)))).toFixed(4);

console.log(`${machine(rounds)}; processor time; ${confidenceDraws} further draws for the confidence factors in every run`);
once(27, 18, 100_000);
const whole = timed(27, 18, 100_000);
promise('27 memberships × 18 criteria × 100,000 draws', whole / 1000, 's', { atMost: 0.6 });

const numpy = inNumpy(27, 18, 100_000);
if (numpy === null) console.log('numpy: not here (apt install python3-numpy), so nothing to compare with');
else {
  const theirs = median(numpy.seconds) * 1000;
  const { result } = once(27, 18, 100_000);
  const apart = [
    farthest(
      result.rankAcceptability.map((row) => row[0] ?? 0),
      numpy.first,
    ),
    farthest(result.confidence, numpy.confidence),
  ];
  console.log(`numpy ${numpy.numpy}, the same run on one core: ${(theirs / 1000).toFixed(2)} s; first places lie ${apart[0]} apart at most, confidence factors ${apart[1]}`);
  promise('numpy / Koga', theirs / whole, '', { atLeast: 2 });
}

const table: [string, number, number, number][] = [
  ['draws × 2', 27, 18, 200_000],
  ['draws × 4', 27, 18, 400_000],
  ['criteria × 2', 27, 36, 100_000],
  ['criteria × 4', 27, 72, 100_000],
  ['memberships × 2', 54, 18, 100_000],
  ['memberships × 4', 108, 18, 100_000],
];
for (const [what, memberships, criteria, draws] of table) {
  const ms = timed(memberships, criteria, draws);
  console.log(`${what}: ${(ms / 1000).toFixed(2)} s, ${(ms / whole).toFixed(2)} times`);
  if (what === 'draws × 4') promise('four times the draws, time over four times', ms / whole / 4, '', { atMost: 1.1 });
}
