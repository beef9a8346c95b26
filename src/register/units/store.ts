import { remembered } from '#basics/remembered.ts';
import type { Reader } from '#db/handles.ts';
import { registerMark } from '#publishing/register-state.ts';
import { bodyOf, type Kept } from '../rows.ts';
import type { Unit } from './unit.ts';

/** All units, by slug; nearly every page asks for them. */
export async function unitsBySlug(reader: Reader): Promise<Map<string, Kept<Unit>>> {
  return keep(await registerMark(reader), () => readUnits(reader));
}

const keep = remembered<Map<string, Kept<Unit>>>();

async function readUnits(reader: Reader): Promise<Map<string, Kept<Unit>>> {
  const rows = await reader.selectFrom('units').innerJoin('records', 'records.id', 'units.id').select(['units.id', 'records.slug', 'units.body']).orderBy('units.namePl').execute();
  return new Map(rows.map((row) => [row.slug, { ...row, body: bodyOf<Unit>(row) }]));
}
