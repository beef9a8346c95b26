import { describe, expect, it } from 'vitest';
import { applicationRoles, applicationStates, transitionFor, transitions } from './state.ts';

/** Written out once more by hand, so that a row that slips into the table is noticed. */
const allowed = new Set([
  'interest → draft: applicant',
  'interest → withdrawn: applicant',
  'draft → sent: applicant',
  'draft → withdrawn: applicant',
  'sent → checked: coordinator',
  'sent → to-amend: coordinator',
  'sent → withdrawn: applicant',
  'to-amend → sent: applicant',
  'to-amend → checked: coordinator',
  'to-amend → withdrawn: applicant',
  'checked → to-amend: coordinator',
  'checked → chosen: coordinator',
  'checked → not-chosen: coordinator',
  'checked → withdrawn: applicant',
  'chosen → checked: coordinator',
  'chosen → endorsed: coordinator',
  'chosen → withdrawn: applicant',
  'not-chosen → checked: coordinator',
  'endorsed → passed-on: coordinator',
  'endorsed → withdrawn: applicant',
  'passed-on → won: coordinator',
  'passed-on → lost: coordinator',
  'passed-on → withdrawn: applicant',
  'passed-on → withdrawn: coordinator',
  'won → passed-on: coordinator',
  'lost → passed-on: coordinator',
]);

const every = applicationStates.flatMap((from) => applicationStates.flatMap((to) => applicationRoles.map((role) => ({ from, to, role, name: `${from} → ${to}: ${role}` }))));

describe('the path of an application', () => {
  it.each(every.filter(({ name }) => allowed.has(name)))('goes $name', ({ from, to, role }) => {
    expect(transitionFor(from, to, role)).toMatchObject({ from, to });
  });
  it.each(every.filter(({ name }) => !allowed.has(name)))('does not go $name', ({ from, to, role }) => {
    expect(transitionFor(from, to, role)).toBeUndefined();
  });
  it('has each step once', () => {
    const pairs = transitions.map(({ from, to }) => `${from} ${to}`);
    expect(new Set(pairs).size).toBe(pairs.length);
  });
  it('tells the applicant of everything that happens after sending', () => {
    expect(transitions.filter(({ from, mail }) => from !== 'interest' && from !== 'draft' && mail === null)).toEqual([]);
  });
});
