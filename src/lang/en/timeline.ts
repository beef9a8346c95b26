import type { Same } from '../lang.ts';
import { plural } from '../numbers.ts';
import type { timeline as pl } from '../pl/timeline.ts';

export const timeline: Same<typeof pl> = {
  title: (from, to) => `The line of belonging, ${from}–${to}`,
  finding: (lasting, since, recent, unknown) => {
    const longest = since === null ? '' : lasting === 1 ? `, since ${since}` : `, the longest since ${since}`;
    const now =
      lasting === 0
        ? 'No membership is confirmed as lasting today'
        : `${plural(lasting, 'en', { one: '1 membership lasts', other: `${lasting} memberships last` })} today${longest}`;
    const lately = recent.n === 0 || lasting < 2 ? '' : `, and ${recent.n} of them began in ${recent.since} or later`;
    const open =
      unknown === 0 ? '' : `; for ${plural(unknown, 'en', { one: '1 period', other: `${unknown} periods` })} it is not known whether ${unknown === 1 ? 'it lasts' : 'they last'}`;
    return `${now}${lately}${open}.`;
  },
  nothing: 'There are no periods of membership yet that could be shown in time.',
  noneDated: 'Nobody knows when any of these periods began, so there is a list in place of the picture.',
  today: 'today',
  key: {
    council: 'membership decided by the City Council',
    other: 'membership on another basis',
    closed: 'membership that has ended',
    unknown: 'not established whether it lasted',
    planned: 'planned',
    suspended: 'suspended',
    stretch: 'office held in the organisation',
    tick: 'resolution of the City Council',
    ring: 'minister’s consent or adoption of the statute',
  },
  row: (name, period) => `${name} (period ${period})`,
  since: (date) => `since ${date}`,
  or: 'or',
  span: (from, to) => `${from}–${to}`,
  endUnknown: 'end ?',
  lasts: 'lasts',
  reading: 'Dates known only to the year or the month stand in the middle of it.',
  cut: (shown, all) => `The picture shows the first ${shown} of ${all} periods; the table has them all.`,
  undated: 'Not in the picture, because the beginning is not known:',
  caption: 'Periods of membership in the order of their beginnings',
  columns: { name: 'Organisation', start: 'From', end: 'To', decidedBy: 'Decided by', status: 'State today', steps: 'Resolutions and consents', functions: 'Offices held' },
  overBy: (date) => `not known, at the latest ${date}`,
  none: '–',
  unknown: 'not known',
  termUnknown: 'years not known',
};
