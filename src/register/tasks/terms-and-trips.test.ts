import { describe, expect, it } from 'vitest';
import { day } from '#basics/day.ts';
import { functionShape } from '../functions/function.ts';
import { mandateShape } from '../mandates/mandate.ts';
import { tripShape } from '../trips/trip.ts';
import { mandatesEnding, termsEnding } from './terms-ending.ts';
import { tripsUnreported } from './trips-unreported.ts';

const today = day('2026-11-22');
const organisation = { slug: 'owhc', name: { pl: 'OWHC' } };
const held = (slug: string, term: string | null, level = 'board') => ({
  slug,
  organisation,
  body: functionShape.parse({
    organisation: 'owhc',
    role: { pl: 'członek rady' },
    level,
    holder: { kind: 'city', name: { pl: 'miasto' } },
    term: term === null ? [] : [{ value: term }],
  }),
});
const found = (...functions: ReturnType<typeof held>[]) => termsEnding(functions, today).map(({ key, rule, urgency }) => `${key.split('/')[1]} ${rule} ${urgency}`);

describe('terms of office', () => {
  it('appear half a year before they end; of a year alone its last day counts', () => {
    expect(found(held('a', '2024-09/2026'))).toEqual(['a term-ends soon']);
    expect(found(held('a', '2024-09/2027-05-21'))).toEqual(['a term-ends later']);
    expect(found(held('a', '2024-09/2027-05-22'))).toEqual([]);
    expect(found(held('a', '2024-09/2028'))).toEqual([]);
  });

  it('that have just ended are asked about for three months, then they are history', () => {
    expect(found(held('a', '2022/2026-08-24'))).toEqual(['a term-ends-past overdue']);
    expect(found(held('a', '2022/2026-08-23'))).toEqual([]);
  });

  it('with a successor in the same body are no task; an office of another level is no successor', () => {
    expect(found(held('a', '2022/2026-10'), held('b', '2026-10/2028'))).toEqual([]);
    expect(found(held('a', '2022/2026-10'), held('b', '2026-10/2028', 'presidency'))).toEqual(['a term-ends-past overdue']);
    expect(found(held('a', '2022/2026-10'), held('b', null))).toEqual(['a term-ends-past overdue']);
  });

  it('without an end that anybody knows are no task', () => {
    expect(found(held('a', '2014/..'), held('b', '2014/'), held('c', null), held('d', '2026'))).toEqual([]);
  });
});

describe('mandates', () => {
  const mandate = (term: string) => ({
    slug: 'm',
    organisation,
    body: mandateShape.parse({ organisation: 'owhc', kind: 'vote', office: { pl: 'dyrektor wydziału' }, term: [{ value: term }] }),
  });
  const on = (term: string) => mandatesEnding([mandate(term)], today).map(({ rule, urgency }) => `${rule} ${urgency}`);
  it('appear three months before they end, and for three months after', () => {
    expect([on('2025/2027-02-21'), on('2025/2027-02-20'), on('2025/2026-12-22'), on('2025/2026-11-21'), on('2025/2026-08-23'), on('2025/..')]).toEqual([
      [],
      ['mandate-ends later'],
      ['mandate-ends soon'],
      ['mandate-ends-past overdue'],
      [],
      [],
    ]);
  });
});

describe('trips', () => {
  const trip = (body: Record<string, unknown>) => ({
    slug: 't',
    organisation,
    body: tripShape.parse({ organisation: 'owhc', purpose: { pl: 'kongres' }, dates: null, amount: null, currency: null, ...body }),
  });
  const on = (body: Record<string, unknown>) => tripsUnreported([trip(body)], today).map(({ dueOn, urgency }) => `${dueOn} ${urgency}`);
  it('need their report within two weeks after the last day that the dates can mean', () => {
    expect(on({ dates: '2026-11-18/2026-11-20' })).toEqual(['2026-12-04 soon']);
    expect(on({ dates: '2026-11-01/2026-11-07' })).toEqual(['2026-11-21 overdue']);
    expect(on({ dates: '2026-10' })).toEqual(['2026-11-14 overdue']);
  });

  it('that were reported, refused, go on or have no dates need none', () => {
    expect([on({ dates: '2026-10', reportedOn: '2026-11-02' }), on({ dates: '2026-10', refusedOn: '2026-09-02' }), on({ dates: '2026-11-20/2026-11-22' }), on({})]).toEqual([
      [],
      [],
      [],
      [],
    ]);
  });
});
