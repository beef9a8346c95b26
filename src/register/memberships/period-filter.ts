import type { Organisation } from '../organisations/organisation.ts';
import type { Status } from './membership-status.ts';
import type { Membership } from './membership.ts';

/** What a list of memberships can be narrowed to. Absent means any. `international` is every scope but the national. */
export type PeriodFilter = {
  q?: string | undefined;
  decided?: Membership['decidedBy'] | undefined;
  character?: Membership['character'] | undefined;
  status?: Status | undefined;
  theme?: string | undefined;
  scope?: Organisation['scope'] | 'international' | undefined;
  unit?: string | undefined;
  holder?: Membership['holder']['kind'] | undefined;
};

/** Periods that agree in everything that can be counted by, and how many they are. */
export type PeriodGroup = { status: string; decided: string; character: string; scope: string; holder: string; unit: string | null; count: number };

/** What groups can be counted by; words and themes are left to the query that made them. */
export type CountedBy = Pick<PeriodFilter, 'status' | 'decided' | 'character' | 'scope' | 'holder' | 'unit'>;

const fits = (group: PeriodGroup, filter: CountedBy): boolean =>
  (filter.status === undefined || group.status === filter.status) &&
  (filter.decided === undefined || group.decided === filter.decided) &&
  (filter.character === undefined || group.character === filter.character) &&
  (filter.holder === undefined || group.holder === filter.holder) &&
  (filter.unit === undefined || group.unit === filter.unit) &&
  (filter.scope === undefined || (filter.scope === 'international' ? group.scope !== 'national' : group.scope === filter.scope));

/** How many periods of the groups a filter lets through. */
export const countIn = (groups: readonly PeriodGroup[], filter: CountedBy): number => groups.reduce((sum, group) => (fits(group, filter) ? sum + group.count : sum), 0);
