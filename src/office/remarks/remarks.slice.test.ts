import { beforeEach, describe, expect, it } from 'vitest';
import type { SignedIn } from '#accounts/index.ts';
import { listFeedback, readFeedback, sendFeedback } from '#feedback/index.ts';
import { worldNow } from '../../../test/database.ts';
import { markup, named, textOf } from '../../../test/markup.ts';
import { colleague, fromElsewhere, officeAs } from '../../../test/office.ts';
import { storeFor } from '../../../test/world.ts';

const place = storeFor('world');
let editor: SignedIn;
let id: string;
beforeEach(async () => {
  editor = await colleague(place(), 'Ewa Redaktor', ['editor']);
  await place().db.write(async (tx) => {
    for (const table of ['feedback', 'feedbackSenders', 'feedbackKeys'] as const) await tx.deleteFrom(table).execute();
  });
  const read = readFeedback({ path: '/pl/organizacje/owhc', lang: 'pl', useful: 'no', kind: 'error', message: 'Rok przystąpienia\njest <inny>.', email: 'jan@example.org' });
  if (!read.ok) throw new Error('the remark is fine');
  const sent = await sendFeedback(place().db, { feedback: read.value, address: '192.0.2.7', now: worldNow });
  id = sent.ok ? sent.value.id : '';
});

const stored = () => place().db.read((reader) => listFeedback(reader, 10));
const audit = (action: string) =>
  place().db.read((reader) => reader.selectFrom('audit').select(['about', 'actorId']).where('action', '=', action).where('about', '=', id).execute());

describe('remarks from readers', () => {
  it('are read in the office with their page, their words as written, and the address to answer to', async () => {
    const root = markup(await (await officeAs(place(), editor).get('/office/remarks')).text());
    expect(textOf(root)).toContain('Rok przystąpienia jest <inny>.');
    expect(textOf(root)).toContain('Błąd w treści');
    expect(textOf(root)).toContain('22 listopada 2026, 13:00:00');
    const links = named(root, 'a').map((link) => link.attributes.get('href'));
    expect(links).toEqual(expect.arrayContaining(['/pl/organizacje/owhc', 'mailto:jan%40example.org']));
  });

  it('that were dealt with lose the address, as was promised, and leave one trace without it', async () => {
    const { get, post } = officeAs(place(), editor);
    expect((await post(`/office/remarks/${id}/answer`)).headers.get('location')).toBe('/office/remarks?done=saved');
    await post(`/office/remarks/${id}/answer`);
    expect(await stored()).toMatchObject([{ state: 'answered', emails: [] }]);
    expect(await audit('answer remark')).toEqual([{ about: id, actorId: editor.actorId }]);
    expect(textOf(markup(await (await get('/office/remarks')).text()))).toContain('Nie ma uwag do odpowiedzi');
    expect(textOf(markup(await (await get('/office/remarks?show=answered')).text()))).toContain('Rok przystąpienia');
  });

  it('can lose the address alone', async () => {
    const { post } = officeAs(place(), editor);
    await post(`/office/remarks/${id}/contact`);
    await post(`/office/remarks/${id}/contact`);
    expect(await stored()).toMatchObject([{ state: 'new', emails: [] }]);
    expect(await audit('erase contact of remark')).toHaveLength(1);
  });

  it.each(['reader', 'assessor', 'offers-coordinator'] as const)('are not for a %s', async (role) => {
    const office = officeAs(place(), await colleague(place(), 'Ktoś', [role]));
    for (const answer of [office.get('/office/remarks'), office.post(`/office/remarks/${id}/answer`), office.post(`/office/remarks/${id}/contact`)])
      expect((await answer).status).toBe(403);
    expect(await stored()).toMatchObject([{ state: 'new', emails: ['jan@example.org'] }]);
  });

  it('are not touched from elsewhere, nor under an address that is none', async () => {
    const { post } = officeAs(place(), editor);
    for (const what of ['answer', 'contact']) {
      expect((await post(`/office/remarks/${id}/${what}`, {}, fromElsewhere)).status).toBe(403);
      expect((await officeAs(place(), null).post(`/office/remarks/${id}/${what}`)).status).toBe(401);
      expect((await post(`/office/remarks/nothing/${what}`)).status).toBe(303);
    }
    expect(await stored()).toMatchObject([{ state: 'new', emails: ['jan@example.org'] }]);
  });
});
