import type { Reader } from '#db/handles.ts';
import { findCycle, type WorkingCycle } from './working-store.ts';

/** The office's cycle by the end of its address. */
export async function cycleNamed(reader: Reader, slug: string): Promise<WorkingCycle | undefined> {
  const row = await reader.selectFrom('cycles').select('id').where('slug', '=', slug).executeTakeFirst();
  return row && findCycle(reader, row.id);
}
