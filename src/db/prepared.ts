import { sql, type PostgresCursor, type PostgresPool, type PostgresPoolClient, type PostgresQueryResult, type RawBuilder } from 'kysely';
import type pg from 'pg';

const mark = '/* prepared */';

/**
 * Begins a statement that PostgreSQL is to plan once for a session and not with every asking: one that takes longer to plan than to answer, and whose text
 * is always the same. Every session keeps its plan, some hundred kilobytes, so there are to be few.
 */
export const prepared: RawBuilder<unknown> = sql.raw(mark);

/** More than there are to be; statements beyond are planned as all others. */
const mostNames = 40;

/**
 * The same pool, whose clients name marked statements where plans are kept, for PostgreSQL to find them again.
 *
 * They ask pg by callback. Of a promise that pg makes itself, each answer of a session stays reachable from the one before it, so that no answer is tidied away
 * with the young objects; a large one is a hundred kilobytes.
 */
export function lending(pool: pg.Pool, { keepsPlans }: { keepsPlans: boolean }): PostgresPool {
  const names = new Map<string, string>();
  const nameOf = (text: string): string | undefined => {
    if (!keepsPlans || !text.startsWith(mark)) return undefined;
    const known = names.get(text);
    if (known !== undefined || names.size >= mostNames) return known;
    const name = `koga_${names.size + 1}`;
    names.set(text, name);
    return name;
  };
  const lent = (client: pg.PoolClient): PostgresPoolClient => {
    function query<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>>;
    function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
    function query<R>(asked: string | PostgresCursor<R>, values: readonly unknown[] = []): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
      if (typeof asked !== 'string') throw new TypeError('nothing here reads by a cursor');
      const name = nameOf(asked);
      const answered = new Promise<pg.QueryResult>((resolve, reject) => {
        const take = (error: Error | null, result: pg.QueryResult) => (error === null ? resolve(result) : reject(error));
        if (name === undefined) client.query(asked, [...values], take);
        else client.query({ name, text: asked, values: [...values] }, take);
      });
      return answered as Promise<PostgresQueryResult<R>>;
    }
    return { query, release: (destroy) => client.release(destroy) };
  };
  // Kysely knows a client that it is lent again by being the same object.
  const known = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect();
      const its = known.get(client) ?? lent(client);
      known.set(client, its);
      return its;
    },
  };
}
