import { beforeEach, describe, expect, it } from 'vitest';
import type { SignedIn } from '#accounts/index.ts';
import { uuidv7 } from '#basics/uuid.ts';
import { worldNow } from '../../../test/database.ts';
import { markup, textOf } from '../../../test/markup.ts';
import { colleague, fromElsewhere, officeAs } from '../../../test/office.ts';
import { readPdf } from '../../../test/pdf.ts';
import { storeFor } from '../../../test/world.ts';
import { makeNextReport } from '../../run-reports.ts';
import { claimReport, insertReport, listReports } from './store.ts';

const place = storeFor('world');
let reader: SignedIn;
const form = { id: '', kind: 'chapter', year: '2026', lang: 'pl', format: 'pdf' };
const made = () => place().db.read(listReports);
const make = (now: Date = worldNow) =>
  makeNextReport(
    place().db,
    () => now,
    () => undefined,
  );
const words = async (answer: Promise<Response>): Promise<string> => textOf(markup(await (await answer).text()));

beforeEach(async () => {
  reader = await colleague(place(), 'Ewa Czytelniczka', ['reader']);
  await place().db.write((tx) => tx.deleteFrom('reportsMade').execute());
});

describe('a report asked for in the office', () => {
  it('is made by the service, shown with its progress, and downloaded', async () => {
    const { get, post } = officeAs(place(), reader);
    expect(await words(get('/office/reports'))).toContain('Nic jeszcze nie przygotowano');
    const answer = await post('/office/reports', { ...form, id: uuidv7(worldNow.getTime()) });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/office/reports?show=made']);
    const waiting = await get('/office/reports');
    expect(waiting.headers.get('refresh')).toBe('2');
    expect(textOf(markup(await waiting.text()))).toContain('czeka');

    expect(await make()).toBe(true);
    const ready = await get('/office/reports');
    expect(ready.headers.get('refresh')).toBe(null);
    const [report] = await made();
    expect(textOf(markup(await ready.text()))).toContain('Pobierz krakow-rozdzial-raportu-o-stanie-gminy-2026.pdf');
    const file = await get(`/office/reports/${report?.id ?? ''}/file`);
    expect([file.status, file.headers.get('content-type'), file.headers.get('content-disposition')]).toEqual([
      200,
      'application/pdf',
      'attachment; filename="krakow-rozdzial-raportu-o-stanie-gminy-2026.pdf"',
    ]);
    expect(readPdf(Buffer.from(await file.arrayBuffer())).accessible).toBe('1');
    expect(await make()).toBe(false);
    const log = await place().db.read((db) => db.selectFrom('audit').where('action', '=', 'make report').where('actorId', '=', reader.actorId).selectAll().execute());
    expect(log.map(({ about }) => about)).toEqual(['chapter 2026 pl pdf']);
  });

  it('is one report where the form is sent twice', async () => {
    const { post } = officeAs(place(), reader);
    const id = uuidv7(worldNow.getTime());
    expect((await post('/office/reports', { ...form, id })).status).toBe(303);
    expect((await post('/office/reports', { ...form, id })).status).toBe(303);
    expect(await made()).toHaveLength(1);
  });

  it('is refused with what was chosen, where the choice is none', async () => {
    const { post } = officeAs(place(), reader);
    const answer = await post('/office/reports', { ...form, year: '1066', lang: 'en' });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(textOf(markup(page))).toContain('Wybierz rok od 2016 do 2026');
    expect(page).toMatch(/<option value="en" selected/);
    expect(page).toMatch(/value="chapter" checked/);
    expect(await made()).toEqual([]);
  });

  it('is not asked for from another site, nor by somebody who is not of the office', async () => {
    expect((await officeAs(place(), reader).post('/office/reports', form, fromElsewhere)).status).toBe(403);
    expect((await officeAs(place(), null).get('/office/reports')).status).toBe(303);
    expect(await made()).toEqual([]);
  });

  it('is nowhere before it is made, nor under a name that is none', async () => {
    const { get } = officeAs(place(), reader);
    const id = uuidv7(worldNow.getTime());
    await place().db.write((tx) => insertReport(tx, id, { kind: 'chapter', year: 2026, lang: 'pl', format: 'xlsx' }, reader.actorId, worldNow));
    expect((await get(`/office/reports/${id}/file`)).status).toBe(404);
    expect((await get('/office/reports/none/file')).status).toBe(404);
  });

  it('is made after all where the process that was at it has died, and given up after three', async () => {
    const id = uuidv7(worldNow.getTime());
    const { db } = place();
    const later = (minutes: number): Date => new Date(worldNow.getTime() + minutes * 60_000 * 2);
    await db.write((tx) => insertReport(tx, id, { kind: 'chapter', year: 2026, lang: 'en', format: 'xlsx' }, reader.actorId, worldNow));
    expect((await db.write((tx) => claimReport(tx, worldNow)))?.id).toBe(id);
    // Somebody is at it.
    expect(await db.write((tx) => claimReport(tx, worldNow))).toBeUndefined();
    expect((await db.write((tx) => claimReport(tx, later(1))))?.id).toBe(id);
    expect(await make(later(2))).toBe(true);
    expect((await made()).map(({ state }) => state)).toEqual(['ready']);

    const other = uuidv7(worldNow.getTime() + 1);
    await db.write((tx) => insertReport(tx, other, { kind: 'chapter', year: 2026, lang: 'en', format: 'xlsx' }, reader.actorId, later(3)));
    for (const turn of [4, 5, 6]) expect((await db.write((tx) => claimReport(tx, later(turn))))?.id).toBe(other);
    expect(await db.write((tx) => claimReport(tx, later(7)))).toBeUndefined();
    expect((await made()).find(({ id: its }) => its === other)).toMatchObject({ state: 'failed', problem: 'failed' });
    expect(await words(officeAs(place(), reader).get('/office/reports'))).toContain('nie udało się');
  });

  it('is kept among the latest twenty', async () => {
    const { db } = place();
    for (let at = 0; at < 23; at += 1)
      await db.write((tx) =>
        insertReport(tx, uuidv7(worldNow.getTime() + at), { kind: 'report', year: 2000 + at, lang: 'pl', format: 'pdf' }, reader.actorId, new Date(worldNow.getTime() + at)),
      );
    const years = (await made()).map(({ year }) => year);
    expect([years.length, years[0], years.at(-1)]).toEqual([20, 2022, 2003]);
  });
});
