import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { langOf, readTarget } from './request-target.ts';

describe('a request target', () => {
  it.each([
    ['/', '/', ''],
    ['/pl', '/pl', ''],
    ['/pl/organizacje/eurocities', '/pl/organizacje/eurocities', ''],
    ['/pl/organizacje?q=%C5%82%C3%B3d%C5%BA', '/pl/organizacje', '?q=%C5%82%C3%B3d%C5%BA'],
    ['/pl?q=100%', '/pl', '?q=100%'],
    ['/pl?a=//x/../y', '/pl', '?a=//x/../y'],
    ['/pl?next=http://evil.example/', '/pl', '?next=http://evil.example/'],
    ['/?', '/', '?'],
    ['/pl/%C5%82', '/pl/%C5%82', ''],
    ['/.well-known/security.txt', '/.well-known/security.txt', ''],
  ])('%s is read', (target, path, query) => {
    expect(readTarget(target)).toEqual({ kind: 'page', path, query });
  });

  it.each([
    ['/pl/', '/pl'],
    ['/pl/organizacje/?q=a', '/pl/organizacje?q=a'],
    ['/evil.example/', '/evil.example'],
  ])('%s has moved to %s', (target, location) => {
    expect(readTarget(target)).toEqual({ kind: 'moved', location });
  });

  it.each([
    ['/pl%2Forganizacje', 400, 'malformed'],
    ['/pl%2forganizacje', 400, 'malformed'],
    ['/pl/%5C', 400, 'malformed'],
    ['/pl\\x', 400, 'malformed'],
    ['/%ff', 400, 'malformed'],
    ['/%C5', 400, 'malformed'],
    ['/%C0%AF', 400, 'malformed'],
    ['/%', 400, 'malformed'],
    ['/%zz', 400, 'malformed'],
    ['/%00', 400, 'malformed'],
    ['/%0a', 400, 'malformed'],
    ['/pl/../x', 400, 'malformed'],
    ['/pl/%2e%2e/x', 400, 'malformed'],
    ['/pl/.%2E', 400, 'malformed'],
    ['/pl/./x', 400, 'malformed'],
    ['/pl#x', 400, 'malformed'],
    ['/pl x', 400, 'malformed'],
    ['/ł', 400, 'malformed'],
    ['/pl?q=%ff', 400, 'malformed'],
    ['/pl?q=%00', 400, 'malformed'],
    ['', 400, 'malformed'],
    ['pl', 400, 'malformed'],
    ['http://evil.example/pl', 400, 'absolute'],
    ['//evil.example', 404, 'doubled'],
    ['//evil.example/', 404, 'doubled'],
    ['/pl//organizacje', 404, 'doubled'],
    ['/pl//', 404, 'doubled'],
  ])('%s is refused with %d', (target, status, why) => {
    expect(readTarget(target)).toEqual({ kind: 'refused', status, why });
  });

  it('is refused where the whole or its query is too long', () => {
    const tooLong = { kind: 'refused', status: 414, why: 'tooLong' };
    expect(readTarget(`/${'a'.repeat(7_999)}`).kind).toBe('page');
    expect(readTarget(`/${'a'.repeat(8_000)}`)).toEqual(tooLong);
    expect(readTarget(`/pl?${'a'.repeat(1_999)}`).kind).toBe('page');
    expect(readTarget(`/pl?${'a'.repeat(2_000)}`)).toEqual(tooLong);
  });

  it('is a whole server where it is a star', () => {
    expect(readTarget('*')).toEqual({ kind: 'server' });
  });

  it('never throws, never leads to another host and hands on only what every reader reads alike', () => {
    const piece = fc.constantFrom(
      '/',
      '//',
      '\\',
      '.',
      '..',
      '%2e',
      '%2F',
      '%5c',
      '%00',
      '%ff',
      '%C5%82',
      '%',
      '?',
      '#',
      '@',
      ':',
      'http://',
      'evil.example',
      'pl',
      'ł',
      ' ',
      '\n',
      '*',
    );
    const target = fc.oneof(
      fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
      fc.array(piece, { maxLength: 12 }).map((pieces) => `/${pieces.join('')}`),
      fc.string({ unit: 'binary', maxLength: 40 }),
    );
    fc.assert(
      fc.property(target, (given) => {
        const read = readTarget(given);
        if (read.kind === 'moved') {
          expect(new URL(read.location, 'https://koga.example').host).toBe('koga.example');
          expect(readTarget(read.location).kind).toBe('page');
        }
        if (read.kind === 'page') {
          const url = new URL(`https://koga.example${read.path}${read.query}`);
          expect(url.host).toBe('koga.example');
          expect(decodeURIComponent(url.pathname)).toBe(decodeURIComponent(read.path));
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('tells the language of the page somebody was after', () => {
    expect(['/en', '/en/acts', '/en?x', '/english', '/pl/en', '/'].map(langOf)).toEqual(['en', 'en', 'en', 'pl', 'pl', 'pl']);
  });
});
