import type { Day } from '#basics/day.ts';
import type { MembershipSummary, Summary } from '#assessment/index.ts';
import type { Lang } from '#lang/lang.ts';
import { compareTexts } from '#lang/names.ts';
import type { Text } from '#publishing/facts.ts';
import { daysOf, inLang } from '#register/index.ts';

/** How long an effect counts as recent: the same as for the assessment's own question whether a membership is alive. */
export const freshMonths = 24;

export type Standing = { lasting: MembershipSummary[]; unclear: MembershipSummary[]; ended: MembershipSummary[] };

/** Those that last or rest, those of which nobody knows whether they last, and those that are over. */
export function ofStanding({ memberships }: Pick<Summary, 'memberships'>): Standing {
  const of = (...statuses: MembershipSummary['status'][]): MembershipSummary[] => memberships.filter((one) => statuses.includes(one.status));
  return { lasting: of('active', 'suspended'), unclear: of('not-established'), ended: of('ended') };
}

/** Whether the latest documented effect may lie within the last two years. */
export function isFresh({ effects }: Pick<MembershipSummary, 'effects'>, today: Day): boolean {
  const ends = daysOf(effects.last?.date).ends;
  return ends !== null && ends >= `${Number(today.slice(0, 4)) - freshMonths / 12}${today.slice(4)}`;
}

/** In the order of the dictionary: no list of memberships here goes by what came out. */
export function byName<One extends { name: Text }>(all: readonly One[], lang: Lang): One[] {
  const compare = compareTexts(lang);
  return all.toSorted((a, b) => compare(inLang(a.name, lang), inLang(b.name, lang)));
}
