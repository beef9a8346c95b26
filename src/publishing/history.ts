import { sql } from 'kysely';
import type { Reader } from '#db/handles.ts';

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

export async function labelOfRevision(reader: Reader, revisionId: string): Promise<LabelFacts | undefined> {
  const row = await labelQuery(reader).where('labels.revisionId', '=', revisionId).select(labelColumns).executeTakeFirst();
  return row && labelFrom(row);
}

/** The label of a page that shows many records: that of the record updated last. */
export async function labelOfLatest(reader: Reader, kinds?: readonly string[]): Promise<LabelFacts | undefined> {
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
        .exists(select.selectFrom('publications').select('publications.id').whereRef('publications.revisionId', '=', 'revisions.id').where('publications.action', '=', 'withdrawn'))
        .as('withdrawn'),
    )
    .where('revisions.recordId', '=', recordId)
    .orderBy('revisions.number', 'desc')
    .execute();
  return rows.map(({ shownFor, ...row }) => ({ ...row, current: shownFor !== null, withdrawn: row.withdrawn === true }));
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
  revision: number;
};

export type ChangeFilter = {
  kind?: string | undefined;
  record?: { kind: string; slug: string } | undefined;
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
    .$if(filter.record !== undefined, (query) => query.where('changes.recordKind', '=', filter.record?.kind ?? '').where('changes.recordSlug', '=', filter.record?.slug ?? ''))
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
