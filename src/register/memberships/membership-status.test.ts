import { describe, expect, it } from 'vitest';
import { day } from '#basics/day.ts';
import { statusOn, statusSpans } from './membership-status.ts';
import { membershipShape, type Membership } from './membership.ts';

const make = (overrides: Record<string, unknown>): Membership =>
  membershipShape.parse({
    organisation: 'hanse',
    holder: { kind: 'city', name: { pl: 'Gmina Miejska Kraków' } },
    decidedBy: 'council',
    character: 'association',
    basis: 'council-resolution',
    category: 'full',
    consent: { state: 'not-examined', reason: 'nobody-has-examined' },
    engagement: { level: 'undeclared' },
    ...overrides,
  });

const claim = (value: string) => ({ value, sourceIds: [] });
const step = (kind: string, date: string) => ({ kind, date: [claim(date)], by: [] });
const on = (membership: Membership, when: string): string => statusOn(statusSpans(membership), day(when));

describe('the status of a membership on a day', () => {
  it('is active from the day of joining where the end is open', () => {
    const owhc = make({ belonging: [claim('1995-11-22/..')] });
    expect([on(owhc, '1995-11-21'), on(owhc, '1995-11-22'), on(owhc, '2026-11-22')]).toEqual(['not-yet', 'active', 'active']);
  });

  it('never becomes active by an end that nobody knows: only the day that is proven counts', () => {
    const cityDna = make({ belonging: [claim('2004-07-16/')] });
    expect([on(cityDna, '2004-07-16'), on(cityDna, '2004-07-17'), on(cityDna, '2026-11-22')]).toEqual(['active', 'not-established', 'not-established']);
  });

  it('lasts, with an unknown end, until the last step that only a member takes', () => {
    const eurocities = make({ belonging: [claim('1992-11-09/')], steps: [step('full-membership', '2005')], overBy: { date: '2025-10-15', reason: { pl: 'nowe przystąpienie' } } });
    expect(on(eurocities, '2004-12-31')).toBe('active');
    expect(on(eurocities, '2006-01-01')).toBe('not-established');
    expect(on(eurocities, '2025-10-14')).toBe('not-established');
    expect(on(eurocities, '2025-10-15')).toBe('ended');
  });

  it('is not established between two beginnings that sources give', () => {
    const hanse = make({ belonging: [claim('2002-06-27/..'), claim('2001/..')] });
    expect([on(hanse, '2000-12-31'), on(hanse, '2001-07-01'), on(hanse, '2002-06-27')]).toEqual(['not-yet', 'not-established', 'active']);
  });

  it('is not established within the year or month that is all a source gives', () => {
    const encc = make({ belonging: [claim('2019-04/2020-09')] });
    expect([on(encc, '2019-04-15'), on(encc, '2019-05-01'), on(encc, '2020-09-10'), on(encc, '2020-10-01')]).toEqual(['not-established', 'active', 'not-established', 'ended']);
  });

  it('is not established, rather than lasting, where one source has an end and the other has none', () => {
    const hub = make({ belonging: [claim('2022-05-09/..'), claim('2022-05-09/2025')] });
    expect(on(hub, '2026-11-22')).toBe('not-established');
  });

  it('is planned from the first step towards it', () => {
    const eccar = make({ belonging: [claim('2024-09-25/..')], steps: [step('council-resolution', '2024-03-06')] });
    expect([on(eccar, '2024-03-05'), on(eccar, '2024-03-06'), on(eccar, '2024-09-25')]).toEqual(['not-yet', 'planned', 'active']);
  });

  it('is suspended from a suspension to the resumption', () => {
    const paused = make({ belonging: [claim('2010-01-01/..')], steps: [step('suspension', '2015-06-01'), step('resumption', '2016-02-01')] });
    expect([on(paused, '2015-05-31'), on(paused, '2015-06-01'), on(paused, '2016-01-31'), on(paused, '2016-02-01')]).toEqual(['active', 'suspended', 'suspended', 'active']);
  });

  it('with an unknown beginning counts as active only from the first source that shows it', () => {
    const covenant = make({ belonging: [], lasting: 'shown', shownFrom: '2023~' });
    expect([on(covenant, '2022-01-01'), on(covenant, '2023-12-31'), on(covenant, '2026-11-22')]).toEqual(['not-established', 'active', 'active']);
    const aecc = make({ belonging: [] });
    expect(on(aecc, '2026-11-22')).toBe('not-established');
  });
});
