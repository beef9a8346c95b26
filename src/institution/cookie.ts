/**
 * The cookie of somebody who has signed in. Over https it bears the prefix that binds it to this very host and is never sent in the clear; a service that is only
 * reached without https (on one's own machine, in a closed network) could not set such a one.
 */
const isSecure = (baseUrl: string): boolean => baseUrl.startsWith('https:');
export const cookieName = (baseUrl: string): string => (isSecure(baseUrl) ? '__Host-koga-institution' : 'koga-institution');

const attributes = (baseUrl: string): string => `Path=/; HttpOnly; SameSite=Lax${isSecure(baseUrl) ? '; Secure' : ''}`;

export const sessionCookie = (baseUrl: string, { token, seconds }: { token: string; seconds: number }): string =>
  `${cookieName(baseUrl)}=${token}; Max-Age=${seconds}; ${attributes(baseUrl)}`;

/** Takes the cookie back. */
export const noCookie = (baseUrl: string): string => `${cookieName(baseUrl)}=; Max-Age=0; ${attributes(baseUrl)}`;

/** The token of a session that the request brings; null where it brings none, or something that cannot be one. */
export function sessionToken(request: Request, baseUrl: string): string | null {
  const name = cookieName(baseUrl);
  for (const part of (request.headers.get('cookie') ?? '').split(';')) {
    const equals = part.indexOf('=');
    if (equals > 0 && part.slice(0, equals).trim() === name) {
      const value = part.slice(equals + 1).trim();
      return /^[\w-]{43}$/.test(value) ? value : null;
    }
  }
  return null;
}
