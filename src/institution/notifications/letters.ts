import type { City } from '#basics/city.ts';
import { tidy } from '#lang/typography.ts';
import type { Lang } from '#lang/lang.ts';
import { wordsFor } from '#lang/words.ts';
import { deadlineHere, linkToken, type Digest, type ListedOffer, type OfferedBy, type OffersAt, type Wish } from '#offers/index.ts';
import { letter, type NewMail } from '#mail/index.ts';
import { inLang } from '#register/index.ts';
import { offersAddress } from '#site/offers/query.ts';
import { heldInWords, offeredByInWords, textsFor as offerTexts, untilInWords } from '#site/offers/texts.ts';
import { institutionAddress } from '#web/institution-paths.ts';
import { addressOf } from '#web/paths.ts';
import { choiceInWords, textsFor } from './texts.ts';

type Words = Pick<NewMail, 'subject' | 'text' | 'html' | 'headers'>;
type Place = { city: City; baseUrl: string; organisations: readonly OfferedBy[] };

/** Asks whoever has the address whether they want the mails. */
export function confirmationLetter(token: string, { filter, rhythm, lang }: Wish & { lang: Lang }, { city, baseUrl, organisations }: Place): Words {
  const texts = textsFor(lang);
  const words = texts.mails.confirm;
  const chosen = words.chosen(choiceInWords(filter, organisations, lang), texts.kept.rhythm[rhythm]);
  const href = baseUrl + institutionAddress('notificationsConfirm', lang, { token });
  return { subject: words.subject, ...letter({ heading: words.heading, lines: [words.asked, chosen, words.holds], action: { text: words.action, href } }, { city, lang }) };
}

/** What a mail holds is read; the rest is in the list. */
const shownAtMost = 15;
const longestTitle = 100;

/**
 * Writes the daily mails. What one of them says of an offer is the same for everybody who reads its language, and is worded once.
 */
export function digestWriter({ city, baseUrl, secret, organisations }: Place & { secret: string }): (digest: Digest, offers: OffersAt) => Words {
  const worded = new Map<string, { text: string; note: string; href: string }>();
  const wordsOf = (offer: ListedOffer, lang: Lang) => {
    const key = `${lang} ${offer.id}`;
    const known = worded.get(key);
    if (known !== undefined) return known;
    const made = { text: inLang(offer.body.title, lang), note: noteOn(offer, { city, lang }), href: baseUrl + addressOf('offer', lang, { slug: offer.slug }) };
    worded.set(key, made);
    return made;
  };

  return ({ subscriberId, lang, news, filters }, { offers }) => {
    const texts = textsFor(lang);
    const words = texts.mails.digest;
    const listed = (ids: readonly string[]) => ids.flatMap((id) => offers.get(id) ?? []).toSorted(soonestFirst);
    const [fresh, closing] = [listed(news.fresh), listed(news.closing)];
    const link = (page: 'notificationsKept' | 'notificationsEnd', purpose: 'manage' | 'end'): string =>
      baseUrl + institutionAddress(page, lang, { token: linkToken(secret, purpose, subscriberId) });
    const end = link('notificationsEnd', 'end');
    const part = (heading: string, all: readonly ListedOffer[]) =>
      all.length === 0
        ? []
        : [{ heading }, { list: all.slice(0, shownAtMost).map((offer) => wordsOf(offer, lang)) }, ...(all.length > shownAtMost ? [words.more(all.length - shownAtMost)] : [])];
    const [first] = fresh.length > 0 ? fresh : closing;
    const title = first === undefined ? '' : shortened(inLang(first.body.title, lang));
    const chosen = [...new Set(filters.map((filter) => choiceInWords(filter, organisations, lang)))].join('; ');
    return {
      subject: fresh.length > 0 ? words.subjectFresh(title, fresh.length - 1) : words.subjectClosing(title, closing.length - 1),
      ...letter(
        {
          heading: words.heading,
          lines: [...part(words.fresh, fresh), ...part(words.closing, closing), { text: words.manage, href: link('notificationsKept', 'manage') }],
          action: { text: words.open, href: baseUrl + offersAddress(lang) },
          why: words.why(chosen),
          off: { text: words.off, href: end },
        },
        { city, lang },
      ),
      // One click in the mail program is enough (RFC 8058).
      headers: { 'List-Unsubscribe': `<${end}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
    };
  };
}

const closes = ({ body }: ListedOffer): string => deadlineHere(body)?.date ?? body.begins ?? '9999';

const soonestFirst = (a: ListedOffer, b: ListedOffer): number => compare(closes(a), closes(b)) || compare(a.slug, b.slug);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Whose it is, of what kind, until when, and whether the way leads through the city. */
function noteOn(offer: ListedOffer, { city, lang }: { city: City; lang: Lang }): string {
  const { body } = offer;
  const texts = offerTexts(lang);
  const deadline = deadlineHere(body);
  const held = heldInWords(body, lang);
  const when =
    deadline !== null
      ? body.cityDeadline === deadline
        ? texts.date.city(untilInWords(deadline, { city, lang }))
        : untilInWords(deadline, { city, lang })
      : (held ?? (body.recurring?.rhythm === 'continuous' ? texts.date.continuous : texts.date.unknown));
  return tidy([offeredByInWords(offer, lang), wordsFor(lang).offerType[body.type], when].filter((part) => part !== '').join(' · '), lang);
}

const shortened = (title: string): string => (title.length <= longestTitle ? title : `${title.slice(0, longestTitle - 1).trimEnd()}…`);
