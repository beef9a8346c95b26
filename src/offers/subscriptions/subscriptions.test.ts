import { describe, expect, it } from 'vitest';
import { day } from '#basics/day.ts';
import { filterKey, filterShape, matches, type Considered } from './filter.ts';
import { linkToken, subscriberIn } from './links.ts';
import { mayBeNews, newsIn, together, type Turn } from './news.ts';
import { beginsAt, isDue } from './rhythm.ts';

const body: Considered['body'] = { type: 'call', themes: ['culture', 'film'], audiences: ['schools'], intermediary: { needed: 'yes' } };
const offer = (more: Partial<Considered> = {}): Considered => ({ body, organisation: 'hanse', folded: 'nabor dla szkol', state: 'open', ...more });

describe('a filter of a subscription', () => {
  it.each([
    ['nothing chosen', {}, true],
    ['the theme is one of several', { theme: 'film' }, true],
    ['another theme', { theme: 'climate' }, false],
    ['another type', { type: 'award' }, false],
    ['for others', { audience: 'artists' }, false],
    ['the way leads through the city', { apply: 'through-the-city' }, true],
    ['not directly', { apply: 'directly' }, false],
    ['words in any order, with marks', { q: 'Szkół nabór' }, true],
    ['a word that is not there', { q: 'muzeum' }, false],
    ['the organisation', { organisation: 'hanse' }, true],
    ['another organisation', { organisation: 'owhc' }, false],
  ] as const)('decides by every part: %s', (_said, filter, expected) => expect(matches(filter, offer())).toBe(expected));

  it('leaves out what is past, and where asked what is not open', () => {
    expect(matches({}, offer({ state: 'announced' }))).toBe(true);
    expect(matches({ open: true }, offer({ state: 'announced' }))).toBe(false);
    expect(matches({ open: true }, offer({ state: 'closing-soon' }))).toBe(true);
    for (const state of ['closed', 'decided'] as const) expect(matches({}, offer({ state }))).toBe(false);
  });

  it('is the same however it was put together, and refuses what no list knows', () => {
    expect(filterKey({ theme: 'film', type: 'call' })).toBe(filterKey({ type: 'call', theme: 'film' }));
    expect(filterShape.safeParse({ theme: 'golf' }).success).toBe(false);
  });
});

describe('the rhythm', () => {
  const zone = 'Europe/Warsaw';
  const told = (text: string) => new Date(text);
  it('is every day, or Monday', () => {
    expect(isDue({ rhythm: 'daily', toldUntil: told('2026-11-24T04:00:00Z') }, day('2026-11-25'), zone)).toBe(true);
    const since = told('2026-11-23T04:00:00Z');
    for (const later of ['2026-11-24', '2026-11-29']) expect(isDue({ rhythm: 'weekly', toldUntil: since }, day(later), zone)).toBe(false);
    expect(isDue({ rhythm: 'weekly', toldUntil: since }, day('2026-11-30'), zone)).toBe(true);
    // Sunday, 23:30 in Warsaw, belongs to the week before.
    expect(isDue({ rhythm: 'weekly', toldUntil: told('2026-11-29T22:30:00Z') }, day('2026-11-30'), zone)).toBe(true);
    expect(isDue({ rhythm: 'weekly', toldUntil: told('2026-11-29T23:30:00Z') }, day('2026-11-30'), zone)).toBe(false);
  });

  it('makes up on a later day for a Monday without service', () => {
    expect(isDue({ rhythm: 'weekly', toldUntil: told('2026-11-23T04:00:00Z') }, day('2026-12-02'), zone)).toBe(true);
  });

  it('begins with the hour', () => expect(beginsAt(told('2026-11-22T12:59:59.999Z'))).toEqual(told('2026-11-22T12:00:00Z')));
});

describe('a link of the daily mails', () => {
  const id = '019aaaaa-bbbb-7ccc-8ddd-eeeeeeeeeeee';
  it('is the same each day, and only for its subscriber, its purpose and its service', () => {
    const token = linkToken('secret', 'manage', id);
    expect(token).toBe(linkToken('secret', 'manage', id));
    expect(token).toMatch(/^[A-Za-z0-9_-]{65}$/);
    expect(subscriberIn('secret', 'manage', token)).toBe(id);
    expect(subscriberIn('secret', 'end', token)).toBeNull();
    expect(subscriberIn('another', 'manage', token)).toBeNull();
    for (let at = 0; at < token.length; at += 1) expect(subscriberIn('secret', 'manage', token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1))).toBeNull();
    for (const none of ['', 'x', `${token}A`, token.replace(/.$/, '='), 'Ł'.repeat(65)]) expect(subscriberIn('secret', 'manage', none)).toBeNull();
  });
});

describe('news', () => {
  const turn = (id: string, now: Partial<Considered>, before: Partial<Considered> | null): Turn => ({ id, now: offer(now), before: before === null ? null : offer(before) });

  it('is what fits now and did not before, and what has begun to close', () => {
    const turns = [
      turn('published', {}, null),
      turn('opened', { state: 'open' }, { state: 'announced' }),
      turn('closing', { state: 'closing-soon' }, { state: 'open' }),
      turn('new and closing', { state: 'closing-soon' }, null),
      turn('still closing', { state: 'closing-soon', body: { ...body } }, { state: 'closing-soon' }),
      turn('closed', { state: 'closed' }, { state: 'open' }),
      turn('open again', { state: 'open' }, { state: 'closed' }),
    ];
    expect(newsIn(turns, { open: true })).toEqual({ fresh: ['published', 'opened', 'new and closing', 'open again'], closing: ['closing'] });
    expect(newsIn(turns, {})).toEqual({ fresh: ['published', 'new and closing', 'open again'], closing: ['closing'] });
    expect(newsIn(turns, { theme: 'climate' })).toEqual({ fresh: [], closing: [] });
  });

  it('cannot be what has not changed', () => {
    const same = offer();
    expect(mayBeNews({ id: 'a', now: same, before: { ...same } })).toBe(false);
    expect(mayBeNews({ id: 'a', now: same, before: { ...same, state: 'announced' } })).toBe(true);
    expect(mayBeNews({ id: 'a', now: same, before: { ...same, body: { ...body } } })).toBe(true);
    expect(mayBeNews({ id: 'a', now: same, before: null })).toBe(true);
  });

  it('of several subscriptions stands once in a mail', () => {
    expect(
      together([
        { fresh: ['a'], closing: ['b'] },
        { fresh: ['a', 'b'], closing: ['c'] },
      ]),
    ).toEqual({ fresh: ['a', 'b'], closing: ['c'] });
  });
});
