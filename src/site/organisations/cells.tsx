import type { Child } from '#markup/markup.ts';
import { dateInWords } from '#lang/dates.ts';
import type { Lang } from '#lang/lang.ts';
import { countryName } from '#lang/names.ts';
import { tidy } from '#lang/typography.ts';
import { wordsFor } from '#lang/words.ts';
import type { Organisation, Period, Status } from '#register/index.ts';
import { Tag, Unknown, type Tone } from '#ui/marks.tsx';
import { Moment } from '#ui/moments.tsx';
import { InLang } from '#ui/prose.tsx';
import type { SourceNotes } from '#ui/source-notes.ts';
import { SourceRefs } from '#ui/sources.tsx';
import { TwoLines } from '#ui/table.tsx';
import { addressOf } from '#web/paths.ts';
import { endsOf, type Told } from './belonging.ts';
import { textsFor } from './texts.ts';

type CellProps = { period: Period; lang: Lang; notes: SourceNotes };

/** The name with its own language's name below it; where none is known, the English one. */
export const OrganisationCell = ({ period, lang, periods }: Omit<CellProps, 'notes'> & { periods: number }) => {
  const { list } = textsFor(lang);
  const { slug, body } = period.organisation;
  const under = otherName(body, lang);
  return (
    <>
      <a class="kg-name" href={addressOf('organisation', lang, { slug })}>
        <InLang text={body.name} lang={lang} note={false} />
        {periods > 1 && `, ${list.period(period.body.period)}`}
      </a>
      {under !== undefined && (
        <span class="kg-nat">
          <span lang={under.lang}>{under.text}</span>
          {under.unconfirmed && ` (${list.unconfirmed})`}
        </span>
      )}
    </>
  );
};

function otherName(body: Pick<Organisation, 'name' | 'nativeName'>, lang: Lang): { text: string; lang: string; unconfirmed: boolean } | undefined {
  const native = body.nativeName;
  if (native) return native.name === body.name[lang] ? undefined : { text: native.name, lang: native.lang, unconfirmed: native.confirmed === false };
  const english = body.name.en;
  return lang === 'en' || english === undefined || english === body.name.pl ? undefined : { text: english, lang: 'en', unconfirmed: false };
}

export const SinceCell = ({ period, lang, notes }: CellProps) => {
  const { list } = textsFor(lang);
  const { starts, ends } = endsOf(period.body.belonging);
  const refs = ({ claims }: Told, told: readonly Told[]) =>
    told.length < 2
      ? []
      : notes.refs(
          period.body.sources,
          claims.flatMap((claim) => claim.sourceIds),
        );
  const unconfirmed = ({ claims }: Told) => (claims.every((claim) => claim.confirmed === false) ? ` (${list.unconfirmed})` : '');
  const ending = ({ end }: Told): string => {
    if (end.kind === 'date') return tidy(dateInWords(`../${end.date.text}`, lang), lang);
    if (end.kind === 'open') return list.lasts;
    return period.body.overBy ? tidy(list.overBy(dateInWords(period.body.overBy.date, lang)), lang) : list.endUnknown;
  };
  const goesOn = ends.every(({ end }) => end.kind === 'open');
  return (
    <TwoLines
      first={
        starts.length === 0 ? (
          <Unknown lang={lang} />
        ) : (
          starts.map((start, index) => (
            <>
              {index > 0 && ` ${list.or} `}
              {start.end.kind === 'date' ? <Moment at={start.end.date.text} lang={lang} /> : <Unknown lang={lang} />}
              {unconfirmed(start)}
              <SourceRefs numbers={refs(start, starts)} lang={lang} />
            </>
          ))
        )
      }
      second={
        goesOn
          ? undefined
          : ends.map((end, index) => (
              <>
                {index > 0 && ` ${list.or} `}
                {ending(end)}
                <SourceRefs numbers={refs(end, ends)} lang={lang} />
              </>
            ))
      }
    />
  );
};

export const DecidedCell = ({ period, lang }: Omit<CellProps, 'notes'>) => {
  const words = wordsFor(lang);
  const { decidedBy, basis } = period.body;
  return (
    <TwoLines first={decidedBy === 'not-established' ? <Unknown lang={lang}>{words.decidedBy[decidedBy]}</Unknown> : words.decidedBy[decidedBy]} second={words.basis[basis]} />
  );
};

/** The legal character, and who is the member where that is not the city itself. */
export const CharacterCell = ({ period, lang }: Omit<CellProps, 'notes'>) => {
  const words = wordsFor(lang);
  const { character, holder } = period.body;
  return (
    <TwoLines
      first={character === 'not-established' ? <Unknown lang={lang}>{words.character[character]}</Unknown> : words.character[character]}
      second={holder.kind === 'city' ? undefined : <InLang text={holder.name} lang={lang} note={false} />}
    />
  );
};

export const SeatCell = ({ period, lang, notes }: CellProps) => {
  const { list } = textsFor(lang);
  const { seat, sources } = period.organisation.body;
  if (seat.length === 0) return <Unknown lang={lang} form="feminine" />;
  return (
    <>
      {seat.map(({ value, confirmed, sourceIds }, index) => (
        <div>
          {index > 0 && `${list.or} `}
          {value.city === null ? countryName(value.country, lang) : <InLang text={value.city} lang={lang} note={false} />}
          <SourceRefs numbers={seat.length > 1 ? notes.refs(sources, sourceIds) : []} lang={lang} />
          {confirmed === false && <span class="kg-nat">{list.unconfirmed}</span>}
        </div>
      ))}
    </>
  );
};

const tones: Record<Status, Tone> = { 'not-yet': 'plain', planned: 'brand', active: 'good', suspended: 'warn', ended: 'plain', 'not-established': 'warn' };

/** `children` replace the bare word where the tag stands alone. */
export const StatusTag = ({ status, lang, children }: { status: Status; lang: Lang; children?: Child }) => (
  <Tag tone={tones[status]}>{children ?? wordsFor(lang).status[status]}</Tag>
);
