import { dateInWords } from '#lang/dates.ts';
import type { Lang } from '#lang/lang.ts';
import { countryName, languageName } from '#lang/names.ts';
import { amountInWords, listInWords } from '#lang/numbers.ts';
import { tidy } from '#lang/typography.ts';
import { wordsFor } from '#lang/words.ts';
import { inLang } from '#register/index.ts';
import { EffectList } from '#ui/dated-lists.tsx';
import { Facts, SummaryList, type Fact } from '#ui/facts.tsx';
import { Tag, Unknown } from '#ui/marks.tsx';
import { InLang, Paragraphs } from '#ui/prose.tsx';
import { RecordHead, Section } from '#ui/section.tsx';
import { sourceNotes, type SourceNotes } from '#ui/source-notes.ts';
import { SourceRefs, SourceSection } from '#ui/sources.tsx';
import { addressOf } from '#web/paths.ts';
import { icalEntries } from '../calendar/ical.ts';
import { publicPage, type Asked } from '../page.ts';
import { Answer, untilWhen } from './answer.tsx';
import { OfferLines } from './lines.tsx';
import { offerAsData } from './machine.ts';
import { notifyAddress } from './query.ts';
import { readOffer, type OfferView } from './read-offer.ts';
import { answerInWords, deadlineInWords, heldInWords, offeredByInWords, stateInWords, textsFor, toneOf } from './texts.ts';

/** One offer: whether one can use it, until when, how, and everything else that is known. */
export const offerPage = publicPage<OfferView>({
  name: 'offer',
  section: 'offers',
  read: readOffer,
  show: (view, asked) => {
    const { lang } = asked;
    const texts = textsFor(lang);
    const { slug, body } = view.offer;
    const title = inLang(body.title, lang);
    return {
      title,
      description: [answerInWords(view.offer, lang), ...untilWhen(view, asked)].join(' ').slice(0, 300),
      crumbs: [
        { text: texts.nav, href: addressOf('offers', lang) },
        { text: title, href: addressOf('offer', lang, { slug }) },
      ],
      label: view.label && { facts: view.label, history: addressOf('history', lang, { kind: 'offers', slug }) },
      jsonLd: jsonLdOf(view, asked),
      until: view.until,
      content: <Content view={view} asked={asked} />,
    };
  },
  json: (view, asked) => ({ ...offerAsData(view.offer, asked), goodStandingOnFile: view.standing, similar: view.similar.map((one) => one.slug), label: view.label ?? null }),
});

const Content = ({ view, asked }: { view: OfferView; asked: Asked }) => {
  const { lang } = asked;
  const texts = textsFor(lang);
  const words = wordsFor(lang);
  const { body, state, slug } = view.offer;
  const notes = sourceNotes();
  const refs = <SourceRefs numbers={notes.refs(body.sources, body.sourceIds)} lang={lang} />;
  return (
    <>
      <RecordHead
        title={<InLang text={body.title} lang={lang} />}
        tags={[<Tag tone={toneOf[state]}>{stateInWords(view.offer, lang)}</Tag>, <Tag tone="brand">{words.offerType[body.type]}</Tag>]}
        lead={
          body.gives && (
            <>
              <InLang text={body.gives} lang={lang} />
              {refs}
            </>
          )
        }
        facts={<OfferFacts view={view} asked={asked} />}
      />
      <Answer view={view} asked={asked} />
      {(body.eligibility ?? body.conditions ?? body.money) && (
        <Section id={texts.conditions.id} heading={tidy(texts.conditions.heading, lang)}>
          <SummaryList rows={conditionRows(view, lang)} />
        </Section>
      )}
      {body.decided && (
        <Section id={texts.outcome.id} heading={tidy(texts.outcome.heading, lang)}>
          <EffectList lang={lang} items={[{ when: tidy(dateInWords(body.decided.date, lang), lang), text: <InLang text={body.decided.says} lang={lang} /> }]} />
        </Section>
      )}
      <Rhythm view={view} lang={lang} />
      {body.remarks.length > 0 && (
        <Section id={texts.remarks.id} heading={tidy(texts.remarks.heading, lang)}>
          {body.remarks.map((remark) => (
            <Paragraphs text={remark.text} lang={lang} after={<SourceRefs numbers={notes.refs(body.sources, remark.sourceIds)} lang={lang} />} />
          ))}
        </Section>
      )}
      <Take view={view} asked={asked} slug={slug} />
      <Similar view={view} asked={asked} />
      <Cited view={view} notes={notes} />
      <SourceSection notes={notes} lang={lang} />
    </>
  );
};

const sentenceCase = (text: string): string => text.charAt(0).toLocaleUpperCase('pl') + text.slice(1);

/** The sources of the whole record stand at the end even where no sentence above bears their number. */
const Cited = ({ view: { offer }, notes }: { view: OfferView; notes: SourceNotes }) => {
  notes.refs(offer.body.sources, offer.body.sourceIds);
  return null;
};

const OfferFacts = ({ view: { offer }, asked: { lang, city } }: { view: OfferView; asked: Asked }) => {
  const texts = textsFor(lang).facts;
  const { body, offeredBy } = offer;
  const held = heldInWords(body, lang);
  const facts: (Fact | false)[] = [
    {
      term: texts.organiser,
      value: offeredBy ? (
        <a href={addressOf('organisation', lang, { slug: offeredBy.slug })}>
          <InLang text={offeredBy.name} lang={lang} note={false} />
        </a>
      ) : (
        body.organiser && <InLang text={body.organiser} lang={lang} note={false} />
      ),
    },
    body.cityDeadline !== null && { term: texts.cityDeadline, value: tidy(deadlineInWords(body.cityDeadline, { city, lang }), lang) },
    (body.deadline !== null || (body.type !== 'event' && body.recurring?.rhythm !== 'continuous')) && {
      term: texts.deadline,
      value: body.deadline === null ? <Unknown lang={lang}>{texts.unknown}</Unknown> : tidy(deadlineInWords(body.deadline, { city, lang }), lang),
    },
    body.opens !== null && { term: texts.opens, value: tidy(dateInWords(body.opens, lang), lang) },
    (held !== null || body.type === 'event') && { term: texts.held, value: held === null ? <Unknown lang={lang}>{texts.unknown}</Unknown> : tidy(held, lang) },
    (body.place !== undefined || body.online) && {
      term: texts.place,
      value: [...(body.place ? [`${inLang(body.place.name, lang)}, ${countryName(body.place.country, lang)}`] : []), ...(body.online ? [texts.online] : [])].join('; '),
    },
    body.quota !== undefined && { term: texts.quota, value: String(body.quota) },
    body.languages.length > 0 && {
      term: texts.languages,
      value: listInWords(
        body.languages.map((code) => languageName(code, lang)),
        lang,
      ),
    },
    body.themes.length > 0 && {
      term: texts.themes,
      value: body.themes.map((theme, index) => (
        <>
          {index > 0 && ', '}
          <a href={`${addressOf('offers', lang)}?theme=${theme}`}>{wordsFor(lang).theme[theme]}</a>
        </>
      )),
    },
  ];
  return <Facts facts={facts.filter((fact) => fact !== false)} />;
};

function conditionRows({ offer: { body } }: OfferView, lang: Lang): Fact[] {
  const texts = textsFor(lang);
  const amount = body.money?.amount !== undefined && body.money.currency !== undefined ? amountInWords(body.money.amount, body.money.currency, lang) : null;
  return [
    ...(body.eligibility ? [{ term: texts.conditions.eligibility, value: <InLang text={body.eligibility} lang={lang} /> }] : []),
    ...(body.conditions ? [{ term: texts.conditions.rules, value: <InLang text={body.conditions} lang={lang} /> }] : []),
    ...(body.money
      ? [
          {
            term: texts.conditions.money,
            value: (
              <>
                {amount !== null && (
                  <>
                    <strong>{tidy(amount, lang)}</strong>
                    {'. '}
                  </>
                )}
                <InLang text={body.money.says} lang={lang} />
              </>
            ),
          },
        ]
      : []),
  ];
}

const Rhythm = ({ view: { offer }, lang }: { view: OfferView; lang: Lang }) => {
  const texts = textsFor(lang).rhythm;
  const { recurring, pastRounds } = offer.body;
  if (!recurring && pastRounds.length === 0) return null;
  return (
    <Section id={texts.id} heading={tidy(texts.heading, lang)}>
      {recurring && (
        <SummaryList
          rows={[
            {
              term: texts.often,
              value: (
                <>
                  {recurring.says ? `${sentenceCase(wordsFor(lang).rhythm[recurring.rhythm])}. ` : wordsFor(lang).rhythm[recurring.rhythm]}
                  {recurring.says && (
                    <>
                      <InLang text={recurring.says} lang={lang} />
                    </>
                  )}
                </>
              ),
            },
            ...(recurring.expected === undefined
              ? []
              : [
                  {
                    term: texts.expected,
                    value: (
                      <>
                        <Unknown lang={lang}>{tidy(dateInWords(recurring.expected, lang), lang)}</Unknown>
                        <span class="kg-nat">{tidy(texts.expectedNote, lang)}</span>
                      </>
                    ),
                  },
                ]),
          ]}
        />
      )}
      {pastRounds.length > 0 && (
        <>
          <h3>{tidy(texts.past, lang)}</h3>
          <EffectList
            lang={lang}
            items={pastRounds.map((round) => ({
              when: tidy(dateInWords(round.date, lang), lang),
              heading: wordsFor(lang).round[round.what],
              text: round.note && <InLang text={round.note} lang={lang} />,
            }))}
          />
        </>
      )}
    </Section>
  );
};

const Take = ({ view: { offer }, asked: { lang, city }, slug }: { view: OfferView; asked: Asked; slug: string }) => {
  const texts = textsFor(lang).take;
  const address = addressOf('offer', lang, { slug });
  return (
    <Section id={texts.id} heading={tidy(texts.heading, lang)}>
      <p>{icalEntries([offer], city.timeZone).length === 0 ? tidy(texts.nothing, lang) : <a href={`${address}.ics`}>{texts.calendar}</a>}</p>
      <p>
        <a href={notifyAddress(lang, likeIt(offer))} rel="nofollow">
          {texts.notify}
        </a>
      </p>
      <p class="kg-quiet">
        <a href={`${address}.json`}>{texts.json}</a>
      </p>
    </Section>
  );
};

/** What the same body offers; of a body that is not in the register, what is about the same. */
const likeIt = ({ offeredBy, body }: OfferView['offer']) => (offeredBy === null ? { theme: body.themes[0] } : { organisation: offeredBy.slug });

const Similar = ({ view, asked: { lang, city } }: { view: OfferView; asked: Asked }) => {
  const texts = textsFor(lang).similar;
  if (view.similar.length === 0) return null;
  return (
    <Section id={texts.id} heading={tidy(texts.heading, lang)}>
      <OfferLines offers={view.similar} lang={lang} city={city} />
    </Section>
  );
};

function jsonLdOf({ offer }: OfferView, { lang, baseUrl }: Asked): object {
  const { body, slug, offeredBy } = offer;
  const organizer = {
    '@type': 'Organization',
    name: offeredBy ? inLang(offeredBy.name, lang) : offeredByInWords(offer, lang),
    ...(offeredBy ? { '@id': `${baseUrl}/id/organisations/${offeredBy.slug}` } : {}),
  };
  const common = { '@context': 'https://schema.org', '@id': `${baseUrl}/id/offers/${slug}`, name: inLang(body.title, lang), url: baseUrl + addressOf('offer', lang, { slug }) };
  if (body.type !== 'event') return { ...common, '@type': 'Service', provider: organizer, ...(body.gives ? { description: inLang(body.gives, lang) } : {}) };
  return {
    ...common,
    '@type': 'Event',
    organizer,
    ...(body.begins === null ? {} : { startDate: body.begins }),
    ...(body.ends === null ? {} : { endDate: body.ends }),
    ...(body.place === undefined
      ? {}
      : { location: { '@type': 'Place', name: inLang(body.place.name, lang), address: { '@type': 'PostalAddress', addressCountry: body.place.country } } }),
  };
}
