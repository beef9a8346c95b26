import { join, resolve } from 'node:path';
import { uuidv7 } from '#basics/uuid.ts';
import { openSession, type Contact } from '#offers/index.ts';
import { useAssets } from '#ui/assets/manifest.ts';
import { createApp } from '../src/app.tsx';
import { worldNow } from './database.ts';
import type { Place } from './world.ts';

const root = resolve(import.meta.dirname, '..');
const origin = 'https://koga.example';

type Given = { name?: string; kind?: string; themes?: string[]; institutionId?: string; institution?: string; lang?: 'pl' | 'en'; email?: string; now?: Date };

/** Somebody of an institution who has confirmed their address; of a new one unless `institutionId` names another's. */
export async function contactOfInstitution(place: Place, given: Given = {}): Promise<Contact> {
  const { name = 'Anna Muzealna', kind = 'museum', themes = ['culture'], institution = 'Muzeum Przeprawy', lang = 'pl', now = worldNow } = given;
  const [contactId, institutionId] = [uuidv7(), given.institutionId ?? uuidv7()];
  const email = given.email ?? `${contactId}@muzeum.example`;
  await place.db.write(async (tx) => {
    if (given.institutionId === undefined)
      await tx
        .insertInto('institutions')
        .values({ id: institutionId, name: institution, folded: institution.toLowerCase(), kind, themes, source: 'self', createdAt: now, confirmedAt: now })
        .execute();
    await tx.insertInto('contacts').values({ id: contactId, institutionId, name, email, lang, source: 'self', createdAt: now, consentAt: now, confirmedAt: now }).execute();
  });
  return { contactId, institutionId, institutionName: institution, name, email, lang };
}

type Fields = Record<string, string> | [string, string][] | FormData;

/** The institutions' pages as somebody's browser sees them: it keeps cookies and follows nothing. Begins signed in as the contact, or as nobody. */
export async function institutionAs(place: Place, contact: Contact | null, now: () => Date = () => worldNow, address = '192.0.2.1') {
  useAssets(join(root, 'build/assets'));
  const app = createApp({ db: place.db, baseUrl: origin, now, versionKey: (version, day) => `${version}.${day}`, ready: () => Promise.resolve(true) });
  const jar = new Map<string, string>();
  if (contact !== null) jar.set('__Host-koga-institution', (await place.db.write((tx) => openSession(tx, contact.contactId, now()))).token);
  const send = async (path: string, init: RequestInit): Promise<Response> => {
    const headers = new Headers(init.headers);
    if (jar.size > 0) headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
    const answer = await app.request(origin + path, { ...init, headers }, { address });
    for (const cookie of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split(/=(.*)/s);
      if (/max-age=0/i.test(cookie)) jar.delete(name);
      else jar.set(name, value);
    }
    return answer;
  };
  const get = (path: string, headers: Record<string, string> = {}): Promise<Response> => send(path, { headers });
  const post = (path: string, fields: Fields = {}, headers: Record<string, string> = {}): Promise<Response> => {
    const body = fields instanceof FormData ? fields : new URLSearchParams(fields).toString();
    const type: Record<string, string> = fields instanceof FormData ? {} : { 'content-type': 'application/x-www-form-urlencoded' };
    return send(path, { method: 'POST', headers: { ...type, 'sec-fetch-site': 'same-origin', origin, ...headers }, body });
  };
  return { get, post, jar };
}
