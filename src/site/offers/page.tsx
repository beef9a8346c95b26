import { compareTexts } from '#lang/names.ts';
import type { Lang } from '#lang/lang.ts';
import { tidy } from '#lang/typography.ts';
import { wordsFor } from '#lang/words.ts';
import { audiences, offerTypes, ways } from '#offers/index.ts';
import { inLang, themes } from '#register/index.ts';
import { ChoiceChips, Chips } from '#ui/chips.tsx';
import { Select, TextInput, type Option } from '#ui/fields.tsx';
import { FilterForm } from '#ui/filter-form.tsx';
import { Pagination } from '#ui/pagination.tsx';
import { Empty, PageTitle, Section } from '#ui/section.tsx';
import { institutionAddress } from '#web/institution-paths.ts';
import { addressOf } from '#web/paths.ts';
import { calendarAddress } from '../calendar/query.ts';
import { publicPage, type Asked, type Shown } from '../page.ts';
import { offersCsv, offersJson } from './machine.ts';
import { canonicalQuery, changed, choices, filtersIn, notifyAddress, offersAddress } from './query.ts';
import { pageSize, readOffers, type OffersView } from './read.ts';
import { OfferTable } from './table.tsx';
import { filterInWords, textsFor } from './texts.ts';

/** What organisations offer: the current ones unless others are asked for, narrowed as the address says. */
export const offersPage = publicPage<OffersView>({
  name: 'offers',
  section: 'offers',
  read: readOffers,
  show,
  paging: ({ query, pages }, { lang }) => ({ page: query.page, pages, hrefOf: (page) => offersAddress(lang, { ...query, page }) }),
  json: offersJson,
  csv: offersCsv,
});

function show(view: OffersView, { lang, city }: Asked): Shown {
  const texts = textsFor(lang);
  const feed = { href: offersAddress(lang, { ...view.query, page: 1 }, '.atom'), title: feedTitle(view, city.title[lang], lang) };
  return {
    title: texts.title,
    description: texts.description,
    crumbs: [{ text: texts.nav, href: offersAddress(lang) }],
    label: view.label && { facts: view.label, withRevision: false, history: addressOf('changes', lang) },
    feeds: [feed],
    noIndex: view.query.q !== undefined,
    canonicalQuery: canonicalQuery(view.query),
    until: view.until,
    content: (
      <>
        <PageTitle title={tidy(texts.title, lang)} lead={tidy(texts.lead, lang)}>
          <p>
            {tidy(texts.institutions.text, lang)}
            {'\u00a0'}
            <a href={institutionAddress('institution', lang)}>{texts.institutions.link}</a>.
          </p>
        </PageTitle>
        {view.all === 0 ? (
          <Empty title={texts.empty.title}>
            <p>{texts.empty.lead}</p>
          </Empty>
        ) : (
          <>
            <OfferFilter view={view} lang={lang} />
            <Section id={texts.listId} heading={tidy(texts.listHeading, lang)} intro={tidy(texts.statesNote[view.query.state], lang)} wide>
              <ChoiceChips
                label={texts.states.label}
                choices={choices.map((choice) => ({
                  text: texts.states[choice],
                  href: offersAddress(lang, changed(view.query, { state: choice })),
                  count: view.counts[choice],
                  current: choice === view.query.state,
                }))}
              />
              <Chips
                chips={filtersIn(view.query).map((name) => ({
                  text: filterInWords(name, view.query, view.organisations, lang),
                  removeHref: offersAddress(lang, changed(view.query, { [name]: undefined })),
                }))}
                clearHref={offersAddress(lang, { state: view.query.state })}
                lang={lang}
              />
              <p>
                <output>{tidy(countInWords(view, lang), lang)}</output>
              </p>
              <p>
                <a href={notifyAddress(lang, view.query)} rel="nofollow">
                  {texts.notify}
                </a>
              </p>
              {view.total === 0 ? <NothingFound view={view} lang={lang} /> : <OfferTable offers={view.offers} lang={lang} city={city} />}
              <Pagination page={view.query.page} pages={view.pages} hrefOf={(page) => offersAddress(lang, { ...view.query, page })} lang={lang} />
              <p class="kg-fig__tools">
                {texts.files}: <a href={offersAddress(lang, { ...view.query, page: 1 }, '.csv')}>CSV</a> <a href={offersAddress(lang, view.query, '.json')}>JSON</a>{' '}
                <a href={feed.href}>{texts.feed}</a> <a href={calendarAddress(lang, view.query, '.ics')}>{texts.calendarFile}</a>{' '}
                <a href={calendarAddress(lang, { theme: view.query.theme, organisation: view.query.organisation })}>{texts.calendar}</a>{' '}
                <a href={addressOf('offerFigures', lang)}>{texts.figures}</a>
              </p>
            </Section>
          </>
        )}
      </>
    ),
  };
}

export function feedTitle({ query, organisations }: Pick<OffersView, 'query' | 'organisations'>, service: string, lang: Lang): string {
  const texts = textsFor(lang);
  const filters = [...filtersIn(query).map((name) => filterInWords(name, query, organisations, lang)), ...(query.state === 'current' ? [] : [texts.states[query.state]])];
  return filters.length === 0 ? texts.feedTitle(service) : texts.feedFiltered(filters.join(', '), service);
}

function countInWords({ query, total, pages, offers }: OffersView, lang: Lang): string {
  const texts = textsFor(lang);
  const first = (query.page - 1) * pageSize + 1;
  return texts.count(total) + (pages > 1 ? `, ${texts.range(first, first + offers.length - 1)}` : '');
}

/** Every filter of the list in one plain form; the choice of states stays as it is. */
const OfferFilter = ({ view, lang }: { view: OffersView; lang: Lang }) => {
  const { query, organisations } = view;
  const texts = textsFor(lang);
  const words = wordsFor(lang);
  const any: Option = { value: '', text: texts.any };
  const byText = (a: Option, b: Option): number => compareTexts(lang)(a.text, b.text);
  const options = <T extends string>(values: readonly T[], said: Record<T, string>, sorted = true): Option[] => {
    const own = values.map((value) => ({ value, text: said[value] }));
    return [any, ...(sorted ? own.toSorted(byText) : own)];
  };
  const field = (name: keyof typeof texts.filters) => ({ name, label: texts.filters[name], lang });
  const bodies = organisations.map((one) => ({ value: one.slug, text: inLang(one.shortName, lang) })).toSorted(byText);
  return (
    <FilterForm lang={lang} action={addressOf('offers', lang)} keep={query.state === 'current' ? {} : { state: query.state }} open={filtersIn(query).length > 0} many>
      <Select {...field('audience')} value={query.audience ?? ''} options={options(audiences, words.audience)} />
      <Select {...field('theme')} value={query.theme ?? ''} options={options(themes, words.theme)} />
      <Select {...field('apply')} value={query.apply ?? ''} options={options(ways, words.way, false)} />
      <Select {...field('type')} value={query.type ?? ''} options={options(offerTypes, words.offerType)} />
      <Select {...field('organisation')} value={query.organisation ?? ''} options={[any, ...bodies]} />
      <TextInput {...field('q')} type="search" value={query.q} maxlength={100} />
    </FilterForm>
  );
};

const NothingFound = ({ view, lang }: { view: OffersView; lang: Lang }) => {
  const { none, count } = textsFor(lang);
  const useful = view.without.filter((one) => one.count > 0);
  return (
    <Empty title={none.title}>
      {useful.length > 0 && <p>{none.next}</p>}
      {useful.length > 0 && (
        <ul>
          {useful.map((one) => (
            <li>
              <a href={offersAddress(lang, changed(view.query, { [one.name]: undefined }))}>{filterInWords(one.name, view.query, view.organisations, lang)}</a>:{' '}
              {tidy(count(one.count), lang)}
            </li>
          ))}
        </ul>
      )}
      {view.query.state !== 'archive' && view.counts.archive > 0 && (
        <p>
          <a href={offersAddress(lang, changed(view.query, { state: 'archive' }))}>{none.archive}</a>: {tidy(count(view.counts.archive), lang)}
        </p>
      )}
      <p>
        <a href={offersAddress(lang)}>{none.all}</a>
      </p>
    </Empty>
  );
};
