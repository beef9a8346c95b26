import { sql } from 'kysely';
import { z } from 'zod';
import type { Reader } from '#db/handles.ts';
import type { Lang } from '#lang/lang.ts';
import type { Kinds } from '#publishing/kind.ts';

/** A draft may hold anything: what cannot be a value of its field counts as not given. */
const text = z.string().trim().min(1).optional().catch(undefined);
const amount = z
  .string()
  .regex(/^\d+(\.\d+)?$/)
  .nullish()
  .catch(null);
const feeShape = z.object({
  membership: text,
  amount,
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .nullish()
    .catch(null),
  plannedAmount: amount,
  budgetClassification: text,
  dueOn: text,
  paidOn: text,
  act: text,
});

type Stage = 'published' | 'submitted' | 'draft';

/** One fee of a year, as the office has it: with the fields that the public does not see. */
export type Fee = z.infer<typeof feeShape> & { slug: string | null; stage: Stage; draftId: string | null };

const ofYear = (body: string, year: number | null) =>
  sql`${sql.ref(body)} ->> 'type' = 'fee' and (${sql.ref(body)} ->> 'year') is not distinct from ${year === null ? null : String(year)}::text`;

/** The fees of a year (null: of no known year): of each record the version that waits for approval, or else the public one; and those that are only drafts. */
export async function feesOf(reader: Reader, kinds: Kinds, year: number | null): Promise<Fee[]> {
  const standing = await sql<{ slug: string; body: unknown; schemaVersion: number; action: string; draftId: string | null }>`
    select records.slug, chosen.body, chosen.schema_version as "schemaVersion", chosen.action, drafts.id as "draftId"
    from records
    cross join lateral (
      select revisions.body, revisions.schema_version, last.action
      from revisions
      cross join lateral (select action from publications where revision_id = revisions.id order by id desc limit 1) as last
      where revisions.record_id = records.id and last.action in ('published', 'submitted', 'scheduled')
      order by revisions.number desc limit 1
    ) as chosen
    left join drafts on drafts.record_id = records.id and drafts.deleted_at is null
    where records.kind = 'ask' and ${ofYear('chosen.body', year)}
    order by records.slug`.execute(reader);
  const drafts = await sql<{ id: string; slug: string | null; body: unknown }>`
    select id, slug, body from drafts
    where kind = 'ask' and record_id is null and deleted_at is null and ${ofYear('drafts.body', year)}
    order by id`.execute(reader);
  const kind = kinds.named('ask');
  return [
    ...standing.rows.map(({ slug, body, schemaVersion, action, draftId }): Fee => {
      const read = kind.read(body, schemaVersion);
      return { ...feeShape.parse(read.ok ? read.value.body : body), slug, draftId, stage: action === 'published' ? 'published' : 'submitted' };
    }),
    ...drafts.rows.map(({ id, slug, body }): Fee => ({ ...feeShape.parse(body), slug, draftId: id, stage: 'draft' })),
  ];
}

/** Years for which a fee or a draft of one is kept. */
export async function yearsWithFees(reader: Reader): Promise<{ years: number[]; hasUnknown: boolean }> {
  const { rows } = await sql<{ year: string | null }>`
    select distinct body ->> 'year' as year from (
      select body from asks where type = 'fee'
      union all select body from drafts where kind = 'ask' and deleted_at is null and body ->> 'type' = 'fee'
      union all select revisions.body from publications
        join revisions on revisions.id = publications.revision_id join records on records.id = revisions.record_id
        where publications.action = 'submitted' and records.kind = 'ask' and revisions.body ->> 'type' = 'fee'
          and not exists (select from publications as later where later.revision_id = publications.revision_id and later.id > publications.id)
    ) as kept`.execute(reader);
  return { years: rows.flatMap(({ year }) => (year !== null && /^\d{4}$/.test(year) ? [Number(year)] : [])), hasUnknown: rows.some(({ year }) => year === null) };
}

export type Belonging = { slug: string; name: string; period: number; holder: string; inYear: boolean };

/** Every public membership by its address, and whether it lasts on some day of the year. */
export async function membershipsFor(reader: Reader, year: number | null, lang: Lang): Promise<Map<string, Belonging>> {
  const [first, next] = year === null ? ['0001-01-01', '0001-01-01'] : [`${year}-01-01`, `${year + 1}-01-01`];
  const { rows } = await sql<Belonging>`
    select records.slug, memberships.period, memberships.holder,
      coalesce(organisations.body -> 'shortName' ->> ${lang}, organisations.body -> 'shortName' ->> 'pl') as name,
      exists (
        select from membership_statuses as span
        where span.membership_id = memberships.id and span.status in ('active', 'suspended')
          and (span.from_day is null or span.from_day < ${next}) and (span.to_day is null or span.to_day > ${first})
      ) and ${year !== null} as "inYear"
    from memberships
    join records on records.id = memberships.id
    join organisations on organisations.id = memberships.organisation_id`.execute(reader);
  return new Map(rows.map((row) => [row.slug, row]));
}

/** What acts are called in the office, by their addresses. */
export async function actTitles(reader: Reader, slugs: readonly string[], lang: Lang): Promise<Map<string, string>> {
  if (slugs.length === 0) return new Map();
  const rows = await reader
    .selectFrom('searchDocuments')
    .innerJoin('records', 'records.id', 'searchDocuments.recordId')
    .select(['records.slug', 'searchDocuments.title'])
    .where('records.kind', '=', 'act')
    .where('searchDocuments.lang', '=', lang)
    .where('records.slug', 'in', [...new Set(slugs)])
    .execute();
  return new Map(rows.map((row) => [row.slug, row.title]));
}
