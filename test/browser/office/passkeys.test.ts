import { chromium, type Browser, type CDPSession, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers } from '../browser.ts';
import { startService } from '../service.ts';
import { comeToWork } from '../sign-in.ts';

const args = ['--disable-gpu', '--disable-background-networking', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];

/** A key in this page's browser that knows its owner by PIN or finger, or does not. */
async function keyIn(page: Page, isUserVerified: boolean): Promise<{ cdp: CDPSession; authenticatorId: string }> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified, automaticPresenceSimulation: true },
  });
  return { cdp, authenticatorId };
}

describe('passkeys', () => {
  let browser: Browser;
  let service: Awaited<ReturnType<typeof startService>>;
  beforeAll(async () => {
    service = await startService('localhost');
    browser = await chromium.launch({ executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium', args });
  });
  afterAll(async () => {
    await browser?.close();
    await service?.stop();
  });

  it('are added, open a session that may publish, and are removed', async () => {
    const page = await (await browser.newContext({ locale: 'pl-PL' })).newPage();
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    const { cdp, authenticatorId } = await keyIn(page, true);
    await comeToWork(page, ['publisher'], 'Klara Kluczowa', service);
    await page.goto(`${service.origin}/office/account`);
    await page.getByLabel('Nazwa klucza').fill('laptop w biurze');
    await page.getByRole('button', { name: 'Dodaj klucz dostępu' }).click();
    await page.getByText('laptop w biurze').waitFor();
    expect(await barriers(page)).toEqual([]);
    const { credentials } = await cdp.send('WebAuthn.getCredentials', { authenticatorId });
    expect(credentials).toMatchObject([{ rpId: 'localhost', isResidentCredential: true }]);

    await page.getByRole('button', { name: 'Wyloguj' }).click();
    await page.goto(`${service.origin}/office/sign-in?to=/office/account`);
    await page.getByRole('button', { name: 'Zaloguj kluczem dostępu' }).click();
    await page.waitForURL((url) => url.pathname === '/office/account');
    expect(await page.locator('main').innerText()).toContain('Ta sesja jest potwierdzona drugim składnikiem.');
    const cookies = await page.context().cookies();
    expect(cookies).toMatchObject([{ name: '__Host-koga.session_token', httpOnly: true, secure: true, sameSite: 'Lax', path: '/' }]);

    await page.getByRole('button', { name: 'Usuń klucz laptop w biurze' }).click();
    await page.getByText('Nie masz jeszcze żadnego klucza.').waitFor();
    await page.getByRole('button', { name: 'Wyloguj' }).click();
    await page.getByRole('button', { name: 'Zaloguj kluczem dostępu' }).click();
    await page.getByText('Nie udało się zalogować kluczem dostępu.').waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it('that open for whoever holds them are refused', async () => {
    const page = await (await browser.newContext({ locale: 'pl-PL' })).newPage();
    const { cdp, authenticatorId } = await keyIn(page, true);
    await comeToWork(page, ['publisher'], 'Bez Pinu', service);
    await page.goto(`${service.origin}/office/account`);
    await page.getByRole('button', { name: 'Dodaj klucz dostępu' }).click();
    await page.getByRole('button', { name: /^Usuń klucz/ }).waitFor();
    await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
    await page.getByRole('button', { name: 'Wyloguj' }).click();
    await page.getByRole('button', { name: 'Zaloguj kluczem dostępu' }).click();
    await page.getByText('Nie udało się zalogować kluczem dostępu.').waitFor();
    await page.goto(`${service.origin}/office/account`);
    expect(page.url()).toContain('/office/sign-in');
    await page.context().close();
  });
});
