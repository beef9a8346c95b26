import { boundsOf, edtf } from '#basics/edtf.ts';
import { countThings, leading, type Activity, type StandingEffect } from '#register/index.ts';
import type { Gathered } from './gathered.ts';

/** Whether a date or an interval can touch the year. An end that nobody knows is no proof that something still lasted. */
export function touchesYear(text: string, year: number): boolean {
  const value = edtf(text);
  const { from, to } = boundsOf(value);
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  if (value.kind === 'interval' && value.end.kind === 'unknown') return from !== null && from.startsWith(String(year));
  if (value.kind === 'interval' && value.start.kind === 'unknown') return to !== null && to.startsWith(String(year));
  return (from === null || from <= last) && (to === null || to >= first);
}

/** By the claim that lists go by; what has no date belongs to no year. */
const claimed = (claims: readonly { value: string; sourceIds: string[] }[], year: number): boolean => {
  const value = leading(claims);
  return value !== undefined && touchesYear(value, year);
};

type YearStep = { period: Gathered['periods'][number]; step: Gathered['periods'][number]['body']['steps'][number]; date: string };

export const stepsIn = ({ periods, year }: Pick<Gathered, 'periods' | 'year'>): YearStep[] =>
  periods
    .flatMap((period) =>
      period.body.steps.flatMap((step): YearStep[] => {
        const date = leading(step.date);
        return date !== undefined && claimed(step.date, year) ? [{ period, step, date }] : [];
      }),
    )
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));

export const functionsIn = ({ functions, year }: Pick<Gathered, 'functions' | 'year'>) => functions.filter(({ body }) => claimed(body.term, year));
export const mandatesIn = ({ mandates, year }: Pick<Gathered, 'mandates' | 'year'>) => mandates.filter(({ body }) => claimed(body.term, year));
/** A trip that was refused was not made. */
export const tripsIn = ({ trips, year }: Pick<Gathered, 'trips' | 'year'>) =>
  trips.filter(({ body }) => body.refusedOn === undefined && body.dates !== null && touchesYear(body.dates, year));
export const actsIn = ({ acts, year }: Pick<Gathered, 'acts' | 'year'>) => acts.filter(({ body }) => claimed(body.date, year)).toReversed();

export type OfType<Type extends Activity['type']> = Extract<Activity, { type: Type }>;

export const eventsIn = ({ activities, year }: Pick<Gathered, 'activities' | 'year'>): OfType<'event'>[] =>
  activities.flatMap((one) => (one.type === 'event' && claimed(one.body.date, year) ? [one] : []));
export const projectsIn = ({ activities, year }: Pick<Gathered, 'activities' | 'year'>): OfType<'project'>[] =>
  activities.flatMap((one) => (one.type === 'project' && claimed(one.body.years, year) ? [one] : []));
export const awardsIn = ({ activities, year }: Pick<Gathered, 'activities' | 'year'>): OfType<'award'>[] =>
  activities.flatMap((one) => (one.type === 'award' && claimed(one.body.date, year) ? [one] : []));

export const counting = (effects: readonly StandingEffect[]): StandingEffect[] => effects.filter((effect) => effect.standing === 'counts');
export const effectsIn = (effects: readonly StandingEffect[], year: number): StandingEffect[] => effects.filter(({ body }) => body.date !== null && touchesYear(body.date, year));

/** The same thing told twice counts once, as on the pages. */
export const things = (effects: readonly StandingEffect[]): number => countThings(effects.map(({ body }) => body));
export const measurableOf = (effects: readonly StandingEffect[]): StandingEffect[] => effects.filter(({ body }) => body.measurable);
