import type { Text } from '#publishing/facts.ts';
import type { Offer } from './offer.ts';

export const ways = ['directly', 'through-the-city', 'not-established'] as const;
export type Way = (typeof ways)[number];

const wayOf = { no: 'directly', yes: 'through-the-city', unknown: 'not-established' } as const satisfies Record<Offer['intermediary']['needed'], Way>;
export const neededOf = { directly: 'no', 'through-the-city': 'yes', 'not-established': 'unknown' } as const satisfies Record<Way, Offer['intermediary']['needed']>;

/** Whether somebody here may apply themselves, why, and whether the rules say so or it was only concluded from them. */
export function canApply({ intermediary }: Pick<Offer, 'intermediary'>): { way: Way; reason: Text | null; basis: 'stated' | 'inferred' | null } {
  return { way: wayOf[intermediary.needed], reason: intermediary.reason ?? null, basis: intermediary.basis ?? null };
}
