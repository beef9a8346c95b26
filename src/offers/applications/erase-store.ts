import { sql } from 'kysely';
import { uuidv7 } from '#basics/uuid.ts';
import type { Tx } from '#db/handles.ts';
import { deletePapers } from './paper-store.ts';
import { endStates, stateNamed, type ApplicationState } from './state.ts';

type Found = { id: string; state: ApplicationState; goesOn: boolean };

/** Whether somebody would still have to do something that only the institution, or its papers, make possible. */
const goesOn = (state: ApplicationState): boolean => state !== 'passed-on' && !endStates.includes(state);
const found = (rows: readonly { id: string; state: string }[]): Found[] => rows.map(({ id, state }) => ({ id, state: stateNamed(state), goesOn: goesOn(stateNamed(state)) }));

export async function ownApplications(tx: Tx, institutionId: string): Promise<Found[]> {
  return found(await tx.selectFrom('applications').select(['id', 'state']).where('institutionId', '=', institutionId).orderBy('id').forUpdate().execute());
}

/** Applications that ended before an instant, and what was begun before it and never sent. */
export async function erasable(tx: Tx, before: Date, limit: number): Promise<Found[]> {
  const rows = await tx
    .selectFrom('applications')
    .select(['id', 'state'])
    .where('erasedAt', 'is', null)
    .where((where) => where.or([where('endedAt', '<', before), where.and([where('state', 'in', ['draft', 'interest']), where('createdAt', '<', before)])]))
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
  return found(rows);
}

export async function withdrawForGood(tx: Tx, applications: readonly { id: string; state: ApplicationState }[], now: Date): Promise<void> {
  for (const { id, state } of applications) {
    await tx.updateTable('applications').set({ state: 'withdrawn', amendBy: null, endedAt: now }).where('id', '=', id).execute();
    await tx
      .insertInto('applicationSteps')
      .values({ id: uuidv7(now.getTime()), applicationId: id, fromState: state, toState: 'withdrawn', at: now, role: 'applicant' })
      .execute();
  }
}

/** Everything that says who it was, or what they wrote, goes. */
export async function blankApplications(tx: Tx, ids: readonly string[], now: Date): Promise<void> {
  if (ids.length === 0) return;
  await deletePapers(tx, ids);
  await tx.deleteFrom('applicationMessages').where('applicationId', 'in', ids).execute();
  await tx.updateTable('applicationScores').set({ reason: '' }).where('applicationId', 'in', ids).execute();
  await tx.updateTable('applicationSteps').set({ reason: null, contactId: null }).where('applicationId', 'in', ids).execute();
  await tx
    .updateTable('applications')
    .set({ institutionId: null, interest: null, answers: '{}', signedBy: null, erasedAt: now, onceKey: sql<string>`id::text`, version: sql<number>`version + 1` })
    .where('id', 'in', ids)
    .execute();
}

/** Forgets who of an institution it was; what the institution wrote stays the institution's. */
export async function forgetContactIn(tx: Tx, contactId: string): Promise<void> {
  await tx.updateTable('applicationSteps').set({ contactId: null }).where('contactId', '=', contactId).execute();
  await tx.updateTable('applicationMessages').set({ contactId: null }).where('contactId', '=', contactId).execute();
}

/** The keys of letters about applications that a person, or everybody of an institution, was sent. */
export async function lettersOf(tx: Tx, institutionId: string, contactId: string | null): Promise<string[]> {
  const rows = await tx
    .selectFrom('mails')
    .innerJoin('contacts', (join) => join.on(sql<boolean>`mails.once_key like 'application:%:' || contacts.id::text`))
    .select('mails.onceKey')
    .where('contacts.institutionId', '=', institutionId)
    .$if(contactId !== null, (query) => query.where('contacts.id', '=', contactId ?? ''))
    .execute();
  return rows.flatMap(({ onceKey }) => onceKey ?? []);
}
