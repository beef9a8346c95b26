import type { Text } from '#publishing/facts.ts';
import type { Effect } from '../effects/effect.ts';
import type { StatusSpan } from '../memberships/membership-status.ts';
import type { Membership } from '../memberships/membership.ts';
import type { Kept } from '../rows.ts';

/** What every rule needs to know of an organisation: its address and what tables call it. */
export type Named = { slug: string; name: Text };

/** A membership as the rules look at it. */
export type Belonging = {
  slug: string;
  body: Membership;
  spans: readonly StatusSpan[];
  organisation: Named;
  /** Which period, where the register has several with this organisation. */
  period: number | null;
  /** Effects documented for the organisation, whether or not they belong to this period. */
  effects: readonly Pick<Effect, 'attribution' | 'date'>[];
  /** Whether any fee is known, were it zero. */
  feeKnown: boolean;
};

/** A record of a kind and the organisation it concerns. */
export type Concerning<Body> = Omit<Kept<Body>, 'id'> & { organisation: Named };

/** Where the office changes a record. */
export const deskOf = (kind: string, slug: string): string => `/office/records/${kind}/${slug}`;
