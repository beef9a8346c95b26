import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { roles } from '#accounts/index.ts';
import type { Db } from '#db/handles.ts';
import { langs } from '#lang/lang.ts';
import { readCity } from '#publishing/load.ts';
import { publish, submit } from '#publishing/publish.ts';
import { publishingBodyOf } from '#publishing/publishing-body.ts';
import { currentRevisionId, revisionById } from '#publishing/store.ts';
import { publicPages } from '#site/index.ts';
import { pages } from '#web/paths.ts';
import { loadExample } from '../src/example.ts';
import { kinds } from '../src/kinds.ts';
import { accountsOver, browserOf, joined } from './accounts.ts';
import { appOver } from './app.ts';
import { worldNow } from './database.ts';
import { person, storeFor } from './world.ts';

const root = resolve(import.meta.dirname, '..');
const origin = 'https://koga.example';

/** The city that the service was first made for, in any case of its name, and its coat of arms in figures of speech. */
const another = /krak|cracow|wawel/i;

type Get = (path: string) => Promise<Response>;

/** What a page leads to on the same service, without the place on the page. Forms that lists can be filtered by lead to endless addresses: one of each path is enough. */
function linksIn(html: string): string[] {
  return [...html.matchAll(/(?:href|src|action)="([^"]+)"/g)].flatMap(([, href = '']) => {
    const url = new URL(href.replaceAll('&amp;', '&'), `${origin}/`);
    return url.origin === origin && !url.pathname.startsWith('/assets/') ? [url.pathname + url.search] : [];
  });
}

const onePath = (path: string): string => path.split('?')[0] ?? path;

/** Reads everything that can be reached from these addresses and says where another city is named. */
async function readAll(get: Get, from: readonly string[], mayFollow: (path: string) => boolean): Promise<{ named: string[]; read: Set<string> }> {
  const [waiting, seen, named] = [[...from], new Set(from.map(onePath)), new Array<string>()];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const answer = await get(path);
    expect(answer.status, path).toBeLessThan(500);
    const type = answer.headers.get('content-type') ?? '';
    const text = `${answer.headers.get('link') ?? ''} ${answer.headers.get('location') ?? ''} ${answer.headers.get('content-disposition') ?? ''}\n${await answer.text()}`;
    const found = another.exec(text);
    if (found) named.push(`${path}: …${text.slice(Math.max(0, found.index - 60), found.index + 40).replace(/\s+/g, ' ')}…`);
    if (!type.startsWith('text/html')) continue;
    for (const link of linksIn(text))
      if (mayFollow(link) && !seen.has(onePath(link))) {
        seen.add(onePath(link));
        waiting.push(link);
      }
  }
  return { named, read: seen };
}

/** A second version of one record, so that there is something to compare. */
async function publishAgain(db: Db): Promise<void> {
  const [author, publisher] = [await person(db, 'Jan'), await person(db, 'Ewa')];
  const found = await db.read((reader) => reader.selectFrom('records').select(['id', 'slug']).where('kind', '=', 'unit').orderBy('slug').limit(1).executeTakeFirstOrThrow());
  const current = await db.read((reader) => currentRevisionId(reader, found.id));
  const revision = await db.read((reader) => revisionById(reader, current ?? ''));
  const submitted = await submit(db, kinds, { kind: 'unit', slug: found.slug, body: revision?.body, actor: author, now: worldNow, basedOn: current ?? null });
  if (!submitted.ok) throw new Error(submitted.refusal);
  const city = await db.read(readCity);
  if (city === undefined) throw new Error('no city');
  const published = await publish(db, kinds, { revisionId: submitted.value.revisionId, actor: publisher, now: worldNow, publishingBody: publishingBodyOf(city) });
  if (!published.ok) throw new Error(published.refusal);
}

describe('a city that is not the first one', () => {
  const place = storeFor('empty');
  beforeAll(async () => {
    const loaded = await loadExample(place().db, root, 'nadrzecze', worldNow);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults ?? loaded.refusal));
    await publishAgain(place().db);
  });

  it('never reads the name of another city on a public page or in a file', async () => {
    const { get } = appOver(place);
    const machine = ['/robots.txt', '/sitemap.xml', '/.well-known/security.txt', '/metrics'];
    const { named, read } = await readAll(
      get,
      ['/pl', '/en', '/nothing-here', ...langs.map((lang) => pages.search[lang] + '?q=sie'), ...machine],
      (path) => !path.startsWith('/office'),
    );
    expect(named).toEqual([]);
    const patterns = publicPages.flatMap(({ name }) =>
      langs.map((lang) => ({ address: pages[name][lang], pattern: new RegExp(`^${pages[name][lang].replace(/:[a-z]+/g, '[^/.]+')}$`) })),
    );
    const unread = patterns.filter(({ pattern }) => ![...read].some((path) => pattern.test(path))).map(({ address }) => address);
    expect(unread).toEqual([]);
    for (const ending of ['.json', '.csv', '.atom', '.ics'])
      expect(
        [...read].some((path) => path.includes(ending)),
        ending,
      ).toBe(true);
  }, 300_000);

  it.each(langs)(
    'never reads it in the office, nor at its door (%s)',
    async (lang) => {
      const accounts = accountsOver(place());
      const { browser } = await joined(accounts, `anna.${lang}@office.example`, [...roles], 'Anna');
      await browser.post('/office/language', { lang, back: '/office' });
      const news = kinds.all.flatMap(({ name }) => [`/office/records/${name}`, `/office/records/${name}/new`]);
      const oneOfEach = /^\/office\/(sign-out|files|suggest|(records|queue|fees)\/[^/]+\/(?!new))/;
      const { named, read } = await readAll(browser.get, ['/office', ...news], (path) => path.startsWith('/office') && !oneOfEach.test(path));
      expect(named).toEqual([]);
      expect(read.size).toBeGreaterThan(50);
      const door = await readAll(browserOf(accounts).get, [`/office/sign-in?lang=${lang}`, '/office/forgotten', '/office/invitation/x'], (path) => path.startsWith('/office'));
      expect(door.named).toEqual([]);
      await accounts.close();
    },
    120_000,
  );
});
