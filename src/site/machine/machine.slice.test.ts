import { describe, expect, it } from 'vitest';
import { langs } from '#lang/lang.ts';
import { listChanges } from '#publishing/history.ts';
import { publish, submit } from '#publishing/publish.ts';
import { currentRevisionId, findRecord, revisionById } from '#publishing/store.ts';
import { addressOf } from '#web/paths.ts';
import { createApp, methodsOf } from '../../app.tsx';
import { kinds } from '../../kinds.ts';
import { appOver } from '../../../test/app.ts';
import { worldNow } from '../../../test/database.ts';
import { office, person, storeFor } from '../../../test/world.ts';

const origin = 'https://koga.example';

/** The inside of every element of this name. @throws where a tag is not closed */
function elements(xml: string, name: string): string[] {
  const open: string[] = [];
  const markup = xml.replace(/<!\[CDATA\[.*?\]\]>|<\?.*?\?>/gs, '');
  for (const [, closing, tag, alone] of markup.matchAll(/<(\/?)([\w:]+)[^>]*?(\/?)>/g)) {
    if (closing === '/' && open.pop() !== tag) throw new Error(`</${tag}> closes nothing`);
    if (closing === '' && alone === '') open.push(tag ?? '');
  }
  if (open.length > 0) throw new Error(`<${open.join('><')}> stays open`);
  return [...xml.matchAll(new RegExp(`<${name}(?:\\s[^>]*)?>(.*?)</${name}>`, 'gs'))].map((match) => (match[1] ?? '').replace(/^<!\[CDATA\[(.*)\]\]>$/s, '$1'));
}
const within = (xml: string, name: string): string => elements(xml, name)[0] ?? '';

describe('what machines look for', () => {
  const store = storeFor('world');
  const { get } = appOver(store);
  const body = async (path: string): Promise<string> => (await get(path)).text();

  it('is told by robots.txt where the site map is', async () => {
    expect(await body('/robots.txt')).toContain(`Sitemap: ${origin}/sitemap.xml`);
  });

  it('finds every page of both languages in the site map, each with the other, and each answers', async () => {
    const urls = elements(await body('/sitemap.xml'), 'url');
    const places = urls.map((url) => within(url, 'loc'));
    expect(places.length).toBeGreaterThan(120);
    expect(new Set(places).size).toBe(places.length);
    for (const lang of langs) for (const page of ['home', 'data', 'siteMap', 'accessibility'] as const) expect(places).toContain(origin + addressOf(page, lang));
    for (const url of urls) {
      const alternates = [...url.matchAll(/<xhtml:link rel="alternate" hreflang="[a-z-]+" href="([^"]+)"\/>/g)].map((match) => match[1] ?? '');
      expect(alternates).toHaveLength(3);
      expect(alternates).toContain(within(url, 'loc'));
      for (const alternate of alternates) expect(places).toContain(alternate);
      expect(within(url, 'lastmod')).toMatch(/^2026-11-22/);
    }
    const wrong: string[] = [];
    for (const place of places) {
      const answer = await get(place.slice(origin.length));
      if (answer.status !== 200) wrong.push(`${place} ${answer.status}`);
    }
    expect(wrong).toEqual([]);
  }, 240_000);

  it('gets a security contact where there is one, and 404 where there is none', async () => {
    expect((await get('/.well-known/security.txt')).status).toBe(404);
    const app = createApp({ db: store().db, baseUrl: origin, now: () => worldNow, versionKey: String, ready: async () => true, securityContact: 'mailto:security@example.org' });
    const text = await (await app.request(`${origin}/.well-known/security.txt`)).text();
    expect(text).toContain('Contact: mailto:security@example.org\n');
    expect(text).toContain('Expires: 2027-05-21T00:00:00Z\n');
  });

  it('is told in Prometheus text what is published, and nothing about anybody', async () => {
    const text = await body('/metrics');
    expect(text).toContain('koga_published_records{kind="organisation"} 26\n');
    for (const line of text.trim().split('\n')) expect(line).toMatch(/^(# (HELP|TYPE) \S+ .+|[a-z_]+(\{(kind|class)="[a-z0-9]+"\})? \d+(\.\d+)?)$/);
    expect(text).toContain('koga_database_up 1\n');
  });

  it('is led to the icon', async () => {
    const answer = await get('/favicon.ico');
    expect(answer.status).toBe(301);
    expect(answer.headers.get('location')).toMatch(/^\/assets\/favicon\.\w+\.svg$/);
  });

  it('finds no other format of what only machines read, and may only read it', async () => {
    for (const path of ['/robots.txt.json', '/sitemap.xml.csv', '/pl/rejestr-zmian.atom.json', '/pl/organizacje/nikt.atom'])
      expect([path, (await get(path)).status]).toEqual([path, 404]);
    for (const path of ['/robots.txt', '/sitemap.xml', '/metrics', '/favicon.ico', '/en/changes.atom', '/pl/organizacje/owhc.atom']) expect(methodsOf(path)).toEqual(['GET']);
    expect(methodsOf('/pl/uchwaly.atom')).toBeNull();
  });
});

describe('feeds of changes', () => {
  const store = storeFor('world');
  const { get } = appOver(store);
  const entriesOf = async (path: string) =>
    elements(await (await get(path)).text(), 'entry').map((entry) => ({ id: within(entry, 'id'), updated: within(entry, 'updated'), title: within(entry, 'title') }));

  it('say the same twice, know their own address, their page and their language, and bear the notice', async () => {
    for (const [path, page] of [
      ['/pl/rejestr-zmian.atom', '/pl/rejestr-zmian'],
      ['/en/changes.atom', '/en/changes'],
      ['/en/organisations/owhc.atom', '/en/organisations/owhc'],
    ] as const) {
      const answer = await get(path);
      expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
      const xml = await answer.text();
      expect(await (await get(path)).text()).toBe(xml);
      expect(xml).toContain(`<link rel="self" href="${origin}${path}"/>`);
      expect(xml).toContain(`<link rel="alternate" href="${origin}${page}"/>`);
      expect(xml).toContain(`xml:lang="${path.slice(1, 3)}"`);
      expect(within(xml, 'subtitle')).toContain(path.startsWith('/pl') ? 'Wersja demonstracyjna z publicznych źródeł' : 'Demonstration from public sources');
      const linked = await (await get(page)).text();
      expect(linked).toContain(`<link rel="alternate" type="application/atom+xml" href="${path}"`);
    }
  });

  it('give each change its own id and its own time, and a new change moves only itself', async () => {
    const { db } = store();
    const before = await entriesOf('/en/organisations/hanse.atom');
    expect(before.length).toBeGreaterThan(1);
    expect(new Set(before.map((entry) => entry.id)).size).toBe(before.length);
    expect(before.some((entry) => entry.title.startsWith('membership:'))).toBe(true);

    const record = await db.read((reader) => findRecord(reader, 'membership', 'hanse'));
    const basedOn = record && (await db.read((reader) => currentRevisionId(reader, record.id)));
    const revision = basedOn && (await db.read((reader) => revisionById(reader, basedOn)));
    if (!revision) throw new Error('the membership in the Hanse is not in public');
    const now = new Date('2026-11-23T08:15:30Z');
    const handed = await submit(db, kinds, { kind: 'membership', slug: 'hanse', body: revision.body, actor: await person(db, 'Anna Redaktor'), now, basedOn: revision.id });
    if (!handed.ok) throw new Error(handed.refusal);
    const published = await publish(db, kinds, {
      revisionId: handed.value.revisionId,
      actor: await person(db, 'Piotr Wydawca'),
      now,
      publishingBody: office,
      why: { pl: 'Poprawka <b>', en: 'A correction <b>' },
    });
    expect(published.ok).toBe(true);

    const after = await entriesOf('/en/organisations/hanse.atom');
    expect(after.slice(1)).toEqual(before);
    const [change] = await db.read((reader) => listChanges(reader, {}, { limit: 1, offset: 0 }));
    expect(after[0]).toMatchObject({ id: `urn:uuid:${change?.id}`, updated: '2026-11-23T08:15:30.000Z' });
    expect((await entriesOf('/en/organisations/owhc.atom')).map((entry) => entry.id)).not.toContain(after[0]?.id);
    expect((await entriesOf('/pl/rejestr-zmian.atom'))[0]?.id).toBe(after[0]?.id);
    expect(within(await (await get('/en/changes.atom')).text(), 'summary')).toContain('A correction &lt;b&gt;. Version 2.');
  });
});
