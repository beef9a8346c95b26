import { dateInWords } from '#lang/dates.ts';
import type { Lang } from '#lang/lang.ts';
import { tidy } from '#lang/typography.ts';
import { wordsFor } from '#lang/words.ts';
import { InLang } from '#ui/prose.tsx';
import type { SourceNotes } from '#ui/source-notes.ts';
import { SourceRefs } from '#ui/sources.tsx';
import { Table, TwoLines, type Column } from '#ui/table.tsx';
import { addressOf } from '#web/paths.ts';
import { Claimed } from './claimed.tsx';
import type { ActRow } from './row.ts';
import { textsFor } from './texts.ts';

type TableProps = { acts: readonly ActRow[]; notes: SourceNotes; lang: Lang };

/** Resolutions, consents, ordinances and contracts, and what each did to which membership. */
export const ActTable = ({ acts, notes, lang }: TableProps) => {
  const texts = textsFor(lang);
  const words = wordsFor(lang);
  const columns: Column<ActRow>[] = [
    {
      head: texts.columns.subject,
      cell: (act) => (
        <>
          <a class="kg-act" href={addressOf('act', lang, { slug: act.slug })}>
            <InLang text={act.body.title} lang={lang} />
          </a>
          <SourceRefs numbers={notes.refs(act.body.sources, act.body.sourceIds)} lang={lang} />
        </>
      ),
    },
    {
      head: texts.columns.number,
      cell: ({ body }) => (
        <TwoLines
          first={
            <Claimed claims={body.number} show={(number) => <span class="kg-nb">{number}</span>} unknown={texts.noNumber} sources={body.sources} notes={notes} lang={lang} short />
          }
          second={words.actType[body.type]}
        />
      ),
    },
    {
      head: texts.columns.date,
      cell: ({ body }) => (
        <Claimed claims={body.date} show={(date) => tidy(dateInWords(date, lang), lang)} unknown={texts.noDate} sources={body.sources} notes={notes} lang={lang} short />
      ),
    },
    {
      head: texts.columns.body,
      cell: ({ body }) => <Claimed claims={body.body} show={(one) => words.actBody[one]} unknown={texts.noBody} sources={body.sources} notes={notes} lang={lang} short />,
    },
    { head: texts.columns.did, cell: (act) => <WhatItDid act={act} lang={lang} /> },
  ];
  return <Table lang={lang} id="acts-table" caption={texts.city.caption} columns={columns} rows={[...acts]} rowId={(act) => act.slug} />;
};

const WhatItDid = ({ act, lang }: { act: ActRow; lang: Lang }) => {
  if (act.concerns.length === 0) return <span class="kg-quiet">{textsFor(lang).noMembership}</span>;
  return (
    <>
      {act.concerns.map(({ did, period }) => (
        <TwoLines
          first={
            <a href={addressOf('organisation', lang, { slug: period.organisation.slug })}>
              <InLang text={period.organisation.body.shortName} lang={lang} note={false} />
            </a>
          }
          second={[wordsFor(lang).actEffect[did], ...(period.body.period > 1 ? [textsFor(lang).period(period.body.period)] : [])].join(', ')}
        />
      ))}
    </>
  );
};

/** Acts of Parliament and regulations: the basis, not the city's doing. */
export const LawTable = ({ acts, notes, lang }: TableProps) => {
  const texts = textsFor(lang);
  const columns: Column<ActRow>[] = [
    {
      head: texts.columns.law,
      cell: (act) => (
        <>
          <a class="kg-act" href={addressOf('act', lang, { slug: act.slug })}>
            <InLang text={act.body.title} lang={lang} />
          </a>
          <SourceRefs numbers={notes.refs(act.body.sources, act.body.sourceIds)} lang={lang} />
        </>
      ),
    },
    {
      head: texts.columns.date,
      cell: ({ body }) => (
        <Claimed claims={body.date} show={(date) => tidy(dateInWords(date, lang), lang)} unknown={texts.noDate} sources={body.sources} notes={notes} lang={lang} short />
      ),
    },
    { head: texts.columns.citation, cell: ({ body }) => body.citation !== undefined && <span lang={lang === 'pl' ? undefined : 'pl'}>{tidy(body.citation, 'pl')}</span> },
  ];
  return <Table lang={lang} id="law-table" caption={texts.national.caption} columns={columns} rows={[...acts]} rowId={(act) => act.slug} />;
};
