import type { Child } from '#markup/markup.ts';
import { dateInWords, dayInWords } from '#lang/dates.ts';
import type { Lang } from '#lang/lang.ts';
import { countryName } from '#lang/names.ts';
import { countInWords } from '#lang/numbers.ts';
import { tidy } from '#lang/typography.ts';
import { wordsFor } from '#lang/words.ts';
import { inLang, type Organisation } from '#register/index.ts';
import { Facts, type Fact } from '#ui/facts.tsx';
import { SafeLink, hostOf } from '#ui/links.tsx';
import { Tag, Unknown } from '#ui/marks.tsx';
import { InLang } from '#ui/prose.tsx';
import { RecordHead } from '#ui/section.tsx';
import type { SourceNotes } from '#ui/source-notes.ts';
import { SourceRefs } from '#ui/sources.tsx';
import { addressOf } from '#web/paths.ts';
import { Claimed } from '../acts/claimed.tsx';
import { StatusTag } from '../organisations/cells.tsx';
import type { View } from './read.ts';
import { newVariants, otherNames } from './names.ts';
import { periodInHead, unitInCharge } from './periods.ts';
import { sentenceCase, statusInWords, textsFor } from './texts.ts';

type HeadProps = { view: View; lang: Lang; notes: SourceNotes; today: string };

export const OrganisationHead = ({ view, lang, notes, today }: HeadProps) => {
  const { body } = view.record;
  const words = wordsFor(lang);
  const texts = textsFor(lang);
  const latest = periodInHead(view.periods);
  const tags: Child[] = [
    latest && (
      <StatusTag status={latest.status} lang={lang}>
        {statusInWords(latest.status, lang)}
      </StatusTag>
    ),
    latest && <Tag tone="brand">{sentenceCase(words.decidedByLong[latest.body.decidedBy])}</Tag>,
    latest && <Tag>{sentenceCase(words.character[latest.body.character])}</Tag>,
    <Tag>{texts.tags.scope(words.scope[body.scope])}</Tag>,
    view.on !== today && <Tag tone="warn">{texts.asOf(dayInWords(view.on, lang))}</Tag>,
  ].filter((tag) => tag !== undefined && tag !== false);
  return (
    <RecordHead
      title={<InLang text={body.name} lang={lang} note={false} />}
      names={otherNames(body, lang).map(({ text, lang: its, unconfirmed }) => ({ text, lang: its, note: unconfirmed && texts.notConfirmed }))}
      tags={tags}
      lead={<InLang text={body.summary} lang={lang} />}
      facts={<Facts facts={factsOf(view, lang, notes)} />}
    />
  );
};

function factsOf(view: View, lang: Lang, notes: SourceNotes): Fact[] {
  const { body } = view.record;
  const words = wordsFor(lang);
  const texts = textsFor(lang);
  const common = { sources: body.sources, notes, lang };
  const variants = newVariants(body, lang);
  const founding = body.founded.length === 1 && body.founded[0]?.note === undefined;
  const listed = (items: readonly Organisation['formerNames'][number][]): Child => items.map((item, index) => [index > 0 && ', ', <InLang text={item} lang={lang} note={false} />]);
  return [
    { term: texts.facts.kind, value: words.organisationKind[body.kind] },
    {
      term: texts.facts.founded,
      value: (
        <>
          <Claimed claims={body.founded} show={(date) => tidy(dateInWords(date, lang), lang)} unknown={texts.unknown.date} {...common} />
          {body.foundedPlace && (founding ? ', ' : ' ')}
          {body.foundedPlace && <InLang text={body.foundedPlace} lang={lang} note={false} />}
        </>
      ),
    },
    {
      term: texts.facts.seat,
      value: (
        <Claimed
          claims={body.seat}
          show={(seat) => (seat.city === null ? countryName(seat.country, lang) : `${inLang(seat.city, lang)}, ${countryName(seat.country, lang)}`)}
          unknown={texts.unknown.seat}
          {...common}
        />
      ),
    },
    { term: texts.facts.members, value: <MemberCounts counts={body.memberCounts} sources={body.sources} lang={lang} notes={notes} /> },
    { term: texts.facts.website, value: <Claimed claims={body.website} show={(url) => <SafeLink href={url}>{hostOf(url)}</SafeLink>} unknown={texts.unknown.site} {...common} /> },
    { term: texts.facts.unit, value: <InCharge view={view} lang={lang} /> },
    ...(body.formerNames.length > 0 ? [{ term: texts.facts.former, value: listed(body.formerNames) }] : []),
    ...(variants.length > 0
      ? [{ term: texts.facts.variants, value: <Claimed claims={variants} show={(name) => <InLang text={name} lang={lang} note={false} />} unknown="" {...common} /> }]
      : []),
    ...(body.predecessors.length > 0 ? [{ term: texts.facts.predecessors, value: listed(body.predecessors) }] : []),
    ...(body.successor ? [{ term: texts.facts.successor, value: <InLang text={body.successor} lang={lang} note={false} /> }] : []),
  ];
}

const InCharge = ({ view, lang }: { view: View; lang: Lang }) => {
  const slug = unitInCharge(view.periods);
  const unit = slug === undefined ? undefined : view.units.get(slug);
  const note = periodInHead(view.periods)?.body.unitNote;
  return (
    <>
      {unit ? (
        <a href={`${addressOf('organisations', lang)}?unit=${unit.slug}`}>
          <InLang text={unit.body.name} lang={lang} note={false} />
        </a>
      ) : (
        <Unknown lang={lang}>{textsFor(lang).unknown.unit}</Unknown>
      )}
      {note && (
        <span class="kg-nat">
          <InLang text={note} lang={lang} />
        </span>
      )}
    </>
  );
};

type CountsProps = { counts: Organisation['memberCounts']; sources: Organisation['sources']; lang: Lang; notes: SourceNotes };

/** The newest count first, the older ones quieter below it: they differ by date, which is no conflict. */
const MemberCounts = ({ counts, sources, lang, notes }: CountsProps) => {
  const texts = textsFor(lang);
  if (counts.length === 0) return <Unknown lang={lang}>{texts.unknown.count}</Unknown>;
  const one = (count: Organisation['memberCounts'][number]): Child => (
    <>
      {countInWords(count.members.count, count.members.qualifier, lang)}
      {count.countries && ` ${texts.inCountries(countInWords(count.countries.count, count.countries.qualifier, lang))}`},{' '}
      {count.asOf === null ? !count.note && texts.undated : tidy(dateInWords(count.asOf, lang), lang)}
      {count.note && count.asOf !== null && ', '}
      {count.note && <InLang text={count.note} lang={lang} note={false} />}
      <SourceRefs numbers={notes.refs(sources, count.sourceIds)} lang={lang} />
    </>
  );
  const [newest, ...older] = counts;
  return (
    <>
      {newest && one(newest)}
      {older.length > 0 && (
        <span class="kg-nat">
          {older.map((count, index) => (
            <>
              {index > 0 && '; '}
              {one(count)}
            </>
          ))}
        </span>
      )}
    </>
  );
};
