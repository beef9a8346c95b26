import { sql } from 'kysely';
import { fold } from '#basics/fold.ts';
import type { Reader } from '#db/handles.ts';
import { bodyOf, type Kept } from '../rows.ts';
import type { Act } from './act.ts';

export type ActFilter = {
  q?: string | undefined;
  /** Who passed it, by the claim that lists go by. */ body?: NonNullable<Act['body'][number]>['value'];
  level?: 'city' | 'national' | undefined;
  type?: Act['type'] | undefined;
};

const matching = (reader: Reader, filter: ActFilter) => {
  const words =
    filter.q === undefined
      ? []
      : fold(filter.q)
          .split(' ')
          .filter((word) => word !== '');
  return reader
    .selectFrom('acts')
    .innerJoin('records', 'records.id', 'acts.id')
    .$if(filter.level !== undefined, (query) => query.where('acts.level', '=', filter.level ?? ''))
    .$if(filter.body !== undefined, (query) => query.where(sql`${sql.ref('acts.body')} -> 'body' -> 0 ->> 'value'`, '=', filter.body ?? ''))
    .$if(filter.type !== undefined, (query) => query.where('acts.type', '=', filter.type ?? ''))
    .$if(words.length > 0, (query) => query.where((where) => where.and(words.map((word) => sql<boolean>`${sql.ref('acts.folded')} like ${`%${word}%`}`))));
};

/** Acts, the latest first. */
export async function listActs(reader: Reader, filter: ActFilter, page: { limit: number; offset: number }): Promise<Kept<Act>[]> {
  const rows = await matching(reader, filter)
    .select(['acts.id', 'records.slug', 'acts.body'])
    .orderBy('acts.decided', (order) => order.desc().nullsLast())
    .orderBy('records.slug')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  return rows.map((row) => ({ ...row, body: bodyOf<Act>(row) }));
}

/** The slugs of all acts in the order of their own page: the city's and then the law, of each the latest first. */
export async function actsInOrder(reader: Reader): Promise<string[]> {
  const rows = await matching(reader, {})
    .select('records.slug')
    .orderBy('acts.level')
    .orderBy('acts.decided', (order) => order.desc().nullsLast())
    .orderBy('records.slug')
    .execute();
  return rows.map((row) => row.slug);
}

export async function countActs(reader: Reader, filter: ActFilter): Promise<number> {
  const row = await matching(reader, filter)
    .select((select) => select.fn.countAll().as('count'))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

export async function findAct(reader: Reader, slug: string): Promise<Kept<Act> | undefined> {
  const row = await reader
    .selectFrom('acts')
    .innerJoin('records', 'records.id', 'acts.id')
    .where('records.slug', '=', slug)
    .select(['acts.id', 'records.slug', 'acts.body'])
    .executeTakeFirst();
  return row && { ...row, body: bodyOf<Act>(row) };
}

/** Whether an act that stands in public shows this file. */
export async function showsFile(reader: Reader, fileId: string): Promise<boolean> {
  const row = await reader
    .selectFrom('acts')
    .select('id')
    .where(sql<boolean>`${sql.ref('acts.body')} @> ${JSON.stringify({ files: [{ file: fileId }] })}::jsonb`)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
