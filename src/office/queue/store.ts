import type { Reader } from '#db/handles.ts';
import type { Lang } from '#lang/lang.ts';

/** A revision and the act that it came to last. */
export type Waiting = {
  id: string;
  recordId: string;
  kind: string;
  slug: string;
  number: number;
  body: unknown;
  schemaVersion: number;
  basedOn: string | null;
  authorId: string;
  author: string | null;
  authorRole: { pl: string; en: string };
  state: string;
  at: Date;
  by: string | null;
  byId: string;
  why: { pl: string; en: string | null } | null;
};

/** Revisions by their last act. */
const byLastAct = (reader: Reader) =>
  reader
    .selectFrom('publications as act')
    .innerJoin('revisions', 'revisions.id', 'act.revisionId')
    .innerJoin('records', 'records.id', 'revisions.recordId')
    .innerJoin('actors as author', 'author.id', 'revisions.authorId')
    .leftJoin('people as authorPerson', 'authorPerson.actorId', 'revisions.authorId')
    .leftJoin('people as byPerson', 'byPerson.actorId', 'act.actorId')
    .where((where) =>
      where.not(where.exists(where.selectFrom('publications as later').select('later.id').whereRef('later.revisionId', '=', 'act.revisionId').whereRef('later.id', '>', 'act.id'))),
    )
    .select([
      'revisions.id',
      'revisions.recordId',
      'records.kind',
      'records.slug',
      'revisions.number',
      'revisions.body',
      'revisions.schemaVersion',
      'revisions.basedOn',
      'revisions.authorId',
      'authorPerson.name as author',
      'author.rolePl',
      'author.roleEn',
      'act.action as state',
      'act.at',
      'act.actorId as byId',
      'byPerson.name as by',
      'act.whyPl',
      'act.whyEn',
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof byLastAct>['execute']>>[number];

const waitingOf = ({ rolePl, roleEn, whyPl, whyEn, ...row }: Row): Waiting => ({
  ...row,
  authorRole: { pl: rolePl, en: roleEn },
  why: whyPl === null ? null : { pl: whyPl, en: whyEn },
});

/** So many are shown in a list; whoever has more waiting has other troubles. */
const mostRows = 500;

/** What waits for approval, the longest first. */
export async function listSubmitted(reader: Reader, given: { authorId?: string } = {}): Promise<Waiting[]> {
  const rows = await byLastAct(reader)
    .where('act.action', '=', 'submitted')
    .$if(given.authorId !== undefined, (query) => query.where('revisions.authorId', '=', given.authorId ?? ''))
    .orderBy('act.id')
    .limit(mostRows)
    .execute();
  return rows.map(waitingOf);
}

export async function listScheduled(reader: Reader): Promise<Waiting[]> {
  const rows = await byLastAct(reader).where('act.action', '=', 'scheduled').orderBy('act.id').limit(mostRows).execute();
  return rows.map(waitingOf);
}

/** What came back to an author and was not handed in anew since. */
export async function listReturned(reader: Reader, authorId: string): Promise<Waiting[]> {
  const rows = await byLastAct(reader)
    .where('act.action', '=', 'returned')
    .where('revisions.authorId', '=', authorId)
    .where((where) =>
      where.not(
        where.exists(
          where.selectFrom('revisions as newer').select('newer.id').whereRef('newer.recordId', '=', 'revisions.recordId').whereRef('newer.number', '>', 'revisions.number'),
        ),
      ),
    )
    .orderBy('act.id', 'desc')
    .limit(mostRows)
    .execute();
  return rows.map(waitingOf);
}

export async function readWaiting(reader: Reader, revisionId: string): Promise<Waiting | undefined> {
  const row = await byLastAct(reader).where('revisions.id', '=', revisionId).executeTakeFirst();
  return row && waitingOf(row);
}

/** Why the author handed it in. */
export async function whySubmitted(reader: Reader, revisionId: string): Promise<{ at: Date; why: { pl: string; en: string | null } | null } | undefined> {
  const row = await reader
    .selectFrom('publications')
    .select(['at', 'whyPl', 'whyEn'])
    .where('revisionId', '=', revisionId)
    .where('action', '=', 'submitted')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { at: row.at, why: row.whyPl === null ? null : { pl: row.whyPl, en: row.whyEn } };
}

/** Administrators and publishers who can be written to, besides one of them. */
export async function othersToTell(reader: Reader, besides: string): Promise<{ email: string; lang: Lang }[]> {
  const rows = await reader
    .selectFrom('staff')
    .innerJoin('people', 'people.actorId', 'staff.actorId')
    .select(['people.email', 'staff.lang'])
    .where('staff.deactivatedAt', 'is', null)
    .where('staff.actorId', '!=', besides)
    .where((where) =>
      where.exists(
        where
          .selectFrom('accountRoles')
          .select('accountRoles.actorId')
          .whereRef('accountRoles.actorId', '=', 'staff.actorId')
          .where('accountRoles.role', 'in', ['administrator', 'publisher']),
      ),
    )
    .orderBy('staff.actorId')
    .execute();
  return rows.flatMap(({ email, lang }) => (email === null ? [] : [{ email, lang: lang === 'en' ? 'en' : 'pl' }]));
}

export type Addressee = { actorId: string; email: string; lang: Lang };

const staffWithMail = (reader: Reader) =>
  reader
    .selectFrom('staff')
    .innerJoin('people', 'people.actorId', 'staff.actorId')
    .select(['staff.actorId', 'people.email', 'staff.lang'])
    .where('staff.deactivatedAt', 'is', null)
    .where('staff.publishingMails', '=', true)
    .where('people.email', 'is not', null);

const addressee = ({ actorId, email, lang }: { actorId: string; email: string | null; lang: string }): Addressee[] =>
  email === null || email === '' ? [] : [{ actorId, email, lang: lang === 'en' ? 'en' : 'pl' }];

/** Somebody of the office who can be written to and wants to hear of publishing. */
export async function reachable(reader: Reader, actorId: string): Promise<Addressee | undefined> {
  const row = await staffWithMail(reader).where('staff.actorId', '=', actorId).executeTakeFirst();
  return row && addressee(row)[0];
}

/** Publishers who want to hear of what is handed in, besides whoever did it. */
export async function publishersToTell(reader: Reader, besides: string): Promise<Addressee[]> {
  const rows = await staffWithMail(reader)
    .where('staff.actorId', '!=', besides)
    .where((where) =>
      where.exists(
        where.selectFrom('accountRoles').select('accountRoles.actorId').whereRef('accountRoles.actorId', '=', 'staff.actorId').where('accountRoles.role', '=', 'publisher'),
      ),
    )
    .orderBy('staff.actorId')
    .execute();
  return rows.flatMap(addressee);
}

export async function nameOf(reader: Reader, actorId: string): Promise<string | null> {
  const row = await reader.selectFrom('people').select('name').where('actorId', '=', actorId).executeTakeFirst();
  return row === undefined || row.name === '' ? null : row.name;
}
