import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { langs } from '#lang/lang.ts';
import { datasets } from '../open-data/datasets.ts';
import { addressOf, pages as addresses } from '#web/paths.ts';
import { appOver } from '../../../test/app.ts';
import { allSamples, slugsOf } from '../../../test/browser/addresses.ts';
import { storeFor } from '../../../test/world.ts';
import { publicPages } from '../index.ts';

/** Read by the ministry's programs: technical conditions of accessibility statements, version 2.0 of 31 July 2024. */
const statementIds = ['wstep', 'podmiot', 'zakres', 'url', 'data-publikacja', 'data-aktualizacja', 'status', 'ocena', 'data-sporzadzenie'];
const statementSections = ['kontakt', 'email', 'telefon', 'procedura', 'aplikacje', 'architektura', 'komunikacja'];

const all = (html: string, pattern: RegExp): string[] => [...html.matchAll(pattern)].map((match) => match[1] ?? '');

describe('statements', () => {
  const { get, text } = appOver(storeFor('world'));
  const html = async (path: string): Promise<string> => (await get(path)).text();

  it.each(langs)('the accessibility statement has each id once, and dates that programs can read (%s)', async (lang) => {
    const page = await html(addressOf('accessibility', lang));
    const ids = all(page, / id="([^"]+)"/g);
    expect(ids.filter((id) => id.startsWith('a11y-')).toSorted()).toEqual([...statementIds, ...statementSections].map((id) => `a11y-${id}`).toSorted());
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ['publikacja', 'aktualizacja', 'sporzadzenie']) expect(page).toMatch(new RegExp(`<time id="a11y-data-${id}" datetime="\\d{4}-\\d{2}-\\d{2}">`));
  });

  it('the cookies page is right: no page sets a cookie', async () => {
    for (const { path } of allSamples()) expect([path, (await get(path)).headers.getSetCookie()]).toEqual([path, []]);
    expect(await text('/pl/cookies')).toContain('Strony publiczne nie zapisują plików cookie');
    expect(await html('/en/cookies')).toContain('<code>theme</code>');
  });

  it('every dataset of the open data page can be taken, and says whose it is', async () => {
    const shape = z.object({
      items: z.array(z.object({ name: z.string(), modified: z.iso.datetime(), files: z.array(z.object({ mediaType: z.string(), address: z.string() })) })),
    });
    for (const lang of langs) {
      const { items } = shape.parse(JSON.parse(await html(`${addressOf('data', lang)}.json`)));
      expect(items).toHaveLength(datasets.length);
      const page = await html(addressOf('data', lang));
      for (const { mediaType, address } of items.flatMap((item) => item.files)) {
        const path = address.replace('https://koga.example', '');
        const answer = await get(path);
        expect([path, answer.status, answer.headers.get('content-type')?.split(';')[0]]).toEqual([path, 200, mediaType]);
        expect(page).toContain(`href="${path}"`);
        expect(await answer.text()).toContain(lang === 'pl' ? 'To nie jest serwis Urzędu Miasta Krakowa.' : 'Not a service of the City of Kraków.');
      }
    }
    expect((await get('/id/organisations/aecc-2000')).status).toBe(303);
  });

  it.each(langs)('the site map names every page and every organisation in both languages (%s)', async (lang) => {
    const links = all(await html(addressOf('siteMap', lang)), /href="([^"]+)"/g);
    const plain = publicPages.map((page) => page.name).filter((name) => !addresses[name].en.includes(':'));
    for (const one of langs) {
      for (const name of plain) expect(links).toContain(addressOf(name, one));
      for (const slug of slugsOf('organisations.json')) expect(links).toContain(addressOf('organisation', one, { slug }));
    }
  });

  it('the site map has the acts in the order of their own page, the latest first', async () => {
    const acts = async (name: 'siteMap' | 'acts'): Promise<string[]> => [...new Set(all(await html(addressOf(name, 'pl')), /href="(\/pl\/uchwaly\/[^"#?]+)"/g))];
    const onTheirPage = await acts('acts');
    expect(onTheirPage.length).toBeGreaterThan(10);
    expect(await acts('siteMap')).toEqual(onTheirPage);
  });
});

describe('every page', () => {
  const { get } = appOver(storeFor('world'));
  const pages = new Map<string, string>();
  beforeAll(async () => {
    for (const { path } of allSamples()) pages.set(path, await (await get(path)).text());
  }, 120_000);
  const read = async (path: string): Promise<string> => pages.get(path) ?? (await get(path)).text();

  it.each(allSamples())('$path leads to the accessibility statement, for people and for programs', async ({ lang, path }) => {
    const page = await read(path);
    expect(page).toContain(`<meta name="deklaracja-dostępności" content="https://koga.example${addressOf('accessibility', lang)}"/>`);
    const footer = page.slice(page.indexOf('<footer'));
    for (const name of ['accessibility', 'privacy', 'cookies', 'siteMap', 'data'] as const) expect(footer).toContain(`href="${addressOf(name, lang)}"`);
  });

  it.each(allSamples())('$path says for programs what its label says', async ({ lang, path }) => {
    const page = await read(path);
    const [own] = all(page, /<script type="application\/ld\+json">(.*?)<\/script>/gs).map((block): unknown => JSON.parse(block));
    const { inLanguage, publisher, datePublished } = webPage.parse(own);
    expect(inLanguage).toBe(lang);
    const label = page.slice(page.indexOf('id="metka"'));
    expect(label).toContain(publisher.name);
    expect(label).toContain(`datetime="${datePublished}"`);
  });

  it.each(allSamples())('$path names its other language, which names it', async ({ path }) => {
    const own = alternatesIn(await read(path));
    expect(own).toHaveLength(3);
    for (const { address } of own) expect(alternatesIn(await read(address))).toEqual(own);
  });
});

const webPage = z.object({
  '@type': z.literal('WebPage'),
  inLanguage: z.string(),
  author: z.object({}),
  publisher: z.object({ name: z.string() }),
  datePublished: z.string(),
});

const alternatesIn = (html: string): { lang: string; address: string }[] =>
  [...html.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="https:\/\/koga\.example([^"]+)"/g)].map(([, lang = '', address = '']) => ({
    lang,
    address: address.replaceAll('&amp;', '&'),
  }));
