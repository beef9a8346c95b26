import { join, resolve } from 'node:path';
import type { Role, SignedIn } from '#accounts/index.ts';
import { uuidv7 } from '#basics/uuid.ts';
import type { Lang } from '#lang/lang.ts';
import { useAssets } from '#ui/assets/manifest.ts';
import { createApp } from '../src/app.tsx';
import { worldNow } from './database.ts';
import { person, type Place } from './world.ts';

const root = resolve(import.meta.dirname, '..');
const origin = 'https://koga.example';

/** Somebody of the office with these roles, who has passed a second factor unless said otherwise. */
export async function colleague(place: Place, name: string, roles: Role[], given: { lang?: Lang; hasSecondFactor?: boolean } = {}): Promise<SignedIn> {
  const actor = await person(place.db, name);
  const { lang = 'pl', hasSecondFactor = true } = given;
  return { actorId: actor.id, accountId: uuidv7(), sessionId: uuidv7(), name, email: `${actor.id}@office.example`, roles, hasSecondFactor, lang };
}

type Fields = Record<string, string> | [string, string][] | FormData;

/** The office as somebody sees it who has signed in (or nobody has). Needs the built assets, as `bin/test` makes them. */
export function officeAs(place: Place, who: SignedIn | null, now: () => Date = () => worldNow) {
  useAssets(join(root, 'build/assets'));
  const app = createApp({
    db: place.db,
    baseUrl: origin,
    now,
    versionKey: (version, day) => `${version}.${day}`,
    ready: () => Promise.resolve(true),
    whoIs: () => Promise.resolve(who),
  });
  const get = async (path: string, headers: Record<string, string> = {}): Promise<Response> => app.request(`${origin}${path}`, { headers }, { address: '192.0.2.1' });
  const post = async (path: string, fields: Fields = {}, headers: Record<string, string> = {}): Promise<Response> => {
    const body = fields instanceof FormData ? fields : new URLSearchParams(fields).toString();
    const type: Record<string, string> = fields instanceof FormData ? {} : { 'content-type': 'application/x-www-form-urlencoded' };
    return app.request(`${origin}${path}`, { method: 'POST', headers: { ...type, 'sec-fetch-site': 'same-origin', origin, ...headers }, body }, { address: '192.0.2.1' });
  };
  return { get, post };
}

/** Headers of a form that another site sends. */
export const fromElsewhere = { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' };
