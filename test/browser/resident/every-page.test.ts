import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { allSamples, everyPage, slugsOf } from '../addresses.ts';
import { barriers, visitor } from '../browser.ts';
import { addressOf } from '#web/paths.ts';

const service = visitor();

const widerThanScreen = (page: Page): Promise<number> => page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
const headings = (page: Page): Promise<number[]> => page.evaluate(`[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map((one) => Number(one.tagName[1]))`);

describe.each(allSamples())('$path', ({ lang, path }) => {
  it.each([
    { width: 1280, scheme: 'light' as const },
    { width: 1280, scheme: 'dark' as const },
    { width: 320, scheme: 'light' as const },
    { width: 320, scheme: 'dark' as const },
  ])('has no barriers at $width px, $scheme', async (settings) => {
    const page = await service().visit(path, settings);
    expect(await barriers(page)).toEqual([]);
    if (settings.width === 320) expect(await widerThanScreen(page)).toBe(0);
  });

  it('is one document: language, one main heading, no level skipped, notice on top, label at the foot, the same page in both languages', async () => {
    const { visit, origin } = service();
    const page = await visit(path);
    expect(await page.locator('html').getAttribute('lang')).toBe(lang);
    const levels = await headings(page);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 1) + 1)).toEqual([]);
    const notice = lang === 'pl' ? 'Wersja demonstracyjna z publicznych źródeł. To nie jest serwis Urzędu Miasta Krakowa.' : 'Demonstration from public sources. Not a service of the City of Kraków.';
    expect((await page.locator('body').innerText()).replaceAll('\u00a0', ' ').slice(0, 200)).toContain(notice);
    expect(await page.locator('details#metka').count()).toBe(1);
    const other = lang === 'pl' ? 'en' : 'pl';
    const alternate = await page.locator(`link[rel=alternate][hreflang=${other}]`).getAttribute('href');
    expect(alternate?.startsWith(origin)).toBe(true);
    await page.goto(alternate ?? '');
    expect(await page.locator(`link[rel=alternate][hreflang=${lang}]`).getAttribute('href')).toBe(origin + path);
    expect(await page.locator('link[rel=canonical]').getAttribute('href')).toBe(alternate);
  });

  it('is reached by the first Tab: skip link, then the content', async () => {
    const page = await service().visit(path);
    await page.keyboard.press('Tab');
    const skip = page.locator(':focus');
    expect(await skip.innerText()).toBe(lang === 'pl' ? 'Przejdź do treści' : 'Skip to content');
    await page.keyboard.press('Enter');
    expect(await page.locator(':focus').evaluate('(element) => element.tagName')).toBe('MAIN');
  });

  it('can be read with scripts off and in forced colours', async () => {
    const page = await service().visit(path, { scripts: false, forcedColors: true });
    expect((await page.locator('main').innerText()).length).toBeGreaterThan(80);
  });
});

describe('every organisation', () => {
  it.each(slugsOf('organisations.json').flatMap((slug) => (['pl', 'en'] as const).map((lang) => addressOf('organisation', lang, { slug }))))('%s has no barriers', async (path) => {
    expect(await barriers(await service().visit(path))).toEqual([]);
  });
});

describe('links', () => {
  it.each(['pl', 'en'] as const)('lead somewhere on every page (%s)', async (lang) => {
    const { origin } = service();
    const seen = new Map<string, string>();
    const ids = new Map<string, Set<string>>();
    const dead: string[] = [];
    for (const path of everyPage(lang)) {
      const html = await (await fetch(origin + path)).text();
      ids.set(path, new Set([...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1] ?? '')));
      for (const [, href = ''] of html.matchAll(/<a [^>]*?href="([^"]+)"/g)) if (href.startsWith('/') || href.startsWith('#')) seen.set(href.startsWith('#') ? path + href : href, path);
    }
    for (const [href, from] of seen) {
      const address = href.replaceAll('&amp;', '&');
      const [path = '', anchor] = address.split('#');
      const known = ids.get(path);
      if (known && anchor !== undefined && !known.has(decodeURIComponent(anchor))) dead.push(`${from} → ${address}`);
      if (known) continue;
      const answer = await fetch(origin + path, { redirect: 'manual' });
      if (answer.status !== 200) dead.push(`${from} → ${address} (${answer.status})`);
      const text = await answer.text();
      ids.set(path, new Set([...text.matchAll(/ id="([^"]+)"/g)].map((match) => match[1] ?? '')));
      if (anchor !== undefined && !ids.get(path)?.has(decodeURIComponent(anchor))) dead.push(`${from} → ${address}`);
    }
    expect(dead).toEqual([]);
  });
});
