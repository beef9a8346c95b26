import { describe, expect, it } from 'vitest';
import { roles } from '#accounts/index.ts';
import { readCity } from '#publishing/load.ts';
import { registerVersion } from '#publishing/store.ts';
import { colleague, fromElsewhere, officeAs } from '../../../test/office.ts';
import { storeFor } from '../../../test/world.ts';
import { fieldsOf, valueAt, type Group } from './groups.ts';
import { stateOf } from './save.ts';

describe('the settings of the city', () => {
  const place = storeFor('world');

  const cityNow = async () => {
    const city = await place().db.read(readCity);
    if (!city) throw new Error('the world has a city');
    return city;
  };
  const filled = async (group: Group, changes: Record<string, string> = {}): Promise<Record<string, string>> => {
    const city = await cityNow();
    return { basedOn: stateOf(city), ...Object.fromEntries(fieldsOf[group].map((path) => [path, valueAt(city, path)])), ...changes };
  };
  const administrator = async () => officeAs(place(), await colleague(place(), 'Ewa Testowa', ['administrator']));

  it('are changed by an administrator, and every page learns of it', async () => {
    const office = await administrator();
    const before = await place().db.read(registerVersion);
    const answer = await office.post('/office/settings/city', await filled('city', { 'ownClaim.pl': 'Jesteśmy wszędzie.', 'ownClaim.en': 'We are everywhere.' }));
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/office/settings?done=saved']);
    expect((await cityNow()).ownClaim).toEqual({ pl: 'Jesteśmy wszędzie.', en: 'We are everywhere.' });
    expect(await place().db.read(registerVersion)).toBe(before + 1);
    const audit = await place().db.read((reader) => reader.selectFrom('audit').where('action', '=', 'change settings').select('about').execute());
    expect(audit).toEqual([{ about: 'city' }]);
  });

  it('come back whole where a case is missing, with the field named first', async () => {
    const office = await administrator();
    const answer = await office.post('/office/settings/city', await filled('city', { 'name.pl.locative': '', 'title.en': 'A title just typed' }));
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain('href="#name.pl.locative"');
    expect(html).toContain('A title just typed');
    expect((await cityNow()).title.en).not.toBe('A title just typed');
  });

  it('refuse colours that nobody could read, with the figure', async () => {
    const office = await administrator();
    const answer = await office.post('/office/settings/colours', await filled('colours', { 'colours.brand': '#9fd3cc', 'colours.deep': '#0b3b36', 'colours.accent': '#a85a22' }));
    expect(answer.status).toBe(422);
    expect(await answer.text()).toMatch(/kontrast wynosi tylko 1,\d : 1, a potrzeba 4,5 : 1/);
    const fine = await office.post('/office/settings/colours', await filled('colours', { 'colours.brand': '#00695C', 'colours.deep': '#0b3b36', 'colours.accent': '#a85a22' }));
    expect(fine.status).toBe(303);
    const page = await (await office.get('/pl')).text();
    const [, address = ''] = /<link rel="stylesheet" href="(\/assets\/theme-[^"]+)"/.exec(page) ?? [];
    const css = await office.get(address);
    expect([css.status, css.headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8']);
    expect(await css.text()).toContain('--brand:#00695c');
    expect((await office.get('/assets/theme-ffffff-ffffff-ffffff.css')).status).toBe(404);
  });

  it('that somebody else has changed meanwhile are not overwritten', async () => {
    const office = await administrator();
    const mine = await filled('city', { 'title.pl': 'Mój tytuł' });
    expect((await office.post('/office/settings/city', await filled('city', { 'title.pl': 'Inny tytuł' }))).status).toBe(303);
    const answer = await office.post('/office/settings/city', mine);
    const html = await answer.text();
    expect(answer.status).toBe(409);
    expect(html).toContain('Mój tytuł');
    expect(html).toContain('Teraz zapisane: Inny tytuł');
    expect((await cityNow()).title.pl).toBe('Inny tytuł');
  });

  it.each(roles.filter((role) => role !== 'administrator'))('are closed to a %s', async (role) => {
    const office = officeAs(place(), await colleague(place(), 'Jan Testowy', [role]));
    expect((await office.get('/office/settings')).status).toBe(403);
    expect((await office.post('/office/settings/city', await filled('city'))).status).toBe(403);
    expect((await office.get('/office/settings/processing')).status).toBe(200);
  });

  it('are not taken from another site', async () => {
    const office = await administrator();
    expect((await office.post('/office/settings/city', await filled('city'), fromElsewhere)).status).toBe(403);
  });
});
