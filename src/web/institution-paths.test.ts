import { describe, expect, it } from 'vitest';
import { institutionAddress, isOwnPath } from './institution-paths.ts';

describe('the way back after signing in', () => {
  it.each(['/pl/instytucja', '/en/offers/prize-2027/application', '/pl/oferty?theme=culture&page=2', '/pl/instytucja/osoby?q=%C5%82'])('leads to %s', (path) => {
    expect(isOwnPath(path)).toBe(true);
  });

  it.each([
    '',
    '//evil.example/pl/',
    'https://evil.example',
    '/\\evil.example',
    '/pl//evil.example',
    '/office',
    'javascript:alert(1)',
    '/pl/\r\nSet-Cookie: a=b',
    `/pl/${'x'.repeat(600)}`,
    '/plus/x',
  ])('never leads to "%s"', (path) => {
    expect(isOwnPath(path)).toBe(false);
  });
});

describe('an address with a part to fill in', () => {
  it('is filled in, and never by half', () => {
    expect(institutionAddress('link', 'pl', { token: 'a/b' })).toBe('/pl/instytucja/odsylacz/a%2Fb');
    expect(() => institutionAddress('link', 'en')).toThrow('token');
  });
});
