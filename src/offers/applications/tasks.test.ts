import { describe, expect, it } from 'vitest';
import { day } from '#basics/day.ts';
import type { ApplicationState } from './state.ts';
import { applicationTasks, type Waiting } from './tasks.ts';

const waiting = (counts: Partial<Record<ApplicationState, number>>, over: Partial<Waiting> = {}): Waiting => {
  const states = new Map<ApplicationState, number>();
  for (const state of ['sent', 'to-amend', 'checked', 'chosen', 'endorsed', 'passed-on'] as const) if (counts[state] !== undefined) states.set(state, counts[state]);
  const body = { title: { pl: 'Nagroda' }, deadline: { date: '2026-12-01', zone: 'Europe/Berlin' }, decided: undefined };
  return { slug: 'nagroda', body, counts: states, amendBy: null, overdue: 0, passedOn: null, unread: 0, ...over };
};
const tasks = (one: Waiting, today = '2026-11-22') =>
  applicationTasks([one], day(today), 'Europe/Warsaw').map(({ rule, dueOn, urgency, said }) => [rule, dueOn, urgency, said['count']]);

describe('what waits for a coordinator', () => {
  it('is nothing where nothing is under way', () => expect(tasks(waiting({}))).toEqual([]));
  it('is to check what was sent', () => expect(tasks(waiting({ sent: 3 }))).toEqual([['applications-to-check', null, 'soon', '3']]));
  it('is to choose before the organiser’s deadline', () => {
    expect(tasks(waiting({ checked: 2 }))).toEqual([['applications-to-choose', '2026-12-01', 'soon', '2']]);
    expect(tasks(waiting({ checked: 2 }), '2026-12-02')).toEqual([['applications-to-choose', '2026-12-01', 'overdue', '2']]);
    expect(tasks(waiting({ checked: 2 }), '2026-06-01')).toEqual([['applications-to-choose', '2026-12-01', 'later', '2']]);
  });
  it('is to sign and pass on what was chosen', () => expect(tasks(waiting({ chosen: 1, endorsed: 1 }))).toEqual([['applications-to-pass-on', '2026-12-01', 'soon', '2']]));
  it('is an amendment that did not come, by its last day', () => {
    expect(tasks(waiting({ 'to-amend': 2 }, { amendBy: new Date('2026-11-20T23:00:00Z'), overdue: 1 }))).toEqual([
      ['applications-amendment-overdue', '2026-11-20', 'overdue', '1'],
    ]);
    expect(tasks(waiting({ 'to-amend': 2 }))).toEqual([]);
  });
  it('is an outcome that nobody has told, after the day of the decision or ninety days', () => {
    const passed = waiting({ 'passed-on': 1 }, { passedOn: day('2026-08-24') });
    expect(tasks(passed, '2026-11-22')).toEqual([]);
    expect(tasks(passed, '2026-11-23')).toEqual([['applications-outcome-unknown', '2026-11-22', 'overdue', '1']]);
    const told = waiting({ 'passed-on': 1 }, { passedOn: day('2026-10-01'), body: { title: { pl: 'N' }, deadline: null, decided: { date: '2026-11-01', says: { pl: 'x' } } } });
    expect(tasks(told)).toEqual([['applications-outcome-unknown', '2026-11-01', 'overdue', '1']]);
  });
  it('is a message that nobody has read', () => expect(tasks(waiting({}, { unread: 2 }))).toEqual([['applications-unread', null, 'soon', '2']]));
});
