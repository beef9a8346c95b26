import { join, resolve } from 'node:path';
import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import PostalMime from 'postal-mime';
import { runDueJobs } from '#jobs/index.ts';
import { sendWaiting, smtpTransport } from '#mail/index.ts';
import { eraseSubscriberAgain, forgetUnconfirmed, isOpen, isPast, listOffers, neededOf, offerState, readNotices, readOffersAt, type Filter, type Notices } from '#offers/index.ts';
import { withdraw } from '#publishing/withdraw.ts';
import { useAssets } from '#ui/assets/manifest.ts';
import { createApp } from '../../app.tsx';
import { allJobs } from '../../job-handlers.ts';
import { kinds } from '../../kinds.ts';
import { newsIn } from '../../offers/subscriptions/news.ts';
import { readable } from '../../../test/app.ts';
import { mailServer, type MailServer } from '../../../test/mail-server.ts';
import { offerBody, putOffer } from '../../../test/offer-in.ts';
import { office, person, storeFor } from '../../../test/world.ts';
import { digestJobs, planDigests } from './digest-job.ts';

const place = storeFor('world');
const origin = 'https://koga.example';
const secret = 'a secret of the installation, long enough';
const from = 'Koga <koga@city.example>';
const start = new Date('2026-11-22T12:00:00Z');
const hours = (n: number): Date => new Date(start.getTime() + n * 3_600_000);
const days = (n: number): Date => hours(24 * n);
/** The morning of a day after the start, past the hour at which mails are made. 22 November 2026 is a Sunday. */
const morning = (n: number): Date => new Date(start.getTime() + n * 24 * 3_600_000 - 7 * 3_600_000);

let clock = start;
const app = () => {
  useAssets(join(resolve(import.meta.dirname, '../../..'), 'build/assets'));
  return createApp({ db: place().db, baseUrl: origin, now: () => clock, versionKey: (version, day) => `${version}.${day}`, ready: () => Promise.resolve(true), secret });
};
const get = async (path: string): Promise<Response> => app().request(origin + path, {}, { address: '192.0.2.1' });
const read = async (path: string): Promise<string> => readable(await (await get(path)).text());
const post = async (path: string, fields: Record<string, string> = {}, given: { headers?: Record<string, string>; network?: string } = {}): Promise<Response> =>
  app().request(
    origin + path,
    {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin', origin, ...given.headers },
      body: new URLSearchParams(fields).toString(),
    },
    { address: given.network ?? '192.0.2.1' },
  );

const waiting = () => place().db.read((reader) => reader.selectFrom('mails').selectAll().where('sentAt', 'is', null).orderBy('id').execute());
const lastTo = async (email: string) => (await waiting()).findLast((mail) => mail.recipient === email);
const pathIn = (text: string | undefined, part: string): string => new RegExp(`${origin}(/[^\\s"]*/${part}/[A-Za-z0-9_-]+)`).exec(text ?? '')?.[1] ?? '';
const count = async (table: 'subscribers' | 'subscriptions' | 'subscriptionRequests' | 'subscriptionTries'): Promise<number> =>
  (await place().db.read((reader) => reader.selectFrom(table).selectAll().execute())).length;

let networks = 0;
/** Asks and confirms, as a person does; answers the path of the page with everything that is kept. */
async function subscribed(email: string, fields: Record<string, string> = {}, lang: 'pl' | 'en' = 'pl'): Promise<string> {
  networks += 1;
  const asked = await post(lang === 'pl' ? '/pl/powiadomienia' : '/en/notifications', { email, rhythm: 'daily', ...fields }, { network: `198.51.100.${networks % 250}` });
  expect(asked.status).toBe(303);
  const link = pathIn((await lastTo(email))?.textBody, lang === 'pl' ? 'potwierdz' : 'confirm');
  const confirmed = await post(link);
  expect(confirmed.status).toBe(303);
  return (confirmed.headers.get('location') ?? '').replace('?done=subscribed', '');
}

/** Makes the mails of a day, as the roof does. */
async function night(at: Date, atMost = 250): Promise<void> {
  const jobs = { ...allJobs({ baseUrl: origin, secret }), ...digestJobs({ baseUrl: origin, secret, atMost }) };
  await planDigests(place().db, at);
  for (let round = 0; round < 50; round += 1) {
    const ran = await runDueJobs(place().db, jobs, at);
    expect(ran.failures).toEqual([]);
    if (ran.done === 0) return;
  }
}

beforeEach(async () => {
  clock = start;
  await place().db.write(async (tx) => {
    for (const table of ['mails', 'subscriptionRequests', 'subscribers', 'subscriptionTries', 'jobs'] as const) await tx.deleteFrom(table).execute();
    // Those of the tests before; the example's stay.
    await tx
      .deleteFrom('offers')
      .where(sql<boolean>`body -> 'organiser' ->> 'en' = 'An organiser'`)
      .execute();
  });
});

describe('somebody who wants to be told of offers', () => {
  it('finds the filters of the list in the form, sends it, and confirms by the link', async () => {
    const form = await (await get('/pl/powiadomienia?theme=culture&state=open')).text();
    expect(form).toMatch(/<option value="culture" selected/);
    expect(form).toMatch(/<option value="open" selected/);
    const asked = await post('/pl/powiadomienia', { email: 'Ewa@example.org', rhythm: 'weekly', theme: 'culture', state: 'open' });
    expect([asked.status, asked.headers.get('location')]).toEqual([303, '/pl/powiadomienia/wyslano']);
    const mail = await lastTo('Ewa@example.org');
    expect(mail?.subject).toBe('Potwierdź powiadomienia o ofertach');
    expect(mail?.textBody).toContain('Temat: kultura, tylko otwarte teraz, w poniedziałki');
    const link = pathIn(mail?.textBody, 'potwierdz');
    expect(await read(link)).toContain('Ewa@example.org');
    // Opening it changes nothing: programs that look through mails open every link.
    expect(await count('subscribers')).toBe(0);
    const confirmed = await post(link);
    expect(confirmed.status).toBe(303);
    const kept = await read(confirmed.headers.get('location') ?? '');
    expect(kept).toContain('Adres jest potwierdzony. Powiadomienia są włączone.');
    expect(kept).toContain('Temat: kultura, tylko otwarte teraz');
    expect(kept).toContain('w poniedziałki');
    expect([await count('subscribers'), await count('subscriptions')]).toEqual([1, 1]);
  });

  it('is told plainly that a link was used, is out of date, or was never made, and how to go on', async () => {
    await post('/pl/powiadomienia', { email: 'ewa@example.org', rhythm: 'daily' });
    const link = pathIn((await lastTo('ewa@example.org'))?.textBody, 'potwierdz');
    expect((await post(link)).status).toBe(303);
    for (const again of [await post(link), await get(link)]) {
      expect(again.status).toBe(410);
      expect(await again.text()).toContain('Ten odsyłacz był już użyty');
    }
    expect(await count('subscriptions')).toBe(1);
    await post('/en/notifications', { email: 'jan@example.org', rhythm: 'daily' });
    const late = pathIn((await lastTo('jan@example.org'))?.textBody, 'confirm');
    clock = days(7);
    expect(await read(late)).toContain('This link no longer works');
    expect((await post(late)).status).toBe(410);
    const mails = await forgetUnconfirmed(place().db, clock);
    expect(mails).toHaveLength(1);
    expect(await read(late)).toContain('This link no longer works');
    const strange = await post('/pl/powiadomienia/potwierdz/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA');
    expect(strange.status).toBe(404);
    expect(await strange.text()).toContain('href="/pl/powiadomienia"');
  });

  it('who does not confirm is forgotten after seven days, in the mails too', async () => {
    await post('/pl/powiadomienia', { email: 'nikt@example.org', rhythm: 'daily' });
    await forgetUnconfirmed(place().db, hours(7 * 24 - 1));
    expect(await waiting()).toHaveLength(1);
    await forgetUnconfirmed(place().db, days(7));
    expect(await everywhere('nikt@example.org')).toEqual([]);
  });

  it('gets everything back that was typed, with what is wrong', async () => {
    const answer = await post('/pl/powiadomienia', { email: 'nie adres', rhythm: '', theme: 'culture', q: 'teatr "nowy"' });
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain('value="nie adres"');
    expect(html).toContain('teatr &quot;nowy&quot;');
    expect(html).toMatch(/<option value="culture" selected/);
    expect(readable(html)).toContain('Podaj adres e-mail');
    expect(readable(html)).toContain('Wybierz, jak często');
    expect((await post('/pl/powiadomienia', { email: 'a@example.org', rhythm: 'daily', website: 'x' })).status).toBe(422);
    expect(
      (await post('/pl/powiadomienia', { email: 'a@example.org', rhythm: 'daily' }, { headers: { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' } })).status,
    ).toBe(403);
    expect(await waiting()).toEqual([]);
  });

  it('learns nothing about an address: who is subscribed and who is not get the same answer', async () => {
    await subscribed('ewa@example.org');
    const answers = [];
    for (const email of ['ewa@example.org', 'nikt@example.org']) {
      const answer = await post('/pl/powiadomienia', { email, rhythm: 'daily' });
      answers.push([answer.status, answer.headers.get('location'), await answer.text()]);
    }
    expect(answers[0]).toEqual(answers[1]);
  });

  it('cannot flood an address, nor use one part of the network without end', async () => {
    for (let turn = 0; turn < 5; turn += 1)
      expect((await post('/pl/powiadomienia', { email: turn % 2 === 0 ? 'ewa@example.org' : 'EWA@example.org', rhythm: 'daily' }, { network: `203.0.113.${turn}` })).status).toBe(
        303,
      );
    expect(await waiting()).toHaveLength(3);
    for (let turn = 0; turn < 10; turn += 1) expect((await post('/pl/powiadomienia', { email: `a${turn}@example.org`, rhythm: 'daily' })).status).toBe(303);
    const refused = await post('/pl/powiadomienia', { email: 'b@example.org', rhythm: 'daily' });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(3000);
    expect(await refused.text()).toContain('value="b@example.org"');
    clock = hours(1);
    expect((await post('/pl/powiadomienia', { email: 'b@example.org', rhythm: 'daily' })).status).toBe(303);
    const hashes = await place().db.read((reader) => reader.selectFrom('subscriptionTries').select('key').execute());
    expect(JSON.stringify(hashes)).not.toMatch(/192|example\.org/);
  });
});

describe('the page with everything that is kept', () => {
  it('changes filters and rhythm, adds and removes a choice, and sets the language', async () => {
    const kept = await subscribed('ewa@example.org', { theme: 'culture' });
    const [first] = await place().db.read((reader) => reader.selectFrom('subscriptions').selectAll().execute());
    const one = `${kept}/${first?.id ?? ''}`;
    expect(await (await get(one)).text()).toMatch(/<option value="culture" selected/);
    expect((await post(one, { theme: 'climate', rhythm: 'weekly' })).headers.get('location')).toBe(`${kept}?done=saved`);
    expect((await post(`${kept}/nowe`, { audience: 'schools', rhythm: 'daily' })).status).toBe(303);
    const shown = await read(kept);
    expect(shown).toContain('Temat: klimat');
    expect(shown).toContain('Dla kogo: szkoły');
    expect((await post(one, { rhythm: '' })).status).toBe(422);
    await post(`${kept}/jezyk`, { lang: 'en' });
    expect(await read(kept)).toContain('Język wiadomości angielski');
    expect((await post(one, { action: 'remove' })).headers.get('location')).toBe(`${kept}?done=choiceRemoved`);
    expect(await read(kept)).not.toContain('Temat: klimat');
    const [last] = await place().db.read((reader) => reader.selectFrom('subscriptions').selectAll().execute());
    expect((await post(`${kept}/${last?.id ?? ''}`, { action: 'remove' })).headers.get('location')).toBe('/pl/powiadomienia/usunieto');
    expect(await everywhere('ewa@example.org')).toEqual([]);
  });

  it('makes two choices that became the same one', async () => {
    const kept = await subscribed('ewa@example.org', { theme: 'culture' });
    await subscribed('ewa@example.org', { theme: 'climate' });
    await subscribed('EWA@example.org', { theme: 'climate', rhythm: 'weekly' });
    const [first] = await place().db.read((reader) => reader.selectFrom('subscriptions').selectAll().orderBy('id').execute());
    expect([await count('subscribers'), await count('subscriptions')]).toEqual([1, 2]);
    await post(`${kept}/${first?.id ?? ''}`, { theme: 'climate', rhythm: 'daily' });
    expect(await count('subscriptions')).toBe(1);
  });

  it('holds twenty choices and says so at the next', async () => {
    const kept = await subscribed('ewa@example.org', { q: 'słowo 0' });
    for (let n = 1; n < 20; n += 1) expect((await post(`${kept}/nowe`, { q: `słowo ${n}`, rhythm: 'daily' })).status).toBe(303);
    const full = await post(`${kept}/nowe`, { q: 'słowo 20', rhythm: 'daily' });
    expect(full.status).toBe(422);
    expect(await full.text()).toContain('najwyżej 20');
    await post('/pl/powiadomienia', { email: 'ewa@example.org', rhythm: 'daily', q: 'słowo 21' });
    const link = pathIn((await lastTo('ewa@example.org'))?.textBody, 'potwierdz');
    expect((await post(link)).status).toBe(422);
  });

  it('erases the address at once and everywhere, mails that wait as well, but nobody else’s', async () => {
    const kept = await subscribed('ewa@example.org');
    await subscribed('jan@example.org');
    await putOffer(place().db, 'nowa-do-skasowania', offerBody('Nabór do skasowania'), hours(2));
    await post('/pl/powiadomienia', { email: 'EWA@example.org', rhythm: 'daily', theme: 'film' });
    await night(morning(1));
    expect((await waiting()).map((mail) => mail.subject)).toContain('Nowa oferta: Nabór do skasowania');
    const erased = await post(`${kept}/usun`);
    expect([erased.status, erased.headers.get('location')]).toEqual([303, '/pl/powiadomienia/usunieto']);
    expect(await everywhere('ewa@example.org')).toEqual([]);
    expect(await everywhere('jan@example.org')).not.toEqual([]);
    // An older backup brings the address back, and the note of the erasure takes it away again.
    const { subject: id } = await place().db.read((reader) =>
      reader.selectFrom('erasures').select('subject').where('what', '=', 'subscriber').orderBy('at', 'desc').executeTakeFirstOrThrow(),
    );
    await place().db.write(
      async (tx) => void (await tx.insertInto('subscribers').values({ id, email: 'ewa@example.org', lang: 'pl', confirmedAt: start, lookedOn: '2026-11-22' }).execute()),
    );
    expect([await eraseSubscriberAgain(place().db, id), await eraseSubscriberAgain(place().db, id)]).toEqual([true, false]);
    expect(await everywhere('ewa@example.org')).toEqual([]);
    const after = await get(kept);
    expect(after.status).toBe(410);
    expect(await after.text()).toContain('Powiadomienia są już zakończone');
  });

  it('is nobody else’s: a token that was changed, or one for something else, opens nothing', async () => {
    const kept = await subscribed('ewa@example.org');
    await subscribed('jan@example.org');
    const token = kept.split('/').at(-1) ?? '';
    const other = await place().db.read((reader) =>
      reader
        .selectFrom('subscriptions')
        .innerJoin('subscribers', 'subscribers.id', 'subscriberId')
        .select('subscriptions.id')
        .where('email', '=', 'jan@example.org')
        .executeTakeFirstOrThrow(),
    );
    const forged = token.slice(0, 30) + (token[30] === 'A' ? 'B' : 'A') + token.slice(31);
    for (const path of [`/pl/powiadomienia/moje/${forged}`, `/pl/powiadomienia/koniec/${token}`, `/pl/powiadomienia/moje/${'A'.repeat(65)}`, `${kept}/${other.id}`]) {
      expect([path, (await get(path)).status]).toEqual([path, 404]);
      expect([path, (await post(path, { action: 'remove' })).status]).toEqual([path, 404]);
    }
    expect([await count('subscribers'), await count('subscriptions')]).toEqual([2, 2]);
  });
});

describe('the daily mail', () => {
  it('tells of offers that are new and of deadlines that come near, once, and says nothing where there is nothing', async () => {
    await putOffer(place().db, 'konczy-sie', offerBody('Kończy się', { deadline: { date: '2026-12-07', time: '12:00', zone: 'Europe/Warsaw' } }), hours(-48));
    await subscribed('ewa@example.org', { theme: 'culture' });
    await putOffer(place().db, 'nowa-kultura', offerBody('Nowa w kulturze'), hours(3));
    await putOffer(place().db, 'nowa-klimat', offerBody('Nowa o klimacie', { themes: ['climate'] }), hours(3));
    await night(morning(1));
    const mail = await lastTo('ewa@example.org');
    expect(mail?.subject).toBe('Nowa oferta: Nowa w kulturze');
    expect(mail?.textBody).toContain('NOWE OFERTY');
    expect(mail?.textBody).toContain(`${origin}/pl/oferty/nowa-kultura`);
    expect(mail?.textBody).not.toContain('Nowa o klimacie');
    expect(mail?.textBody).toContain('KOŃCZĄ SIĘ WKRÓTCE');
    expect(mail?.textBody).toContain('Kończy się');
    expect(mail?.textBody).toContain('godz.');
    expect(mail?.textBody).toContain('Temat: kultura');
    await night(morning(2));
    expect((await waiting()).filter((one) => one.recipient === 'ewa@example.org' && one.bulk)).toHaveLength(1);
  });

  it('is counted for the figures by offer and theme, and nothing about whom it reached', async () => {
    const before = await place().db.read(readNotices);
    await subscribed('ewa@example.org', { theme: 'film' });
    await subscribed('jan@example.org');
    await putOffer(place().db, 'nowa-liczona', offerBody('Nowa liczona', { themes: ['film'] }), hours(3));
    await night(morning(1));
    await night(morning(2));
    const after = await place().db.read(readNotices);
    const ofFilm = (notices: Notices): number => notices.byTheme.find(({ theme }) => theme === 'film')?.mails ?? 0;
    expect([after.total - before.total, ofFilm(after) - ofFilm(before)]).toEqual([2, 2]);
  });

  it('is one for each address, with all its choices, and each offer stands in it once', async () => {
    await subscribed('ewa@example.org', { theme: 'culture' });
    await subscribed('EWA@example.org', { audience: 'culture' });
    await subscribed('ewa@example.org', { theme: 'film', rhythm: 'weekly' });
    await putOffer(place().db, 'dla-obu', offerBody('Dla obu wyborów'), hours(3));
    await putOffer(place().db, 'film-dla-widzow', offerBody('Film', { themes: ['film'], audiences: ['residents'] }), hours(3));
    // Monday.
    await night(morning(1));
    await night(new Date(morning(1).getTime() + 3_600_000));
    const mails = (await waiting()).filter((one) => one.bulk);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.textBody.split('Dla obu wyborów')).toHaveLength(2);
    expect(mails[0]?.textBody).toContain('film-dla-widzow');
  });

  it('comes on Monday to who wants it weekly, or on the next day on which the service runs', async () => {
    await subscribed('co-tydzien@example.org', { rhythm: 'weekly' });
    await night(morning(1));
    const before = (await waiting()).filter((one) => one.bulk).length;
    await putOffer(place().db, 'we-wtorek', offerBody('We wtorek'), days(2));
    for (const day of [3, 4, 5, 6, 7]) await night(morning(day));
    expect((await waiting()).filter((one) => one.bulk)).toHaveLength(before);
    // The service was away on Monday, 30 November.
    await night(morning(9));
    expect((await lastTo('co-tydzien@example.org'))?.subject).toBe('Nowa oferta: We wtorek');
    await night(morning(10));
    expect((await waiting()).filter((one) => one.bulk)).toHaveLength(before + 1);
  });

  it('tells of an offer that has opened, and of one that was changed so that it fits, but not of one that only had a mistake mended', async () => {
    await putOffer(place().db, 'otworzy-sie', offerBody('Otworzy się', { opens: '2026-11-24', deadline: { date: '2027-02-28', zone: 'Europe/Warsaw' } }), hours(-5));
    await putOffer(place().db, 'zmieni-temat', offerBody('Zmieni temat', { themes: ['energy'] }), hours(-5));
    await putOffer(place().db, 'z-literowka', offerBody('Z literówką'), hours(-5));
    await subscribed('ewa@example.org', { theme: 'culture', state: 'open' });
    await putOffer(place().db, 'zmieni-temat', offerBody('Zmieni temat', { themes: ['culture'] }), hours(2));
    await putOffer(place().db, 'z-literowka', offerBody('Bez literówki'), hours(2));
    await night(morning(1));
    expect((await lastTo('ewa@example.org'))?.subject).toBe('Nowa oferta: Zmieni temat');
    await place().db.write(
      async (tx) =>
        void (await tx
          .updateTable('mails')
          .set({ sentAt: morning(1) })
          .execute()),
    );
    await night(morning(2));
    expect((await lastTo('ewa@example.org'))?.subject).toBe('Nowa oferta: Otworzy się');
  });

  it('is in the language of whoever reads it, and bears one click to end it', async () => {
    await subscribed('john@example.org', {}, 'en');
    await putOffer(place().db, 'po-angielsku', offerBody('An offer for John'), hours(3));
    await night(morning(1));
    const server = await mailServer();
    try {
      await sendWaiting(place().db, smtpTransport({ url: server.url, from }), () => morning(1));
      const taken = server.taken.at(-1);
      const mail = await PostalMime.parse(taken?.raw ?? '');
      expect(mail.subject).toBe('New offer: An offer for John');
      expect(mail.text).toContain('End the notifications and erase the address');
      const header = (name: string): string => mail.headers.find((one) => one.key === name)?.value ?? '';
      expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
      const path = /^<https:\/\/koga\.example(\/en\/notifications\/end\/[A-Za-z0-9_-]{65})>$/.exec(header('list-unsubscribe'))?.[1] ?? '';
      // Looking at it ends nothing.
      expect(await read(path)).toContain('End the notifications?');
      expect(await count('subscribers')).toBe(1);
      // A program of another host: no cookie, no origin, or one of its own, and multipart as RFC 8058 allows.
      const form = new FormData();
      form.append('List-Unsubscribe', 'One-Click');
      const clicked = await app().request(
        origin + path,
        { method: 'POST', body: form, headers: { origin: 'https://mail.example', 'sec-fetch-site': 'cross-site' } },
        { address: '198.51.100.9' },
      );
      expect([clicked.status, clicked.headers.get('location'), clicked.headers.get('set-cookie')]).toEqual([200, null, null]);
      expect(await everywhere('john@example.org')).toEqual([]);
      expect((await post(path, { 'List-Unsubscribe': 'One-Click' }, { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(200);
      expect((await get(path)).status).toBe(410);
      expect((await post(`${path.slice(0, -5)}AAAAA`, {}, { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(404);
    } finally {
      await server.stop();
    }
  });

  it('is made in batches, each of which goes on where the one before ended', async () => {
    for (let n = 0; n < 7; n += 1) await subscribed(`osoba${n}@example.org`);
    await putOffer(place().db, 'dla-siedmiu', offerBody('Dla siedmiu'), hours(3));
    await night(morning(1), 2);
    const mails = (await waiting()).filter((one) => one.bulk);
    expect(new Set(mails.map((one) => one.recipient)).size).toBe(7);
    expect(mails).toHaveLength(7);
    const jobs = await place().db.read((reader) => reader.selectFrom('jobs').select('doneAt').execute());
    expect(jobs).toHaveLength(4);
  });

  it('does not come for two days at once after the mail server was away: what is new waits until the first has gone', async () => {
    await subscribed('ewa@example.org');
    await place().db.write(async (tx) => void (await tx.deleteFrom('mails').execute()));
    const server: MailServer = await mailServer();
    const { port } = server;
    await server.stop();
    const send = (at: Date) => sendWaiting(place().db, smtpTransport({ url: `smtp://127.0.0.1:${port}`, from, timeoutMs: 500 }), () => at);
    await putOffer(place().db, 'pierwsza-w-awarii', offerBody('Pierwsza w awarii'), hours(2));
    await night(morning(1));
    for (let hour = 0; hour < 24; hour += 2) await send(new Date(morning(1).getTime() + hour * 3_600_000));
    await putOffer(place().db, 'druga-w-awarii', offerBody('Druga w awarii'), hours(20));
    await night(morning(2));
    expect(await waiting()).toHaveLength(1);
    const back = await mailServer(port);
    try {
      for (let hour = 24; hour < 36; hour += 1) await send(new Date(morning(1).getTime() + hour * 3_600_000));
      expect(back.taken.map((one) => one.subject)).toEqual(['Nowa oferta: Pierwsza w awarii']);
      await night(morning(3));
      await send(morning(3));
      expect(back.taken.map((one) => one.subject)).toEqual(['Nowa oferta: Pierwsza w awarii', 'Nowa oferta: Druga w awarii']);
    } finally {
      await back.stop();
    }
  });

  it('is not made before its hour, and what a day has left over is told on the next', async () => {
    await subscribed('ewa@example.org');
    await subscribed('jan@example.org');
    await putOffer(place().db, 'o-swicie', offerBody('O świcie'), hours(2));
    // Half past three in Kraków.
    await night(new Date('2026-11-23T02:30:00Z'));
    expect((await waiting()).filter((one) => one.bulk)).toEqual([]);
    await planDigests(place().db, morning(1));
    const one = { ...digestJobs({ baseUrl: origin, secret, atMost: 1 }) };
    expect(await runDueJobs(place().db, one, morning(1), 1)).toEqual({ done: 1, failures: [] });
    // The service ends here, and comes back a day later.
    await night(morning(2));
    const mails = (await waiting()).filter((mail) => mail.bulk);
    expect(mails.map((mail) => [mail.recipient, mail.createdAt])).toEqual([
      ['ewa@example.org', morning(1)],
      ['jan@example.org', morning(2)],
    ]);
  });

  it('says nothing of an offer that was withdrawn, and tells of it once it is back', async () => {
    const { db } = place();
    await putOffer(db, 'wraca', offerBody('Wraca'), hours(-5));
    await subscribed('ewa@example.org');
    const revision = await db.read((reader) =>
      reader.selectFrom('currentRevisions').innerJoin('records', 'records.id', 'recordId').select('revisionId').where('slug', '=', 'wraca').executeTakeFirstOrThrow(),
    );
    const editor = await person(db, 'Redaktorka');
    const taken = await withdraw(db, kinds, { revisionId: revision.revisionId, actor: editor, now: hours(2), publishingBody: office, why: { pl: 'Pomyłka' } });
    expect(taken.ok).toBe(true);
    await night(morning(1));
    expect((await waiting()).filter((one) => one.bulk)).toEqual([]);
    await putOffer(db, 'wraca', offerBody('Wraca'), hours(26));
    await night(morning(3));
    expect((await lastTo('ewa@example.org'))?.subject).toBe('Nowa oferta: Wraca');
  });

  it('chooses as the list of offers does', async () => {
    const filters: Filter[] = [
      {},
      { theme: 'culture' },
      { audience: 'artists', open: true },
      { organisation: 'hanse' },
      { apply: 'through-the-city' },
      { type: 'event', q: 'hanz dni' },
      { q: 'świat' },
    ];
    await place().db.read(async (reader) => {
      const offers = await readOffersAt(reader, { at: start, timeZone: 'Europe/Warsaw' });
      const turns = await offers.turnsSince(reader, new Date('2000-01-01T00:00:00Z'));
      for (const filter of filters) {
        const { apply, open, ...rest } = filter;
        const listed = (await listOffers(reader, { ...rest, intermediary: apply && neededOf[apply] })).filter((one) => {
          const state = offerState(one.body, start, 'Europe/Warsaw');
          return open === true ? isOpen(state) : !isPast(state);
        });
        expect(newsIn(turns, filter).fresh.toSorted()).toEqual(listed.map((one) => one.id).toSorted());
        if (filter.open !== true) expect(listed.length).toBeGreaterThan(0);
      }
    });
  });

  it('lets others pass that somebody waits for', async () => {
    await subscribed('ewa@example.org');
    await place().db.write(async (tx) => void (await tx.deleteFrom('mails').execute()));
    await putOffer(place().db, 'czeka', offerBody('Czeka'), hours(3));
    await night(morning(1));
    clock = morning(2);
    await post('/pl/powiadomienia', { email: 'jan@example.org', rhythm: 'daily' });
    const server = await mailServer();
    try {
      await sendWaiting(place().db, smtpTransport({ url: server.url, from }), () => clock);
      expect(server.taken.map((one) => one.to[0])).toEqual(['jan@example.org', 'ewa@example.org']);
      const rows = await place().db.read((reader) => reader.selectFrom('mails').select(['headers', 'textBody']).execute());
      // Links do not lie about once they have gone out.
      expect(rows.map((row) => [row.headers, row.textBody])).toEqual([
        [{}, ''],
        [{}, ''],
      ]);
    } finally {
      await server.stop();
    }
  });
});

/** Every table in which an address can be found, by its text. */
async function everywhere(email: string): Promise<string[]> {
  const found: string[] = [];
  await place().db.read(async (reader) => {
    for (const table of ['mails', 'subscriptionRequests', 'subscribers', 'subscriptions', 'subscriptionTries', 'jobs', 'audit', 'erasures'] as const) {
      const rows = await reader.selectFrom(table).selectAll().execute();
      if (JSON.stringify(rows).toLowerCase().includes(email.toLowerCase())) found.push(table);
    }
  });
  return found;
}
