import type { Child } from '#markup/markup.ts';
import type { Lang } from '#lang/lang.ts';
import { tidy } from '#lang/typography.ts';
import { labelOfRevision, type LabelFacts } from '#publishing/history.ts';
import { readReferences, type References } from '#publishing/shown/references.ts';
import { recordFacts } from '#publishing/shown/record-facts.tsx';
import { textsFor } from '#publishing/shown/texts.ts';
import { ArchiveBanner, Banner } from '#ui/banner.tsx';
import { SummaryList } from '#ui/facts.tsx';
import { momentInWords } from '#ui/moments.tsx';
import { PageTitle, Section } from '#ui/section.tsx';
import { sourceNotes } from '#ui/source-notes.ts';
import { SourceSection } from '#ui/sources.tsx';
import { addressOf } from '#web/paths.ts';
import { notFound, publicPage } from '../page.ts';
import { textsFor as siteTexts } from '../shell.tsx';
import { archivedIn, readPast, type Archived, type Past } from './read.ts';

type View = Past & { archived: Archived; label: LabelFacts | undefined; references: References };

export const revisionPage = publicPage<View>({
  name: 'revision',
  section: 'changes',
  async read(asked) {
    const number = asked.given['number'] ?? '';
    const past = await readPast(asked, (slug) => addressOf('revision', asked.lang, { kind: asked.given['kind'] ?? '', slug, number }));
    if ('elsewhere' in past) return past;
    const archived = archivedIn(past, number);
    if (!archived) return notFound;
    return { ...past, archived, label: await labelOfRevision(asked.reader, archived.revision.id), references: await readReferences(asked.reader, asked.kinds, [archived.content]) };
  },
  show(view, { lang, city }) {
    const texts = textsFor(lang);
    const { kind, record, archived } = view;
    const { revision, content, sources } = archived;
    const title = archived.title[lang];
    const history = addressOf('history', lang, { kind: kind.plural, slug: record.slug });
    const notes = sourceNotes();
    notes.refs(
      sources,
      sources.map((one) => one.id),
    );
    const around = { lang, notes, sources, references: view.references };
    return {
      title: texts.revisionOf(revision.number, title),
      description: texts.descriptions.revision,
      noIndex: true,
      crumbs: [
        { text: siteTexts(lang).nav.changes, href: addressOf('changes', lang) },
        { text: texts.title, href: history },
        { text: texts.revision(revision.number), href: addressOf('revision', lang, { kind: kind.plural, slug: record.slug, number: revision.number }) },
      ],
      label: view.label && { facts: view.label, history },
      content: (
        <>
          <StateBanner view={view} history={history} lang={lang} timeZone={city.timeZone} />
          <PageTitle title={tidy(texts.revision(revision.number), lang)} lead={title} />
          <Section id={texts.ids.content} heading={tidy(texts.content, lang)} intro={<ContentIntro view={view} lang={lang} />} first>
            <SummaryList rows={recordFacts(kind, content.shown, around)} />
          </Section>
          <SourceSection notes={notes} lang={lang} />
        </>
      ),
    };
  },
  json: ({ kind, record, archived, label, current }) => ({
    kind: kind.name,
    slug: record.slug,
    number: archived.revision.number,
    schemaVersion: kind.schemaVersion,
    title: archived.title,
    publishedAt: archived.revision.publishedAt.toISOString(),
    isCurrent: archived.revision.current,
    current: current ?? null,
    label: label ?? null,
    body: archived.content.shown,
  }),
});

const StateBanner = ({ view, history, lang, timeZone }: { view: View; history: string; lang: Lang; timeZone: string }) => {
  const texts = textsFor(lang);
  const { archived, current } = view;
  const { number } = archived.revision;
  const published = archived.revision.publishedAt.toISOString();
  if (!archived.revision.current) return <ArchiveBanner lang={lang} revision={number} published={published} current={current?.href[lang]} history={history} timeZone={timeZone} />;
  const page = current?.href[lang];
  const hasPage = page !== undefined && page !== addressOf('revision', lang, { kind: view.kind.plural, slug: view.record.slug, number });
  return (
    <Banner heading={texts.isCurrent} tone="good">
      <p>{texts.isCurrentMeans(number, momentInWords(published, lang, timeZone))}</p>
      <p class="kg-banner__ways">
        {hasPage && <a href={page}>{texts.seePage}</a>}
        <a href={history}>{texts.seeAll}</a>
      </p>
    </Banner>
  );
};

const ContentIntro = ({ view, lang }: { view: View; lang: Lang }): Child => {
  const texts = textsFor(lang);
  const { kind, record, revisions, archived } = view;
  const place = revisions.findIndex((one) => one.number === archived.revision.number);
  const pairs = [
    [revisions[place + 1], revisions[place]],
    [revisions[place], revisions[place - 1]],
  ].flatMap(([from, to]) => (from && to ? [{ from: from.number, to: to.number }] : []));
  return (
    <>
      {texts.contentIntro}
      {pairs.map(({ from, to }) => (
        <>
          {' '}
          <a href={addressOf('comparison', lang, { kind: kind.plural, slug: record.slug, from, to })}>{texts.comparison(from, to)}</a>.
        </>
      ))}
    </>
  );
};
