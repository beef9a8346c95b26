import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { visitor } from '../browser.ts';

const service = visitor();

type Mark = { found: number; exact: number };

/** How many marks of a kind a page on paper shows, and for how many of them the sheet asks that their ground be printed. */
async function marksOnPaper(page: Page, selector: string, pseudo: '::before' | '::after' | null = null): Promise<Mark> {
  await page.emulateMedia({ media: 'print' });
  return page.evaluate<Mark>(`(() => {
    const marks = [...document.querySelectorAll(${JSON.stringify(selector)})].filter((one) => one.checkVisibility());
    const exact = marks.filter((one) => {
      const style = getComputedStyle(one, ${JSON.stringify(pseudo)});
      const isDrawn = style.display !== 'none' && style.backgroundColor !== 'rgba(0, 0, 0, 0)' && parseFloat(style.width) > 0 && parseFloat(style.height) > 0;
      return isDrawn && style.printColorAdjust === 'exact';
    });
    return { found: marks.length, exact: exact.length };
  })()`);
}

describe('a resident prints a page', () => {
  it.each([
    { path: '/pl', what: 'who sits with us', selector: '.kg-matrix td b', pseudo: null },
    { path: '/pl', what: 'the numbers of confirmed seats', selector: '.kg-seats .n:not(.n--open)', pseudo: null },
    { path: '/pl/organizacje/hanse', what: 'the steps of joining', selector: '.kg-steps > li', pseudo: '::before' as const },
    { path: '/pl/organizacje/hanse', what: 'the line between two steps', selector: '.kg-steps > li:not(:last-child):not(.is-pre)', pseudo: '::after' as const },
  ])('and keeps $what, although it is drawn as a ground', async ({ path, selector, pseudo }) => {
    const { found, exact } = await marksOnPaper(await service().visit(path), selector, pseudo);
    expect(found).toBeGreaterThan(0);
    expect(exact).toBe(found);
  });
});
