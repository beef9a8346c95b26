import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime, { type Email } from 'postal-mime';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { addJob } from '#jobs/index.ts';
import { readConfig } from '../../../src/config.ts';
import { openStore } from '../../../src/store.ts';
import { pdf } from '../../applications.ts';
import { barriers, visitor } from '../browser.ts';
import { startService, type Service } from '../service.ts';
import { comeToWork } from '../sign-in.ts';

let service: Service;
beforeAll(async () => {
  service = await startService('127.0.0.1', 'nadrzecze');
}, 120_000);
afterAll(async () => service?.stop());
const browser = visitor(() => service.origin);

const offer = 'nagroda-przepraw';
const day = (inDays: number): string => new Date(Date.now() + inDays * 86_400_000).toISOString().slice(0, 10);
/** Typography joins one-letter words and dates. */
const wordsOf = async (page: Page): Promise<string> => (await page.locator('main').innerText()).replaceAll(/[\u00a0\u202f]/g, ' ');
const paper = (name: string) => ({ name, mimeType: 'application/pdf', buffer: pdf });

/** The mails that lie there for an address, the latest last. */
async function mailsTo(email: string): Promise<Email[]> {
  const folder = join(service.dataFolder, 'outbox');
  const files = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.eml')).toSorted();
  const mails = await Promise.all(files.map(async (name) => PostalMime.parse(await readFile(join(folder, name)))));
  return mails.filter((mail) => mail.to?.some((one) => one.address === email));
}

/** Waits for a mail to an address that says this. */
async function mailAbout(email: string, words: string): Promise<Email> {
  const said = async (): Promise<Email | undefined> => (await mailsTo(email)).findLast(({ subject, text }) => `${subject}\n${text}`.includes(words));
  await expect.poll(said, { timeout: 30_000, message: `a mail to ${email} that says ${words}` }).toBeDefined();
  const found = await said();
  if (found === undefined) throw new Error(`the mail to ${email} is gone again`);
  return found;
}

const linkIn = (mail: Email, path: string): string => {
  const link = mail.text?.match(/http\S+/g)?.find((one) => one.includes(path));
  if (link === undefined) throw new Error(`no ${path} in: ${mail.text ?? ''}`);
  return link;
};

/** The first night after subscribing goes by: the same job as the service adds at four in the morning, whatever the hour of this test. */
async function letANightGoBy(): Promise<void> {
  const config = readConfig({ ...process.env, DATABASE_URL: '', KOGA_DATA: service.dataFolder });
  if (!config.ok) throw new Error(config.detail);
  const store = await openStore(config.value, () => undefined);
  if (!store.ok) throw new Error(store.detail);
  const now = new Date();
  await store.value.db.write(async (tx) => {
    await tx
      .updateTable('subscribers')
      .set({ lookedOn: day(-2) })
      .execute();
    await addJob(tx, { name: 'offer notifications', payload: { at: now.toISOString(), after: null }, runAt: now });
  });
  await store.value.close();
}

async function fill(page: Page, values: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const field = page.locator(`main [name="${name}"]`);
    if ((await field.evaluate((element) => element.tagName)) === 'SELECT') await field.selectOption(value);
    else await field.fill(value);
  }
}

async function submit(page: Page): Promise<void> {
  await page.locator('main button[name="do"][value="submit"]').last().click();
  await page.waitForURL(/done=submitted/);
}

/** Somebody else looks at a submission and publishes it. */
async function approve(page: Page, record: string): Promise<void> {
  await page.goto(`${service.origin}/office/queue`);
  await page.getByRole('link', { name: record }).first().click();
  await page.waitForURL(/\/office\/queue\/[0-9a-f-]{36}/);
  await page.locator('form[action$="/approve"]').getByLabel('Powód po polsku').fill('Sprawdzone z ogłoszeniem');
  await page.locator('form[action$="/approve"] button[type="submit"]').click();
  await page.waitForURL(/done=published/);
}

type Institution = { name: string; kind: string; email: string; person: string };

/** From wherever somebody is asked who they are: registers, and comes back by the link of the letter. */
async function register(page: Page, { name, kind, email, person }: Institution): Promise<void> {
  const form = page.locator('main form', { has: page.locator('[name="contactName"]') });
  await form.locator('[name="name"]').fill(name);
  await form.locator('[name="kind"]').selectOption(kind);
  await form.locator('[name="contactName"]').fill(person);
  await form.locator('[name="email"]').fill(email);
  await form.locator('[name="consent"]').check();
  await form.getByRole('button', { name: 'Zarejestruj', exact: true }).click();
  await page.waitForURL(/\/rejestracja\/wyslano/);
  await page.goto(linkIn(await mailAbout(email, 'Potwierdź rejestrację'), '/odsylacz/'));
  await page.getByRole('button', { name: 'Potwierdź i zaloguj się' }).click();
}

/** Fills the form of the call in and sends it; answers the address of the application. */
async function apply(page: Page, { project, visitors }: { project: string; visitors: string }): Promise<string> {
  await page.getByRole('button', { name: 'Rozpocznij zgłoszenie' }).click();
  await page.waitForURL(/\/zgloszenia\/[0-9a-f-]{36}/);
  const address = page.url().replace(/\?.*/, '');
  await page.getByLabel('Nazwa projektu').fill(project);
  await page.getByLabel('Spodziewana liczba widzów').fill(visitors);
  await page.getByLabel('Opis projektu').setInputFiles(paper('opis.pdf'));
  await page.getByLabel('Projekt jest nasz').check();
  await page.getByRole('button', { name: 'Wyślij zgłoszenie' }).click();
  await page.waitForURL(/done=sent/);
  return address;
}

/** A new institution applies by itself. */
async function applyAs(page: Page, institution: Institution, given: { project: string; visitors: string }): Promise<string> {
  await page.getByRole('link', { name: 'Zarejestruj instytucję' }).first().click();
  await register(page, institution);
  return apply(page, given);
}

const officeOf = (address: string): string => `${service.origin}/office/applications/${address.split('/').at(-1) ?? ''}`;

/** Takes one step with an application, with what it needs. */
async function step(page: Page, address: string, to: string, given: Record<string, string> = {}, document?: ReturnType<typeof paper>): Promise<void> {
  await page.goto(officeOf(address));
  const way = page.locator('details.kg-way', { has: page.locator(`input[name="to"][value="${to}"]`) });
  if ((await way.getAttribute('open')) === null) await way.locator('summary').click();
  for (const [name, value] of Object.entries(given)) await way.locator(`[name="${name}"]`).fill(value);
  if (document !== undefined) await way.locator('[name="document"]').setInputFiles(document);
  await way.locator('button[type="submit"]').click();
  await page.waitForURL(/done=saved/);
}

/** One person's points for both criteria, with reasons. */
async function score(page: Page, address: string, points: readonly [string, string]): Promise<void> {
  await page.goto(officeOf(address));
  const form = page.locator('form[action$="/score"]');
  for (const [index, name] of ['k1', 'k2'].entries()) {
    await form.locator(`[name="points.${name}"]`).fill(points[index] ?? '');
    await form.locator(`[name="reason.${name}"]`).fill('Dobrze opisany i blisko rzeki.');
  }
  await form.locator('button[type="submit"]').click();
  await page.waitForURL(/done=saved/);
}

/** Adds a part to the form of the call. */
async function addPart(page: Page, slug: string, kind: string, label: string, more: Record<string, string> = {}): Promise<void> {
  await page.goto(`${service.origin}/office/offers/${slug}/form/new?kind=${kind}`);
  await fill(page, { 'label.pl': label, ...more });
  await page.locator('main form button[type="submit"]').click();
  await page.waitForURL(/\/form\?done=saved/);
}

/** A call of an organisation that the city belongs to, with a deadline of the city before the organiser's own: entered by one, published by another. */
async function publishCall(coordinator: Page, publisher: Page, title: string, titleEn: string): Promise<void> {
  await coordinator.goto(`${service.origin}/office/records/offer/new`);
  await coordinator.locator('main button[name="do"][value="add:sources"]').click();
  await coordinator.locator('main [name="sources.0.url"]').waitFor({ state: 'attached' });
  await fill(coordinator, {
    'title.pl': title,
    'title.en': titleEn,
    organisation: 'siec-miast-rzecznych',
    type: 'award',
    'gives.pl': 'Dziesięć tysięcy euro na wystawę.',
    'gives.en': 'Ten thousand euros for an exhibition.',
    opens: day(-3),
    'deadline.date': day(60),
    'deadline.zone': 'Europe/Berlin',
    'cityDeadline.date': day(20),
    'cityDeadline.time': '15:00',
    'cityDeadline.zone': 'Europe/Warsaw',
    quota: '1',
    url: 'https://siec-miast-rzecznych.example/nagroda-przepraw',
    'intermediary.needed': 'yes',
    'intermediary.reason.pl': 'Miasto wybiera i zgłasza jeden projekt.',
    'intermediary.reason.en': 'The city chooses and enters one project.',
    'intermediary.basis': 'stated',
    'sources.0.url': 'https://siec-miast-rzecznych.example/nagroda-przepraw',
    'sources.0.title': title,
  });
  await coordinator.locator('main input[name="themes"][value="heritage"]').check();
  await coordinator.locator('main input[name="audiences"][value="culture"]').check();
  await submit(coordinator);
  await approve(publisher, title);
}

/** A form of four kinds of question, with two criteria. */
async function composeForm(coordinator: Page, slug: string): Promise<void> {
  await addPart(coordinator, slug, 'text', 'Nazwa projektu', { 'label.en': 'Name of the project', maxLength: '120' });
  await addPart(coordinator, slug, 'number', 'Spodziewana liczba widzów', { 'label.en': 'Visitors expected', min: '1' });
  await addPart(coordinator, slug, 'file', 'Opis projektu', { 'label.en': 'Description of the project' });
  await addPart(coordinator, slug, 'declaration', 'Projekt jest nasz', { 'label.en': 'The project is ours' });
  await addPart(coordinator, slug, 'criterion', 'Jakość', { 'label.en': 'Quality', points: '10' });
  await addPart(coordinator, slug, 'criterion', 'Związek z rzeką', { 'label.en': 'Bond with the river', points: '5' });
}

const figures = z.object({ applications: z.object({ total: z.object({ applied: z.number(), won: z.number() }) }) });

const museum = { name: 'Muzeum Promu', kind: 'museum', email: 'nabory@muzeum-promu.example', person: 'Dział projektów' };

describe('an offer for local institutions', () => {
  it('goes from a new call in a mail to a won application, an effect in public, and figures that outlive the account', { timeout: 300_000 }, async () => {
    const { visit, origin } = browser();
    const before = figures.parse(await (await fetch(`${origin}/pl/oferty/liczby.json`)).json()).applications.total;
    const applicant = await visit('/pl/powiadomienia');

    // Asked for by mail, and only then sent.
    await fill(applicant, { email: museum.email, theme: 'heritage' });
    await applicant.getByRole('button', { name: 'Wyślij odsyłacz do potwierdzenia' }).click();
    await applicant.waitForURL(/\/powiadomienia\/wyslano/);
    await applicant.goto(linkIn(await mailAbout(museum.email, '/powiadomienia/potwierdz/'), '/powiadomienia/potwierdz/'));
    await applicant.getByRole('button', { name: 'Potwierdzam, włącz powiadomienia' }).click();
    await applicant.waitForURL(/done=subscribed/);

    // A new call, entered by one and published by another.
    const coordinator = await visit('/office/sign-in');
    await comeToWork(coordinator, ['editor', 'offers-coordinator'], 'Krystyna Koordynująca', service);
    const publisher = await visit('/office/sign-in');
    await comeToWork(publisher, ['publisher'], 'Paulina Publikująca', service);
    const scorer = await visit('/office/sign-in');
    await comeToWork(scorer, ['reader'], 'Jan Oceniający', service);
    await publishCall(coordinator, publisher, 'Nagroda Przepraw', 'The Crossings Award');

    // The form of the call, opened by whoever coordinates it.
    await coordinator.goto(`${origin}/office/offers/${offer}`);
    await coordinator.getByRole('button', { name: 'Przejmij ofertę' }).click();
    await coordinator.waitForURL(/done=saved/);
    await composeForm(coordinator, offer);
    await coordinator.goto(`${origin}/office/offers/${offer}`);
    for (const name of ['Paulina Publikująca', 'Jan Oceniający']) {
      await coordinator.locator('#scorers-person').selectOption({ label: name });
      await coordinator
        .locator('form', { has: coordinator.locator('#scorers-person') })
        .getByRole('button', { name: 'Dodaj' })
        .click();
      await coordinator.getByRole('button', { name: `Usuń: ${name}` }).waitFor();
    }
    await coordinator.getByRole('button', { name: 'Otwórz zgłoszenia' }).click();
    await coordinator.getByText('Teraz przyjmujemy zgłoszenia.').waitFor();

    // The mail brings it; from there the museum registers and applies against the city's own deadline.
    await letANightGoBy();
    const digest = await mailAbout(museum.email, `/pl/oferty/${offer}`);
    expect(digest.headers.find(({ key }) => key === 'list-unsubscribe-post')?.value).toBe('List-Unsubscribe=One-Click');
    await applicant.goto(linkIn(digest, `/pl/oferty/${offer}`));
    expect(await wordsOf(applicant)).toContain('15:00');
    await applicant.locator(`main a[href="/pl/oferty/${offer}/zgloszenie"]`).first().click();
    await applicant.getByRole('link', { name: 'Zarejestruj instytucję' }).first().click();
    await register(applicant, museum);
    await applicant.waitForURL(new RegExp(`/oferty/${offer}/zgloszenie`));
    expect(await barriers(applicant)).toEqual([]);
    const own = await apply(applicant, { project: 'Prom, który łączył brzegi', visitors: '12 000' });
    await mailAbout(museum.email, 'Zgłoszenie dotarło do urzędu');

    // Two others.
    const library = await visit(`/pl/oferty/${offer}/zgloszenie`);
    const second = await applyAs(
      library,
      { name: 'Biblioteka na Barce', kind: 'library', email: 'barka@biblioteka.example', person: 'Czytelnia' },
      { project: 'Książki płyną', visitors: '900' },
    );
    const school = await visit(`/pl/oferty/${offer}/zgloszenie`);
    const third = await applyAs(
      school,
      { name: 'Szkoła nad Przystanią', kind: 'school', email: 'sekretariat@szkola.example', person: 'Sekretariat' },
      { project: 'Mosty z klocków', visitors: '150' },
    );
    // Somebody else's application is not there.
    expect((await library.goto(own))?.status()).toBe(404);

    // Checked; the museum is asked to amend, and does.
    await coordinator.goto(`${origin}/office/offers/${offer}`);
    expect(await wordsOf(coordinator)).toContain('Muzeum Promu');
    await step(coordinator, own, 'to-amend', { day: day(10), reason: 'Podaj w nazwie projektu, o którą przeprawę chodzi.' });
    await applicant.goto(linkIn(await mailAbout(museum.email, 'Zgłoszenie wymaga uzupełnienia'), '/zgloszenia/'));
    expect(await wordsOf(applicant)).toContain('Podaj w nazwie projektu, o którą przeprawę chodzi.');
    await applicant.getByLabel('Nazwa projektu').fill('Prom na Starej Przeprawie');
    await applicant.getByText(/^Zapisano o /).waitFor();
    await applicant.getByRole('button', { name: 'Wyślij ponownie' }).click();
    await applicant.waitForURL(/done=sent/);
    for (const address of [own, second, third]) await step(coordinator, address, 'checked');
    expect(await wordsOf(coordinator)).not.toContain('Muzeum Promu');
    await coordinator.goto(officeOf(own));
    expect(await wordsOf(coordinator)).toContain('Prom na Starej Przeprawie');

    // Two people judge; nobody sees another's points before their own.
    await score(scorer, own, ['9', '5']);
    await publisher.goto(officeOf(own));
    expect(await wordsOf(publisher)).toContain('Oceny innych osób zobaczysz, gdy zapiszesz własną.');
    await score(publisher, own, ['8', '5']);
    for (const address of [second, third]) for (const person of [scorer, publisher]) await score(person, address, ['5', '3']);
    await coordinator.goto(`${origin}/office/offers/${offer}`);
    expect(await coordinator.getByRole('row', { name: 'Muzeum Promu' }).innerText()).toContain('13,5');

    // One within the quota, and no second one.
    await step(coordinator, own, 'chosen');
    await coordinator.goto(officeOf(second));
    await coordinator.locator('details.kg-way', { hasText: 'Wybierz zgłoszenie' }).locator('summary').click();
    await coordinator.getByRole('button', { name: 'Wybierz zgłoszenie', exact: true }).click();
    await coordinator.getByText('Miasto wykorzystało już wszystkie miejsca').waitFor();
    for (const address of [second, third]) await step(coordinator, address, 'not-chosen', { reason: 'Miasto może przekazać jedno zgłoszenie.' });
    await step(coordinator, own, 'endorsed', { signedBy: 'Prezydent Nadrzecza' }, paper('poparcie.pdf'));
    await step(coordinator, own, 'passed-on');
    await step(coordinator, own, 'won');
    await applicant.goto(linkIn(await mailAbout(museum.email, 'Zgłoszenie wygrało'), '/zgloszenia/'));
    expect(await wordsOf(applicant)).toContain('poparcie.pdf');
    expect(await wordsOf(applicant)).not.toMatch(/Paulina|Jan Oceniający/);

    // One click makes the effect; it is completed, and published by another.
    await coordinator.goto(officeOf(own));
    await coordinator.getByRole('button', { name: 'Utwórz efekt do rejestru' }).click();
    await coordinator.waitForURL(/\/office\/drafts\//);
    await fill(coordinator, { area: 'heritage', level: 'output' });
    await coordinator.locator('main [name="measurable"][value="true"]').check();
    await submit(coordinator);
    await approve(publisher, 'Nagroda Przepraw');
    const resident = await visit('/pl/organizacje/siec-miast-rzecznych');
    expect(await wordsOf(resident)).toContain('Wygrane zgłoszenie z miasta: Nagroda Przepraw');
    await resident.goto(`${origin}/pl/dlaczego-warto`);
    expect(await wordsOf(resident)).toContain('Wygrane zgłoszenie z miasta: Nagroda Przepraw');
    await resident.goto(`${origin}/pl/oferty/liczby`);
    const [applied, won] = [String(before.applied + 3), String(before.won + 1)];
    expect(await wordsOf(resident)).toMatch(new RegExp(`Przez urząd wpłynęł[oy] ${applied} zgłosze(nia|ń), z tego wygrane: ${won}\\.`));
    expect(await barriers(resident)).toEqual([]);

    // The museum leaves. What was counted stays counted; who it was is gone.
    await applicant.goto(`${origin}/pl/instytucja/usun`);
    await applicant.locator('main form[action$="/instytucja/usun"] button').click();
    await applicant.waitForURL(/done=institutionErased/);
    for (const place of [officeOf(own), `${origin}/office/offers/${offer}`, `${origin}/office/institutions`]) {
      await coordinator.goto(place);
      const said = await coordinator.locator('body').innerText();
      expect(said).not.toContain('Muzeum Promu');
      expect(said).not.toContain(museum.email);
    }
    expect((await applicant.goto(own))?.url()).toContain('/logowanie');
    // Not asked for before, so what it says was counted after the museum had left.
    await resident.goto(`${origin}/en/offers/figures`);
    expect(await wordsOf(resident)).toMatch(new RegExp(`${applied} applications have come in through the city office, and ${won} of them ha(s|ve) won\\.`));
  });

  it('is applied for on a telephone whose browser runs no scripts', { timeout: 200_000 }, async () => {
    const { visit, origin } = browser();
    const coordinator = await visit('/office/sign-in');
    await comeToWork(coordinator, ['editor', 'offers-coordinator'], 'Kamila Koordynująca', service);
    const publisher = await visit('/office/sign-in');
    await comeToWork(publisher, ['publisher'], 'Piotr Publikujący', service);
    await publishCall(coordinator, publisher, 'Konkurs Bez Skryptów', 'A Contest without Scripts');
    await coordinator.goto(`${origin}/office/offers/konkurs-bez-skryptow`);
    await coordinator.getByRole('button', { name: 'Przejmij ofertę' }).click();
    await coordinator.waitForURL(/done=saved/);
    await composeForm(coordinator, 'konkurs-bez-skryptow');
    await coordinator.goto(`${origin}/office/offers/konkurs-bez-skryptow`);
    await coordinator.getByRole('button', { name: 'Otwórz zgłoszenia' }).click();
    await coordinator.getByText('Teraz przyjmujemy zgłoszenia.').waitFor();

    const phone = await visit('/pl/oferty/konkurs-bez-skryptow', { scripts: false, width: 360 });
    await phone.locator('main a[href$="/zgloszenie"]').first().click();
    await phone.getByRole('link', { name: 'Zarejestruj instytucję' }).first().click();
    await register(phone, { name: 'Dom Kultury Tama', kind: 'cultural-institution', email: 'tama@dom-kultury.example', person: 'Pracownia' });
    await phone.getByRole('button', { name: 'Rozpocznij zgłoszenie' }).click();
    await phone.waitForURL(/\/zgloszenia\//);
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

    // Sent unfinished, it comes back with what was typed and says what is missing; the file is added in a second sending.
    await phone.getByLabel('Nazwa projektu').fill('Teatr na tamie');
    await phone.getByLabel('Spodziewana liczba widzów').fill('dużo');
    await phone.getByRole('button', { name: 'Wyślij zgłoszenie' }).click();
    await phone.getByRole('link', { name: 'Opis projektu: Dodaj plik' }).waitFor();
    expect(await phone.getByLabel('Nazwa projektu').inputValue()).toBe('Teatr na tamie');
    await phone.getByLabel('Spodziewana liczba widzów').fill('300');
    await phone.getByLabel('Opis projektu').setInputFiles(paper('opis.pdf'));
    await phone.getByLabel('Projekt jest nasz').check();
    await phone.getByRole('button', { name: 'Wyślij zgłoszenie' }).click();
    await phone.waitForURL(/done=sent/);
    expect(await wordsOf(phone)).toContain('Zgłoszenie czeka na sprawdzenie w urzędzie.');
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await mailAbout('tama@dom-kultury.example', 'Zgłoszenie dotarło do urzędu');
  });
});
