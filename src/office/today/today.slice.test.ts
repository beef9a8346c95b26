import { beforeEach, describe, expect, it } from 'vitest';
import type { SignedIn } from '#accounts/index.ts';
import { colleague, fromElsewhere, officeAs } from '../../../test/office.ts';
import { elementsOf, markup, named, textOf, wordsOn } from '../../../test/markup.ts';
import { worldNow } from '../../../test/database.ts';
import { storeFor } from '../../../test/world.ts';

const place = storeFor('world');
const termKey = 'term-ends:function/owhc-board-2024';
const putOffPath = `/office/today/put-off?key=${encodeURIComponent(termKey)}`;

let editor: SignedIn;
let reader: SignedIn;
beforeEach(async () => {
  editor = await colleague(place(), 'Ewa Redaktor', ['editor']);
  reader = await colleague(place(), 'Adam Czytelnik', ['reader']);
  await place().db.write(async (tx) => {
    await tx.deleteFrom('taskNotes').execute();
    await tx.deleteFrom('drafts').execute();
  });
});

const page = async (answer: Response | Promise<Response>) => {
  const response = await answer;
  const html = await response.text();
  return { status: response.status, root: markup(html), text: textOf(markup(html)), location: response.headers.get('location') };
};
const rows = (root: ReturnType<typeof markup>): string[] =>
  named(root, 'tr')
    .map(textOf)
    .filter((row) => !row.startsWith('Czego dotyczy'));
const audited = async (action: string): Promise<string[]> =>
  place().db.read(async (read) => (await read.selectFrom('audit').select('about').where('action', '=', action).orderBy('id').execute()).map((row) => row.about ?? ''));

describe('what needs a hand', () => {
  it('stands on one page: dates first, then what is not known, each leading to where it is mended', async () => {
    const { status, root, text } = await page(officeAs(place(), editor).get('/office'));
    expect(status).toBe(200);
    expect(textOf(named(root, 'h1')[0])).toBe('Do zrobienia');
    expect(rows(root)[0]).toContain('Kończy się kadencja: miasto w radzie dyrektorów');
    expect(rows(root)[0]).toContain('2026');
    expect(text).toContain('Źródła się różnią (numer): IV/47/90 albo VI/47/90');
    expect(text).toContain('Eurocities, 2. okres');
    expect(text).toContain('uchwała: 2 lipca 2025');
    expect(text).toContain('Składka 0 EUR bez roku');
    const links = named(root, 'a').map((link) => link.attributes.get('href'));
    expect(links).toContain('/office/records/function/owhc-board-2024');
    expect(links).toContain('/office/records/membership/eurocities-2');
  });

  it('is the same in English, with no Polish left', async () => {
    const english = { ...editor, lang: 'en' as const };
    const { root, text } = await page(officeAs(place(), english).get('/office'));
    expect(text).toContain('A term of office ends: member of the board of directors');
    expect(text).toContain('Sources differ (number): IV/47/90 or VI/47/90');
    const polish = wordsOn(root).filter(({ lang, text: words }) => lang === 'en' && /[ąęłńśźż]/i.test(words.replace(/Ewa Redaktor|Kraków|Łódź/g, '')));
    expect(polish.map((words) => words.text)).toEqual([]);
  });

  it('can be narrowed down, and every count agrees with its list', async () => {
    const office = officeAs(place(), editor);
    for (const show of ['', '?show=dated', '?show=mine', '?show=gaps', '?show=conflicts', '?show=put-off', '?show=nonsense']) {
      const { root } = await page(office.get(`/office${show}`));
      const chip = elementsOf(root).find((element) => element.name === 'a' && element.attributes.get('aria-current') === 'true');
      const count = Number(/\d+$/.exec(textOf(chip))?.[0]);
      expect([show, rows(root).length]).toEqual([show, count]);
    }
  });

  it('tells what waits for this person: own drafts, and others’ revisions only for publishers', async () => {
    const publisher = await colleague(place(), 'Piotr Zatwierdzający', ['publisher']);
    const { db } = place();
    await db.write((tx) =>
      tx
        .insertInto('drafts')
        .values({
          id: '01990000-0000-7000-8000-000000000001',
          kind: 'unit',
          slug: null,
          body: JSON.stringify({ unfinished: true }),
          version: 1,
          editorId: editor.actorId,
          createdAt: worldNow,
          updatedAt: worldNow,
        })
        .execute(),
    );
    const { submit } = await import('#publishing/publish.ts');
    const { kinds } = await import('../../kinds.ts');
    const handed = await submit(db, kinds, {
      kind: 'unit',
      slug: 'nowa-komorka',
      body: { name: { pl: 'Nowa komórka', en: 'New unit' }, shortName: { pl: 'Nowa' }, kind: 'department' },
      actor: { id: editor.actorId, kind: 'person' },
      now: worldNow,
    });
    expect(handed).toMatchObject({ ok: true });
    const mine = async (who: SignedIn) => (await page(officeAs(place(), who).get('/office?show=mine'))).text;
    expect(await mine(editor)).toContain('Wersja robocza: komórka');
    expect(await mine(editor)).not.toContain('Czeka na zatwierdzenie');
    expect(await mine(publisher)).toContain('Czeka na zatwierdzenie: komórka');
    expect(await mine(publisher)).toContain('Nowa komórka');
    expect(await mine(publisher)).not.toContain('Wersja robocza');
    expect(await mine(reader)).toContain('Nie ma takich spraw');
  });

  it('is for those who have signed in', async () => {
    expect((await page(officeAs(place(), null).get('/office'))).location).toBe('/office/sign-in?to=%2Foffice');
  });
});

describe('putting a matter off', () => {
  const typed = { key: termKey, what: 'until', until: '2026-12-15', reason: 'Kongres jest w grudniu' };

  it('takes it from the list until its day, with the reason, and brings it back', async () => {
    const office = officeAs(place(), editor);
    expect((await page(office.get(putOffPath))).text).toContain('Kończy się kadencja: członek rady dyrektorów');
    expect((await page(office.post('/office/today/put-off', typed))).location).toBe('/office?done=saved');
    expect((await page(office.get('/office?show=dated'))).text).not.toContain('członek rady dyrektorów');
    const { text } = await page(office.get('/office?show=put-off'));
    expect(text).toContain('do 15 grudnia 2026');
    expect(text).toContain('Kongres jest w grudniu');
    expect(text).toContain('Ewa Redaktor');
    expect(await audited('put off task')).toEqual([termKey]);
    const later = officeAs(place(), editor, () => new Date('2026-12-15T12:00:00Z'));
    expect((await page(later.get('/office?show=dated'))).text).toContain('członek rady dyrektorów');
  });

  it('for good says that it is not ours; sent twice it is one note; and it can be taken back', async () => {
    const office = officeAs(place(), editor);
    await office.post('/office/today/put-off', { ...typed, what: 'not-ours', until: '' });
    expect((await page(office.post('/office/today/put-off', { ...typed, what: 'not-ours', until: '' }))).status).toBe(404);
    expect((await page(officeAs(place(), editor, () => new Date('2027-01-20T12:00:00Z')).get('/office?show=put-off'))).text).toContain('nie nasza sprawa');
    expect((await page(office.post('/office/today/take-back', { key: termKey }))).location).toBe('/office?show=put-off&done=saved');
    await office.post('/office/today/take-back', { key: termKey });
    expect((await page(office.get('/office?show=dated'))).text).toContain('członek rady dyrektorów');
    expect([await audited('task is not ours'), await audited('take task back')]).toEqual([[termKey], [termKey]]);
  });

  it('lapses when the date of the matter has changed', async () => {
    const office = officeAs(place(), editor);
    await office.post('/office/today/put-off', typed);
    await place().db.write((tx) => tx.updateTable('taskNotes').set({ dueOn: '2025' }).where('key', '=', termKey).execute());
    expect((await page(office.get('/office?show=dated'))).text).toContain('członek rady dyrektorów');
  });

  it('that is wrongly filled in comes back with everything typed and every mistake', async () => {
    const { status, root, text } = await page(officeAs(place(), editor).post('/office/today/put-off', { key: termKey, what: 'until', until: '2026-11-22', reason: 'a ' }));
    expect(status).toBe(422);
    expect(textOf(named(root, 'title')[0])).toMatch(/^Błąd: /);
    expect(text).toContain('Wybierz dzień po dzisiejszym');
    expect(text).toContain('Napisz powód, od 3 do 500 znaków');
    const field = (id: string) => elementsOf(root).find((element) => element.attributes.get('id') === id);
    expect(field('until')?.attributes.get('value')).toBe('2026-11-22');
    expect(field('until')?.attributes.get('aria-describedby')).toContain('until-error');
    expect(textOf(field('reason'))).toBe('a');
    expect(field('what')?.attributes.has('checked')).toBe(true);
  });

  it.each([
    [{ what: '' }, 'Wybierz, na jak długo'],
    [{ until: '' }, 'Wybierz dzień po dzisiejszym'],
    [{ until: '15.12.2026' }, 'Wybierz dzień po dzisiejszym'],
    [{ until: '2029-01-01' }, 'w ciągu najbliższych dwóch lat'],
    [{ reason: 'x'.repeat(501) }, 'Napisz powód'],
  ])('refuses %j', async (wrong, sentence) => {
    const { status, text } = await page(officeAs(place(), editor).post('/office/today/put-off', { ...typed, ...wrong }));
    expect([status, text.includes(sentence)]).toEqual([422, true]);
  });

  it('is not for readers, nor for other sites, nor for matters that are gone', async () => {
    const office = officeAs(place(), reader);
    expect((await page(office.get('/office'))).text).not.toContain('Odłóż');
    for (const answer of [office.get(putOffPath), office.post('/office/today/put-off', typed), office.post('/office/today/take-back', { key: termKey })])
      expect((await page(answer)).status).toBe(403);
    expect((await page(officeAs(place(), editor).post('/office/today/put-off', typed, fromElsewhere))).status).toBe(403);
    expect((await page(officeAs(place(), editor).post('/office/today/take-back', { key: termKey }, fromElsewhere))).status).toBe(403);
    expect((await page(officeAs(place(), editor).get('/office/today/put-off?key=fee-due:ask/none'))).status).toBe(404);
    expect((await page(officeAs(place(), null).post('/office/today/put-off', typed))).status).toBe(401);
    expect(await place().db.read((read) => read.selectFrom('taskNotes').selectAll().execute())).toEqual([]);
  });
});
