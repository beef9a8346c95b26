import { dayInWords } from '#lang/dates.ts';
import type { Lang } from '#lang/lang.ts';
import { tidy } from '#lang/typography.ts';
import { Banner } from '#ui/banner.tsx';
import { Chips, Views, type AppliedFilter } from '#ui/chips.tsx';
import { cityName } from '#ui/frame.tsx';
import { Pagination } from '#ui/pagination.tsx';
import { Empty, PageTitle, Section } from '#ui/section.tsx';
import { sourceNotes } from '#ui/source-notes.ts';
import { SourceSection } from '#ui/sources.tsx';
import { Table } from '#ui/table.tsx';
import { addressOf } from '#web/paths.ts';
import { publicPage, type Asked, type Shown } from '../page.ts';
import { textsFor as siteTexts } from '../shell.tsx';
import { CharacterCell, DecidedCell, OrganisationCell, SeatCell, SinceCell, StatusTag } from './cells.tsx';
import { Counting } from './counting.tsx';
import { ListMap, ListTimeline } from './drawn.tsx';
import { ListFilter } from './filter.tsx';
import { listCsv, listJson } from './machine.ts';
import { canonicalQuery, changed, listAddress, listViews, unfiltered } from './query.ts';
import { filtersIn, pageSize, readList, type ListView } from './read.ts';
import { filterInWords, textsFor } from './texts.ts';

/** What the city belongs to: periods of belonging on a day, narrowed and ordered as the address asks. */
export const organisationsPage = publicPage<ListView>({
  name: 'organisations',
  section: 'organisations',
  read: readList,
  show,
  paging: ({ query, pages }, { lang }) => ({ page: query.page, pages, hrefOf: (page) => listAddress(lang, { ...query, page }) }),
  json: listJson,
  csv: listCsv,
});

function show(view: ListView, asked: Asked): Shown {
  const { lang, city } = asked;
  const texts = textsFor(lang);
  const title = texts.question(cityName(city, lang));
  const notes = sourceNotes();
  return {
    title,
    description: texts.description(cityName(city, lang)),
    crumbs: [{ text: siteTexts(lang).nav.organisations, href: listAddress(lang) }],
    label: view.label && { facts: view.label, withRevision: false, history: addressOf('changes', lang) },
    canonicalQuery: canonicalQuery(view.query),
    content: (
      <>
        <PageTitle title={tidy(title, lang)} lead={view.query.on === undefined && view.all > 0 ? tidy(leadOf(view, lang), lang) : undefined} />
        <DayBanner view={view} asked={asked} />
        {view.all === 0 && view.query.on === undefined ? (
          <Empty title={siteTexts(lang).notYet.title}>
            <p>{siteTexts(lang).notYet.lead}</p>
          </Empty>
        ) : (
          <>
            <ListFilter view={view} lang={lang} />
            <Counting view={view} lang={lang} />
            <Section
              id={lang === 'pl' ? 'ktore' : 'which'}
              heading={tidy(texts.list.heading, lang)}
              wide
              aside={
                <div class="kg-bar">
                  <output>{tidy(countInWords(view, lang), lang)}</output>
                  <Views
                    label={texts.views.label}
                    views={listViews.map((one) => ({ text: texts.views[one], href: listAddress(lang, changed(view.query, { view: one })), current: one === view.query.view }))}
                  />
                </div>
              }
            >
              <Applied view={view} lang={lang} />
              {view.total === 0 ? <NothingFound view={view} lang={lang} /> : <Found view={view} asked={asked} notes={notes} />}
            </Section>
          </>
        )}
        <SourceSection notes={notes} lang={lang} />
      </>
    ),
  };
}

function leadOf({ all, organisations }: ListView, lang: Lang): string {
  const texts = textsFor(lang);
  return texts.lead(all, organisations) + (all > organisations ? ` ${texts.again}` : '');
}

/** A day other than today is said in words, so that nobody takes it for the present. */
const DayBanner = ({ view, asked: { lang, today } }: { view: ListView; asked: Asked }) => {
  const texts = textsFor(lang);
  if (view.query.on === undefined) return null;
  const said = view.on < today ? texts.onPast : texts.onFuture;
  return (
    <Banner heading={tidy(texts.onDay(dayInWords(view.on, lang)), lang)} tone="plain">
      <p>{tidy(said(view.all, view.organisations), lang)}</p>
      <p class="kg-banner__ways">
        <a href={listAddress(lang, changed(view.query, { on: undefined }))}>{texts.toToday}</a>
      </p>
    </Banner>
  );
};

function countInWords({ query, total, all, pages, periods }: ListView, lang: Lang): string {
  const { list } = textsFor(lang);
  const first = (query.page - 1) * pageSize + 1;
  const count = filtersIn(query).length === 0 ? list.found(total) : list.foundOf(total, all);
  return pages > 1 ? `${count}, ${list.range(first, first + periods.length - 1)}` : count;
}

const Applied = ({ view, lang }: { view: ListView; lang: Lang }) => {
  const { query } = view;
  const chips: AppliedFilter[] = filtersIn(query).map((name) => ({ text: filterInWords(name, view, lang), removeHref: listAddress(lang, changed(query, { [name]: undefined })) }));
  if (query.on !== undefined) chips.push({ text: textsFor(lang).onDay(dayInWords(query.on, lang)), removeHref: listAddress(lang, changed(query, { on: undefined })) });
  return <Chips chips={chips} clearHref={listAddress(lang, { order: query.order })} lang={lang} />;
};

const Found = ({ view, asked, notes }: { view: ListView; asked: Asked; notes: ReturnType<typeof sourceNotes> }) => {
  const { lang, today, city } = asked;
  if (view.query.view === 'timeline') return <ListTimeline view={view} lang={lang} today={today} />;
  if (view.query.view === 'map') return <ListMap view={view} city={city} lang={lang} />;
  return <Periods view={view} lang={lang} notes={notes} />;
};

const Periods = ({ view, lang, notes }: { view: ListView; lang: Lang; notes: ReturnType<typeof sourceNotes> }) => {
  const { list } = textsFor(lang);
  const { download } = siteTexts(lang);
  const { columns } = list;
  return (
    <>
      <Table
        lang={lang}
        id={lang === 'pl' ? 'okresy' : 'periods'}
        caption={list.caption}
        rows={view.periods}
        columns={[
          { head: columns.organisation, cell: (period) => <OrganisationCell period={period} lang={lang} periods={view.periodsOf.get(period.organisation.id) ?? 1} /> },
          { head: columns.since, cell: (period) => <SinceCell period={period} lang={lang} notes={notes} /> },
          { head: columns.decided, cell: (period) => <DecidedCell period={period} lang={lang} /> },
          { head: columns.character, cell: (period) => <CharacterCell period={period} lang={lang} /> },
          { head: columns.seat, cell: (period) => <SeatCell period={period} lang={lang} notes={notes} /> },
          { head: columns.status, cell: (period) => <StatusTag status={period.status} lang={lang} /> },
        ]}
      />
      <Pagination page={view.query.page} pages={view.pages} hrefOf={(page) => listAddress(lang, { ...view.query, page })} lang={lang} />
      <p class="kg-fig__tools">
        {download.heading}: <a href={listAddress(lang, { ...view.query, page: 1 }, '.csv')}>{download.csv}</a> <a href={listAddress(lang, view.query, '.json')}>{download.json}</a>
      </p>
    </>
  );
};

const NothingFound = ({ view, lang }: { view: ListView; lang: Lang }) => {
  const { empty } = textsFor(lang);
  const useful = view.without.filter((one) => one.count > 0);
  return (
    <Empty title={empty.title}>
      {useful.length > 0 && <p>{empty.next}</p>}
      {useful.length > 0 && (
        <ul>
          {useful.map(({ name, count }) => (
            <li>
              <a href={listAddress(lang, changed(view.query, { [name]: undefined }))}>{filterInWords(name, view, lang)}</a>: {tidy(empty.left(count), lang)}
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href={listAddress(lang, unfiltered(view.query))}>{empty.all}</a>
      </p>
    </Empty>
  );
};
