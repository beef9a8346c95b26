import { describe, expect, it } from 'vitest';
import { noCookie, sessionCookie, sessionToken } from './cookie.ts';

const token = 'a'.repeat(43);
const asked = (cookie: string): Request => new Request('https://koga.example/pl/instytucja', { headers: { cookie } });

describe('the cookie of somebody who has signed in', () => {
  it('is bound to this host and sent over https alone where there is https', () => {
    expect(sessionCookie('https://koga.example', { token, seconds: 60 })).toBe(`__Host-koga-institution=${token}; Max-Age=60; Path=/; HttpOnly; SameSite=Lax; Secure`);
  });

  it('works without https where the service has none', () => {
    expect(sessionCookie('http://koga.local', { token, seconds: 60 })).toBe(`koga-institution=${token}; Max-Age=60; Path=/; HttpOnly; SameSite=Lax`);
    expect(noCookie('http://koga.local')).toContain('koga-institution=; Max-Age=0');
  });

  it('is found among others, and only where it can be one', () => {
    expect(sessionToken(asked(`a=b; __Host-koga-institution=${token}; c=d`), 'https://koga.example')).toBe(token);
    for (const cookie of ['', 'koga-institution=short', `koga-institution=${token}`, '__Host-koga-institution=<script>'])
      expect(sessionToken(asked(cookie), 'https://koga.example')).toBeNull();
  });
});
