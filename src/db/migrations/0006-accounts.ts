import { sql, type Kysely } from 'kysely';

/**
 * Who may work in the office. The tables in the schema `accounts` are those of better-auth 1.7.6 (core, twoFactor, passkey), frozen here with its own
 * camelCase names; its user bears the id of our actor, a made-up address and no name. Names and addresses of people stand in `people` only, so that
 * forgetting somebody is one place.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create schema accounts`.execute(db);
  await sql`create table accounts."user" (
    id uuid primary key references actors (id),
    name text not null,
    email text not null unique,
    "emailVerified" boolean not null,
    image text,
    "createdAt" timestamptz not null,
    "updatedAt" timestamptz not null,
    "twoFactorEnabled" boolean
  )`.execute(db);
  await sql`create table accounts.session (
    id text primary key,
    "expiresAt" timestamptz not null,
    token text not null unique,
    "createdAt" timestamptz not null,
    "updatedAt" timestamptz not null,
    "ipAddress" text,
    "userAgent" text,
    "userId" uuid not null references accounts."user" (id) on delete cascade,
    "secondFactor" boolean
  )`.execute(db);
  await sql`create index on accounts.session ("userId")`.execute(db);
  await sql`create table accounts.account (
    id text primary key,
    "accountId" text not null,
    "providerId" text not null,
    "userId" uuid not null references accounts."user" (id) on delete cascade,
    "accessToken" text,
    "refreshToken" text,
    "idToken" text,
    "accessTokenExpiresAt" timestamptz,
    "refreshTokenExpiresAt" timestamptz,
    scope text,
    password text,
    "createdAt" timestamptz not null,
    "updatedAt" timestamptz not null,
    unique ("providerId", "accountId")
  )`.execute(db);
  await sql`create index on accounts.account ("userId")`.execute(db);
  await sql`create table accounts.verification (
    id text primary key,
    identifier text not null,
    value text not null,
    "expiresAt" timestamptz not null,
    "createdAt" timestamptz not null,
    "updatedAt" timestamptz not null
  )`.execute(db);
  await sql`create index on accounts.verification (identifier)`.execute(db);
  await sql`create table accounts."twoFactor" (
    id text primary key,
    secret text not null,
    "backupCodes" text not null,
    "userId" uuid not null unique references accounts."user" (id) on delete cascade,
    verified boolean,
    "failedVerificationCount" integer,
    "lockedUntil" timestamptz
  )`.execute(db);
  await sql`create index on accounts."twoFactor" (secret)`.execute(db);
  await sql`create table accounts.passkey (
    id text primary key,
    name text,
    "publicKey" text not null,
    "userId" uuid not null references accounts."user" (id) on delete cascade,
    "credentialID" text not null unique,
    counter integer not null,
    "deviceType" text not null,
    "backedUp" boolean not null,
    transports text,
    "createdAt" timestamptz,
    aaguid text
  )`.execute(db);
  await sql`create index on accounts.passkey ("userId")`.execute(db);

  // Everybody of the office, from the invitation on; `joined_at` is when the invitation was used.
  await sql`create table staff (
    actor_id uuid primary key references actors (id),
    lang text not null check (lang in ('pl', 'en')),
    invited_by uuid not null references actors (id),
    invited_at timestamptz not null,
    joined_at timestamptz,
    deactivated_at timestamptz
  )`.execute(db);
  await sql`create table account_roles (
    actor_id uuid not null references staff (actor_id) on delete cascade,
    role text not null check (role in ('editor', 'publisher', 'assessor', 'offers-coordinator', 'administrator')),
    primary key (actor_id, role)
  )`.execute(db);
  await sql`create unique index people_by_email on people (lower(email)) where email is not null`.execute(db);
  // Only hashes are kept: who reads the database cannot use the links.
  await sql`create table one_time_links (
    token_hash text primary key,
    actor_id uuid not null references staff (actor_id) on delete cascade,
    purpose text not null check (purpose in ('invitation', 'password')),
    made_by uuid not null references actors (id),
    made_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
  )`.execute(db);
  await sql`create index on one_time_links (actor_id)`.execute(db);
  // How often something was tried since when; the key is a keyed hash of an address of mail or of the network, gone within hours.
  await sql`create table sign_in_limits (
    key text primary key,
    since timestamptz not null,
    count integer not null check (count > 0)
  )`.execute(db);
  await sql`create index on sign_in_limits (since)`.execute(db);

  await sql`grant usage on schema accounts to koga_app`.execute(db);
  await sql`grant select, insert, update, delete on all tables in schema accounts to koga_app`.execute(db);
  await sql`grant select, insert, update, delete on staff, account_roles, one_time_links, sign_in_limits to koga_app`.execute(db);
}
