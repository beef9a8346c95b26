import { scorersOf, type WorkingCycle } from '#assessment/index.ts';
import type { Asked } from '../page.ts';
import { mayLook } from './load.ts';

/** Asks whether the person may see this cycle. */
export async function lookAt(asked: Asked, cycle: Pick<WorkingCycle, 'id'>): Promise<void> {
  mayLook(asked, await asked.desk.db.read((reader) => scorersOf(reader, cycle.id)));
}
