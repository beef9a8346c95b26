import { Hono } from 'hono';
import { dayAt, type Day } from '#basics/day.ts';
import type { City } from '#basics/city.ts';
import type { Db, Reader } from '#db/handles.ts';
import { langs, type Lang } from '#lang/lang.ts';
import type { Kinds } from '#publishing/kind.ts';
import { readCity } from '#publishing/load.ts';
import { findRecord, registerVersion } from '#publishing/store.ts';
import { assetPath } from '#ui/assets/manifest.ts';
import { counters } from '#web/counters.ts';
import { addressOf } from '#web/paths.ts';
import { calendarFile, offerFile } from '../calendar/file.ts';
import { cardAddress } from '../card/address.ts';
import { cardPng, readCard } from '../card/read.ts';
import { offersFeed } from '../offers/feed.ts';
import { organisationFeed, registerFeed } from './feed.ts';
import { metricsText, readStored } from './metrics.ts';
import { robotsTxt, securityTxt } from './plain.ts';
import { sitemapXml } from './sitemap.ts';

export type MachineOptions = {
  db: Db;
  baseUrl: string;
  kinds: Kinds;
  now: () => Date;
  versionKey: (registerVersion: number, day: Day) => string;
  /** Whom to tell of a weakness, as an address (mailto: or https:). */
  securityContact?: string | null;
};

const feedPattern = /^(.+)\/([a-z0-9-]+)\.atom$/;
const fixed = new Set([
  '/robots.txt',
  '/sitemap.xml',
  '/.well-known/security.txt',
  '/metrics',
  '/favicon.ico',
  ...langs.flatMap((lang) => [`${addressOf('changes', lang)}.atom`, `${addressOf('offers', lang)}.atom`, `${addressOf('calendar', lang)}.ics`, cardAddress(lang)]),
]);
const datesPattern = /^(.+)\/[a-z0-9-]+\.ics$/;
const offerFolders = new Set<string>(langs.map((lang) => addressOf('offers', lang)));
const organisationFolders = new Set<string>(langs.map((lang) => addressOf('organisations', lang)));

/** Whether a machine address is written so; the feed of an organisation, or the dates of an offer, may still not exist. */
export const isMachinePath = (path: string): boolean =>
  fixed.has(path) || organisationFolders.has(feedPattern.exec(path)?.[1] ?? '') || offerFolders.has(datesPattern.exec(path)?.[1] ?? '');

/** What programs look for at addresses of their own. */
export function machineRoutes(options: MachineOptions): Hono {
  const { baseUrl, kinds, now } = options;
  const app = new Hono();

  app.get('/robots.txt', (c) => c.text(robotsTxt(baseUrl)));
  app.get('/favicon.ico', (c) => c.redirect(assetPath('favicon.svg'), 301));
  app.get('/.well-known/security.txt', (c) => {
    const contact = options.securityContact ?? null;
    return contact === null ? c.notFound() : c.text(securityTxt({ contact, baseUrl, now: now() }));
  });
  app.get('/metrics', async (c) => {
    const { rss, heapUsed } = process.memoryUsage();
    // A monitor asks most of all when something is wrong: what the process knows of itself is told even then.
    const stored = await options.db.read((reader) => readStored(reader, kinds)).catch(() => null);
    const own = { startedSeconds: Math.round(process.uptime()), memoryBytes: rss, heapBytes: heapUsed };
    return c.text(metricsText(stored, own, counters), 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' });
  });
  app.get('/sitemap.xml', async (c) => {
    const xml = await keptText(options, ({ reader }) => sitemapXml(reader, baseUrl), 'application/xml');
    return xml ?? c.notFound();
  });
  for (const lang of langs) {
    app.get(cardAddress(lang), async (c) => (await keptCard(options, lang)) ?? c.notFound());
    app.get(`${addressOf('changes', lang)}.atom`, async (c) => {
      const xml = await keptText(options, ({ reader, city }) => registerFeed({ reader, city, lang, baseUrl, kinds }), 'application/atom+xml');
      return xml ?? c.notFound();
    });
    app.get(`${addressOf('offers', lang)}.atom`, async (c) => {
      const query = new URL(c.req.url).searchParams;
      const xml = await keptText(options, ({ reader, city, at }) => offersFeed({ reader, city, lang, baseUrl, now: at, query }), 'application/atom+xml');
      return xml ?? c.notFound();
    });
    app.get(`${addressOf('calendar', lang)}.ics`, async (c) => {
      const query = new URL(c.req.url).searchParams;
      const dates = await keptText(options, ({ reader, city, at }) => calendarFile({ reader, city, lang, baseUrl, query, today: dayAt(at, city.timeZone) }), 'text/calendar');
      return dates ?? c.notFound();
    });
    app.get(`${addressOf('offers', lang)}/:file{[a-z0-9-]+\\.ics}`, async (c) => {
      const slug = c.req.param('file').replace(/\.ics$/, '');
      const dates = await keptText(options, ({ reader, city }) => offerFile({ reader, city, lang, baseUrl }, slug), 'text/calendar');
      if (dates) return dates;
      const known = await options.db.read((reader) => findRecord(reader, 'offer', slug));
      return known && known.slug !== slug ? c.redirect(`${addressOf('offer', lang, { slug: known.slug })}.ics`, 301) : c.notFound();
    });
    app.get(`${addressOf('organisations', lang)}/:file{[a-z0-9-]+\\.atom}`, async (c) => {
      const slug = c.req.param('file').replace(/\.atom$/, '');
      const xml = await keptText(options, ({ reader, city }) => organisationFeed({ reader, city, lang, baseUrl, kinds }, slug), 'application/atom+xml');
      if (xml) return xml;
      const known = await options.db.read((reader) => findRecord(reader, 'organisation', slug));
      return known && known.slug !== slug ? c.redirect(`${addressOf('organisation', lang, { slug: known.slug })}.atom`, 301) : c.notFound();
    });
  }
  return app;
}

/** What a card shows is read with the register; it is drawn when no connection to the database waits for it. */
async function keptCard({ db, now, versionKey, baseUrl }: MachineOptions, lang: Lang): Promise<Response | null> {
  const read = await db.read(async (reader) => {
    const city = await readCity(reader);
    if (!city) return null;
    const on = dayAt(now(), city.timeZone);
    return { svg: await readCard({ reader, city, lang, on, baseUrl }), version: versionKey(await registerVersion(reader), on) };
  });
  if (!read) return null;
  const png = await cardPng(read.svg);
  return new Response(new Uint8Array(png), {
    headers: { 'content-type': 'image/png', 'x-koga-cache': 'page', 'x-koga-version': read.version, 'cross-origin-resource-policy': 'cross-origin' },
  });
}

/** A text made from the register, marked as one that may be kept until the register or the day changes, or until the instant that it names; null where there is nothing to tell of. */
async function keptText(
  { db, now, versionKey }: MachineOptions,
  write: (given: { reader: Reader; city: City; at: Date }) => Promise<string | { text: string; until: number | null } | null>,
  type: 'application/xml' | 'application/atom+xml' | 'text/calendar',
): Promise<Response | null> {
  return db.read(async (reader) => {
    const city = await readCity(reader);
    if (!city) return null;
    const at = now();
    const written = await write({ reader, city, at });
    if (written === null) return null;
    const { text, until } = typeof written === 'string' ? { text: written, until: null } : written;
    const version = versionKey(await registerVersion(reader), dayAt(at, city.timeZone));
    return new Response(text, {
      headers: {
        'content-type': `${type}; charset=utf-8`,
        'x-koga-cache': 'page',
        'x-koga-version': version,
        ...(until === null ? {} : { 'x-koga-until': String(until) }),
        'access-control-allow-origin': '*',
        'cross-origin-resource-policy': 'cross-origin',
      },
    });
  });
}
