import type { Lang } from '#lang/lang.ts';
import { wordsFor } from '#lang/words.ts';
import { tidy } from '#lang/typography.ts';
import { labelOfRevision, type LabelFacts } from '#publishing/history.ts';
import { sentence, textsFor } from '#publishing/shown/texts.ts';
import { Banner } from '#ui/banner.tsx';
import { Tag } from '#ui/marks.tsx';
import { Moment } from '#ui/moments.tsx';
import { PageTitle, Section } from '#ui/section.tsx';
import { Table } from '#ui/table.tsx';
import { addressOf } from '#web/paths.ts';
import { ChangesOfRecord, signed } from '../changes/lines.tsx';
import { changeAsData } from '../changes/page.tsx';
import { publicPage } from '../page.ts';
import { textsFor as siteTexts } from '../shell.tsx';
import { addressesOf, readPast, type Past } from './read.ts';

type Row = { number: number; current: boolean; label: LabelFacts | undefined; earlier: number | undefined };
type View = Past & { rows: Row[] };

export const historyPage = publicPage<View>({
  name: 'history',
  section: 'changes',
  async read(asked) {
    const past = await readPast(asked, (slug) => addressOf('history', asked.lang, { kind: asked.given['kind'] ?? '', slug }));
    if ('elsewhere' in past) return past;
    const rows: Row[] = [];
    for (const [index, { id, number, current }] of past.revisions.entries())
      rows.push({ number, current, label: await labelOfRevision(asked.reader, id), earlier: past.revisions[index + 1]?.number });
    return { ...past, rows };
  },
  show(view, { lang, city }) {
    const texts = textsFor(lang);
    const { kind, record, changes, current, rows } = view;
    const own = { kind: kind.plural, slug: record.slug };
    const label = rows[0]?.label;
    return {
      title: texts.titleOf(view.title[lang]),
      description: texts.descriptions.history,
      crumbs: [
        { text: siteTexts(lang).nav.changes, href: addressOf('changes', lang) },
        { text: texts.title, href: addressOf('history', lang, own) },
      ],
      label: label && { facts: label },
      content: (
        <>
          <PageTitle title={tidy(texts.title, lang)} lead={view.title[lang]}>
            <p class="kg-quiet">
              {sentence(kindWord(kind.name, lang))}
              {current && (
                <>
                  {' · '}
                  <a href={current.href[lang]}>{texts.seeCurrent}</a>
                </>
              )}
            </p>
          </PageTitle>
          {current === undefined && (
            <Banner heading={texts.withdrawn}>
              <p>{texts.withdrawnMeans}</p>
            </Banner>
          )}
          <Section id={texts.ids.revisions} heading={tidy(texts.revisions, lang)} intro={texts.revisionCount(rows.length)} first>
            <RevisionTable rows={rows} own={own} lang={lang} timeZone={city.timeZone} />
          </Section>
          <Section id={texts.ids.changes} heading={tidy(texts.changes, lang)}>
            <ChangesOfRecord changes={changes} lang={lang} timeZone={city.timeZone} />
          </Section>
        </>
      ),
    };
  },
  json: ({ kind, record, title, current, revisions, rows, changes }, asked) => ({
    kind: kind.name,
    slug: record.slug,
    title,
    current: current ?? null,
    withdrawn: current === undefined,
    label: rows[0]?.label ?? null,
    revisions: rows.map((row, index) => ({
      number: row.number,
      publishedAt: revisions[index]?.publishedAt.toISOString() ?? null,
      current: row.current,
      label: row.label ?? null,
      address: addressesOf('revision', { kind: kind.plural, slug: record.slug, number: row.number }),
    })),
    changes: changes.map((change) => changeAsData(change, asked)),
  }),
});

const kindWord = (name: string, lang: Lang): string => new Map<string, string>(Object.entries(wordsFor(lang).kinds)).get(name) ?? name;

const RevisionTable = ({ rows, own, lang, timeZone }: { rows: Row[]; own: { kind: string; slug: string }; lang: Lang; timeZone: string }) => {
  const texts = textsFor(lang);
  return (
    <Table
      lang={lang}
      id={texts.ids.table}
      caption={texts.table}
      columns={[
        {
          head: texts.columns.revision,
          cell: (row) => (
            <>
              <a href={addressOf('revision', lang, { ...own, number: row.number })}>{texts.revision(row.number)}</a> {row.current && <Tag tone="good">{texts.current}</Tag>}
            </>
          ),
        },
        { head: texts.columns.published, cell: (row) => row.label && <Moment at={row.label.updatedAt.toISOString()} lang={lang} timeZone={timeZone} /> },
        { head: texts.columns.author, cell: (row) => row.label && signed(row.label.author, lang) },
        { head: texts.columns.publisher, short: texts.publishedBy, cell: (row) => row.label && signed(row.label.publisher, lang) },
        {
          head: texts.columns.compare,
          cell: ({ number, earlier }) =>
            earlier === undefined ? (
              <span class="kg-quiet">{texts.firstRevision}</span>
            ) : (
              <a href={addressOf('comparison', lang, { ...own, from: earlier, to: number })} aria-label={texts.compareLabel(number, earlier)}>
                {texts.compareWith(earlier)}
              </a>
            ),
        },
      ]}
      rows={rows}
    />
  );
};
