import type { Reader } from '#db/handles.ts';
import { asActivity, bodyOf, type Activity, type FunctionHeld, type Kept, type Mandate, type Organisation, type Trip } from '#register/index.ts';

/** A record with the organisation that it belongs to. */
export type Within<Body> = Kept<Body> & { organisation: Pick<Organisation, 'shortName'> };

type Row = { id: string; slug: string; body: unknown; organisationBody: unknown };

const within = <Body>(row: Row): Within<Body> => ({ id: row.id, slug: row.slug, body: bodyOf<Body>(row), organisation: bodyOf<Organisation>({ body: row.organisationBody }) });

/** Every office held in an organisation, the earliest first. */
export async function allFunctions(reader: Reader): Promise<Within<FunctionHeld>[]> {
  const rows = await reader
    .selectFrom('functions')
    .innerJoin('records', 'records.id', 'functions.id')
    .innerJoin('organisations', 'organisations.id', 'functions.organisationId')
    .select(['functions.id', 'records.slug', 'functions.body', 'organisations.body as organisationBody'])
    .orderBy('functions.begins', (order) => order.asc().nullsLast())
    .orderBy('records.slug')
    .execute();
  return rows.map((row) => within<FunctionHeld>(row));
}

/** Everybody who acts for the city in an organisation, the earliest first. */
export async function allMandates(reader: Reader): Promise<Within<Mandate>[]> {
  const rows = await reader
    .selectFrom('mandates')
    .innerJoin('records', 'records.id', 'mandates.id')
    .innerJoin('organisations', 'organisations.id', 'mandates.organisationId')
    .select(['mandates.id', 'records.slug', 'mandates.body', 'organisations.body as organisationBody'])
    .orderBy('mandates.begins', (order) => order.asc().nullsLast())
    .orderBy('records.slug')
    .execute();
  return rows.map((row) => within<Mandate>(row));
}

/** Every trip, the earliest first. */
export async function allTrips(reader: Reader): Promise<Within<Trip>[]> {
  const rows = await reader
    .selectFrom('trips')
    .innerJoin('records', 'records.id', 'trips.id')
    .innerJoin('organisations', 'organisations.id', 'trips.organisationId')
    .select(['trips.id', 'records.slug', 'trips.body', 'organisations.body as organisationBody'])
    .orderBy('trips.begins', (order) => order.asc().nullsLast())
    .orderBy('records.slug')
    .execute();
  return rows.map((row) => within<Trip>(row));
}

/** Events, projects and awards, the earliest first. */
export async function allActivities(reader: Reader): Promise<Activity[]> {
  const rows = await reader
    .selectFrom('activities')
    .innerJoin('records', 'records.id', 'activities.id')
    .select(['activities.id', 'records.slug', 'activities.type', 'activities.body'])
    .orderBy('activities.begins', (order) => order.asc().nullsLast())
    .orderBy('records.slug')
    .execute();
  return rows.map(asActivity);
}
