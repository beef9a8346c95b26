import { Worker } from 'node:worker_threads';
import { refused, type Outcome } from '#basics/outcome.ts';
import type { Progress } from '../decision/smaa.ts';
import type { AssessmentResult } from './cycle.ts';
import type { FrozenInput, ResultRefusal } from './results.ts';

/** What the thread says: how far it is, and once what came out. */
export type Said = { progress: Progress } | { outcome: Outcome<AssessmentResult[], ResultRefusal> };

/** Beside the bundle of the server where it was built, beside this room where it runs from sources. */
const program = (): URL => (import.meta.url.endsWith('.ts') ? new URL('../results-worker.ts', import.meta.url) : new URL('./results-worker.js', import.meta.url));

/** Computes results in a thread of their own. Whoever waits hears how far it is, and stops it by the signal: then the answer is `cancelled`. */
export async function computeInWorker(
  input: FrozenInput,
  { report, signal }: { report?: (progress: Progress) => void; signal?: AbortSignal } = {},
): Promise<Outcome<AssessmentResult[], ResultRefusal | 'cancelled'>> {
  if (signal?.aborted) return refused('cancelled');
  const worker = new Worker(program(), { workerData: input });
  const { promise, resolve, reject } = Promise.withResolvers<Outcome<AssessmentResult[], ResultRefusal | 'cancelled'>>();
  const cancel = (): void => resolve(refused('cancelled'));
  signal?.addEventListener('abort', cancel, { once: true });
  worker.on('message', (said: Said) => ('progress' in said ? report?.(said.progress) : resolve(said.outcome)));
  worker.on('error', reject);
  worker.on('exit', (code) => reject(new Error(`the thread that computes results ended with code ${code} and no answer`)));
  try {
    return await promise;
  } finally {
    signal?.removeEventListener('abort', cancel);
    await worker.terminate();
  }
}
