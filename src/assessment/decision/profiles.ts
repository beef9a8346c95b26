import { done, type Outcome, refused } from '#basics/outcome.ts';

/** How much a membership asks of the city, by the index of asks. */
export const bands = ['low', 'middle', 'high'] as const;
export type Band = (typeof bands)[number];

/** What memberships of one band look like, as a value from 0 to 1 for each criterion of benefits: one that is just worthwhile, one that clearly is. */
export type Profile = { justWorthwhile: readonly number[]; clearlyWorthwhile: readonly number[] };

/**
 * What the office declared. `limits` cut the index of asks, on which 0 asks nothing and 1 the most on every scale: below the first is low, below the second
 * middle, the rest high.
 */
export type Profiles = { limits: readonly [number, number]; of: Readonly<Record<Band, Profile>> };

export type ProfileRefusal = 'profileMissing' | 'profileNotANumber' | 'profilesCross' | 'bandsTurnedAround';

/**
 * Whether profiles can sort: one number from 0 to 1 for each criterion; clearly worthwhile at no criterion below just worthwhile; a higher band at no criterion
 * below a lower one, so that asking more never earns a better class; limits within 0–1 and in order. Refusals, with the band: `profileMissing`,
 * `profileNotANumber` (also outside 0–1), `profilesCross`, `bandsTurnedAround`.
 */
export function checkProfiles(profiles: Profiles, criteria: number): Outcome<Profiles, ProfileRefusal> {
  const [first, second] = profiles.limits;
  if (!(first >= 0 && first <= second && second <= 1)) return refused('bandsTurnedAround');
  for (const [place, band] of bands.entries()) {
    const { justWorthwhile, clearlyWorthwhile } = profiles.of[band];
    if (justWorthwhile.length !== criteria || clearlyWorthwhile.length !== criteria) return refused('profileMissing', band);
    if ([...justWorthwhile, ...clearlyWorthwhile].some((value) => !(value >= 0 && value <= 1))) return refused('profileNotANumber', band);
    if (justWorthwhile.some((value, index) => value > (clearlyWorthwhile[index] ?? 0))) return refused('profilesCross', band);
    const lower = bands[place - 1];
    if (lower !== undefined && (anyBelow(justWorthwhile, profiles.of[lower].justWorthwhile) || anyBelow(clearlyWorthwhile, profiles.of[lower].clearlyWorthwhile)))
      return refused('bandsTurnedAround', band);
  }
  return done(profiles);
}

const anyBelow = (values: readonly number[], floor: readonly number[]): boolean => values.some((value, index) => value < (floor[index] ?? 0));
