import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import PostalMime from 'postal-mime';
import { storeFor } from '../../test/world.ts';
import { mailServer, type MailServer } from '../../test/mail-server.ts';
import { countMails, enqueueMail, forgetOldMails, letter, listMails, outboxTransport, readOutbox, sendWaiting, smtpTransport, tryAgain, type NewMail } from './index.ts';

const place = storeFor('world');
const start = new Date('2026-11-22T08:00:00Z');
const minutes = (n: number): Date => new Date(start.getTime() + n * 60_000);
const from = 'Koga <koga@city.example>';
const about = (subject: string, more: Partial<NewMail> = {}): NewMail => ({ to: 'ewa@office.example', subject, text: 'Treść', html: '<p>Treść</p>', ...more });

let server: MailServer;
beforeEach(async () => {
  server = await mailServer();
  await place().db.write(async (tx) => void (await tx.deleteFrom('mails').execute()));
});
afterEach(() => server.stop());

const put = (...mails: NewMail[]) =>
  place().db.write(async (tx) => {
    for (const mail of mails) await enqueueMail(tx, mail, start);
  });
const sendAt = (at: Date, url = server.url, timeoutMs = 2000) => sendWaiting(place().db, smtpTransport({ url, from, timeoutMs }), () => at);
const listed = (state: 'waiting' | 'failed' | 'sent') => place().db.read((reader) => listMails(reader, state, 10));

describe('a mail of the office', () => {
  it('goes out once, as text and as HTML, under an id of its own, and its words are not kept', async () => {
    await put(about('Zażółć gęślą jaźń – 1', { headers: { 'List-Unsubscribe': '<https://koga.example/off>' } }));
    expect(await sendAt(start)).toEqual({ sent: 1, later: 0, never: 0 });
    expect(await sendAt(minutes(60))).toEqual({ sent: 0, later: 0, never: 0 });
    const [taken] = server.taken;
    const mail = await PostalMime.parse(taken?.raw ?? '');
    expect(server.taken).toHaveLength(1);
    expect(mail).toMatchObject({ subject: 'Zażółć gęślą jaźń – 1', from: { name: 'Koga', address: 'koga@city.example' }, to: [{ address: 'ewa@office.example' }] });
    expect([mail.text?.trim(), mail.html?.trim()]).toEqual(['Treść', '<p>Treść</p>']);
    expect(mail.messageId).toMatch(/^<[0-9a-f-]{36}@city\.example>$/);
    expect(mail.headers.map((header) => `${header.key}: ${header.value}`)).toEqual(
      expect.arrayContaining(['auto-submitted: auto-generated', 'list-unsubscribe: <https://koga.example/off>']),
    );
    const row = await place().db.read((reader) => reader.selectFrom('mails').selectAll().executeTakeFirstOrThrow());
    expect([row.textBody, row.htmlBody, row.sentAt]).toEqual(['', '', start]);
  });

  it('with a key that was used is not put twice, and an address that is none is a mistake of the program', async () => {
    await put(about('Raz', { onceKey: 'digest:ewa:2026-11-22' }), about('Drugi raz', { onceKey: 'digest:ewa:2026-11-22' }));
    expect(await place().db.read(countMails)).toEqual({ waiting: 1, failed: 0, sent: 0 });
    await expect(put(about('Bez adresu', { to: 'nie adres' }))).rejects.toThrow(/email/i);
  });

  it('cannot smuggle a header in by its subject', async () => {
    await put(about('Dzień dobry\r\nBcc: obcy@example.org'));
    await sendAt(start);
    const mail = await PostalMime.parse(server.taken[0]?.raw ?? '');
    expect(mail.subject).toBe('Dzień dobry Bcc: obcy@example.org');
    expect(mail.bcc ?? []).toEqual([]);
    expect(server.taken[0]?.to).toEqual(['ewa@office.example']);
  });
});

describe('a mail server', () => {
  it('that is busy is tried again later, and takes it once', async () => {
    server.answers = () => ({ code: 451, text: 'come again' });
    await put(about('Później'));
    expect(await sendAt(start)).toEqual({ sent: 0, later: 1, never: 0 });
    expect((await listed('waiting'))[0]).toMatchObject({ attempts: 1, nextTryAt: minutes(1) });
    expect((await listed('waiting'))[0]?.lastError).toContain('451');
    server.answers = () => null;
    expect(await sendAt(minutes(0.5))).toEqual({ sent: 0, later: 0, never: 0 });
    expect(await sendAt(minutes(1))).toEqual({ sent: 1, later: 0, never: 0 });
    expect(server.taken).toHaveLength(1);
  });

  it('that refuses for good has the last word, the others go, and the office can try again', async () => {
    server.answers = (recipient) => (recipient === 'nikt@office.example' ? { code: 550, text: 'no such user' } : null);
    await put(about('Do nikogo', { to: 'nikt@office.example' }), about('Do Ewy'));
    expect(await sendAt(start)).toEqual({ sent: 1, later: 0, never: 1 });
    const [failed] = await listed('failed');
    expect(failed).toMatchObject({ to: 'nikt@office.example', givenUpAt: start });
    expect(failed?.lastError).toContain('no such user');
    expect(await sendAt(minutes(10_000))).toEqual({ sent: 0, later: 0, never: 0 });
    server.answers = () => null;
    await place().db.write((tx) => tryAgain(tx, failed?.id ?? '', minutes(10_000)));
    expect(await sendAt(minutes(10_000))).toEqual({ sent: 1, later: 0, never: 0 });
  });

  it('that hangs holds nobody for longer than the bound', async () => {
    const silent = await silentServer();
    await put(about('W próżnię'));
    expect(await sendAt(start, silent.url, 200)).toEqual({ sent: 0, later: 1, never: 0 });
    expect((await listed('waiting'))[0]?.lastError).toContain('0.2 seconds');
    silent.stop();
  });

  it('that is down for a day gets everything once when it is back', async () => {
    const { port } = server;
    await server.stop();
    await put(about('Pierwszy'), about('Drugi'));
    const url = `smtp://127.0.0.1:${port}`;
    for (let minute = 0; minute < 24 * 60; minute += 1) if (minute < 20 || minute % 60 === 0) await sendAt(minutes(minute), url);
    expect(await place().db.read(countMails)).toEqual({ waiting: 2, failed: 0, sent: 0 });
    const tries = (await listed('waiting')).map((mail) => mail.attempts);
    expect(Math.max(...tries)).toBeLessThan(12);
    server = await mailServer(port);
    for (let hour = 24; hour < 36; hour += 1) await sendAt(minutes(hour * 60));
    expect(server.taken.map((mail) => mail.subject).toSorted()).toEqual(['Drugi', 'Pierwszy']);
  });

  it('that is away for three days makes the office give up, and say why', async () => {
    const { port } = server;
    await server.stop();
    await put(about('Za późno'));
    for (let hour = 0; hour <= 80; hour += 8) await sendAt(minutes(hour * 60), `smtp://127.0.0.1:${port}`);
    const [failed] = await listed('failed');
    expect([failed?.subject, failed?.lastError]).toEqual(['Za późno', expect.stringContaining('ECONNREFUSED')]);
    server = await mailServer();
  });

  it('with a wrong password is not the mail’s fault, and the password is not written down', async () => {
    server.password = 'right';
    await put(about('Hasło'));
    expect(await sendAt(start, server.url.replace('smtp://', 'smtp://koga:wrong-secret@'))).toEqual({ sent: 0, later: 1, never: 0 });
    expect((await listed('waiting'))[0]?.lastError).not.toContain('wrong-secret');
    expect(await sendAt(minutes(5), server.url.replace('smtp://', 'smtp://koga:right@'))).toEqual({ sent: 1, later: 0, never: 0 });
  });
});

it('two processes that send at once send each mail once', async () => {
  await put(...Array.from({ length: 12 }, (_none, index) => about(`Wiadomość ${index}`)));
  await Promise.all([sendAt(start), sendAt(start), sendAt(start)]);
  expect(server.taken.map((mail) => mail.subject).toSorted()).toEqual(Array.from({ length: 12 }, (_none, index) => `Wiadomość ${index}`).toSorted());
});

it('what was sent is forgotten after a quarter of a year', async () => {
  await put(about('Stary'));
  await sendAt(start);
  await forgetOldMails(place().db, new Date('2027-02-01T08:00:00Z'));
  expect((await place().db.read(countMails)).sent).toBe(1);
  await forgetOldMails(place().db, new Date('2027-03-01T08:00:00Z'));
  expect((await place().db.read(countMails)).sent).toBe(0);
});

it('without a server mails are files, one each, that the office can read', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'koga-outbox-'));
  try {
    await put(about('Do pliku', { text: 'Zażółć\nhttps://koga.example/office' }));
    const transport = outboxTransport({ folder, from });
    expect(await sendWaiting(place().db, transport, () => start)).toEqual({ sent: 1, later: 0, never: 0 });
    const [mail] = await listed('sent');
    expect(await readdir(folder)).toEqual([`${mail?.messageId}.eml`]);
    expect(await readFile(join(folder, `${mail?.messageId}.eml`), 'latin1')).toMatch(/\r\n\r\n/);
    expect(await readOutbox(folder, mail?.messageId ?? '')).toContain('Zażółć\nhttps://koga.example/office');
    expect(await readOutbox(folder, '../../etc/passwd')).toBeNull();
    expect(await readOutbox(folder, '00000000-0000-4000-8000-000000000000')).toBeNull();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

it('a letter is text and HTML in its reader’s language, under the city’s name, and fetches nothing', async () => {
  const city = await place().db.read(async (reader) => (await import('#publishing/load.ts')).readCity(reader));
  if (city === undefined) throw new Error('the world has a city');
  const made = letter(
    {
      heading: 'Sprawy <b>',
      lines: ['Zdanie.', { list: [{ text: 'Hanza', note: 'składka', href: 'https://koga.example/a?b=1&c=2' }] }],
      action: { text: 'Otwórz', href: 'https://koga.example/office' },
      off: { text: 'Nie wysyłaj', href: 'https://koga.example/off' },
    },
    { city, lang: 'pl' },
  );
  expect(made.text).toContain('Sprawy <b>\n\nZdanie.\n\n• Hanza\n  składka\n  https://koga.example/a?b=1&c=2\n\nOtwórz:\nhttps://koga.example/office');
  expect(made.text).toContain('Kraków w organizacjach międzynarodowych – biuro rejestru');
  expect(made.text).toContain('Nie wysyłaj: https://koga.example/off');
  expect(made.html).toContain('Sprawy &#60;b&#62;');
  expect(made.html).toContain('href="https://koga.example/a?b=1&#38;c=2"');
  expect(made.html).not.toMatch(/<(img|link|script|iframe)|url\(|src=/);
});

/** Takes connections and says nothing. */
async function silentServer(): Promise<{ url: string; stop: () => void }> {
  const sockets = new Set<Socket>();
  const listening = await new Promise<Server>((resolve) => {
    const made = createServer((socket) => void sockets.add(socket.on('error', () => undefined)));
    made.listen(0, '127.0.0.1', () => resolve(made));
  });
  const address = listening.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    stop: () => {
      for (const socket of sockets) socket.destroy();
      listening.close();
    },
  };
}
