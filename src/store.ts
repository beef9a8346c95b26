import { join } from 'node:path';
import { done, refused, type Outcome } from '#basics/outcome.ts';
import { connect, connectOwner, ensureDatabase, reachable, type Server } from '#db/connect.ts';
import { explain, startEmbedded, type EmbeddedServer } from '#db/embedded/index.ts';
import type { Db } from '#db/handles.ts';
import { migrate } from '#db/migrate.ts';
import { registerVersion } from '#publishing/store.ts';
import { packageRoot, type Config } from './config.ts';

/** The store of an installation: a migrated database, and the server below it where it is ours. */
export type Store = {
  db: Db;
  server: Server;
  embedded: EmbeddedServer | null;
  serverVersion: string;
  /** Migrations that this opening ran. */
  migrated: string[];
  close(): Promise<void>;
};

type Say = (line: string) => void;

/** Starts or finds the database server, brings the schema up to date and connects. The refusal's detail is one sentence for the operator. */
export async function openStore(config: Config, say: Say): Promise<Outcome<Store, 'cannotOpen'>> {
  const found = config.databaseUrl === null ? await ownServer(config, say) : await givenServer(config.databaseUrl);
  if (!found.ok) return found;
  const { server, embedded, version } = found.value;
  const giveUp = async (why: string): Promise<Outcome<never, 'cannotOpen'>> => {
    await embedded?.stop();
    return refused('cannotOpen', why);
  };
  const owner = connectOwner(server);
  try {
    if (server.kind === 'socket') await ensureDatabase(server);
    const migrated = await migrate(owner);
    if (!migrated.ok) return await giveUp(migrated.refusal === 'newerDatabase' ? newer(migrated.detail ?? '') : mayNot(migrated.detail ?? ''));
    const db = connect(server);
    const hindrance = await servingHindrance(db);
    if (hindrance !== null) {
      await db.close();
      return await giveUp(mayNot(hindrance));
    }
    const close = async (): Promise<void> => {
      await db.close();
      await embedded?.stop();
    };
    return done({ db, server, embedded, serverVersion: version, migrated: migrated.value.ran, close });
  } catch (error) {
    await embedded?.stop();
    throw error;
  } finally {
    await owner.destroy();
  }
}

/** Why the serving role cannot read what the owner has migrated; null where it can. */
async function servingHindrance(db: Db): Promise<string | null> {
  try {
    await db.read(registerVersion);
    return null;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '42501') return error.message;
    throw error;
  }
}

type Found = { server: Server; embedded: EmbeddedServer | null; version: string };

async function ownServer(config: Config, say: Say): Promise<Outcome<Found, 'cannotOpen'>> {
  const started = await startEmbedded({ dataFolder: join(config.dataFolder, 'db'), packageRoot, say, ...(config.pgBin === null ? {} : { pgBin: config.pgBin }) });
  if (!started.ok) return refused('cannotOpen', explain(started.refusal, started.detail));
  const { host, port, superuser, major } = started.value;
  return done({ server: { kind: 'socket', folder: host, port, superuser, database: 'koga' }, embedded: started.value, version: String(major) });
}

async function givenServer(url: string): Promise<Outcome<Found, 'cannotOpen'>> {
  const server: Server = { kind: 'url', url };
  const answer = await reachable(server);
  if (!answer.ok)
    return refused('cannotOpen', `The database in DATABASE_URL cannot be reached: ${answer.why}. Check the address, and that the server runs and lets this machine in.`);
  if (Number.parseInt(answer.version, 10) < 15) return refused('cannotOpen', `The database in DATABASE_URL is PostgreSQL ${answer.version}; Koga needs 15 or newer.`);
  return done({ server, embedded: null, version: answer.version });
}

const newer = (names: string): string => `The database was migrated by a newer Koga (${names}). Start that version, or restore an export into a fresh data folder.`;
const mayNot = (why: string): string =>
  `The account in DATABASE_URL may not prepare the database (${why}). It must own the database and may create roles, or be a member of a role koga_app that is there already.`;
