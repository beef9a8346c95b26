import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { barriers, visitor } from '../browser.ts';

const service = visitor();

async function focused(page: Page): Promise<string> {
  const element = page.locator(':focus');
  if ((await element.count()) === 0) return '';
  return (await element.getAttribute('id')) ?? (await element.textContent())?.trim() ?? '';
}

/** Tab until the element with this id or these words has the focus; a keyboard knows no other way. */
async function tabTo(page: Page, wanted: string): Promise<void> {
  for (let presses = 0; presses < 150; presses += 1) {
    await page.keyboard.press('Tab');
    if ((await focused(page)) === wanted) return;
  }
  throw new Error(`Tab never reaches ${wanted}`);
}

describe('a resident reports a mistake, with the keyboard alone and scripts off', () => {
  it('is told what is missing, mends it, and is thanked', async () => {
    const page = await service().visit('/pl/organizacje/owhc', { scripts: false });
    await page.getByRole('link', { name: 'Zgłoś uwagę do tej strony' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/pl/zglos-uwage?page=/pl/organizacje/owhc');

    await tabTo(page, 'message');
    await page.keyboard.type('Za mało');
    await tabTo(page, 'email');
    await page.keyboard.type('anna@example.org');
    await tabTo(page, 'Wyślij uwagę');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/pl/zglos-uwage');
    expect(await page.title()).toMatch(/^Błąd: Zgłoś uwagę/);
    expect(await page.locator('[role=alert] a').allInnerTexts()).toEqual(['Wybierz, czego dotyczy uwaga', 'Napisz co najmniej 10 znaków']);
    expect(await page.locator('#message').inputValue()).toBe('Za mało');
    expect(await page.locator('#email').inputValue()).toBe('anna@example.org');

    await tabTo(page, 'Napisz co najmniej 10 znaków');
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe('message');
    await page.keyboard.press('End');
    await page.keyboard.type(', więc dopisuję resztę.');
    await page.keyboard.press('Shift+Tab');
    expect(await page.locator(':focus').getAttribute('name')).toBe('kind');
    await page.keyboard.press('Space');
    await tabTo(page, 'Wyślij uwagę');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/pl/zglos-uwage?page=/pl/organizacje/owhc&sent=1');
    expect(await page.locator('h1').innerText()).toBe('Uwaga została zapisana');
    expect(await page.getByRole('link', { name: 'Wróć na stronę, której dotyczy uwaga' }).getAttribute('href')).toBe('/pl/organizacje/owhc');
  });
});

describe('the form that comes back with errors', () => {
  it.each([
    { width: 1280, scheme: 'light' as const },
    { width: 320, scheme: 'dark' as const },
  ])('has no barriers at $width px, $scheme, and the errors have the focus', async (settings) => {
    const page = await service().visit('/en/report?page=/en/costs', settings);
    await page.getByRole('button', { name: 'Send' }).click();
    await page.waitForURL('**/en/report');
    expect(await page.locator('[role=alert]:focus').count()).toBe(1);
    expect(await barriers(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
  });
});
