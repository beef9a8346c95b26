import type { OfferState } from '../calls/offer-state.ts';
import { matches, type Considered, type Filter } from './filter.ts';

/** An offer as it is, and as it was when somebody was last told; null where it was not there. */
export type Turn = { id: string; now: Considered; before: Considered | null };

export type News = { fresh: string[]; closing: string[] };

/** Only what has changed since can be news. */
export const mayBeNews = ({ now, before }: Turn): boolean => before === null || before.body !== now.body || before.state !== now.state;

/**
 * What there is to tell of these: what matches and did not before, be it that it was published, has opened, or was changed; and what matches and
 * has begun to close.
 */
export function newsIn(turns: readonly Turn[], filter: Filter): News {
  const news: News = { fresh: [], closing: [] };
  for (const { id, now, before } of turns) {
    if (!matches(filter, now)) continue;
    if (before === null || !matches(filter, before)) news.fresh.push(id);
    else if (isClosing(now.state) && !isClosing(before.state)) news.closing.push(id);
  }
  return news;
}

const isClosing = (state: OfferState): boolean => state === 'closing-soon';

/** Several subscriptions of one address in one mail: each offer once, and rather as new. */
export function together(all: readonly News[]): News {
  const fresh = new Set(all.flatMap((one) => one.fresh));
  return { fresh: [...fresh], closing: [...new Set(all.flatMap((one) => one.closing))].filter((id) => !fresh.has(id)) };
}
