import { describe, expect, it } from 'vitest';
import { readFeedback } from './feedback.ts';
import { limitReached, networkOf, senderOf } from './limits.ts';

const typed = { path: '/pl/organizacje/owhc', lang: 'pl', useful: '', kind: 'error', message: 'Rok przystąpienia jest inny.', email: '' };
const problemsOf = (more: Partial<typeof typed>): string[] => {
  const read = readFeedback({ ...typed, ...more });
  return read.ok ? [] : read.problems.map(({ field, problem }) => `${field} ${problem}`);
};

describe('a remark', () => {
  it('is read as it was typed, its lines and letters brought to one form', () => {
    const read = readFeedback({ ...typed, message: '  Pierwsza linia\r\nz\u0307o\u0301łw  ', useful: 'no', email: ' jan@example.org ' });
    expect(read).toEqual({
      ok: true,
      value: { path: '/pl/organizacje/owhc', lang: 'pl', useful: false, kind: 'error', message: 'Pierwsza linia\nżółw', email: 'jan@example.org' },
    });
  });

  it('has from 10 to 4,000 letters, counted as people count them', () => {
    expect(problemsOf({ message: '123456789' })).toEqual(['message messageShort']);
    expect(problemsOf({ message: `${' '.repeat(40)}ab` })).toEqual(['message messageShort']);
    expect(problemsOf({ message: '🦢'.repeat(10) })).toEqual([]);
    expect(problemsOf({ message: 'ї'.repeat(4000) })).toEqual([]);
    expect(problemsOf({ message: 'a'.repeat(4001) })).toEqual(['message messageLong']);
  });

  it('may have five links and no more', () => {
    expect(problemsOf({ message: 'https://example.org '.repeat(5) })).toEqual([]);
    expect(problemsOf({ message: `${'https://example.org '.repeat(5)} www.example.org` })).toEqual(['message messageLinks']);
  });

  it('says what it is about, and gives an address that can be one', () => {
    expect(problemsOf({ kind: '', email: 'nie adres' })).toEqual(['kind kindMissing', 'email emailWrong']);
    expect(problemsOf({ kind: 'praise' })).toEqual(['kind kindMissing']);
    expect(problemsOf({ email: `${'a'.repeat(250)}@example.org` })).toEqual(['email emailWrong']);
  });

  it.each([
    '',
    'https://evil.example/pl',
    '//evil.example',
    '/pl/nie-ma',
    '/pl/organizacje/<b>',
    '/pl/organizacje/owhc?on=1',
    '/pl/zglos-uwage',
    '/pl/organizacje/owhc.json',
    `/pl/organizacje/${'a'.repeat(400)}`,
  ])('is about no page where %s is none of ours', (path) => {
    const read = readFeedback({ ...typed, path });
    expect(read.ok && read.value.path).toBe(null);
  });
});

describe('the limits', () => {
  const now = new Date('2026-11-22T12:00:00Z');
  const ago = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000);

  it('let one address send five an hour, and say when there is room again', () => {
    const four = [50, 40, 30, 20].map((minutes) => ({ at: ago(minutes), same: true }));
    expect(limitReached(four, now)).toBe(null);
    expect(limitReached([...four, { at: ago(10), same: false }], now)).toBe(null);
    expect(limitReached([...four, { at: ago(10), same: true }], now)).toEqual({ limit: 'tooManyFromYou', waitSeconds: 600 });
    expect(limitReached([{ at: ago(60), same: true }, ...four], now)).toBe(null);
  });

  it('let all together send a hundred a day', () => {
    const many = Array.from({ length: 100 }, (_none, index) => ({ at: ago(1400 - index), same: false }));
    expect(limitReached(many.slice(1), now)).toBe(null);
    expect(limitReached(many, now)).toEqual({ limit: 'tooManyToday', waitSeconds: 2400 });
  });

  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:0:12::1', '2001:db8:0:12::/64'],
    ['2001:0DB8:0000:0012:ffff:1:2:3', '2001:db8:0:12::/64'],
    ['2001:db8::5', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['unknown', 'unknown'],
  ])('take %s as %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it('know a sender under one key only', () => {
    expect(senderOf('2001:db8:0:12::1', 'monday')).toBe(senderOf('2001:db8:0:12::2', 'monday'));
    expect(senderOf('192.0.2.7', 'monday')).not.toBe(senderOf('192.0.2.7', 'tuesday'));
    expect(senderOf('192.0.2.7', 'monday')).not.toContain('192');
  });
});
