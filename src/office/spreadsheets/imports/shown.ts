import type { Action, Listed } from './found-store.ts';
import type { Fault, Import, KeptRow } from './store.ts';

export const faultsAtOnce = 100;
export const foundAtOnce = 50;

/** An import as its page shows it. */
export type Shown = {
  one: Import;
  faults: Fault[];
  found: (Listed & { title: string })[];
  /** The first line of each sheet. */
  examples: Map<number, KeptRow[]>;
  action: Action | null;
  page: number;
  faultsPage: number;
  /** Why the work was given up. */
  stuck: string | null;
};
