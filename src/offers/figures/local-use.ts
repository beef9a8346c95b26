import { sql } from 'kysely';
import type { Day } from '#basics/day.ts';
import type { Reader } from '#db/handles.ts';
import type { Text } from '#publishing/facts.ts';

/** A public record by which a use is known: the offer that was won, or the checked effect. */
export type UseRecord = { kind: 'offer' | 'effect'; slug: string; revision: number; title: Text; date: string | null; institutions: number };

/** How many local institutions used what an organisation offers, and every record that says so. */
export type OrganisationUse = { institutions: number; isSelfReported: boolean; records: UseRecord[] };

type Row = { organisation: string; who: string; isSelfReported: boolean; kind: 'offer' | 'effect'; slug: string; revision: number; title: Text; date: string | null };

/**
 * Use of offers in the three years up to a day, by the slug of the organisation: applications that were won through the city, and reports of institutions that
 * the office has checked and published as effects. Institutions are counted, not uses; those that gave no name count as one for each kind, so never too many.
 */
export async function localUseBy(reader: Reader, on: Day): Promise<Map<string, OrganisationUse>> {
  const { rows } = await sql<Row>`
    with used as (
      select a.offer_id, coalesce(a.institution_id::text, 'application ' || a.id::text) as who, a.outcome_on as latest, a.outcome_on as earliest, a.outcome_on::text as date,
        a.effect_draft_id as draft_id, false as self
      from applications a where a.state = 'won' and a.outcome_on is not null
      union all
      select u.offer_id, coalesce(u.institution_key, 'kind ' || u.kind),
        (case when length(u.happened) = 4 then (u.happened || '-12-31')::date else ((u.happened || '-01')::date + interval '1 month - 1 day')::date end),
        (case when length(u.happened) = 4 then (u.happened || '-01-01')::date else (u.happened || '-01')::date end),
        u.happened, u.draft_id, true
      from offer_uses u where u.state = 'drafted' and u.outcome = 'used' and u.happened is not null
    ),
    counted as (
      select used.*, organisation.slug as organisation, o.body -> 'title' as offer_title, offer.slug as offer_slug, offer_revision.number as offer_number,
        effect.slug as effect_slug, effect_revision.number as effect_number, e.body -> 'title' as effect_title
      from used
      join offers o on o.id = used.offer_id
      join records offer on offer.id = o.id
      join records organisation on organisation.id = o.organisation_id
      join current_revisions offer_current on offer_current.record_id = o.id
      join revisions offer_revision on offer_revision.id = offer_current.revision_id
      left join lateral (
        select audit.record_id from audit where used.draft_id is not null and audit.action = 'submit draft' and audit.about = 'draft ' || used.draft_id::text limit 1
      ) submitted on true
      left join effects e on e.id = submitted.record_id
      left join records effect on effect.id = e.id
      left join current_revisions effect_current on effect_current.record_id = e.id
      left join revisions effect_revision on effect_revision.id = effect_current.revision_id
      where used.earliest <= ${on}::date and used.latest > ${on}::date - interval '3 years'
    )
    select organisation, who, self as "isSelfReported", 'offer' as kind, offer_slug as slug, offer_number as revision, offer_title as title, date from counted where not self
    union all
    select organisation, who, self, 'effect', effect_slug, effect_number, effect_title, date from counted where effect_slug is not null
    order by organisation, kind, slug, date`.execute(reader);
  return new Map([...Map.groupBy(rows, (row) => row.organisation)].map(([organisation, its]) => [organisation, useOf(its)]));
}

function useOf(rows: readonly Row[]): OrganisationUse {
  const records = [...Map.groupBy(rows, ({ kind, slug }) => `${kind} ${slug}`).values()].flatMap((its): UseRecord[] => {
    const [first] = its;
    if (first === undefined) return [];
    const { kind, slug, revision, title } = first;
    return [{ kind, slug, revision, title, date: its.at(-1)?.date ?? null, institutions: new Set(its.map(({ who }) => who)).size }];
  });
  return { institutions: new Set(rows.map(({ who }) => who)).size, isSelfReported: rows.some((row) => row.isSelfReported), records };
}
