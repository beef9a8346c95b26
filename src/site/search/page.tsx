import { numberInWords } from '#lang/numbers.ts';
import type { Lang } from '#lang/lang.ts';
import { tidy } from '#lang/typography.ts';
import { ChoiceChips } from '#ui/chips.tsx';
import { Pagination } from '#ui/pagination.tsx';
import { Empty, PageTitle, Section } from '#ui/section.tsx';
import { Table } from '#ui/table.tsx';
import { addressOf } from '#web/paths.ts';
import { publicPage, type Shown } from '../page.ts';
import { SearchForm } from './form.tsx';
import { searchJson } from './machine.ts';
import { canonicalQuery, cityKind, searchAddress } from './query.ts';
import { pageSize, readSearch, type Group, type SearchView } from './read.ts';
import { CityResult, RecordResult } from './results.tsx';
import { groupOf, textsFor } from './texts.ts';

/** Search over everything that is public, and over the cities on the networks' lists of members. */
export const searchPage = publicPage<SearchView>({
  name: 'search',
  section: 'search',
  read: readSearch,
  show: (view, { lang }) => show(view, lang),
  paging: ({ query, pages }, { lang }) => ({ page: query.page, pages, hrefOf: (page) => searchAddress(lang, { ...query, page }) }),
  json: searchJson,
});

function show(view: SearchView, lang: Lang): Shown {
  const texts = textsFor(lang);
  const { query, question } = view;
  const asked = question.words.length > 0;
  const title = query.q === '' ? texts.title : texts.titleFor(query.q);
  return {
    title,
    description: texts.description,
    crumbs: [{ text: texts.title, href: addressOf('search', lang) }],
    label: view.label && { facts: view.label, withRevision: false, history: addressOf('changes', lang) },
    noIndex: query.q !== '',
    canonicalQuery: canonicalQuery(query),
    content: (
      <>
        <PageTitle title={tidy(texts.title, lang)} lead={asked ? undefined : tidy(texts.lead, lang)} />
        <div class="kg-searchhead">
          <SearchForm lang={lang} q={query.q} />
          {query.q !== '' && (
            <p>
              <output>{asked ? tidy(countInWords(view, lang), lang) : texts.noWords}</output>
            </p>
          )}
          {asked && view.all > 0 && <Kinds view={view} lang={lang} />}
        </div>
        {asked ? <Results view={view} lang={lang} /> : <Scope view={view} lang={lang} />}
      </>
    ),
  };
}

function countInWords({ query, all, total, pages, more, like }: SearchView, lang: Lang): string {
  const texts = textsFor(lang);
  const similar = like.records.length + like.cities.length;
  const also = (similar > 0 ? `, ${texts.alsoLike(similar)}` : '') + (more ? `, ${texts.more}` : '');
  if (total === 0) return texts.none(query.q) + also;
  if (query.kind === undefined) return texts.found(all, query.q) + also;
  const first = (query.page - 1) * pageSize + 1;
  const range = pages > 1 ? `, ${texts.range(first, Math.min(total, first + pageSize - 1))}` : '';
  return texts.foundIn(total, groupOf(query.kind, lang).heading, query.q) + range + also;
}

const Kinds = ({ view: { query, counts, all }, lang }: { view: SearchView; lang: Lang }) => {
  const texts = textsFor(lang);
  const choices = [
    { text: texts.everything, count: all, href: searchAddress(lang, { q: query.q }), current: query.kind === undefined },
    ...counts.map(({ kind, total }) => ({ text: groupOf(kind, lang).heading, count: total, href: searchAddress(lang, { q: query.q, kind }), current: query.kind === kind })),
  ];
  return <ChoiceChips label={texts.kinds} choices={choices} />;
};

const Results = ({ view, lang }: { view: SearchView; lang: Lang }) => (
  <>
    {view.groups.map((group, index) => (
      <GroupSection group={group} view={view} lang={lang} first={index === 0} />
    ))}
    <Pagination page={view.query.page} pages={view.pages} hrefOf={(page) => searchAddress(lang, { ...view.query, page })} lang={lang} />
    <LikeSection view={view} lang={lang} />
    {view.total === 0 && <NothingFound view={view} lang={lang} />}
  </>
);

const GroupSection = ({ group, view: { query, question }, lang, first }: { group: Group; view: SearchView; lang: Lang; first: boolean }) => {
  const texts = textsFor(lang);
  const { id, heading } = groupOf(group.kind, lang);
  const shown = group.records.length + group.cities.length;
  return (
    <Section id={id} heading={tidy(heading, lang)} first={first} intro={group.kind === cityKind ? texts.listed : undefined}>
      <ul class="kg-found">
        {group.records.map((record) => (
          <RecordResult record={record} lang={lang} words={question.words} />
        ))}
        {group.cities.map((city) => (
          <CityResult city={city} lang={lang} words={question.words} />
        ))}
      </ul>
      {query.kind === undefined && group.total > shown && (
        <p>
          <a href={searchAddress(lang, { q: query.q, kind: group.kind })}>
            {texts.all(group.total)}
            <span class="kg-vh">{texts.allOf(heading)}</span>
          </a>
        </p>
      )}
    </Section>
  );
};

const LikeSection = ({ view: { like, all }, lang }: { view: SearchView; lang: Lang }) => {
  const texts = textsFor(lang).like;
  if (like.records.length + like.cities.length === 0) return null;
  return (
    <Section id={texts.id} heading={tidy(texts.heading, lang)} intro={tidy(texts.intro, lang)} first={all === 0}>
      <ul class="kg-found">
        {like.cities.map((city) => (
          <CityResult city={city} lang={lang} words={[]} />
        ))}
        {like.records.map((record) => (
          <RecordResult record={record} lang={lang} words={[]} kindShown />
        ))}
      </ul>
    </Section>
  );
};

const NothingFound = ({ view: { query, all }, lang }: { view: SearchView; lang: Lang }) => {
  const texts = textsFor(lang).empty;
  return (
    <Empty title={all > 0 ? textsFor(lang).none(query.q) : texts.next}>
      {all > 0 ? (
        <p>
          {tidy(texts.elsewhere(all), lang)} <a href={searchAddress(lang, { q: query.q })}>{texts.showAll}</a>
        </p>
      ) : (
        <>
          <ul class="govuk-list govuk-list--bullet">
            <li>{tidy(texts.fewer, lang)}</li>
            <li>{tidy(texts.beginning, lang)}</li>
            <li>{tidy(texts.other, lang)}</li>
            <li>
              <a href={addressOf('organisations', lang)}>{texts.list}</a>
            </li>
          </ul>
        </>
      )}
    </Empty>
  );
};

/** Before anything is typed: what there is to be found, and how. */
const Scope = ({ view, lang }: { view: SearchView; lang: Lang }) => {
  const { scope, how } = textsFor(lang);
  return (
    <>
      {view.counts.length > 0 && (
        <Section id={scope.id} heading={tidy(scope.heading, lang)} first>
          <Table
            lang={lang}
            id={`${scope.id}-t`}
            caption={scope.caption}
            rows={view.counts}
            columns={[
              { head: scope.kind, cell: ({ kind }) => groupOf(kind, lang).heading },
              { head: scope.count, cell: ({ total }) => numberInWords(total, lang), numeric: true },
            ]}
          />
        </Section>
      )}
      <Section id={how.id} heading={tidy(how.heading, lang)}>
        <ul class="govuk-list govuk-list--bullet">
          {how.rules.map((rule) => (
            <li>{tidy(rule, lang)}</li>
          ))}
        </ul>
      </Section>
    </>
  );
};
