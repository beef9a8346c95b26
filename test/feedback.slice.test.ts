import { beforeEach, describe, expect, it } from 'vitest';
import { forgetSenders, listFeedback } from '../src/feedback/index.ts';
import { asLines } from '../src/commands/show-feedback.ts';
import { methodsOf } from '../src/app.tsx';
import { connect } from '#db/connect.ts';
import { appOver, readable } from './app.ts';
import { storeFor } from './world.ts';

const form = '/pl/zglos-uwage';
const remark = { page: '/pl/organizacje/owhc', useful: 'no', kind: 'error', message: 'Rok przystąpienia jest inny niż w uchwale.', email: '' };

describe('a resident reports something', () => {
  const store = storeFor('world');
  const start = new Date('2026-11-22T12:00:00Z');
  let clock = start;
  const { get, post } = appOver(store, () => clock);
  const stored = () => store().db.read((reader) => listFeedback(reader, 500));
  const senders = () => store().db.read((reader) => reader.selectFrom('feedbackSenders').selectAll().execute());
  const minutesLater = (minutes: number): void => {
    clock = new Date(clock.getTime() + minutes * 60_000);
  };

  beforeEach(async () => {
    clock = start;
    await store().db.write(async (tx) => {
      for (const table of ['feedback', 'feedbackSenders', 'feedbackKeys'] as const) await tx.deleteFrom(table).execute();
    });
  });

  it('from the foot of any page, and the form knows which page it is about', async () => {
    expect(await (await get('/pl/organizacje/owhc')).text()).toContain('href="/pl/zglos-uwage?page=/pl/organizacje/owhc"');
    expect(await (await get('/en/costs')).text()).toContain('href="/en/report?page=/en/costs"');
    const page = await (await get(`${form}?page=/pl/organizacje/owhc`)).text();
    expect(page).toContain('<input type="hidden" name="page" value="/pl/organizacje/owhc"');
    expect(page).not.toContain('Zgłoś uwagę do tej strony');
    expect(await (await get('/pl/nie-ma-takiej')).text()).not.toContain('Zgłoś uwagę do tej strony');
  });

  it.each(['https://evil.example/', '/pl/organizacje/%22%3E%3Cscript%3E', 'javascript:alert(1)'])('and the form takes no notice of the page %s', async (page) => {
    expect(await (await get(`${form}?page=${page}`)).text()).toBe(await (await get(form)).text());
  });

  it('and it is stored, the address for an answer apart from it', async () => {
    const answer = await post(form, { ...remark, email: 'jan@example.org' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/pl/zglos-uwage?page=/pl/organizacje/owhc&sent=1']);
    expect(await stored()).toMatchObject([
      { path: '/pl/organizacje/owhc', lang: 'pl', useful: false, kind: 'error', message: remark.message, state: 'new', emails: ['jan@example.org'], at: start },
    ]);
    const thanks = await get(answer.headers.get('location') ?? '');
    expect(readable(await thanks.text())).toContain('Uwaga została zapisana');
    expect(thanks.headers.get('x-koga-cache')).toBe(null);
    expect((await get(form)).headers.get('x-koga-cache')).toBe('page');
  });

  it('with mistakes, and finds everything typed still there, what is wrong first', async () => {
    const answer = await post(form, { page: '/pl/koszty', useful: 'yes', kind: '', message: 'Za <mało', email: 'jan@' });
    const page = await answer.text();
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([422, 'no-store']);
    expect(page).toMatch(/<title>Błąd: Zgłoś uwagę/);
    expect(page.indexOf('role="alert"')).toBeLessThan(page.indexOf('<h1'));
    for (const field of ['kind', 'message', 'email']) {
      expect(page).toContain(`href="#${field}"`);
      expect(page).toContain(`id="${field}"`);
      expect(page).toContain(`id="${field}-error"`);
    }
    expect(page).toContain('Za &lt;mało</textarea>');
    expect(page).toContain('value="jan@"');
    expect(page).toContain('name="page" value="/pl/koszty"');
    expect(page).toMatch(/name="useful" value="yes" checked/);
    expect(await stored()).toEqual([]);
  });

  it('in English, and is answered in English', async () => {
    expect(readable(await (await post('/en/report', { ...remark, message: 'short' })).text())).toContain('Write at least 10 characters');
    expect((await post('/en/report', remark)).headers.get('location')).toBe('/en/report?page=/pl/organizacje/owhc&sent=1');
  });

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
    ['a neighbouring site', { 'sec-fetch-site': 'same-site' }],
  ])('but not from %s', async (_where, headers) => {
    const answer = await post(form, remark, { headers: { accept: 'text/html', ...headers } });
    expect(answer.status).toBe(403);
    expect(readable(await answer.text())).toContain('Formularz wysłano ze strony innego serwisu.');
    expect(await stored()).toEqual([]);
  });

  it.each([
    ['bytes that are not UTF-8', 'kind=error&message=Rok+przyst%B1pienia+jest+inny', 400],
    ['NUL', 'kind=error&message=Rok+przyst%00pienia+jest+inny', 400],
    ['a field twice', 'kind=error&kind=other&message=Rok+jest+inny', 400],
    ['more than a form holds', `kind=error&message=${'a'.repeat(60_000)}`, 413],
  ])('but not %s', async (_what, body, status) => {
    expect((await post(form, body)).status).toBe(status);
    expect(await stored()).toEqual([]);
  });

  it('as long as it may be, in any script', async () => {
    expect((await post(form, { ...remark, message: '🦢'.repeat(4000) })).status).toBe(303);
  });

  it('twice by mistake, and it is one message; somebody else who says the same may ask for an answer too', async () => {
    for (let times = 0; times < 8; times += 1) expect((await post(form, remark)).status).toBe(303);
    expect((await post(form, { ...remark, email: 'jan@example.org' }, { from: '192.0.2.2' })).status).toBe(303);
    expect(await stored()).toMatchObject([{ message: remark.message, emails: ['jan@example.org'] }]);
    expect((await post(form, { ...remark, kind: 'other' })).status).toBe(303);
    expect(await stored()).toHaveLength(2);
  });

  it('at the same moment as others, and the limits hold', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, (_none, index) => post(form, { ...remark, message: `${remark.message} ${index}` })));
    expect(answers.filter((answer) => answer.status === 303)).toHaveLength(5);
    expect(await stored()).toHaveLength(5);
  });

  it('five times an hour from one address, and is told when the sixth may come, with the text kept', async () => {
    for (let times = 0; times < 5; times += 1) {
      expect((await post(form, { ...remark, message: `Uwaga numer ${times}` })).status).toBe(303);
      minutesLater(2);
    }
    const refused = await post(form, { ...remark, message: 'Szósta uwaga' });
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '3000']);
    const page = await refused.text();
    expect(page).toContain('Szósta uwaga</textarea>');
    expect(readable(page)).toContain('wyślij ją za godzinę');
    expect((await post(form, { ...remark, message: 'Szósta uwaga' }, { from: '192.0.2.9' })).status).toBe(303);
    minutesLater(50);
    expect((await post(form, { ...remark, message: 'Szósta uwaga' })).status).toBe(303);
  });

  it('around midnight, and the hour does not begin anew', async () => {
    clock = new Date('2026-11-22T23:58:00Z');
    for (let times = 0; times < 5; times += 1) await post(form, { ...remark, message: `Uwaga numer ${times}` });
    minutesLater(4);
    expect((await post(form, { ...remark, message: 'Szósta uwaga' })).status).toBe(429);
  });

  it('and a hundred a day is all that the service takes', async () => {
    for (let times = 0; times < 100; times += 1) expect((await post(form, { ...remark, message: `Uwaga numer ${times}` }, { from: `198.51.100.${times}` })).status).toBe(303);
    const refused = await post(form, { ...remark, message: 'Sto pierwsza' }, { from: '203.0.113.1' });
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '86400']);
    minutesLater(24 * 60);
    expect((await post(form, { ...remark, message: 'Sto pierwsza' }, { from: '203.0.113.1' })).status).toBe(303);
  });

  it('and nothing of the network address stays: a hash for a day, and then not even that', async () => {
    await post(form, remark, { from: '192.0.2.77' });
    const [sender] = await senders();
    expect(JSON.stringify(sender)).not.toContain('192.0.2.77');
    minutesLater(24 * 60);
    await forgetSenders(store().db, clock);
    expect(await senders()).toEqual([]);
    minutesLater(24 * 60);
    await forgetSenders(store().db, clock);
    expect(await store().db.read((reader) => reader.selectFrom('feedbackKeys').selectAll().execute())).toEqual([]);
    expect(await stored()).toHaveLength(1);
  });

  it('while a program that fills in every field is told so and leaves nothing behind', async () => {
    const answer = await post(form, { ...remark, website: 'https://spam.example' });
    const page = await answer.text();
    expect(answer.status).toBe(422);
    expect(page).toContain(`${remark.message}</textarea>`);
    // Somebody whose browser filled the hidden field sends it once more, and it goes through.
    expect(page).not.toContain('spam.example');
    expect(page).toMatch(/<div hidden[^>]*>\s*<label for="website"/);
    expect(await stored()).toEqual([]);
  });

  it('with script and SQL in the message: kept as typed, never raw on a page or in the terminal', async () => {
    const message = "'); drop table feedback; -- <script>alert(1)</script> \u001b[2Jtekst \u202eodwrotny";
    expect((await post(form, { ...remark, message })).status).toBe(303);
    const [one] = await stored();
    if (!one) throw new Error('it was not stored');
    expect(one.message).toBe(message);
    expect(asLines(one)).toContain("'); drop table feedback;");
    for (const steering of ['\u001b', '\u202e']) expect(asLines(one)).not.toContain(steering);
    const page = await (await post(form, { ...remark, kind: '', message })).text();
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).not.toContain('<script>alert');
  });

  it('while the database is away, and the text is not lost', async () => {
    const away = connect({ ...store().server, folder: '/nowhere' }, 1);
    const answer = await appOver(() => ({ ...store(), db: away })).post(form, remark);
    await away.close();
    const page = await answer.text();
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '120']);
    expect(page).toContain(`${remark.message}</textarea>`);
    expect(page).toContain('action="/pl/zglos-uwage"');
  });

  it('by GET and POST only', () => {
    expect(methodsOf(form)).toEqual(['GET', 'POST']);
    expect(methodsOf('/en/report')).toEqual(['GET', 'POST']);
    expect(methodsOf('/pl/koszty')).toEqual(['GET']);
  });
});
