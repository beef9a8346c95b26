import type { Reader } from '#db/handles.ts';
import { bodyOf, type Kept } from '../rows.ts';
import type { FunctionHeld } from './function.ts';

/** The offices held in each of these organisations, by organisation. */
export async function functionsByOrganisation(reader: Reader, organisationIds: readonly string[]): Promise<Map<string, FunctionHeld[]>> {
  if (organisationIds.length === 0) return new Map();
  const rows = await reader
    .selectFrom('functions')
    .where('organisationId', 'in', [...organisationIds])
    .select(['organisationId', 'body'])
    .orderBy('begins', (order) => order.asc().nullsLast())
    .orderBy('id')
    .execute();
  const held = new Map<string, FunctionHeld[]>();
  for (const row of rows) held.set(row.organisationId, [...(held.get(row.organisationId) ?? []), bodyOf<FunctionHeld>(row)]);
  return held;
}

/** Offices whose term certainly covers the day or may: those that end before it, or have no known term, are not among them. */
export async function functionsOn(reader: Reader, on: string): Promise<(Kept<FunctionHeld> & { organisationId: string })[]> {
  const rows = await reader
    .selectFrom('functions')
    .innerJoin('records', 'records.id', 'functions.id')
    .where('functions.begins', '<=', on)
    .where((where) => where.or([where('functions.ends', '>=', on), where('functions.ends', 'is', null)]))
    .select(['functions.id', 'records.slug', 'functions.body', 'functions.organisationId'])
    .orderBy('functions.ends', (order) => order.asc().nullsLast())
    .orderBy('records.slug')
    .execute();
  return rows.map((row) => ({ ...row, body: bodyOf<FunctionHeld>(row) }));
}
