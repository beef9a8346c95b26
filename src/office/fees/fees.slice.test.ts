import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readable } from '../../../test/app.ts';
import { csvRows } from '../../../test/csv-rows.ts';
import { worldNow } from '../../../test/database.ts';
import { colleague, officeAs } from '../../../test/office.ts';
import { storeFor } from '../../../test/world.ts';
import { loadExample } from '../../example.ts';

const root = resolve(import.meta.dirname, '../../..');

describe('the plan of fees', () => {
  const place = storeFor('empty');
  beforeAll(async () => {
    const loaded = await loadExample(place().db, root, 'nadrzecze', worldNow);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults ?? loaded.refusal));
  });
  const desk = async (roles: ('editor' | 'reader')[] = ['editor'], lang: 'pl' | 'en' = 'pl') => officeAs(place(), await colleague(place(), 'Anna', roles, { lang }));
  const textOf = async (answer: Promise<Response>): Promise<string> => readable(await (await answer).text());

  it('shows for a year what is planned, ordered and paid, and says of how many it tells', async () => {
    const text = await textOf((await desk()).get('/office/fees?year=2025'));
    expect(text).toContain('Plan składek 2025');
    expect(text).toContain('75095 §4540');
    expect(text).toMatch(/znane dla \d+ z \d+ członkostw/);
    expect(text).toContain('Miasta Rzeczne');
    expect(text).not.toMatch(/Razem|Łącznie/);
    expect(await textOf((await desk(['reader'], 'en')).get('/office/fees'))).toMatch(/Plan of fees, 2026.*known for \d+ of \d+ memberships/);
  });

  it('lists a membership without a fee in the year, and leads to a new one with what is known filled in', async () => {
    const office = await desk();
    const html = await (await office.get('/office/fees?year=2027')).text();
    expect(readable(html)).toContain('brak wpisu o składce w tym roku');
    const link = /href="(\/office\/records\/ask\/new\?[^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const form = await (await office.get(link)).text();
    expect(form).toMatch(/name="year"[^>]*value="2027"|value="2027"[^>]*name="year"/);
    expect(form).toMatch(/<option value="fee" selected/);
    expect(form).toContain(`value="${new URLSearchParams(link.split('?')[1]).get('membership') ?? ''}"`);
  });

  it('is changed in the fee’s own record, and shows the draft that is open', async () => {
    const office = await desk();
    const address = (await office.post('/office/records/ask/siec-miast-rzecznych-fee-2026/draft')).headers.get('location') ?? '';
    expect(await (await office.get('/office/fees?year=2026')).text()).toContain(`href="${address}"`);
    expect(await (await (await desk(['reader'])).get('/office/fees?year=2026')).text()).not.toContain('name="add"');
  });

  it('goes into a spreadsheet with the fees of the year alone', async () => {
    const rows = csvRows(await (await (await desk()).get('/office/spreadsheets/export?kind=ask&format=csv&type=fee&year=2025')).text());
    const [heads = [], ...records] = rows;
    expect(records.length).toBeGreaterThan(5);
    expect(new Set(records.map((row) => row[heads.indexOf('year')]))).toEqual(new Set(['2025']));
    expect(new Set(records.map((row) => row[heads.indexOf('type')]))).toEqual(new Set(['fee']));
  });

  it('answers a year that nobody has, and one that is none', async () => {
    for (const year of ['none', '1900', 'x']) expect((await (await desk()).get(`/office/fees?year=${year}`)).status).toBe(200);
    expect((await officeAs(place(), null).get('/office/fees')).status).toBe(303);
  });
});
