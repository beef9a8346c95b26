import { Feed } from 'feed';
import type { City } from '#basics/city.ts';
import type { Reader } from '#db/handles.ts';
import type { Lang } from '#lang/lang.ts';
import { wordsFor } from '#lang/words.ts';
import { nextChangeOf, organisationsOffering } from '#offers/index.ts';
import { labelOfLatest } from '#publishing/history.ts';
import { inLang } from '#register/index.ts';
import { addressOf } from '#web/paths.ts';
import { feedTitle } from './page.tsx';
import { offersAddress, readQuery } from './query.ts';
import { offersAsked, type StatedOffer } from './read.ts';
import { deadlineInWords, heldInWords, offeredByInWords, textsFor } from './texts.ts';

type FeedAsked = { reader: Reader; lang: Lang; city: City; baseUrl: string; now: Date; query: URLSearchParams };

/** Enough for a reader that looks once a week; the list has them all. */
const entriesAtMost = 50;

/** The offers under a filter as Atom, the one published last first. An entry says nothing that changes with the clock: its text stays until its record changes. */
export async function offersFeed(asked: FeedAsked): Promise<{ text: string; until: number | null }> {
  const { reader, lang, city, baseUrl, now } = asked;
  const organisations = await organisationsOffering(reader);
  const query = { ...readQuery(asked.query, new Set(organisations.map((one) => one.slug))), page: 1 };
  const { matching, shown } = await offersAsked(asked, query);
  const latest = shown.toSorted((a, b) => timeOf(b) - timeOf(a) || (a.slug < b.slug ? -1 : 1)).slice(0, entriesAtMost);
  const label = await labelOfLatest(reader, ['offer', 'organisation']);
  const texts = textsFor(lang);
  const notice = city.demonstration?.[lang];
  const own = baseUrl + offersAddress(lang, query, '.atom');
  const feed = new Feed({
    id: own,
    title: feedTitle({ query, organisations }, city.title[lang], lang),
    description: notice === undefined ? texts.feedSubtitle : `${notice} ${texts.feedSubtitle}`,
    link: baseUrl + offersAddress(lang, query),
    feed: own,
    updated: latest[0]?.updatedAt ?? new Date(0),
    author: { name: label?.body[lang] ?? city.title[lang] },
    generator: 'Koga',
  });
  for (const offer of latest) feed.addItem(entry(offer, asked));
  const until = nextChangeOf(
    matching.map((offer) => offer.body),
    now,
    city.timeZone,
  );
  // The package cannot say the language (RFC 4287, 2: xml:lang).
  return { text: feed.atom1().replace('<feed ', `<feed xml:lang="${lang}" `), until };
}

const timeOf = ({ updatedAt }: StatedOffer): number => updatedAt?.getTime() ?? 0;

function entry(offer: StatedOffer, { lang, city, baseUrl }: FeedAsked) {
  const { body, id, slug, updatedAt } = offer;
  const texts = textsFor(lang);
  const held = heldInWords(body, lang);
  const said = [
    `${wordsFor(lang).offerType[body.type]}, ${offeredByInWords(offer, lang)}.`,
    body.cityDeadline === null ? '' : texts.answer.cityDeadline(deadlineInWords(body.cityDeadline, { city, lang })),
    body.deadline === null ? '' : texts.answer.deadline(deadlineInWords(body.deadline, { city, lang })),
    held === null ? '' : texts.answer.held(held),
    body.gives ? inLang(body.gives, lang) : '',
  ];
  return {
    title: asHtml(inLang(body.title, lang)),
    id: `urn:uuid:${id}`,
    link: baseUrl + addressOf('offer', lang, { slug }),
    date: updatedAt ?? new Date(0),
    description: asHtml(said.filter((sentence) => sentence !== '').join(' ')),
  };
}

/** Titles and summaries of the package are of the type html. */
const asHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
