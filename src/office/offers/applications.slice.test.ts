import { describe, expect, it } from 'vitest';
import {
  applicant,
  begin,
  coordinatorOf,
  fillAndSend,
  officeAddress,
  openForm,
  pdf,
  publishedOffer,
  score,
  scorerOf,
  step,
  versionIn,
  withFile,
} from '../../../test/applications.ts';
import { contactOfInstitution } from '../../../test/institution.ts';
import { storeFor } from '../../../test/world.ts';

const place = storeFor('world');
const mailsTo = (email: string): Promise<string[]> =>
  place().db.read(async (reader) => (await reader.selectFrom('mails').select('subject').where('recipient', '=', email).orderBy('id').execute()).map((mail) => mail.subject));

describe('an application through the city', () => {
  it('goes from the composed form to a won outcome and a draft of an effect', async () => {
    const offer = await publishedOffer(place(), { organisation: 'eurocities', organiser: undefined });
    const krystyna = await coordinatorOf(place(), offer);
    await openForm(krystyna, offer);
    const museum = await applicant(place(), await contactOfInstitution(place()));
    const address = await begin(museum, offer);
    expect(address).toMatch(/^\/pl\/instytucja\/zgloszenia\/[0-9a-f-]{36}$/);
    const sent = await fillAndSend(museum, address);
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `${address}?done=sent`]);

    expect((await step(krystyna, address, { to: 'checked' })).status).toBe(303);
    const [beata, jan] = [await scorerOf(place(), offer, 'Beata'), await scorerOf(place(), offer, 'Jan')];
    expect((await score(beata, address)).status).toBe(303);
    const early = await step(krystyna, address, { to: 'chosen' });
    expect(early.status).toBe(422);
    expect(await early.text()).toContain('co najmniej dwóch różnych osób');
    expect((await score(jan, address)).status).toBe(303);
    expect((await step(krystyna, address, { to: 'chosen' })).status).toBe(303);

    const at = officeAddress(address);
    const version = versionIn(await (await krystyna.office.get(at)).text());
    const endorsed = await krystyna.office.post(`${at}/step`, withFile({ version, to: 'endorsed', signedBy: 'Prezydent Miasta Nadrzecza' }, 'document', pdf, 'podpis.pdf'));
    expect(endorsed.status).toBe(303);
    expect((await step(krystyna, address, { to: 'passed-on', day: '2026-11-22' })).status).toBe(303);
    expect((await step(krystyna, address, { to: 'won', day: '2026-11-22' })).status).toBe(303);

    const effect = await krystyna.office.post(`${at}/effect`);
    expect(effect.headers.get('location')).toMatch(/^\/office\/drafts\//);
    const again = await krystyna.office.post(`${at}/effect`);
    expect(again.headers.get('location')).toBe(effect.headers.get('location'));
    const draft = await place().db.read((reader) => reader.selectFrom('drafts').select('body').where('kind', '=', 'effect').executeTakeFirstOrThrow());
    expect(draft.body).toMatchObject({ organisation: 'eurocities', date: '2026-11-22', attribution: 'explicit', sourceIds: ['s1'] });
    expect(JSON.stringify(draft.body)).not.toContain('Muzeum');

    const seen = await (await museum.zone.get(address)).text();
    for (const words of ['Zgłoszenie wygrało', 'Miasto poparło zgłoszenie', 'podpis.pdf', 'Prezydent Miasta Nadrzecza']) expect(seen).toContain(words);
    expect(seen).not.toContain('Beata');
    expect((await mailsTo(museum.contact.email)).map((subject) => subject.replace(/ \(2026\/\d{4}\)$/, ''))).toEqual([
      'Zgłoszenie dotarło do urzędu',
      'Zgłoszenie jest sprawdzone',
      'Zgłoszenie zostało wybrane',
      'Miasto poparło zgłoszenie',
      'Zgłoszenie przekazano organizacji',
      'Zgłoszenie wygrało',
    ]);
  });
});
