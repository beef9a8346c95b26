import ical from 'ical-generator';
import { addDays } from '#basics/day.ts';
import type { City } from '#basics/city.ts';
import type { Lang } from '#lang/lang.ts';
import { countryName } from '#lang/names.ts';
import { wordsFor } from '#lang/words.ts';
import type { ListedOffer } from '#offers/index.ts';
import { inLang } from '#register/index.ts';
import { addressOf } from '#web/paths.ts';
import { offeredByInWords } from '../offers/texts.ts';
import { byDate, entriesOf, type Entry } from './entries.ts';
import { textsFor } from './texts.ts';

type Told = { lang: Lang; city: City; baseUrl: string; name: string };

/** What a calendar can take: days that are known and were announced. */
export const icalEntries = (offers: readonly ListedOffer[], zone: string): Entry[] =>
  offers
    .flatMap((offer) => entriesOf(offer, zone))
    .filter((entry) => entry.exact && entry.what !== 'expected')
    .toSorted(byDate);

/** RFC 5545. Its bytes change only with the records: stamps are those of the labels, identifiers those of the records and what is dated. */
export function icalOf(entries: readonly Entry[], { lang, city, baseUrl, name }: Told): string {
  const notice = city.demonstration?.[lang];
  const calendar = ical({ name, prodId: { company: 'Koga', product: 'offers', language: lang.toUpperCase() }, ...(notice === undefined ? {} : { description: notice }) });
  for (const entry of entries) calendar.createEvent(eventOf(entry, { lang, baseUrl, notice }));
  return `${calendar.toString().replace(/(\r\n)+$/, '')}\r\n`;
}

function eventOf({ offer, what, from, to, at }: Entry, { lang, baseUrl, notice }: { lang: Lang; baseUrl: string; notice: string | undefined }) {
  const { body, id, slug } = offer;
  const words = wordsFor(lang);
  const place = body.place && `${inLang(body.place.name, lang)}, ${countryName(body.place.country, lang)}`;
  const said = [`${words.offerType[body.type]}, ${offeredByInWords(offer, lang)}`, body.gives ? inLang(body.gives, lang) : '', notice ?? ''].filter((line) => line !== '');
  const stamp = offer.updatedAt ?? new Date(0);
  // An hour is written in UTC; days end before DTEND, so the last day is the one before it.
  const when = at === null ? { start: new Date(from), end: new Date(addDays(to, 1)), allDay: true } : { start: at };
  return {
    id: `${what}-${id}@koga`,
    stamp,
    lastModified: stamp,
    summary: what === 'held' ? inLang(body.title, lang) : `${inLang(body.title, lang)}: ${textsFor(lang).what[what]}`,
    description: said.join('\n'),
    url: baseUrl + addressOf('offer', lang, { slug }),
    categories: body.themes.map((theme) => ({ name: words.theme[theme] })),
    ...(place === undefined || what !== 'held' ? {} : { location: place }),
    ...when,
  };
}
