import type { Lang } from '#lang/lang.ts';
import { addressOf, type PageName } from '#web/paths.ts';

/** Codes of the EU authority table of data themes, http://publications.europa.eu/resource/authority/data-theme */
export const themeCodes = { government: 'GOVE', economy: 'ECON', international: 'INTR' } as const;
export type Theme = keyof typeof themeCodes;

export type Format = 'csv' | 'json' | 'atom' | 'ics';

/** A dataset: where it is taken, and the kinds of record whose change changes it (none: every kind). */
export type Dataset = {
  name: 'assessment' | 'organisations' | 'acts' | 'costs' | 'effects' | 'offers' | 'calendar' | 'changes' | 'organisation' | 'home';
  page: PageName;
  formats: readonly Format[];
  kinds?: readonly string[];
  /** What the list must be asked for to be whole. */
  query?: string;
  theme: Theme;
};

export const datasets: readonly Dataset[] = [
  { name: 'organisations', page: 'organisations', formats: ['csv', 'json'], kinds: ['organisation', 'membership'], theme: 'international' },
  { name: 'organisation', page: 'organisation', formats: ['csv', 'json', 'atom'], theme: 'international' },
  { name: 'acts', page: 'acts', formats: ['csv', 'json'], kinds: ['act'], theme: 'government' },
  { name: 'costs', page: 'costs', formats: ['csv', 'json'], kinds: ['ask', 'membership', 'organisation'], theme: 'economy' },
  { name: 'effects', page: 'whyBelong', formats: ['csv', 'json'], kinds: ['effect', 'organisation'], theme: 'international' },
  { name: 'offers', page: 'offers', formats: ['csv', 'json', 'atom'], kinds: ['offer'], query: '?state=all', theme: 'international' },
  { name: 'calendar', page: 'calendar', formats: ['csv', 'json', 'ics'], kinds: ['offer'], theme: 'international' },
  { name: 'assessment', page: 'assessment', formats: ['csv', 'json'], kinds: ['effect', 'ask', 'membership', 'organisation', 'assessment', 'decision'], theme: 'government' },
  { name: 'changes', page: 'changes', formats: ['csv', 'json', 'atom'], theme: 'government' },
  { name: 'home', page: 'home', formats: ['json'], theme: 'international' },
];

export const mediaTypes = { csv: 'text/csv', json: 'application/json', atom: 'application/atom+xml', ics: 'text/calendar' } as const satisfies Record<Format, string>;

/** `slug` is the organisation that stands as the example of all. */
export const addressOfFile = ({ page, query = '' }: Dataset, format: Format, lang: Lang, slug: string): string => `${addressOf(page, lang, { slug })}.${format}${query}`;
