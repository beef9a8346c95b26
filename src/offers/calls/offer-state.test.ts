import { describe, expect, it } from 'vitest';
import { canApply } from './can-apply.ts';
import { passes } from './deadline.ts';
import { isOpen, isPast, lacksItsDay, nextChange, nextChangeOf, offerState, type OfferDates } from './offer-state.ts';

const warsaw = 'Europe/Warsaw';
const call: OfferDates = { type: 'call', opens: null, deadline: null, cityDeadline: null, begins: null, ends: null, intermediary: { needed: 'no' } };
const event: OfferDates = { ...call, type: 'event' };
const at = (instant: string) => new Date(instant);
const stateOf = (offer: OfferDates, instant: string) => offerState(offer, at(instant), warsaw);
const due = (date: string, time?: string, zone = warsaw) => ({ date, zone, ...(time === undefined ? {} : { time }) });

describe('the state of an offer with a deadline', () => {
  const dated = { ...call, opens: '2026-12-01', deadline: due('2027-01-15', '17:00') };
  it.each([
    ['announced before it opens', '2026-11-30T22:59:59Z', 'announced'],
    ['open from its opening day', '2026-11-30T23:00:00Z', 'open'],
    ['closing soon from two weeks before', '2026-12-31T23:00:00Z', 'closing-soon'],
    ['still on time at the named minute', '2027-01-15T16:00:00Z', 'closing-soon'],
    ['closed one second later', '2027-01-15T16:00:01Z', 'closed'],
  ])('is %s', (_said, instant, state) => expect(stateOf(dated, instant)).toBe(state));

  it('ends with its day where no time is given', () => {
    const daily = { ...call, deadline: due('2026-11-22') };
    expect(stateOf(daily, '2026-11-22T22:59:59.999Z')).toBe('closing-soon');
    expect(stateOf(daily, '2026-11-22T23:00:00Z')).toBe('closed');
  });

  it('ends by the clock of its own zone', () => {
    const abroad = { ...call, deadline: due('2027-02-28', '23:59', 'Europe/Lisbon') };
    expect(stateOf(abroad, '2027-02-28T23:59:00Z')).toBe('closing-soon');
    expect(stateOf(abroad, '2027-02-28T23:59:01Z')).toBe('closed');
    const farWest = { ...call, deadline: due('2026-11-22', undefined, 'Pacific/Honolulu') };
    expect(stateOf(farWest, '2026-11-23T09:59:59Z')).toBe('closing-soon');
    expect(stateOf(farWest, '2026-11-23T10:00:00Z')).toBe('closed');
  });

  it('keeps its hour over the change to summer time, and is closed one second late', () => {
    const spring = { ...call, deadline: due('2027-03-28', '17:00') };
    expect(stateOf(spring, '2027-03-28T15:00:00Z')).toBe('closing-soon');
    expect(stateOf(spring, '2027-03-28T15:00:01Z')).toBe('closed');
    expect(stateOf({ ...call, deadline: due('2027-03-28') }, '2027-03-28T21:59:59Z')).toBe('closing-soon');
    expect(stateOf({ ...call, deadline: due('2027-03-28') }, '2027-03-28T22:00:00Z')).toBe('closed');
    expect(stateOf({ ...call, deadline: due('2027-03-27') }, '2027-03-27T23:00:00Z')).toBe('closed');
  });

  it('takes the next full hour where the clock jumps over the time, and the later of two where it is put back', () => {
    expect(new Date(passes(due('2027-03-28', '02:30')).earliest).toISOString()).toBe('2027-03-28T01:00:01.000Z');
    expect(new Date(passes(due('2026-10-25', '02:30')).earliest).toISOString()).toBe('2026-10-25T01:30:01.000Z');
  });

  it('is neither open nor closed while only the month of the deadline is known', () => {
    const vague = { ...call, deadline: due('2027-04') };
    expect(stateOf(vague, '2027-03-31T12:00:00Z')).toBe('open');
    expect(stateOf(vague, '2027-04-15T12:00:00Z')).toBe('not-established');
    expect(stateOf(vague, '2027-04-30T22:00:00Z')).toBe('closed');
  });

  it('goes by the earlier deadline of the office where the way leads through the city', () => {
    const both = { ...call, deadline: due('2027-01-15'), cityDeadline: due('2026-12-18', '15:00') };
    expect(stateOf({ ...both, intermediary: { needed: 'yes' } }, '2026-12-18T14:00:01Z')).toBe('closed');
    expect(stateOf(both, '2026-12-18T14:00:01Z')).toBe('open');
  });

  it('is decided once the outcome is known, and not before', () => {
    const decided = { ...call, deadline: due('2026-09-15'), decided: { date: '2026-11-10' } };
    expect(stateOf(decided, '2026-11-09T12:00:00Z')).toBe('closed');
    expect(stateOf(decided, '2026-11-10T12:00:00Z')).toBe('decided');
  });
});

describe('the state of an offer without a deadline', () => {
  it('is always open where it is continuous', () => {
    expect(stateOf({ ...call, recurring: { rhythm: 'continuous' } }, '2026-11-22T12:00:00Z')).toBe('open');
  });
  it('follows the days of an event', () => {
    const held = { ...event, begins: '2027-06-10', ends: '2027-06-13' };
    expect(stateOf(held, '2026-11-22T12:00:00Z')).toBe('announced');
    expect(stateOf(held, '2027-06-11T12:00:00Z')).toBe('open');
    expect(stateOf(held, '2027-06-13T21:59:59Z')).toBe('open');
    expect(stateOf(held, '2027-06-13T22:00:00Z')).toBe('closed');
  });
  it('is not established within a year of which no day is known, and closed after it', () => {
    const congress = { ...event, begins: '2026' };
    expect(stateOf(congress, '2025-12-31T12:00:00Z')).toBe('announced');
    expect(stateOf(congress, '2026-11-22T12:00:00Z')).toBe('not-established');
    expect(stateOf({ ...event, begins: '2026', ends: '2026' }, '2027-01-01T12:00:00Z')).toBe('closed');
  });
  it('does not take an unknown deadline for an open call', () => {
    expect(stateOf(call, '2026-11-22T12:00:00Z')).toBe('not-established');
    expect(stateOf({ ...call, opens: '2025-04-01' }, '2026-11-22T12:00:00Z')).toBe('not-established');
    expect(stateOf({ ...call, begins: '2026-06-11' }, '2026-11-22T12:00:00Z')).toBe('closed');
  });
  it('never shows an expected next round as announced', () => {
    for (const type of ['call', 'award', 'event', 'programme', 'training', 'exchange', 'project'] as const)
      expect(stateOf({ ...call, type, recurring: { rhythm: 'yearly', expected: '2027-06' } }, '2026-11-22T12:00:00Z')).toBe('not-established');
  });
});

describe('an event of which only the day is missing', () => {
  const lacks = (offer: OfferDates) => lacksItsDay(offer, stateOf(offer, '2026-11-22T12:00:00Z'));
  it('has no date at all, or one to the month or year in which it is', () => {
    expect(lacks({ ...event, begins: null, ends: null })).toBe(true);
    expect(lacks({ ...event, begins: '2026', ends: null })).toBe(true);
  });
  it('is none that has begun, has a day ahead, is over, or is a call', () => {
    expect(lacks({ ...event, begins: '2026-11-20', ends: null })).toBe(false);
    expect(lacks({ ...event, begins: '2027-05-21', ends: '2027-05-23' })).toBe(false);
    expect(lacks({ ...event, begins: '2025', ends: '2025' })).toBe(false);
    expect(lacks(call)).toBe(false);
  });
});

describe('the next change of state', () => {
  const dated = { ...call, opens: '2026-12-01', deadline: due('2027-01-15', '17:00') };
  it('is the opening, then two weeks before the deadline, then the second after it, then none', () => {
    const steps: string[] = [];
    let now: number | null = at('2026-11-22T12:00:00Z').getTime();
    while ((now = nextChange(dated, new Date(now), warsaw)) !== null) steps.push(new Date(now).toISOString());
    expect(steps).toEqual(['2026-11-30T23:00:00.000Z', '2026-12-31T23:00:00.000Z', '2027-01-15T16:00:01.000Z']);
  });
  it('of many is the first of theirs', () => {
    expect(nextChangeOf([call, dated, { ...event, begins: '2026-11-24', ends: '2026-11-25' }], at('2026-11-22T12:00:00Z'), warsaw)).toBe(at('2026-11-23T23:00:00Z').getTime());
    expect(nextChangeOf([call], at('2026-11-22T12:00:00Z'), warsaw)).toBeNull();
  });
});

describe('states in groups', () => {
  it('tell what is open and what is past', () => {
    expect((['closing-soon', 'open', 'announced', 'not-established', 'closed', 'decided'] as const).map((state) => [isOpen(state), isPast(state)])).toEqual([
      [true, false],
      [true, false],
      [false, false],
      [false, false],
      [false, true],
      [false, true],
    ]);
  });
});

describe('whether one can apply without the city', () => {
  it('follows what the rules ask for, with their reason', () => {
    expect(canApply({ intermediary: { needed: 'no' } })).toEqual({ way: 'directly', reason: null, basis: null });
    expect(canApply({ intermediary: { needed: 'yes', reason: { pl: 'Miasto wybiera jedną pracę.' }, basis: 'stated' } })).toEqual({
      way: 'through-the-city',
      reason: { pl: 'Miasto wybiera jedną pracę.' },
      basis: 'stated',
    });
    expect(canApply({ intermediary: { needed: 'unknown' } }).way).toBe('not-established');
  });
});
