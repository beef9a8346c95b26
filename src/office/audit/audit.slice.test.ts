import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { officeAudit } from '#lang/pl/office-audit.ts';
import { insertAudit } from '#publishing/store.ts';
import { worldNow } from '../../../test/database.ts';
import { colleague, officeAs } from '../../../test/office.ts';
import { storeFor } from '../../../test/world.ts';

const source = join(import.meta.dirname, '../..');

describe('the log of events', () => {
  const place = storeFor('world');

  it('shows an administrator who did what and when, the newest first, and narrows by word and day', async () => {
    const anna = await colleague(place(), 'Anna Testowa', ['administrator']);
    await place().db.write((tx) => insertAudit(tx, { at: new Date('2026-11-20T23:30:00Z'), actorId: anna.actorId, action: 'change settings', about: 'colours' }));
    const office = officeAs(place(), anna);
    await place().db.write((tx) => insertAudit(tx, { at: new Date('2026-11-22T12:30:00Z'), actorId: anna.actorId, action: 'change settings', about: 'names' }));
    const all = await (await office.get('/office/audit')).text();
    expect(all.indexOf('zmiana ustawień')).toBeGreaterThan(0);
    expect(all.indexOf('zmiana ustawień')).toBeLessThan(all.indexOf('wczytanie przykładu'));
    // Half past midnight of the 21st in the city.
    expect(await (await office.get('/office/audit?q=settings&from=2026-11-21&to=2026-11-21')).text()).toContain('colours');
    expect(await (await office.get('/office/audit?q=settings&to=2026-11-20')).text()).toContain('Nie ma takich wpisów');
    expect(await (await office.get('/office/audit?q=%25_%27&person=nobody&page=-7&from=x')).text()).toContain('Nie ma takich wpisów');
  });

  it('comes as CSV with the same filter', async () => {
    const anna = await colleague(place(), '=HYPERLINK("x")', ['administrator']);
    await place().db.write((tx) => insertAudit(tx, { at: worldNow, actorId: anna.actorId, action: 'sign in' }));
    const answer = await officeAs(place(), anna).get('/office/audit.csv?q=sign+in');
    expect(answer.headers.get('content-type')).toContain('text/csv');
    expect(await answer.text()).toContain(`"'=HYPERLINK(""x"")",sign in,zalogowanie`);
  });

  it.each([['reader'], ['editor'], ['publisher'], ['assessor'], ['offers-coordinator']] as const)('is closed to a %s, and the attempt stands in it', async (role) => {
    const somebody = await colleague(place(), 'Jan Testowy', [role]);
    expect((await officeAs(place(), somebody).get('/office/audit')).status).toBe(403);
    const rows = await place().db.read((reader) => reader.selectFrom('audit').where('actorId', '=', somebody.actorId).select('action').execute());
    expect(rows.map((row) => row.action)).toEqual(['refused']);
  });

  it('has a word for every act that the code writes', () => {
    const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name) && !/\.test\.|lang\//.test(name));
    const acts = files.flatMap((name) => {
      const text = readFileSync(join(source, name), 'utf8');
      return [...text.matchAll(/insertAudit\([^;]*?action: '([^']+)'/gs)].map((match) => match[1] ?? '');
    });
    expect(acts.length).toBeGreaterThan(20);
    expect([...new Set(acts)].filter((act) => !(act in officeAudit.actions))).toEqual([]);
  });
});
