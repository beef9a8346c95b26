import { sql } from 'kysely';
import type { Reader } from '#db/handles.ts';
import { bodyOf } from '#register/index.ts';
import { foldedOf } from '../calls/folded.ts';
import { offerState } from '../calls/offer-state.ts';
import type { Offer } from '../calls/offer.ts';
import { listOffers, type ListedOffer } from '../calls/store.ts';
import type { Considered } from './filter.ts';
import { mayBeNews, type Turn } from './news.ts';

/** What offers were in public at one instant. */
export type OffersAt = {
  at: Date;
  offers: ReadonlyMap<string, ListedOffer & { state: Considered['state'] }>;
  /** What may be news to somebody who was told until an earlier instant. Most subscriptions have few such instants in common, so the answers are kept. */
  turnsSince(reader: Reader, earlier: Date): Promise<readonly Turn[]>;
  /** The present slug of an organisation that was once called so. */
  organisationNow(slug: string): string;
};

type Act = { recordId: string; revisionId: string; at: Date; action: string };

/** Reads the offers as they stood at an instant: what is published later belongs to the next mails, however long it takes to make these. */
export async function readOffersAt(reader: Reader, { at, timeZone }: { at: Date; timeZone: string }): Promise<OffersAt> {
  const listed = await listOffers(reader);
  const acts = await actsOnOffers(reader);
  const slugs = await formerSlugs(reader);
  const organisationNow = (slug: string): string => slugs.get(slug) ?? slug;
  const [latest, shown] = [publicAt(acts, null), publicAt(acts, at)];
  const changedSince = await readBodies(
    reader,
    [...shown].filter(([id, revision]) => latest.get(id) !== revision).map(([, revision]) => revision),
  );
  const consider = (body: Offer, organisation: string | null, instant: Date): Considered => ({
    body,
    organisation,
    folded: foldedOf(body),
    state: offerState(body, instant, timeZone),
  });
  const offers: Map<string, ListedOffer & { state: Considered['state'] }> = new Map();
  const present: Map<string, Considered> = new Map();
  for (const offer of listed) {
    const revision = shown.get(offer.id);
    if (revision === undefined) continue;
    const body = changedSince.get(revision) ?? offer.body;
    const considered = consider(body, offer.offeredBy?.slug ?? null, at);
    present.set(offer.id, considered);
    offers.set(offer.id, { ...offer, body, state: considered.state });
  }

  const kept = new Map<number, readonly Turn[]>();
  async function turnsSince(from: Reader, earlier: Date): Promise<readonly Turn[]> {
    const known = kept.get(earlier.getTime());
    if (known !== undefined) return known;
    const past = publicAt(acts, earlier);
    const others = [...past].filter(([id, revision]) => present.has(id) && shown.get(id) !== revision).map(([, revision]) => revision);
    const bodies = await readBodies(from, others);
    const turns = [...offers].flatMap(([id, offer]): Turn[] => {
      const [revision, now] = [past.get(id), present.get(id)];
      if (now === undefined) return [];
      if (revision === undefined) return [{ id, now, before: null }];
      const body = bodies.get(revision);
      if (body === undefined) return [{ id, now, before: { ...now, state: offerState(offer.body, earlier, timeZone) } }];
      return [{ id, now, before: consider(body, body.organisation === undefined ? null : organisationNow(body.organisation), earlier) }];
    });
    const told = turns.filter(mayBeNews);
    kept.set(earlier.getTime(), told);
    return told;
  }

  return { at, offers, turnsSince, organisationNow };
}

/** What made an offer public or took it back, in the order in which it happened. */
function actsOnOffers(reader: Reader): Promise<Act[]> {
  return reader
    .selectFrom('publications')
    .innerJoin('records', 'records.id', 'publications.recordId')
    .where('records.kind', '=', 'offer')
    .where('publications.action', 'in', ['published', 'withdrawn'])
    .select(['publications.recordId', 'publications.revisionId', 'publications.at', 'publications.action'])
    .orderBy('publications.id')
    .execute();
}

/** The revision of each offer that was in public at an instant; null for the last one that there was. */
function publicAt(acts: readonly Act[], at: Date | null): Map<string, string> {
  const shown = new Map<string, string>();
  for (const { recordId, revisionId, action, at: happened } of acts) {
    if (at !== null && happened > at) continue;
    if (action === 'published') shown.set(recordId, revisionId);
    else shown.delete(recordId);
  }
  return shown;
}

async function readBodies(reader: Reader, revisions: readonly string[]): Promise<Map<string, Offer>> {
  if (revisions.length === 0) return new Map();
  const rows = await reader
    .selectFrom('revisions')
    .select(['id', 'body'])
    .where(sql<boolean>`id = any(${[...revisions]}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.id, bodyOf<Offer>(row)]));
}

async function formerSlugs(reader: Reader): Promise<Map<string, string>> {
  const rows = await reader
    .selectFrom('slugHistory')
    .innerJoin('records', 'records.id', 'slugHistory.recordId')
    .where('slugHistory.kind', '=', 'organisation')
    .select(['slugHistory.slug as former', 'records.slug'])
    .execute();
  return new Map(rows.map((row) => [row.former, row.slug]));
}
