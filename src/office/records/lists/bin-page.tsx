import { holds } from '#accounts/index.ts';
import { Table } from '#ui/table.tsx';
import { requireRole, type Asked, type Sheet } from '../../page.ts';
import { clockWords } from '../drafts/saved-words.ts';
import { binDays } from '../drafts/store.ts';
import { kindName } from '../drafts/title.ts';
import { textsOf } from '../texts.ts';
import { titlesOfBodies } from './parts.tsx';
import { listDrafts } from './store.ts';

const dayMs = 86_400_000;

/** Drafts that were put away; each can be taken back for thirty days. `another` is the open draft that stood in the way of one. */
export async function binSheet(asked: Asked, another?: string): Promise<Sheet> {
  requireRole(asked, 'reader');
  const { lang, desk } = asked;
  const texts = textsOf(lang);
  const drafts = await desk.db.read(async (reader) => {
    const listed = await listDrafts(reader, { kind: null, isBin: true, since: new Date(asked.now.getTime() - binDays * dayMs), limit: 200 });
    const titles = await titlesOfBodies(reader, desk.kinds, listed, lang);
    return listed.map((draft, index) => ({ ...draft, title: titles[index] ?? draft.id }));
  });
  return {
    title: texts.list.bin,
    rail: 'records',
    ...(another === undefined ? {} : { status: 409 }),
    crumbs: [
      { text: texts.title, href: '/office/records' },
      { text: texts.list.bin, href: '/office/records/bin' },
    ],
    content: (
      <>
        <h1>{texts.list.bin}</h1>
        {another !== undefined && (
          <p class="kg-note" role="alert">
            {texts.list.another} <a href={`/office/drafts/${another}`}>{texts.list.anotherLink}</a>
          </p>
        )}
        <p>{texts.list.binText(binDays)}</p>
        {drafts.length === 0 ? (
          <p>{texts.list.binEmpty}</p>
        ) : (
          <section class="kg-panel">
            <Table
              lang={lang}
              id="bin"
              caption={texts.list.bin}
              rows={drafts}
              columns={[
                { head: texts.list.title, cell: (row) => row.title },
                { head: texts.list.kind, cell: (row) => kindName(row.kind, lang) },
                { head: texts.list.deleted, cell: (row) => (row.deletedAt === null ? '' : clockWords(asked, row.deletedAt)) },
                {
                  head: texts.list.restore,
                  cell: (row) =>
                    holds(asked.person, 'editor') && (
                      <form method="post" action={`/office/drafts/${row.id}/restore`}>
                        <button class="kg-linklike" type="submit">
                          {texts.list.restore}
                          <span class="kg-vh">: {row.title}</span>
                        </button>
                      </form>
                    ),
                },
              ]}
            />
          </section>
        )}
      </>
    ),
  };
}
