import { describe, expect, it } from 'vitest';
import { uuidv7 } from '#basics/uuid.ts';
import { colleague, fromElsewhere, officeAs } from '../../../test/office.ts';
import { storeFor } from '../../../test/world.ts';

const place = storeFor('world');

const source = { url: 'https://example.org/wykaz-2026', title: 'Wykaz na rok 2026', seenOn: '2026-11-20' };

function form(csv: string, fields: Record<string, string> = {}): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries({ id: uuidv7(), about: 'memberships', network: '', ...source, ...fields })) data.append(name, value);
  data.append('file', new File([csv], 'wykaz.csv'));
  return data;
}

const list = [
  'Nazwa;Jednostka;Data przystąpienia;Data wystąpienia',
  'OWHC;Gmina Miejska Kraków;1996-01-05;',
  'Eurocities;Kraków;;',
  'Organizacja Miast Światowego Dziedzictwo;Kraków;1995;',
  'Związek Miast Nieznanych;Kraków;2019;',
  'Obca;Gdynia;2001;',
].join('\n');

async function compared(csv: string, fields: Record<string, string> = {}) {
  const office = officeAs(place(), await colleague(place(), 'Anna', ['editor']));
  const answer = await office.post('/office/reconciliation', form(csv, fields));
  expect(answer.status).toBe(303);
  const address = answer.headers.get('location') ?? '';
  const page = async (): Promise<string> => (await office.get(address)).text();
  return { office, address, page };
}

const between = (html: string, from: string, to: string): string => html.slice(html.indexOf(`id="${from}"`), html.indexOf(`id="${to}"`));
const draftOf = async (address: string | null) => {
  const id = /drafts\/([0-9a-f-]+)/.exec(address ?? '')?.[1] ?? '';
  return place().db.read((reader) => reader.selectFrom('drafts').select(['kind', 'slug', 'body']).where('id', '=', id).executeTakeFirstOrThrow());
};

describe('an outside list beside the city’s memberships', () => {
  it('shows what differs, what is only there and only here, and says by what each was recognised', async () => {
    const { page } = await compared(list);
    const html = await page();
    expect(between(html, 'different', 'onlyThere')).toContain('OWHC');
    expect(between(html, 'different', 'onlyThere')).toContain('ten sam skrót');
    expect(between(html, 'onlyThere', 'onlyHere')).toContain('Związek Miast Nieznanych');
    expect(between(html, 'onlyThere', 'onlyHere')).not.toContain('Obca');
    expect(between(html, 'onlyHere', 'matched')).toContain('/office/records/membership/');
    expect(between(html, 'asked', 'different')).toContain('podobna nazwa');
  });

  it('makes a draft of each difference, with the list as its source, and one however often it is asked for', async () => {
    const { office, address, page } = await compared(list);
    const ask = async (difference: string) => office.post(`${address}/drafts`, { difference });
    const dated = await ask('date:2');
    expect(dated.status).toBe(303);
    const draft = await draftOf(dated.headers.get('location'));
    expect(draft.kind).toBe('membership');
    const body = JSON.stringify(draft.body);
    expect(body).toContain('"1996-01-05/..');
    expect(body).toContain(source.url);
    expect((await ask('date:2')).headers.get('location')).toBe(dated.headers.get('location'));
    const there = await draftOf((await ask('there:5')).headers.get('location'));
    expect(there).toMatchObject({
      kind: 'organisation',
      slug: 'zwiazek-miast-nieznanych',
      body: { name: { pl: 'Związek Miast Nieznanych' }, sources: [{ id: 's1', url: source.url, title: source.title, seenOn: source.seenOn }] },
    });
    const here = /name="difference" value="(here:[^"]+)"/.exec(await page())?.[1] ?? '';
    expect(JSON.stringify((await draftOf((await ask(here)).headers.get('location'))).body)).toContain('nie wymienia tego członkostwa');
    const gone = await ask('there:99');
    expect(gone.status).toBe(422);
    expect(await gone.text()).toContain('tej różnicy już nie ma');
  });

  it('asks about what is uncertain and keeps the answer', async () => {
    const { office, address, page } = await compared(list);
    const before = await page();
    const line = /name="line" value="(\d+)"/.exec(before)?.[1] ?? '';
    expect((await office.post(`${address}/answers`, { line, answer: '' })).status).toBe(422);
    expect((await office.post(`${address}/answers`, { line, answer: '-' })).status).toBe(303);
    expect(between(await page(), 'onlyThere', 'onlyHere')).toContain('Światowego Dziedzictwo');
    const columns = await office.post(`${address}/columns`, { name: '1', joined: '1' });
    expect(columns.status).toBe(422);
    expect((await office.post(`${address}/columns`, { name: '0', joined: '2' })).status).toBe(303);
  });

  it('is refused with what was typed where something is missing, from elsewhere, and to who may not edit', async () => {
    const office = officeAs(place(), await colleague(place(), 'Anna', ['editor']));
    const bad = await office.post('/office/reconciliation', form(list, { url: 'nie adres', seenOn: 'wczoraj' }));
    expect(bad.status).toBe(422);
    const html = await bad.text();
    for (const words of ['Wpisz adres, pod którym jest wykaz', 'Wpisz dzień odczytania', 'value="nie adres"', 'value="wczoraj"', 'value="Wykaz na rok 2026"'])
      expect(html).toContain(words);
    expect((await office.post('/office/reconciliation', form(list, { about: 'network', network: 'nie-ma' }))).status).toBe(422);
    expect((await office.post('/office/reconciliation', form(list), fromElsewhere)).status).toBe(403);
    const reader = officeAs(place(), await colleague(place(), 'Ewa', ['reader']));
    expect((await reader.post('/office/reconciliation', form(list))).status).toBe(403);
    expect((await reader.get('/office/reconciliation')).status).toBe(403);
    const id = uuidv7();
    for (const verb of ['columns', 'answers', 'drafts']) {
      expect((await reader.post(`/office/reconciliation/${id}/${verb}`)).status).toBe(403);
      expect((await office.post(`/office/reconciliation/${id}/${verb}`, { name: '0', line: '2', answer: '-' })).status).toBe(404);
    }
    for (let time = 0; time < 2; time += 1) expect((await office.post('/office/reconciliation', form(list, { id }))).status).toBe(303);
    expect((await place().db.read((read) => read.selectFrom('reconciliations').select('id').where('id', '=', id).execute())).length).toBe(1);
  });
});

describe('a list of members beside the directory', () => {
  it('becomes one draft of the network, difference by difference', async () => {
    const network = await place().db.read((reader) =>
      reader
        .selectFrom('networkMembers')
        .innerJoin('records', 'records.id', 'networkMembers.networkId')
        .select(['records.slug', 'networkMembers.name', 'networkMembers.country'])
        .orderBy('records.slug')
        .orderBy('position')
        .limit(1)
        .executeTakeFirstOrThrow(),
    );
    const csv = `Member;Country;Member since\n${network.name};${network.country};1901\nNowe Miasto Testowe;PL;2020\n`;
    const { office, address, page } = await compared(csv, { about: 'network', network: network.slug });
    const html = await page();
    expect(between(html, 'onlyThere', 'onlyHere')).toContain('Nowe Miasto Testowe');
    const first = await office.post(`${address}/drafts`, { difference: 'there:3' });
    const draft = await draftOf(first.headers.get('location'));
    expect(draft).toMatchObject({ kind: 'network', slug: network.slug });
    expect(JSON.stringify(draft.body)).toContain('Nowe Miasto Testowe');
    if (html.includes('value="date:2"')) {
      const second = await office.post(`${address}/drafts`, { difference: 'date:2' });
      expect(second.headers.get('location')).toBe(first.headers.get('location'));
      expect(JSON.stringify((await draftOf(second.headers.get('location'))).body)).toContain('"joined":"1901"');
    }
  });
});
