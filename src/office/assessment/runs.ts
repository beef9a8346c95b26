import { computeInWorker, type AssessmentResult, type FrozenInput, type ResultRefusal } from '#assessment/index.ts';
import type { Outcome } from '#basics/outcome.ts';
import type { Db } from '#db/handles.ts';

/** A long computation that whoever started it may leave and find again. `ended` bears what it left behind. */
export type Run<T> = { startedAt: Date; share: number | null; ended: T | null; stop: () => void };

/** Computes in a thread of its own, and tells how far it is. */
export type Computing = (input: FrozenInput) => Promise<Outcome<AssessmentResult[], ResultRefusal | 'cancelled'>>;

export type RunStore<T> = {
  find(db: Db, key: string): Run<T> | undefined;
  forget(db: Db, key: string): void;
  /** One at a time for a key: asked again while it runs, it goes on. */
  start(db: Db, key: string, now: Date, work: (compute: Computing) => Promise<T>, broken: (error: unknown) => T): void;
};

/** Runs by key. They live as long as this process: what they are for is kept in the database when they end. */
export function runStore<T>(): RunStore<T> {
  const own = new WeakMap<Db, Map<string, Run<T>>>();
  const at = (db: Db): Map<string, Run<T>> => {
    const known = own.get(db) ?? new Map<string, Run<T>>();
    own.set(db, known);
    return known;
  };
  return {
    find: (db, key) => at(db).get(key),
    forget: (db, key) => void at(db).delete(key),
    start(db, key, now, work, broken) {
      if (at(db).get(key)?.ended === null) return;
      const stopping = new AbortController();
      const run: Run<T> = { startedAt: now, share: null, ended: null, stop: () => stopping.abort() };
      at(db).set(key, run);
      const compute: Computing = (input) => computeInWorker(input, { signal: stopping.signal, report: ({ done, of }) => (run.share = done / of) });
      void work(compute).then(
        (ended) => (run.ended = ended),
        (error: unknown) => (run.ended = broken(error)),
      );
    },
  };
}
