import { remembered } from '#basics/remembered.ts';
import type { Reader } from '#db/handles.ts';
import { registerMark } from '#publishing/register-state.ts';
import { bodyOf, type Kept } from '../rows.ts';
import type { Objective } from './objective.ts';

/** Goals of the strategy and of foreign policy, by slug. */
export async function objectivesBySlug(reader: Reader): Promise<Map<string, Kept<Objective>>> {
  return keep(await registerMark(reader), () => readObjectives(reader));
}

const keep = remembered<Map<string, Kept<Objective>>>();

async function readObjectives(reader: Reader): Promise<Map<string, Kept<Objective>>> {
  const rows = await reader.selectFrom('objectives').innerJoin('records', 'records.id', 'objectives.id').select(['objectives.id', 'records.slug', 'objectives.body']).execute();
  return new Map(rows.map((row) => [row.slug, { ...row, body: bodyOf<Objective>(row) }]));
}
