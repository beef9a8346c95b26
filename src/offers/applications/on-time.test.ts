import { describe, expect, it } from 'vitest';
import { day } from '#basics/day.ts';
import type { OfferDates } from '../calls/offer-state.ts';
import { latenessOf } from './on-time.ts';

const zone = 'Europe/Warsaw';
const offer: OfferDates = {
  type: 'call',
  opens: '2027-02-01',
  deadline: { date: '2027-04-30', zone: 'Europe/Berlin' },
  cityDeadline: { date: '2027-03-28', time: '17:00', zone },
  begins: null,
  ends: null,
  intermediary: { needed: 'yes' },
};
const when = (instant: string, over: Partial<OfferDates> = {}) => latenessOf('call', { offer: { ...offer, ...over }, now: new Date(instant), zone, amendBy: null });

describe('sending an application', () => {
  it.each([
    ['before the offer opens', '2027-01-31T22:59:59Z', 'notYet'],
    ['from its first day on', '2027-01-31T23:00:00Z', null],
    ['at the named minute of the office’s own deadline, on the day when the clocks change', '2027-03-28T15:00:00Z', null],
    ['one millisecond before the next second', '2027-03-28T15:00:00.999Z', null],
    ['one second later', '2027-03-28T15:00:01Z', 'late'],
    ['after the office’s own deadline and before the organiser’s', '2027-04-01T10:00:00Z', 'late'],
  ])('%s', (_said, instant, expected) => expect(when(instant)).toBe(expected));

  it('has until the end of the day where no time is named, also when the night is an hour shorter or longer', () => {
    const spring = { cityDeadline: { date: '2027-03-28', zone } };
    expect([when('2027-03-28T21:59:59Z', spring), when('2027-03-28T22:00:00Z', spring)]).toEqual([null, 'late']);
    const before = { cityDeadline: { date: '2027-03-27', zone } };
    expect([when('2027-03-27T22:59:59Z', before), when('2027-03-27T23:00:00Z', before)]).toEqual([null, 'late']);
    const autumn = { cityDeadline: { date: '2027-10-31', zone }, deadline: null };
    expect([when('2027-10-31T22:59:59Z', autumn), when('2027-10-31T23:00:00Z', autumn)]).toEqual([null, 'late']);
  });

  it('goes by the organiser’s deadline and its clock where the office has none', () => {
    const own = { cityDeadline: null, deadline: { date: '2027-04-30', time: '23:59', zone: 'Europe/Lisbon' } };
    expect([when('2027-04-30T22:59:00Z', own), when('2027-04-30T22:59:01Z', own)]).toEqual([null, 'late']);
  });

  it('is not late before the month is over where no more is known', () => {
    const vague = { cityDeadline: { date: '2027-04', zone } };
    expect([when('2027-04-20T12:00:00Z', vague), when('2027-04-30T22:00:00Z', vague)]).toEqual([null, 'late']);
  });

  it('is late once the offer has been decided', () => {
    expect(when('2027-03-01T12:00:00Z', { decided: { date: '2027-02-20' } })).toBe('late');
  });
});

describe('an amendment', () => {
  const amend = (instant: string) => latenessOf('amendment', { offer, now: new Date(instant), zone, amendBy: new Date('2027-04-10T22:00:00Z') });
  it('has a deadline of its own, after the offer has closed', () => {
    expect([amend('2027-04-10T21:59:59.999Z'), amend('2027-04-10T22:00:00Z')]).toEqual([null, 'late']);
  });
});

describe('passing on', () => {
  const passed = (on: string) => latenessOf('organiser', { offer, now: new Date('2027-05-03T10:00:00Z'), zone, amendBy: null, on: day(on) });
  it('may be noted later, but lies within the organiser’s deadline', () => {
    expect([passed('2027-04-30'), passed('2027-05-01')]).toEqual([null, 'lateForOrganiser']);
  });
});
