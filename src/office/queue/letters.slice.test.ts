import { describe, expect, it } from 'vitest';
import type { Role, SignedIn } from '#accounts/index.ts';
import { runDueJobs } from '#jobs/index.ts';
import type { Lang } from '#lang/lang.ts';
import { appOver, readable } from '../../../test/app.ts';
import { worldNow } from '../../../test/database.ts';
import { formIn } from '../../../test/form-in.ts';
import { colleague, officeAs } from '../../../test/office.ts';
import { storeFor } from '../../../test/world.ts';
import { allJobs } from '../../job-handlers.ts';

const origin = 'https://koga.example';

describe('letters of the publishing queue', () => {
  const store = storeFor('world');
  const { text } = appOver(store);

  /** Somebody who has a place in the office and an address of mail. */
  async function withMail(name: string, roles: Role[], email: string, lang: Lang = 'pl'): Promise<SignedIn> {
    const person = await colleague(store(), name, roles, { lang });
    await store().db.write(async (tx) => {
      await tx.updateTable('people').set({ email }).where('actorId', '=', person.actorId).execute();
      await tx.insertInto('staff').values({ actorId: person.actorId, lang, invitedBy: person.actorId, invitedAt: worldNow, joinedAt: worldNow }).execute();
      for (const role of roles) await tx.insertInto('accountRoles').values({ actorId: person.actorId, role }).execute();
    });
    return person;
  }
  const mailsTo = (email: string) =>
    store().db.read((reader) => reader.selectFrom('mails').select(['subject', 'textBody', 'onceKey']).where('recipient', '=', email).orderBy('id').execute());

  /** Takes a draft of a unit, fills in the reason and hands it in; answers the revision's id. */
  async function handIn(author: SignedIn, slug: string, why: { pl: string; en: string }, expected = 303): Promise<{ revisionId: string; html: string }> {
    const office = officeAs(store(), author);
    const address = (await office.post(`/office/records/unit/${slug}/draft`)).headers.get('location') ?? '';
    const form = formIn(await (await office.get(address)).text(), address).with({
      'shortName.pl': `Skrót ${why.pl}`,
      'draft-why-pl': why.pl,
      'draft-why-en': why.en,
      do: 'submit',
    });
    const answer = await office.post(address, form.pairs);
    expect(answer.status).toBe(expected);
    const { db } = store();
    const row = await db.read((reader) =>
      reader
        .selectFrom('revisions')
        .innerJoin('records', 'records.id', 'revisions.recordId')
        .select('revisions.id')
        .where('records.slug', '=', slug)
        .orderBy('number', 'desc')
        .limit(1)
        .executeTakeFirstOrThrow(),
    );
    return { revisionId: row.id, html: await answer.text() };
  }

  it('tell those who approve, then the author, each once and in their language; the reason goes from the form to the public change register', async () => {
    const author = await withMail('Anna Redaktor', ['editor'], 'anna@office.example', 'en');
    const publisher = await withMail('Piotr Zatwierdza', ['publisher'], 'piotr@office.example');
    await withMail('Ola Cicha', ['publisher'], 'ola@office.example');
    const quiet = await store().db.read((reader) => reader.selectFrom('people').select('actorId').where('email', '=', 'ola@office.example').executeTakeFirstOrThrow());
    await store().db.write((tx) => tx.updateTable('staff').set({ publishingMails: false }).where('actorId', '=', quiet.actorId).execute());

    const { revisionId } = await handIn(author, 'biuro-funduszy-europejskich', { pl: 'Biuro zmieniło skrót nazwy.', en: 'The office has a new short name.' });
    const [asked, ...more] = await mailsTo('piotr@office.example');
    expect(more).toEqual([]);
    expect(asked?.subject).toMatch(/^Do zatwierdzenia: /);
    expect(asked?.textBody).toContain('Powód: Biuro zmieniło skrót nazwy.');
    expect(asked?.textBody).toContain(`${origin}/office/queue/${revisionId}`);
    expect(await mailsTo('ola@office.example')).toEqual([]);
    expect(await mailsTo('anna@office.example')).toEqual([]);

    const desk = officeAs(store(), publisher);
    const review = await (await desk.get(`/office/queue/${revisionId}`)).text();
    expect(readable(review)).toContain('Biuro zmieniło skrót nazwy.');
    const approval = formIn(review, `/office/queue/${revisionId}/approve`);
    const answer = await desk.post(`/office/queue/${revisionId}/approve`, approval.pairs);
    expect(answer.headers.get('location')).toBe('/office/queue?done=published');
    expect((await mailsTo('anna@office.example')).map(({ subject }) => subject)).toEqual([expect.stringMatching(/^Published: /)]);
    expect(await text('/pl/rejestr-zmian')).toContain('Biuro zmieniło skrót nazwy.');
    expect(await text('/en/changes')).toContain('The office has a new short name.');
  });

  it('tell the author what came back and why, and the draft keeps the reason', async () => {
    const author = await withMail('Jan Redaktor', ['editor'], 'jan@office.example');
    const publisher = await withMail('Ewa Zatwierdza', ['publisher'], 'ewa@office.example');
    const { revisionId } = await handIn(author, 'willa-decjusza', { pl: 'Nowy skrót.', en: '' });
    await officeAs(store(), publisher).post(`/office/queue/${revisionId}/return`, { reason: 'Brakuje źródła.' });
    const [letter] = await mailsTo('jan@office.example');
    expect(letter?.subject).toMatch(/^Zwrócono do poprawy: /);
    expect(letter?.textBody).toContain('Powód: Brakuje źródła.');
    const office = officeAs(store(), author);
    const draft = (await office.post('/office/records/unit/willa-decjusza/draft')).headers.get('location') ?? '';
    expect(await (await office.get(draft)).text()).toContain('Nowy skrót.</textarea>');
  });

  it('tell the author when the set time has come', async () => {
    const author = await withMail('Iza Redaktor', ['editor'], 'iza@office.example');
    const publisher = await withMail('Adam Zatwierdza', ['publisher'], 'adam@office.example');
    const { revisionId } = await handIn(author, 'wydzial-kultury', { pl: 'Na jutro.', en: '' });
    const answer = await officeAs(store(), publisher).post(`/office/queue/${revisionId}/approve`, { whyPl: 'Na jutro.', when: 'at', day: '2026-11-23', time: '08:00' });
    expect(answer.headers.get('location')).toContain('done=scheduled');
    expect(await mailsTo('iza@office.example')).toEqual([]);
    await runDueJobs(store().db, allJobs({ baseUrl: origin, secret: 'a secret of tests' }), new Date('2026-11-23T07:00:00Z'));
    expect((await mailsTo('iza@office.example')).map(({ subject }) => subject)).toEqual([expect.stringMatching(/^Opublikowano: /)]);
  });

  it('do not come to whoever decides over their own work, and a refused form leaves none', async () => {
    const author = await withMail('Ala Redaktor', ['editor', 'publisher'], 'ala@office.example');
    const before = await mailsTo('ala@office.example');
    const { html } = await handIn(author, 'centrum-kultury-podgorza', { pl: '', en: 'Only in English.' }, 422);
    expect(html).toContain('Only in English.</textarea>');
    expect(readable(html)).toContain('Podaj powód także po polsku');
    const { revisionId } = await handIn(author, 'centrum-kultury-podgorza', { pl: 'Po polsku.', en: '' });
    await officeAs(store(), author).post(`/office/queue/${revisionId}/return`, { reason: 'sama' });
    expect(await mailsTo('ala@office.example')).toEqual(before);
  });

  it('many at once keep each author’s own reason; one without any is asked for', async () => {
    const author = await colleague(store(), 'Bez Poczty', ['editor']);
    const publisher = await withMail('Ula Zatwierdza', ['publisher'], 'ula@office.example');
    const first = await handIn(author, 'kancelaria-prezydenta', { pl: 'Powód pierwszy.', en: '' });
    const second = await handIn(author, 'zarzad-zieleni-miejskiej', { pl: '', en: '' });
    const desk = officeAs(store(), publisher);
    const both: [string, string][] = [
      ['revision', first.revisionId],
      ['revision', second.revisionId],
    ];
    const refused = await desk.post('/office/queue/bulk', both);
    expect(refused.status).toBe(422);
    expect(readable(await refused.text())).toContain('1 zaznaczony zapis nie ma powodu autora');
    expect((await desk.post('/office/queue/bulk', [['revision', first.revisionId]])).status).toBe(303);
    expect(await text('/pl/rejestr-zmian')).toContain('Powód pierwszy.');
  });

  it('are switched off and on by each person for themselves', async () => {
    const person = await withMail('Ola Druga', ['publisher'], 'ola2@office.example');
    const office = officeAs(store(), person);
    expect((await office.post('/office/today/publishing', { mails: 'no' })).status).toBe(303);
    expect(await (await office.get('/office/today/calendar')).text()).toMatch(/value="no" checked/);
    expect((await office.post('/office/today/publishing', { mails: 'x' })).status).toBe(400);
  });
});
