import { describe, expect, it } from 'vitest';
import { actions, after, stateOf, type State } from './state.ts';

describe('the states of a revision', () => {
  it('lead from the draft through submission to the public, and on', () => {
    expect(stateOf([])).toBe('draft');
    expect(stateOf(['submitted'])).toBe('submitted');
    expect(stateOf(['submitted', 'returned'])).toBe('draft');
    expect(stateOf(['submitted', 'published'])).toBe('published');
    expect(stateOf(['submitted', 'published', 'superseded'])).toBe('superseded');
    expect(stateOf(['submitted', 'published', 'withdrawn'])).toBe('withdrawn');
  });

  it('let a set time be set anew, be given up, or be overtaken', () => {
    expect(stateOf(['submitted', 'scheduled', 'scheduled', 'published'])).toBe('published');
    expect(stateOf(['submitted', 'scheduled', 'returned'])).toBe('draft');
  });

  it('make a withdrawn revision an older one when its record is public again', () => {
    expect(stateOf(['submitted', 'published', 'withdrawn', 'restored'])).toBe('superseded');
  });

  it('never make public what was not submitted or was returned, and never anything twice', () => {
    for (const state of ['published', 'superseded', 'withdrawn'] satisfies State[]) expect(after(state, 'published')).toBeNull();
    expect(after('draft', 'scheduled')).toBeNull();
    expect(after('submitted', 'withdrawn')).toBeNull();
    for (const action of actions) expect(after('superseded', action)).toBeNull();
  });

  it('tell of a history that could not have happened', () => {
    expect(() => stateOf(['withdrawn'])).toThrow('a revision that is draft cannot be withdrawn');
    expect(() => stateOf(['submitted', 'published', 'published'])).toThrow('published');
  });
});
