import type { Day } from '#basics/day.ts';
import type { Lang } from '#lang/lang.ts';
import { themes, type Organisation } from '#register/index.ts';
import { addressOf } from '#web/paths.ts';

export const calendarViews = ['month', 'list'] as const;

/** month: `2026-11`; absent where the page shows the month it is. */
export type CalendarQuery = { view: (typeof calendarViews)[number]; month: string; theme?: Organisation['themes'][number] | undefined; organisation?: string | undefined };

const monthPattern = /^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/;

export const monthOf = (day: Day): string => day.slice(0, 7);

/** Unknown values count as absent. */
export function readQuery(params: URLSearchParams, known: { organisations: ReadonlySet<string>; today: Day }): CalendarQuery {
  const organisation = params.get('organisation');
  const month = params.get('month') ?? '';
  return {
    view: calendarViews.find((view) => view === params.get('view')) ?? 'month',
    month: monthPattern.test(month) ? month : monthOf(known.today),
    theme: themes.find((theme) => theme === params.get('theme')),
    organisation: organisation !== null && known.organisations.has(organisation) ? organisation : undefined,
  };
}

/** The one address of a state of the calendar; `today` tells which month needs no saying. */
export function calendarAddress(lang: Lang, query: Partial<CalendarQuery> = {}, format: '' | '.ics' | '.json' | '.csv' = '', today?: Day): string {
  const params = new URLSearchParams();
  if (query.theme !== undefined) params.set('theme', query.theme);
  if (query.organisation !== undefined) params.set('organisation', query.organisation);
  if (format !== '.ics') {
    if (query.view === 'list') params.set('view', 'list');
    else if (query.month !== undefined && query.month !== (today && monthOf(today))) params.set('month', query.month);
  }
  return addressOf('calendar', lang) + format + (params.size === 0 ? '' : `?${params}`);
}
