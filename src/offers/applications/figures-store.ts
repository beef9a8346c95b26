import { sql } from 'kysely';
import type { Reader } from '#db/handles.ts';
import { figuresOf, type Counted, type Figures } from './figures.ts';

/** Figures of one year (of sending, or of the beginning of what was not sent), or of all years. Erased applications count as before. */
export async function applicationFigures(reader: Reader, year?: number): Promise<Figures> {
  const rows = await reader
    .selectFrom('applications')
    .select(['offerId', 'institutionKind as kind', 'themes', 'state'])
    .select(sql<boolean>`sent_at is not null`.as('sent'))
    .where(sql<boolean>`(sent_at is not null or state = 'interest')`)
    .$if(year !== undefined, (query) => query.where(sql<boolean>`extract(year from coalesce(sent_at, created_at)) = ${year ?? 0}`))
    .execute();
  const counted: Counted[] = rows;
  const opened = await reader
    .selectFrom('offerCalls')
    .select('offerId')
    .where((where) => where.or([where('takes', '<>', 'nothing'), where('formNumber', 'is not', null)]))
    .$if(year !== undefined, (query) => query.where(sql<boolean>`extract(year from updated_at) = ${year ?? 0}`))
    .execute();
  return figuresOf(counted, new Set([...counted.map((row) => row.offerId), ...opened.map((row) => row.offerId)]).size);
}
