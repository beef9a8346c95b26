import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import { done, refused, type Outcome } from '#basics/outcome.ts';
import { migrations } from './migrations/index.ts';

export const latestMigration = Object.keys(migrations).toSorted().at(-1) ?? '';

/** Brings the database to this code's schema. A database that a newer Koga has migrated is left alone and refused. */
export async function migrate(owner: Kysely<unknown>): Promise<Outcome<{ ran: string[] }, 'newerDatabase' | 'mayNotMigrate'>> {
  const migrator = new Migrator({ db: owner, provider: { getMigrations: async () => migrations } });
  const table = await owner.introspection.getTables({ withInternalKyselyTables: true });
  if (table.some((one) => one.name === 'kysely_migration')) {
    const known = await unknownMigrations(owner);
    if (known.length > 0) return refused('newerDatabase', known.join(', '));
  }
  const { error, results } = await migrator.migrateToLatest();
  if (error !== undefined) {
    if (isPermissionDenied(error)) return refused('mayNotMigrate', error.message);
    throw error instanceof Error ? error : new Error('the migration failed', { cause: error });
  }
  return done({ ran: (results ?? []).filter((one) => one.status === 'Success').map((one) => one.migrationName) });
}

async function unknownMigrations(owner: Kysely<unknown>): Promise<string[]> {
  const rows = await owner.withTables<{ kysely_migration: { name: string } }>().selectFrom('kysely_migration').select('name').execute();
  return rows.map((row) => row.name).filter((name) => !(name in migrations));
}

const isPermissionDenied = (error: unknown): error is Error => error instanceof Error && 'code' in error && error.code === '42501';
