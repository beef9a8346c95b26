import type { Reader } from '#db/handles.ts';
import type { Act } from '../acts/act.ts';
import { asActivity, type Activity } from '../activities/store.ts';
import type { Ask } from '../costs/ask.ts';
import type { Effect } from '../effects/effect.ts';
import type { FunctionHeld } from '../functions/function.ts';
import type { Mandate } from '../mandates/mandate.ts';
import type { Membership } from '../memberships/membership.ts';
import { spansOf } from '../memberships/store.ts';
import type { Organisation } from '../organisations/organisation.ts';
import type { Procedure } from '../procedures/procedure.ts';
import { bodyOf, type Kept } from '../rows.ts';
import type { Trip } from '../trips/trip.ts';
import type { Belonging, Concerning, Named } from './facts.ts';

export type Facts = {
  organisations: Kept<Organisation>[];
  memberships: Belonging[];
  acts: Kept<Act>[];
  asks: (Concerning<Ask> & { period: number | null })[];
  functions: Concerning<FunctionHeld>[];
  mandates: Concerning<Mandate>[];
  trips: Concerning<Trip>[];
  procedures: Concerning<Procedure>[];
  activities: Activity[];
};

/** Everything that the rules look at, from one snapshot. A register has hundreds of such rows, at most thousands. */
export async function factsFor(reader: Reader): Promise<Facts> {
  const organisations = await organisationsOf(reader);
  const names = new Map(organisations.map(({ id, slug, body }): [string, Named] => [id, { slug, name: body.shortName }]));
  const named = (id: string): Named => names.get(id) ?? { slug: id, name: { pl: id } };
  const asks = await asksOf(reader);
  const memberships = await membershipsOf(reader, named, new Set(asks.filter(({ body }) => body.type === 'fee' && body.amount !== null).map((ask) => ask.membershipId)));
  const byId = new Map(memberships.map((one) => [one.id, one]));
  const concerning = <Body>(rows: readonly { slug: string; organisationId: string; body: unknown }[]): Concerning<Body>[] =>
    rows.map((row) => ({ slug: row.slug, body: bodyOf<Body>(row), organisation: named(row.organisationId) }));
  return {
    organisations,
    memberships,
    acts: await actsOf(reader),
    asks: asks.flatMap(({ slug, body, membershipId }) => {
      const membership = byId.get(membershipId);
      return membership ? [{ slug, body, organisation: membership.organisation, period: membership.period }] : [];
    }),
    functions: concerning<FunctionHeld>(await functionsOf(reader)),
    mandates: concerning<Mandate>(await mandatesOf(reader)),
    trips: concerning<Trip>(await tripsOf(reader)),
    procedures: concerning<Procedure>(await openProcedures(reader)),
    activities: await activitiesOf(reader),
  };
}

async function organisationsOf(reader: Reader): Promise<Kept<Organisation>[]> {
  const rows = await reader
    .selectFrom('organisations')
    .innerJoin('records', 'records.id', 'organisations.id')
    .select(['organisations.id', 'records.slug', 'organisations.body'])
    .orderBy('records.slug')
    .execute();
  return rows.map((row) => ({ ...row, body: bodyOf<Organisation>(row) }));
}

async function actsOf(reader: Reader): Promise<Kept<Act>[]> {
  const rows = await reader.selectFrom('acts').innerJoin('records', 'records.id', 'acts.id').select(['acts.id', 'records.slug', 'acts.body']).orderBy('records.slug').execute();
  return rows.map((row) => ({ ...row, body: bodyOf<Act>(row) }));
}

async function activitiesOf(reader: Reader): Promise<Activity[]> {
  const rows = await reader
    .selectFrom('activities')
    .innerJoin('records', 'records.id', 'activities.id')
    .select(['activities.id', 'records.slug', 'activities.type', 'activities.body'])
    .orderBy('records.slug')
    .execute();
  return rows.map(asActivity);
}

const functionsOf = (reader: Reader) =>
  reader
    .selectFrom('functions')
    .innerJoin('records', 'records.id', 'functions.id')
    .select(['records.slug', 'functions.organisationId', 'functions.body'])
    .orderBy('records.slug')
    .execute();

const mandatesOf = (reader: Reader) =>
  reader
    .selectFrom('mandates')
    .innerJoin('records', 'records.id', 'mandates.id')
    .select(['records.slug', 'mandates.organisationId', 'mandates.body'])
    .orderBy('records.slug')
    .execute();

const tripsOf = (reader: Reader) =>
  reader.selectFrom('trips').innerJoin('records', 'records.id', 'trips.id').select(['records.slug', 'trips.organisationId', 'trips.body']).orderBy('records.slug').execute();

const openProcedures = (reader: Reader) =>
  reader
    .selectFrom('procedures')
    .innerJoin('records', 'records.id', 'procedures.id')
    .where('procedures.closed', '=', false)
    .select(['records.slug', 'procedures.organisationId', 'procedures.body'])
    .orderBy('records.slug')
    .execute();

async function asksOf(reader: Reader): Promise<{ slug: string; membershipId: string; body: Ask }[]> {
  const rows = await reader
    .selectFrom('asks')
    .innerJoin('records', 'records.id', 'asks.id')
    .select(['records.slug', 'asks.membershipId', 'asks.body'])
    .orderBy('records.slug')
    .execute();
  return rows.map((row) => ({ slug: row.slug, membershipId: row.membershipId, body: bodyOf<Ask>(row) }));
}

async function membershipsOf(reader: Reader, named: (id: string) => Named, withFee: ReadonlySet<string>): Promise<(Belonging & { id: string })[]> {
  const rows = await reader
    .selectFrom('memberships')
    .innerJoin('records', 'records.id', 'memberships.id')
    .select(['memberships.id', 'records.slug', 'memberships.organisationId', 'memberships.period', 'memberships.body'])
    .orderBy('records.slug')
    .execute();
  const spans = await spansOf(
    reader,
    rows.map((row) => row.id),
  );
  const effects = await reader.selectFrom('effects').select(['organisationId', 'body']).execute();
  const effectsOf = Map.groupBy(effects, (row) => row.organisationId);
  const periods = Map.groupBy(rows, (row) => row.organisationId);
  return rows.map((row) => ({
    id: row.id,
    slug: row.slug,
    body: bodyOf<Membership>(row),
    spans: spans.get(row.id) ?? [],
    organisation: named(row.organisationId),
    period: (periods.get(row.organisationId)?.length ?? 0) > 1 ? row.period : null,
    effects: (effectsOf.get(row.organisationId) ?? []).map((effect) => bodyOf<Effect>(effect)),
    feeKnown: withFee.has(row.id),
  }));
}

/** When each of these records was last published: the stamp of what a calendar shows of it. */
export async function publishedAtOf(reader: Reader, records: readonly { kind: string; slug: string }[]): Promise<Map<string, Date>> {
  if (records.length === 0) return new Map();
  const rows = await reader
    .selectFrom('currentRevisions')
    .innerJoin('records', 'records.id', 'currentRevisions.recordId')
    .innerJoin('labels', 'labels.revisionId', 'currentRevisions.revisionId')
    .where('records.slug', 'in', [...new Set(records.map((record) => record.slug))])
    .select(['records.kind', 'records.slug', 'labels.updatedAt'])
    .execute();
  return new Map(rows.map((row) => [`${row.kind}/${row.slug}`, row.updatedAt]));
}
