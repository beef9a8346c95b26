import { parentPort, workerData } from 'node:worker_threads';
import { assessmentShape } from './cycles/cycle.ts';
import { resultSteps } from './cycles/results.ts';
import { finish } from './decision/smaa.ts';
import type { Said } from './cycles/in-worker.ts';

/** A thread of its own that computes results: the service goes on answering, and ending the thread cancels the work. */
const say = (message: Said): void => parentPort?.postMessage(message, []);

const input = assessmentShape.pick({ criteria: true, memberships: true, weights: true, reference: true, settings: true }).parse(workerData);
const steps = resultSteps(input);
if (!steps.ok) say({ outcome: steps });
else say({ outcome: { ok: true, value: finish(steps.value, (progress) => say({ progress })) } });
