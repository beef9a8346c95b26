import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Lang } from '#lang/lang.ts';
import { everyPage, samplePages, slugsOf } from './addresses.ts';
import { barriers, visitor } from './browser.ts';
import { addressOf } from '#web/paths.ts';

const widerThanScreen = (page: Page): Promise<number> => page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
const headings = (page: Page): Promise<number[]> => page.evaluate(`[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map((one) => Number(one.tagName[1]))`);

/** What holds on every public page of a language. A file for each language, so that they run side by side. */
export function everyPageHolds(lang: Lang): void {
  const service = visitor();

  describe.each(samplePages(lang).map((path) => ({ path })))('$path', ({ path }) => {
    it('has no barriers in light, is one document with its notice, label and twin, and the first Tab leads to the content', async () => {
      const { visit, origin } = service();
      const page = await visit(path);
      expect(await barriers(page)).toEqual([]);
      expect(await page.locator('html').getAttribute('lang')).toBe(lang);
      const levels = await headings(page);
      expect(levels.filter((level) => level === 1)).toHaveLength(1);
      expect(levels.filter((level, index) => level > (levels[index - 1] ?? 1) + 1)).toEqual([]);
      const notice =
        lang === 'pl'
          ? 'Wersja demonstracyjna z publicznych źródeł. To nie jest serwis Urzędu Miasta Krakowa.'
          : 'Demonstration from public sources. Not a service of the City of Kraków.';
      expect((await page.locator('body').innerText()).replaceAll('\u00a0', ' ').slice(0, 200)).toContain(notice);
      await page.keyboard.press('Tab');
      expect(await page.locator(':focus').innerText()).toBe(lang === 'pl' ? 'Przejdź do treści' : 'Skip to content');
      await page.keyboard.press('Enter');
      expect(await page.locator('main:focus').count()).toBe(1);
      const other = lang === 'pl' ? 'en' : 'pl';
      const own = await page.locator('link[rel=canonical]').getAttribute('href');
      const alternate = await page.locator(`link[rel=alternate][hreflang=${other}]`).getAttribute('href');
      expect(alternate?.startsWith(origin)).toBe(true);
      const twin = await (await fetch(alternate ?? '')).text();
      expect(twin).toContain(`hreflang="${lang}" href="${own?.replaceAll('&', '&amp;')}"`);
    });

    it('has no barriers in dark on a narrow screen, and fits it', async () => {
      const page = await service().visit(path, { width: 320, scheme: 'dark' });
      expect(await barriers(page)).toEqual([]);
      expect(await widerThanScreen(page)).toBe(0);
    });

    it('can be read with scripts off and in forced colours', async () => {
      const page = await service().visit(path, { scripts: false, forcedColors: true });
      expect((await page.locator('main').innerText()).length).toBeGreaterThan(80);
    });
  });

  describe('the label', () => {
    it.each(samplePages(lang).filter((path) => !/szukaj|search|zglos|report/.test(path)))('stands at the foot of %s', async (path) => {
      const html = await (await fetch(service().origin + path)).text();
      expect(html.match(/id="metka"/g)).toHaveLength(1);
    });
  });

  describe('every organisation', () => {
    it.each(
      slugsOf('organisations.json')
        .filter((_slug, index) => (index % 2 === 0) === (lang === 'pl'))
        .map((slug) => addressOf('organisation', lang, { slug })),
    )('%s has no barriers', async (path) => {
      expect(await barriers(await service().visit(path))).toEqual([]);
    });
  });

  describe('links', () => {
    it('lead somewhere on every page', async () => {
      const { origin } = service();
      const seen = new Map<string, string>();
      const ids = new Map<string, Set<string>>();
      const dead: string[] = [];
      for (const path of everyPage(lang)) {
        const html = await (await fetch(origin + path)).text();
        ids.set(path, new Set([...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1] ?? '')));
        for (const [, href = ''] of html.matchAll(/<a [^>]*?href="([^"]+)"/g))
          if (href.startsWith('/') || href.startsWith('#')) seen.set(href.startsWith('#') ? path + href : href, path);
      }
      for (const [href, from] of seen) {
        const address = href.replaceAll('&amp;', '&');
        const [path = '', anchor] = address.split('#');
        const known = ids.get(path);
        if (known && anchor !== undefined && !known.has(decodeURIComponent(anchor))) dead.push(`${from} → ${address}`);
        if (known) continue;
        const answer = await fetch(origin + path, { redirect: 'manual' });
        // A stable identifier leads on to the page that tells of the thing.
        if (answer.status !== (path.startsWith('/id/') ? 303 : 200)) dead.push(`${from} → ${address} (${answer.status})`);
        const text = await answer.text();
        ids.set(path, new Set([...text.matchAll(/ id="([^"]+)"/g)].map((match) => match[1] ?? '')));
        if (anchor !== undefined && !ids.get(path)?.has(decodeURIComponent(anchor))) dead.push(`${from} → ${address}`);
      }
      expect(dead).toEqual([]);
    });
  });
}
