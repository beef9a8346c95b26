import type { Reader } from '#db/handles.ts';
import { bodyOf, type Kept } from '../rows.ts';
import type { Trip } from './trip.ts';

/** Trips that were over before the day and have no report, the oldest first. */
export async function tripsWithoutReport(reader: Reader, today: string): Promise<(Kept<Trip> & { ended: string })[]> {
  const rows = await reader
    .selectFrom('trips')
    .innerJoin('records', 'records.id', 'trips.id')
    .where('trips.reported', '=', false)
    .where('trips.ends', '<', today)
    .select(['trips.id', 'records.slug', 'trips.body', 'trips.ends'])
    .orderBy('trips.ends')
    .orderBy('records.slug')
    .execute();
  const kept = rows.map((row) => ({ id: row.id, slug: row.slug, ended: row.ends ?? today, body: bodyOf<Trip>(row) }));
  return kept.filter((trip) => trip.body.refusedOn === undefined);
}
