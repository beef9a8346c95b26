import { join, resolve } from 'node:path';
import { createApp } from '../src/app.tsx';
import type { Place } from './world.ts';
import { useAssets } from '#ui/assets/manifest.ts';
import { worldNow } from './database.ts';

const root = resolve(import.meta.dirname, '..');

/** The app over a store of the test's own, with the clock of the world. Needs the built assets, as `bin/test` makes them. */
export function appOver(place: () => Place): { get: (path: string, headers?: Record<string, string>) => Promise<Response>; text: (path: string) => Promise<string> } {
  useAssets(join(root, 'build/assets'));
  const app = () => createApp({ db: place().db, baseUrl: 'https://koga.example', now: () => worldNow, versionKey: (version, day) => `${version}.${day}`, ready: () => Promise.resolve(true) });
  const get = async (path: string, headers: Record<string, string> = {}): Promise<Response> => app().request(`https://koga.example${path}`, { headers });
  return { get, text: async (path) => readable(await (await get(path)).text()) };
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
