import type { City } from '#basics/city.ts';
import type { Day } from '#basics/day.ts';
import type { Reader } from '#db/handles.ts';
import type { Lang } from '#lang/lang.ts';
import { wordsFor } from '#lang/words.ts';
import { findOffer, listOffers, organisationsOffering } from '#offers/index.ts';
import { inLang } from '#register/index.ts';
import { icalEntries, icalOf } from './ical.ts';
import { readQuery } from './query.ts';
import { textsFor } from './texts.ts';

type FileAsked = { reader: Reader; lang: Lang; city: City; baseUrl: string };

/** The calendar of all offers, or of a theme or an organisation, to be subscribed to. */
export async function calendarFile(asked: FileAsked & { query: URLSearchParams; today: Day }): Promise<string> {
  const { reader, lang, city } = asked;
  const organisations = await organisationsOffering(reader);
  const { theme, organisation } = readQuery(asked.query, { organisations: new Set(organisations.map((one) => one.slug)), today: asked.today });
  const by = organisations.find((one) => one.slug === organisation);
  const name = [textsFor(lang).fileName(city.title[lang]), theme === undefined ? '' : wordsFor(lang).theme[theme], by ? inLang(by.shortName, lang) : ''];
  return icalOf(icalEntries(await listOffers(reader, { theme, organisation }), city.timeZone), { ...asked, name: name.filter((part) => part !== '').join(', ') });
}

/** The dates of one offer; null where there is no such offer, or none of its dates can stand in a calendar. */
export async function offerFile(asked: FileAsked, slug: string): Promise<string | null> {
  const offer = await findOffer(asked.reader, slug);
  const entries = offer ? icalEntries([offer], asked.city.timeZone) : [];
  return offer && entries.length > 0 ? icalOf(entries, { ...asked, name: inLang(offer.body.title, asked.lang) }) : null;
}
