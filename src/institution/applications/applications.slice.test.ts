import { describe, expect, it } from 'vitest';
import { applicant, begin, coordinatorOf, fillAndSend, hidden, officeAddress, openForm, pdf, publishedOffer, step, versionIn, withFile } from '../../../test/applications.ts';
import { contactOfInstitution, institutionAs } from '../../../test/institution.ts';
import { fromElsewhere } from '../../../test/office.ts';
import { storeFor } from '../../../test/world.ts';

const place = storeFor('world');
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

/** An open call, its coordinator, and a museum whose clock can be set. */
async function scene(over: Record<string, unknown> = {}, from = '2026-11-22T12:00:00Z') {
  const offer = await publishedOffer(place(), over);
  const coordinator = await coordinatorOf(place(), offer);
  await openForm(coordinator, offer);
  const clock = { now: new Date(from) };
  const museum = await applicant(place(), await contactOfInstitution(place()), () => clock.now);
  return { offer, coordinator, museum, clock };
}

const mailsTo = (email: string): Promise<number> =>
  place().db.read(async (reader) => (await reader.selectFrom('mails').select('id').where('recipient', '=', email).execute()).length);
const stateOf = (address: string): Promise<string> =>
  place().db.read(
    async (reader) =>
      (
        await reader
          .selectFrom('applications')
          .select('state')
          .where('id', '=', address.split('/').at(-1) ?? '')
          .executeTakeFirstOrThrow()
      ).state,
  );
const has = async (answer: Response, ...words: string[]): Promise<string[]> => {
  const html = (await answer.text()).replaceAll('\u00a0', ' ');
  return words.filter((one) => !html.includes(one));
};

describe('the deadline of an application', () => {
  it.each([
    ['on an ordinary day', {}, '2026-12-15T14:00:00.999Z', '2026-12-15T14:00:01Z'],
    [
      'on the day when the clocks go forward',
      { cityDeadline: { date: '2027-03-28', time: '17:00', zone: 'Europe/Warsaw' }, deadline: { date: '2027-05-01', zone: 'Europe/Berlin' } },
      '2027-03-28T15:00:00Z',
      '2027-03-28T15:00:01Z',
    ],
  ])('%s is kept to the second, and what was typed stays in the page', async (_when, over, last, late) => {
    const { offer, museum, clock } = await scene(over, last.replace(/-\d\dT/, '-10T'));
    const [one, other] = [await begin(museum, offer), await begin(museum, offer)];
    clock.now = new Date(late);
    const refused = await fillAndSend(museum, one);
    expect(refused.status).toBe(422);
    expect(await has(refused, 'Termin minął', 'value="Most pamięci"')).toEqual([]);
    expect(await stateOf(one)).toBe('draft');
    expect((await museum.zone.post(one, { version: '1', f1: 'Za późno', do: 'save' })).status).toBe(422);
    const begun = await museum.zone.post(`/pl/oferty/${offer.slug}/zgloszenie`, { once: '00000000-0000-4000-8000-000000000001' });
    expect(begun.status).toBe(422);
    clock.now = new Date(last);
    expect((await fillAndSend(museum, other)).headers.get('location')).toBe(`${other}?done=sent`);
  });

  it('is another one for an amendment, after the call has closed', async () => {
    const { offer, coordinator, museum, clock } = await scene();
    const address = await begin(museum, offer);
    await fillAndSend(museum, address);
    expect((await step(coordinator, address, { to: 'to-amend', day: '2026-12-20', reason: 'Brakuje kosztorysu.' })).status).toBe(303);
    expect(await has(await museum.zone.get(address), 'Brakuje kosztorysu.', '20 grudnia 2026', 'Wyślij ponownie')).toEqual([]);
    clock.now = new Date('2026-12-20T23:00:00Z');
    const late = await fillAndSend(museum, address, { f1: 'Most i rzeka' });
    expect([late.status, await stateOf(address)]).toEqual([422, 'to-amend']);
    clock.now = new Date('2026-12-20T22:59:59Z');
    expect((await fillAndSend(museum, address, { f1: 'Most i rzeka' })).status).toBe(303);
    expect(await stateOf(address)).toBe('sent');
  });
});

describe('filling in an application', () => {
  it('is saved unfinished, and is not sent before everything is there', async () => {
    const { offer, museum } = await scene();
    const address = await begin(museum, offer);
    expect((await museum.zone.post(address, { version: '1', f1: 'Most', do: 'save' })).headers.get('location')).toBe(`${address}?done=saved`);
    const answer = await museum.zone.post(address, { version: '2', f1: 'Most', do: 'send' });
    expect(answer.status).toBe(422);
    expect(await has(answer, 'Opis projektu: Dodaj plik', 'Projekt jest nasz: Zaznacz oświadczenie', 'value="Most"')).toEqual([]);
    expect(await stateOf(address)).toBe('draft');
  });

  it.each([
    ['a page that calls itself a PDF', Buffer.from('<!doctype html><script>alert(1)</script>'), 'Wybierz plik PDF'],
    ['a drawing that could run a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'), 'Wybierz plik PDF'],
    ['26 megabytes', Buffer.concat([pdf, Buffer.alloc(26 * 1_048_576)]), 'Wybierz mniejszy plik'],
  ])('does not take %s, and keeps everything else', async (_what, bytes, words) => {
    const { offer, museum } = await scene();
    const address = await begin(museum, offer);
    const answer = await museum.zone.post(address, withFile({ version: '1', f1: 'Most pamięci', f3: 'yes', do: 'send' }, 'f2', bytes));
    expect(answer.status).toBe(422);
    expect(await has(answer, words, 'value="Most pamięci"')).toEqual([]);
    expect(await has(await museum.zone.get(address), 'value="Most pamięci"')).toEqual([]);
    expect(await stateOf(address)).toBe('draft');
  });

  it('keeps a picture as what it is, whatever its name says, and sends it back as bytes that no browser runs', async () => {
    const { offer, museum } = await scene();
    const address = await begin(museum, offer);
    await museum.zone.post(address, withFile({ version: '1', do: 'save' }, 'f2', png, '../../opis "1".pdf'));
    const html = await (await museum.zone.get(address)).text();
    expect(html).toContain('opis -1.png');
    const file = await museum.zone.get(/href="([^"]*\/pliki\/[^"]*)"/.exec(html)?.[1] ?? '');
    expect([
      file.status,
      file.headers.get('content-type'),
      file.headers.get('x-content-type-options'),
      file.headers.get('content-security-policy'),
      file.headers.get('cache-control'),
    ]).toEqual([200, 'image/png', 'nosniff', "default-src 'none'; sandbox", 'no-store']);
    expect(file.headers.get('content-disposition')).toMatch(/^attachment;/);
    expect((await museum.zone.post(address, { version: '2', remove: 'f2', do: 'save' })).status).toBe(303);
    expect(await (await museum.zone.get(address)).text()).not.toContain('opis -1.png');
  });

  it('begins one application and is sent once, however often the buttons are pressed', async () => {
    const { offer, museum } = await scene();
    const page = `/pl/oferty/${offer.slug}/zgloszenie`;
    const once = hidden(await (await museum.zone.get(page)).text(), 'once');
    const begun = await Promise.all([1, 2, 3].map(() => museum.zone.post(page, { once })));
    const places = new Set(begun.map((answer) => answer.headers.get('location')));
    expect([...new Set(begun.map((answer) => answer.status)), places.size]).toEqual([303, 1]);
    const address = [...places][0] ?? '';
    const send = () => museum.zone.post(address, withFile({ version: '1', f1: 'Most pamięci', f3: 'yes', do: 'send' }, 'f2', pdf));
    const sent = await Promise.all([send(), send()]);
    expect(sent.filter((answer) => answer.status === 303).length).toBeGreaterThanOrEqual(1);
    expect(await mailsTo(museum.contact.email)).toBe(1);
    const steps = await place().db.read((reader) =>
      reader
        .selectFrom('applicationSteps')
        .select('toState')
        .where('applicationId', '=', address.split('/').at(-1) ?? '')
        .orderBy('id')
        .execute(),
    );
    expect(steps.map((one) => one.toState)).toEqual(['draft', 'sent']);
  });

  it('lets no colleague write over what another has saved', async () => {
    const { offer, museum } = await scene();
    const address = await begin(museum, offer);
    const colleague = await applicant(place(), await contactOfInstitution(place(), { institutionId: museum.contact.institutionId, name: 'Jan' }));
    expect((await museum.zone.post(address, { version: '1', f1: 'Pierwsza', do: 'save' })).status).toBe(303);
    const stale = await colleague.zone.post(address, { version: '1', f1: 'Druga', do: 'save' });
    expect(stale.status).toBe(409);
    const html = (await stale.text()).replaceAll('\u00a0', ' ');
    expect([html.includes('value="Druga"'), html.includes('Ktoś z Waszej instytucji'), versionIn(html)]).toEqual([true, true, '2']);
    expect(await has(await museum.zone.get(address), 'value="Pierwsza"')).toEqual([]);
    const quiet = await colleague.zone.post(address, { version: '1', f1: 'Druga', autosave: '1' });
    expect(quiet.status).toBe(409);
    const kept = await colleague.zone.post(address, { version: '2', f1: 'Razem', autosave: '1' });
    expect(await kept.json()).toMatchObject({ version: 3 });
  });
});

describe('somebody else’s application', () => {
  it('is answered like one that there is not', async () => {
    const { offer, museum } = await scene();
    const address = await begin(museum, offer);
    await fillAndSend(museum, address);
    const file = /href="([^"]*\/pliki\/[^"]*)"/.exec(await (await museum.zone.get(address)).text())?.[1] ?? '';
    const other = await institutionAs(place(), await contactOfInstitution(place(), { institution: 'Biblioteka', kind: 'library' }));
    const missing = await other.get('/pl/instytucja/zgloszenia/00000000-0000-4000-8000-000000000000');
    for (const path of [address, file, '/pl/instytucja/zgloszenia/1']) expect((await other.get(path)).status).toBe(404);
    expect(missing.status).toBe(404);
    for (const path of [address, `${address}/krok`, `${address}/wiadomosc`])
      expect((await other.post(path, { version: '2', to: 'withdrawn', sure: 'yes', text: 'x', once: '00000000-0000-4000-8000-000000000002' })).status).toBe(404);
    expect(await stateOf(address)).toBe('sent');
  });

  it('is for nobody who has not signed in, and no other site may send its form', async () => {
    const { offer, museum } = await scene();
    const address = await begin(museum, offer);
    const nobody = await institutionAs(place(), null);
    expect((await nobody.get(address)).headers.get('location')).toBe(`/pl/instytucja/logowanie?to=${encodeURIComponent(address)}`);
    expect((await nobody.get(`/pl/oferty/${offer.slug}/zgloszenie`)).status).toBe(200);
    expect((await museum.zone.post(address, { version: '1', f1: 'x' }, fromElsewhere)).status).toBe(403);
  });
});

describe('an interest', () => {
  it('says who and what, reaches the office, and becomes an application', async () => {
    const offer = await publishedOffer(place());
    const coordinator = await coordinatorOf(place(), offer);
    await coordinator.office.post(`/office/offers/${offer.slug}/taking`, { takes: 'interest', version: '0' });
    const museum = await applicant(place(), await contactOfInstitution(place()));
    const page = `/pl/oferty/${offer.slug}/zgloszenie`;
    const once = hidden(await (await museum.zone.get(page)).text(), 'once');
    const empty = await museum.zone.post(`/pl/oferty/${offer.slug}/zainteresowanie`, { once, who: 'Pracownia', what: 'krótko' });
    expect(empty.status).toBe(422);
    expect(await has(empty, 'value="Pracownia"', 'krótko', 'Napisz, co chcecie zgłosić')).toEqual([]);
    expect((await museum.zone.post(page, { once })).status).toBe(422);
    const noted = await museum.zone.post(`/pl/oferty/${offer.slug}/zainteresowanie`, { once, who: 'Pracownia', what: 'Wystawa o mostach na rzece.' });
    const address = (noted.headers.get('location') ?? '').replace(/\?.*/, '');
    expect(await stateOf(address)).toBe('interest');
    expect(await has(await coordinator.office.get(officeAddress(address)), 'Wystawa o mostach na rzece.')).toEqual([]);
    await openForm(coordinator, offer);
    expect((await museum.zone.post(`${address}/krok`, { version: '1', to: 'draft' })).status).toBe(303);
    expect((await fillAndSend(museum, address)).status).toBe(303);
    expect(await stateOf(address)).toBe('sent');
  });
});

describe('what an institution does besides', () => {
  it('withdraws, but not by a slip', async () => {
    const { offer, museum } = await scene();
    const address = await begin(museum, offer);
    await fillAndSend(museum, address);
    const version = versionIn(await (await museum.zone.get(address)).text());
    expect((await museum.zone.post(`${address}/krok`, { version, to: 'withdrawn' })).status).toBe(422);
    expect((await museum.zone.post(`${address}/krok`, { version, to: 'won' })).status).toBe(422);
    expect((await museum.zone.post(`${address}/krok`, { version, to: 'withdrawn', sure: 'yes', reason: 'Zmiana planów' })).status).toBe(303);
    expect([await stateOf(address), await mailsTo(museum.contact.email)]).toEqual(['withdrawn', 2]);
    expect((await museum.zone.post(address, { version: '9', f1: 'x', do: 'save' })).status).toBe(422);
  });

  it('writes to the office and reads what it answers, each message once', async () => {
    const { offer, coordinator, museum } = await scene();
    const address = await begin(museum, offer);
    await fillAndSend(museum, address);
    const once = '00000000-0000-4000-8000-000000000003';
    const write = () => museum.zone.post(`${address}/wiadomosc`, { once, text: 'Czy można dołączyć film?' });
    expect([(await write()).status, (await write()).status, (await museum.zone.post(`${address}/wiadomosc`, { once, text: ' ' })).status]).toEqual([303, 303, 422]);
    const seen = await (await coordinator.office.get(officeAddress(address))).text();
    expect([seen.split('Czy można dołączyć film?').length - 1, seen.includes('>nowa<')]).toEqual([1, true]);
    await coordinator.office.post(`${officeAddress(address)}/message`, { once, text: 'Tak, do 5 minut.' });
    expect(await has(await museum.zone.get(address), 'Tak, do 5 minut.', '>nowa<', 'Oznacz jako przeczytane')).toEqual([]);
    expect(await mailsTo(museum.contact.email)).toBe(2);
    await museum.zone.post(`${address}/wiadomosc`, { do: 'read' });
    expect((await (await museum.zone.get(address)).text()).includes('>nowa<')).toBe(false);
  });

  it('sees its applications on its own page and takes them along in its data', async () => {
    const { offer, museum } = await scene();
    const address = await begin(museum, offer);
    await fillAndSend(museum, address);
    expect(await has(await museum.zone.get('/pl/instytucja'), address, 'Nagroda Nadbrzeży', 'wysłane')).toEqual([]);
    const own = await (await museum.zone.get('/pl/instytucja/moje-dane/pobierz')).text();
    expect(['Most pamięci', 'opis.pdf', offer.slug].filter((one) => !own.includes(one))).toEqual([]);
  });

  it('finds the way to apply on the offer’s public page while it is open', async () => {
    const { offer, museum } = await scene();
    const page = `/pl/oferty/${offer.slug}`;
    expect(await has(await museum.zone.get(page), `${page}/zgloszenie`)).toEqual([]);
    const closed = await institutionAs(place(), null, () => new Date('2026-12-15T14:00:01Z'));
    expect((await (await closed.get(page)).text()).includes(`${page}/zgloszenie`)).toBe(false);
  });
});
