import type { Reader } from '#db/handles.ts';
import { bodyOf, type Kept } from '../rows.ts';
import type { Procedure } from './procedure.ts';

/** The files of joining and leaving an organisation, open ones first. */
export async function proceduresAbout(reader: Reader, organisationId: string): Promise<Kept<Procedure>[]> {
  const rows = await reader
    .selectFrom('procedures')
    .innerJoin('records', 'records.id', 'procedures.id')
    .where('procedures.organisationId', '=', organisationId)
    .select(['procedures.id', 'records.slug', 'procedures.body'])
    .orderBy('procedures.closed')
    .orderBy('records.slug')
    .execute();
  return rows.map((row) => ({ ...row, body: bodyOf<Procedure>(row) }));
}
