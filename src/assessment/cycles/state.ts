/**
 * How a cycle goes: units score while it is open, somebody checks, it is closed (frozen), handed in, and published by another person. Published is the end:
 * the next cycle shows what changed.
 */
export const cycleStates = ['open', 'checking', 'closed', 'submitted', 'published'] as const;
export type CycleState = (typeof cycleStates)[number];

export const cycleSteps = ['check', 'reopen', 'close', 'submit', 'return', 'publish'] as const;
export type CycleStep = (typeof cycleSteps)[number];

const next: Readonly<Record<CycleState, Partial<Record<CycleStep, CycleState>>>> = {
  open: { check: 'checking' },
  checking: { reopen: 'open', close: 'closed' },
  // What was frozen is thrown away by this; the scores stay.
  closed: { reopen: 'checking', submit: 'submitted' },
  submitted: { return: 'closed', publish: 'published' },
  published: {},
};

/** The state after a step; null where the step cannot be taken. */
export const afterStep = (state: CycleState, step: CycleStep): CycleState | null => next[state][step] ?? null;

/** Scores can be given and corrected until the cycle is closed. */
export const takesScores = (state: CycleState): boolean => state === 'open' || state === 'checking';
