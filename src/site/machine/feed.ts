import { Feed } from 'feed';
import type { City } from '#basics/city.ts';
import type { Reader } from '#db/handles.ts';
import { feeds as en } from '#lang/en/feeds.ts';
import type { Lang } from '#lang/lang.ts';
import { feeds as pl } from '#lang/pl/feeds.ts';
import { wordsFor } from '#lang/words.ts';
import { labelOfLatest, listChanges, type Change, type ChangeFilter } from '#publishing/history.ts';
import type { Kinds } from '#publishing/kind.ts';
import { findOrganisation, inLang, periodsOf } from '#register/index.ts';
import { addressOf } from '#web/paths.ts';

export const textsFor = (lang: Lang) => (lang === 'pl' ? pl : en);

type FeedAsked = { reader: Reader; lang: Lang; city: City; baseUrl: string; kinds: Kinds };

/** Enough for a reader that looks once a week; the change register has them all. */
const entriesAtMost = 50;

/** The whole change register as Atom. */
export async function registerFeed(asked: FeedAsked): Promise<string> {
  const { lang, city } = asked;
  const texts = textsFor(lang);
  return atom(asked, { page: addressOf('changes', lang), title: texts.registerTitle(city.title[lang]), subtitle: texts.registerSubtitle, filter: {} });
}

/** The changes of one organisation's record, and of the records that name it or its memberships; null where there is no such organisation. */
export async function organisationFeed(asked: FeedAsked, slug: string): Promise<string | null> {
  const { reader, lang, city } = asked;
  const texts = textsFor(lang);
  const organisation = await findOrganisation(reader, slug);
  if (!organisation) return null;
  const periods = await periodsOf(reader, organisation.id);
  const naming = [{ organisation: slug }, { organisations: [slug] }, ...periods.flatMap((period) => [{ membership: period.slug }, { memberships: [{ membership: period.slug }] }])];
  const name = inLang(organisation.body.shortName, lang);
  return atom(asked, {
    page: addressOf('organisation', lang, { slug }),
    title: texts.organisationTitle(name, city.title[lang]),
    subtitle: texts.organisationSubtitle(name),
    filter: { about: { recordId: organisation.id, naming } },
  });
}

async function atom({ reader, lang, city, baseUrl, kinds }: FeedAsked, told: { page: string; title: string; subtitle: string; filter: ChangeFilter }): Promise<string> {
  const changes = await listChanges(reader, told.filter, { limit: entriesAtMost, offset: 0 });
  const label = await labelOfLatest(reader);
  const notice = city.demonstration?.[lang];
  const feed = new Feed({
    id: `${baseUrl}${told.page}.atom`,
    title: told.title,
    description: notice === undefined ? told.subtitle : `${notice} ${told.subtitle}`,
    link: baseUrl + told.page,
    feed: `${baseUrl}${told.page}.atom`,
    // The epoch where there is no entry yet: an hour of asking would make every answer another one.
    updated: changes[0]?.at ?? new Date(0),
    author: { name: label?.body[lang] ?? city.title[lang] },
    generator: 'Koga',
  });
  for (const change of changes) feed.addItem(entry(change, { lang, baseUrl, kinds }));
  // The package cannot say the language (RFC 4287, 2: xml:lang).
  return feed.atom1().replace('<feed ', `<feed xml:lang="${lang}" `);
}

function entry(change: Change, { lang, baseUrl, kinds }: { lang: Lang; baseUrl: string; kinds: Kinds }) {
  const texts = textsFor(lang);
  const words = wordsFor(lang);
  const kind = kinds.find(change.kind);
  const kindInWords = new Map<string, string>(Object.entries(words.kinds)).get(change.kind) ?? change.kind;
  // The page of a withdrawn record is gone; its history stays.
  const path = change.change === 'withdrawn' && kind ? addressOf('history', lang, { kind: kind.plural, slug: change.slug }) : change.path[lang];
  const why = change.why === null ? '' : lang === 'en' ? (change.why.en ?? change.why.pl) : change.why.pl;
  const sentences = [why === '' ? '' : /[.!?]$/.test(why) ? why : `${why}.`, texts.version(change.revision), texts.by(change.by.name ?? change.by.role[lang])];
  return {
    title: asHtml(texts.entry(kindInWords, change.title[lang].replace(/\.$/, ''), words.change[change.change])),
    id: `urn:uuid:${change.id}`,
    link: baseUrl + path,
    date: change.at,
    description: asHtml(sentences.filter((sentence) => sentence !== '').join(' ')),
  };
}

/** Titles and summaries of the package are of the type html. */
const asHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
