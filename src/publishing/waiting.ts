import type { Task } from '#basics/task.ts';
import type { Reader } from '#db/handles.ts';
import type { Content, Kinds } from './kind.ts';
import { titlesOf } from './references.ts';

/** Whose desk it is, and whether they may publish. */
type Person = { actorId: string; publishes: boolean };

type Waiting = { rule: string; key: string; kind: string; slug: string | null; body: unknown; schemaVersion?: number; href: string };

/** What waits for one person: drafts that they have begun, revisions that came back to them, and revisions of others that they may publish. */
export async function publishingTasks(reader: Reader, kinds: Kinds, person: Person): Promise<Task[]> {
  const waiting = [
    ...(person.publishes ? await submittedByOthers(reader, person.actorId) : []),
    ...(await returnedTo(reader, person.actorId)),
    ...(await draftsOf(reader, person.actorId)),
  ];
  const read = waiting.map((one) => ({ one, content: contentOf(kinds, one) }));
  const titles = await titlesOf(
    reader,
    read.flatMap(({ content }) => content?.references ?? []),
  );
  return read.map(({ one, content }) => ({
    key: one.key,
    rule: one.rule,
    record: one.slug === null ? null : { kind: one.kind, slug: one.slug },
    about: content && { pl: content.title('pl', titles.pl), en: content.title('en', titles.en) },
    period: null,
    said: { kind: { group: 'kinds', value: one.kind } },
    dueOn: null,
    urgency: one.rule === 'draft' ? 'none' : 'soon',
    href: one.href,
  }));
}

/** A draft may hold what no schema lets through yet; then only its kind can be said. */
function contentOf(kinds: Kinds, { kind, body, schemaVersion }: Waiting): Content | null {
  const read = kinds.find(kind)?.read(body, schemaVersion);
  return read?.ok === true ? read.value : null;
}

const lastActs = (reader: Reader) =>
  reader
    .selectFrom('publications')
    .distinctOn('publications.revisionId')
    .select(['publications.revisionId', 'publications.action'])
    .orderBy('publications.revisionId')
    .orderBy('publications.id', 'desc')
    .as('last');

const revisionsWhoseLastActIs = (reader: Reader, action: 'submitted' | 'returned') =>
  reader
    .selectFrom(lastActs(reader))
    .innerJoin('revisions', 'revisions.id', 'last.revisionId')
    .innerJoin('records', 'records.id', 'revisions.recordId')
    .where('last.action', '=', action)
    .select(['revisions.id', 'records.kind', 'records.slug', 'revisions.body', 'revisions.schemaVersion'])
    .orderBy('revisions.createdAt')
    .orderBy('revisions.id');

async function submittedByOthers(reader: Reader, actorId: string): Promise<Waiting[]> {
  const rows = await revisionsWhoseLastActIs(reader, 'submitted').where('revisions.authorId', '!=', actorId).execute();
  return rows.map((row) => ({ ...row, rule: 'to-publish', key: `to-publish:${row.id}`, href: `/office/queue/${row.id}` }));
}

/** Only while the author has not gone on: a newer revision or a draft of the record answers the return. */
async function returnedTo(reader: Reader, actorId: string): Promise<Waiting[]> {
  const rows = await revisionsWhoseLastActIs(reader, 'returned')
    .where('revisions.authorId', '=', actorId)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('revisions as newer')
            .select('newer.id')
            .whereRef('newer.recordId', '=', 'revisions.recordId')
            .where((newer) => newer('newer.number', '>', newer.ref('revisions.number'))),
        ),
      ),
    )
    .where((where) =>
      where.not(where.exists(where.selectFrom('drafts').select('drafts.id').whereRef('drafts.recordId', '=', 'revisions.recordId').where('drafts.deletedAt', 'is', null))),
    )
    .execute();
  return rows.map((row) => ({ ...row, rule: 'returned', key: `returned:${row.id}`, href: `/office/queue/${row.id}` }));
}

async function draftsOf(reader: Reader, actorId: string): Promise<Waiting[]> {
  const rows = await reader
    .selectFrom('drafts')
    .where('editorId', '=', actorId)
    .where('deletedAt', 'is', null)
    .select(['id', 'kind', 'slug', 'body'])
    .orderBy('updatedAt', 'desc')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, rule: 'draft', key: `draft:${row.id}`, href: `/office/drafts/${row.id}` }));
}
