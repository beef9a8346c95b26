import type { organisations as pl } from '../pl/organisations.ts';
import type { Same } from '../lang.ts';
import { numberInWords, plural } from '../numbers.ts';

const periods = (n: number): string => `${numberInWords(n, 'en')} ${plural(n, 'en', { one: 'period of membership', other: 'periods of membership' })}`;
const inOrganisations = (n: number): string => `in ${numberInWords(n, 'en')} ${plural(n, 'en', { one: 'organisation', other: 'organisations' })}`;

export const organisations: Same<typeof pl> = {
  question: (city: string) => `What does ${city} belong to?`,
  lead: (count: number, bodies: number) => `The register holds ${periods(count)} ${inOrganisations(bodies)}.`,
  again: 'Coming back to an organisation begins a new period.',
  description: (city: string) => `The organisations and city networks that ${city} belongs to: since when, on whose decision and in what legal form.`,

  onDay: (day: string) => `As of ${day}`,
  onPast: (count: number, bodies: number) =>
    `There ${plural(count, 'en', { one: 'was', other: 'were' })} ${periods(count)} ${inOrganisations(bodies)} that day, counting those not established. The day is shown by what is known now.`,
  onFuture: (count: number, bodies: number) =>
    `If nothing changes until then, there will be ${periods(count)} ${inOrganisations(bodies)} that day, counting those not established.`,
  toToday: 'Show today',
  views: { label: 'View of the list', table: 'Table', timeline: 'Timeline', map: 'Map' },
  mapNote: 'The map shows all memberships active on the chosen day. The other filters do not change it.',

  filters: {
    q: 'Search the names',
    status: 'State',
    decided: 'Who decided',
    character: 'Legal character',
    scope: 'Organisation',
    theme: 'Field',
    unit: 'Unit in charge',
    holder: 'Who is the member',
    sort: 'Order',
    on: 'As of the day',
  },
  any: 'all',
  more: 'More filters',
  sorts: { name: 'by name', since: 'oldest first', newest: 'newest first', seat: 'by country of seat' },
  applied: (label: string, value: string) => `${label}: ${value}`,
  searched: (words: string) => `Searched for: ‘${words}’`,

  counting: {
    heading: 'How many are there?',
    intro: 'The same periods of membership counted by state, by who decided and by legal character. Every number leads to its list.',
    all: 'all',
    byStatus: 'By state',
    byDecider: 'By who decided',
    byCharacter: 'By legal character',
  },

  list: {
    heading: 'Which are they?',
    found: (count: number) => periods(count),
    foundOf: (count: number, all: number) => `${numberInWords(count, 'en')} of ${periods(all)}`,
    range: (from: number, to: number) => `showing ${numberInWords(from, 'en')}–${numberInWords(to, 'en')}`,
    caption: 'Periods of membership',
    columns: { organisation: 'Organisation', since: 'Since', decided: 'Who decided', character: 'Legal character', seat: 'Seat', status: 'State' },
    period: (number: number) => `period ${number}`,
    endUnknown: 'end not known',
    overBy: (date: string) => `end not known, no later than ${date}`,
    lasts: 'still lasts',
    or: 'or',
    unconfirmed: 'not confirmed',
  },

  empty: {
    title: 'Nothing matches these filters',
    next: 'Remove one of them:',
    left: (count: number) => `leaves ${periods(count)}`,
    all: 'Remove all filters',
  },
};
