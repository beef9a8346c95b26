import { describe, expect, it } from 'vitest';
import { visitor } from '../browser.ts';

const service = visitor();
const path = (address: string): string => address.replace(/^https?:\/\/[^/]+/, '');

describe('a resident whose browser runs no scripts', () => {
  it('narrows the list of organisations, takes one filter away again, and the address says it all', async () => {
    const page = await service().visit('/pl/organizacje', { scripts: false, width: 360 });
    const all = await page.locator('tbody tr').count();
    await page
      .locator('details', { has: page.locator('select[name=status]') })
      .locator('summary')
      .first()
      .click();
    await page.locator('select[name=status]').selectOption('active');
    await page.locator('select[name=theme]').selectOption('culture');
    await page
      .locator('form', { has: page.locator('select[name=status]') })
      .getByRole('button')
      .first()
      .click();
    await page.waitForURL('**/pl/organizacje?*');
    const both = await page.locator('tbody tr').count();
    expect(path(page.url())).toMatch(/[?&]status=active&.*theme=culture/);
    expect(both).toBeLessThan(all);
    await page.locator('.kg-chip--on').first().click();
    await page.waitForURL((url) => !url.search.includes('status=active'));
    const one = await page.locator('tbody tr').count();
    expect(one).toBeGreaterThan(both);
    expect(one).toBeLessThan(all);
    await page.goBack();
    expect(await page.locator('tbody tr').count()).toBe(both);
  });

  it('pages through the change register and back', async () => {
    const page = await service().visit('/en/changes', { scripts: false });
    const first = await page.locator('main').innerText();
    await page.locator('a[rel=next]').click();
    await page.waitForURL('**/en/changes?page=2');
    expect(await page.locator('main').innerText()).not.toBe(first);
    await page.locator('main a[rel=prev]').click();
    await page.waitForURL('**/en/changes');
    expect(await page.locator('main').innerText()).toBe(first);
  });

  it('unfolds the data behind a picture, the menus and the label', async () => {
    const page = await service().visit('/pl', { scripts: false });
    const table = page.locator('figure details table').first();
    expect(await table.isVisible()).toBe(false);
    await page.locator('figure details summary').first().click();
    expect(await table.isVisible()).toBe(true);
    const label = page.locator('#metka');
    await label.locator('summary').click();
    expect(await label.locator('dt').first().isVisible()).toBe(true);
    const menu = page.locator('details', { has: page.locator('a[href="/pl/organizacje?status=active"]') }).first();
    await menu.locator('summary').click();
    await menu.locator('a[href="/pl/organizacje?status=active"]').click();
    await page.waitForURL('**/pl/organizacje?status=active');
  });

  it('searches, without letters that the keyboard lacks', async () => {
    const page = await service().visit('/pl/szukaj', { scripts: false });
    await page.locator('main input[name=q]').fill('gdanks');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/pl/szukaj?q=gdanks');
    expect(await page.locator('main').innerText()).toContain('Gdańsk');
    await page.locator('main input[name=q]').fill('lodz');
    await page.locator('main form').getByRole('button').click();
    await page.waitForURL('**/pl/szukaj?q=lodz');
    expect(await page.locator('main').innerText()).toContain('Łódź');
  });
});
