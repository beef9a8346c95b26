import { beforeEach, describe, expect, it } from 'vitest';
import type { Role, SignedIn } from '#accounts/index.ts';
import { forgetSettledMail } from '#offers/index.ts';
import { worldNow } from '../../../test/database.ts';
import { attribute, elementsOf, markup, named, textOf } from '../../../test/markup.ts';
import { colleague, fromElsewhere, officeAs } from '../../../test/office.ts';
import { storeFor } from '../../../test/world.ts';

const place = storeFor('world');
let editor: SignedIn;
beforeEach(async () => {
  editor = await colleague(place(), 'Ewa Redaktor', ['editor']);
  await place().db.write(async (tx) => {
    await tx.deleteFrom('intakeItems').execute();
    await tx.deleteFrom('drafts').execute();
  });
});

const call = `From: "Secretariat" <secretariat@ovpm.org>
To: office@city.example
Subject: Fwd: Prize for heritage – call for entries 2027
Date: Thu, 12 Nov 2026 10:00:00 +0100
Message-ID: <a1@ovpm.org>
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8

Dear members,
<script>alert(1)</script>
each member city may submit one entry. The mayor's signature is needed, and fees must be paid for the current year.
Deadline: 30 April 2027, 23:59 CEST. A first reading takes place on 03/04/2027.
The prize is 10,000 EUR. Entry form: https://www.ovpm.org/prize/form
`;
const path = async (office: ReturnType<typeof officeAs>, fields: Record<string, string | File>): Promise<string> => {
  const response = await office.post('/office/intake', formOf(fields));
  expect(response.status).toBe(303);
  return response.headers.get('location') ?? '';
};
const formOf = (fields: Record<string, string | File>): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
};
const eml = (text: string | Uint8Array<ArrayBuffer>): File => new File([text], 'call.eml', { type: 'message/rfc822' });
const rows = () => place().db.read((reader) => reader.selectFrom('intakeItems').selectAll().execute());
const drafts = () => place().db.read((reader) => reader.selectFrom('drafts').select(['id', 'kind', 'body']).execute());
const acts = (about: string) => place().db.read((reader) => reader.selectFrom('audit').select('action').where('about', '=', about).orderBy('id').execute());
/** What the form would send as it stands. */
const standing = (html: string): [string, string][] =>
  named(
    elementsOf(markup(html)).find((one) => attribute(one, 'id') === 'draft'),
    'input',
  )
    .filter((input) => input.attributes.has('checked'))
    .map((input) => [attribute(input, 'name') ?? '', attribute(input, 'value') ?? '']);

describe('a mail with a call', () => {
  it.each([
    ['uploaded as a file', { file: eml(call) }],
    ['pasted with its headers', { text: call }],
  ])('%s is read, the words beside each field and marked in the text', async (_how, fields) => {
    const office = officeAs(place(), editor);
    const at = await path(office, fields);
    const html = await (await office.get(at)).text();
    const root = markup(html);
    expect(textOf(named(root, 'h1')[0])).toBe('Fwd: Prize for heritage – call for entries 2027');
    expect(Object.fromEntries(standing(html))).toMatchObject({
      title: 'en:Prize for heritage – call for entries 2027',
      organisation: 'owhc',
      deadline: '2027-04-30T23:59[Europe/Warsaw]',
      quota: '1',
      goodStanding: 'needed',
      money: '10000 EUR',
      url: 'https://www.ovpm.org/prize/form',
      // Two readings, and a signature that only hints: nothing is filled in.
      begins: '',
      intermediary: '',
    });
    const marks = named(root, 'mark').map(textOf);
    expect(marks.some((text) => text.includes('Deadline: 30 April 2027, 23:59 CEST'))).toBe(true);
    expect(textOf(root)).toContain('Tę datę można odczytać na dwa sposoby.');
    expect(textOf(root)).toContain('<script>alert(1)</script>');
    expect(named(root, 'script').map(textOf).join('')).not.toContain('alert');
  });

  it('is one item, however often it is sent', async () => {
    const office = officeAs(place(), editor);
    const first = await path(office, { text: call });
    expect(await path(office, { text: call })).toBe(first);
    expect(await path(office, { file: eml(call.replaceAll('\n', '\r\n')) })).toBe(first);
    expect(await rows()).toHaveLength(1);
    expect(await acts(first.split('/').at(-1) ?? '')).toEqual([{ action: 'take in mail' }]);
  });

  it('that was pasted as text is kept with its address, which is never opened', async () => {
    const office = officeAs(place(), editor);
    await path(office, { text: 'Nabór dla miast\nTermin: 30 kwietnia 2027 r.', url: 'https://hanse.org/nabor' });
    expect(await rows()).toMatchObject([{ via: 'pasted', senderAddress: null, subject: null, url: 'https://hanse.org/nabor' }]);
  });

  it.each([
    ['nothing', {}, 'Wklej tekst wiadomości albo wybierz plik .eml.'],
    ['both ways', { text: 'Termin: 1 marca 2027', file: eml(call) }, 'nie jedno i drugie'],
    ['a link that is none', { text: 'Termin: 1 marca 2027', url: 'javascript:alert(1)' }, 'http:// albo https://'],
    ['what is no mail', { file: eml('\u0001\u0002') }, 'nie da się odczytać jako wiadomości'],
    ['a mail without text', { file: eml('From: a@b.example\nSubject: x\n\n  \n') }, 'W wiadomości nie ma tekstu'],
    ['a mail of more than 5 MB', { file: eml(new Uint8Array(5 * 1_048_576 + 1)) }, 'większa niż 5 MB'],
    ['a text without end', { text: 'x'.repeat(500_001) }, 'Tekst jest za długi'],
  ])('is refused where there is %s, with what was typed', async (_what, fields: Record<string, string | File>, says) => {
    const response = await officeAs(place(), editor).post('/office/intake', formOf(fields));
    expect(response.status).toBe(422);
    const root = markup(await response.text());
    expect(textOf(root)).toContain(says);
    expect(textOf(named(root, 'textarea')[0])).toBe('text' in fields ? fields['text'] : '');
    expect(await rows()).toEqual([]);
  });
});

describe('a draft offer', () => {
  it('is made of what is chosen and nothing else, once, without the sender, and published by nobody', async () => {
    const office = officeAs(place(), editor);
    const at = await path(office, { text: call });
    const fields = [...standing(await (await office.get(at)).text()).filter(([name]) => name !== 'begins' && name !== 'quota'), ['begins', '2027-04-03'], ['quota', '']] satisfies [
      string,
      string,
    ][];
    const made = await office.post(`${at}/draft`, fields);
    const again = await office.post(`${at}/draft`, fields);
    expect(made.status).toBe(303);
    expect(again.headers.get('location')).toBe(made.headers.get('location'));
    const kept = await drafts();
    expect(kept).toHaveLength(1);
    expect(made.headers.get('location')).toBe(`/office/drafts/${kept[0]?.id}`);
    expect(kept[0]).toMatchObject({
      kind: 'offer',
      body: {
        title: { en: 'Prize for heritage – call for entries 2027' },
        organisation: 'owhc',
        deadline: { date: '2027-04-30', time: '23:59', zone: 'Europe/Warsaw' },
        begins: '2027-04-03',
        goodStanding: 'needed',
        money: { amount: '10000', currency: 'EUR', says: { en: '10,000 EUR' } },
        url: 'https://www.ovpm.org/prize/form',
        officeNotes: 'Szkic z wiadomości, która wpłynęła 22 listopada 2026 (ovpm.org).',
      },
    });
    expect(JSON.stringify(kept[0]?.body)).not.toMatch(/quota|intermediary|secretariat/);
    expect((await office.get(made.headers.get('location') ?? '')).status).toBe(200);
    expect(await place().db.read((reader) => reader.selectFrom('records').select('id').where('slug', '=', 'prize-for-heritage-call-for-entries-2027').execute())).toEqual([]);
    expect(textOf(markup(await (await office.get(at)).text()))).toContain('Z tej wiadomości powstał szkic oferty.');
  });

  it('is not made of values that were not read, and the choice stays', async () => {
    const office = officeAs(place(), editor);
    const at = await path(office, { text: call });
    const response = await office.post(`${at}/draft`, { deadline: '2030-01-01[Europe/Warsaw]', quota: '1', type: '' });
    expect(response.status).toBe(422);
    expect(standing(await response.text())).toContainEqual(['quota', '1']);
    expect(await drafts()).toEqual([]);
  });

  it('of a coordinator waits for an editor', async () => {
    const office = officeAs(place(), await colleague(place(), 'Koordynatorka', ['offers-coordinator']));
    const at = await path(office, { text: call });
    expect((await office.post(`${at}/draft`, { quota: '1' })).headers.get('location')).toBe(`${at}?done=saved`);
    expect(await drafts()).toMatchObject([{ body: { quota: 1 } }]);
  });
});

describe('a mail that is no call', () => {
  it('is set aside with a reason, once, and can be taken up again', async () => {
    const office = officeAs(place(), editor);
    const at = await path(office, { text: call });
    const id = at.split('/').at(-1) ?? '';
    const refused = await office.post(`${at}/set-aside`, { reason: ' ' });
    expect(refused.status).toBe(422);
    const long = await office.post(`${at}/set-aside`, { reason: 'ą'.repeat(301) });
    expect(long.status).toBe(422);
    expect(await long.text()).toContain('ą'.repeat(301));
    for (let time = 0; time < 2; time += 1) expect((await office.post(`${at}/set-aside`, { reason: 'Zaproszenie <b>dla urzędu' })).status).toBe(303);
    expect(await acts(id)).toEqual([{ action: 'take in mail' }, { action: 'set mail aside' }]);
    expect(textOf(markup(await (await office.get('/office/intake?show=set-aside')).text()))).toContain('Powód: Zaproszenie <b>dla urzędu');
    expect((await office.post(`${at}/draft`, { quota: '1' })).status).toBe(409);
    expect((await office.post(`${at}/take-back`)).status).toBe(303);
    expect(await rows()).toMatchObject([{ state: 'new', reason: null }]);
  });
});

describe('what a mail says of people', () => {
  it('is erased ninety days after it was settled, and not before; that it came stays', async () => {
    const office = officeAs(place(), editor);
    const at = await path(office, { text: call });
    const waiting = await path(office, { text: 'Termin: 1 marca 2027' });
    await office.post(`${at}/set-aside`, { reason: 'x' });
    const later = (days: number): Date => new Date(worldNow.getTime() + days * 86_400_000);
    expect(await forgetSettledMail(place().db, later(90))).toBe(0);
    expect(await forgetSettledMail(place().db, later(90.01))).toBe(1);
    expect(await forgetSettledMail(place().db, later(91))).toBe(0);
    const kept = (await rows()).find((row) => at.endsWith(row.id));
    expect(kept).toMatchObject({ senderName: null, senderAddress: null, subject: null, body: null, fingerprint: null, senderDomain: 'ovpm.org', state: 'set-aside' });
    expect((await office.get(at)).status).toBe(200);
    expect((await office.get(waiting)).status).toBe(200);
    // The same mail a year later is a new item, not a way to an empty one.
    expect(await path(office, { text: call })).not.toBe(at);
  });
});

describe('incoming calls', () => {
  it.each(['reader', 'publisher', 'assessor', 'administrator'] as const satisfies Role[])('are not for a %s', async (role) => {
    const at = await path(officeAs(place(), editor), { text: call });
    const office = officeAs(place(), await colleague(place(), 'Ktoś', [role]));
    const answers = [
      office.get('/office/intake'),
      office.get(at),
      office.post('/office/intake', formOf({ text: 'Termin: 1 marca 2027' })),
      office.post(`${at}/draft`, {}),
      office.post(`${at}/set-aside`, { reason: 'x' }),
      office.post(`${at}/take-back`),
    ];
    for (const answer of answers) expect((await answer).status).toBe(403);
    expect(await rows()).toMatchObject([{ state: 'new' }]);
  });

  it('are not touched from elsewhere, nor by whoever has not signed in, nor under an address that is none', async () => {
    const office = officeAs(place(), editor);
    const at = await path(office, { text: call });
    for (const what of [`${at}/draft`, `${at}/set-aside`, `${at}/take-back`]) {
      expect((await office.post(what, { reason: 'x' }, fromElsewhere)).status).toBe(403);
      expect((await officeAs(place(), null).post(what, { reason: 'x' })).status).toBe(401);
    }
    expect((await office.post('/office/intake', formOf({ text: 'x' }), fromElsewhere)).status).toBe(403);
    for (const id of ['nothing', '0197a000-0000-7000-8000-000000000000'])
      for (const end of ['', '/draft', '/set-aside', '/take-back'])
        expect((await (end === '' ? office.get(`/office/intake/${id}`) : office.post(`/office/intake/${id}${end}`, { reason: 'x' }))).status).toBe(404);
    expect(await rows()).toMatchObject([{ state: 'new' }]);
  });
});
