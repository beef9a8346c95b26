import type { Accounts } from '#accounts/index.ts';
import type { Desk } from '../page.ts';

export function accountsOf(desk: Desk): Accounts {
  if (desk.accounts === undefined) throw new Error('this office was opened without accounts');
  return desk.accounts;
}

/** A success that brings cookies along. */
export function onward(location: string, cookies: readonly string[] = []): Response {
  const headers = new Headers({ location, 'cache-control': 'no-store' });
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  return new Response(null, { status: 303, headers });
}

export const asHeaders = (cookies: readonly string[]): [string, string][] => cookies.map((cookie) => ['set-cookie', cookie]);

export const minutesOf = (seconds: number): number => Math.max(1, Math.ceil(seconds / 60));
