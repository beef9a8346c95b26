import type { Reader, Tx } from '#db/handles.ts';
import type { Text } from '#publishing/facts.ts';
import { bodyOf } from '#register/index.ts';
import type { Offer } from '../calls/offer.ts';
import { findOffer, type ListedOffer } from '../calls/store.ts';
import { emptyForm, formShape, type ApplicationForm } from './form.ts';

export const takings = ['nothing', 'interest', 'applications'] as const;
/** What the office takes for an offer. */
export type Taking = (typeof takings)[number];

/** What the office takes for an offer, and the form that is being composed. */
export type OfferCall = { offerId: string; takes: Taking; formNumber: number | null; draft: ApplicationForm; version: number };

const takingOf = (text: string): Taking => takings.find((one) => one === text) ?? 'nothing';

const columns = ['offerId', 'takes', 'formNumber', 'draft', 'version'] as const;
type Row = { offerId: string; takes: string; formNumber: number | null; draft: unknown; version: number };
const callFrom = (row: Row): OfferCall => ({ ...row, takes: takingOf(row.takes), draft: formShape.parse(row.draft) });

/** What nobody has set up yet: version 0. */
const freshCall = (offerId: string): OfferCall => ({ offerId, takes: 'nothing', formNumber: null, draft: emptyForm, version: 0 });

export async function findCall(reader: Reader, offerId: string): Promise<OfferCall> {
  const row = await reader.selectFrom('offerCalls').select(columns).where('offerId', '=', offerId).executeTakeFirst();
  return row === undefined ? freshCall(offerId) : callFrom(row);
}

/** Held until the transaction ends: what counts places, or writes the form, has it to itself. */
export async function holdCall(tx: Tx, offerId: string, now: Date): Promise<OfferCall> {
  await tx
    .insertInto('offerCalls')
    .values({ offerId, draft: JSON.stringify(emptyForm), updatedAt: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await tx.selectFrom('offerCalls').select(columns).where('offerId', '=', offerId).forUpdate().executeTakeFirstOrThrow();
  return callFrom(row);
}

export async function updateCall(tx: Tx, call: OfferCall, now: Date): Promise<void> {
  const { offerId, draft, ...rest } = call;
  await tx
    .updateTable('offerCalls')
    .set({ ...rest, draft: JSON.stringify(draft), updatedAt: now })
    .where('offerId', '=', offerId)
    .execute();
}

export async function insertForm(tx: Tx, given: { offerId: string; form: ApplicationForm; by: string; now: Date }): Promise<number> {
  const last = await tx
    .selectFrom('applicationForms')
    .select((select) => select.fn.max('number').as('number'))
    .where('offerId', '=', given.offerId)
    .executeTakeFirst();
  const number = (last?.number ?? 0) + 1;
  await tx
    .insertInto('applicationForms')
    .values({ offerId: given.offerId, number, form: JSON.stringify(given.form), openedBy: given.by, openedAt: given.now })
    .execute();
  return number;
}

/** A form as it was opened; empty where an interest has none. */
export async function formNumbered(reader: Reader, offerId: string, number: number | null): Promise<ApplicationForm> {
  if (number === null) return emptyForm;
  const row = await reader.selectFrom('applicationForms').select('form').where('offerId', '=', offerId).where('number', '=', number).executeTakeFirstOrThrow();
  return formShape.parse(row.form);
}

/** Keys that any form of the offer has had. */
export async function keysUsed(reader: Reader, offerId: string): Promise<string[]> {
  const rows = await reader.selectFrom('applicationForms').select('form').where('offerId', '=', offerId).execute();
  return rows.flatMap(({ form }) => {
    const { fields, criteria } = formShape.parse(form);
    return [...fields, ...criteria].map((one) => one.key);
  });
}

export type Colleague = { actorId: string; name: string };
type Crew = 'offerCoordinators' | 'offerScorers';

export const crewOf = (reader: Reader, crew: Crew, offerId: string): Promise<Colleague[]> =>
  reader
    .selectFrom(crew)
    .leftJoin('people', 'people.actorId', `${crew}.actorId`)
    .select([`${crew}.actorId`, 'people.name'])
    .where(`${crew}.offerId`, '=', offerId)
    .orderBy(`${crew}.since`)
    .execute()
    .then((rows) => rows.map(({ actorId, name }) => ({ actorId, name: name ?? '' })));

export async function isAmong(reader: Reader, crew: Crew, offerId: string, actorId: string): Promise<boolean> {
  return (await reader.selectFrom(crew).select('actorId').where('offerId', '=', offerId).where('actorId', '=', actorId).executeTakeFirst()) !== undefined;
}

export async function addToCrew(tx: Tx, crew: Crew, given: { offerId: string; actorId: string; since: Date }): Promise<void> {
  await tx
    .insertInto(crew)
    .values(given)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function removeFromCrew(tx: Tx, crew: Crew, { offerId, actorId }: { offerId: string; actorId: string }): Promise<void> {
  await tx.deleteFrom(crew).where('offerId', '=', offerId).where('actorId', '=', actorId).execute();
}

/** Those of the office who have joined and are at work, with what they may do. */
export async function colleaguesAtWork(reader: Reader): Promise<(Colleague & { roles: string[] })[]> {
  const rows = await reader
    .selectFrom('staff')
    .innerJoin('people', 'people.actorId', 'staff.actorId')
    .leftJoin('accountRoles', 'accountRoles.actorId', 'staff.actorId')
    .select(['staff.actorId', 'people.name', 'accountRoles.role'])
    .where('staff.deactivatedAt', 'is', null)
    .orderBy('people.name')
    .orderBy('staff.actorId')
    .execute();
  return [...Map.groupBy(rows, (row) => row.actorId).values()].flatMap((own) => {
    const [first] = own;
    return first === undefined ? [] : [{ actorId: first.actorId, name: first.name, roles: own.flatMap(({ role }) => role ?? []) }];
  });
}

/** An offer as it stands in public; undefined where it was withdrawn. */
export async function offerWithId(reader: Reader, offerId: string): Promise<ListedOffer | undefined> {
  const row = await reader.selectFrom('records').select('slug').where('id', '=', offerId).executeTakeFirst();
  return row && findOffer(reader, row.slug);
}

/** Whether somebody was asked to judge applications of any offer. */
export async function scoresSomething(reader: Reader, actorId: string): Promise<boolean> {
  return (await reader.selectFrom('offerScorers').select('actorId').where('actorId', '=', actorId).limit(1).executeTakeFirst()) !== undefined;
}

export type CallState = { offerId: string; takes: Taking; coordinators: string[] };

/** What is taken for every offer that somebody has set up or coordinates. */
export async function listCalls(reader: Reader): Promise<Map<string, CallState>> {
  const calls = await reader.selectFrom('offerCalls').select(['offerId', 'takes']).execute();
  const crew = await reader
    .selectFrom('offerCoordinators')
    .leftJoin('people', 'people.actorId', 'offerCoordinators.actorId')
    .select(['offerCoordinators.offerId', 'people.name'])
    .orderBy('offerCoordinators.since')
    .execute();
  const named = Map.groupBy(crew, (one) => one.offerId);
  const ids = new Set([...calls.map((one) => one.offerId), ...named.keys()]);
  const takes = new Map(calls.map((one) => [one.offerId, takingOf(one.takes)]));
  return new Map([...ids].map((offerId) => [offerId, { offerId, takes: takes.get(offerId) ?? 'nothing', coordinators: (named.get(offerId) ?? []).map((one) => one.name ?? '') }]));
}

/** The titles of offers that stand in public, by id. */
export async function offersNamed(reader: Reader, ids: readonly string[]): Promise<Map<string, Text>> {
  if (ids.length === 0) return new Map();
  const rows = await reader
    .selectFrom('offers')
    .select(['id', 'body'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, bodyOf<Offer>(row).title]));
}
