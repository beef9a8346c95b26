import { sql } from 'kysely';
import { remembered } from '#basics/remembered.ts';
import type { Reader } from '#db/handles.ts';
import type { Lang } from '#lang/lang.ts';
import { everyWordBegun, questionOf } from '#publishing/search-question.ts';
import { registerVersion } from '#publishing/store.ts';
import type { Option } from './shown.ts';

/** More records than this are asked for while one types; fewer stand in the page and work without scripts. */
const mostOptions = 200;

const latestTitle = sql`(select jsonb_build_object('pl', title_pl, 'en', title_en) from changes where changes.record_id = records.id order by changes.id desc limit 1)`;

/** All records of a kind; null where they are too many for one list. */
export async function optionsOf(reader: Reader, kind: string, lang: Lang): Promise<Option[] | null> {
  const { rows: some } = await sql<{
    many: boolean;
  }>`select count(*) > ${mostOptions} as many from (select from records where kind = ${kind} limit ${mostOptions + 1}) as first_ones`.execute(reader);
  if (some[0]?.many === true) return null;
  const { rows } = await sql<Option>`
    select slug as value, coalesce(title ->> ${lang}, slug) as text
    from (select slug, ${latestTitle} as title from records where kind = ${kind}) as listed
    order by coalesce(title ->> ${lang}, slug) collate pl, slug`.execute(reader);
  return rows;
}

/** Records of a kind whose names or addresses begin with every word typed. */
export async function suggestRecords(reader: Reader, kind: string, typed: string, lang: Lang): Promise<Option[]> {
  const { words } = questionOf(typed);
  if (words.length === 0) return [];
  const { rows } = await sql<Option>`
    select slug as value, coalesce(title ->> ${lang}, slug) as text
    from (
      select records.slug, ${latestTitle} as title
      from records
      where records.id in (
        (select id from records where kind = ${kind} and slug like ${`${words.join('-')}%`} order by slug limit 12)
        union (select record_id from search_documents where lang = 'pl' and search_documents.kind = ${kind} and words @@ ${everyWordBegun(words)} limit 12)
        union (select record_id from search_documents where lang = 'en' and search_documents.kind = ${kind} and words @@ ${everyWordBegun(words)} limit 12))
    ) as listed
    order by coalesce(title ->> ${lang}, slug) collate pl, slug`.execute(reader);
  return rows;
}

/** The titles of these records, as `organisation owhc`. */
export async function titlesOfRecords(reader: Reader, wanted: readonly { kind: string; slug: string }[], lang: Lang): Promise<Map<string, string>> {
  const keys = [...new Set(wanted.map(({ kind, slug }) => `${kind} ${slug}`))];
  if (keys.length === 0) return new Map();
  const { rows } = await sql<{ key: string; title: string }>`
    select kind || ' ' || slug as key, coalesce(title ->> ${lang}, slug) as title
    from (
      select records.kind, records.slug, ${latestTitle} as title
      from records join unnest(${wanted.map(({ kind }) => kind)}::text[], ${wanted.map(({ slug }) => slug)}::text[]) as asked (kind, slug) using (kind, slug)
    ) as found`.execute(reader);
  return new Map(rows.map(({ key, title }) => [key, title]));
}

const places = remembered<string[]>();
const mostPlaces = 300;

/** Places that stand on many lists of members, for suggestions. */
export async function knownPlaces(reader: Reader): Promise<string[]> {
  return places(String(await registerVersion(reader)), async () => {
    const { rows } = await sql<{ name: string }>`
      select coalesce(place, name) as name from network_members where role <> 'candidate' group by 1 order by count(*) desc, 1 limit ${mostPlaces}`.execute(reader);
    return rows.map((row) => row.name);
  });
}
