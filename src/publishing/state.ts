/** What can happen to a revision. Revisions never change; these acts, kept in order, tell its state. */
export const actions = ['submitted', 'returned', 'scheduled', 'published', 'superseded', 'withdrawn', 'restored'] as const;
export type Action = (typeof actions)[number];

export type State = 'draft' | 'submitted' | 'scheduled' | 'published' | 'superseded' | 'withdrawn';

const next: Record<State, Partial<Record<Action, State>>> = {
  draft: { submitted: 'submitted', published: 'published' },
  submitted: { returned: 'draft', scheduled: 'scheduled', published: 'published' },
  // Another time is another decision.
  scheduled: { scheduled: 'scheduled', returned: 'draft', published: 'published' },
  published: { superseded: 'superseded', withdrawn: 'withdrawn' },
  superseded: {},
  // The record is public again, in a newer revision.
  withdrawn: { restored: 'superseded' },
};

/** The state after an action; null where the action cannot happen in that state. */
export function after(state: State, action: Action): State | null {
  return next[state][action] ?? null;
}

/** The state that a history of actions, oldest first, leads to. @throws where the history holds an act that could not have happened. */
export function stateOf(history: readonly Action[]): State {
  let state: State = 'draft';
  for (const action of history) {
    const then = after(state, action);
    if (then === null) throw new Error(`a revision that is ${state} cannot be ${action}`);
    state = then;
  }
  return state;
}
