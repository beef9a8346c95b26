import { timeAt } from '#basics/clock-time.ts';
import type { City } from '#basics/city.ts';
import { dayAt } from '#basics/day.ts';
import { offersPage as en } from '#lang/en/offers.ts';
import { dateInWords, dayInWords } from '#lang/dates.ts';
import type { Lang } from '#lang/lang.ts';
import { offersPage as pl } from '#lang/pl/offers.ts';
import { wordsFor } from '#lang/words.ts';
import { lacksItsDay, passes, type Deadline, type ListedOffer, type Offer, type OfferedBy } from '#offers/index.ts';
import { inLang } from '#register/index.ts';
import { cityName } from '#ui/frame.tsx';
import type { Tone } from '#ui/marks.tsx';
import type { FilterName, OfferQuery } from './query.ts';
import type { StatedOffer } from './read.ts';

export const textsFor = (lang: Lang) => (lang === 'pl' ? pl : en);

/** The tone of a state's tag. */
export const toneOf = { 'closing-soon': 'warn', open: 'good', announced: 'brand', 'not-established': 'plain', closed: 'plain', decided: 'plain' } as const satisfies Record<
  string,
  Tone
>;

/** Beside an event whose day nobody gives, "whether open" would be a strange question. */
export const stateInWords = ({ body, state }: StatedOffer, lang: Lang): string =>
  lacksItsDay(body, state) ? wordsFor(lang).eventDateNotEstablished : wordsFor(lang).offerState[state];

/** The same as the answer to whether one can use it. */
export function answerInWords({ body, state }: StatedOffer, lang: Lang): string {
  const { states, eventDay } = textsFor(lang).answer;
  if (!lacksItsDay(body, state)) return states[state];
  return body.begins === null ? eventDay.unknown : eventDay.rough;
}

/** Whoever offers it, as lists call them. */
export const offeredByInWords = ({ offeredBy, body }: ListedOffer, lang: Lang): string =>
  offeredBy ? inLang(offeredBy.shortName, lang) : body.organiser ? inLang(body.organiser, lang) : '';

const zoneNames = new Map<string, Intl.DateTimeFormat>();

/** The name of a zone's time on that day: „czas środkowoeuropejski letni”. */
function zoneInWords(at: number, zone: string, lang: Lang): string {
  const key = `${lang} ${zone}`;
  const known = zoneNames.get(key);
  const format = known ?? new Intl.DateTimeFormat(lang === 'pl' ? 'pl-PL' : 'en-GB', { timeZone: zone, timeZoneName: 'long' });
  if (!known) zoneNames.set(key, format);
  return format.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? zone;
}

/** „do 30 listopada 2026, godz. 12:00”: for tables, where the zone is named only if its clock is not the city's. */
export function untilInWords(deadline: Deadline, { city, lang }: { city: City; lang: Lang }): string {
  const texts = textsFor(lang);
  const date = dateInWords(`../${deadline.date}`, lang);
  const { earliest, latest } = passes(deadline);
  const last = new Date(earliest - 1000);
  const [here, there] = [timeAt(last, city.timeZone), timeAt(last, deadline.zone)];
  if (earliest !== latest || (deadline.time === undefined && here === there)) return date;
  const time = deadline.time ?? there;
  return `${date}, ${here === there ? texts.at(time) : texts.atZone(time, zoneInWords(last.getTime(), deadline.zone, lang))}`;
}

/** A deadline with its time and zone; where the clock in the city shows another time then, that too. */
export function deadlineInWords(deadline: Deadline, { city, lang }: { city: City; lang: Lang }): string {
  const texts = textsFor(lang);
  const date = dateInWords(deadline.date, lang);
  const { earliest, latest } = passes(deadline);
  if (earliest !== latest) return date;
  const lastMoment = earliest - 1000;
  const here = timeAt(new Date(lastMoment), city.timeZone);
  const there = timeAt(new Date(lastMoment), deadline.zone);
  const dayHere = dayAt(new Date(lastMoment), city.timeZone);
  if (deadline.time === undefined && here === there) return date;
  const said = `${date}, ${texts.atZone(deadline.time ?? there, zoneInWords(lastMoment, deadline.zone, lang))}`;
  if (here === there) return said;
  const moment = dayHere === deadline.date ? texts.at(here) : `${dayInWords(dayHere, lang)}, ${texts.at(here)}`;
  return `${said}; ${texts.alsoHere(moment, cityName(city, lang))}`;
}

/** When something takes place; the two ends are dates of their own, each as exact as it is known. */
export function heldInWords({ begins, ends }: Pick<Offer, 'begins' | 'ends'>, lang: Lang): string | null {
  if (begins !== null) return ends === null ? dateInWords(begins, lang) : dateInWords(`${begins}/${ends}`, lang);
  return ends === null ? null : dateInWords(`/${ends}`, lang);
}

/** A filter in use, in words. */
export function filterInWords(name: FilterName, query: OfferQuery, organisations: readonly OfferedBy[], lang: Lang): string {
  const texts = textsFor(lang);
  const words = wordsFor(lang);
  const organisation = organisations.find((one) => one.slug === query.organisation);
  const values: Record<FilterName, string | undefined> = {
    q: query.q,
    type: query.type && words.offerType[query.type],
    theme: query.theme && words.theme[query.theme],
    audience: query.audience && words.audience[query.audience],
    organisation: organisation && inLang(organisation.shortName, lang),
    apply: query.apply && words.way[query.apply],
  };
  const value = values[name] ?? '';
  return name === 'q' ? texts.searched(value) : texts.applied(texts.filters[name], value);
}
