import { holds } from '#accounts/index.ts';
import { numberInWords } from '#lang/numbers.ts';
import { Pagination } from '#ui/pagination.tsx';
import { requireRole, type Asked, type Sheet } from '../../page.ts';
import { kindName, pluralName } from '../drafts/title.ts';
import { hasForm } from '../form/has-form.ts';
import { textsOf } from '../texts.ts';
import { missingSheet } from './missing.tsx';
import { DraftsTable, RecordsTable, SearchForm, stateIn, titlesOfBodies, withTitles } from './parts.tsx';
import { pageIn, pageSize } from './register-page.tsx';
import { listDrafts, listRecords } from './store.ts';

/** The records of one kind, and those that are only being written. */
export async function kindSheet(asked: Asked): Promise<Sheet> {
  requireRole(asked, 'reader');
  const { lang, desk, query } = asked;
  const kind = desk.kinds.find(asked.given['kind'] ?? '');
  if (kind === undefined) return missingSheet(lang);
  const texts = textsOf(lang);
  const title = pluralName(kind.name, lang);
  const [typed, state, page] = [query.get('q')?.slice(0, 200) ?? '', stateIn(query.get('state')), pageIn(query.get('page'))];
  const { records, total, drafts } = await desk.db.read(async (reader) => {
    const listed = await listRecords(reader, { kind: kind.name, typed, state, lang, limit: pageSize, offset: (page - 1) * pageSize });
    const fresh = await listDrafts(reader, { kind: kind.name, isBin: false, onlyNew: true, limit: 30 });
    const titles = await titlesOfBodies(reader, desk.kinds, fresh, lang);
    return {
      total: listed.total,
      records: await withTitles(reader, desk.kinds, listed.records, lang),
      drafts: fresh.map((draft, index) => ({ ...draft, title: titles[index] ?? draft.id })),
    };
  });
  const params = new URLSearchParams({ q: typed, state });
  const isFiltered = typed.trim() !== '' || state !== 'all';
  return {
    title,
    rail: 'records',
    crumbs: [
      { text: texts.title, href: '/office/records' },
      { text: title, href: `/office/records/${kind.name}` },
    ],
    content: (
      <>
        <div class="kg-desk__top">
          <h1>{title}</h1>
          {holds(asked.person, 'editor') && hasForm(kind.name) && (
            <a class="govuk-button" href={`/office/records/${kind.name}/new`}>
              {texts.list.addOf(kindName(kind.name, lang))}
            </a>
          )}
        </div>
        {drafts.length > 0 && (
          <section class="kg-panel" aria-labelledby="drafts">
            <div class="kg-panel__head">
              <h2 id="drafts">{texts.list.newDrafts}</h2>
            </div>
            <DraftsTable id="drafts-table" caption={texts.list.draftsCaption} drafts={drafts} asked={asked} />
          </section>
        )}
        <SearchForm action={`/office/records/${kind.name}`} typed={typed} state={state} label={texts.list.searchIn(title.toLocaleLowerCase(lang))} lang={lang} />
        <section class="kg-panel" aria-labelledby="found">
          <div class="kg-panel__head">
            <h2 id="found">
              <output>{texts.list.found(numberInWords(total, lang))}</output>
            </h2>
          </div>
          {total === 0 ? (
            <p class="kg-panel__body">{isFiltered ? texts.list.empty : texts.list.none}</p>
          ) : (
            <RecordsTable id="records" caption={title} records={records} withKind={false} asked={asked} />
          )}
          <Pagination page={page} pages={Math.ceil(total / pageSize)} hrefOf={(number) => `/office/records/${kind.name}?${params.toString()}&page=${number}`} lang={lang} />
        </section>
      </>
    ),
  };
}
