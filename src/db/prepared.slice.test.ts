import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { storeFor } from '../../test/world.ts';
import { prepared } from './prepared.ts';

describe('a marked statement', () => {
  const store = storeFor('empty');
  const twice = sql<{ twice: number }>`${prepared} select ${21}::int * 2 as twice`;

  it('is planned once for a session and answers as before, and an unmarked one leaves nothing behind', async () => {
    const { db } = store();
    const [answers, kept] = await db.read(async (reader) => {
      const given = [];
      for (let times = 0; times < 7; times += 1) given.push((await twice.execute(reader)).rows[0]?.twice);
      await sql`select 21 * 2 as twice`.execute(reader);
      const { rows } = await sql<{ statement: string; times: number }>`
        select statement, (generic_plans + custom_plans)::int as times from pg_prepared_statements`.execute(reader);
      return [given, rows] as const;
    });
    expect(answers).toEqual(Array.from({ length: 7 }, () => 42));
    expect(kept).toEqual([{ statement: '/* prepared */ select $1::int * 2 as twice', times: 7 }]);
  });

  it('answers with what it is given, and tells a fault as any other does', async () => {
    const { db } = store();
    const divided = (by: number) => db.read((reader) => sql<{ it: number }>`${prepared} select 84 / ${by}::int as it`.execute(reader));
    expect((await divided(2)).rows).toEqual([{ it: 42 }]);
    await expect(divided(0)).rejects.toThrow('division by zero');
    expect((await divided(4)).rows).toEqual([{ it: 21 }]);
  });
});
