import { describe, expect, it } from 'vitest';
import { consentFinding, daysBetweenSteps, oddities } from './membership-order.ts';
import type { Step, StepKind } from './membership.ts';

const step = (kind: StepKind, date?: string): Step => ({ kind, date: date === undefined ? [] : [{ value: date, sourceIds: [] }], by: [], sourceIds: [] });

describe('odd orders of steps are pointed out, not refused', () => {
  it('the League was co-founded three years before the council decided', () => {
    const [found] = oddities({ founder: true, steps: [step('founding', '1994'), step('council-resolution', '1997-04-16')] });
    expect(found).toMatchObject({ kind: 'joined-before-decision', joined: '1994', decided: '1997-04-16' });
  });

  it('Cities for Children was joined twelve days before the network existed', () => {
    const found = oddities({ founder: true, steps: [step('council-resolution', '2007-06-13'), step('founding', '2007-06-25')] });
    expect(found).toEqual([{ kind: 'decided-before-founding', days: 12, decided: '2007-06-13', founded: '2007-06-25' }]);
  });

  it('the City of Literature was named before the council decided on it', () => {
    const found = oddities({ founder: false, steps: [step('designation', '2013-10-21'), step('council-resolution', '2013-11-06')] });
    expect(found).toEqual([{ kind: 'decided-after-joining', days: 16, decided: '2013-11-06', joined: '2013-10-21' }]);
  });

  it('a year and a day within it are no oddity', () => {
    expect(oddities({ founder: true, steps: [step('founding', '1997'), step('council-resolution', '1997-04-16')] })).toEqual([]);
  });
});

describe('days between steps', () => {
  it('are counted where both are known to the day, as in the three steps of the Hanse', () => {
    expect(daysBetweenSteps(step('council-resolution', '2001-05-23'), step('minister-consent', '2001-10-15'))).toBe(145);
    expect(daysBetweenSteps(step('minister-consent', '2001-10-15'), step('full-membership', '2002-06-27'))).toBe(255);
  });

  it('are not made up where a date is known to the year only', () => {
    expect(daysBetweenSteps(step('founding', '1980'), step('council-resolution', '2001-05-23'))).toBeNull();
    expect(daysBetweenSteps(step('founding'), step('council-resolution', '2001-05-23'))).toBeNull();
  });
});

describe('the minister’s consent', () => {
  const required = { state: 'required', reason: 'international-association' } as const;
  it('is flagged only where it is required and not on file', () => {
    expect(consentFinding({ consent: required, steps: [] })).toBe('required-not-on-file');
    expect(consentFinding({ consent: required, steps: [step('minister-consent', '2001-10-15')] })).toBe('on-file');
    expect(consentFinding({ consent: { state: 'not-required', reason: 'joined-before-the-act' }, steps: [] })).toBe('not-required');
    expect(consentFinding({ consent: { state: 'not-examined', reason: 'nobody-has-examined' }, steps: [] })).toBe('not-examined');
  });
});
