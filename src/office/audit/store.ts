import { sql } from 'kysely';
import type { Reader } from '#db/handles.ts';
import { pageSize, type AuditQuery } from './query.ts';

export type AuditRow = {
  id: string;
  at: Date;
  action: string;
  about: string | null;
  /** The name stands in the erasable table; once it is gone the role remains. */
  name: string | null;
  rolePl: string;
  roleEn: string;
  recordKind: string | null;
  recordSlug: string | null;
  revision: number | null;
};

const found = (reader: Reader, query: AuditQuery, timeZone: string) =>
  reader
    .selectFrom('audit')
    .innerJoin('actors', 'actors.id', 'audit.actorId')
    .leftJoin('people', 'people.actorId', 'audit.actorId')
    .leftJoin('records', 'records.id', 'audit.recordId')
    .leftJoin('revisions', 'revisions.id', 'audit.revisionId')
    .$if(query.person !== null, (rows) => rows.where('audit.actorId', '=', query.person ?? ''))
    .$if(query.from !== null, (rows) => rows.where('audit.at', '>=', sql<Date>`${query.from}::date::timestamp at time zone ${timeZone}`))
    .$if(query.to !== null, (rows) => rows.where('audit.at', '<', sql<Date>`(${query.to}::date + 1)::timestamp at time zone ${timeZone}`))
    .$if(query.text !== '', (rows) => {
      const like = `%${query.text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
      return rows.where((where) =>
        where.or([where('audit.action', 'ilike', like), where('audit.about', 'ilike', like), where('records.slug', 'ilike', like), where('records.kind', 'ilike', like)]),
      );
    });

/** A page of the log, the newest first; `atMost` for an export. */
export async function listAudit(reader: Reader, query: AuditQuery, timeZone: string, atMost: number = pageSize): Promise<AuditRow[]> {
  return found(reader, query, timeZone)
    .select(['audit.id', 'audit.at', 'audit.action', 'audit.about', 'people.name', 'actors.rolePl', 'actors.roleEn'])
    .select(['records.kind as recordKind', 'records.slug as recordSlug', 'revisions.number as revision'])
    .orderBy('audit.at', 'desc')
    .orderBy('audit.id', 'desc')
    .limit(atMost)
    .offset(atMost === pageSize ? (query.page - 1) * pageSize : 0)
    .execute();
}

export async function countAudit(reader: Reader, query: AuditQuery, timeZone: string): Promise<number> {
  const row = await found(reader, query, timeZone)
    .select((select) => select.fn.countAll().as('count'))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** Everybody who stands in the log and still has a name. */
export async function peopleInAudit(reader: Reader): Promise<{ id: string; name: string }[]> {
  return reader
    .selectFrom('people')
    .where((where) => where.exists(where.selectFrom('audit').whereRef('audit.actorId', '=', 'people.actorId').select('audit.id')))
    .select(['people.actorId as id', 'people.name'])
    .orderBy('people.name')
    .execute();
}
