import { sql } from 'kysely';
import type { Day } from '#basics/day.ts';
import { uuidv7 } from '#basics/uuid.ts';
import type { Reader, Tx } from '#db/handles.ts';
import type { Lang } from '#lang/lang.ts';
import { filterKey, filterShape, type Filter } from './filter.ts';
import type { Rhythm } from './rhythm.ts';

const langOf = (text: string): Lang => (text === 'en' ? 'en' : 'pl');
const rhythmOf = (text: string): Rhythm => (text === 'weekly' ? 'weekly' : 'daily');

export type Wish = { filter: Filter; rhythm: Rhythm };
export type Subscription = Wish & { id: string; createdAt: Date; toldUntil: Date };
export type Subscriber = { id: string; email: string; lang: Lang; confirmedAt: Date; mailedOn: string | null };

export async function addTry(tx: Tx, key: string, now: Date, windowMs: number): Promise<{ count: number; since: Date }> {
  const since = sql<Date>`case when subscription_tries.since > ${new Date(now.getTime() - windowMs)} then subscription_tries.since else excluded.since end`;
  const count = sql<number>`case when subscription_tries.since > ${new Date(now.getTime() - windowMs)} then subscription_tries.count + 1 else 1 end`;
  return tx
    .insertInto('subscriptionTries')
    .values({ key, since: now, count: 1 })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ since, count }))
    .returning(['count', 'since'])
    .executeTakeFirstOrThrow();
}

export async function insertRequest(tx: Tx, given: Wish & { tokenHash: string; email: string; lang: Lang; madeAt: Date; expiresAt: Date }): Promise<string> {
  const { filter, ...rest } = given;
  const id = uuidv7(given.madeAt.getTime());
  await tx
    .insertInto('subscriptionRequests')
    .values({ id, ...rest, filters: JSON.stringify(filter) })
    .execute();
  return id;
}

export type Request = { id: string; lang: Lang; expiresAt: Date; usedAt: Date | null; asked: (Wish & { email: string }) | null };

const requestBy = (reader: Reader, tokenHash: string) => reader.selectFrom('subscriptionRequests').selectAll().where('tokenHash', '=', tokenHash);
type RequestRow = Awaited<ReturnType<ReturnType<typeof requestBy>['executeTakeFirstOrThrow']>>;

const requestFrom = (row: RequestRow): Request => ({
  id: row.id,
  lang: langOf(row.lang),
  expiresAt: row.expiresAt,
  usedAt: row.usedAt,
  asked: row.email === null ? null : { email: row.email, filter: filterShape.parse(row.filters), rhythm: rhythmOf(row.rhythm ?? '') },
});

export async function findRequest(reader: Reader, tokenHash: string): Promise<Request | undefined> {
  const row = await requestBy(reader, tokenHash).executeTakeFirst();
  return row && requestFrom(row);
}

/** The same, and nobody else gets hold of it until the end of the transaction. */
export async function holdRequest(tx: Tx, tokenHash: string): Promise<Request | undefined> {
  const row = await requestBy(tx, tokenHash).forUpdate().executeTakeFirst();
  return row && requestFrom(row);
}

/** What was asked for is a subscription now: only that the link was used is still kept. */
export async function markUsed(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.updateTable('subscriptionRequests').set({ usedAt: at, email: null, filters: null, rhythm: null }).where('id', '=', id).execute();
}

/** Addresses that nobody has confirmed in time go; answers which requests they were. */
export async function emptyRequests(tx: Tx, now: Date): Promise<string[]> {
  const rows = await tx
    .updateTable('subscriptionRequests')
    .set({ email: null, filters: null, rhythm: null })
    .where('email', 'is not', null)
    .where('expiresAt', '<=', now)
    .returning('id')
    .execute();
  return rows.map((row) => row.id);
}

export async function deleteRequests(tx: Tx, which: { before: Date } | { email: string }): Promise<void> {
  const all = tx.deleteFrom('subscriptionRequests');
  await ('before' in which ? all.where('expiresAt', '<', which.before) : all.where(sql<boolean>`lower(email) = ${which.email.toLowerCase()}`)).execute();
}

export async function deleteTries(tx: Tx, which: { before: Date } | { key: string }): Promise<void> {
  const all = tx.deleteFrom('subscriptionTries');
  await ('before' in which ? all.where('since', '<=', which.before) : all.where('key', '=', which.key)).execute();
}

/** The subscriber with this address, made where there is none, and held until the end of the transaction. The language is the one last asked for. */
export async function keepSubscriber(tx: Tx, given: { email: string; lang: Lang; now: Date; today: Day }): Promise<string> {
  const { email, lang, now, today } = given;
  const row = await tx
    .insertInto('subscribers')
    // Today's mails are made already, or about to be: the first comes tomorrow.
    .values({ id: uuidv7(now.getTime()), email, lang, confirmedAt: now, lookedOn: today })
    .onConflict((conflict) => conflict.expression(sql`lower(email)`).doUpdateSet({ lang }))
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function findSubscriber(reader: Reader, id: string): Promise<Subscriber | undefined> {
  const row = await reader.selectFrom('subscribers').select(['id', 'email', 'lang', 'confirmedAt', 'mailedOn']).where('id', '=', id).executeTakeFirst();
  return row && { ...row, lang: langOf(row.lang) };
}

/** Nobody else changes what this subscriber wants, and no mail is made, until the end of the transaction. */
export async function holdSubscriber(tx: Tx, id: string): Promise<Subscriber | undefined> {
  const row = await tx.selectFrom('subscribers').select(['id', 'email', 'lang', 'confirmedAt', 'mailedOn']).where('id', '=', id).forUpdate().executeTakeFirst();
  return row && { ...row, lang: langOf(row.lang) };
}

export async function setLang(tx: Tx, id: string, lang: Lang): Promise<void> {
  await tx.updateTable('subscribers').set({ lang }).where('id', '=', id).execute();
}

export async function deleteSubscriber(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('subscribers').where('id', '=', id).execute();
}

/** A backup is older than the erasures made since: this is kept apart from it, and erases again what comes back. It holds no address. */
export async function noteErasure(tx: Tx, id: string): Promise<void> {
  await tx.insertInto('erasures').values({ id: uuidv7(), what: 'subscriber', subject: id }).execute();
}

const subscriptionColumns = ['id', 'subscriberId', 'filters', 'rhythm', 'createdAt', 'toldUntil'] as const;
type SubscriptionRow = { id: string; filters: unknown; rhythm: string; createdAt: Date; toldUntil: Date };
const subscriptionFrom = ({ id, filters, rhythm, createdAt, toldUntil }: SubscriptionRow): Subscription => ({
  id,
  filter: filterShape.parse(filters),
  rhythm: rhythmOf(rhythm),
  createdAt,
  toldUntil,
});

export async function subscriptionsOf(reader: Reader, subscriberId: string): Promise<Subscription[]> {
  const rows = await reader.selectFrom('subscriptions').select(subscriptionColumns).where('subscriberId', '=', subscriberId).orderBy('id').execute();
  return rows.map(subscriptionFrom);
}

/** The same filters once more are the same subscription: it takes over the rhythm. */
export async function keepSubscription(tx: Tx, subscriberId: string, { filter, rhythm, now, toldUntil }: Wish & { now: Date; toldUntil: Date }): Promise<void> {
  await tx
    .insertInto('subscriptions')
    .values({ id: uuidv7(now.getTime()), subscriberId, filters: JSON.stringify(filter), filtersKey: filterKey(filter), rhythm, createdAt: now, toldUntil })
    .onConflict((conflict) => conflict.columns(['subscriberId', 'filtersKey']).doUpdateSet({ rhythm }))
    .execute();
}

export async function changeSubscription(tx: Tx, id: string, { filter, rhythm }: Wish): Promise<void> {
  await tx
    .updateTable('subscriptions')
    .set({ filters: JSON.stringify(filter), filtersKey: filterKey(filter), rhythm })
    .where('id', '=', id)
    .execute();
}

export async function deleteSubscription(tx: Tx, given: { subscriberId: string; id: string }): Promise<void> {
  await tx.deleteFrom('subscriptions').where('id', '=', given.id).where('subscriberId', '=', given.subscriberId).execute();
}

export type Waiting = { id: string; email: string; lang: Lang; mailedOn: string | null; subscriptions: Subscription[] };

/** The next subscribers for whom was not looked today, held until the end of the transaction. */
export async function takeSubscribers(tx: Tx, { today, after, atMost }: { today: Day; after: string | null; atMost: number }): Promise<Waiting[]> {
  const rows = await tx
    .selectFrom('subscribers')
    .select(['id', 'email', 'lang', 'mailedOn'])
    .where('lookedOn', '<', today)
    .$if(after !== null, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(atMost)
    .forUpdate()
    .execute();
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const subscriptions = await tx.selectFrom('subscriptions').select(subscriptionColumns).where('subscriberId', 'in', ids).orderBy('id').execute();
  const of = Map.groupBy(subscriptions, (row) => row.subscriberId);
  return rows.map((row) => ({ ...row, lang: langOf(row.lang), subscriptions: (of.get(row.id) ?? []).map(subscriptionFrom) }));
}

/** Notes for whom was looked, who got a mail of it, and which subscriptions are told until when. */
export async function keepLooked(tx: Tx, given: { looked: string[]; mailed: string[]; told: string[]; today: Day; at: Date }): Promise<void> {
  const { looked, mailed, told, today, at } = given;
  if (looked.length > 0) await tx.updateTable('subscribers').set({ lookedOn: today }).where('id', 'in', looked).execute();
  if (mailed.length > 0) await tx.updateTable('subscribers').set({ mailedOn: today }).where('id', 'in', mailed).execute();
  if (told.length > 0) await tx.updateTable('subscriptions').set({ toldUntil: at }).where('id', 'in', told).execute();
}

/** How many more mails told of each offer: for the figures, which know of nobody. */
export async function countNotices(tx: Tx, noticed: ReadonlyMap<string, number>): Promise<void> {
  if (noticed.size === 0) return;
  await tx
    .insertInto('offerNotices')
    .values([...noticed].map(([offerId, mails]) => ({ offerId, mails })))
    .onConflict((conflict) => conflict.column('offerId').doUpdateSet((row) => ({ mails: sql<number>`offer_notices.mails + ${row.ref('excluded.mails')}` })))
    .execute();
}
