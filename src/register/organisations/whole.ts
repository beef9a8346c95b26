import { sql } from 'kysely';
import type { Day } from '#basics/day.ts';
import type { Reader } from '#db/handles.ts';
import { prepared } from '#db/prepared.ts';
import { labelAsJson, labelFromJson, type LabelFacts, type LabelJson } from '#publishing/history.ts';
import { asActivity, type Activity } from '../activities/store.ts';
import type { Act } from '../acts/act.ts';
import type { Ask } from '../costs/ask.ts';
import type { AskWithOrganisation } from '../costs/store.ts';
import { standingOf } from '../effects/counting.ts';
import { listAsJson, listFromJson, type ListJson, type NetworkList } from '../directory/store.ts';
import type { Effect } from '../effects/effect.ts';
import type { StandingEffect } from '../effects/store.ts';
import type { FunctionHeld } from '../functions/function.ts';
import type { StatusSpan } from '../memberships/membership-status.ts';
import type { Mandate } from '../mandates/mandate.ts';
import type { Membership } from '../memberships/membership.ts';
import type { Procedure } from '../procedures/procedure.ts';
import type { Kept } from '../rows.ts';
import type { Trip } from '../trips/trip.ts';
import type { Organisation } from './organisation.ts';

export type WholeOrganisation = {
  record: Kept<Organisation> & { networkId: string | null };
  /** The latest first, each with its whole course of status. */
  periods: (Kept<Membership> & { spans: StatusSpan[] })[];
  /** The acts that steps of its periods name, by slug. */
  acts: Map<string, Kept<Act>>;
  asks: AskWithOrganisation[];
  functions: Kept<FunctionHeld>[];
  activities: Activity[];
  effects: StandingEffect[];
  mandates: Kept<Mandate>[];
  trips: Kept<Trip>[];
  /** The files of joining and leaving, open ones first. */
  procedures: Kept<Procedure>[];
  /** Who is on the list of its network. */
  list: NetworkList | null;
  label: LabelFacts | undefined;
};

type Row = Kept<Organisation> & {
  networkId: string | null;
  periods: (Kept<Membership> & { spans: { from: Day | null; status: StatusSpan['status'] }[] })[];
  acts: Kept<Act>[];
  asks: (Kept<Ask> & { membership: string })[];
  functions: Kept<FunctionHeld>[];
  activities: { id: string; slug: string; type: string; body: unknown }[];
  effects: Kept<Effect>[];
  mandates: Kept<Mandate>[];
  trips: Kept<Trip>[];
  procedures: Kept<Procedure>[];
  list: ListJson | null;
  label: LabelJson | null;
};

/**
 * Everything that the register holds of one organisation, asked for at once: each question by itself costs more than what it brings. It comes as one column,
 * because pg describes each column of each answer anew.
 */
export async function wholeOrganisation(reader: Reader, slug: string, on: Day): Promise<WholeOrganisation | undefined> {
  const { rows } = await sql<{ whole: Row }>`${prepared}
    select json_build_object('id', its.id, 'slug', record.slug, 'networkId', its.network_id, 'body', its.body,
      'periods', coalesce((
        select json_agg(json_build_object('id', memberships.id, 'slug', records.slug, 'body', memberships.body, 'spans', coalesce((
          select json_agg(json_build_object('from', from_day, 'status', status) order by position) from membership_statuses where membership_id = memberships.id
        ), '[]')) order by memberships.period desc)
        from memberships join records on records.id = memberships.id where memberships.organisation_id = its.id
      ), '[]'),
      'acts', coalesce((
        select json_agg(json_build_object('id', acts.id, 'slug', records.slug, 'body', acts.body) order by acts.id)
        from records join acts on acts.id = records.id
        where records.kind = 'act' and records.slug in (
          select step ->> 'act' from memberships cross join jsonb_array_elements(memberships.body -> 'steps') as step where memberships.organisation_id = its.id
        )
      ), '[]'),
      'asks', coalesce((
        select json_agg(json_build_object('id', asks.id, 'slug', records.slug, 'body', asks.body, 'membership', asks.membership_id) order by asks.year desc nulls last, records.slug)
        from memberships join asks on asks.membership_id = memberships.id join records on records.id = asks.id where memberships.organisation_id = its.id
      ), '[]'),
      'functions', coalesce((
        select json_agg(json_build_object('id', functions.id, 'slug', records.slug, 'body', functions.body)
          order by functions.begins desc nulls last, functions.ends desc nulls last, records.slug)
        from functions join records on records.id = functions.id where functions.organisation_id = its.id
      ), '[]'),
      'activities', coalesce((
        select json_agg(json_build_object('id', activities.id, 'slug', records.slug, 'type', activities.type, 'body', activities.body)
          order by activities.begins desc nulls last, records.slug)
        from activity_organisations join activities on activities.id = activity_organisations.activity_id join records on records.id = activities.id
        where activity_organisations.organisation_id = its.id
      ), '[]'),
      'effects', coalesce((
        select json_agg(json_build_object('id', effects.id, 'slug', records.slug, 'body', effects.body) order by effects.begins desc nulls last, records.slug)
        from effects join records on records.id = effects.id where effects.organisation_id = its.id
      ), '[]'),
      'mandates', coalesce((
        select json_agg(json_build_object('id', mandates.id, 'slug', records.slug, 'body', mandates.body) order by mandates.begins desc nulls last, records.slug)
        from mandates join records on records.id = mandates.id where mandates.organisation_id = its.id
      ), '[]'),
      'trips', coalesce((
        select json_agg(json_build_object('id', trips.id, 'slug', records.slug, 'body', trips.body) order by trips.begins desc nulls last, records.slug)
        from trips join records on records.id = trips.id where trips.organisation_id = its.id
      ), '[]'),
      'procedures', coalesce((
        select json_agg(json_build_object('id', procedures.id, 'slug', records.slug, 'body', procedures.body) order by procedures.closed, records.slug)
        from procedures join records on records.id = procedures.id where procedures.organisation_id = its.id
      ), '[]'),
      'list', ${listAsJson(sql.ref('its.network_id'), on)},
      'label', ${labelAsJson(sql.ref('its.id'))}) as whole
    from records as record join organisations as its on its.id = record.id
    where record.kind = 'organisation' and record.slug = ${slug}`.execute(reader);
  const [row] = rows;
  return row && assembled(row.whole);
}

function assembled({ periods, acts, asks, functions, activities, effects, mandates, trips, procedures, list, label, ...record }: Row): WholeOrganisation {
  const held = new Map(periods.map((period) => [period.id, period]));
  const courses = periods.map((period) => period.spans);
  return {
    record,
    periods,
    acts: new Map(acts.map((act) => [act.slug, act])),
    asks: asks.flatMap(({ membership, ...ask }) => {
      const period = held.get(membership);
      return period === undefined ? [] : [{ ...ask, period: period.body.period, holder: period.body.holder.kind, organisation: record }];
    }),
    functions,
    activities: activities.map(asActivity),
    effects: effects.map((effect) => ({ ...effect, standing: standingOf(effect.body, courses), organisation: record })),
    mandates,
    trips,
    procedures,
    list: listFromJson(list),
    label: labelFromJson(label),
  };
}
