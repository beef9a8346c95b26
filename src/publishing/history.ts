import { sql, type RawBuilder } from 'kysely';
import { remembered } from '#basics/remembered.ts';
import type { Reader } from '#db/handles.ts';
import { registerMark } from './register-state.ts';

/** The label (metka) of a published revision: the five the law and the source page ask for, when it was produced, and its number. */
export type LabelFacts = {
  author: Signatory;
  publisher: Signatory;
  body: { pl: string; en: string };
  producedAt: Date;
  publishedAt: Date;
  updatedAt: Date;
  revision: number;
};
/** A name while the law or the person's consent keeps it; the role always. */
export type Signatory = { name: string | null; role: { pl: string; en: string } };

const labelColumns = [
  'labels.bodyPl',
  'labels.bodyEn',
  'labels.producedAt',
  'labels.publishedAt',
  'labels.updatedAt',
  'labels.revisionNumber',
  'author.rolePl as authorRolePl',
  'author.roleEn as authorRoleEn',
  'publisher.rolePl as publisherRolePl',
  'publisher.roleEn as publisherRoleEn',
  'authorPerson.name as authorName',
  'publisherPerson.name as publisherName',
] as const;

const labelQuery = (reader: Reader) =>
  reader
    .selectFrom('labels')
    .innerJoin('actors as author', 'author.id', 'labels.authorId')
    .innerJoin('actors as publisher', 'publisher.id', 'labels.publisherId')
    .leftJoin('people as authorPerson', 'authorPerson.actorId', 'labels.authorId')
    .leftJoin('people as publisherPerson', 'publisherPerson.actorId', 'labels.publisherId');

type LabelRow = {
  bodyPl: string;
  bodyEn: string;
  producedAt: Date;
  publishedAt: Date;
  updatedAt: Date;
  revisionNumber: number;
  authorRolePl: string;
  authorRoleEn: string;
  publisherRolePl: string;
  publisherRoleEn: string;
  authorName: string | null;
  publisherName: string | null;
};

const labelFrom = (row: LabelRow): LabelFacts => ({
  author: { name: row.authorName, role: { pl: row.authorRolePl, en: row.authorRoleEn } },
  publisher: { name: row.publisherName, role: { pl: row.publisherRolePl, en: row.publisherRoleEn } },
  body: { pl: row.bodyPl, en: row.bodyEn },
  producedAt: row.producedAt,
  publishedAt: row.publishedAt,
  updatedAt: row.updatedAt,
  revision: row.revisionNumber,
});

/** The label of a record's current revision. */
export async function labelOf(reader: Reader, recordId: string): Promise<LabelFacts | undefined> {
  const row = await labelQuery(reader)
    .innerJoin('currentRevisions', 'currentRevisions.revisionId', 'labels.revisionId')
    .where('currentRevisions.recordId', '=', recordId)
    .select(labelColumns)
    .executeTakeFirst();
  return row && labelFrom(row);
}

/** The same as a column of a larger question; `labelFromJson` reads it. */
export const labelAsJson = (recordId: RawBuilder<unknown>): RawBuilder<unknown> => sql`(
  select json_build_object('bodyPl', labels.body_pl, 'bodyEn', labels.body_en, 'producedAt', labels.produced_at, 'publishedAt', labels.published_at,
    'updatedAt', labels.updated_at, 'revisionNumber', labels.revision_number, 'authorRolePl', author.role_pl, 'authorRoleEn', author.role_en,
    'publisherRolePl', publisher.role_pl, 'publisherRoleEn', publisher.role_en, 'authorName', author_person.name, 'publisherName', publisher_person.name)
  from current_revisions
  join labels on labels.revision_id = current_revisions.revision_id
  join actors as author on author.id = labels.author_id
  join actors as publisher on publisher.id = labels.publisher_id
  left join people as author_person on author_person.actor_id = labels.author_id
  left join people as publisher_person on publisher_person.actor_id = labels.publisher_id
  where current_revisions.record_id = ${recordId}
)`;

export type LabelJson = Omit<LabelRow, 'producedAt' | 'publishedAt' | 'updatedAt'> & Record<'producedAt' | 'publishedAt' | 'updatedAt', string>;

export const labelFromJson = (row: LabelJson | null): LabelFacts | undefined =>
  row === null ? undefined : labelFrom({ ...row, producedAt: new Date(row.producedAt), publishedAt: new Date(row.publishedAt), updatedAt: new Date(row.updatedAt) });

export async function labelOfRevision(reader: Reader, revisionId: string): Promise<LabelFacts | undefined> {
  const row = await labelQuery(reader).where('labels.revisionId', '=', revisionId).select(labelColumns).executeTakeFirst();
  return row && labelFrom(row);
}

const keepLatest = remembered<LabelFacts | null>(32);

/** The label of a page that shows many records: that of the record updated last. The same for every page of a kind, so it is read once for each state of the register. */
export async function labelOfLatest(reader: Reader, kinds?: readonly string[]): Promise<LabelFacts | undefined> {
  const label = await keepLatest([await registerMark(reader), ...(kinds ?? ['*'])].join(' '), async () => (await readLatest(reader, kinds)) ?? null);
  return label ?? undefined;
}

async function readLatest(reader: Reader, kinds: readonly string[] | undefined): Promise<LabelFacts | undefined> {
  const row = await labelQuery(reader)
    .innerJoin('currentRevisions', 'currentRevisions.revisionId', 'labels.revisionId')
    .innerJoin('records', 'records.id', 'labels.recordId')
    .$if(kinds !== undefined, (query) => query.where('records.kind', 'in', [...(kinds ?? [])]))
    .orderBy('labels.updatedAt', 'desc')
    .orderBy('labels.revisionId', 'desc')
    .select(labelColumns)
    .limit(1)
    .executeTakeFirst();
  return row && labelFrom(row);
}

export type PublishedRevision = { id: string; number: number; body: unknown; schemaVersion: number; publishedAt: Date; current: boolean; withdrawn: boolean };

/** The revisions of a record that were ever public, newest first. What was never published is not part of its history. */
export async function publishedRevisions(reader: Reader, recordId: string): Promise<PublishedRevision[]> {
  const rows = await reader
    .selectFrom('revisions')
    .innerJoin('labels', 'labels.revisionId', 'revisions.id')
    .leftJoin('currentRevisions', 'currentRevisions.revisionId', 'revisions.id')
    .select(['revisions.id', 'revisions.number', 'revisions.body', 'revisions.schemaVersion', 'labels.updatedAt as publishedAt', 'currentRevisions.recordId as shownFor'])
    .select((select) =>
      select
        .selectFrom('publications')
        .select('publications.action')
        .whereRef('publications.revisionId', '=', 'revisions.id')
        .orderBy('publications.id', 'desc')
        .limit(1)
        .as('lastAct'),
    )
    .where('revisions.recordId', '=', recordId)
    .orderBy('revisions.number', 'desc')
    .execute();
  return rows.map(({ shownFor, lastAct, ...row }) => ({ ...row, current: shownFor !== null, withdrawn: lastAct === 'withdrawn' }));
}

export type Change = {
  id: string;
  at: Date;
  change: 'new' | 'changed' | 'withdrawn' | 'restored';
  kind: string;
  slug: string;
  title: { pl: string; en: string };
  path: { pl: string; en: string };
  why: { pl: string; en: string | null } | null;
  by: Signatory;
  override: boolean;
  /** When the time of publication was set, where it was set beforehand. */
  scheduledAt: Date | null;
  revision: number;
};

export type ChangeFilter = {
  kind?: string | undefined;
  recordId?: string | undefined;
  /** Of this record, and of every record whose body, as published by the change, contains one of these: `{ organisation: 'owhc' }`. */
  about?: { recordId: string; naming: readonly object[] } | undefined;
};

/** The public change register, newest first. */
export async function listChanges(reader: Reader, filter: ChangeFilter, page: { limit: number; offset: number }): Promise<Change[]> {
  const rows = await matching(reader, filter)
    .innerJoin('actors', 'actors.id', 'changes.actorId')
    .leftJoin('people', 'people.actorId', 'changes.actorId')
    .innerJoin('revisions', 'revisions.id', 'changes.revisionId')
    .selectAll('changes')
    .select(['actors.rolePl', 'actors.roleEn', 'people.name', 'revisions.number'])
    .select((select) =>
      select
        .selectFrom('publications')
        .select((inner) => inner.fn.max('publications.at').as('at'))
        .whereRef('publications.revisionId', '=', 'changes.revisionId')
        .whereRef('publications.actorId', '=', 'changes.actorId')
        .where('publications.action', '=', 'scheduled')
        .as('scheduledAt'),
    )
    .orderBy('changes.id', 'desc')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    change: asChange(row.change),
    kind: row.recordKind,
    slug: row.recordSlug,
    title: { pl: row.titlePl, en: row.titleEn },
    path: { pl: row.pathPl, en: row.pathEn },
    why: row.whyPl === null ? null : { pl: row.whyPl, en: row.whyEn },
    by: { name: row.name, role: { pl: row.rolePl, en: row.roleEn } },
    override: row.override,
    // A revision's time is set before it is published; what happened to it afterwards was not.
    scheduledAt: row.change === 'withdrawn' ? null : row.scheduledAt,
    revision: row.number,
  }));
}

export async function countChanges(reader: Reader, filter: ChangeFilter): Promise<number> {
  const row = await matching(reader, filter)
    .select((select) => select.fn.countAll().as('count'))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

const matching = (reader: Reader, filter: ChangeFilter) =>
  reader
    .selectFrom('changes')
    .$if(filter.kind !== undefined, (query) => query.where('changes.recordKind', '=', filter.kind ?? ''))
    .$if(filter.recordId !== undefined, (query) => query.where('changes.recordId', '=', filter.recordId ?? ''))
    .$if(filter.about !== undefined, (query) =>
      query.where((where) =>
        where.or([
          where('changes.recordId', '=', filter.about?.recordId ?? ''),
          where(
            'changes.revisionId',
            'in',
            where
              .selectFrom('revisions')
              .select('revisions.id')
              .where((body) => body.or((filter.about?.naming ?? []).map((part) => sql<boolean>`${sql.ref('revisions.body')} @> ${JSON.stringify(part)}::jsonb`))),
          ),
        ]),
      ),
    );

function asChange(text: string): Change['change'] {
  if (text === 'new' || text === 'changed' || text === 'withdrawn' || text === 'restored') return text;
  throw new Error(`${text} is no kind of change`);
}
