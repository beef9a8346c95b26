import type { Day } from '#basics/day.ts';
import type { Reader } from '#db/handles.ts';
import type { Lang } from '#lang/lang.ts';
import { inLang, listPeriods, type Period, type PeriodFilter } from '#register/index.ts';
import { addressOf } from '#web/paths.ts';

/** A menu shows so many organisations of a group at the most; the list has them all. */
const shownInGroup = 24;

/** One group of the menu of organisations, and whether the list has more. */
export type MenuGroupRead = { links: { text: string; href: string }[]; more: boolean };
type MenuGroups = Record<'active' | 'others' | 'national' | 'past', MenuGroupRead>;

/** What the city belongs to, as the menus group it. */
export async function readMenuGroups(reader: Reader, { lang, today }: { lang: Lang; today: Day }): Promise<MenuGroups> {
  const find = (filter: PeriodFilter): Promise<Period[]> => listPeriods(reader, filter, { on: today, order: 'name', lang, limit: shownInGroup + 1, offset: 0 });
  const active = await find({ status: 'active', scope: 'international', decided: 'council' });
  const others = (await find({ status: 'active', scope: 'international' })).filter((period) => period.body.decidedBy !== 'council');
  const national = await find({ status: 'active', scope: 'national' });
  const past = [...(await find({ status: 'not-established' })), ...(await find({ status: 'ended' })), ...(await find({ status: 'suspended' }))];
  const link = ({ organisation }: Period) => ({ text: inLang(organisation.body.shortName, lang), href: addressOf('organisation', lang, { slug: organisation.slug }) });
  const group = (periods: Period[]): MenuGroupRead => ({
    links: [...new Map(periods.slice(0, shownInGroup).map((period) => [period.organisation.slug, link(period)])).values()],
    more: periods.length > shownInGroup,
  });
  return { active: group(active), others: group(others), national: group(national), past: group(past) };
}
