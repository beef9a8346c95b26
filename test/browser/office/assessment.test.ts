import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { amountInWords } from '#lang/numbers.ts';
import { readPdf } from '../../pdf.ts';
import { barriers, visitor } from '../browser.ts';
import { startService, type Service } from '../service.ts';
import { comeToWork } from '../sign-in.ts';

let service: Service;
beforeAll(async () => {
  service = await startService('127.0.0.1', 'nadrzecze');
}, 120_000);
afterAll(async () => service?.stop());
const browser = visitor(() => service.origin);

const cycle = '/office/assessment/ocena-2027';
const published = '/pl/ocena-korzysci/ocena-2027';

/** Typography joins one-letter words and dates. */
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const wordsOf = async (page: Page): Promise<string> => plain(await page.locator('main').innerText());
const post = (page: Page, action: string) => page.locator(`main form[action="${action}"]`);

/** Judges one criterion of a membership on its sheet, with a reason. */
async function score(page: Page, membership: string, criterion: string, from: string, to: string, reason: string): Promise<void> {
  await page.goto(`${service.origin}${cycle}/${membership}`);
  await page.locator(`#${criterion} details.kg-assess__form summary`).click();
  const form = post(page, `${cycle}/${membership}/${criterion}`);
  await form.locator('input[name="what"][value="judged"]').check();
  await form.locator('[name="from"]').fill(from);
  await form.locator('[name="to"]').fill(to);
  await form.locator('[name="reason"]').fill(reason);
  await form.locator('button[type="submit"]').click();
  await page.waitForURL(/done=saved/);
  expect(plain(await page.locator(`#${criterion}`).innerText())).toContain(reason);
}

/** Weights by swing in plain steps: how, which step first, the others beside it. */
async function weigh(page: Page, index: 'benefits' | 'asks', first: string, points: (code: string) => string): Promise<void> {
  await page.goto(`${service.origin}${cycle}/weights/0/${index}`);
  await page.locator('input[name="by"][value="swing"]').check();
  await page.locator('main button.govuk-button').click();
  await page.locator(`input[name="first"][value="${first}"]`).check();
  await page.locator('main button.govuk-button').click();
  const fields = page.locator('main form[method="post"] input.govuk-input');
  for (const field of await fields.all()) await field.fill(points((await field.getAttribute('name')) ?? ''));
  await page.locator('main form[method="post"] button.govuk-button').click();
  await page.waitForURL(/weights\?done=saved/);
}

/** Somebody else looks at a submission and publishes it. */
async function approve(page: Page, record: string): Promise<void> {
  await page.goto(`${service.origin}/office/queue`);
  await page.getByRole('link', { name: record }).first().click();
  await page.waitForURL(/\/office\/queue\/[0-9a-f-]{36}/);
  await page.locator('form[action$="/approve"]').getByLabel('Powód po polsku').fill('Sprawdzone z komórkami');
  await page.locator('form[action$="/approve"] button[type="submit"]').click();
  await page.waitForURL(/done=published/);
}

async function submit(page: Page): Promise<void> {
  await page.locator('main button[name="do"][value="submit"]').last().click();
  await page.waitForURL(/done=submitted/);
}

const assessmentPage = z.object({ summary: z.object({ city: z.object({ effects: z.object({ count: z.number() }) }) }) });
const costsPage = z.object({
  feesKnown: z.object({ known: z.number(), of: z.number() }),
  sums: z.array(z.object({ type: z.string(), currency: z.string(), sumOfKnown: z.string() })),
});

const cycleBody = z.object({ results: z.array(z.object({ membership: z.string(), indication: z.string() })), memberships: z.array(z.object({ scores: z.array(z.unknown()) })) });

/** The published cycle as everybody can take it along, without what is decided on it later. */
async function frozenText(): Promise<string> {
  const { decisions, label, ...rest } = z.record(z.string(), z.unknown()).parse(await (await fetch(`${service.origin}${published}.json`)).json());
  expect([decisions, label].every((part) => part !== undefined)).toBe(true);
  cycleBody.parse(rest);
  return JSON.stringify(rest);
}

/** `koga assess --verify`, beside the running service as an operator does it. */
async function verified(): Promise<string> {
  const env = { ...process.env, KOGA_DATA: service.dataFolder, KOGA_BASE_URL: service.origin, DATABASE_URL: '' };
  const { stdout } = await promisify(execFile)(process.execPath, [resolve(import.meta.dirname, '../../../build/koga.js'), 'assess', '--verify', 'ocena-2027'], { env });
  return stdout;
}

/** Orders a report and takes the file as soon as it is there. */
async function report(page: Page, format: 'pdf' | 'docx' | 'xlsx'): Promise<Buffer> {
  await page.goto(`${service.origin}/office/reports`);
  await page.locator('input[name="kind"][value="report"]').check();
  await page.locator(`input[name="format"][value="${format}"]`).check();
  await page.locator('form[action="/office/reports"] button[type="submit"]').click();
  const link = page.getByRole('link', { name: new RegExp(`\\.${format}$`) });
  await link.first().waitFor({ timeout: 120_000 });
  const [download] = await Promise.all([page.waitForEvent('download'), link.first().click()]);
  return readFile(await download.path());
}

describe('a year of assessment', () => {
  it('goes from an open cycle, scored by two units, to a published and decided one that nothing changes any more', { timeout: 480_000 }, async () => {
    const { visit, origin } = browser();
    const assessor = await visit('/office/sign-in');
    await comeToWork(assessor, ['assessor'], 'Alicja Oceniająca', service);
    const river = await visit('/office/sign-in');
    await comeToWork(river, ['reader'], 'Remigiusz Rzeczny', service);
    const social = await visit('/office/sign-in');
    await comeToWork(social, ['reader'], 'Sonia Społeczna', service);
    const editor = await visit('/office/sign-in');
    await comeToWork(editor, ['editor'], 'Edward Redaktor', service);
    const publisher = await visit('/office/sign-in');
    await comeToWork(publisher, ['publisher'], 'Paulina Publikująca', service);

    // Opened, and two units are asked.
    await assessor.goto(`${origin}/office/assessment`);
    expect(await assessor.locator('[name="year"]').inputValue()).toBe('2027');
    await post(assessor, '/office/assessment').locator('button').click();
    await assessor.waitForURL(`**${cycle}?done=saved`);
    await river.goto(`${origin}/office`);
    expect(await river.locator('.kg-rail nav').innerText()).not.toContain('Ocena');
    for (const [person, unit] of [
      ['Remigiusz Rzeczny', 'wydzial-srodowiska'],
      ['Sonia Społeczna', 'wydzial-spoleczny'],
    ] as const) {
      const form = post(assessor, `${cycle}/scorers`).filter({ has: assessor.locator('select') });
      await form.locator('[name="person"]').selectOption({ label: person });
      await form.locator('[name="unit"]').selectOption(unit);
      await form.locator('button').click();
      await assessor.getByRole('cell', { name: person }).waitFor();
    }

    // Each unit finds its way from the rail, and scores its own memberships and no others.
    await river.goto(`${origin}/office`);
    await river.locator('.kg-rail nav').getByRole('link', { name: 'Ocena' }).click();
    await river.getByRole('link', { name: '2027', exact: true }).click();
    await river.getByRole('link', { name: 'Miasta Rzeczne', exact: true }).click();
    await river.waitForURL(`**${cycle}/siec-miast-rzecznych`);
    await score(river, 'siec-miast-rzecznych', 'B3', '240', '280', 'Tyle godzin zapisano w kartach pracy.');
    await score(social, 'miasta-bez-barier', 'B6', '1', '', 'Sieć działa spokojnie, składki się nie zmieniają.');
    await river.goto(`${origin}${cycle}/miasta-bez-barier`);
    expect(await wordsOf(river)).toContain('Ten arkusz oceniają osoby zaproszone z komórki i oceniający.');
    expect(await barriers(river)).toEqual([]);

    // Weights by swing.
    await weigh(assessor, 'benefits', 'V3', (code) => (code === 'V4' ? '80' : '50'));
    await weigh(assessor, 'asks', 'B1', (code) => (code === 'B3' ? '70' : '40'));
    expect(await wordsOf(assessor)).toContain('z kroków');

    // The result is looked at before anything is closed.
    await assessor.goto(`${origin}${cycle}/check`);
    await post(assessor, `${cycle}/check`).locator('button[value="run"]').click();
    await assessor.getByRole('button', { name: 'Policz jeszcze raz' }).waitFor({ timeout: 60_000 });
    expect(await wordsOf(assessor)).toContain('Brak danych nie oznacza braku korzyści.');

    // Checked, closed, handed in; somebody else publishes.
    await assessor.goto(`${origin}${cycle}`);
    await assessor.locator('button[name="do"][value="check"]').click();
    await assessor.locator('button[name="do"][value="close"]').click();
    await assessor.locator('button[name="do"][value="submit"], main [role="alert"]').first().waitFor({ timeout: 120_000 });
    expect(await assessor.locator('main [role="alert"]').allInnerTexts()).toEqual([]);
    await assessor.locator('button[name="do"][value="submit"]').click();
    await assessor.waitForURL(/done=submitted/);
    expect((await fetch(`${origin}${published}`)).status).toBe(404);
    await approve(publisher, 'ocena korzyści za rok 2027');
    const before = await frozenText();

    // The public page says it in words and leads to the effects.
    const resident = await visit('/pl/ocena-korzysci');
    const said = await wordsOf(resident);
    expect(said).toContain('To nie jest ocena organizacji ani stanowisko Rady Miasta.');
    expect(said).toContain('2027');
    const rivers = plain(await resident.locator('article.kg-answer', { hasText: 'Miasta Rzeczne' }).innerText());
    expect(rivers).toContain('Korzyści');
    expect(rivers).toMatch(/\d+ na 100|\d+ losowań/);
    await resident
      .locator('article.kg-answer', { hasText: 'Miasta Rzeczne' })
      .getByRole('link', { name: /efekty/i })
      .click();
    await resident.waitForURL(/siec-miast-rzecznych/);
    expect(await wordsOf(resident)).toContain('Miasta Rzeczne');

    // Decided on what the cycle points to; the form knows the membership, the cycle and the figures.
    await editor.goto(`${origin}${cycle}/check`);
    await editor.getByRole('button', { name: 'Zapisz rozstrzygnięcie: Transport Wodny' }).click();
    await editor.waitForURL(/\/office\/drafts\//);
    expect(await editor.locator('main [name="membership"]').inputValue()).toBe('forum-transportu-wodnego');
    expect(await editor.locator('main [name="assessment"]').inputValue()).toBe('ocena-2027');
    const reason = await editor.locator('main [name="reason.pl"]').inputValue();
    expect(reason).toContain('Ocena za rok 2027');
    await editor.locator('main [name="reason.pl"]').fill(`${reason} Zarząd Transportu zgłosił miasto do grupy o przystaniach.`);
    await editor.locator('main [name="course"]').selectOption('keep');
    await editor.locator('main [name="decidedBy"]').selectOption('mayor');
    await submit(editor);
    await approve(publisher, 'rozstrzygnięcie: utrzymać');
    await resident.goto(`${origin}${published}`);
    const decided = plain(await resident.locator('article.kg-answer', { hasText: 'Transport Wodny' }).innerText());
    expect(decided).toContain('Zarząd Transportu zgłosił miasto do grupy o przystaniach.');
    await editor.goto(`${origin}${cycle}/check`);
    expect(await editor.getByRole('button', { name: 'Zapisz rozstrzygnięcie: Transport Wodny' }).count()).toBe(0);

    // A fee is corrected later: today's figures change, the published cycle does not, and it still comes out the same.
    await editor.goto(`${origin}/office/records/ask/siec-miast-rzecznych-fee-2026`);
    await editor.locator('form[action$="/draft"] button').first().click();
    await editor.waitForURL(/\/office\/drafts\//);
    await editor.locator('main [name="amount"]').fill('12000');
    await submit(editor);
    await approve(publisher, 'składka');
    expect(await (await fetch(`${origin}/pl/koszty.json`)).text()).toContain('"12000"');
    expect(await frozenText()).toBe(before);
    expect(await verified()).toContain('ocena-2027: the results of 12 memberships come out the same.');

    // The report to the council, in three formats, with the figures of the pages.
    const pdf = await report(editor, 'pdf');
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    const read = readPdf(pdf);
    expect(read.accessible).toBe('1');
    const { summary } = assessmentPage.parse(await (await fetch(`${origin}/pl/ocena-korzysci.json`)).json());
    const { feesKnown, sums } = costsPage.parse(await (await fetch(`${origin}/pl/koszty.json`)).json());
    const text = plain(read.text);
    expect(text).toContain(`Udokumentowane efekty ${summary.city.effects.count} `);
    expect(text).toContain(`Organizacje ze znaną składką ${feesKnown.known} z ${feesKnown.of} `);
    const euros = sums.find(({ type, currency }) => type === 'fee' && currency === 'EUR');
    expect(text).toContain(`EUR ${plain(amountInWords(euros?.sumOfKnown ?? '', 'EUR', 'pl'))}`);
    expect(text).toContain('Ocena korzyści za rok 2026');
    for (const format of ['docx', 'xlsx'] as const) expect((await report(editor, format)).subarray(0, 4)).toEqual(Buffer.from([0x50, 0x4b, 3, 4]));
  });
});
