import { dateInWords } from '#lang/dates.ts';
import type { City } from '#basics/city.ts';
import type { Lang } from '#lang/lang.ts';
import { tidy } from '#lang/typography.ts';
import { wordsFor } from '#lang/words.ts';
import { canApply } from '#offers/index.ts';
import { Tag, Unknown } from '#ui/marks.tsx';
import { InLang } from '#ui/prose.tsx';
import { Table, TwoLines } from '#ui/table.tsx';
import { addressOf } from '#web/paths.ts';
import type { StatedOffer } from './read.ts';
import { heldInWords, offeredByInWords, stateInWords, textsFor, toneOf, untilInWords } from './texts.ts';

/** Offers as rows: what, for whom, until when, how, and whether it is open. */
export const OfferTable = ({ offers, lang, city }: { offers: StatedOffer[]; lang: Lang; city: City }) => {
  const texts = textsFor(lang);
  const { columns, id, caption } = texts.table;
  const words = wordsFor(lang);
  return (
    <Table
      lang={lang}
      id={id}
      caption={caption}
      rows={offers}
      columns={[
        {
          head: columns.offer,
          cell: (offer) => (
            <TwoLines
              first={
                <a class="kg-name" href={addressOf('offer', lang, { slug: offer.slug })}>
                  <InLang text={offer.body.title} lang={lang} note={false} />
                </a>
              }
              second={tidy(`${words.offerType[offer.body.type]} · ${offeredByInWords(offer, lang)}`, lang)}
            />
          ),
        },
        {
          head: columns.audience,
          cell: ({ body }) =>
            body.audiences.length === 0 ? <Unknown lang={lang} form="notEstablished" /> : tidy(body.audiences.map((one) => words.audience[one]).join(', '), lang),
        },
        { head: columns.date, cell: (offer) => <WhenCell offer={offer} lang={lang} city={city} /> },
        {
          head: columns.apply,
          cell: ({ body }) => {
            const { way } = canApply(body);
            return way === 'not-established' ? <Unknown lang={lang}>{words.way[way]}</Unknown> : words.way[way];
          },
        },
        { head: columns.state, cell: (offer) => <Tag tone={toneOf[offer.state]}>{stateInWords(offer, lang)}</Tag> },
      ]}
    />
  );
};

/** The dates that matter for the state: a deadline, the days of the event, or what is only expected and said to be. */
export const WhenCell = ({ offer: { body }, lang, city }: { offer: StatedOffer; lang: Lang; city: City }) => {
  const texts = textsFor(lang).date;
  const lines: string[] = [];
  if (body.cityDeadline !== null) lines.push(texts.city(untilInWords(body.cityDeadline, { city, lang })));
  if (body.deadline !== null) lines.push(untilInWords(body.deadline, { city, lang }));
  const held = heldInWords(body, lang);
  if (held !== null) lines.push(held);
  if (lines.length === 0 && body.recurring?.rhythm === 'continuous') lines.push(texts.continuous);
  if (body.opens !== null && lines.length === 0) lines.push(texts.opens(dateInWords(body.opens, lang)));
  const expected = body.recurring?.expected;
  if (lines.length === 0 && expected === undefined) return <Unknown lang={lang}>{texts.unknown}</Unknown>;
  const [first = '', ...others] = [...lines, ...(expected === undefined ? [] : [texts.expected(dateInWords(expected, lang))])];
  return <TwoLines first={tidy(first, lang)} second={others.length === 0 ? undefined : tidy(others.join('; '), lang)} />;
};
