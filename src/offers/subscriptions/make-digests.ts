import { dayAt } from '#basics/day.ts';
import type { Reader, Tx } from '#db/handles.ts';
import type { Lang } from '#lang/lang.ts';
import { enqueueMails, whichWait, type NewMail } from '#mail/index.ts';
import type { Filter } from './filter.ts';
import { mailKey } from './mail-keys.ts';
import { newsIn, together, type News } from './news.ts';
import type { OffersAt } from './read-news.ts';
import { isDue } from './rhythm.ts';
import { countNotices, keepLooked, takeSubscribers, type Subscription, type Waiting } from './store.ts';

/** What one subscriber is written; the words are made where the pages are. */
export type Digest = { subscriberId: string; email: string; lang: Lang; news: News; filters: readonly Filter[] };
type WriteDigest = (digest: Digest, offers: OffersAt) => Pick<NewMail, 'subject' | 'text' | 'html' | 'headers'>;

type Given = { offers: OffersAt; after: string | null; atMost: number; timeZone: string; write: WriteDigest; now: Date };

/**
 * Makes the mails of the next subscribers, each address at most one a day. What they are told, that they were told it, and the mail are one
 * transaction: a process that ends in the middle leaves all of it to the next. Answers where to go on; null at the end.
 */
export async function makeDigests(tx: Tx, { offers, after, atMost, timeZone, write, now }: Given): Promise<{ next: string | null; mailed: number }> {
  const today = dayAt(now, timeZone);
  const subscribers = await takeSubscribers(tx, { today, after, atMost });
  const waiting = await stillWaiting(tx, subscribers);
  const [mailed, told]: [string[], string[]] = [[], []];
  const mails: NewMail[] = [];
  const noticed = new Map<string, number>();
  for (const { id: subscriberId, email, lang, subscriptions } of subscribers) {
    // The last mail has not gone out yet: its reader would get two on one day. What is new today is told once it has.
    if (waiting.has(subscriberId)) continue;
    const due = subscriptions.filter((one) => isDue(one, today, timeZone));
    told.push(...due.map((one) => one.id));
    const news = together(await newsOf(tx, due, offers));
    if (news.fresh.length + news.closing.length === 0) continue;
    const words = write({ subscriberId, email, lang, news, filters: due.map((one) => one.filter) }, offers);
    mails.push({ ...words, to: email, bulk: true, onceKey: mailKey.digest(subscriberId, today) });
    mailed.push(subscriberId);
    for (const offer of news.fresh) noticed.set(offer, (noticed.get(offer) ?? 0) + 1);
  }
  await enqueueMails(tx, mails, now);
  await countNotices(tx, noticed);
  const looked = subscribers.map((one) => one.id);
  await keepLooked(tx, { looked, mailed, told, today, at: offers.at });
  return { next: subscribers.length < atMost ? null : (looked.at(-1) ?? null), mailed: mailed.length };
}

async function newsOf(reader: Reader, due: readonly Subscription[], offers: OffersAt): Promise<News[]> {
  const all: News[] = [];
  for (const { filter, toldUntil } of due) {
    const organisation = filter.organisation === undefined ? {} : { organisation: offers.organisationNow(filter.organisation) };
    all.push(newsIn(await offers.turnsSince(reader, toldUntil), { ...filter, ...organisation }));
  }
  return all;
}

/** Whose last mail has not gone out yet. */
async function stillWaiting(reader: Reader, subscribers: readonly Waiting[]): Promise<ReadonlySet<string>> {
  const keys = new Map(subscribers.flatMap(({ id, mailedOn }) => (mailedOn === null ? [] : [[mailKey.digest(id, mailedOn), id] as const])));
  const waiting = await whichWait(reader, [...keys.keys()]);
  return new Set(waiting.flatMap((key) => keys.get(key) ?? []));
}
