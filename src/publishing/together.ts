import { sql, type RawBuilder } from 'kysely';
import type { Reader } from '#db/handles.ts';

/**
 * Two questions in one: to ask costs more than most answers do. Each brings its rows in its own order, a column a property of the same name. Null asks nothing.
 */
export async function askTogether<First, Second>(reader: Reader, first: RawBuilder<First> | null, second: RawBuilder<Second> | null): Promise<[First[], Second[]]> {
  if (first === null && second === null) return [[], []];
  const { rows } = await sql<{ first: First[]; second: Second[] }>`select ${rowsOf(first)} as first, ${rowsOf(second)} as second`.execute(reader);
  const [row] = rows;
  return row === undefined ? [[], []] : [row.first, row.second];
}

const rowsOf = (question: RawBuilder<unknown> | null) => (question === null ? sql`'[]'::json` : sql`(select coalesce(json_agg(its), '[]') from (${question}) as its)`);
