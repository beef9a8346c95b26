import { sql } from 'kysely';
import { fold } from '#basics/fold.ts';
import { uuidv7 } from '#basics/uuid.ts';
import type { Reader, Tx } from '#db/handles.ts';
import { bodyOf } from '#register/index.ts';
import type { Offer } from '../calls/offer.ts';
import { langOf } from '../institutions/store.ts';
import { useOutcomes, type OfferUse, type UseOutcome } from './use.ts';

export type UseState = 'new' | 'drafted' | 'set-aside';
export const useStates: readonly UseState[] = ['new', 'drafted', 'set-aside'];

/** A report of an offer that was used, as the office sees it. Erased, it keeps what figures need. */
export type StoredUse = {
  id: string;
  at: Date;
  offerId: string;
  offerSlug: string;
  offer: Offer;
  lang: 'pl' | 'en';
  kind: string;
  name: string | null;
  email: string | null;
  outcome: UseOutcome;
  happened: string | null;
  told: string | null;
  state: UseState;
  reason: string | null;
  draftId: string | null;
  erasedAt: Date | null;
};

type New = OfferUse & { offerId: string; institutionKey: string | null; fingerprint: string; now: Date };

/** False where the same has been told already. */
export async function insertUse(tx: Tx, { now, ...use }: New): Promise<{ id: string; isNew: boolean }> {
  const id = uuidv7(now.getTime());
  const row = await tx
    .insertInto('offerUses')
    .values({ ...use, id, at: now, state: 'new' })
    .onConflict((conflict) => conflict.column('fingerprint').doNothing())
    .returning('id')
    .executeTakeFirst();
  return { id, isNew: row !== undefined };
}

/** Whether the same has been told already, before it counts as one more try. */
export async function isTold(reader: Reader, fingerprint: string): Promise<boolean> {
  return (await reader.selectFrom('offerUses').select('id').where('fingerprint', '=', fingerprint).executeTakeFirst()) !== undefined;
}

/** A registered institution of this name, so that it is not counted a second time beside its applications. */
export async function institutionNamed(reader: Reader, name: string): Promise<string | undefined> {
  const row = await reader.selectFrom('institutions').select('id').where('folded', '=', fold(name)).where('deletedAt', 'is', null).orderBy('id').limit(1).executeTakeFirst();
  return row?.id;
}

const usesOf = (reader: Reader) =>
  reader
    .selectFrom('offerUses')
    .innerJoin('records', 'records.id', 'offerUses.offerId')
    .innerJoin('revisions', (join) =>
      join.on((on) =>
        on.and([
          on('revisions.recordId', '=', on.ref('offerUses.offerId')),
          sql<boolean>`${sql.ref('revisions.number')} = (select max(number) from revisions latest where latest.record_id = ${sql.ref('offerUses.offerId')})`,
        ]),
      ),
    )
    .select([
      'offerUses.id',
      'offerUses.at',
      'offerUses.offerId',
      'records.slug as offerSlug',
      'revisions.body',
      'offerUses.lang',
      'offerUses.kind',
      'offerUses.name',
      'offerUses.email',
    ])
    .select(['offerUses.outcome', 'offerUses.happened', 'offerUses.told', 'offerUses.state', 'offerUses.reason', 'offerUses.draftId', 'offerUses.erasedAt']);

type Row = Awaited<ReturnType<ReturnType<typeof usesOf>['execute']>>[number];

const stored = ({ body, lang, outcome, state, ...row }: Row): StoredUse => ({
  ...row,
  offer: bodyOf<Offer>({ body }),
  lang: langOf(lang),
  outcome: useOutcomes.find((one) => one === outcome) ?? 'nothing',
  state: useStates.find((one) => one === state) ?? 'new',
});

export async function listUses(reader: Reader, state: UseState, most: number): Promise<StoredUse[]> {
  const rows = await usesOf(reader).where('offerUses.state', '=', state).orderBy('offerUses.id', 'desc').limit(most).execute();
  return rows.map(stored);
}

async function findUse(reader: Reader, id: string): Promise<StoredUse | undefined> {
  const row = await usesOf(reader).where('offerUses.id', '=', id).executeTakeFirst();
  return row && stored(row);
}

/** Held until the transaction ends: of two decisions at once the second sees the first. */
export async function holdUse(tx: Tx, id: string): Promise<StoredUse | undefined> {
  await tx.selectFrom('offerUses').select('id').where('id', '=', id).forUpdate().executeTakeFirst();
  return findUse(tx, id);
}

export async function countUses(reader: Reader): Promise<Record<UseState, number>> {
  const rows = await reader
    .selectFrom('offerUses')
    .select(['state', (select) => select.fn.countAll().as('count')])
    .groupBy('state')
    .execute();
  const of = (state: UseState): number => Number(rows.find((row) => row.state === state)?.count ?? 0);
  return { new: of('new'), drafted: of('drafted'), 'set-aside': of('set-aside') };
}

type Settled = { actorId: string; now: Date } & ({ state: 'drafted'; draftId: string } | { state: 'set-aside'; reason: string });

export async function settleUse(tx: Tx, id: string, { actorId, now, ...outcome }: Settled): Promise<void> {
  await tx
    .updateTable('offerUses')
    .set({ ...outcome, settledAt: now, settledBy: actorId })
    .where('id', '=', id)
    .execute();
}

/** The words and the names of what was settled before a moment; kind, offer, year and outcome stay for the figures. */
export async function eraseUses(tx: Tx, settledBefore: Date, now: Date): Promise<number> {
  const rows = await tx
    .updateTable('offerUses')
    .set({ name: null, email: null, told: null, fingerprint: null, erasedAt: now })
    .where('settledAt', '<', settledBefore)
    .where('erasedAt', 'is', null)
    .returning('id')
    .execute();
  return rows.length;
}
