import { sql } from 'kysely';
import { registerVersion } from '#publishing/store.ts';
import { exportStore } from '#publishing/transfer.ts';
import type { Store } from '../../src/store.ts';
import type { Said } from './said.ts';

export type Accepted = Extract<Said, { said: 'accepted' }>;

/** How many rows each table has, and the register's version: enough to tell an empty store from a whole one and from anything between. */
export async function rowsIn({ db }: Store): Promise<Record<string, number>> {
  return db.read(async (reader) => {
    const tables = await sql<{
      name: string;
    }>`select tablename as name from pg_tables where schemaname = 'public' and tablename not like 'kysely%' and has_table_privilege(schemaname || '.' || tablename, 'select') order by tablename`.execute(
      reader,
    );
    const counts: Record<string, number> = {};
    for (const { name } of tables.rows) {
      const counted = await sql<{ rows: number }>`select count(*) as rows from ${sql.table(name)}`.execute(reader);
      counts[name] = counted.rows[0]?.rows ?? 0;
    }
    counts['version'] = await registerVersion(reader);
    return counts;
  });
}

export async function exported({ db }: Store): Promise<string> {
  const lines: string[] = [];
  await exportStore(db, async (line) => void lines.push(`${line}\n`));
  return lines.join('');
}

/** Of what was acknowledged, what is not there whole. */
export async function lost({ db }: Store, accepted: readonly Accepted[]): Promise<string[]> {
  const rows = await db.read((reader) =>
    sql<{ line: string }>`
      select given.act || ' ' || given.id as line
      from unnest(${accepted.map((one) => one.revision)}::uuid[], ${accepted.map((one) => one.act)}::text[], ${accepted.map((one) => one.title)}::text[]) as given (id, act, title)
      left join revisions on revisions.id = given.id and revisions.body #>> '{name,pl}' = given.title
      left join current_revisions current on current.record_id = revisions.record_id
      left join revisions standing on standing.id = current.revision_id
      where revisions.id is null
        or not exists (select from publications where revision_id = given.id and action in ('submitted', 'published') and record_id = revisions.record_id)
        or (given.act = 'published' and not (
          given.id in (select revision_id from publications where action = 'published')
          and given.id in (select revision_id from labels)
          and given.id in (select revision_id from changes where change in ('new', 'changed', 'restored'))
          and given.id in (select revision_id from audit where action in ('publish', 'publish as scheduled'))
          and (standing.number >= revisions.number or (standing.id is null and given.id in (select revision_id from publications where action = 'withdrawn')))
          and (standing.id = given.id or given.id in (select revision_id from publications where action in ('superseded', 'withdrawn')))
        ))`.execute(reader),
  );
  return rows.rows.map((row) => row.line);
}

/** Of everything that is there, acknowledged or not, what is only half there. */
export async function halfDone({ db }: Store): Promise<string[]> {
  const rows = await db.read((reader) =>
    sql<{ line: string }>`
      with published as (select revision_id, record_id from publications where action = 'published')
      select 'record without a revision ' || id as line from records where id not in (select record_id from revisions)
      union all select 'revision without an act ' || id from revisions where id not in (select revision_id from publications)
      union all select 'act without a row in the audit ' || id from publications where action in ('submitted', 'published') and revision_id not in (
        select revision_id from audit where revision_id is not null and (case publications.action when 'submitted' then audit.action = 'submit' else audit.action in ('publish', 'publish as scheduled') end))
      union all select 'published without a label ' || revision_id from published where revision_id not in (select revision_id from labels)
      union all select 'published without a change ' || revision_id from published where revision_id not in (select revision_id from changes)
      union all select 'label of what is not published ' || revision_id from labels where revision_id not in (select revision_id from published)
      union all select 'change of what is not published ' || revision_id from changes where revision_id not in (select revision_id from published)
      union all select 'audit of what is not there ' || id from audit where action in ('submit', 'publish', 'publish as scheduled') and revision_id not in (
        select revision_id from publications where publications.action = case audit.action when 'submit' then 'submitted' else 'published' end)
      union all select 'published and neither current nor superseded ' || revision_id from published
        where revision_id not in (select revision_id from current_revisions) and revision_id not in (select revision_id from publications where action in ('superseded', 'withdrawn'))
      union all select 'current though superseded or withdrawn ' || revision_id from current_revisions where revision_id in (select revision_id from publications where action in ('superseded', 'withdrawn'))
      union all select 'withdrawn without a change ' || revision_id from publications where action = 'withdrawn' and revision_id not in (select revision_id from changes where change = 'withdrawn')
      union all select 'withdrawn without a row in the audit ' || revision_id from publications where action = 'withdrawn' and revision_id not in (select revision_id from audit where audit.action = 'withdraw')
      union all select 'current that was not published ' || revision_id from current_revisions where revision_id not in (select revision_id from published)
      union all select 'two published at once ' || revision_id from published group by revision_id having count(*) > 1
    `.execute(reader),
  );
  return rows.rows.map((row) => row.line);
}

/** Loading raises the register's version once, and after it each publication and each withdrawal does, in its own transaction. */
export async function changedSinceLoading({ db }: Store): Promise<number> {
  return db.read(async (reader) => {
    const loaded = await reader.selectFrom('audit').select('at').where('action', '=', 'load example').executeTakeFirstOrThrow();
    const rows = await reader.selectFrom('publications').select('id').where('action', 'in', ['published', 'withdrawn']).where('at', '>', loaded.at).execute();
    return rows.length;
  });
}
