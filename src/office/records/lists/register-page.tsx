import { holds } from '#accounts/index.ts';
import { numberInWords } from '#lang/numbers.ts';
import { Pagination } from '#ui/pagination.tsx';
import { requireRole, type Asked, type Sheet } from '../../page.ts';
import { inWorkingOrder, kindName, pluralName } from '../drafts/title.ts';
import { hasForm } from '../form/has-form.ts';
import { textsOf } from '../texts.ts';
import { DraftsTable, RecordsTable, SearchForm, stateIn, titlesOfBodies, withTitles } from './parts.tsx';
import { countKinds, listDrafts, listRecords } from './store.ts';

type Count = { records: number; drafts: number };

export const pageSize = 50;

export const pageIn = (text: string | null): number => (text !== null && /^[1-9]\d{0,4}$/.test(text) ? Number(text) : 1);

/** Every kind of record with its numbers, what is in work, and a search over all. */
export async function registerSheet(asked: Asked): Promise<Sheet> {
  requireRole(asked, 'reader');
  const { lang, desk, query } = asked;
  const texts = textsOf(lang);
  const [typed, state, page] = [query.get('q')?.slice(0, 200) ?? '', stateIn(query.get('state')), pageIn(query.get('page'))];
  const isSearch = typed.trim() !== '' || state !== 'all';
  const found = await desk.db.read(async (reader) => {
    if (isSearch) {
      const listed = await listRecords(reader, { kind: null, typed, state, lang, limit: pageSize, offset: (page - 1) * pageSize });
      return { total: listed.total, records: await withTitles(reader, desk.kinds, listed.records, lang), counts: new Map<string, Count>(), drafts: [] };
    }
    const drafts = await listDrafts(reader, { kind: null, isBin: false, limit: 30 });
    const titles = await titlesOfBodies(reader, desk.kinds, drafts, lang);
    return { total: 0, records: [], counts: await countKinds(reader), drafts: drafts.map((draft, index) => ({ ...draft, title: titles[index] ?? draft.id })) };
  });
  const params = new URLSearchParams({ q: typed, state });
  return {
    title: texts.title,
    rail: 'records',
    content: (
      <>
        <div class="kg-desk__top">
          <h1>{texts.title}</h1>
          <p class="kg-links">
            <a href="/office/records/bin">{texts.list.bin}</a>
          </p>
        </div>
        <SearchForm action="/office/records" typed={typed} state={state} label={texts.list.search} lang={lang} />
        {isSearch ? (
          <section class="kg-panel" aria-labelledby="found">
            <div class="kg-panel__head">
              <h2 id="found">
                <output>{texts.list.found(numberInWords(found.total, lang))}</output>
              </h2>
            </div>
            {found.total === 0 ? (
              <p class="kg-panel__body">{texts.list.empty}</p>
            ) : (
              <RecordsTable id="records" caption={texts.title} records={found.records} withKind asked={asked} />
            )}
            <Pagination page={page} pages={Math.ceil(found.total / pageSize)} hrefOf={(number) => `/office/records?${params.toString()}&page=${number}`} lang={lang} />
          </section>
        ) : (
          <>
            <ul class="kg-kinds">
              {inWorkingOrder(desk.kinds.all.map(({ name }) => name)).map((name) => {
                const count = found.counts.get(name) ?? { records: 0, drafts: 0 };
                return (
                  <li>
                    <a href={`/office/records/${name}`}>{pluralName(name, lang)}</a>
                    <span class="kg-kinds__count">{numberInWords(count.records, lang)}</span>
                    {holds(asked.person, 'editor') && hasForm(name) && (
                      <a class="kg-kinds__add" href={`/office/records/${name}/new`}>
                        {texts.list.add}
                        <span class="kg-vh">: {kindName(name, lang)}</span>
                      </a>
                    )}
                  </li>
                );
              })}
            </ul>
            <section class="kg-panel" aria-labelledby="drafts">
              <div class="kg-panel__head">
                <h2 id="drafts">{texts.list.drafts}</h2>
              </div>
              {found.drafts.length === 0 ? (
                <p class="kg-panel__body">{texts.list.noDrafts}</p>
              ) : (
                <DraftsTable id="drafts-table" caption={texts.list.draftsCaption} drafts={found.drafts} asked={asked} />
              )}
            </section>
          </>
        )}
      </>
    ),
  };
}
