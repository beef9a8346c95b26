import { labelOfLatest, type LabelFacts } from '#publishing/history.ts';
import { countActs, listActs, membershipsNamed, type ActFilter } from '#register/index.ts';
import { tidy } from '#lang/typography.ts';
import { Chips, type AppliedFilter } from '#ui/chips.tsx';
import { Select, TextInput } from '#ui/fields.tsx';
import { FilterForm } from '#ui/filter-form.tsx';
import { Pagination } from '#ui/pagination.tsx';
import { Empty, PageTitle, Section } from '#ui/section.tsx';
import { sourceNotes } from '#ui/source-notes.ts';
import { SourceSection } from '#ui/sources.tsx';
import { addressOf } from '#web/paths.ts';
import { publicPage, rowsFor, type Asked, type CsvTable } from '../page.ts';
import { actAsData, actCells, actColumns, membershipSlugs, withMemberships, type ActRow } from './row.ts';
import { ActTable, LawTable } from './tables.tsx';
import { textsFor } from './texts.ts';

/** A city decides on memberships a few times a year: one page holds the acts of decades. */
const pageSize = 200;
/** Nobody writes a longer number, and a longer text would only be work for the database. */
const longestSearch = 120;
const levels = ['city', 'national'] as const;

type View = { filter: ActFilter; page: number; pages: number; acts: ActRow[]; total: number; label: LabelFacts | undefined };

/** The city's acts first and the law after them: a page of both together, in this order. */
async function readActs({ reader }: Asked, filter: ActFilter, from: number, most: number): Promise<ActRow[]> {
  const wanted = (level: 'city' | 'national') => filter.level === undefined || filter.level === level;
  const city = wanted('city') ? await countActs(reader, { ...filter, level: 'city' }) : 0;
  const own = from < city ? await listActs(reader, { ...filter, level: 'city' }, { limit: most, offset: from }) : [];
  const rest = most - own.length;
  const law = wanted('national') && rest > 0 ? await listActs(reader, { ...filter, level: 'national' }, { limit: rest, offset: Math.max(0, from - city) }) : [];
  const acts = [...own, ...law];
  const periods = await membershipsNamed(reader, membershipSlugs(acts));
  return acts.map((act) => withMemberships(act, periods));
}

function filterOf(query: URLSearchParams): ActFilter {
  const q = (query.get('q') ?? '').trim().slice(0, longestSearch);
  return { q: q === '' ? undefined : q, level: levels.find((level) => level === query.get('level')) };
}

/** The page asked for, as far as there are so many. */
const pageOf = (query: URLSearchParams, pages: number): number => Math.min(Math.max(/^\d{1,6}$/.test(query.get('page') ?? '') ? Number(query.get('page')) : 1, 1), pages);

const href = (lang: Asked['lang'], filter: ActFilter, page = 1): string => {
  const query = new URLSearchParams([
    ...(filter.q === undefined ? [] : [['q', filter.q]]),
    ...(filter.level === undefined ? [] : [['level', filter.level]]),
    ...(page === 1 ? [] : [['page', String(page)]]),
  ]);
  return addressOf('acts', lang) + (query.size === 0 ? '' : `?${query}`);
};

export const actsPage = publicPage<View>({
  name: 'acts',
  section: 'acts',

  async read(asked) {
    const filter = filterOf(asked.query);
    const total = await countActs(asked.reader, filter);
    const size = rowsFor(asked, pageSize);
    const pages = Math.max(1, Math.ceil(total / size));
    const page = pageOf(asked.query, pages);
    return { filter, page, pages, total, acts: await readActs(asked, filter, (page - 1) * size, size), label: await labelOfLatest(asked.reader, ['act']) };
  },

  show(view, { lang }) {
    const texts = textsFor(lang);
    return {
      title: texts.title,
      description: texts.description,
      crumbs: [{ text: texts.nav, href: addressOf('acts', lang) }],
      noIndex: view.filter.q !== undefined,
      canonicalQuery: href(lang, view.filter, view.page).split('?')[1] ?? '',
      label: view.label && { facts: view.label, withRevision: false, history: addressOf('changes', lang) },
      content: <Content view={view} lang={lang} />,
    };
  },

  paging: ({ filter, page, pages }, { lang }) => ({ page, pages, hrefOf: (one) => href(lang, filter, one) }),
  json: (view, { lang }) => ({ items: view.acts.map((act) => actAsData(act, lang)), total: view.total, page: view.page, pages: view.pages, pageSize, label: view.label ?? null }),
  csv: (view, { lang }): CsvTable => ({ name: 'acts', columns: actColumns, rows: view.acts.map((act) => actCells.map(([, cell]) => cell(act, lang))) }),
});

const Content = ({ view, lang }: { view: View; lang: Asked['lang'] }) => {
  const texts = textsFor(lang);
  const { filter, acts, total } = view;
  const notes = sourceNotes();
  const own = acts.filter((act) => act.body.level === 'city');
  const laws = acts.filter((act) => act.body.level === 'national');
  const address = addressOf('acts', lang);
  const query = href(lang, filter, view.page).slice(address.length);
  const chips: AppliedFilter[] = [
    ...(filter.q === undefined ? [] : [{ text: texts.chip.q(filter.q), removeHref: href(lang, { ...filter, q: undefined }) }]),
    ...(filter.level === undefined ? [] : [{ text: texts.filter.levels[filter.level], removeHref: href(lang, { ...filter, level: undefined }) }]),
  ];
  const inUse = chips.length > 0;
  return (
    <>
      <PageTitle title={tidy(texts.title, lang)} lead={tidy(texts.lead, lang)} />
      <div class="kg-listhead">
        <FilterForm lang={lang} action={address} open={inUse}>
          <TextInput name="q" type="search" label={texts.filter.q} hint={texts.filter.qHint} value={filter.q} lang={lang} maxlength={longestSearch} />
          <Select
            name="level"
            label={texts.filter.level}
            value={filter.level ?? ''}
            lang={lang}
            options={[{ value: '', text: texts.filter.levels.all }, ...levels.map((level) => ({ value: level, text: texts.filter.levels[level] }))]}
          />
        </FilterForm>
        <Chips chips={chips} clearHref={address} lang={lang} />
        <div class="kg-bar">
          <p>
            <output>{tidy(view.pages > 1 ? texts.foundOnPage(total, view.page, view.pages) : inUse ? texts.found(total) : texts.all(total), lang)}</output>
          </p>
          <p class="kg-fig__tools">
            <a href={`${address}.csv${href(lang, filter).slice(address.length)}`}>CSV</a>
            <a href={`${address}.json${query}`}>JSON</a>
          </p>
        </div>
        {total === 0 && (
          <Empty title={inUse ? texts.noneFound : texts.empty}>
            {inUse && (
              <p>
                <a href={address}>{texts.clear}</a>
              </p>
            )}
          </Empty>
        )}
      </div>
      {own.length > 0 && (
        <Section id={texts.city.id} heading={tidy(texts.city.heading, lang)} intro={tidy(texts.city.intro, lang)} wide>
          <ActTable acts={own} notes={notes} lang={lang} />
        </Section>
      )}
      {laws.length > 0 && (
        <Section id={texts.national.id} heading={tidy(texts.national.heading, lang)} intro={tidy(texts.national.intro, lang)} wide>
          <LawTable acts={laws} notes={notes} lang={lang} />
        </Section>
      )}
      <Pagination page={view.page} pages={view.pages} hrefOf={(page) => href(lang, filter, page)} lang={lang} />
      <SourceSection notes={notes} lang={lang} />
    </>
  );
};
