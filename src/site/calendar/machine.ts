import { columnsOf } from '#lang/columns.ts';
import { addressOf } from '#web/paths.ts';
import { rowsInFile, type Asked, type CsvTable } from '../page.ts';
import type { CalendarView } from './read.ts';

const columns = columnsOf('calendar', {
  offer: 'text',
  what: 'text',
  date: 'date',
  from: 'day',
  to: 'day',
  last_moment: 'moment',
  expected: 'yesNo',
  title_pl: 'text',
  title_en: 'text',
  organisation: 'text',
  address: 'link',
});

export const calendarJson = (view: CalendarView, { lang, baseUrl }: Asked): Record<string, unknown> => ({
  filter: { theme: view.query.theme, organisation: view.query.organisation },
  items: view.entries.slice(0, rowsInFile).map(({ offer, what, date, from, to, exact, at }) => ({
    offer: offer.slug,
    what,
    date,
    from,
    to,
    exact,
    lastMoment: at?.toISOString() ?? null,
    expected: what === 'expected',
    title: offer.body.title,
    organisation: offer.offeredBy?.slug ?? null,
    address: baseUrl + addressOf('offer', lang, { slug: offer.slug }),
  })),
  total: view.entries.length,
  page: 1,
  pageSize: rowsInFile,
  label: view.label ?? null,
});

/** Dates that are known to the month or the year only have their first and last possible day. */
export const calendarCsv = (view: CalendarView, { lang }: Asked): CsvTable => ({
  name: 'calendar',
  columns,
  rows: view.entries
    .slice(0, rowsInFile)
    .map(({ offer, what, date, from, to, at }) => [
      offer.slug,
      what,
      date,
      from,
      to,
      at?.toISOString() ?? null,
      what === 'expected',
      offer.body.title.pl,
      offer.body.title.en ?? null,
      offer.offeredBy?.slug ?? null,
      addressOf('offer', lang, { slug: offer.slug }),
    ]),
});
