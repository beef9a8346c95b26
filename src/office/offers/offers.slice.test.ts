import { describe, expect, it } from 'vitest';
import type { Role } from '#accounts/index.ts';
import { addToCrew } from '#offers/index.ts';
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
  type Coordinator,
} from '../../../test/applications.ts';
import { contactOfInstitution } from '../../../test/institution.ts';
import { colleague, fromElsewhere, officeAs } from '../../../test/office.ts';
import { storeFor } from '../../../test/world.ts';
import { worldNow } from '../../../test/database.ts';

const place = storeFor('world');

async function scene(over: Record<string, unknown> = {}) {
  const offer = await publishedOffer(place(), over);
  const krystyna = await coordinatorOf(place(), offer);
  await openForm(krystyna, offer);
  return { offer, krystyna };
}

const sentBy = async (offer: Awaited<ReturnType<typeof publishedOffer>>, institution: string): Promise<string> => {
  const one = await applicant(place(), await contactOfInstitution(place(), { institution }));
  const address = await begin(one, offer);
  await fillAndSend(one, address);
  return address;
};

const stateOf = (address: string): Promise<string> =>
  place().db.read(
    async (reader) =>
      (
        await reader
          .selectFrom('applications')
          .select('state')
          .where('id', '=', address.split('/').at(-1) ?? '')
          .executeTakeFirstOrThrow()
      ).state,
  );
const has = async (answer: Response, ...words: string[]): Promise<string[]> => {
  const html = (await answer.text()).replaceAll('\u00a0', ' ');
  return words.filter((one) => !html.includes(one));
};

async function judged(offer: Awaited<ReturnType<typeof publishedOffer>>, krystyna: Coordinator, addresses: readonly string[]): Promise<void> {
  const scorers = [await scorerOf(place(), offer, 'Beata'), await scorerOf(place(), offer, 'Jan')];
  for (const address of addresses) {
    await step(krystyna, address, { to: 'checked' });
    for (const scorer of scorers) await score(scorer, address);
  }
}

describe('choosing', () => {
  it('stays within the quota of the city, also when two coordinators choose at once', async () => {
    const { offer, krystyna } = await scene({ quota: 1 });
    const adam = await coordinatorOf(place(), offer, 'Adam');
    const [one, other] = [await sentBy(offer, 'Muzeum'), await sentBy(offer, 'Biblioteka')];
    await judged(offer, krystyna, [one, other]);
    const answers = await Promise.all([step(krystyna, one, { to: 'chosen' }), step(adam, other, { to: 'chosen' })]);
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([303, 422]));
    const refused = answers.find((answer) => answer.status === 422);
    expect(refused && (await has(refused, 'Miasto wykorzystało już wszystkie miejsca'))).toEqual([]);
    expect([await stateOf(one), await stateOf(other)].toSorted()).toEqual(['checked', 'chosen']);
    const [taken, free] = (await stateOf(one)) === 'chosen' ? [one, other] : [other, one];
    expect((await step(krystyna, taken, { to: 'checked', reason: 'Instytucja prosi o cofnięcie.' })).status).toBe(303);
    expect((await step(adam, free, { to: 'chosen' })).status).toBe(303);
  });

  it('needs full scores of two different people; what one gave, others see only after their own', async () => {
    const { offer, krystyna } = await scene();
    const address = await sentBy(offer, 'Muzeum');
    const [beata, jan] = [await scorerOf(place(), offer, 'Beata'), await scorerOf(place(), offer, 'Jan')];
    expect((await score(beata, address)).status).toBe(422);
    await step(krystyna, address, { to: 'checked' });
    const wrong = await score(beata, address, ['11', '4']);
    expect(wrong.status).toBe(422);
    expect(await has(wrong, 'value="11"', 'Dobry projekt.', 'Wpisz całą liczbę punktów')).toEqual([]);
    await score(beata, address);
    await score(beata, address, ['9', '5']);
    expect((await step(krystyna, address, { to: 'chosen' })).status).toBe(422);
    expect(await has(await jan.office.get(officeAddress(address)), 'Oceny innych osób zobaczysz')).toEqual([]);
    await score(jan, address);
    expect(await has(await jan.office.get(officeAddress(address)), '9 z 10', '8 z 10', 'Średnia: 13 z 15')).toEqual([]);
    expect((await step(krystyna, address, { to: 'chosen' })).status).toBe(303);
  });
});

describe('two coordinators at once', () => {
  it('do not write over each other', async () => {
    const { offer, krystyna } = await scene();
    const adam = await coordinatorOf(place(), offer, 'Adam');
    const address = await sentBy(offer, 'Muzeum');
    const at = officeAddress(address);
    const version = versionIn(await (await krystyna.office.get(at)).text());
    expect((await adam.office.post(`${at}/step`, { version, to: 'to-amend', day: '2026-12-01', reason: 'Brak kosztorysu' })).status).toBe(303);
    const late = await krystyna.office.post(`${at}/step`, { version, to: 'to-amend', day: '2026-12-05', reason: 'Brak opisu' });
    expect(late.status).toBe(409);
    expect(await has(late, 'Ktoś zmienił to zgłoszenie w międzyczasie', 'Brak kosztorysu')).toEqual([]);
    const again = await adam.office.post(`${at}/step`, { version, to: 'to-amend', day: '2026-12-01', reason: 'Brak kosztorysu' });
    expect(again.status).toBe(303);
    const steps = await place().db.read((reader) =>
      reader
        .selectFrom('applicationSteps')
        .select(['toState', 'reason', 'until'])
        .where('applicationId', '=', address.split('/').at(-1) ?? '')
        .orderBy('id')
        .execute(),
    );
    expect(steps.at(-1)).toEqual({ toState: 'to-amend', reason: 'Brak kosztorysu', until: '2026-12-01' });
    expect(steps).toHaveLength(3);
  });

  it('are told so when both change the form', async () => {
    const { offer, krystyna } = await scene();
    const at = `/office/offers/${offer.slug}/form`;
    const version = versionIn(await (await krystyna.office.get(`${at}/f1`)).text());
    const change = (label: string) => krystyna.office.post(`${at}/f1`, { version, kind: 'text', 'label.pl': label, required: 'yes', maxLength: '50' });
    expect((await change('Tytuł')).status).toBe(303);
    const stale = await change('Nazwa');
    expect(stale.status).toBe(409);
    expect(await has(stale, 'value="Nazwa"', 'Ktoś zmienił formularz')).toEqual([]);
  });
});

describe('a step', () => {
  it.each([
    ['an amendment without a reason', { to: 'to-amend', day: '2026-12-01', reason: '' }, 'Napisz uzasadnienie'],
    ['an amendment without a day', { to: 'to-amend', reason: 'Brak opisu' }, 'Podaj dzień'],
    ['an amendment until yesterday', { to: 'to-amend', day: '2026-11-21', reason: 'Brak opisu' }, 'Podaj inny dzień'],
    ['an amendment after the organiser’s deadline', { to: 'to-amend', day: '2027-02-16', reason: 'Brak opisu' }, 'Podaj inny dzień'],
    ['a day that does not exist', { to: 'to-amend', day: '2027-02-30', reason: 'Brak opisu' }, 'Podaj inny dzień'],
    ['what the path does not allow', { to: 'won', day: '2026-11-22' }, 'W obecnym stanie'],
    ['a state that there is not', { to: 'lost-and-found' }, 'W obecnym stanie'],
  ])('is not %s', async (_what, fields, words) => {
    const { offer, krystyna } = await scene();
    const address = await sentBy(offer, 'Muzeum');
    const answer = await step(krystyna, address, fields);
    expect(answer.status).toBe(422);
    expect(await has(answer, words, ...('reason' in fields && fields.reason !== '' ? [fields.reason] : []))).toEqual([]);
    expect(await stateOf(address)).toBe('sent');
  });

  it('of endorsing needs the signed document and who signed; passing on lies within the organiser’s deadline', async () => {
    const clock = { now: worldNow };
    const offer = await publishedOffer(place());
    const krystyna = await coordinatorOf(place(), offer, 'Krystyna', () => clock.now);
    await openForm(krystyna, offer);
    const address = await sentBy(offer, 'Muzeum');
    await judged(offer, krystyna, [address]);
    await step(krystyna, address, { to: 'chosen' });
    const at = officeAddress(address);
    const endorse = async (fields: Record<string, string>, bytes: Buffer) => {
      const version = versionIn(await (await krystyna.office.get(at)).text());
      return krystyna.office.post(`${at}/step`, withFile({ version, to: 'endorsed', ...fields }, 'document', bytes));
    };
    expect(await has(await step(krystyna, address, { to: 'endorsed', signedBy: 'Prezydent' }), 'Dodaj podpisany dokument', 'value="Prezydent"')).toEqual([]);
    expect(await has(await endorse({}, pdf), 'Napisz, kto podpisał')).toEqual([]);
    expect(await has(await endorse({ signedBy: 'Prezydent' }, Buffer.from('<html></html>')), 'Wybierz plik PDF')).toEqual([]);
    expect((await endorse({ signedBy: 'Prezydent' }, pdf)).status).toBe(303);
    clock.now = new Date('2027-02-20T10:00:00Z');
    expect(await has(await step(krystyna, address, { to: 'passed-on', day: '2027-02-16' }), 'po terminie organizatora')).toEqual([]);
    expect((await step(krystyna, address, { to: 'passed-on', day: '2027-02-15' })).status).toBe(303);
  });
});

describe('who sees what', () => {
  it('content is for coordinators of this offer only; others know that there is an application, by its number', async () => {
    const { offer, krystyna } = await scene();
    const address = await sentBy(offer, 'Muzeum Przeprawy');
    const at = officeAddress(address);
    const file = /href="([^"]*\/files\/[^"]*)"/.exec(await (await krystyna.office.get(at)).text())?.[1] ?? '';
    expect((await krystyna.office.get(file)).headers.get('content-type')).toBe('application/pdf');
    const other = await coordinatorOf(place(), await publishedOffer(place()), 'Inna');
    const hidden = await (await other.office.get(at)).text();
    expect(hidden).toContain('Treść tego zgłoszenia widzą koordynatorzy');
    for (const secret of ['Muzeum Przeprawy', 'Most pamięci', 'muzeum.example', 'opis.pdf']) expect(hidden.includes(secret)).toBe(false);
    expect((await (await other.office.get(`/office/offers/${offer.slug}`)).text()).includes('Muzeum Przeprawy')).toBe(false);
    expect((await other.office.get(file)).status).toBe(404);
    expect((await other.office.post(`${at}/step`, { version: '3', to: 'checked' })).status).toBe(403);
    expect((await other.office.post(`${at}/message`, { text: 'x', once: '00000000-0000-4000-8000-000000000001' })).status).toBe(403);
    const scorer = await scorerOf(place(), offer, 'Beata');
    const scored = await (await scorer.office.get(at)).text();
    expect([scored.includes('Most pamięci'), scored.includes('muzeum.example'), scored.includes('Nowa wiadomość')]).toEqual([true, false, false]);
    expect((await scorer.office.post(`${at}/step`, { version: '3', to: 'checked' })).status).toBe(403);
    expect(await stateOf(address)).toBe('sent');
  });

  it.each<[Role]>([['reader'], ['editor'], ['publisher'], ['assessor']])('a %s is refused', async (role) => {
    const { offer } = await scene();
    const address = await sentBy(offer, 'Muzeum');
    const office = officeAs(place(), await colleague(place(), 'Ewa', [role]));
    for (const path of ['/office/offers', `/office/offers/${offer.slug}`, `/office/offers/${offer.slug}/form`, officeAddress(address)])
      expect((await office.get(path)).status).toBe(403);
    for (const path of [`/office/offers/${offer.slug}/taking`, `/office/offers/${offer.slug}/crew`, `/office/offers/${offer.slug}/form/new`, `${officeAddress(address)}/step`])
      expect((await office.post(path, { do: 'take' })).status).toBe(403);
    expect((await office.post(`${officeAddress(address)}/score`, {})).status).toBe(403);
  });

  it('a draft is the institution’s alone, and no other site may send a form', async () => {
    const { offer, krystyna } = await scene();
    const museum = await applicant(place(), await contactOfInstitution(place()));
    const address = await begin(museum, offer);
    expect((await krystyna.office.get(officeAddress(address))).status).toBe(404);
    expect((await krystyna.office.post(`${officeAddress(address)}/step`, { version: '1', to: 'checked' })).status).toBe(404);
    expect((await krystyna.office.get('/office/applications/1')).status).toBe(404);
    expect((await krystyna.office.post(`/office/offers/${offer.slug}/taking`, { takes: 'nothing' }, fromElsewhere)).status).toBe(403);
  });
});

describe('the form of an offer', () => {
  it('is composed question by question, and what is wrong comes back as it was typed', async () => {
    const offer = await publishedOffer(place());
    const krystyna = await coordinatorOf(place(), offer);
    const at = `/office/offers/${offer.slug}`;
    const version = async () => versionIn(await (await krystyna.office.get(`${at}/form/new?kind=text`)).text());
    const wrong = await krystyna.office.post(`${at}/form/new`, { version: '0', kind: 'choice', 'label.pl': '', options: 'tylko jedna' });
    expect(wrong.status).toBe(422);
    expect(await has(wrong, 'Wpisz treść po polsku', 'Wpisz od 2 do 30 odpowiedzi', 'tylko jedna')).toEqual([]);
    const add = async (fields: Record<string, string>) => (await krystyna.office.post(`${at}/form/new`, { version: await version(), ...fields })).status;
    expect(await add({ kind: 'choice', 'label.pl': 'Dziedzina', options: 'muzyka | music\nteatr' })).toBe(303);
    expect(await add({ kind: 'number', 'label.pl': 'Koszt', min: '0', max: '10,5', decimals: '1' })).toBe(303);
    expect(await add({ kind: 'file', 'label.pl': 'Plik', megabytes: '26' })).toBe(422);
    expect(await has(await krystyna.office.post(`${at}/taking`, { takes: 'applications', version: await version() }), 'Dodaj co najmniej jedno kryterium')).toEqual([]);
    await krystyna.office.post(`${at}/form`, { version: await version(), key: 'f2', do: 'up' });
    const html = await (await krystyna.office.get(`${at}/form`)).text();
    expect(html.indexOf('Koszt')).toBeLessThan(html.indexOf('Dziedzina'));
    await krystyna.office.post(`${at}/form/f1`, { version: await version(), kind: 'choice', 'label.pl': 'Dziedzina', options: 'film\nteatr' });
    const draft = await place().db.read((reader) => reader.selectFrom('offerCalls').select('draft').where('offerId', '=', offer.id).executeTakeFirstOrThrow());
    expect(draft.draft).toMatchObject({ fields: [{ key: 'f2' }, { options: [{ key: 'o3' }, { key: 'o2', label: { pl: 'teatr' } }] }] });
    await krystyna.office.post(`${at}/form`, { version: await version(), key: 'f1', do: 'remove' });
    expect((await (await krystyna.office.get(`${at}/form`)).text()).includes('Dziedzina')).toBe(false);
  });

  it('stays as it was for who has begun, and is new for who begins after it was opened again', async () => {
    const { offer, krystyna } = await scene();
    const museum = await applicant(place(), await contactOfInstitution(place()));
    const before = await begin(museum, offer);
    const at = `/office/offers/${offer.slug}`;
    const version = async () => versionIn(await (await krystyna.office.get(`${at}/form/f1`)).text());
    await krystyna.office.post(`${at}/form/f1`, { version: await version(), kind: 'text', 'label.pl': 'Tytuł dzieła', required: 'yes', maxLength: '100' });
    expect(await has(await krystyna.office.get(at), 'Formularz zmieniono po otwarciu')).toEqual([]);
    await krystyna.office.post(`${at}/taking`, { takes: 'applications', version: await version() });
    expect(await has(await museum.zone.get(before), 'Nazwa projektu')).toEqual([]);
    expect(await has(await museum.zone.get(await begin(museum, offer)), 'Tytuł dzieła')).toEqual([]);
  });
});

describe('people of an offer', () => {
  it('an offer with applications keeps a coordinator', async () => {
    const { offer, krystyna } = await scene();
    await sentBy(offer, 'Muzeum');
    const at = `/office/offers/${offer.slug}/crew`;
    const last = await krystyna.office.post(at, { crew: 'coordinators', person: krystyna.who.actorId, do: 'remove' });
    expect(last.status).toBe(422);
    const adam = await colleague(place(), 'Adam', ['offers-coordinator']);
    await place().db.write((tx) => addToCrew(tx, 'offerCoordinators', { offerId: offer.id, actorId: adam.actorId, since: worldNow }));
    expect((await krystyna.office.post(at, { crew: 'coordinators', person: krystyna.who.actorId, do: 'remove' })).status).toBe(303);
    expect((await krystyna.office.post(at, { crew: 'scorers', person: adam.actorId, do: 'add' })).status).toBe(403);
  });
});

describe('the list of tasks', () => {
  it('tells coordinators of the offer what waits, and nobody else', async () => {
    const { offer, krystyna } = await scene();
    await sentBy(offer, 'Muzeum');
    expect(await has(await krystyna.office.get('/office'), 'Zgłoszenia do sprawdzenia: 1', `/office/offers/${offer.slug}?state=sent`)).toEqual([]);
    const other = officeAs(place(), await colleague(place(), 'Inna', ['offers-coordinator']));
    expect((await (await other.get('/office')).text()).includes(`/office/offers/${offer.slug}`)).toBe(false);
  });
});
