import { type Client } from 'pg';

/** How much there is of everything. */
export type Size = { offers: number; institutions: number; subscriptions: number; applications: number };

/** The offer that the deadline rush goes to, and whose applications are listed. */
export const busyOffer = 'sztuka-nad-rzeka-2027';
/** Every hundredth application is for that one offer. */
const eachOfBusyOffer = 100;

/** The same id for the same number, wherever it is named. */
export const institutionId = (n: number): string => `0197c000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
const idOf = (prefix: string): string => `('${prefix}-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid`;

/**
 * The example's offers again and again, each a record of its own. They lie over almost four years, a week from one copy to the next, so that most are past,
 * as in an archive, and some hundred are open. Days alone are moved; what only has a month or a year stays.
 */
const offers = `
  create or replace function pg_temp.moved(body jsonb, way text[], days int) returns jsonb language sql as $$
    select case when length(body #>> way) = 10 then jsonb_set(body, way, to_jsonb(((body #>> way)::date + days)::text)) else body end $$;
  create temporary table copies as
    select offers.id, md5(offers.id::text || '/' || n)::uuid as copy, n, ((n % 200) - 170) * 7 as days, timestamptz '2026-09-01T08:00:00Z' as at
    from offers join records using (id), generate_series(1, $1::int) as n
    where created_at <> timestamptz '2026-09-01T08:00:00Z' and not exists (select from offers as there where there.id = md5(offers.id::text || '/' || n)::uuid)
    order by n limit greatest($1::int - (select count(*)::int from offers), 0);
  insert into records (id, kind, slug, created_at) select copy, 'offer', slug || '-' || n, at from copies join records using (id);
  insert into revisions (id, record_id, number, schema_version, body, author_id, created_at)
    select md5(copy::text || 'revision')::uuid, copy, 1, schema_version, body, author_id, at
    from copies join current_revisions on record_id = copies.id join revisions on revisions.id = revision_id;
  insert into publications (id, revision_id, record_id, action, at, actor_id)
    select md5(copy::text || 'publication')::uuid, md5(copy::text || 'revision')::uuid, copy, 'published', copies.at, author_id
    from copies join current_revisions on record_id = copies.id join revisions on revisions.id = revision_id;
  insert into labels (revision_id, record_id, author_id, publisher_id, body_pl, body_en, produced_at, published_at, updated_at, revision_number)
    select md5(copy::text || 'revision')::uuid, copy, author_id, publisher_id, body_pl, body_en, at, at, at, 1
    from copies join current_revisions on record_id = copies.id join labels on labels.revision_id = current_revisions.revision_id;
  insert into current_revisions (record_id, revision_id) select copy, md5(copy::text || 'revision')::uuid from copies;
  insert into offers (id, organisation_id, type, themes, audiences, intermediary, opens, deadline_at, city_deadline_at, begins, ends, folded, body)
    select copy, organisation_id, type, themes, audiences, intermediary, opens + days, deadline_at + days * interval '1 day', city_deadline_at + days * interval '1 day', begins + days, ends + days, folded,
      pg_temp.moved(pg_temp.moved(pg_temp.moved(pg_temp.moved(pg_temp.moved(pg_temp.moved(body, '{opens}', days), '{deadline,date}', days), '{cityDeadline,date}', days), '{begins}', days),
        '{ends}', days), '{decided,date}', days)
    from copies join offers using (id);
  drop table copies`;

const institutions = `
  insert into institutions (id, name, folded, kind, themes, description, source, created_at, confirmed_at)
    select ${idOf('0197c000')}, kind || ' nr ' || n, kind || ' nr ' || n, kind, array[theme, 'education'], 'Instytucja wymyślona do pomiaru.', 'self', '2026-01-05T09:00:00Z', '2026-01-05T09:00:00Z'
    from (select n, (array['school', 'university', 'library', 'museum', 'cultural-institution', 'ngo', 'firm', 'other'])[1 + n % 8] as kind,
      (array['culture', 'climate', 'heritage', 'environment', 'digital'])[1 + n % 5] as theme from generate_series(1, $1::int) as n) as made
    on conflict do nothing;
  insert into contacts (id, institution_id, name, email, lang, source, created_at, consent_at, confirmed_at)
    select ${idOf('0197c001')}, ${idOf('0197c000')}, 'Sekretariat', 'sekretariat@instytucja-' || n || '.example', case when n % 4 = 0 then 'en' else 'pl' end, 'self',
      '2026-01-05T09:00:00Z', '2026-01-05T09:00:00Z', '2026-01-05T09:00:00Z'
    from generate_series(1, $1::int) as n on conflict do nothing`;

const subscriptions = `
  insert into subscribers (id, email, lang, confirmed_at, looked_on)
    select ${idOf('019a0000')}, 'reader' || n || '@example.org', 'pl', '2026-11-01T12:00:00Z', '2026-11-22' from generate_series(1, $1::int) as n on conflict do nothing;
  insert into subscriptions (id, subscriber_id, filters, filters_key, rhythm, created_at, told_until)
    select id, id, filters, filters::text, 'daily', '2026-11-01T12:00:00Z', '2026-11-22T04:00:00Z'
    from (select n, ${idOf('019a0000')} as id, jsonb_build_object('theme', (array['culture', 'climate', 'heritage'])[1 + n % 3]) as filters from generate_series(1, $1::int) as n) as made
    on conflict do nothing`;

/** Every offer through the city takes applications by the form of the busy one; three steps and one short answer each, a message for every fifth. */
const applications = `
  insert into application_forms (offer_id, number, form, opened_by, opened_at)
    select offers.id, 1, form, opened_by, opened_at from offers
      join (select application_forms.* from application_forms join records on records.id = offer_id where slug = '${busyOffer}' and number = 1) as first on true
    where intermediary = 'yes' on conflict do nothing;
  insert into offer_calls (offer_id, takes, form_number, draft, updated_at)
    select offer_id, 'applications', number, form, opened_at from application_forms on conflict do nothing;
  create temporary table busy as select id from records where slug = '${busyOffer}';
  create temporary table through as select id, themes, row_number() over (order by id) - 1 as place from offers where intermediary = 'yes' and id <> (select id from busy);
  create temporary table made as
    select n, ${idOf('0197c002')} as id, case when n % ${eachOfBusyOffer} = 0 then (select id from busy) else through.id end as offer_id, through.themes,
      1 + n % $2::int as institution,
      (array['sent', 'checked', 'not-chosen', 'not-chosen', 'won', 'lost', 'passed-on', 'withdrawn'])[1 + n % 8] as state,
      timestamptz '2023-12-01T09:00:00Z' + (n % 1080) * interval '1 day' as at
    from generate_series(1, $1::int) as n join through on through.place = n % (select count(*) from through)
    where not exists (select from applications where applications.id = ${idOf('0197c002')});
  insert into applications (id, number, offer_id, form_number, state, institution_id, institution_kind, themes, answers, passed_on, outcome_on, once_key, created_at, sent_at, ended_at)
    select made.id, 'B/' || n, offer_id, 1, state, institutions.id, institutions.kind, made.themes, jsonb_build_object('f1', 'Praca nr ' || n, 'f2', repeat('Opis pracy, która powstanie nad rzeką. ', 12)),
      case when state in ('won', 'lost', 'passed-on') then (at + interval '40 days')::date end, case when state in ('won', 'lost') then (at + interval '90 days')::date end, 'bench ' || n,
      at, at + interval '1 day', case when state in ('won', 'lost', 'not-chosen', 'withdrawn') then at + interval '90 days' end
    from made join institutions on institutions.id = ('0197c000-0000-7000-8000-' || lpad(to_hex(institution), 12, '0'))::uuid;
  insert into application_steps (id, application_id, from_state, to_state, at, role)
    select md5(made.id::text || part)::uuid, made.id, from_state, to_state, at + part * interval '1 hour', case when part < 3 then 'applicant' else 'coordinator' end
    from made cross join lateral (values (1, null, 'draft'), (2, 'draft', 'sent'), (3, 'sent', state)) as step (part, from_state, to_state);
  insert into application_messages (id, application_id, role, text, at, read_at, once_key)
    select md5(id::text || 'message')::uuid, id, case when n % 2 = 0 then 'applicant' else 'coordinator' end, 'Czy termin jest ostateczny?', at + interval '2 days', case when n % 3 = 0 then at end, 'bench ' || n
    from made where n % 5 = 0;
  drop table made;
  drop table through;
  drop table busy`;

async function statements(owner: Client, text: string, values: readonly number[]): Promise<void> {
  for (const statement of text.split(/;\n/)) await owner.query(statement, statement.includes('$2') ? [...values] : statement.includes('$1') ? values.slice(0, 1) : []);
}

/** Fills the store of an example up to so many of everything; what is there stays. */
export async function fillTo(owner: Client, size: Size): Promise<void> {
  await owner.query('set synchronous_commit = off');
  await statements(owner, offers, [size.offers]);
  await statements(owner, institutions, [size.institutions]);
  await statements(owner, subscriptions, [size.subscriptions]);
  await statements(owner, applications, [size.applications, size.institutions]);
  await owner.query('update register_version set version = version + 1, changed_at = now()');
  await owner.query('vacuum analyze');
}

/** The rush must find its call open, whenever it is measured. */
export async function keepOpen(owner: Client, today: string): Promise<void> {
  await owner.query(
    `update offers set deadline_at = $1::date + 60, city_deadline_at = $1::date + 30, opens = $1::date - 30,
       body = body || jsonb_build_object('opens', ($1::date - 30)::text)
         || jsonb_build_object('deadline', jsonb_build_object('date', ($1::date + 60)::text, 'zone', 'Europe/Warsaw'))
         || jsonb_build_object('cityDeadline', jsonb_build_object('date', ($1::date + 30)::text, 'zone', 'Europe/Warsaw'))
     from records where records.id = offers.id and slug = $2`,
    [today, busyOffer],
  );
}

/** A session for each of the first contacts; the hash as src/offers/institutions/token.ts makes it. */
export async function openSessions(owner: Client, hashes: readonly string[]): Promise<void> {
  await owner.query(
    `insert into contact_sessions (token_hash, contact_id, created_at, expires_at)
     select hash, ('0197c001-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, now(), now() + interval '1 day' from unnest($1::text[]) with ordinality as given (hash, n)`,
    [hashes],
  );
}
