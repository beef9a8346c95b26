import { describe, expect, it } from 'vitest';
import type { Role, SignedIn } from '#accounts/index.ts';
import { runDueJobs, waitingJobs } from '#jobs/index.ts';
import { listChanges } from '#publishing/history.ts';
import { submit } from '#publishing/publish.ts';
import { currentRevisionId, findRecord, revisionById, stateOfRevision } from '#publishing/store.ts';
import { verify } from '#publishing/verify.ts';
import { kinds } from '../../kinds.ts';
import { readable } from '../../../test/app.ts';
import { worldNow } from '../../../test/database.ts';
import { colleague, fromElsewhere, officeAs } from '../../../test/office.ts';
import { storeFor } from '../../../test/world.ts';
import { publishJob } from './decide.ts';
import { publishAtItsTime } from './scheduled-job.ts';

const later = (minutes: number): Date => new Date(worldNow.getTime() + minutes * 60_000);
const handlers = { [publishJob]: publishAtItsTime(kinds) };
const below: Role[][] = [['reader'], ['editor'], ['assessor'], ['offers-coordinator'], ['administrator']];

describe('the publishing queue', () => {
  const store = storeFor('world');
  const unit = (name: string) => ({ name: { pl: name, en: `${name} (en)` }, kind: 'department' });
  const editor = (name = 'Anna Redaktor', roles: Role[] = ['editor']): Promise<SignedIn> => colleague(store(), name, roles);
  const publisher = (given = {}): Promise<SignedIn> => colleague(store(), 'Piotr Zatwierdzający', ['publisher'], given);

  const handIn = async (slug: string, author: SignedIn, body: unknown = unit(slug), basedOn: string | null = null, kind = 'unit'): Promise<string> => {
    const handed = await submit(store().db, kinds, { kind, slug, body, actor: { id: author.actorId, kind: 'person' }, now: worldNow, basedOn, why: { pl: `powód ${slug}` } });
    if (!handed.ok) throw new Error(`${handed.refusal} ${handed.detail ?? ''}`);
    return handed.value.revisionId;
  };
  const state = (id: string): Promise<string> => store().db.read((reader) => stateOfRevision(reader, id));
  const audit = async (id: string): Promise<string[]> => {
    const rows = await store().db.read((reader) => reader.selectFrom('audit').select('action').where('revisionId', '=', id).orderBy('id').execute());
    return rows.map((row) => row.action);
  };
  const textOf = async (answer: Response): Promise<string> => readable(await answer.text());
  const changesOf = async (slug: string, kind = 'unit') =>
    store().db.read(async (reader) => listChanges(reader, { recordId: (await findRecord(reader, kind, slug))?.id ?? '' }, { limit: 10, offset: 0 }));
  const currentOf = (kind: string, slug: string) =>
    store().db.read(async (reader) => {
      const record = await findRecord(reader, kind, slug);
      const id = record && (await currentRevisionId(reader, record.id));
      const row = id === undefined ? undefined : await revisionById(reader, id);
      if (!row) throw new Error(`${kind} ${slug} is not public`);
      return row;
    });

  it('leads from the list to the review and to the approval, and the public reads the reason', async () => {
    const id = await handIn('komorka-pierwsza', await editor());
    const office = officeAs(store(), await publisher());
    const list = await textOf(await office.get('/office/queue'));
    expect(list).toContain('komorka-pierwsza');
    expect(list).toContain('Anna Redaktor');
    expect(list).toContain('powód komorka-pierwsza');
    const review = await textOf(await office.get(`/office/queue/${id}`));
    expect(review).toContain('Co zawiera nowy zapis?');
    const answer = await office.post(`/office/queue/${id}/approve`, { whyPl: 'Nowa komórka w rejestrze', whyEn: 'A new unit', when: 'now' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/office/queue?done=published']);
    expect(await state(id)).toBe('published');
    expect((await changesOf('komorka-pierwsza'))[0]).toMatchObject({
      change: 'new',
      why: { pl: 'Nowa komórka w rejestrze', en: 'A new unit' },
      by: { name: 'Piotr Zatwierdzający' },
    });
  });

  it('shows field by field what changes, and marks what only the office sees', async () => {
    const author = await editor();
    const current = await currentOf('organisation', 'owhc');
    const body: unknown = { ...Object(current.body), summary: { pl: 'Zupełnie nowy opis sieci.', en: 'A wholly new summary.' } };
    const id = await handIn('owhc', author, body, current.id, 'organisation');
    const page = await textOf(await officeAs(store(), await publisher()).get(`/office/queue/${id}`));
    expect(page).toContain('Co się zmienia?');
    expect(page).toContain('Zupełnie nowy opis sieci.');
    expect(page).toContain('zmieniono');
    const membership = await currentOf('membership', 'owhc');
    const noted = await handIn('owhc', author, { ...Object(membership.body), officeNotes: 'Zadzwonić do sekretariatu.' }, membership.id, 'membership');
    const office = await textOf(await officeAs(store(), await publisher()).get(`/office/queue/${noted}`));
    expect(office).toContain('Zadzwonić do sekretariatu.');
    expect(office).toContain('tylko dla biura');
  });

  it('refuses the author with 403 and an audit row, whatever roles they have', async () => {
    const author = await editor('Anna Wszystko', ['editor', 'publisher', 'administrator']);
    const id = await handIn('komorka-wlasna', author);
    const office = officeAs(store(), author);
    expect(await textOf(await office.get(`/office/queue/${id}`))).toContain('Zatwierdza ją inna osoba');
    const ways: Record<string, string>[] = [{ when: 'now' }, { when: 'at', day: '2026-12-01', time: '08:00' }];
    for (const fields of ways) {
      const answer = await office.post(`/office/queue/${id}/approve`, { whyPl: 'mam rację', ...fields });
      expect(answer.status).toBe(403);
      expect(await textOf(answer)).toContain('Próbę zapisano w dzienniku zdarzeń.');
    }
    expect(await state(id)).toBe('submitted');
    expect(await audit(id)).toEqual(['submit', 'publish refused: own work', 'schedule refused: own work']);
  });

  it('is forbidden to whoever is no publisher, without a second factor, and from elsewhere', async () => {
    const author = await editor();
    const id = await handIn('komorka-broniona', author);
    const sent = { whyPl: 'dobrze', when: 'now', reason: 'źle' };
    for (const roles of below) {
      const office = officeAs(store(), await editor('Ktoś Inny', roles));
      expect((await office.post(`/office/queue/${id}/approve`, sent)).status).toBe(403);
      expect((await office.post('/office/queue/bulk', { revision: id, whyPl: 'dobrze' })).status).toBe(403);
      expect((await office.post(`/office/queue/withdraw/${id}`, sent)).status).toBe(403);
      expect((await office.post(`/office/queue/${id}/return`, sent)).status).toBe(403);
      expect((await office.get('/office/queue')).status).toBe(roles[0] === 'editor' || roles[0] === 'administrator' ? 200 : 403);
      if (roles[0] !== 'editor') expect((await office.post(`/office/queue/restore/${id}`, sent)).status).toBe(403);
      if (roles[0] !== 'editor') expect((await office.post(`/office/queue/${id}/preview`, { days: '1' })).status).toBe(403);
      if (roles[0] !== 'administrator') expect((await office.post(`/office/queue/${id}/override`, sent)).status).toBe(403);
    }
    const weak = officeAs(store(), await publisher({ hasSecondFactor: false }));
    for (const path of [`/office/queue/${id}/approve`, '/office/queue/bulk', `/office/queue/withdraw/${id}`])
      expect((await weak.post(path, { ...sent, revision: id })).status).toBe(403);
    expect(await textOf(await weak.get(`/office/queue/${id}`))).toContain('Publikowanie wymaga drugiego składnika logowania');
    const office = officeAs(store(), await publisher());
    for (const path of ['approve', 'return', 'override', 'preview', 'preview/revoke'])
      expect((await office.post(`/office/queue/${id}/${path}`, sent, fromElsewhere)).status).toBe(403);
    for (const path of ['bulk', `withdraw/${id}`, `restore/${id}`]) expect((await office.post(`/office/queue/${path}`, { ...sent, revision: id }, fromElsewhere)).status).toBe(403);
    expect(await state(id)).toBe('submitted');
  });

  it('asks again for a reason and keeps what was typed', async () => {
    const id = await handIn('komorka-bez-powodu', await editor());
    const office = officeAs(store(), await publisher());
    const answer = await office.post(`/office/queue/${id}/approve`, { whyPl: ' ', whyEn: 'Only in English', when: 'at', day: '2026-12-24', time: '17:30' });
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain('<title>Błąd:');
    expect(html).toContain('Only in English');
    expect(html).toContain('value="2026-12-24"');
    expect(html).toContain('value="17:30"');
    expect((await office.post(`/office/queue/${id}/return`, { reason: '' })).status).toBe(422);
    expect(await state(id)).toBe('submitted');
  });

  it('answers an address that names no revision with a page that says so', async () => {
    const office = officeAs(store(), await publisher());
    for (const path of [
      '/office/queue/0',
      '/office/queue/01999999-0000-7000-8000-000000000000',
      '/office/queue/withdraw/x',
      '/office/queue/withdraw/01999999-0000-7000-8000-000000000000',
    ])
      expect((await office.get(path)).status).toBe(404);
    expect((await office.post('/office/queue/01999999-0000-7000-8000-000000000000/approve', { whyPl: 'a', when: 'now' })).status).toBe(404);
  });

  it('returns a revision with the reason, which its author finds in the queue', async () => {
    const author = await editor('Ewa Zwrotna');
    const id = await handIn('komorka-zwrocona', author);
    const answer = await officeAs(store(), await publisher()).post(`/office/queue/${id}/return`, { reason: 'Brakuje źródła.' });
    expect(answer.headers.get('location')).toBe('/office/queue?done=returned');
    expect(await state(id)).toBe('draft');
    const mine = await textOf(await officeAs(store(), author).get('/office/queue?view=returned'));
    expect(mine).toContain('Brakuje źródła.');
    expect((await officeAs(store(), await publisher()).post(`/office/queue/${id}/approve`, { whyPl: 'a', when: 'now' })).status).toBe(409);
  });

  it('lets authors take their own work back, and no other', async () => {
    const author = await editor('Ewa Cofająca');
    const id = await handIn('komorka-cofnieta', author);
    expect((await officeAs(store(), await editor('Inny Redaktor')).post(`/office/queue/${id}/return`, { reason: 'bo tak' })).status).toBe(403);
    expect((await officeAs(store(), author).post(`/office/queue/${id}/return`, { reason: 'Pomyłka.' })).status).toBe(303);
    expect(await state(id)).toBe('draft');
  });

  it('refuses what was made from a revision that is no longer public, and says so on the page', async () => {
    const author = await editor();
    const office = officeAs(store(), await publisher());
    const first = await handIn('komorka-dwojga', author);
    await office.post(`/office/queue/${first}/approve`, { whyPl: 'początek', when: 'now' });
    const [a, b] = [await handIn('komorka-dwojga', author, unit('A'), first), await handIn('komorka-dwojga', author, unit('B'), first)];
    expect((await office.post(`/office/queue/${a}/approve`, { whyPl: 'a', when: 'now' })).status).toBe(303);
    expect((await office.post(`/office/queue/${b}/approve`, { whyPl: 'b', when: 'now' })).status).toBe(409);
    expect(await textOf(await office.get(`/office/queue/${b}`))).toContain('W międzyczasie opublikowano inną wersję');
    expect(await state(b)).toBe('submitted');
  });

  describe('at a set time', () => {
    const schedule = async (id: string, given: Record<string, string>) =>
      officeAs(store(), await publisher()).post(`/office/queue/${id}/approve`, { whyPl: 'na czas', when: 'at', ...given });

    it('publishes once, in the name of whoever set the time, and public history says when that was', async () => {
      const id = await handIn('komorka-na-czas', await editor());
      const answer = await schedule(id, { day: '2026-11-22', time: '13:30' });
      expect(answer.headers.get('location')).toBe(`/office/queue/${id}?done=scheduled`);
      expect(await state(id)).toBe('scheduled');
      expect(await textOf(await officeAs(store(), await publisher()).get('/office/queue?view=scheduled'))).toContain('22 listopada 2026, 13:30:00');
      expect(await runDueJobs(store().db, handlers, later(29))).toEqual({ done: 0, failures: [] });
      expect(await state(id)).toBe('scheduled');
      const due = later(30.01);
      const ran = await Promise.all([1, 2, 3].map(() => runDueJobs(store().db, handlers, due)));
      expect(ran.reduce((sum, one) => sum + one.done, 0)).toBe(1);
      expect(await state(id)).toBe('published');
      const changes = await changesOf('komorka-na-czas');
      expect(changes).toHaveLength(1);
      expect(changes[0]).toMatchObject({ at: due, change: 'new', why: { pl: 'na czas' }, by: { name: 'Piotr Zatwierdzający' }, scheduledAt: worldNow });
      expect(await audit(id)).toEqual(['submit', 'schedule', 'publish as scheduled']);
    });

    it('asks again for a time that does not exist, exists twice, has passed or is no time', async () => {
      const id = await handIn('komorka-zegary', await editor());
      const wrong: [Record<string, string>, string][] = [
        [{ day: '2027-03-28', time: '02:30' }, 'Tej godziny tego dnia nie ma'],
        [{ day: '2027-10-31', time: '02:30' }, 'Ta godzina wypada tego dnia dwa razy'],
        [{ day: '2026-11-22', time: '12:59' }, 'Podaj porę w przyszłości'],
        [{ day: '2031-01-01', time: '12:00' }, 'najwyżej na dwa lata'],
        [{ day: '', time: '12:00' }, 'Podaj dzień publikacji'],
        [{ day: '2026-12-01', time: 'rano' }, 'Podaj godzinę'],
      ];
      for (const [given, text] of wrong) {
        const answer = await schedule(id, given);
        expect(answer.status).toBe(422);
        expect(await textOf(answer)).toContain(text);
      }
      expect((await schedule(id, { day: '2027-10-31', time: '02:30', which: 'later' })).status).toBe(303);
      const [job] = await store().db.read((reader) => waitingJobs(reader, publishJob));
      expect(job).toMatchObject({ onceKey: id, runAt: new Date('2027-10-31T01:30:00Z') });
    });

    it('takes another time, and the same decision sent twice is one', async () => {
      const id = await handIn('komorka-przelozona', await editor());
      const who = await publisher();
      const at = (time: string) => officeAs(store(), who).post(`/office/queue/${id}/approve`, { whyPl: 'na czas', when: 'at', day: '2026-12-01', time });
      await at('08:00');
      await at('08:00');
      expect(await audit(id)).toEqual(['submit', 'schedule']);
      await at('9:15');
      expect(await audit(id)).toEqual(['submit', 'schedule', 'schedule']);
      const jobs = (await store().db.read((reader) => waitingJobs(reader, publishJob))).filter((job) => job.onceKey === id);
      expect(jobs.map((job) => job.runAt.toISOString())).toEqual(['2026-12-01T08:15:00.000Z']);
    });

    it('is forgotten when the revision goes back, or is published before', async () => {
      const [back, early] = [await handIn('komorka-odwolana', await editor()), await handIn('komorka-wczesniej', await editor())];
      for (const id of [back, early]) await schedule(id, { day: '2026-12-02', time: '08:00' });
      const office = officeAs(store(), await publisher());
      expect((await office.post(`/office/queue/${back}/return`, { reason: 'jednak nie' })).status).toBe(303);
      expect((await office.post(`/office/queue/${early}/approve`, { whyPl: 'już', when: 'now' })).status).toBe(303);
      const keys = (await store().db.read((reader) => waitingJobs(reader, publishJob))).map((job) => job.onceKey);
      expect(keys).not.toContain(back);
      expect(keys).not.toContain(early);
      expect([await state(back), await state(early)]).toEqual(['draft', 'published']);
    });

    it('goes back to its author when the record has changed in the meantime', async () => {
      const author = await editor('Ewa Spóźniona');
      const office = officeAs(store(), await publisher());
      const first = await handIn('komorka-wyprzedzona', author);
      await office.post(`/office/queue/${first}/approve`, { whyPl: 'początek', when: 'now' });
      const slow = await handIn('komorka-wyprzedzona', author, unit('Wolna'), first);
      await schedule(slow, { day: '2026-11-23', time: '08:00' });
      const quick = await handIn('komorka-wyprzedzona', author, unit('Szybka'), first);
      await office.post(`/office/queue/${quick}/approve`, { whyPl: 'szybko', when: 'now' });
      await runDueJobs(store().db, handlers, new Date('2026-11-23T07:00:01Z'));
      expect(await state(slow)).toBe('draft');
      expect(await textOf(await officeAs(store(), author).get(`/office/queue/${slow}`))).toContain('O wyznaczonej porze nie można było opublikować');
    });
  });

  it('publishes many at once, each on its own, and says what became of every one', async () => {
    const who = await colleague(store(), 'Piotr Obojga', ['publisher', 'editor']);
    const author = await editor();
    const [good, own, gone] = [await handIn('komorka-zbiorcza', author), await handIn('komorka-zbiorcza-wlasna', who), await handIn('komorka-zbiorcza-zwrocona', author)];
    const office = officeAs(store(), who);
    await office.post(`/office/queue/${gone}/return`, { reason: 'nie' });
    const fields: [string, string][] = [...[good, own, gone, good].map((id): [string, string] => ['revision', id]), ['whyPl', 'porządki']];
    const answer = await office.post('/office/queue/bulk', fields);
    expect(answer.status).toBe(303);
    const result = await textOf(await office.get(answer.headers.get('location') ?? ''));
    expect(result).toContain('Opublikowano 1 z 3.');
    expect(result).toContain('Własnej pracy nie można zatwierdzić');
    expect(result).toContain('Ta wersja już nie czeka');
    expect([await state(good), await state(own), await state(gone)]).toEqual(['published', 'submitted', 'draft']);
    expect((await office.post('/office/queue/bulk', { whyPl: 'nic' })).status).toBe(422);
    const kept = await office.post('/office/queue/bulk', { revision: own, whyEn: 'only in English' });
    expect([kept.status, (await kept.text()).includes('Podaj powód.')]).toEqual([422, true]);
  });

  it('lets an administrator publish their own work as an emergency: flagged in public, and the others get a mail', async () => {
    const { db } = store();
    const other = await colleague(store(), 'Piotr Powiadamiany', ['publisher']);
    const author = await editor('Anna Pilna', ['editor', 'administrator']);
    await db.write(async (tx) => {
      await tx.updateTable('people').set({ email: 'piotr@office.example' }).where('actorId', '=', other.actorId).execute();
      await tx.insertInto('staff').values({ actorId: other.actorId, lang: 'pl', invitedBy: author.actorId, invitedAt: worldNow }).execute();
      await tx.insertInto('accountRoles').values({ actorId: other.actorId, role: 'publisher' }).execute();
    });
    const id = await handIn('komorka-pilna', author);
    const office = officeAs(store(), author);
    expect((await office.post(`/office/queue/${id}/override`, { whyPl: '' })).status).toBe(422);
    expect((await office.post(`/office/queue/${await handIn('komorka-cudza', await editor())}/override`, { whyPl: 'cudza' })).status).toBe(403);
    expect((await office.post(`/office/queue/${id}/override`, { whyPl: 'Termin mija dziś' })).status).toBe(303);
    expect((await office.post(`/office/queue/${id}/override`, { whyPl: 'Termin mija dziś' })).status).toBe(409);
    expect((await changesOf('komorka-pilna'))[0]).toMatchObject({ override: true, why: { pl: 'Termin mija dziś' } });
    const mails = await db.read((reader) => reader.selectFrom('mails').select(['recipient', 'subject', 'textBody']).execute());
    expect(mails.map((mail) => mail.recipient)).toEqual(['piotr@office.example']);
    expect(mails[0]?.textBody).toContain('Termin mija dziś');
    const weak = officeAs(store(), { ...author, hasSecondFactor: false });
    expect((await weak.post(`/office/queue/${id}/override`, { whyPl: 'a' })).status).toBe(403);
  });

  it('withdraws what is public, with the reason, but not what others lead to', async () => {
    const office = officeAs(store(), await publisher());
    const id = await handIn('komorka-wycofana', await editor());
    await office.post(`/office/queue/${id}/approve`, { whyPl: 'początek', when: 'now' });
    expect(await textOf(await office.get(`/office/queue/withdraw/${id}`))).toContain('Wycofanie z publikacji');
    expect((await office.post(`/office/queue/withdraw/${id}`, { whyPl: '' })).status).toBe(422);
    expect((await office.post(`/office/queue/withdraw/${id}`, { whyPl: 'Wpis pomyłkowy' })).headers.get('location')).toBe('/office/queue?done=withdrawn');
    expect((await office.post(`/office/queue/withdraw/${id}`, { whyPl: 'Wpis pomyłkowy' })).status).toBe(409);
    expect((await changesOf('komorka-wycofana'))[0]).toMatchObject({ change: 'withdrawn', why: { pl: 'Wpis pomyłkowy' } });
    const needed = await currentOf('organisation', 'owhc');
    expect(await textOf(await office.get(`/office/queue/withdraw/${needed.id}`))).toContain('Do tego zapisu odsyłają inne');
    expect((await office.post(`/office/queue/withdraw/${needed.id}`, { whyPl: 'na próbę' })).status).toBe(409);
    expect(await state(needed.id)).toBe('published');
  });

  it('restores an older revision as a new one that somebody else approves', async () => {
    const author = await editor('Ewa Przywracająca');
    const office = officeAs(store(), await publisher());
    const first = await handIn('komorka-przywracana', author, unit('Dawna nazwa'));
    await office.post(`/office/queue/${first}/approve`, { whyPl: 'początek', when: 'now' });
    const second = await handIn('komorka-przywracana', author, unit('Nowa nazwa'), first);
    await office.post(`/office/queue/${second}/approve`, { whyPl: 'zmiana', when: 'now' });
    const desk = officeAs(store(), author);
    expect(await textOf(await desk.get(`/office/queue/restore/${first}`))).toContain('Dawna nazwa');
    expect((await desk.get(`/office/queue/restore/${second}`)).status).toBe(409);
    expect((await desk.post(`/office/queue/restore/${first}`, { whyPl: '' })).status).toBe(422);
    const handed = await desk.post(`/office/queue/restore/${first}`, { whyPl: 'Nowa nazwa nie weszła w życie' });
    const again = await desk.post(`/office/queue/restore/${first}`, { whyPl: 'Nowa nazwa nie weszła w życie' });
    expect(again.headers.get('location')).toBe(handed.headers.get('location'));
    const third = /queue\/([0-9a-f-]{36})/.exec(handed.headers.get('location') ?? '')?.[1] ?? '';
    expect(await store().db.read((reader) => revisionById(reader, third))).toMatchObject({ number: 3, basedOn: second, body: { name: { pl: 'Dawna nazwa' } } });
    expect(await state(second)).toBe('published');
    await office.post(`/office/queue/${third}/approve`, { whyPl: 'Przywrócono dawną nazwę', when: 'now' });
    expect([await state(first), await state(second), await state(third)]).toEqual(['superseded', 'superseded', 'published']);
    await office.post(`/office/queue/withdraw/${third}`, { whyPl: 'pomyłka' });
    const back = await desk.post(`/office/queue/restore/${third}`, { whyPl: 'jednak potrzebna' });
    const fourth = /queue\/([0-9a-f-]{36})/.exec(back.headers.get('location') ?? '')?.[1] ?? '';
    await office.post(`/office/queue/${fourth}/approve`, { whyPl: 'wraca', when: 'now' });
    expect((await changesOf('komorka-przywracana')).map((one) => one.change)).toEqual(['restored', 'withdrawn', 'changed', 'changed', 'new']);
    expect([await state(third), await state(fourth)]).toEqual(['superseded', 'published']);
    expect(await verify(store().db, kinds)).toEqual([]);
  });

  it('speaks English to whoever works in English', async () => {
    const id = await handIn('komorka-angielska', await editor());
    const office = officeAs(store(), await publisher({ lang: 'en' }));
    expect(await textOf(await office.get('/office/queue'))).toContain('Nothing becomes public before');
    expect(await textOf(await office.get(`/office/queue/${id}`))).toContain('What does the new record contain?');
  });
});
