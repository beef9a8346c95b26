import { type Client } from 'pg';
import { titleBegins } from '../../src/publishing/search-document.ts';

/**
 * The example many times over in one store: every organisation, membership, act, cost, office, activity, effect and list of members again, each copy with
 * names of its own, its labels, its lines in the change register and its search documents. Units, objectives and articles stay as they are: a city does
 * not get more of them. Only public rows are copied, as no page that is measured here reads bodies of revisions.
 */
export async function growTo(owner: Client, factor: number, before: number): Promise<void> {
  await owner.query('set synchronous_commit = off');
  await owner.query(`set maintenance_work_mem = '512MB'`);
  // No checks of references while copying: every row that is referred to is copied too.
  await owner.query('set session_replication_role = replica');
  await owner.query(`create table if not exists bench_originals as
    select id, kind from records where kind in ('network', 'organisation', 'membership', 'act', 'ask', 'function', 'event', 'project', 'award', 'effect')`);
  const { rows: indexes } = await owner.query<{ name: string; definition: string }>(
    `select indexname as name, indexdef as definition from pg_indexes
     where schemaname = 'public' and (indexdef like '% USING gin %' or indexname in ('search_words_by_weight', 'search_words_by_age'))`,
  );
  for (const { name } of indexes) await owner.query(`drop index ${name}`);
  for (const [table, changes] of Object.entries(copied)) {
    const { rows: columns } = await owner.query<{ name: string }>(
      `select column_name as name from information_schema.columns where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER' order by ordinal_position`,
      [table],
    );
    const [key = ''] = Object.keys(changes);
    const values = columns.map(({ name }) => changes[name] ?? `original.${name}`);
    await owner.query(
      `insert into ${table} (${columns.map(({ name }) => name).join(', ')})
       select ${values.join(', ')} from ${table} as original join bench_originals on bench_originals.id = original.${key}, generate_series($1::int, $2::int) as n`,
      [before, factor - 1],
    );
  }
  // The words of the copies, as publishing writes those of a record; in the order of their key, which a large index takes best.
  await owner.query(`
    insert into search_words (record_id, lang, word, kind, in_title, rank, title)
    select record_id, lang, lexeme, kind, title_words @@ its, ts_rank(words, its, 1), left(title_folded, ${titleBegins})
    from (select * from search_documents where not exists (select from search_words where search_words.record_id = search_documents.record_id) order by record_id, lang) as documents,
      unnest(words), lateral (select quote_literal(lexeme)::tsquery as its) as query`);
  for (const { definition } of indexes) await owner.query(definition);
  await owner.query('update register_version set version = version + 1, changed_at = now()');
  await owner.query('vacuum analyze');
}

/** The same copy of the same record has the same id wherever it is named. */
const again = (column: string): string => `md5(original.${column}::text || '/' || n)::uuid`;
const numbered = (column: string): string => `original.${column} || ' ' || n`;
/** Names of a copy are words that no other copy has. */
const renamed = (column: string): string => `regexp_replace(original.${column}, '([a-z0-9]+)', n || '\\1', 'g')`;

/** The copied tables; the first column of each is that of the original record, the others are what a copy has of its own. */
const copied: Record<string, Record<string, string>> = {
  records: { id: again('id'), slug: `original.slug || '-' || n` },
  revisions: { record_id: again('record_id'), id: again('id'), based_on: 'null', body: `'{}'` },
  labels: { record_id: again('record_id'), revision_id: again('revision_id') },
  changes: {
    record_id: again('record_id'),
    id: again('id'),
    revision_id: again('revision_id'),
    record_slug: `original.record_slug || '-' || n`,
    title_pl: numbered('title_pl'),
    title_en: numbered('title_en'),
    at: `original.at - n * interval '1 hour'`,
  },
  current_revisions: { record_id: again('record_id'), revision_id: again('revision_id') },
  search_documents: {
    record_id: again('record_id'),
    title: numbered('title'),
    title_folded: renamed('title_folded'),
    folded: `${renamed('title_folded')} || substr(original.folded, length(original.title_folded) + 1)`,
    exact: `array(select n || name from unnest(original.exact) as name)`,
  },
  organisations: {
    id: again('id'),
    network_id: again('network_id'),
    name_pl: numbered('name_pl'),
    name_en: numbered('name_en'),
    folded: renamed('folded'),
  },
  memberships: { id: again('id'), organisation_id: again('organisation_id') },
  membership_statuses: { membership_id: again('membership_id') },
  acts: { id: again('id') },
  act_memberships: { act_id: again('act_id'), membership_id: again('membership_id') },
  asks: { id: again('id'), membership_id: again('membership_id') },
  functions: { id: again('id'), organisation_id: again('organisation_id') },
  activities: { id: again('id') },
  activity_organisations: { activity_id: again('activity_id'), organisation_id: again('organisation_id') },
  effects: { id: again('id'), organisation_id: again('organisation_id'), same_thing: `original.same_thing || '-' || n` },
  networks: { id: again('id'), name_pl: numbered('name_pl'), name_en: numbered('name_en') },
  // Other places, or a thousand lists would tell of the same few hundred cities.
  network_members: { network_id: again('network_id'), geonames: 'original.geonames + n * 100000000::bigint', folded: renamed('folded') },
};
