import { describe, expect, it } from 'vitest';
import { publish } from '#publishing/publish.ts';
import { worldNow } from '../../../../test/database.ts';
import { formIn, type TypedForm } from '../../../../test/form-in.ts';
import { colleague, fromElsewhere, officeAs } from '../../../../test/office.ts';
import { office as body, person, storeFor } from '../../../../test/world.ts';
import { kinds } from '../../../kinds.ts';

const place = storeFor('world');
const slug = 'iv-47-90';

const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');

function withFile(form: TypedForm, bytes: Buffer, name: string): FormData {
  const data = new FormData();
  for (const [field, value] of form.pairs) data.append(field, value);
  data.append('upload-to', 'files');
  data.append('upload', new File([new Uint8Array(bytes)], name, { type: 'application/pdf' }));
  return data;
}

async function desk(name = 'Anna') {
  const office = officeAs(place(), await colleague(place(), name, ['editor']));
  const address = (await office.post(`/office/records/act/${slug}/draft`)).headers.get('location') ?? '';
  const form = async () => formIn(await (await office.get(address)).text(), address);
  return { office, address, form };
}

const files = async (): Promise<number> => place().db.read(async (reader) => (await reader.selectFrom('files').select('id').execute()).length);

describe('a file of an act', () => {
  it.each([
    ['a drawing that could run a script', svg, 'skan.pdf', 'Wybierz plik PDF, PNG, JPEG albo WebP.'],
    ['a page', Buffer.from('<!doctype html><title>x</title>'), 'skan.pdf', 'Wybierz plik PDF, PNG, JPEG albo WebP.'],
    ['nothing', Buffer.alloc(0), 'pusty.pdf', 'Wybierz plik z dysku.'],
    ['more than ten megabytes', Buffer.concat([pdf, Buffer.alloc(10 * 1_048_576)]), 'duzy.pdf', 'Plik jest za duży.'],
  ])('is refused where it is %s, whatever it calls itself, and what was typed stays', async (_what, bytes, name, words) => {
    const { office, address, form } = await desk();
    const typed = (await form()).with({ citation: `Druk ${name}` });
    const answer = await office.post('/office/files', withFile(typed, bytes, name));
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain(words);
    expect(html).toContain(`value="Druk ${name}"`);
    expect(formIn(html, address).get('files.rows')).toBe('0');
    expect(await files()).toBe(0);
  });

  it('is refused when another site sends it, and to who may not edit', async () => {
    const { office, form } = await desk();
    const data = withFile(await form(), pdf, 'skan.pdf');
    expect((await office.post('/office/files', data, fromElsewhere)).status).toBe(403);
    const reader = officeAs(place(), await colleague(place(), 'Ewa', ['reader']));
    expect((await reader.post('/office/files', data)).status).toBe(403);
    expect(await files()).toBe(0);
  });

  it('is kept once, is the office’s alone at first, and is public with the act that shows it', async () => {
    const { office, address, form } = await desk();
    const first = await office.post('/office/files', withFile((await form()).with({ citation: 'Druk 47' }), pdf, '../../Uchwała "47".exe'));
    expect(first.status).toBe(303);
    const again = await office.post('/office/files', withFile(await form(), png, 'pieczęć.pdf'));
    expect(again.status).toBe(303);
    const typed = await form();
    expect([typed.get('files.rows'), typed.get('citation'), typed.get('files.0.title.pl'), typed.get('files.0.type'), typed.get('files.1.type')]).toEqual([
      '2',
      'Druk 47',
      'Uchwała -47',
      'application/pdf',
      'image/png',
    ]);
    const id = typed.get('files.0.file') ?? '';
    const same = await office.post('/office/files', withFile(typed, pdf, 'to-samo.pdf'));
    expect(same.status).toBe(303);
    expect(await files()).toBe(2);
    expect((await form()).get('files.2.file')).toBe(id);

    const seen = await office.get(`/office/files/${id}`);
    expect([seen.status, seen.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect((await officeAs(place(), null).get(`/office/files/${id}`)).status).toBe(303);
    const reader = officeAs(place(), null);
    expect((await reader.get(`/files/${id}/uchwala.pdf`)).status).toBe(404);

    expect((await office.post(address, (await form()).with({ do: 'submit' }).pairs)).headers.get('location')).toContain('done=submitted');
    expect((await reader.get(`/files/${id}/uchwala.pdf`)).status).toBe(404);
    const revisionId = await place().db.read(async (read) => (await read.selectFrom('revisions').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow()).id);
    const published = await publish(place().db, kinds, { revisionId, actor: await person(place().db, 'Zofia'), now: worldNow, publishingBody: body });
    expect(published.ok).toBe(true);

    const open = await reader.get(`/files/${id}/uchwala.pdf`);
    expect(open.status).toBe(200);
    expect(Buffer.from(await open.arrayBuffer())).toEqual(pdf);
    expect(open.headers.get('content-type')).toBe('application/pdf');
    expect(open.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w .-]+"; filename\*=UTF-8''/);
    expect(open.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(open.headers.get('x-content-type-options')).toBe('nosniff');
    const kept = await reader.get(`/files/${id}/uchwala.pdf`, { 'if-none-match': open.headers.get('etag') ?? '' });
    expect(kept.status).toBe(304);
    expect(await (await reader.get(`/pl/uchwaly/${slug}`)).text()).toContain(`/files/${id}/`);
    expect((await reader.get('/files/not-an-id/x.pdf')).status).toBe(404);
  });
});
