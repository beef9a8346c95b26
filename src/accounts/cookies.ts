import { createHmac, timingSafeEqual } from 'node:crypto';
import { cookiePrefix } from './auth-rules.ts';

/** The cookies of the library by their short names. */
export const cookies = { session: `${cookiePrefix}.session_token`, challenge: `${cookiePrefix}.two_factor`, passkey: `${cookiePrefix}.passkey` } as const;

/** The value of a signed cookie, null where it is missing or was not signed here: `value.base64(HMAC-SHA256(value))`, percent-encoded, as the library writes it. */
export function signedCookie(headers: Headers, name: string, secret: string): string | null {
  const written = rawCookie(headers, name);
  if (written === null) return null;
  const plain = decoded(written);
  const dot = plain?.lastIndexOf('.') ?? -1;
  if (plain === null || dot < 1) return null;
  const value = plain.slice(0, dot);
  const expected = createHmac('sha256', secret).update(value).digest();
  const given = Buffer.from(plain.slice(dot + 1), 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected) ? value : null;
}

function rawCookie(headers: Headers, name: string): string | null {
  for (const part of (headers.get('cookie') ?? '').split(';')) {
    const equals = part.indexOf('=');
    if (equals > 0 && part.slice(0, equals).trim() === name) return part.slice(equals + 1).trim();
  }
  return null;
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** Takes a cookie back. */
export const expired = (name: string): string => `${name}=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Lax`;
