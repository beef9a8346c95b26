import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SignedIn } from '#accounts/index.ts';
import { addJob } from '#jobs/index.ts';
import { enqueueMail, outboxTransport, sendWaiting } from '#mail/index.ts';
import { useAssets } from '#ui/assets/manifest.ts';
import { createApp } from '../../app.tsx';
import { worldNow } from '../../../test/database.ts';
import { markup, named, textOf } from '../../../test/markup.ts';
import { colleague, fromElsewhere, officeAs } from '../../../test/office.ts';
import { storeFor } from '../../../test/world.ts';

const place = storeFor('world');
let administrator: SignedIn;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'koga-outbox-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(async () => {
  administrator = await colleague(place(), 'Anna Administrator', ['administrator']);
  await place().db.write(async (tx) => {
    await tx.deleteFrom('mails').execute();
    for (const subject of ['Pierwsza', 'Druga'])
      await enqueueMail(tx, { to: 'ewa@office.example', subject, text: `${subject} <treść>\nhttps://koga.example/office/x`, html: '<p>Treść</p>' }, worldNow);
  });
});

/** The office where mails become files. */
const withFolder = () => {
  useAssets(resolve(import.meta.dirname, '../../../build/assets'));
  const app = createApp({
    db: place().db,
    baseUrl: 'https://koga.example',
    now: () => worldNow,
    versionKey: () => '',
    ready: () => Promise.resolve(true),
    whoIs: () => Promise.resolve(administrator),
    outbox: folder,
  });
  return async (path: string) => app.request(`https://koga.example${path}`);
};
const words = async (answer: Response | Promise<Response>): Promise<string> => textOf(markup(await (await answer).text()));
const refuse = (why: string, became: 'later' | 'never') => sendWaiting(place().db, { send: () => Promise.resolve({ became, why }) }, () => worldNow);

describe('the mails of the office', () => {
  it('are listed with what happened to them', async () => {
    const { get } = officeAs(place(), administrator);
    expect(await words(get('/office/mails'))).toContain('Pierwsza');
    await refuse('451 come again', 'later');
    expect(await words(get('/office/mails'))).toMatch(/451 come again ?1 próba, następna próba: 22 listopada 2026, 13:01:00/);
    expect(await words(get('/office/mails'))).not.toContain('Wyślij ponownie');
    expect(await words(get('/office/mails?show=sent'))).toContain('Nic jeszcze nie wysłano');
  });

  it('that no server took are on the administrator’s list of matters, and can be sent again', async () => {
    await refuse('550 no such user', 'never');
    const { get, post } = officeAs(place(), administrator);
    expect(await words(get('/office'))).toContain('Wiadomości, których nie udało się wysłać: 2');
    expect(await words(officeAs(place(), await colleague(place(), 'Ewa', ['editor'])).get('/office'))).not.toContain('nie udało się wysłać');
    const failed = await (await get('/office/mails?show=failed')).text();
    expect(textOf(markup(failed))).toContain('550 no such user');
    const action = named(markup(failed), 'form')
      .map((form) => form.attributes.get('action') ?? '')
      .find((path) => path.endsWith('/again'));
    expect((await post(action ?? '')).headers.get('location')).toBe('/office/mails?done=saved');
    await post(action ?? '');
    const audit = await place().db.read((read) => read.selectFrom('audit').selectAll().where('action', '=', 'send mail again').execute());
    expect(audit).toHaveLength(1);
    expect(JSON.stringify(audit)).not.toContain('ewa@office.example');
    expect(await words(get('/office/mails'))).toContain('za chwilę');
  });

  it('can be read where they lie in a folder, as text alone', async () => {
    await sendWaiting(place().db, outboxTransport({ folder, from: 'koga@city.example' }), () => worldNow);
    const get = withFolder();
    const list = markup(await (await get('/office/mails?show=sent')).text());
    expect(textOf(list)).toContain(folder);
    const link = named(list, 'a').find((one) => textOf(one) === 'Pierwsza');
    const mail = await (await get(link?.attributes.get('href') ?? '')).text();
    expect(textOf(markup(mail))).toContain('Pierwsza <treść> https://koga.example/office/x');
    expect(mail).toContain('<a href="https://koga.example/office/x">');
    expect(mail).not.toContain('<treść>');
  });

  it('cannot be read where a server sends them', async () => {
    await sendWaiting(place().db, outboxTransport({ folder, from: 'koga@city.example' }), () => worldNow);
    const row = await place().db.read((read) => read.selectFrom('mails').select('id').limit(1).executeTakeFirstOrThrow());
    const { get } = officeAs(place(), administrator);
    expect((await get(`/office/mails/${row.id}`)).headers.get('location')).toBe('/office/mails');
    expect(await words(get('/office/mails?show=sent'))).toContain('Ich treści biuro nie przechowuje');
  });

  it.each(['reader', 'editor', 'publisher', 'assessor', 'offers-coordinator'] as const)('are not for a %s, and forms are not taken from elsewhere', async (role) => {
    const office = officeAs(place(), await colleague(place(), 'Ktoś', [role]));
    const row = await place().db.read((read) => read.selectFrom('mails').select('id').limit(1).executeTakeFirstOrThrow());
    for (const answer of [office.get('/office/mails'), office.get(`/office/mails/${row.id}`), office.post(`/office/mails/${row.id}/again`)])
      expect((await answer).status).toBe(403);
    expect((await officeAs(place(), administrator).post(`/office/mails/${row.id}/again`, {}, fromElsewhere)).status).toBe(403);
  });
});

describe('background tasks that were given up', () => {
  it('are shown to administrators alone, who repeat or drop them', async () => {
    const { db } = place();
    const boss = await colleague(place(), 'Ewa Szefowa', ['administrator']);
    const editor = await colleague(place(), 'Jan Redaktor', ['editor']);
    await db.write(async (tx) => {
      for (const key of ['first', 'second']) await addJob(tx, { name: 'publish', payload: {}, runAt: worldNow, onceKey: key });
      await tx.updateTable('jobs').set({ failedAt: worldNow, attempts: 8, lastError: 'Error: no such table' }).execute();
    });
    expect((await officeAs(place(), editor).get('/office/mails/jobs')).status).toBe(403);
    expect(await (await officeAs(place(), editor).get('/office')).text()).not.toContain('/office/mails/jobs');
    const office = officeAs(place(), boss);
    expect(await (await office.get('/office')).text()).toContain('href="/office/mails/jobs"');
    const html = await (await office.get('/office/mails/jobs')).text();
    expect(html).toContain('publikacja o wyznaczonej porze');
    expect(html).toContain('Error: no such table');
    const [first = '', second = ''] = [...html.matchAll(/action="(\/office\/mails\/jobs\/[^"]+)"/g)].map((match) => match[1] ?? '');
    expect((await officeAs(place(), editor).post(first, { do: 'drop' })).status).toBe(403);
    expect((await office.post(first, { do: 'drop' }, fromElsewhere)).status).toBe(403);
    expect((await office.post(first, { do: 'x' })).status).toBe(400);
    expect((await office.post(first, { do: 'drop' })).status).toBe(303);
    expect((await office.post(second, { do: 'repeat' })).status).toBe(303);
    const left = await db.read((reader) => reader.selectFrom('jobs').select(['failedAt', 'attempts']).execute());
    expect(left).toEqual([{ failedAt: null, attempts: 0 }]);
    expect(await (await office.get('/office/mails/jobs')).text()).toContain('Wszystkie zadania się powiodły');
  });
});
