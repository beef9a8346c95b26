import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { Outcome } from '../src/basics/outcome.ts';
import type { RegisterRows, Revised } from '../src/assessment/indicators/rows.ts';
import { awardShape, eventShape, projectShape } from '../src/register/activities/activity.ts';
import { askShape } from '../src/register/costs/ask.ts';
import { networkShape } from '../src/register/directory/network.ts';
import { effectShape } from '../src/register/effects/effect.ts';
import { functionShape } from '../src/register/functions/function.ts';
import { statusSpans } from '../src/register/memberships/membership-status.ts';
import { membershipShape } from '../src/register/memberships/membership.ts';
import { objectiveShape } from '../src/register/objectives/objective.ts';
import { organisationShape } from '../src/register/organisations/organisation.ts';
import { tripShape } from '../src/register/trips/trip.ts';

export const folder = resolve(import.meta.dirname, '../src/db/example/nadrzecze');

async function records<Shape extends z.ZodType>(name: string, shape: Shape): Promise<Revised<z.output<Shape>>[]> {
  const rows = z.array(z.object({ slug: z.string(), body: z.unknown() })).parse(JSON.parse(await readFile(join(folder, `${name}.json`), 'utf8')));
  // A shipped record stands in its first revision.
  return rows.map(({ slug, body }) => ({ slug, revision: 1, body: shape.parse(body) }));
}

const bySlug = <Body>(rows: Revised<Body>[]): Map<string, Revised<Body>> => new Map(rows.map((row) => [row.slug, row]));

const isPeer = (member: { name: string; place?: string | undefined; role: string }, peer: string): boolean =>
  member.role !== 'candidate' && (peer === member.name || peer === member.place);

/** The register of the shipped city as `registerRows` reads it once it is loaded, from the files. */
export async function nadrzeczeRows(peers: readonly string[]): Promise<RegisterRows> {
  const networks = await records('networks', networkShape);
  return {
    memberships: (await records('memberships', membershipShape)).map((row) => ({ ...row, spans: statusSpans(row.body), organisationSlug: row.body.organisation })),
    organisations: bySlug(await records('organisations', organisationShape)),
    objectives: bySlug(await records('objectives', objectiveShape)),
    effects: await records('effects', effectShape),
    asks: await records('asks', askShape),
    functions: await records('functions', functionShape),
    projects: await records('projects', projectShape),
    events: await records('events', eventShape),
    awards: await records('awards', awardShape),
    trips: await records('trips', tripShape),
    peersInside: new Map(
      networks
        .filter((row) => row.body.coverage !== null)
        .map((row) => [
          row.slug,
          {
            network: row,
            inside: peers.filter((peer) => row.body.members.some((member) => isPeer(member, peer))).toSorted(),
            whole: row.body.coverage?.completeness !== 'partial',
          },
        ]),
    ),
  };
}

/** @throws where a step of a script is refused: then what it makes is wrong, and nothing should be written. */
export function expectDone<T>(outcome: Outcome<T, string>): T {
  if (!outcome.ok) throw new Error(`${outcome.refusal} ${outcome.detail ?? ''}`);
  return outcome.value;
}
