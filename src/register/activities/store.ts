import type { Reader } from '#db/handles.ts';
import { bodyOf, type Kept } from '../rows.ts';
import type { Award, CityEvent, Project } from './activity.ts';

export type Activity = (Kept<CityEvent> & { type: 'event' }) | (Kept<Project> & { type: 'project' }) | (Kept<Award> & { type: 'award' });

/** Events, projects and awards that came with an organisation, the latest first. */
export async function activitiesWith(reader: Reader, organisationId: string): Promise<Activity[]> {
  const rows = await reader
    .selectFrom('activities')
    .innerJoin('records', 'records.id', 'activities.id')
    .innerJoin('activityOrganisations', 'activityOrganisations.activityId', 'activities.id')
    .where('activityOrganisations.organisationId', '=', organisationId)
    .select(['activities.id', 'records.slug', 'activities.type', 'activities.body'])
    .orderBy('activities.begins', (order) => order.desc().nullsLast())
    .orderBy('records.slug')
    .execute();
  return rows.map(asActivity);
}

function asActivity(row: { id: string; slug: string; type: string; body: unknown }): Activity {
  const { id, slug } = row;
  if (row.type === 'event') return { type: 'event', id, slug, body: bodyOf<CityEvent>(row) };
  if (row.type === 'project') return { type: 'project', id, slug, body: bodyOf<Project>(row) };
  if (row.type === 'award') return { type: 'award', id, slug, body: bodyOf<Award>(row) };
  throw new Error(`${row.type} is no type of activity`);
}
