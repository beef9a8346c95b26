import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Lang } from '#lang/lang.ts';
import { everyPage, samplePages, slugsOf } from './addresses.ts';
import { barriers, look, looks, visitor } from './browser.ts';
import { addressOf } from '#web/paths.ts';

const widerThanScreen = (page: Page): Promise<number> => page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
const headings = (page: Page): Promise<number[]> => page.evaluate(`[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map((one) => Number(one.tagName[1]))`);

/** Everything that can have the focus and, having it, lies under something else: under a part that stays in place, or outside what can be seen. */
const hiddenFocus = (page: Page): Promise<string[]> =>
  page.evaluate(`[...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')].flatMap((one) => {
    if (!one.checkVisibility() || one.disabled) return [];
    one.focus();
    if (document.activeElement !== one) return [];
    const seen = [...one.getClientRects()].some((box) => {
      const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
      const [upper, lower] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
      const points = [[0.5, 0.5], [0.05, 0.5], [0.95, 0.5], [0.5, 0.2], [0.5, 0.8]];
      return left < right && upper < lower && points.some(([x, y]) => {
        const top = document.elementFromPoint(left + (right - left) * x, upper + (lower - upper) * y);
        return top !== null && (one.contains(top) || top.contains(one) || (one.labels ?? []).length > 0 && [...one.labels].some((label) => label.contains(top)));
      });
    });
    return seen ? [] : [one.outerHTML.slice(0, 120)];
  })`);

/** Words of links and folds that stand out too little (WCAG 1.4.3) from what is behind them while these have the focus. */
const fadedFocus = (page: Page): Promise<string[]> =>
  page.evaluate(`(() => {
    const parts = (colour) => (/^rgba?\\(/.test(colour) ? colour.match(/[\\d.]+/g).map(Number) : null);
    const light = ([r, g, b]) => [r, g, b].map((one) => (one / 255 <= 0.04045 ? one / 255 / 12.92 : ((one / 255 + 0.055) / 1.055) ** 2.4)).reduce((sum, one, at) => sum + one * [0.2126, 0.7152, 0.0722][at], 0);
    const behind = (one) => {
      for (let at = one; at !== null; at = at.parentElement) {
        const ground = parts(getComputedStyle(at).backgroundColor);
        if (ground === null || ground[3] !== 0) return ground;
      }
      return [255, 255, 255];
    };
    return [...document.querySelectorAll('a[href], summary')].flatMap((one) => {
      if (!one.checkVisibility() || one.closest('svg')) return [];
      one.focus();
      if (!one.matches(':focus-visible')) return [one.outerHTML.slice(0, 120) + ' takes no focus'];
      return [one, ...one.querySelectorAll('*')].flatMap((part) => {
        const isText = [...part.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '');
        if (!isText || part.closest('svg, .kg-vh') || !part.checkVisibility()) return [];
        const [ink, ground] = [parts(getComputedStyle(part).color), behind(part)];
        if (ink === null || ground === null) return [];
        const [more, less] = [light(ink), light(ground)].toSorted((a, b) => b - a);
        const contrast = (more + 0.05) / (less + 0.05);
        return contrast < 4.5 ? [contrast.toFixed(2) + ' ' + part.outerHTML.slice(0, 120)] : [];
      });
    });
  })()`);

type Sheet = { menus: number; wider: number; label: number; head: string; lost: string[] };

/**
 * Marks without words (a dot, a step, a line of a row of steps) that would be missing on paper, where browsers leave backgrounds and shadows out:
 * neither a border draws them nor does the sheet ask for exact colours.
 */
const lostOnPaper = `[...document.querySelectorAll('main *')].flatMap((one) => {
  if (!one.checkVisibility() || one.closest('svg')) return [];
  const boxes = [one.childNodes.length === 0 ? null : undefined, '::before', '::after'].filter((pseudo) => pseudo !== undefined);
  return boxes.flatMap((pseudo) => {
    const style = getComputedStyle(one, pseudo);
    if (style.display === 'none' || (pseudo !== null && style.content !== '""')) return [];
    const isPainted = style.backgroundColor !== 'rgba(0, 0, 0, 0)' || style.backgroundImage !== 'none' || style.boxShadow !== 'none';
    const hasBorder = ['Top', 'Right', 'Bottom', 'Left'].some((side) => style['border' + side + 'Style'] !== 'none' && parseFloat(style['border' + side + 'Width']) > 0);
    return isPainted && !hasBorder && style.printColorAdjust !== 'exact' ? [one.outerHTML.slice(0, 80) + (pseudo ?? '')] : [];
  });
})`;

/** The page as it comes on A4 with the margins of the print sheet (180 mm are 680 px). */
async function onPaper(page: Page): Promise<Sheet> {
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 680, height: 960 });
  const sheet = await page.evaluate<Sheet>(`({
    menus: [...document.querySelectorAll('nav, .kg-theme, .govuk-skip-link')].filter((one) => one.checkVisibility()).length,
    wider: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    label: [...document.querySelectorAll('#metka dt')].filter((one) => one.getBoundingClientRect().height > 0).length,
    head: document.querySelector('.kg-printhead').innerText.replace(/\\s+/g, ' ').trim(),
    lost: ${lostOnPaper},
  })`);
  await page.emulateMedia({ media: 'screen' });
  return sheet;
}

/** What holds on every public page of a language. A file for each language, so that they run side by side. */
export function everyPageHolds(lang: Lang): void {
  const service = visitor();

  describe.each(samplePages(lang).map((path) => ({ path })))('$path', ({ path }) => {
    it('is one document with its notice and twin, the first Tab leads to the content, no focus is hidden or fades, it prints as a sheet, and there are no barriers, wide or narrow, light or dark', async () => {
      const { visit, origin } = service();
      const page = await visit(path);
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
      const printed = await onPaper(page);
      expect(printed).toMatchObject({ menus: 0, wider: 0, lost: [] });
      // Who answers for a page stands on its paper too, unfolded; the label has six lines, and a revision where there is one.
      if ((await page.locator('#metka').count()) > 0) expect(printed.label).toBeGreaterThanOrEqual(6);
      expect(printed.head).toContain(new URL(page.url()).host + new URL(page.url()).pathname);
      expect(printed.head).toMatch(/ \d{1,2} \p{L}+ \d{4}$/u);
      for (const one of looks) {
        await look(page, one);
        expect([one, await barriers(page)]).toEqual([one, []]);
        expect([one, await widerThanScreen(page)]).toEqual([one, 0]);
        expect([one, await fadedFocus(page)]).toEqual([one, []]);
        if (one.scheme === 'dark') expect([one, await hiddenFocus(page)]).toEqual([one, []]);
      }
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
    )('%s has no barriers, wide or narrow, light or dark', async (path) => {
      const page = await service().visit(path);
      for (const one of looks) {
        await look(page, one);
        expect([one, await barriers(page)]).toEqual([one, []]);
      }
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
    }, 180_000);
  });
}
