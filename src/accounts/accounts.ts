import type { Kysely } from 'kysely';
import type pg from 'pg';
import type { Db, Tx } from '#db/handles.ts';
import type { Auth } from './auth.ts';
import type { AuthOptions, Hasher } from './auth-rules.ts';
import { theLibrary } from './the-library.ts';
import { mayEnter } from './store.ts';
import { whoIs } from './who-is.ts';
import type { SignedIn } from './signed-in.ts';

/** A letter that waits to be sent, written in the same transaction as what it tells of. */
export type Letter = { to: string; subject: string; text: string; html: string };
export type SendLetter = (tx: Tx, letter: Letter, now: Date) => Promise<unknown>;

/** The city's own directory, by OpenID Connect. */
export type SingleSignOn = Readonly<{ issuer: string; clientId: string; clientSecret: string }>;

export type AccountsOptions = {
  db: Db;
  /** Connections of its own, see `connectAccounts`. */
  connections: { pool: pg.Pool; kysely: Kysely<unknown> };
  baseUrl: string;
  /** Signs cookies and keeps the secrets of code apps; never in the database. */
  secret: string;
  now: () => Date;
  log?: (line: string) => void;
  /** How letters are sent; without it links are handed over by hand. */
  sendLetter?: SendLetter | undefined;
  singleSignOn?: SingleSignOn | undefined;
  hasher?: Hasher | undefined;
};

/** Who may come in and how. Verbs take it as their first argument. */
export type Accounts = {
  db: Db;
  pool: pg.Pool;
  /** Made when somebody first comes to the office. */
  auth: () => Promise<Auth>;
  authOptions: AuthOptions;
  baseUrl: string;
  secret: string;
  now: () => Date;
  sendLetter: SendLetter | null;
  singleSignOn: SingleSignOn | null;
  whoIs: (request: Request) => Promise<SignedIn | null>;
  close: () => Promise<void>;
};

export function createAccounts({ db, connections, baseUrl, secret, now, log = () => undefined, sendLetter, singleSignOn, hasher }: AccountsOptions): Accounts {
  const { pool, kysely } = connections;
  const authOptions: AuthOptions = { kysely, baseUrl, secret, now, mayEnter: (actorId) => mayEnter(pool, actorId), log, hasher };
  let made: Promise<Auth> | undefined;
  return {
    db,
    pool,
    auth: () => (made ??= theLibrary().then(({ makeAuth }) => makeAuth(authOptions))),
    authOptions,
    baseUrl,
    secret,
    now,
    sendLetter: sendLetter ?? null,
    singleSignOn: singleSignOn ?? null,
    whoIs: (request) => whoIs({ pool, secret, now: now() }, request),
    close: () => kysely.destroy(),
  };
}
