import { compareTexts } from '#lang/names.ts';
import { dateInWords } from '#lang/dates.ts';
import type { Lang } from '#lang/lang.ts';
import { tidy } from '#lang/typography.ts';
import { wordsFor } from '#lang/words.ts';
import { inLang, themes } from '#register/index.ts';
import { Chips, Views, type AppliedFilter } from '#ui/chips.tsx';
import { EffectList } from '#ui/dated-lists.tsx';
import { Select } from '#ui/fields.tsx';
import { FilterForm } from '#ui/filter-form.tsx';
import { InLang } from '#ui/prose.tsx';
import { Empty, PageTitle, Section } from '#ui/section.tsx';
import { addressOf } from '#web/paths.ts';
import { deadlineInWords, offeredByInWords } from '../offers/texts.ts';
import { publicPage, type Asked, type Shown } from '../page.ts';
import type { Entry } from './entries.ts';
import { calendarCsv, calendarJson } from './machine.ts';
import { MonthGrid } from './month.tsx';
import { calendarAddress, calendarViews, monthOf } from './query.ts';
import { inexactIn, readCalendar, weeksOf, type CalendarView } from './read.ts';
import { entryInWords, monthInWords, textsFor } from './texts.ts';

/** Deadlines and events of all offers, as a month or as a list. */
export const calendarPage = publicPage<CalendarView>({ name: 'calendar', section: 'calendar', read: readCalendar, show, json: calendarJson, csv: calendarCsv });

function show(view: CalendarView, asked: Asked): Shown {
  const { lang, today } = asked;
  const texts = textsFor(lang);
  const { query } = view;
  const own = calendarAddress(lang, query, '', today);
  const isThis = query.view === 'list' || query.month === monthOf(today);
  return {
    title: isThis ? texts.title : texts.titleOf(monthInWords(query.month, lang).toLocaleLowerCase(lang)),
    description: texts.description,
    crumbs: [{ text: texts.nav, href: addressOf('calendar', lang) }],
    label: view.label && { facts: view.label, withRevision: false, history: addressOf('changes', lang) },
    canonicalQuery: own.split('?')[1] ?? '',
    // There are many months, and each offer has its own page.
    noIndex: !isThis,
    content: (
      <>
        <PageTitle title={tidy(texts.title, lang)} lead={tidy(texts.lead, lang)} />
        {view.any ? (
          <Content view={view} asked={asked} />
        ) : (
          <Empty title={texts.empty.title}>
            <p>{texts.empty.lead}</p>
          </Empty>
        )}
      </>
    ),
  };
}

const Content = ({ view, asked }: { view: CalendarView; asked: Asked }) => {
  const { lang, today } = asked;
  const texts = textsFor(lang);
  const { query } = view;
  const files = { theme: query.theme, organisation: query.organisation };
  return (
    <>
      <CalendarFilter view={view} lang={lang} />
      <div class="kg-bar">
        <Views
          label={texts.views.label}
          views={calendarViews.map((one) => ({
            text: texts.views[one],
            href: calendarAddress(lang, { ...files, view: one, month: query.month }, '', today),
            current: one === query.view,
          }))}
        />
      </div>
      <Applied view={view} asked={asked} />
      {query.view === 'month' ? <Month view={view} asked={asked} /> : <Listed view={view} asked={asked} />}
      <p class="kg-fig__tools">
        {texts.files}: <a href={calendarAddress(lang, files, '.ics')}>{texts.subscribe}</a> <a href={calendarAddress(lang, files, '.csv')}>CSV</a>{' '}
        <a href={calendarAddress(lang, files, '.json')}>JSON</a> <a href={addressOf('offers', lang)}>{texts.offers}</a>
      </p>
    </>
  );
};

const CalendarFilter = ({ view, lang }: { view: CalendarView; lang: Lang }) => {
  const { query, organisations } = view;
  const texts = textsFor(lang);
  const any = { value: '', text: texts.any };
  const byText = (a: { text: string }, b: { text: string }): number => compareTexts(lang)(a.text, b.text);
  const themeOptions = themes.map((theme) => ({ value: theme, text: wordsFor(lang).theme[theme] })).toSorted(byText);
  const bodies = organisations.map((one) => ({ value: one.slug, text: inLang(one.shortName, lang) })).toSorted(byText);
  return (
    <FilterForm
      lang={lang}
      action={addressOf('calendar', lang)}
      keep={query.view === 'list' ? { view: 'list' } : { month: query.month }}
      open={query.theme !== undefined || query.organisation !== undefined}
    >
      <Select name="theme" label={texts.filters.theme} lang={lang} value={query.theme ?? ''} options={[any, ...themeOptions]} />
      <Select name="organisation" label={texts.filters.organisation} lang={lang} value={query.organisation ?? ''} options={[any, ...bodies]} />
    </FilterForm>
  );
};

const Applied = ({ view, asked: { lang, today } }: { view: CalendarView; asked: Asked }) => {
  const { query, organisations } = view;
  const texts = textsFor(lang);
  const organisation = organisations.find((one) => one.slug === query.organisation);
  const chips: AppliedFilter[] = [
    ...(query.theme === undefined
      ? []
      : [{ text: texts.applied(texts.filters.theme, wordsFor(lang).theme[query.theme]), removeHref: calendarAddress(lang, { ...query, theme: undefined }, '', today) }]),
    ...(organisation === undefined
      ? []
      : [
          {
            text: texts.applied(texts.filters.organisation, inLang(organisation.shortName, lang)),
            removeHref: calendarAddress(lang, { ...query, organisation: undefined }, '', today),
          },
        ]),
  ];
  return <Chips chips={chips} clearHref={calendarAddress(lang, { view: query.view, month: query.month }, '', today)} lang={lang} />;
};

const Month = ({ view, asked }: { view: CalendarView; asked: Asked }) => {
  const { lang, today } = asked;
  const { query, previous, next } = view;
  const { month, months, none, clear } = textsFor(lang);
  const to = (one: string): string => calendarAddress(lang, { ...query, month: one }, '', today);
  const shown = new Set(weeksOf(query.month, view.entries).flatMap((week) => week.flatMap((cell) => cell?.shown ?? []).map(({ entry, what }) => `${entry.offer.slug} ${what}`)));
  const inexact = inexactIn(query.month, view.entries);
  return (
    <>
      <Section
        id={month.id}
        heading={tidy(month.heading(monthInWords(query.month, lang)), lang)}
        wide
        aside={<output>{tidy(shown.size === 0 ? month.none : month.count(shown.size), lang)}</output>}
      >
        <nav aria-label={months.label}>
          <ul class="kg-months">
            {previous !== null && (
              <li>
                <a href={to(previous)} rel="prev">
                  {'←\u00a0'}
                  {months.previous(dateInWords(previous, lang))}
                </a>
              </li>
            )}
            {query.month !== monthOf(today) && (
              <li>
                <a href={to(monthOf(today))}>{months.now}</a>
              </li>
            )}
            {next !== null && (
              <li>
                <a href={to(next)} rel="next">
                  {months.next(dateInWords(next, lang))}
                  {'\u00a0→'}
                </a>
              </li>
            )}
          </ul>
        </nav>
        <MonthGrid view={view} lang={lang} today={today} />
        {view.entries.length === 0 && (query.theme !== undefined || query.organisation !== undefined) && (
          <Empty title={none}>
            <p>
              <a href={addressOf('calendar', lang)}>{clear}</a>
            </p>
          </Empty>
        )}
      </Section>
      {inexact.length > 0 && (
        <Section id={month.inexact.id} heading={tidy(month.inexact.heading, lang)} intro={tidy(month.inexact.intro, lang)}>
          <Entries entries={inexact} asked={asked} />
        </Section>
      )}
    </>
  );
};

/** More than a page of a calendar can be read as; the files hold them all. */
const listedAtMost = 150;

const Listed = ({ view, asked }: { view: CalendarView; asked: Asked }) => {
  const { lang, today } = asked;
  const { list, none, clear } = textsFor(lang);
  const announced = view.entries.filter((entry) => entry.what !== 'expected');
  const ahead = announced.filter((entry) => entry.to >= today).slice(0, listedAtMost);
  const past = announced.filter((entry) => entry.to < today).toReversed();
  const expected = view.entries.filter((entry) => entry.what === 'expected' && entry.to >= today);
  return (
    <>
      {view.entries.length === 0 && (
        <Empty title={none}>
          <p>
            <a href={calendarAddress(lang, { view: 'list' })}>{clear}</a>
          </p>
        </Empty>
      )}
      <Section id={list.aheadId} heading={tidy(list.ahead, lang)} intro={list.aheadIntro}>
        {ahead.length === 0 ? <p class="kg-quiet">{list.noneAhead}</p> : <Entries entries={ahead} asked={asked} />}
      </Section>
      {expected.length > 0 && (
        <Section id={list.expectedId} heading={tidy(list.expected, lang)} intro={tidy(list.expectedIntro, lang)}>
          <Entries entries={expected} asked={asked} />
        </Section>
      )}
      {past.length > 0 && (
        <Section id={list.pastId} heading={tidy(list.past, lang)} intro={list.pastIntro}>
          <Entries entries={past.slice(0, listedAtMost)} asked={asked} />
        </Section>
      )}
    </>
  );
};

const Entries = ({ entries, asked: { lang, city, today } }: { entries: readonly Entry[]; asked: Asked }) => (
  <EffectList
    lang={lang}
    items={entries.map((entry) => ({
      when: tidy(whenInWords(entry, { lang, city, today }), lang),
      heading: (
        <a href={addressOf('offer', lang, { slug: entry.offer.slug })}>
          <InLang text={entry.offer.body.title} lang={lang} note={false} />
        </a>
      ),
      text: tidy(`${entryInWords(entry.what, entry, lang)} · ${offeredByInWords(entry.offer, lang)}`, lang),
    }))}
  />
);

/** The hour of a deadline matters as long as it lies ahead. */
function whenInWords({ what, date, to, offer: { body } }: Entry, told: Pick<Asked, 'lang' | 'city' | 'today'>): string {
  const deadline = to < told.today ? null : what === 'deadline' ? body.deadline : what === 'city-deadline' ? body.cityDeadline : null;
  return deadline === null ? dateInWords(date, told.lang) : deadlineInWords(deadline, told);
}
