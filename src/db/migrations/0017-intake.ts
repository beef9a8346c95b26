import { sql, type Kysely } from 'kysely';

/**
 * What secretariats send, and what institutions tell of offers that they used without the city. Neither is a record: the words
 * and the persons in them are erased some time after the item is settled; that it came, when, and what became of it stays.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  // The fingerprint tells the same mail given twice; it goes with the text, so that a later one is not led to an empty item.
  await sql`create table intake_items (
    id uuid primary key,
    arrived_at timestamptz not null,
    via text not null check (via in ('pasted', 'uploaded', 'folder')),
    sender_name text,
    sender_address text,
    sender_domain text,
    subject text,
    body text,
    is_cut boolean not null default false,
    url text,
    sent_at timestamptz,
    attachments jsonb not null default '[]',
    fingerprint text unique,
    state text not null check (state in ('new', 'drafted', 'set-aside')),
    reason text,
    draft_id uuid,
    settled_at timestamptz,
    settled_by uuid references actors (id),
    erased_at timestamptz,
    check ((state = 'new') = (settled_at is null)),
    check ((state = 'set-aside') = (reason is not null)),
    check (erased_at is null or (settled_at is not null and sender_name is null and sender_address is null and subject is null and body is null and fingerprint is null))
  )`.execute(db);
  await sql`create index intake_items_by_state on intake_items (state, id desc)`.execute(db);
  await sql`create index intake_items_to_erase on intake_items (settled_at) where erased_at is null`.execute(db);

  // institution_key tells one institution from another where its name was given; it is no name.
  await sql`create table offer_uses (
    id uuid primary key,
    at timestamptz not null,
    offer_id uuid not null references records (id),
    lang text not null check (lang in ('pl', 'en')),
    kind text not null check (kind in ('school', 'university', 'library', 'museum', 'cultural-institution', 'ngo', 'firm', 'other')),
    name text,
    email text,
    institution_key text,
    outcome text not null check (outcome in ('used', 'waiting', 'nothing')),
    happened text,
    told text,
    fingerprint text unique,
    state text not null check (state in ('new', 'drafted', 'set-aside')),
    reason text,
    draft_id uuid,
    settled_at timestamptz,
    settled_by uuid references actors (id),
    erased_at timestamptz,
    check ((state = 'new') = (settled_at is null)),
    check ((state = 'set-aside') = (reason is not null)),
    check (erased_at is null or (settled_at is not null and name is null and email is null and told is null and fingerprint is null))
  )`.execute(db);
  await sql`create index offer_uses_by_offer on offer_uses (offer_id)`.execute(db);
  await sql`create index offer_uses_by_state on offer_uses (state, id desc)`.execute(db);
  await sql`create index offer_uses_to_erase on offer_uses (settled_at) where erased_at is null`.execute(db);
  await sql`grant select, insert, update, delete on intake_items, offer_uses to koga_app`.execute(db);
}
