import { beforeEach, describe, expect, it } from 'vitest';
import PostalMime from 'postal-mime';
import type { SignedIn } from '#accounts/index.ts';
import { day } from '#basics/day.ts';
import { sendWaiting, smtpTransport } from '#mail/index.ts';
import { kinds } from '../../kinds.ts';
import { worldNow } from '../../../test/database.ts';
import { mailServer } from '../../../test/mail-server.ts';
import { markup, named, textOf } from '../../../test/markup.ts';
import { colleague, fromElsewhere, officeAs } from '../../../test/office.ts';
import { storeFor } from '../../../test/world.ts';
import { mailDigests } from './digest.ts';

const place = storeFor('world');
let reader: SignedIn;
beforeEach(async () => {
  reader = await colleague(place(), 'Adam Czytelnik', ['reader']);
  await place().db.write(async (tx) => {
    for (const table of ['mails', 'digests', 'calendarSecrets', 'taskNotes'] as const) await tx.deleteFrom(table).execute();
    await tx.updateTable('people').set({ email: reader.email }).where('actorId', '=', reader.actorId).execute();
  });
});

const calendarAddress = async (): Promise<string> => {
  const html = await (await officeAs(place(), reader).post('/office/today/calendar', { do: 'make' })).text();
  return new URL(/https:\/\/koga\.example\/office\/calendar\/[\w-]+\.ics/.exec(html)?.[0] ?? '').pathname;
};
const audited = (action: string) => place().db.read(async (read) => (await read.selectFrom('audit').select('id').where('action', '=', action).execute()).length);

describe('the calendar of matters', () => {
  it('opens under its secret address for anybody, and shows what has a date', async () => {
    const answer = await officeAs(place(), null).get(await calendarAddress());
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(answer.headers.get('set-cookie')).toBeNull();
    const text = await answer.text();
    const unfolded = text.replaceAll('\r\n ', '');
    expect(unfolded).toContain('SUMMARY:OWHC: Kończy się kadencja: członek rady dyrektorów\r\n');
    expect(unfolded).toContain('DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n');
    expect(unfolded).toContain('UID:term-ends-function-owhc-board-2024@koga.example\r\n');
    expect(unfolded).toContain('DTSTAMP:20261122T120000Z\r\n');
    expect(unfolded).toContain('https://koga.example/office/records/function/owhc-board-2024');
    expect(unfolded).not.toContain('Czytelnik');
  });

  it('is written as RFC 5545 asks: CRLF, lines of 75 octets at most, each key once', async () => {
    const text = await (await officeAs(place(), null).get(await calendarAddress())).text();
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const lines = text.split('\r\n');
    expect([lines[0], lines.at(-2), lines.at(-1)]).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR', '']);
    expect(lines.filter((line) => Buffer.byteLength(line, 'utf8') > 75)).toEqual([]);
    expect(lines.some((line) => line.startsWith(' '))).toBe(true);
    const ids = lines.filter((line) => line.startsWith('UID:'));
    expect(new Set(ids).size).toBe(ids.length);
    expect(lines.filter((line) => line === 'BEGIN:VEVENT').length).toBe(ids.length);
  });

  it('is the same to the last byte as long as nothing changes, in whatever time zone the machine is', async () => {
    const address = await calendarAddress();
    const first = await officeAs(place(), null).get(address);
    const etag = first.headers.get('etag') ?? '';
    const text = await first.text();
    const later = officeAs(place(), null, () => new Date(worldNow.getTime() + 5 * 24 * 3_600_000));
    expect(await (await later.get(address)).text()).toBe(text);
    expect((await later.get(address, { 'if-none-match': etag })).status).toBe(304);
  });

  it('does not show what was put off', async () => {
    const address = await calendarAddress();
    const editor = await colleague(place(), 'Ewa Redaktor', ['editor']);
    await officeAs(place(), editor).post('/office/today/put-off', { key: 'term-ends:function/owhc-board-2024', what: 'not-ours', until: '', reason: 'Prowadzi to inny wydział' });
    expect(await (await officeAs(place(), null).get(address)).text()).not.toContain('owhc-board-2024');
  });

  it('ends with its address: a new one, none, or a colleague who has left', async () => {
    const first = await calendarAddress();
    const second = await calendarAddress();
    const open = async (address: string) => (await officeAs(place(), null).get(address)).status;
    expect([await open(first), await open(second)]).toEqual([404, 200]);
    await place().db.write((tx) =>
      tx.insertInto('staff').values({ actorId: reader.actorId, lang: 'pl', invitedBy: reader.actorId, invitedAt: worldNow, deactivatedAt: worldNow }).execute(),
    );
    expect(await open(second)).toBe(404);
    await place().db.write((tx) => tx.updateTable('staff').set({ deactivatedAt: null }).where('actorId', '=', reader.actorId).execute());
    expect((await officeAs(place(), reader).post('/office/today/calendar', { do: 'remove' })).headers.get('location')).toBe('/office/today/calendar?done=saved');
    expect(await open(second)).toBe(404);
    expect([await open('/office/calendar/x.ics'), await open(`/office/calendar/${'a'.repeat(32)}.ics`), await open(`/office/calendar/${'a'.repeat(32)}`)]).toEqual([404, 404, 404]);
    expect([await audited('make calendar address'), await audited('remove calendar address')].every((count) => count > 0)).toBe(true);
  });

  it('keeps its secret: only a hash lies in the database, and no page shows it again', async () => {
    const address = await calendarAddress();
    const secret = /calendar\/(.*)\.ics/.exec(address)?.[1] ?? '';
    const row = await place().db.read((read) => read.selectFrom('calendarSecrets').selectAll().executeTakeFirstOrThrow());
    expect(JSON.stringify(row)).not.toContain(secret);
    const page = await (await officeAs(place(), reader).get('/office/today/calendar')).text();
    expect(page).not.toContain(secret);
    expect(textOf(markup(page))).toContain('Adres utworzono 22 listopada 2026');
  });

  it('is ordered in the office alone', async () => {
    expect((await officeAs(place(), null).post('/office/today/calendar', { do: 'make' })).status).toBe(401);
    expect((await officeAs(place(), reader).post('/office/today/calendar', { do: 'make' }, fromElsewhere)).status).toBe(403);
    expect((await officeAs(place(), reader).post('/office/today/calendar', { do: 'else' })).status).toBe(400);
  });
});

describe('the daily mail', () => {
  const order = (hour: string, headers = {}) => officeAs(place(), reader).post('/office/today/digest', { hour }, headers);
  const statement = { updated: day('2026-11-22'), drawnUp: day('2026-11-22') };
  // 7:00 in Kraków in November.
  const at = (instant: string) => mailDigests(place().db, { kinds, baseUrl: 'https://koga.example', statement }, new Date(instant));
  const waiting = () => place().db.read((read) => read.selectFrom('mails').selectAll().orderBy('createdAt').execute());

  it('goes at its hour by the city’s clock, once a day, and then only with what is new', async () => {
    expect((await order('7')).headers.get('location')).toBe('/office/today/calendar?done=saved');
    expect(await at('2026-11-23T05:59:00Z')).toBe(0);
    expect(await at('2026-11-23T06:00:00Z')).toBe(1);
    expect(await at('2026-11-23T06:01:00Z')).toBe(0);
    expect(await at('2026-11-24T06:00:00Z')).toBe(0);
    expect(await at('2026-11-24T09:00:00Z')).toBe(0);
    // The year is over: two terms of office have ended, an effect dated 2024 has become too old, and the review of the statement comes up.
    expect(await at('2027-01-01T06:00:00Z')).toBe(1);
    const mails = await waiting();
    expect(mails.map((mail) => mail.recipient)).toEqual([reader.email, reader.email]);
    expect(mails[1]?.subject).toMatch(/^Do zrobienia: .* – skończyła się kadencja.* \(i jeszcze 3\)$/);
    expect(mails[1]?.textBody).toContain('Deklaracja dostępności: Coroczny przegląd');
    expect(mails[1]?.textBody).not.toContain('Brak udokumentowanych efektów');
  });

  it('reaches a real mail server as text and HTML, with one click to end it and nothing to fetch', async () => {
    await order('7');
    await at('2026-11-23T06:00:00Z');
    const server = await mailServer();
    await sendWaiting(place().db, smtpTransport({ url: server.url, from: 'koga@city.example' }), () => new Date('2026-11-23T06:00:00Z'));
    await server.stop();
    const mail = await PostalMime.parse(server.taken[0]?.raw ?? '');
    expect(mail.text).toContain('OWHC: Kończy się kadencja: członek rady dyrektorów');
    expect(mail.text).toContain('https://koga.example/office');
    expect(mail.html).toContain('<html lang="pl">');
    expect(mail.html).not.toMatch(/<img|<link|<script|src=|url\(/);
    const header = (key: string) => mail.headers.find((one) => one.key === key)?.value ?? '';
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    const off = new URL(/^<(.*)>$/.exec(header('list-unsubscribe'))?.[1] ?? '');
    const nobody = officeAs(place(), null);
    const asked = await (await nobody.get(off.pathname + off.search)).text();
    expect(textOf(markup(asked))).toContain('Czy przestać wysyłać');
    expect((await place().db.read((read) => read.selectFrom('digests').selectAll().execute())).length).toBe(1);
    const ended = await nobody.post(off.pathname + off.search, { 'List-Unsubscribe': 'One-Click' });
    expect([ended.status, textOf(markup(await ended.text())).includes('jest wyłączona')]).toEqual([200, true]);
    expect(await at('2027-01-01T06:00:00Z')).toBe(0);
    expect((await nobody.post(off.pathname + off.search)).status).toBe(404);
  });

  it('is sent once, whoever looks at once', async () => {
    await order('7');
    const sent = await Promise.all([at('2026-11-23T06:00:00Z'), at('2026-11-23T06:00:00Z'), at('2026-11-23T06:00:00Z')]);
    expect(sent.toSorted()).toEqual([0, 0, 1]);
    expect(await waiting()).toHaveLength(1);
  });

  it('can be ended in the office, and goes to nobody without an address or who has left', async () => {
    await order('7');
    await place().db.write((tx) => tx.updateTable('people').set({ email: null }).where('actorId', '=', reader.actorId).execute());
    expect(await at('2026-11-23T06:00:00Z')).toBe(0);
    await order('');
    expect(await place().db.read((read) => read.selectFrom('digests').selectAll().execute())).toEqual([]);
  });

  it('wants an hour of its list, comes back with what was sent, and is not ordered from elsewhere', async () => {
    const refused = await order('25');
    const root = markup(await refused.text());
    expect(refused.status).toBe(422);
    expect(textOf(named(root, 'title')[0])).toMatch(/^Błąd: /);
    expect(textOf(root)).toContain('Wybierz godzinę z listy');
    expect((await order('7', fromElsewhere)).status).toBe(403);
    expect((await officeAs(place(), null).post('/office/today/digest', { hour: '7' })).status).toBe(401);
    expect(await place().db.read((read) => read.selectFrom('digests').selectAll().execute())).toEqual([]);
  });
});
