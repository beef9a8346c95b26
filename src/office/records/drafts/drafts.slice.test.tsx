import { describe, expect, it } from 'vitest';
import type { Role } from '#accounts/index.ts';
import { publish } from '#publishing/publish.ts';
import { formIn, type TypedForm } from '../../../../test/form-in.ts';
import { colleague, fromElsewhere, officeAs } from '../../../../test/office.ts';
import { office as body, person, storeFor } from '../../../../test/world.ts';
import { worldNow } from '../../../../test/database.ts';
import { kinds } from '../../../kinds.ts';
import { hasForm } from '../form/has-form.ts';
import { draftFromRevision } from './save.ts';

const place = storeFor('world');
type Office = ReturnType<typeof officeAs>;

const officeOf = async (roles: Role[] = ['editor'], name = 'Anna'): Promise<Office> => officeAs(place(), await colleague(place(), name, roles));

async function opened(office: Office, kind: string, slug: string): Promise<{ address: string; form: TypedForm }> {
  const answer = await office.post(`/office/records/${kind}/${slug}/draft`);
  const address = answer.headers.get('location') ?? '';
  return { address, form: formIn(await (await office.get(address)).text(), address) };
}

async function fresh(office: Office, kind: string): Promise<{ address: string; form: TypedForm }> {
  const html = await (await office.get(`/office/records/${kind}/new`)).text();
  const address = /action="(\/office\/drafts\/[^"]+)"/.exec(html)?.[1] ?? '';
  return { address, form: formIn(html, address) };
}

const rowsOf = async (table: 'records' | 'revisions' | 'drafts' | 'audit'): Promise<number> =>
  place().db.read(async (reader) =>
    Number(
      (
        await reader
          .selectFrom(table)
          .select((select) => select.fn.countAll().as('count'))
          .executeTakeFirstOrThrow()
      ).count,
    ),
  );

const slugOfKind = async (kind: string): Promise<string | undefined> =>
  place().db.read(async (reader) => (await reader.selectFrom('records').select('slug').where('kind', '=', kind).orderBy('slug').executeTakeFirst())?.slug);

const newestBody = async (kind: string, slug: string): Promise<unknown> =>
  place().db.read(async (reader) => {
    const row = await reader
      .selectFrom('revisions')
      .innerJoin('records', 'records.id', 'revisions.recordId')
      .select('revisions.body')
      .where('kind', '=', kind)
      .where('slug', '=', slug)
      .orderBy('number', 'desc')
      .executeTakeFirst();
    return row?.body;
  });

const names = kinds.all.map(({ name }) => name).filter(hasForm);

describe('the form of every kind of record', () => {
  it.each(names)('hands in a record of the kind %s as it is, once it is opened and submitted', async (kind) => {
    const slug = await slugOfKind(kind);
    if (slug === undefined) return;
    const office = await officeOf();
    const before = await newestBody(kind, slug);
    const { address, form } = await opened(office, kind, slug);
    const saved = await office.post(address, form.with({ do: 'save' }).pairs);
    expect(saved.status).toBe(303);
    const answer = await office.post(address, form.with({ do: 'submit' }).pairs);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/office/records/${kind}/${slug}?done=submitted`]);
    expect(await newestBody(kind, slug)).toEqual(before);
    expect((await office.get(`/office/records/${kind}/${slug}`)).status).toBe(200);
  });

  it.each(names)('refuses a record of the kind %s that says nothing, in words, and keeps it as a draft', async (kind) => {
    const office = await officeOf();
    const { address, form } = await fresh(office, kind);
    const before = await rowsOf('records');
    const answer = await office.post(address, form.with({ do: 'submit', slug: 'Zły Adres' }).pairs);
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain('<title>Błąd: ');
    expect(html).toContain('value="Zły Adres"');
    expect(html).not.toMatch(/Invalid (input|option|string)|expected (one|string|number)|Too small|undefined/);
    const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const targets = [...html.matchAll(/href="#(f-[^"]+)"/g)].map(([, id]) => id);
    expect(targets.length).toBeGreaterThan(0);
    expect(targets.filter((id) => !ids.has(id ?? ''))).toEqual([]);
    expect(await rowsOf('records')).toBe(before);
  });

  it.each(names)('is closed to everybody who may not edit (%s), with a word in the audit', async (kind) => {
    const { address, form } = await fresh(await officeOf(), kind);
    for (const roles of [['reader'], ['publisher'], ['assessor'], ['offers-coordinator'], ['administrator']] satisfies Role[][]) {
      const office = await officeOf(roles, 'Bartek');
      const before = await rowsOf('audit');
      expect((await office.post(address, form.pairs)).status).toBe(403);
      expect((await office.get(`/office/records/${kind}/new`)).status).toBe(403);
      expect(await rowsOf('audit')).toBe(before + 2);
    }
    expect((await officeAs(place(), null).get(`/office/records/${kind}/new`)).status).toBe(303);
  });

  it.each(names)('is refused when another site sends it (%s)', async (kind) => {
    const office = await officeOf();
    const { address, form } = await fresh(office, kind);
    const before = await rowsOf('drafts');
    expect((await office.post(address, form.pairs, fromElsewhere)).status).toBe(403);
    expect(await rowsOf('drafts')).toBe(before);
  });
});

describe('a draft', () => {
  it('is one for each record, whoever opens it', async () => {
    const [anna, jan] = [await officeOf(), await officeOf(['editor'], 'Jan')];
    const answers = await Promise.all([anna, jan, anna].map((office) => office.post('/office/records/unit/biuro-funduszy-europejskich/draft')));
    expect(new Set(answers.map((answer) => answer.headers.get('location'))).size).toBe(1);
  });

  it('can be read by a reader, who sees no form', async () => {
    const { address } = await opened(await officeOf(), 'organisation', 'icorn');
    const html = await (await (await officeOf(['reader'], 'Ewa')).get(address)).text();
    expect(html).toContain('ICORN');
    expect(html).not.toContain('data-autosave');
  });

  it('saves itself and tells when, and writes nothing where nothing was changed', async () => {
    const office = await officeOf();
    const { address, form } = await opened(office, 'organisation', 'eurocities');
    const changed = form.with({ 'summary.pl': 'Sieć dużych miast.', autosave: '1' });
    const answer = await office.post(address, changed.pairs);
    expect(await answer.json()).toEqual({ version: 2, saved: 'Zapisano o 13:00:00' });
    const audits = await rowsOf('audit');
    const again = await office.post(address, changed.with({ version: '2' }).pairs);
    expect(await again.json()).toMatchObject({ version: 2 });
    expect(await rowsOf('audit')).toBe(audits);
  });

  it('keeps what cannot be read as it was typed, and says how to mend it', async () => {
    const office = await officeOf();
    const { address, form } = await opened(office, 'organisation', 'hanse');
    const answer = await office.post(address, form.with({ 'founded.0.value': 'dawno temu', 'website.0.value': 'hanse.org', do: 'submit' }).pairs);
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain('value="dawno temu"');
    expect(html).toContain('Data założenia: Nie rozumiem tej daty.');
    expect(html).toContain('Strona internetowa: Adres musi zaczynać się od https:// albo http://.');
    expect(formIn(await (await office.get(address)).text(), address).get('founded.0.value')).toBe('dawno temu');
  });

  it('names a record that it refers to and that is not there', async () => {
    const office = await officeOf();
    const { address, form } = await opened(office, 'organisation', 'lhc');
    const answer = await office.post(address, form.with({ network: 'nie-ma-takiej', do: 'submit' }).pairs);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('Nie ma zapisu „nie-ma-takiej” (sieć w katalogu).');
  });

  it('gets rows, loses them and moves them, without scripts', async () => {
    const office = await officeOf();
    const { address, form } = await opened(office, 'organisation', 'owhc');
    const count = Number(form.get('remarks.rows'));
    const added = await office.post(address, form.with({ do: 'add:remarks' }).pairs);
    expect(added.headers.get('location')).toContain(`#f-remarks.${count}`);
    const longer = formIn(await (await office.get(address)).text(), address);
    expect(longer.get('remarks.rows')).toBe(String(count + 1));
    const moved = await office.post(address, longer.with({ [`remarks.${count}.text.pl`]: 'Nowa uwaga.', do: `up:remarks.${count}` }).pairs);
    expect(moved.status).toBe(303);
    const after = formIn(await (await office.get(address)).text(), address);
    expect(after.get(`remarks.${Math.max(0, count - 1)}.text.pl`)).toBe('Nowa uwaga.');
    await office.post(address, after.with({ do: `remove:remarks.${Math.max(0, count - 1)}` }).pairs);
    expect(formIn(await (await office.get(address)).text(), address).get('remarks.rows')).toBe(String(count));
  });

  it('leaves rows out that nothing was written in', async () => {
    const office = await officeOf();
    const { address, form } = await opened(office, 'event', (await slugOfKind('event')) ?? '');
    await office.post(address, form.with({ do: 'add:sources' }).pairs);
    const more = formIn(await (await office.get(address)).text(), address);
    expect((await office.post(address, more.with({ do: 'submit' }).pairs)).status).toBe(303);
  });

  it('shows a preview of a text below the field, as the public page sets it', async () => {
    const office = await officeOf();
    const { address, form } = await opened(office, 'article', 'about');
    const answer = await office.post(address, form.with({ 'body.pl': '## Nagłówek\n\n**ważne** <script>x</script>', do: 'preview:body' }).pairs);
    const html = await (await office.get((answer.headers.get('location') ?? '').replace(/#.*/, ''))).text();
    expect(html).toContain('<h3>Nagłówek</h3>');
    expect(html).toContain('<strong>ważne</strong>');
    expect(html).not.toContain('<script>x');
  });
});

describe('two editors at once', () => {
  it('never overwrite each other: one is saved, the other is shown both versions and chooses', async () => {
    const [anna, jan] = [await officeOf(), await officeOf(['editor'], 'Jan')];
    const { address, form } = await opened(anna, 'organisation', 'icorn');
    const hers = form.with({ 'summary.pl': 'Wersja Anny.', 'shortName.pl': 'Skrót Anny', do: 'save' });
    const his = form.with({ 'summary.pl': 'Wersja Jana.', acronym: 'JAN', do: 'save' });
    const answers = await Promise.all([anna.post(address, hers.pairs), jan.post(address, his.pairs)]);
    expect(answers.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([303, 409]);
    const lost = answers.findIndex((answer) => answer.status === 409);
    const html = (await answers[lost]?.text()) ?? '';
    expect(html).toContain('Wersja Anny.');
    expect(html).toContain('Wersja Jana.');
    const choice = formIn(html, address);
    const second = lost === 0 ? anna : jan;
    // Only one of the two changed these, so they are chosen already; what both changed is not.
    expect(choice.get('choice.summary.pl')).toBeUndefined();
    const incomplete = await second.post(address, choice.with({ do: 'merge' }).pairs);
    expect(incomplete.status).toBe(409);
    expect(await incomplete.text()).toContain('Wybierz wersję.');
    const merged = await second.post(address, choice.with({ do: 'merge', 'choice.summary.pl': 'mine' }).pairs);
    expect(merged.status).toBe(303);
    const now = formIn(await (await anna.get(address)).text(), address);
    expect([now.get('shortName.pl'), now.get('acronym'), now.get('summary.pl')]).toEqual(['Skrót Anny', 'JAN', lost === 0 ? 'Wersja Anny.' : 'Wersja Jana.']);
  });

  it('are told by the draft that saves itself, which then stops saving', async () => {
    const office = await officeOf();
    const { address, form } = await opened(office, 'organisation', 'lhc');
    const current = formIn(await (await office.get(address)).text(), address);
    await office.post(address, current.with({ 'summary.pl': 'Pierwsza.', do: 'save' }).pairs);
    const answer = await office.post(address, form.with({ version: current.get('version') ?? '', 'summary.pl': 'Druga.', autosave: '1' }).pairs);
    expect([answer.status, await answer.json()]).toEqual([409, { stale: true }]);
  });

  it('of ten saves of the same version, one is kept', async () => {
    const office = await officeOf();
    const { address, form } = await opened(office, 'organisation', 'emta');
    const answers = await Promise.all(Array.from({ length: 10 }, (_nothing, number) => office.post(address, form.with({ 'summary.pl': `Wersja ${number}`, do: 'save' }).pairs)));
    expect(answers.filter((answer) => answer.status === 303)).toHaveLength(1);
    expect(answers.filter((answer) => answer.status === 409)).toHaveLength(9);
  });
});

describe('a new record', () => {
  const filled = (form: TypedForm, name: string): TypedForm => form.with({ 'name.pl': name, 'name.en': name, kind: 'department', do: 'submit' });

  it('gets its address from its name and is made once, however often its form is sent', async () => {
    const office = await officeOf();
    const { address, form } = await fresh(office, 'unit');
    const before = await rowsOf('records');
    const sent = filled(form, 'Wydział Żeglugi');
    const answers = await Promise.all([office.post(address, sent.pairs), office.post(address, sent.pairs)]);
    for (const answer of [...answers, await office.post(address, sent.pairs)]) expect(answer.headers.get('location')).toBe('/office/records/unit/wydzial-zeglugi?done=submitted');
    expect(await rowsOf('records')).toBe(before + 1);
  });

  it('is refused an address that another record has, also when both are handed in at once', async () => {
    const office = await officeOf();
    const before = await rowsOf('records');
    const two = [await fresh(office, 'unit'), await fresh(office, 'unit')];
    const answers = await Promise.all(two.map(({ address, form }, index) => office.post(address, filled(form, `Biuro ${index}`).with({ slug: 'biuro-wspolne' }).pairs)));
    expect(answers.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([303, 422]);
    expect(await answers.find((answer) => answer.status === 422)?.text()).toContain('Taki adres ma już inny zapis');
    expect(await rowsOf('records')).toBe(before + 1);
  });
});

describe('the bin', () => {
  it('takes a draft with what was typed last and gives it back', async () => {
    const office = await officeOf();
    const { address, form } = await opened(office, 'award', (await slugOfKind('award')) ?? '');
    const answer = await office.post(address, form.with({ 'note.pl': 'Dopisek.', do: 'discard' }).pairs);
    expect(answer.headers.get('location')).toBe('/office/records/bin?done=deleted');
    expect((await office.get(address)).status).toBe(404);
    const late = await office.post(address, form.with({ 'note.pl': 'Spóźniony dopisek.', do: 'save' }).pairs);
    expect(late.status).toBe(409);
    expect(await late.text()).toContain('Spóźniony dopisek.');
    expect(await (await office.get('/office/records/bin')).text()).toContain(`${address}/restore`);
    expect((await office.post(`${address}/restore`)).headers.get('location')).toBe(`${address}?done=restored`);
    expect(formIn(await (await office.get(address)).text(), address).get('note.pl')).toBe('Dopisek.');
  });

  it('does not give back a draft where another is open', async () => {
    const office = await officeOf();
    const slug = (await slugOfKind('project')) ?? '';
    const first = await opened(office, 'project', slug);
    await office.post(first.address, first.form.with({ do: 'discard' }).pairs);
    const second = await opened(office, 'project', slug);
    const answer = await office.post(`${first.address}/restore`);
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain(second.address);
    expect((await (await officeOf(['reader'], 'Ewa')).post(`${first.address}/restore`)).status).toBe(403);
  });
});

describe('a record that was published while somebody worked on a draft', () => {
  it('is shown beside the draft, and what is chosen is based on it', async () => {
    const [office, other] = [await officeOf(), await officeOf(['editor'], 'Jan')];
    const slug = (await slugOfKind('function')) ?? '';
    const first = await opened(office, 'function', slug);
    await office.post(first.address, first.form.with({ 'note.pl': 'Od Anny.', do: 'submit' }).pairs);
    const second = await opened(other, 'function', slug);
    const kept = second.form.with({ 'role.pl': 'Rola Jana', do: 'save' });
    await other.post(second.address, kept.pairs);
    const publisher = await person(place().db, 'Zofia');
    const revisionId = await place().db.read(async (reader) => (await reader.selectFrom('revisions').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow()).id);
    const published = await publish(place().db, kinds, { revisionId, actor: publisher, now: worldNow, publishingBody: body });
    expect(published.ok).toBe(true);
    const form = formIn(await (await other.get(second.address)).text(), second.address);
    const answer = await other.post(second.address, form.with({ do: 'submit' }).pairs);
    expect(answer.status).toBe(409);
    const html = await answer.text();
    expect(html).toContain('Rola Jana');
    const rebased = await other.post(second.address, formIn(html, second.address).with({ do: 'rebase' }).pairs);
    expect(rebased.status).toBe(303);
    const again = formIn(await (await other.get(second.address)).text(), second.address);
    expect([again.get('role.pl'), again.get('note.pl')]).toEqual(['Rola Jana', 'Od Anny.']);
    expect((await other.post(second.address, again.with({ do: 'submit' }).pairs)).headers.get('location')).toContain('done=submitted');
  });
});

describe('a revision that came back', () => {
  it('lies open again as a draft of its author, with the same content', async () => {
    const office = await officeOf();
    const slug = (await slugOfKind('effect')) ?? '';
    const { address, form } = await opened(office, 'effect', slug);
    await office.post(address, form.with({ 'note.pl': 'Wraca.', do: 'submit' }).pairs);
    const revisionId = await place().db.read(async (reader) => (await reader.selectFrom('revisions').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow()).id);
    const made = await place().db.write((tx) => draftFromRevision(tx, kinds, { revisionId, now: worldNow }));
    const again = await place().db.write((tx) => draftFromRevision(tx, kinds, { revisionId, now: worldNow }));
    if (!made.ok || !again.ok) throw new Error('the revision is there');
    expect([made.value.isNew, again.value.isNew, again.value.id === made.value.id]).toEqual([true, false, true]);
    const back = `/office/drafts/${made.value.id}`;
    expect(formIn(await (await office.get(back)).text(), back).get('note.pl')).toBe('Wraca.');
  });
});
