import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { inject } from 'vitest';
import type { Role } from '#accounts/index.ts';
import { codeNow } from '../codes.ts';

const bundle = resolve(import.meta.dirname, '../../build/koga.js');
const run = promisify(execFile);

export type Colleague = { name: string; email: string; password: string; /** The key of their app for codes: `codeNow(key)` is what it shows. */ key: string };

/** The one-time link that `koga user invite` prints, made beside the running service as an operator does it. */
export async function invitationLink(roles: readonly Role[], email: string, place = { origin: inject('origin'), dataFolder: inject('dataFolder') }): Promise<string> {
  const env = { ...process.env, KOGA_DATA: place.dataFolder, KOGA_BASE_URL: place.origin, DATABASE_URL: '' };
  const { stdout } = await run(process.execPath, [bundle, 'user', 'invite', ...roles.flatMap((role) => ['--role', role]), '--email', email], { env });
  const link = /http\S+$/m.exec(stdout)?.[0];
  if (link === undefined) throw new Error(`no link was printed: ${stdout}`);
  return link;
}

/** Somebody new with these roles comes by an invitation, sets a password and an app for codes, and is at work in this page's browser, in Polish. */
export async function comeToWork(page: Page, roles: readonly Role[], name: string, place?: { origin: string; dataFolder: string }): Promise<Colleague> {
  const email = `${randomUUID().slice(0, 8)}@urzad.example`;
  const password = 'rejs po morzu bez burzy';
  await page.goto(await invitationLink(roles, email, place));
  await page.getByLabel('Imię i nazwisko').fill(name);
  await page.getByLabel('Hasło').fill(password);
  await page.getByRole('button', { name: 'Wejdź do biura' }).click();
  await page.getByRole('button', { name: 'Pokaż kod do zeskanowania' }).click();
  const key = (await page.locator('.kg-scan__key code').innerText()).replaceAll(/\s/g, '');
  await page.getByLabel('Sześć cyfr z aplikacji').fill(codeNow(key));
  await page.getByRole('button', { name: 'Potwierdź i włącz' }).click();
  await page.getByRole('link', { name: 'Mam zapisane, dalej' }).click();
  return { name, email, password, key };
}

/** Somebody who has been here before signs in with password and code. A code works once, so `steps` takes the next one. */
export async function signInAgain(page: Page, { email, password, key }: Colleague, origin = inject('origin'), steps = 1): Promise<void> {
  await page.goto(`${origin}/office/sign-in`);
  await page.getByLabel('Adres e-mail').fill(email);
  await page.getByLabel('Hasło').fill(password);
  await page.getByRole('button', { name: 'Zaloguj', exact: true }).click();
  await page.getByLabel('Kod z aplikacji').fill(codeNow(key, steps));
  await page.getByRole('button', { name: 'Potwierdź' }).click();
  await page.waitForURL(/\/office(?!\/sign-in)/);
}
