import { beforeAll, describe, expect, it } from 'vitest';
import type { SignedIn } from '#accounts/index.ts';
import { publish, submit } from '#publishing/publish.ts';
import { currentRevisionId, findRecord, registerVersion, revisionById } from '#publishing/store.ts';
import { verify } from '#publishing/verify.ts';
import { kinds } from '../../kinds.ts';
import { readable } from '../../../test/app.ts';
import { worldNow } from '../../../test/database.ts';
import { colleague, officeAs } from '../../../test/office.ts';
import { office as publishingBody, storeFor } from '../../../test/world.ts';

const afterDays = (days: number) => (): Date => new Date(worldNow.getTime() + days * 86_400_000);

describe('previews by secret link', () => {
  const store = storeFor('world');
  let author: SignedIn;
  let revisionId = '';

  const handIn = async (kind: string, slug: string, change: object): Promise<string> => {
    const { db } = store();
    const current = await db.read(async (reader) => {
      const record = await findRecord(reader, kind, slug);
      const id = record && (await currentRevisionId(reader, record.id));
      return id === undefined ? undefined : revisionById(reader, id);
    });
    const handed = await submit(db, kinds, {
      kind,
      slug,
      body: { ...Object(current?.body), ...change },
      actor: { id: author.actorId, kind: 'person' },
      now: worldNow,
      basedOn: current?.id ?? null,
    });
    if (!handed.ok) throw new Error(`${handed.refusal} ${handed.detail ?? ''}`);
    return handed.value.revisionId;
  };

  /** The address of a link as the page shows it. */
  const linkTo = async (id: string, days = '7', lang: 'podglad' | 'preview' = 'podglad'): Promise<string> => {
    const answer = await officeAs(store(), author).post(`/office/queue/${id}/preview`, { days });
    expect(answer.status).toBe(200);
    return new RegExp(`/${lang}/[A-Za-z0-9_-]{43}`).exec(await answer.text())?.[0] ?? '';
  };
  const visit = (path: string, days = 0) => officeAs(store(), null, afterDays(days)).get(path);

  beforeAll(async () => {
    author = await colleague(store(), 'Anna Redaktor', ['editor']);
    revisionId = await handIn('organisation', 'owhc', { summary: { pl: 'Opis jeszcze niepubliczny.', en: 'A summary that is not public yet.' } });
  });

  it('show the page as it would be, to whoever has the link, in both languages, and to nobody else', async () => {
    const link = await linkTo(revisionId);
    const answer = await visit(link);
    expect(answer.status).toBe(200);
    expect([answer.headers.get('cache-control'), answer.headers.get('x-robots-tag'), answer.headers.get('x-koga-cache')]).toEqual([
      'no-store',
      'noindex, nofollow, noarchive',
      null,
    ]);
    const html = await answer.text();
    expect(html).toContain('<meta name="robots" content="noindex"');
    expect(readable(html)).toContain('Opis jeszcze niepubliczny.');
    expect(readable(html)).toContain('Podgląd. Ta strona nie jest opublikowana');
    const english = readable(await (await visit(link.replace('podglad', 'preview'))).text());
    expect(english).toContain('A summary that is not public yet.');
    expect(english).toContain('Preview. This page is not published');
    expect(readable(await (await visit('/pl/organizacje/owhc')).text())).not.toContain('Opis jeszcze niepubliczny.');
  });

  it('leave nothing behind and make no kept page old', async () => {
    const link = await linkTo(revisionId);
    const before = await store().db.read(registerVersion);
    await Promise.all([1, 2, 3, 4].map(() => visit(link)));
    expect(await store().db.read(registerVersion)).toBe(before);
    expect(await verify(store().db, kinds)).toEqual([]);
  });

  it('never show what only the office sees', async () => {
    const id = await handIn('membership', 'owhc', { officeNotes: 'TYLKO-DLA-URZEDU' });
    const html = await (await visit(await linkTo(id))).text();
    expect(html).toContain('Podgląd.');
    expect(html).not.toContain('TYLKO-DLA-URZEDU');
  });

  it('show records without a page of their own field by field', async () => {
    const id = await handIn('unit', 'komorka-w-podgladzie', { name: { pl: 'Komórka w podglądzie' }, kind: 'office' });
    expect(readable(await (await visit(await linkTo(id))).text())).toContain('Komórka w podglądzie');
    const goal = await handIn('objective', 'cel-w-podgladzie', { framework: 'strategy', code: 'IX', level: 'strategic', title: { pl: 'Cel w podglądzie' }, ownWords: 'none' });
    expect(readable(await (await visit(await linkTo(goal))).text())).toContain('Cel w podglądzie');
  });

  it('end on their day, when they are revoked, and when they are wrong', async () => {
    const link = await linkTo(revisionId, '1');
    expect((await visit(link, 0.99)).status).toBe(200);
    expect((await visit(link, 1.01)).status).toBe(404);
    const other = await linkTo(revisionId, '30');
    const page = await (await officeAs(store(), author).get(`/office/queue/${revisionId}`)).text();
    const hashes = [...page.matchAll(/name="link" value="([0-9a-f]{64})"/g)].map((match) => match[1] ?? '');
    expect(hashes.length).toBeGreaterThan(0);
    for (const hash of hashes) expect((await officeAs(store(), author).post(`/office/queue/${revisionId}/preview/revoke`, { link: hash })).status).toBe(303);
    expect((await visit(other)).status).toBe(404);
    for (const path of ['/podglad/abc', `/podglad/${'A'.repeat(43)}`, '/preview/%00']) expect((await visit(path)).status).toBe(404);
  });

  it('are made once however often the form is sent, are kept as a hash only, and leave a trace', async () => {
    const id = await handIn('unit', 'komorka-z-odsylaczem', { name: { pl: 'Komórka z odsyłaczem' }, kind: 'office' });
    const desk = officeAs(store(), author);
    const token = /name="token" value="([A-Za-z0-9_-]{43})"/.exec(await (await desk.get(`/office/queue/${id}`)).text())?.[1] ?? '';
    for (let time = 0; time < 2; time += 1) await desk.post(`/office/queue/${id}/preview`, { days: '7', token });
    expect((await desk.post(`/office/queue/${id}/preview`, { days: '400', token })).status).toBe(422);
    const rows = await store().db.read((reader) => reader.selectFrom('previewLinks').selectAll().where('revisionId', '=', id).execute());
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(token);
    const audit = await store().db.read((reader) => reader.selectFrom('audit').select('action').where('revisionId', '=', id).orderBy('id').execute());
    expect(audit.map((row) => row.action)).toEqual(['submit', 'make preview link']);
  });

  it('lead to the public page once the revision is public', async () => {
    const id = await handIn('organisation', 'icorn', { summary: { pl: 'Nowy opis.', en: 'New.' } });
    const link = await linkTo(id);
    const publisher = await colleague(store(), 'Piotr', ['publisher']);
    expect((await publish(store().db, kinds, { revisionId: id, actor: { id: publisher.actorId, kind: 'person' }, now: worldNow, publishingBody })).ok).toBe(true);
    const answer = await visit(link);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/pl/organizacje/icorn']);
  });
});
