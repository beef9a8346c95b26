import { describe, expect, it } from 'vitest';
import { day } from '#basics/day.ts';
import type { Task } from '#basics/task.ts';
import { statusSpans } from '../memberships/membership-status.ts';
import { membershipShape } from '../memberships/membership.ts';
import type { Belonging } from './facts.ts';
import { noticeDates, renewals } from './membership-dates.ts';
import { basicsUnknown, consentMissing, monthsBefore, silentMemberships, statusUnknown } from './membership-gaps.ts';

const today = day('2026-11-22');

const belonging = (body: Record<string, unknown> = {}, more: Partial<Belonging> = {}): Belonging => {
  const parsed = membershipShape.parse({
    organisation: 'hanse',
    holder: { kind: 'city', name: { pl: 'Gmina' } },
    decidedBy: 'council',
    character: 'association',
    basis: 'council-resolution',
    category: 'full',
    consent: { state: 'not-required', reason: 'joined-before-the-act' },
    engagement: { level: 'active' },
    belonging: [{ value: '2002-06-27/..' }],
    unit: 'culture',
    ...body,
  });
  return { slug: 'hanse', body: parsed, spans: statusSpans(parsed), organisation: { slug: 'hanse', name: { pl: 'Hanza' } }, period: null, effects: [], feeKnown: true, ...more };
};
const rules = (tasks: readonly Task[]): string[] => tasks.map((task) => `${task.rule} ${task.urgency}`);
const ended = { belonging: [{ value: '2002-06-27/2020-01-01' }] };

describe('the last day to give notice', () => {
  it('appears half a year before and presses two months before', () => {
    const on = (noticeBy: string) => rules(noticeDates([belonging({ noticeBy })], today));
    expect([on('2027-05-22'), on('2027-05-21'), on('2027-01-21'), on('2026-11-22'), on('2026-11-21')]).toEqual([
      [],
      ['notice later'],
      ['notice soon'],
      ['notice soon'],
      ['notice-past overdue'],
    ]);
  });

  it('of a membership that is over concerns nobody', () => {
    expect(noticeDates([belonging({ noticeBy: '2026-12-01', ...ended })], today)).toEqual([]);
    expect(noticeDates([belonging()], today)).toEqual([]);
  });
});

describe('renewals', () => {
  it('appear three months before; of a year alone the last day counts', () => {
    const on = (renewal: string) => rules(renewals([belonging({ renewal })], today));
    expect([on('2027-02-21'), on('2027-02-20'), on('2026-12-22'), on('2026'), on('2025')]).toEqual([
      [],
      ['renewal later'],
      ['renewal soon'],
      ['renewal later'],
      ['renewal-past overdue'],
    ]);
  });
});

describe('the minister’s consent', () => {
  const required = { consent: { state: 'required', reason: 'international-association' } };
  const resolution = { kind: 'council-resolution', date: [{ value: '2025-07-02' }] };
  it('is asked about where it is required and no file shows it, with the day of the resolution', () => {
    expect(rules(consentMissing([belonging(required)], today))).toEqual(['consent-missing none']);
    const [task] = consentMissing([belonging({ ...required, steps: [resolution] })], today);
    expect([task?.rule, task?.said['date'], task?.dueOn]).toEqual(['consent-missing-since', { date: '2025-07-02' }, null]);
  });

  it('is not asked about where it is on file, not required, or the membership is over', () => {
    const onFile = belonging({ ...required, steps: [{ kind: 'minister-consent', date: [{ value: '2001-10-15' }] }] });
    expect(
      consentMissing([onFile, belonging(), belonging({ ...required, ...ended }), belonging({ consent: { state: 'not-examined', reason: 'nobody-has-examined' } })], today),
    ).toEqual([]);
  });
});

describe('memberships of which nothing is documented', () => {
  const explicit = (date: string | null) => ({ attribution: 'explicit' as const, date });
  const silent = (effects: Belonging['effects'], body: Record<string, unknown> = {}) => rules(silentMemberships([belonging(body, { effects })], today));

  it('are asked about when 24 months are over', () => {
    expect(silent([])).toEqual(['silent-never none']);
    expect(silent([explicit('2024-11-21')])).toEqual(['silent none']);
    expect(silent([explicit('2024-11-22')])).toEqual([]);
  });

  it('have until the end of a year, or month, that is all a source gives', () => {
    expect(silent([explicit('2024')])).toEqual([]);
    expect(silent([explicit('2024-11')])).toEqual([]);
    expect(silent([explicit('2024-10')])).toEqual(['silent none']);
    expect(silent([explicit('2023/..')])).toEqual([]);
  });

  it('are not spared by what was promised, coincided, has no date, or lies outside the membership', () => {
    expect(silent([{ attribution: 'expected', date: '2026-01' }, { attribution: 'coincident', date: '2026-02' }, explicit(null), explicit('1999')])).toEqual(['silent-never none']);
  });

  it('are left alone where a low level of engagement was declared, where they are young, and where they are over', () => {
    expect(silent([], { engagement: { level: 'following' } })).toEqual([]);
    expect(silent([], { engagement: { level: 'dormant-by-choice' } })).toEqual([]);
    expect(silent([], { engagement: { level: 'undeclared' } })).toEqual(['silent-never none']);
    expect(silent([], { belonging: [{ value: '2025-10-15/..' }] })).toEqual([]);
    expect(silent([], ended)).toEqual([]);
    expect(silent([], { belonging: [{ value: '2004-07-16/' }] })).toEqual([]);
  });

  it('count months as calendars do', () => {
    expect(monthsBefore(day('2026-11-22'), 24)).toBe('2024-11-22');
    expect(monthsBefore(day('2026-03-31'), 1)).toBe('2026-02-28');
    expect(monthsBefore(day('2024-02-29'), 24)).toBe('2022-02-28');
    expect(monthsBefore(day('2026-01-15'), 13)).toBe('2024-12-15');
  });
});

describe('what is not known of a membership', () => {
  it('is asked at once for all of it, while the membership lasts', () => {
    const nothing = {
      decidedBy: 'not-established',
      basis: 'not-stated',
      unit: undefined,
      consent: { state: 'not-examined', reason: 'nobody-has-examined' },
      engagement: { level: 'undeclared' },
    };
    const [task] = basicsUnknown([belonging(nothing, { feeKnown: false })], today);
    const gaps = task?.said['gaps'];
    expect(typeof gaps === 'object' && 'all' in gaps ? gaps.all.map((one) => (typeof one === 'object' && 'value' in one ? one.value : '')) : []).toEqual([
      'decidedBy',
      'basis',
      'unit',
      'fee',
      'consent',
      'engagement',
    ]);
    expect(basicsUnknown([belonging(), belonging({ ...nothing, ...ended })], today)).toEqual([]);
  });

  it('is first of all whether it lasts', () => {
    expect(rules(statusUnknown([belonging({ belonging: [{ value: '2004-07-16/' }] })], today))).toEqual(['status-unknown none']);
    expect(statusUnknown([belonging(), belonging(ended)], today)).toEqual([]);
  });
});
