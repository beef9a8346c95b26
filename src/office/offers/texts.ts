import { timeAt } from '#basics/clock-time.ts';
import type { City } from '#basics/city.ts';
import { applications as applicationsEn } from '#lang/en/applications.ts';
import { officeOffers as en } from '#lang/en/office-offers.ts';
import { dateInWords } from '#lang/dates.ts';
import { dayAt } from '#basics/day.ts';
import type { Lang } from '#lang/lang.ts';
import { applications as applicationsPl } from '#lang/pl/applications.ts';
import { officeOffers as pl } from '#lang/pl/office-offers.ts';
import { passes, type ApplicationState, type Deadline, type Step } from '#offers/index.ts';

export const textsFor = (lang: Lang): typeof pl => (lang === 'pl' ? pl : en);

export const stateInWords = (state: ApplicationState, lang: Lang): string => (lang === 'pl' ? applicationsPl : applicationsEn).states[state];
export function stepInWords({ from, to }: Pick<Step, 'from' | 'to'>, lang: Lang): string {
  const { steps } = lang === 'pl' ? applicationsPl : applicationsEn;
  return from === 'to-amend' && to === 'sent' ? steps.amended : steps[to];
}

/** A deadline by the city's clock, as short as a table wants it. */
export function deadlineInWords(deadline: Deadline | null, { city, lang }: { city: City; lang: Lang }): string {
  const texts = textsFor(lang);
  if (deadline === null) return texts.noDeadline;
  const { earliest, latest } = passes(deadline);
  if (earliest !== latest || deadline.time === undefined) return dateInWords(deadline.date, lang);
  const last = new Date(latest - 1000);
  return texts.at(dateInWords(dayAt(last, city.timeZone), lang), timeAt(last, city.timeZone));
}

export const instantInWords = (at: Date, zone: string, lang: Lang): string => textsFor(lang).at(dateInWords(dayAt(at, zone), lang), timeAt(at, zone));

type KindName = keyof typeof pl.kinds;
const isKind = (name: string): name is KindName => Object.hasOwn(pl.kinds, name);
export const kindInWords = (kind: string, lang: Lang): string => (isKind(kind) ? textsFor(lang).kinds[kind] : kind);
