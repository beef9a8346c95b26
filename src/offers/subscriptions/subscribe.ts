import { z } from 'zod';
import { dayAt } from '#basics/day.ts';
import { done, refused, type Outcome } from '#basics/outcome.ts';
import type { Db, Reader, Tx } from '#db/handles.ts';
import type { Lang } from '#lang/lang.ts';
import { enqueueMail, type NewMail } from '#mail/index.ts';
import { filterKey } from './filter.ts';
import { countAsking, type Reached } from './limits.ts';
import { hashOf, newConfirmation } from './links.ts';
import { mailKey } from './mail-keys.ts';
import { beginsAt } from './rhythm.ts';
import { findRequest, holdRequest, insertRequest, keepSubscriber, keepSubscription, markUsed, subscriptionsOf, type Request, type Wish } from './store.ts';

export const emailShape = z.string().trim().pipe(z.email().max(254));

const dayMs = 24 * 3_600_000;
/** A mail may wait for three days where its server is away; then there is time left to open it. */
const linkHoldsMs = 7 * dayMs;

/** More than anybody needs, and few enough for one page and one mail. */
const subscriptionsAtMost = 20;

type Asking = Wish & { email: string; lang: Lang };
type Letters = (token: string, asking: Asking) => Pick<NewMail, 'subject' | 'text' | 'html'>;

/**
 * Somebody asks to be told of offers at an address: it gets a link, whether it is subscribed already or not, so that the answer tells nothing
 * about the address. Too many for one address are not sent, and that is not told either.
 */
export function askToSubscribe(
  db: Db,
  given: { asking: Asking; network: string; secret: string; write: Letters; now: Date },
): Promise<Outcome<null, 'limited'> & { reached?: Reached }> {
  const { asking, network, secret, write, now } = given;
  return db.write(async (tx) => {
    const { reached, mayMail } = await countAsking(tx, { secret, network, email: asking.email, now });
    if (reached !== null) return { ...refused('limited'), reached };
    if (!mayMail) return done(null);
    const { token, hash } = newConfirmation();
    const id = await insertRequest(tx, { ...asking, tokenHash: hash, madeAt: now, expiresAt: new Date(now.getTime() + linkHoldsMs) });
    await enqueueMail(tx, { ...write(token, asking), to: asking.email, onceKey: mailKey.confirmation(id) }, now);
    return done(null);
  });
}

type LinkRefusal = 'unknown' | 'used' | 'late';

/** What a link of a mail would confirm; opening it changes nothing, as programs that look through mails open every link. */
export async function readConfirmation(reader: Reader, token: string, now: Date): Promise<Outcome<Asking, LinkRefusal>> {
  return stateOf(await findRequest(reader, hashOf(token)), now);
}

function stateOf(request: Request | undefined, now: Date): Outcome<Asking, LinkRefusal> {
  if (request === undefined) return refused('unknown');
  if (request.usedAt !== null) return refused('used');
  if (request.asked === null || request.expiresAt <= now) return refused('late');
  return done({ ...request.asked, lang: request.lang });
}

/** The address has shown that it is theirs who asked. Works once. */
export function confirm(db: Db, given: { token: string; timeZone: string; now: Date }): Promise<Outcome<{ subscriberId: string }, LinkRefusal | 'tooMany'>> {
  const { token, timeZone, now } = given;
  return db.write(async (tx) => {
    const request = await holdRequest(tx, hashOf(token));
    const asked = stateOf(request, now);
    if (!asked.ok) return asked;
    if (request === undefined) return refused('unknown');
    const subscriberId = await keepSubscriber(tx, { ...asked.value, now, today: dayAt(now, timeZone) });
    if (!(await hasRoom(tx, subscriberId, asked.value))) return refused('tooMany');
    await keepSubscription(tx, subscriberId, { ...asked.value, now, toldUntil: beginsAt(now) });
    await markUsed(tx, request.id, now);
    return done({ subscriberId });
  });
}

/** Whether one more fits in; what is there already does not count twice. */
export async function hasRoom(tx: Tx, subscriberId: string, { filter }: Wish): Promise<boolean> {
  const all = await subscriptionsOf(tx, subscriberId);
  return all.length < subscriptionsAtMost || all.some((one) => filterKey(one.filter) === filterKey(filter));
}
