import { describe, expect, it } from 'vitest';
import { applicant, begin, coordinatorOf, fillAndSend, officeAddress, openForm, publishedOffer, step } from '../../../test/applications.ts';
import { contactOfInstitution } from '../../../test/institution.ts';
import { storeFor } from '../../../test/world.ts';
import { erasers } from '../erasing.ts';
import { applicationFigures } from './figures-store.ts';
import { forgetOldApplications } from './forget.ts';

const place = storeFor('world');

const rowOf = (address: string) =>
  place().db.read(async (reader) => {
    const id = address.split('/').at(-1) ?? '';
    const row = await reader.selectFrom('applications').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    const count = async (table: 'applicationFiles' | 'applicationMessages'): Promise<number> =>
      (await reader.selectFrom(table).select('id').where('applicationId', '=', id).execute()).length;
    const steps = await reader.selectFrom('applicationSteps').select(['toState', 'reason', 'contactId']).where('applicationId', '=', id).orderBy('id').execute();
    return { row, files: await count('applicationFiles'), messages: await count('applicationMessages'), steps };
  });

async function scene() {
  const offer = await publishedOffer(place());
  const krystyna = await coordinatorOf(place(), offer);
  await openForm(krystyna, offer);
  const museum = await applicant(place(), await contactOfInstitution(place()));
  const address = await begin(museum, offer);
  await fillAndSend(museum, address);
  await museum.zone.post(`${address}/wiadomosc`, { once: '00000000-0000-4000-8000-000000000001', text: 'Dzień dobry' });
  return { offer, krystyna, museum, address };
}

const erase = (institutionId: string, contactId: string | null = null, now = new Date('2026-11-25T10:00:00Z')): Promise<void> =>
  place().db.write(async (tx) => {
    for (const one of erasers) await one(tx, contactId === null ? { institutionId, contactId } : { institutionId, contactId }, now);
  });

describe('an institution that is erased', () => {
  it('leaves state, kind, themes and dates of its applications, and nothing else', async () => {
    const { krystyna, museum, address } = await scene();
    await step(krystyna, address, { to: 'checked' });
    await step(krystyna, address, { to: 'not-chosen', reason: 'Mało o rzece.' });
    const before = await place().db.read((reader) => applicationFigures(reader));
    await erase(museum.contact.institutionId);
    const { row, files, messages, steps } = await rowOf(address);
    expect(row).toMatchObject({ state: 'not-chosen', institutionId: null, institutionKind: 'museum', themes: ['culture'], answers: {}, interest: null });
    expect([files, messages, steps.map((one) => one.toState)]).toEqual([0, 0, ['draft', 'sent', 'checked', 'not-chosen']]);
    expect(steps.filter((one) => one.reason !== null || one.contactId !== null)).toEqual([]);
    const left = await place().db.read((reader) => reader.selectFrom('mails').select('onceKey').where('onceKey', 'like', `application:%:${museum.contact.contactId}`).execute());
    expect(left).toEqual([]);
    expect(await place().db.read((reader) => applicationFigures(reader))).toEqual(before);
    const seen = await (await krystyna.office.get(officeAddress(address))).text();
    expect([seen.includes('Treść usunięto'), seen.includes('Most pamięci'), seen.includes('Dzień dobry')]).toEqual([true, false, false]);
  });

  it('withdraws what cannot go on without it', async () => {
    const { museum, address } = await scene();
    await erase(museum.contact.institutionId);
    expect((await rowOf(address)).row.state).toBe('withdrawn');
  });

  it('one person who is erased leaves the institution’s applications as they are', async () => {
    const { museum, address } = await scene();
    await erase(museum.contact.institutionId, museum.contact.contactId);
    const { row, steps, messages } = await rowOf(address);
    expect([row.state, row.institutionId, messages, steps.every((one) => one.contactId === null)]).toEqual(['sent', museum.contact.institutionId, 1, true]);
  });
});

describe('the time for which applications are kept', () => {
  it('begins with their end; drafts that nobody went on with go after the same time', async () => {
    const { offer, krystyna, museum, address } = await scene();
    const draft = await begin(museum, offer);
    await step(krystyna, address, { to: 'checked' });
    const going = await begin(museum, offer);
    await fillAndSend(museum, going);
    await step(krystyna, address, { to: 'not-chosen', reason: 'Mało o rzece.' });
    await forgetOldApplications(place().db, new Date('2028-11-22T11:59:59Z'));
    expect((await rowOf(address)).row.erasedAt).toBeNull();
    await forgetOldApplications(place().db, new Date('2028-11-22T12:00:01Z'));
    expect([(await rowOf(address)).row.erasedAt !== null, (await rowOf(draft)).row.state, (await rowOf(going)).row.erasedAt]).toEqual([true, 'withdrawn', null]);
    expect(await forgetOldApplications(place().db, new Date('2028-11-22T12:00:01Z'))).toBe(0);
  });
});

describe('the trace of applications', () => {
  it('bears no personal value', async () => {
    await scene();
    const rows = await place().db.read((reader) => reader.selectFrom('audit').selectAll().where('action', 'like', '%application%').execute());
    expect(rows.length).toBeGreaterThan(3);
    const text = JSON.stringify(rows);
    for (const secret of ['Muzeum', 'Most pamięci', 'Anna', 'example']) expect(text.includes(secret)).toBe(false);
  });
});
