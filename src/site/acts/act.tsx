import { slugOf } from '#basics/slug.ts';
import { dateInWords } from '#lang/dates.ts';
import { valueName } from '#lang/fields.ts';
import type { Lang } from '#lang/lang.ts';
import { tidy } from '#lang/typography.ts';
import { wordsFor } from '#lang/words.ts';
import { labelOf, type LabelFacts } from '#publishing/history.ts';
import { findAct, inLang, membershipsNamed, type AttachedFile } from '#register/index.ts';
import { FileLink } from '#ui/file-link.tsx';
import { Facts, SummaryList } from '#ui/facts.tsx';
import { SafeLink, hostOf } from '#ui/links.tsx';
import { Note, Tag, Unknown } from '#ui/marks.tsx';
import { InLang } from '#ui/prose.tsx';
import { RecordHead, Section } from '#ui/section.tsx';
import { sourceNotes, type SourceNotes } from '#ui/source-notes.ts';
import { SourceRefs, SourceSection } from '#ui/sources.tsx';
import { Table, type Column } from '#ui/table.tsx';
import { addressOf } from '#web/paths.ts';
import { notFound, publicPage } from '../page.ts';
import { Claimed } from './claimed.tsx';
import { actAsData, membershipSlugs, withMemberships, type ActRow } from './row.ts';
import { textsFor } from './texts.ts';

type View = { act: ActRow; label: LabelFacts | undefined };

/** One act: everything known of it, and what it did to which membership. */
export const actPage = publicPage<View>({
  name: 'act',
  section: 'acts',

  async read({ reader, given }) {
    const act = await findAct(reader, given['slug'] ?? '');
    if (!act) return notFound;
    return { act: withMemberships(act, await membershipsNamed(reader, membershipSlugs([act]))), label: await labelOf(reader, act.id) };
  },

  show({ act, label }, { lang, baseUrl }) {
    const texts = textsFor(lang);
    const numbers = act.body.number.map((claim) => claim.value).join(` ${texts.or} `);
    const title = inLang(act.body.title, lang);
    const address = addressOf('act', lang, { slug: act.slug });
    return {
      title: numbers === '' ? title : `${title}, ${numbers}`,
      description: title,
      crumbs: [
        { text: texts.nav, href: addressOf('acts', lang) },
        { text: title, href: address },
      ],
      label: label && { facts: label, history: addressOf('history', lang, { kind: 'acts', slug: act.slug }) },
      jsonLd: {
        '@context': 'https://schema.org',
        '@type': 'Legislation',
        '@id': `${baseUrl}/id/acts/${act.slug}`,
        name: title,
        url: baseUrl + address,
        ...(numbers === '' ? {} : { legislationIdentifier: act.body.number.map((claim) => claim.value) }),
        ...(act.body.date[0] === undefined ? {} : { legislationDate: act.body.date[0].value }),
      },
      content: <Content act={act} lang={lang} notes={sourceNotes()} />,
    };
  },

  json: ({ act, label }, { lang }) => ({ ...actAsData(act, lang), label: label ?? null }),
});

type Part = { act: ActRow; lang: Lang; notes: SourceNotes };

const Content = ({ act, lang, notes }: Part) => {
  const texts = textsFor(lang).act;
  const { body } = act;
  return (
    <>
      <RecordHead
        title={<InLang text={body.title} lang={lang} />}
        tags={[<Tag tone="brand">{wordsFor(lang).actType[body.type]}</Tag>]}
        facts={<ActFacts act={act} lang={lang} notes={notes} />}
      />
      {body.level === 'city' && (
        <Section id={texts.didId} heading={tidy(texts.did, lang)}>
          <Concerns act={act} lang={lang} notes={notes} />
        </Section>
      )}
      {body.provisions.length > 0 && (
        <Section id={texts.saysId} heading={tidy(texts.says, lang)} intro={texts.saysIntro}>
          <SummaryList
            rows={body.provisions.map((one) => ({
              term: <span lang={lang === 'pl' ? undefined : 'pl'}>{tidy(one.ref, 'pl')}</span>,
              value: <InLang text={one.says} lang={lang} />,
            }))}
          />
        </Section>
      )}
      {body.remarks.length > 0 && (
        <Section id={texts.remarksId} heading={tidy(texts.remarks, lang)}>
          {body.remarks.map((remark) => (
            <p>
              <InLang text={remark.text} lang={lang} />
              <SourceRefs numbers={notes.refs(body.sources, remark.sourceIds)} lang={lang} />
            </p>
          ))}
        </Section>
      )}
      <SourceSection notes={notes} lang={lang} />
    </>
  );
};

const ActFacts = ({ act, lang, notes }: Part) => {
  const texts = textsFor(lang);
  const words = wordsFor(lang);
  const { body } = act;
  const given = { sources: body.sources, notes, lang };
  const numbered = body.level === 'city' || body.number.length > 0;
  const differ = [body.number, body.date, body.body].some((claims) => claims.length > 1);
  return (
    <>
      <Facts
        facts={[
          ...(numbered ? [{ term: texts.act.facts.number, value: <Claimed claims={body.number} show={(number) => number} unknown={texts.noNumber} {...given} /> }] : []),
          { term: texts.act.facts.date, value: <Claimed claims={body.date} show={(date) => tidy(dateInWords(date, lang), lang)} unknown={texts.noDate} {...given} /> },
          { term: texts.act.facts.body, value: <Claimed claims={body.body} show={(one) => words.actBody[one]} unknown={texts.noBody} {...given} /> },
          ...(body.citation === undefined ? [] : [{ term: texts.act.facts.citation, value: <span lang={lang === 'pl' ? undefined : 'pl'}>{tidy(body.citation, 'pl')}</span> }]),
          {
            term: texts.act.facts.text,
            value: body.url === undefined ? <Unknown lang={lang}>{texts.act.noText}</Unknown> : <SafeLink href={body.url}>{hostOf(body.url)}</SafeLink>,
          },
          ...(body.files === undefined || body.files.length === 0 ? [] : [{ term: texts.act.facts.files, value: <ActFiles files={body.files} lang={lang} /> }]),
        ]}
      />
      {differ && <Note>{tidy(texts.act.conflict, lang)}</Note>}
    </>
  );
};

const ActFiles = ({ files, lang }: { files: AttachedFile[]; lang: Lang }) => (
  <>
    {files.map((file, index) => {
      const format = valueName(['act', 'files', 'type'], file.type, lang) ?? file.type;
      return (
        <>
          {index > 0 && <br />}
          <FileLink href={`/files/${file.file}/${slugOf(inLang(file.title, lang)) || 'plik'}.${format.toLowerCase()}`} format={format} size={file.size} lang={lang}>
            <InLang text={file.title} lang={lang} />
          </FileLink>
        </>
      );
    })}
  </>
);

const Concerns = ({ act, lang, notes }: Part) => {
  const texts = textsFor(lang);
  const refs = notes.refs(act.body.sources, act.body.sourceIds);
  if (act.concerns.length === 0)
    return (
      <p>
        {tidy(texts.act.noMemberships, lang)}
        <SourceRefs numbers={refs} lang={lang} />
      </p>
    );
  const columns: Column<ActRow['concerns'][number]>[] = [
    {
      head: texts.act.didColumns.organisation,
      cell: ({ period }) => (
        <a class="kg-name" href={addressOf('organisation', lang, { slug: period.organisation.slug })}>
          <InLang text={period.organisation.body.name} lang={lang} />
        </a>
      ),
    },
    {
      head: texts.act.didColumns.did,
      cell: ({ did, period }) => (
        <>
          {wordsFor(lang).actEffect[did]}
          {period.body.period > 1 && `, ${texts.period(period.body.period)}`}
          <SourceRefs numbers={refs} lang={lang} />
        </>
      ),
    },
    { head: texts.act.didColumns.holder, cell: ({ period }) => wordsFor(lang).holder[period.body.holder.kind] },
  ];
  return <Table lang={lang} id="concerns" caption={texts.act.didCaption} columns={columns} rows={act.concerns} />;
};
