import { bodyOf, type Kept } from '../rows.ts';
import type { Award, CityEvent, Project } from './activity.ts';

export type Activity = (Kept<CityEvent> & { type: 'event' }) | (Kept<Project> & { type: 'project' }) | (Kept<Award> & { type: 'award' });

/** An event, project or award that came with an organisation, by the type that its row bears. */
export function asActivity(row: { id: string; slug: string; type: string; body: unknown }): Activity {
  const { id, slug } = row;
  if (row.type === 'event') return { type: 'event', id, slug, body: bodyOf<CityEvent>(row) };
  if (row.type === 'project') return { type: 'project', id, slug, body: bodyOf<Project>(row) };
  if (row.type === 'award') return { type: 'award', id, slug, body: bodyOf<Award>(row) };
  throw new Error(`${row.type} is no type of activity`);
}
