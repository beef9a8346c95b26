import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { storeFor } from '../../test/world.ts';
import { connectOwner } from './connect.ts';

const appendOnly = ['revisions', 'publications', 'labels', 'changes', 'audit', 'erasures'];
const attempts = (table: string): Record<string, string> => ({
  update: `update ${table} set id = id`.replace('labels set id = id', 'labels set revision_number = revision_number'),
  delete: `delete from ${table}`,
  truncate: `truncate ${table} cascade`,
  'switch off the trigger': `alter table ${table} disable trigger never_changed`,
  'drop the trigger': `drop trigger never_changed on ${table}`,
  'set the replica role': `set session_replication_role = replica`,
});

describe('the database defends what has been published', () => {
  const store = storeFor('world');

  it.each(appendOnly.flatMap((table) => Object.keys(attempts(table)).map((attempt) => [table, attempt])))(
    '%s: the role that the service works with may not %s',
    async (table, attempt) => {
      const statement = attempts(table)[attempt] ?? '';
      await expect(store().db.write((tx) => sql.raw(statement).execute(tx))).rejects.toThrow(/permission denied|never changed or removed|must be owner/);
    },
  );

  it.each(appendOnly)('%s: even its owner’s update, delete and truncate are refused by the trigger', async (table) => {
    const owner = connectOwner(store().server);
    for (const attempt of ['update', 'delete', 'truncate']) await expect(sql.raw(attempts(table)[attempt] ?? '').execute(owner)).rejects.toThrow(/never changed or removed/);
    await owner.destroy();
  });

  it('the service owns nothing and is no superuser', async () => {
    const rows = await store().db.read((reader) =>
      sql<{ super: boolean; owned: number; who: string }>`
        select rolsuper as super, current_user as who, (select count(*)::int from pg_class c where c.relowner = r.oid) as owned from pg_roles r where rolname = current_user`.execute(
        reader,
      ),
    );
    expect(rows.rows).toEqual([{ super: false, owned: 0, who: 'koga_app' }]);
  });
});

describe('the three handles', () => {
  const store = storeFor('empty');

  it('a reader’s snapshot cannot write, whatever statement reaches it', async () => {
    await expect(store().db.read((reader) => sql`delete from people`.execute(reader))).rejects.toThrow(/read-only transaction/);
  });

  it('the outer handle inside a transaction is refused, not deadlocked', async () => {
    const { db } = store();
    await expect(db.write(() => db.read(async () => 1))).rejects.toThrow(/pass the transaction on/);
    await expect(db.read(() => db.write(async () => 1))).rejects.toThrow(/pass the transaction on/);
  });

  it('days stay days, amounts stay exact and counters are numbers', async () => {
    const rows = await store().db.read((reader) =>
      sql<{ d: string; n: string; b: number }>`select '2026-11-22'::date as d, 0.10::numeric as n, 9007199254740991::bigint as b`.execute(reader),
    );
    expect(rows.rows).toEqual([{ d: '2026-11-22', n: '0.10', b: 9007199254740991 }]);
  });

  it('sorts Polish as people do', async () => {
    const rows = await store().db.read((reader) =>
      sql<{ w: string }>`select w from (values ('Łódź'), ('Lublin'), ('Mielec'), ('Ćmielów'), ('Cieszyn'), ('Zakopane'), ('Żory')) v(w) order by w collate "pl"`.execute(reader),
    );
    expect(rows.rows.map((row) => row.w)).toEqual(['Cieszyn', 'Ćmielów', 'Lublin', 'Łódź', 'Mielec', 'Zakopane', 'Żory']);
  });

  it('a database that a newer Koga has migrated is left alone', async () => {
    const { migrate } = await import('./migrate.ts');
    const owner = connectOwner(store().server);
    await sql`insert into kysely_migration (name, timestamp) values ('9999-from-the-future', '2030-01-01')`.execute(owner);
    expect(await migrate(owner)).toMatchObject({ ok: false, refusal: 'newerDatabase', detail: '9999-from-the-future' });
    await owner.destroy();
  });
});
