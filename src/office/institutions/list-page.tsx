import { compareTexts } from '#lang/names.ts';
import { wordsFor } from '#lang/words.ts';
import { countInstitutions, institutionKinds, listInstitutions, type InstitutionFilter, type KeptInstitution } from '#offers/index.ts';
import { themes } from '#register/index.ts';
import { Button, Select, TextInput } from '#ui/fields.tsx';
import { Moment } from '#ui/moments.tsx';
import { Pagination } from '#ui/pagination.tsx';
import { Empty } from '#ui/section.tsx';
import { Table, type Column } from '#ui/table.tsx';
import { requireRole, type Asked, type Sheet } from '../page.ts';
import { stateColours, stateOf, textsFor, type State } from './texts.ts';

const pageSize = 50;
const states: readonly State[] = ['active', 'waiting', 'deactivated'];

type Query = InstitutionFilter & { page: number };

/** What is not known falls back to everything: an address never fails. */
function queryIn(given: URLSearchParams): Query {
  const among = <T extends string>(values: readonly T[], name: string): T | undefined => values.find((one) => one === given.get(name));
  const q = given.get('q')?.trim().slice(0, 100);
  const page = Number(given.get('page'));
  return {
    q: q === '' ? undefined : q,
    kind: among(institutionKinds, 'kind'),
    theme: among(themes, 'theme'),
    state: among(states, 'state'),
    page: Number.isInteger(page) && page >= 1 && page < 100_000 ? page : 1,
  };
}

function addressOfList({ page, ...filter }: Query): string {
  const query = new URLSearchParams(Object.entries(filter).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
  if (page > 1) query.set('page', String(page));
  return `/office/institutions${query.size === 0 ? '' : `?${query.toString()}`}`;
}

export async function showInstitutions(asked: Asked): Promise<Sheet> {
  requireRole(asked, 'offers-coordinator', 'administrator');
  const { desk, lang, city } = asked;
  const query = queryIn(asked.query);
  const { rows, total } = await desk.db.read(async (reader) => ({
    total: await countInstitutions(reader, query),
    rows: await listInstitutions(reader, query, { limit: pageSize, offset: (query.page - 1) * pageSize }),
  }));
  const texts = textsFor(lang);
  const words = wordsFor(lang);
  const isFiltered = [query.q, query.kind, query.theme, query.state].some((one) => one !== undefined);
  const columns: Column<KeptInstitution & { people: number }>[] = [
    { head: texts.columns.name, cell: (one) => <a href={`/office/institutions/${one.id}`}>{one.name}</a> },
    { head: texts.columns.kind, cell: (one) => words.institutionKind[one.kind] },
    { head: texts.columns.themes, cell: (one) => one.themes.map((theme) => words.theme[theme]).join(', ') || '–' },
    { head: texts.columns.people, cell: (one) => String(one.people), numeric: true },
    { head: texts.columns.state, cell: (one) => <span class={`govuk-tag govuk-tag--${stateColours[stateOf(one)]}`}>{texts.states[stateOf(one)]}</span> },
    { head: texts.columns.since, cell: (one) => <Moment at={one.createdAt.toISOString().slice(0, 10)} lang={lang} timeZone={city.timeZone} /> },
  ];
  return {
    title: texts.title,
    rail: 'institutions',
    content: (
      <>
        <div class="kg-desk__top">
          <h1>{texts.title}</h1>
          <a class="govuk-button" href="/office/institutions/new">
            {texts.enter}
          </a>
        </div>
        <p>{texts.lead}</p>
        <Filter query={query} lang={lang} />
        <p>
          <output>{texts.count(total)}</output>
        </p>
        {rows.length === 0 ? (
          <Empty title={isFiltered ? texts.none : texts.empty}>
            {isFiltered && (
              <p>
                <a href="/office/institutions">{texts.all}</a>
              </p>
            )}
          </Empty>
        ) : (
          <section class="kg-panel" aria-label={texts.title}>
            <Table lang={lang} id="institutions" caption={texts.caption} columns={columns} rows={rows} />
          </section>
        )}
        <Pagination page={query.page} pages={Math.ceil(total / pageSize)} hrefOf={(page) => addressOfList({ ...query, page })} lang={lang} />
      </>
    ),
  };
}

const Filter = ({ query, lang }: { query: Query; lang: Asked['lang'] }) => {
  const texts = textsFor(lang);
  const words = wordsFor(lang);
  const any = { value: '', text: texts.any };
  const inOrder = <T extends string>(values: readonly T[], said: Record<T, string>) =>
    values.map((value) => ({ value, text: said[value] })).toSorted((a, b) => compareTexts(lang)(a.text, b.text));
  return (
    <form method="get" action="/office/institutions" class="kg-panel" aria-label={texts.title}>
      <div class="kg-form kg-form--row">
        <TextInput name="q" label={texts.filters.q} lang={lang} type="search" value={query.q} maxlength={100} />
        <Select name="kind" label={texts.filters.kind} lang={lang} value={query.kind ?? ''} options={[any, ...inOrder(institutionKinds, words.institutionKind)]} />
        <Select name="theme" label={texts.filters.theme} lang={lang} value={query.theme ?? ''} options={[any, ...inOrder(themes, words.theme)]} />
        <Select
          name="state"
          label={texts.filters.state}
          lang={lang}
          value={query.state ?? ''}
          options={[any, ...states.map((state) => ({ value: state, text: texts.states[state] }))]}
        />
      </div>
      <div class="kg-form__foot">
        <Button>{texts.show}</Button>
      </div>
    </form>
  );
};
