import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runDueJobs } from '#jobs/index.ts';
import type { SignedIn } from '#accounts/index.ts';
import { csvLines, readCsv } from '#web/csv.ts';
import { uuidv7 } from '#basics/uuid.ts';
import { jobHandlers } from '../../job-handlers.ts';
import { kinds } from '../../kinds.ts';
import { loadExample } from '../../example.ts';
import { worldNow } from '../../../test/database.ts';
import { colleague, fromElsewhere, officeAs } from '../../../test/office.ts';
import { storeFor, type Place } from '../../../test/world.ts';
import { readFile } from './files/read-file.ts';
import { writeXlsx } from './files/write-xlsx.ts';
import { importable } from './imports/mapping.ts';

const root = join(import.meta.dirname, '../../..');

function upload(bytes: Uint8Array<ArrayBuffer>, name: string, fields: Record<string, string> = {}): FormData {
  const data = new FormData();
  data.append('id', fields['id'] ?? uuidv7());
  data.append('kind', fields['kind'] ?? '');
  data.append('file', new File([bytes], name));
  return data;
}

const work = async (place: Place): Promise<void> => {
  for (let round = 0; round < 20; round += 1) {
    const ran = await runDueJobs(place.db, jobHandlers, worldNow);
    expect(ran.failures).toEqual([]);
    if (ran.done === 0) return;
  }
};

async function readIn(place: Place, who: SignedIn, bytes: Uint8Array<ArrayBuffer>, name: string, fields: Record<string, string> = {}) {
  const office = officeAs(place, who);
  const answer = await office.post('/office/spreadsheets/imports', upload(bytes, name, fields));
  expect(answer.status).toBe(303);
  const address = answer.headers.get('location') ?? '';
  await work(place);
  const html = await (await office.get(address)).text();
  return { office, address, html: html.slice(html.indexOf('<main')) };
}

const bytesOf = async (answer: Response): Promise<Uint8Array<ArrayBuffer>> => new Uint8Array(await answer.arrayBuffer());
const utf8 = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text, 'utf8'));

describe('what is exported', () => {
  const krakow = storeFor('world');
  const nadrzecze = storeFor('empty');

  it.each(['krakow', 'nadrzecze'] as const)('is read back and changes nothing: every kind of %s', async (city) => {
    const place = city === 'krakow' ? krakow() : nadrzecze();
    if (city === 'nadrzecze') expect((await loadExample(place.db, root, 'nadrzecze', worldNow)).ok).toBe(true);
    const anna = await colleague(place, 'Anna', ['editor']);
    const office = officeAs(place, anna);
    for (const kind of importable(kinds))
      for (const format of ['xlsx', 'csv']) {
        const file = await office.get(`/office/spreadsheets/export?kind=${kind.name}&format=${format}`);
        expect(file.status).toBe(200);
        const { html } = await readIn(place, anna, await bytesOf(file), `${kind.plural}.${format}`);
        const records = await place.db.read(async (reader) => (await reader.selectFrom('records').select('id').where('kind', '=', kind.name).execute()).length);
        if (records > 0) expect(html, `${kind.plural}.${format}`).toContain('Ten plik niczego nie zmienia.');
      }
    const found = await place.db.read((reader) => reader.selectFrom('importRecords').select(['action']).where('action', '!=', 'unchanged').execute());
    expect(found).toEqual([]);
    expect((await place.db.read((reader) => reader.selectFrom('importFaults').selectAll().execute())).slice(0, 5)).toEqual([]);
  });
});

describe('a spreadsheet', () => {
  const place = storeFor('world');
  const taken = async (who: SignedIn, kind: string, format: 'xlsx' | 'csv') =>
    bytesOf(await officeAs(place(), who).get(`/office/spreadsheets/export?kind=${kind}&format=${format}`));
  const rowsOf = async (who: SignedIn, kind: string): Promise<string[][]> => {
    const read = readCsv(await taken(who, kind, 'csv'), { rows: 10_000, columns: 200, characters: 1_000_000 });
    return read.ok ? read.value : [];
  };
  const revisions = async (): Promise<number> => place().db.read(async (reader) => (await reader.selectFrom('revisions').select('id').execute()).length);

  it('with a change and a new record is handed in whole, for somebody else to approve', async () => {
    const anna = await colleague(place(), 'Anna', ['editor']);
    const rows = await rowsOf(anna, 'unit');
    const [head = [], first = []] = rows;
    const name = head.indexOf('name.pl');
    const changed = first.map((cell, index) => (index === name ? 'Wydział Zmieniony' : cell));
    const fresh = head
      .map((column) => (column === 'name.pl' ? 'Biuro Testowe' : column === 'kind' ? 'jednostka miejska' : (first[head.indexOf(column)] ?? '')))
      .map((cell, index) => (['slug', 'version'].includes(head[index] ?? '') ? '' : cell));
    const before = await revisions();
    const { office, address, html } = await readIn(place(), anna, utf8(csvLines([head, changed, ...rows.slice(2), fresh])), 'komórki.csv', { kind: 'unit' });
    expect(html).toContain('Wczytaj 2 zapisy');
    expect(html).toContain('biuro-testowe');
    expect(await revisions()).toBe(before);
    expect((await office.post(`${address}/import`)).headers.get('location')).toBe(address);
    // Sent twice, it is one import.
    expect((await office.post(`${address}/import`)).status).toBe(303);
    await work(place());
    expect(await (await office.get(address)).text()).toContain('2 zapisy czekają');
    expect(await revisions()).toBe(before + 2);
    const acts = await place().db.read((reader) => reader.selectFrom('audit').select(['action', 'about', 'fields']).where('actorId', '=', anna.actorId).orderBy('id').execute());
    expect(acts.map(({ action }) => action)).toEqual(['upload spreadsheet', 'submit', 'submit', 'import records']);
    expect([acts[1]?.fields, acts[3]?.about]).toEqual([['name'], 'unit: 2']);
    expect(await (await office.get('/office/queue?view=mine')).text()).toContain('Biuro Testowe');
  });

  it('with errors writes nothing and names every bad cell: sheet, address, value, what is wrong', async () => {
    const anna = await colleague(place(), 'Anna', ['editor']);
    const bytes = await taken(anna, 'membership', 'xlsx');
    const book = await readFile(bytes);
    if (!book.ok) throw new Error(book.refusal);
    const [main, steps] = [book.value.sheets[0], book.value.sheets.find((sheet) => sheet.name === 'steps')];
    if (main === undefined || steps === undefined) throw new Error('sheets are missing');
    const put = (rows: string[][], line: number, column: string, value: string): string => {
      const at = (rows[0] ?? []).indexOf(column);
      const row = rows[line - 1];
      if (row === undefined || at === -1) throw new Error(`no ${column} in line ${line}`);
      row[at] = value;
      return `${at < 26 ? '' : String.fromCharCode(64 + Math.floor(at / 26))}${String.fromCharCode(65 + (at % 26))}${line}`;
    };
    const addresses = [
      put(main.rows, 3, 'belonging', '32 maja'),
      put(main.rows, 4, 'organisation', 'nie-ma-takiej'),
      put(main.rows, 5, 'decidedBy', 'Rada Miasta Gdzieś'),
      put(main.rows, 6, 'period', 'raz'),
      put(steps.rows, 3, 'date', 'kiedyś'),
      put(steps.rows, 4, 'record', 'nie-ma-takiego'),
    ];
    const out = book.value.sheets.map((sheet) => ({ name: sheet.name, rows: sheet.rows, headRows: 2, widths: [10] }));
    const before = await revisions();
    const { office, address, html } = await readIn(place(), anna, new Uint8Array(await writeXlsx(out)), 'błędny.xlsx');
    for (const cell of addresses) expect(html).toContain(`<code>${cell}</code>`);
    for (const words of ['32 maja', 'nie-ma-takiej', 'Rada Miasta Gdzieś', 'kiedyś', 'Nie rozumiem tej daty', 'Nie ma zapisu', 'steps', '6 błędów', 'Na arkuszu'])
      expect(html, words).toContain(words);
    expect(html).not.toContain('Wczytaj 2');
    const refused = await office.post(`${address}/import`);
    expect(refused.status).toBe(422);
    await work(place());
    expect(await revisions()).toBe(before);

    const annotated = await office.get(`${address}/errors`);
    const again = await readFile(await bytesOf(annotated));
    if (!again.ok) throw new Error(again.refusal);
    const marked = again.value.sheets.find((sheet) => sheet.name === main.name);
    expect(marked?.rows[2]?.at(-1)).toContain(`${addresses[0]}: Nie rozumiem tej daty`);
    expect(
      again.value.sheets
        .at(-1)
        ?.rows.slice(1)
        .map((row) => row[1])
        .toSorted(),
    ).toEqual([...addresses].toSorted());
    // Mended in that very file it is taken: what was added to it disturbs nothing.
    expect(
      (await readIn(place(), anna, new Uint8Array(await writeXlsx(again.value.sheets.map((sheet) => ({ ...sheet, headRows: 2, widths: [10] })))), 'raz jeszcze.xlsx')).html,
    ).toContain('6 błędów');
  });

  it('that was taken before somebody else changed the record does not undo that change', async () => {
    const anna = await colleague(place(), 'Anna', ['editor']);
    const rows = await rowsOf(anna, 'objective');
    const [head = [], first = []] = rows;
    const title = head.indexOf('title.pl');
    const mine = utf8(csvLines([head, first.map((cell, index) => (index === title ? `${cell} zmienione` : cell))]));
    const one = await readIn(place(), anna, mine, 'objectives.csv');
    await one.office.post(`${one.address}/import`);
    await work(place());
    // The same file again: its line says which version it was taken from.
    const two = await readIn(place(), anna, utf8(csvLines([head, first.map((cell, index) => (index === title ? `${cell} inaczej` : cell))])), 'objectives.csv');
    expect(two.html).toContain('powstała nowsza wersja tego zapisu (2)');
    const unchanged = await readIn(place(), anna, utf8(csvLines([head, first])), 'objectives.csv');
    expect(unchanged.html).toContain('Ten plik niczego nie zmienia.');
  });

  it('of foreign make is asked about: which list, which columns', async () => {
    const anna = await colleague(place(), 'Anna', ['editor']);
    const { office, address, html } = await readIn(place(), anna, utf8('Co;Jak;Nazwa po polsku\nx;y;Biuro Obce\n'), 'lista.csv');
    expect(html).toContain('wybierz kolumny');
    expect((await office.post(`${address}/columns`, { kind: '' })).status).toBe(422);
    expect((await office.post(`${address}/columns`, { kind: 'unit' })).status).toBe(303);
    await work(place());
    const twice = await office.post(`${address}/columns`, { kind: 'unit', 'column-0-0': 'name.pl', 'column-0-1': '', 'column-0-2': 'name.pl' });
    expect(twice.status).toBe(422);
    expect(await twice.text()).toContain('Kolumny A i C zawierają to samo');
    expect((await office.post(`${address}/columns`, { kind: 'unit', 'column-0-0': '', 'column-0-1': '', 'column-0-2': 'name.pl' })).status).toBe(303);
    await work(place());
    expect(await (await office.get(address)).text()).toMatch(/<code>[A-C]2<\/code>/);
    expect((await office.post(`${address}/drop`)).status).toBe(303);
    expect(await (await office.get('/office/spreadsheets')).text()).not.toContain('lista.csv');
  });

  it('becomes drafts where the editor wants drafts', async () => {
    const anna = await colleague(place(), 'Anna', ['editor']);
    const [head = [], , second = []] = await rowsOf(anna, 'award');
    const title = head.findIndex((column) => column.endsWith('.pl'));
    const file = utf8(csvLines([head, second.map((cell, index) => (index === title ? `${cell} i więcej` : cell))]));
    const { office, address } = await readIn(place(), anna, file, 'awards.csv');
    await office.post(`${address}/import`, { drafts: 'yes' });
    await work(place());
    expect(await (await office.get(address)).text()).toContain('jako szkice');
    const drafts = await place().db.read((reader) => reader.selectFrom('drafts').select(['kind', 'slug']).where('editorId', '=', anna.actorId).execute());
    expect(drafts).toMatchObject([{ kind: 'award' }]);
    const again = await readIn(place(), anna, file, 'awards.csv');
    const refused = await office.post(`${again.address}/import`, { drafts: 'yes' });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('ktoś już pracuje');
  });

  it('that is none is refused in words', async () => {
    const anna = await colleague(place(), 'Anna', ['editor']);
    const office = officeAs(place(), anna);
    const nothing = await office.post('/office/spreadsheets/imports', upload(new Uint8Array(0), 'a.xlsx', { kind: 'act' }));
    expect(nothing.status).toBe(422);
    expect(await nothing.text()).toContain('<option value="act" selected');
    expect((await readIn(place(), anna, new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), 'stary.xls')).html).toContain('Zapisz go jako XLSX');
  });

  it('is taken twice as one, from a page of ours, from an editor', async () => {
    const anna = await colleague(place(), 'Anna', ['editor']);
    const office = officeAs(place(), anna);
    const id = uuidv7();
    for (let time = 0; time < 2; time += 1) expect((await office.post('/office/spreadsheets/imports', upload(utf8('a,b\n1,2\n'), 'x.csv', { id }))).status).toBe(303);
    expect((await place().db.read((reader) => reader.selectFrom('audit').select('id').where('about', '=', `import ${id}`).execute())).length).toBe(1);
    expect((await office.post('/office/spreadsheets/imports', upload(utf8('a'), 'x.csv'), fromElsewhere)).status).toBe(403);
    const reader = officeAs(place(), await colleague(place(), 'Ewa', ['reader']));
    expect((await reader.post('/office/spreadsheets/imports', upload(utf8('a'), 'x.csv'))).status).toBe(403);
    for (const verb of ['columns', 'import', 'drop']) expect((await reader.post(`/office/spreadsheets/imports/${id}/${verb}`)).status).toBe(403);
    expect((await reader.get(`/office/spreadsheets/imports/${id}`)).status).toBe(403);
    expect((await office.get('/office/spreadsheets/imports/nothing')).status).toBe(404);
  });

  it('for a reader holds nothing of the office, and read in by an editor it takes nothing away', async () => {
    const anna = await colleague(place(), 'Anna', ['editor']);
    const ewa = await colleague(place(), 'Ewa', ['reader']);
    const [head = []] = await rowsOf(ewa, 'organisation');
    expect(head).not.toContain('officeNotes');
    const [whole = []] = await rowsOf(anna, 'organisation');
    expect(whole).toContain('officeNotes');
    expect((await readIn(place(), anna, await taken(ewa, 'membership', 'xlsx'), 'memberships.xlsx')).html).toContain('Ten plik niczego nie zmienia.');
  });
});
