import { join, resolve } from 'node:path';
import { createApp } from '../src/app.tsx';
import type { Place } from './world.ts';
import { useAssets } from '#ui/assets/manifest.ts';
import { worldNow } from './database.ts';

const root = resolve(import.meta.dirname, '..');

const origin = 'https://koga.example';

type Get = (path: string, headers?: Record<string, string>) => Promise<Response>;
/** A form sent from a page of ours, or with other headers from elsewhere; `from` is the network address. A string is the body as it stands. */
type Post = (path: string, fields: Record<string, string> | string, given?: { headers?: Record<string, string>; from?: string }) => Promise<Response>;

/** The app over a store of the test's own, with the clock of the world. Needs the built assets, as `bin/test` makes them. */
export function appOver(place: () => Place, now: () => Date = () => worldNow): { get: Get; text: (path: string) => Promise<string>; post: Post } {
  useAssets(join(root, 'build/assets'));
  const app = () => createApp({ db: place().db, baseUrl: origin, now, versionKey: (version, day) => `${version}.${day}`, ready: () => Promise.resolve(true) });
  const get = async (path: string, headers: Record<string, string> = {}): Promise<Response> => app().request(`${origin}${path}`, { headers });
  const post: Post = async (path, fields, { headers = {}, from = '192.0.2.1' } = {}) => {
    const body = typeof fields === 'string' ? fields : new URLSearchParams(fields).toString();
    const sent = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin', origin, ...headers };
    return app().request(`${origin}${path}`, { method: 'POST', headers: sent, body }, { address: from });
  };
  return { get, post, text: async (path) => readable(await (await get(path)).text()) };
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** What a reader reads of a page: no tags, ordinary blanks, no joiners. */
export const readable = (html: string): string =>
  html
    .replace(/<(script|style|title|desc)\b[^>]*>.*?<\/\1>/gs, ' ')
    .replace(/<span class="kg-ref">.*?<\/span>/gs, '')
    .replace(/<\/?(a|b|i|em|strong|span|small|sup|time|abbr)\b[^>]*>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_whole, name: string) => entities[name] ?? '')
    .replace(/[\u2060\u200b]/g, '')
    .replace(/[\u00a0\s]+/g, ' ');
