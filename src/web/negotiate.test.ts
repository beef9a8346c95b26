import { describe, expect, it } from 'vitest';
import { chooseEncoding, fileEncodings, namesTag, pageEncodings, prefersPage } from './negotiate.ts';

describe('the encoding of an answer', () => {
  const rows: [string | undefined, string | null][] = [
    [undefined, 'identity'],
    ['', 'identity'],
    ['gzip, deflate, br, zstd', 'zstd'],
    ['gzip, deflate, br, zstd;q=0.5', 'br'],
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['x-gzip', 'gzip'],
    ['GZIP', 'gzip'],
    ['br;q=0', 'identity'],
    ['br;q=0, gzip', 'gzip'],
    ['br;q=0, *', 'gzip'],
    ['*', 'br'],
    ['*;q=0', null],
    ['identity;q=0', null],
    ['identity;q=0, gzip;q=0.2', 'gzip'],
    ['*;q=0, identity', 'identity'],
    ['gzip;q=0.5, br;q=0.1', 'gzip'],
    ['gzip;q=0.5', 'gzip'],
    ['identity;q=0.5, br;q=0.1', 'identity'],
    ['br ; q = 0.3 , gzip;q=0.2', 'br'],
    ['deflate, zstd', 'zstd'],
    ['deflate, compress', 'identity'],
    ['br;q=high', 'identity'],
    ['br;q=2, gzip', 'gzip'],
  ];
  it.each(rows)('for "%s" is %s', (header, expected) => {
    expect(chooseEncoding(header, pageEncodings)).toBe(expected);
  });

  it('is brotli for files where the reader takes it', () => {
    expect(chooseEncoding('gzip, deflate, br, zstd', fileEncodings)).toBe('br');
    expect(chooseEncoding('zstd', fileEncodings)).toBe('identity');
  });

  it('is plain for what does not shrink, and nothing where the reader refuses that', () => {
    expect(chooseEncoding('br, gzip', ['identity'])).toBe('identity');
    expect(chooseEncoding('br, identity;q=0', ['identity'])).toBeNull();
  });
});

describe('If-None-Match', () => {
  const rows: [string | undefined, boolean][] = [
    [undefined, false],
    ['"a"', true],
    ['"b"', false],
    ['*', true],
    [' * ', true],
    ['W/"a"', true],
    ['"b", "a"', true],
    ['"b",W/"a","c"', true],
    ['"a,b"', false],
    ['a', false],
    ['"', false],
    ['', false],
  ];
  it.each(rows)('%s names "a": %s', (header, expected) => {
    expect(namesTag(header, '"a"')).toBe(expected);
  });
});

describe('an error', () => {
  const rows: [string | undefined, string, boolean][] = [
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', '/pl', true],
    ['application/json', '/pl', false],
    ['application/problem+json', '/pl', false],
    ['application/json, text/html;q=0.5', '/pl', false],
    ['text/html;q=0, application/json', '/pl', false],
    ['*/*', '/pl', true],
    [undefined, '/pl', true],
    ['*/*', '/api/organisations', false],
    [undefined, '/pl/organizacje.json', false],
    ['text/html', '/api/organisations', true],
  ];
  it.each(rows)('for Accept %s at %s is a page: %s', (accept, path, expected) => {
    expect(prefersPage(accept, path)).toBe(expected);
  });
});
