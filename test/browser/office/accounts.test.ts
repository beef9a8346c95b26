import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { barriers, visitor } from '../browser.ts';
import { comeToWork, invitationLink, signInAgain } from '../sign-in.ts';

const widerThanScreen = (page: Page): Promise<number> => page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

/** No barriers and no sideways scrolling, on a desk and on a phone, in light and in dark. */
async function holds(page: Page, what: string): Promise<void> {
  for (const [width, colorScheme] of [
    [1280, 'light'],
    [360, 'dark'],
    [320, 'light'],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    expect([what, width, colorScheme, ...(await barriers(page)), await widerThanScreen(page)]).toEqual([what, width, colorScheme, 0]);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
}

describe('coming to the office', () => {
  const service = visitor();

  it('by an invitation, with a password and an app for codes, and again the next day', async () => {
    const page = await service().visit('/office');
    expect(page.url()).toContain('/office/sign-in?to=%2Foffice');
    await holds(page, 'sign-in');
    await page.goto(await invitationLink(['editor'], 'sam@urzad.example'));
    await holds(page, 'invitation');
    const colleague = await comeToWork(page, ['editor', 'publisher'], 'Maria Wydawca');
    await page.goto(`${service().origin}/office/account`);
    expect(await page.locator('main').innerText()).toContain('Ta sesja jest potwierdzona drugim składnikiem.');
    await holds(page, 'account');
    await page.getByRole('button', { name: 'Wyloguj' }).click();
    expect(await page.getByRole('status').first().innerText()).toBe('Wylogowano.');
    await signInAgain(page, colleague);
    expect(page.url()).toBe(`${service().origin}/office`);
  });

  it('works with scripts off, from the keyboard, with a pasted password', async () => {
    const page = await service().visit('/office/sign-in', { scripts: false });
    const colleague = await comeToWork(page, ['editor'], 'Bez Skryptów');
    await page.getByRole('button', { name: 'Wyloguj' }).click();
    await page.getByLabel('Adres e-mail').focus();
    await page.keyboard.insertText(colleague.email);
    await page.keyboard.press('Tab');
    await page.keyboard.insertText('nie to hasło');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    expect(await page.title()).toMatch(/^Błąd: Logowanie do biura/);
    expect(await page.getByRole('alert').innerText()).toContain('Adres e-mail albo hasło się nie zgadza.');
    expect(await page.getByLabel('Adres e-mail').inputValue()).toBe(colleague.email);
    await signInAgain(page, colleague);
  });

  it('speaks English to those who ask for it', async () => {
    const page = await service().visit('/office/sign-in');
    await page.getByRole('link', { name: 'English' }).click();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    expect(await page.getByRole('alert').innerText()).toContain('Enter your e-mail address.');
  });
});

describe('an administrator', () => {
  const service = visitor();

  it('invites somebody, gives them roles and lets them go', async () => {
    const page = await service().visit('/office/sign-in');
    await comeToWork(page, ['administrator'], 'Adam Administrator');
    await page.getByRole('link', { name: 'Osoby' }).click();
    await holds(page, 'people');
    await page.getByRole('link', { name: 'Zaproś osobę' }).click();
    await holds(page, 'new person');
    await page.getByLabel('Adres e-mail').fill('nowa@urzad.example');
    await page.getByLabel('zatwierdzający').check();
    await page.getByRole('button', { name: 'Zaproś osobę' }).click();
    expect(await page.locator('[data-one-time-link]').innerText()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/office\/invitation\/[\w-]{43}$/);
    await holds(page, 'link');
    await page.getByRole('link', { name: 'Wróć do listy osób' }).click();
    await page.getByRole('link', { name: 'nowa@urzad.example' }).click();
    await holds(page, 'person');
    expect(await page.getByLabel('zatwierdzający').isChecked()).toBe(true);
    await page.getByRole('link', { name: 'Wycofaj zaproszenie' }).click();
    await holds(page, 'withdraw');
    await page.getByRole('button', { name: 'Wycofaj zaproszenie' }).click();
    expect(await page.getByText('nowa@urzad.example').count()).toBe(0);
  });
});
