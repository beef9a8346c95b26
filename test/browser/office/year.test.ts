import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { writeXlsx } from '../../../src/office/spreadsheets/files/write-xlsx.ts';
import { visitor } from '../browser.ts';
import { comeToWork } from '../sign-in.ts';

const browser = visitor();

/** Types into fields by their names; selects choose by value. */
async function fill(page: Page, values: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const field = page.locator(`main [name="${name}"]`);
    if ((await field.evaluate((element) => element.tagName)) === 'SELECT') await field.selectOption(value);
    else await field.fill(value);
  }
}

/** Adds a row to a list of the form; the page comes back with the row. */
async function addRow(page: Page, list: string, field: string): Promise<void> {
  await page.locator(`main button[name="do"][value="add:${list}"]`).click();
  await page.locator(`main [name="${field}"]`).waitFor({ state: 'attached' });
}

async function submit(page: Page): Promise<void> {
  await page.locator('main button[name="do"][value="submit"]').last().click();
  await page.waitForURL(/done=submitted/);
}

/** Typography joins one-letter words and dates. */
const wordsOf = async (page: Page): Promise<string> => (await page.locator('main').innerText()).replaceAll('\u00a0', ' ');

const source = { 'sources.0.url': 'https://rejs.example/o-nas', 'sources.0.title': 'O nas' };

/** Looks at what a submission changes, and approves it. */
async function approve(page: Page, origin: string, record: string, expected: string): Promise<void> {
  await page.goto(`${origin}/office/queue`);
  await page.getByRole('link', { name: record }).first().click();
  await page.waitForURL(/\/office\/queue\/[0-9a-f-]{36}/);
  expect(await wordsOf(page)).toContain(expected);
  await page.locator('form[action$="/approve"]').getByLabel('Powód po polsku').fill('Z protokołu walnego zebrania');
  await page.locator('form[action$="/approve"] button[type="submit"]').click();
  await page.waitForURL(/done=published/);
}

/** Gives a submission back to its author. */
async function sendBack(page: Page, origin: string, record: string, reason: string): Promise<void> {
  await page.goto(`${origin}/office/queue`);
  await page.getByRole('link', { name: record }).first().click();
  await page.waitForURL(/\/office\/queue\/[0-9a-f-]{36}/);
  await page.locator('form[action$="/return"] textarea').fill(reason);
  await page.locator('form[action$="/return"] button[type="submit"]').click();
  await page.waitForURL(/done=returned/);
}

/** Reads a spreadsheet in, as it lies on somebody's disk, and hands in what it holds. */
async function readIn(page: Page, origin: string, name: string, rows: (string | number)[][]): Promise<void> {
  const buffer = await writeXlsx([{ name, rows, headRows: 1, widths: [] }]);
  await page.goto(`${origin}/office/spreadsheets`);
  await page.locator('#file').setInputFiles({ name: `${name}.xlsx`, mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer });
  await page.locator('form[enctype] button[type="submit"]').click();
  // The page asks again by itself until the file has been checked, and again until its records are written.
  await page.getByRole('button', { name: 'Wczytaj 1 zapis' }).click({ timeout: 30_000 });
  await page.getByRole('link', { name: 'Zobacz kolejkę do publikacji' }).click({ timeout: 30_000 });
  await page.waitForURL(/view=mine/);
}

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const textOf = async (page: Page, path: string): Promise<string> => {
  await page.goto(path);
  return wordsOf(page);
};

describe('the office’s year', () => {
  it('goes from an invitation to a published membership, a return, and a restored revision', { timeout: 240_000 }, async () => {
    const { visit, origin } = browser();
    const desk = await visit('/office/sign-in');
    await comeToWork(desk, ['administrator'], 'Anna Administratorka');
    const editor = await visit('/office/sign-in');
    await comeToWork(editor, ['editor'], 'Edward Redaktor');
    const publisher = await visit('/office/sign-in');
    await comeToWork(publisher, ['publisher'], 'Paulina Publikująca');
    await desk.goto(`${origin}/office/people`);
    expect(await desk.locator('main').innerText()).toContain('Edward Redaktor');

    // A new organisation, with its source.
    await editor.goto(`${origin}/office/records/organisation/new`);
    await addRow(editor, 'sources', 'sources.0.url');
    await fill(editor, {
      ...source,
      'name.pl': 'Rejs Testowy Miast',
      'name.en': 'Test Voyage of Cities',
      'shortName.pl': 'Rejs Testowy',
      'shortName.en': 'Test Voyage',
      'summary.pl': 'Miasta pływają razem.',
      'summary.en': 'Cities sail together.',
      'description.pl': 'Co roku miasta wypływają razem w morze.',
      'description.en': 'Every year cities put to sea together.',
      kind: 'network',
      scope: 'european',
      'founded.0.value': '2001-05',
    });
    await editor.locator('main input[type="checkbox"][value="culture"]').check();
    await submit(editor);
    await approve(publisher, origin, 'Rejs Testowy', 'Miasta pływają razem.');

    const page = await visit('/pl/organizacje/rejs-testowy-miast');
    expect(await page.locator('h1').innerText()).toContain('Rejs Testowy Miast');
    await page.locator('#metka summary').click();
    const label = await page.locator('#metka').innerText();
    expect(label).toContain('Edward Redaktor');
    expect(label).toContain('Paulina Publikująca');
    expect(await (await fetch(`${origin}/pl/organizacje/rejs-testowy-miast.json`)).text()).toContain('Test Voyage of Cities');
    expect(await (await fetch(`${origin}/pl/rejestr-zmian.atom`)).text()).toContain('Rejs Testowy');
    expect(await textOf(page, `${origin}/pl/rejestr-zmian`)).toContain('Z protokołu walnego zebrania');

    // Its resolution, and the membership with its steps.
    await editor.goto(`${origin}/office/records/act/new`);
    await addRow(editor, 'sources', 'sources.0.url');
    await fill(editor, {
      ...source,
      type: 'resolution',
      'body.0.value': 'council',
      'number.0.value': 'LX/777/26',
      'date.0.value': '2026-03-18',
      'title.pl': 'Przystąpienie do Rejsu Testowego',
      'title.en': 'Joining the Test Voyage',
    });
    await submit(editor);
    await approve(publisher, origin, 'LX/777/26', 'Przystąpienie do Rejsu Testowego');
    const act = (await (await fetch(`${origin}/pl/uchwaly.json?q=LX%2F777%2F26`)).text()).match(/"slug":"([a-z0-9-]*777[a-z0-9-]*)"/)?.[1] ?? '';
    expect(act).not.toBe('');

    await editor.goto(`${origin}/office/records/membership/new`);
    for (const row of [0, 1, 2]) await addRow(editor, 'steps', `steps.${row}.kind`);
    await fill(editor, {
      organisation: 'rejs-testowy-miast',
      period: '1',
      'holder.kind': 'city',
      'holder.name.pl': 'Gmina Miejska Kraków',
      character: 'network-or-programme',
      decidedBy: 'council',
      basis: 'council-resolution',
      category: 'full',
      'belonging.0.value': '2026-06-01/..',
      'engagement.level': 'active',
      'consent.state': 'required',
      'consent.reason': 'international-association',
      'steps.0.kind': 'council-resolution',
      'steps.0.date.0.value': '2026-03-18',
      'steps.0.act': act,
      'steps.1.kind': 'minister-consent',
      'steps.1.date.0.value': '2026-05-04',
      'steps.2.kind': 'acceptance',
      'steps.2.date.0.value': '2026-06-01',
    });
    await submit(editor);
    const membership = /membership\/([a-z0-9-]+)/.exec(editor.url())?.[1] ?? '';
    await approve(publisher, origin, 'Rejs Testowy', '1 czerwca 2026');
    const member = await textOf(page, `${origin}/pl/organizacje/rejs-testowy-miast`);
    expect(member).toContain('Członkostwo czynne');
    expect(member).toContain('LX/777/26');

    // A fee and an office come from spreadsheets: the one with names of the register, the other with words of people.
    const due = inDays(20);
    await readIn(editor, origin, 'Składki', [
      ['membership', 'type', 'year', 'amount', 'currency', 'dueOn', 'plannedAmount', 'budgetClassification'],
      [membership, 'fee', Number(due.slice(0, 4)), '1500', 'EUR', due, '1600', '750/75075/4540'],
    ]);
    await approve(publisher, origin, 'składka', '750/75075/4540');
    expect(await textOf(page, `${origin}/pl/koszty`)).toContain('1 500 EUR');
    expect(await textOf(editor, `${origin}/office/fees?year=${due.slice(0, 4)}`)).toMatch(/750\/75075\/4540\s+1 600 EUR/);
    expect(await textOf(editor, `${origin}/office?show=dated`)).toContain('1 500 EUR');

    // Its term ends soon: somebody must see to it.
    await readIn(editor, origin, 'Funkcje', [
      ['Organizacja', 'role.pl', 'role.en', 'level', 'holder.kind', 'holder.name.pl', 'term'],
      ['rejs-testowy-miast', 'sternik rejsu', 'helm of the voyage', 'board', 'city', 'Miasto', `2026-06/${inDays(60).slice(0, 7)}`],
    ]);
    await approve(publisher, origin, 'sternik rejsu', 'sternik rejsu');
    expect(await textOf(editor, `${origin}/office?show=dated`)).toContain('sternik rejsu');

    // An amendment goes back with a reason, is mended and published; then the first revision is restored.
    await editor.goto(`${origin}/office/records/organisation/rejs-testowy-miast`);
    await editor.locator('form[action$="/draft"] button').first().click();
    await editor.waitForURL(/\/office\/drafts\//);
    await fill(editor, { 'summary.pl': 'Miasta pływają razem po rzekach.' });
    await submit(editor);
    await sendBack(publisher, origin, 'Rejs Testowy', 'Po morzach, nie po rzekach.');
    expect(await textOf(editor, `${origin}/office?show=mine`)).toContain('Rejs Testowy');
    await editor.goto(`${origin}/office/queue?view=returned`);
    expect(await editor.locator('main').innerText()).toContain('Po morzach, nie po rzekach.');
    await editor.goto(`${origin}/office/records/organisation/rejs-testowy-miast`);
    await editor.locator('a[href^="/office/drafts/"], form[action$="/draft"] button').first().click();
    await editor.waitForURL(/\/office\/drafts\//);
    await fill(editor, { 'summary.pl': 'Miasta pływają razem po morzach.' });
    await submit(editor);
    await approve(publisher, origin, 'Rejs Testowy', 'po morzach');
    expect(await textOf(page, `${origin}/pl/organizacje/rejs-testowy-miast`)).toContain('Miasta pływają razem po morzach.');

    await editor.goto(`${origin}/office/records/organisation/rejs-testowy-miast`);
    await editor.locator('a[href^="/office/queue/restore/"]').last().click();
    await editor.locator('main [name="whyPl"]').fill('Poprzedni opis był trafniejszy');
    await editor.locator('form[action*="/restore/"] button[type="submit"]').click();
    await editor.waitForURL(/done=submitted/);
    await approve(publisher, origin, 'Rejs Testowy', 'Miasta pływają razem.');
    expect(await textOf(page, `${origin}/pl/organizacje/rejs-testowy-miast`)).toContain('Miasta pływają razem.');
    expect(await textOf(page, `${origin}/pl/historia/organisations/rejs-testowy-miast`)).toMatch(/wersja 4/i);
  });
});
