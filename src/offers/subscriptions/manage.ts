import { done, refused, type Outcome } from '#basics/outcome.ts';
import type { Db, Reader, Tx } from '#db/handles.ts';
import type { Lang } from '#lang/lang.ts';
import { eraseMails } from '#mail/index.ts';
import { filterKey } from './filter.ts';
import { addressKey } from './limits.ts';
import { subscriberIn, type Purpose } from './links.ts';
import { mailKey } from './mail-keys.ts';
import { beginsAt } from './rhythm.ts';
import { hasRoom } from './subscribe.ts';
import {
  changeSubscription,
  deleteRequests,
  deleteSubscriber,
  deleteSubscription,
  deleteTries,
  findSubscriber,
  holdSubscriber,
  keepSubscription,
  noteErasure,
  setLang,
  subscriptionsOf,
  type Subscriber,
  type Subscription,
  type Wish,
} from './store.ts';

type Link = { secret: string; token: string; purpose: Purpose };

/** `unknown`: no link of this service. `ended`: one whose address was erased since. */
export type Gone = 'unknown' | 'ended';
export type Kept = { subscriber: Subscriber; subscriptions: Subscription[] };

/** All that is kept of whoever has the link. */
export async function readKept(reader: Reader, { secret, token, purpose }: Link): Promise<Outcome<Kept, Gone>> {
  const id = subscriberIn(secret, purpose, token);
  if (id === null) return refused('unknown');
  const subscriber = await findSubscriber(reader, id);
  return subscriber === undefined ? refused('ended') : done({ subscriber, subscriptions: await subscriptionsOf(reader, id) });
}

export type Change = ({ change: 'add' } & Wish) | ({ change: 'edit'; id: string } & Wish) | { change: 'remove'; id: string } | { change: 'language'; lang: Lang };

/** Changes what a subscriber wants. Without any subscription left, everything about the address goes. */
export function changeKept(
  db: Db,
  { secret, token, change, now }: { secret: string; token: string; change: Change; now: Date },
): Promise<Outcome<{ erased: string[] | null }, Gone | 'noSuch' | 'tooMany'>> {
  return db.write(async (tx) => {
    const id = subscriberIn(secret, 'manage', token);
    if (id === null) return refused('unknown');
    const subscriber = await holdSubscriber(tx, id);
    if (subscriber === undefined) return refused('ended');
    const all = await subscriptionsOf(tx, id);
    if ((change.change === 'edit' || change.change === 'remove') && !all.some((one) => one.id === change.id)) return refused('noSuch');
    if (change.change === 'language') await setLang(tx, id, change.lang);
    else if (change.change === 'remove') {
      if (all.length === 1) return done({ erased: await erase(tx, subscriber, secret) });
      await deleteSubscription(tx, { subscriberId: id, id: change.id });
    } else if (change.change === 'add') {
      if (!(await hasRoom(tx, id, change))) return refused('tooMany');
      await keepSubscription(tx, id, { ...change, now, toldUntil: beginsAt(now) });
    } else await edit(tx, id, all, change);
    return done({ erased: null });
  });
}

/** Two that became the same are one from then on. */
async function edit(tx: Tx, subscriberId: string, all: readonly Subscription[], change: Wish & { id: string }): Promise<void> {
  const same = all.find((one) => one.id !== change.id && filterKey(one.filter) === filterKey(change.filter));
  if (same !== undefined) await deleteSubscription(tx, { subscriberId, id: change.id });
  await changeSubscription(tx, same?.id ?? change.id, change);
}

/** Ends all mails to whoever has the link, and erases the address wherever it is; mails that wait are not sent any more. Answers their ids. */
export function eraseSubscriber(db: Db, { secret, token, purpose }: Link): Promise<Outcome<{ erased: string[] }, Gone>> {
  return db.write(async (tx) => {
    const id = subscriberIn(secret, purpose, token);
    if (id === null) return refused('unknown');
    const subscriber = await holdSubscriber(tx, id);
    return subscriber === undefined ? refused('ended') : done({ erased: await erase(tx, subscriber, secret) });
  });
}

/** Erases again whoever comes back with an older backup. Whether somebody did. */
export function eraseSubscriberAgain(db: Db, id: string): Promise<boolean> {
  return db.write(async (tx) => {
    const subscriber = await holdSubscriber(tx, id);
    if (subscriber !== undefined) await erase(tx, subscriber, null);
    return subscriber !== undefined;
  });
}

/** Without the secret the counts of the limits stay; they are gone within a day anyway. */
async function erase(tx: Tx, { id, email }: Subscriber, secret: string | null): Promise<string[]> {
  await deleteSubscriber(tx, id);
  await deleteRequests(tx, { email });
  if (secret !== null) {
    await deleteTries(tx, { key: addressKey(secret, email) });
    await noteErasure(tx, id);
  }
  return eraseMails(tx, { to: email, keyBegins: mailKey.prefix });
}
