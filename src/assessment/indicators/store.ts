import { sql } from 'kysely';
import { z } from 'zod';
import type { Reader, Tx } from '#db/handles.ts';
import {
  bodyOf,
  spansOf,
  type Ask,
  type Award,
  type CityEvent,
  type Effect,
  type FunctionHeld,
  type Membership,
  type Network,
  type Objective,
  type Organisation,
  type Project,
  type Trip,
} from '#register/index.ts';
import { exchangeRateShape, type ExchangeRate } from '../cycles/cycle.ts';
import type { PeersInside, RegisterRows, Revised } from './rows.ts';

type Table = 'memberships' | 'organisations' | 'objectives' | 'effects' | 'asks' | 'functions' | 'trips' | 'activities' | 'networks';

/** The public rows of a table with slug and revision number. Bodies of activities are told apart by type. */
async function revised<Body>(reader: Reader, table: Table, type?: 'project' | 'event' | 'award'): Promise<(Revised<Body> & { id: string })[]> {
  const { rows } = await sql<{ id: string; slug: string; revision: number; body: unknown }>`
    select t.id, records.slug, revisions.number as revision, t.body
    from ${sql.table(table)} t
    join records on records.id = t.id
    join current_revisions on current_revisions.record_id = t.id
    join revisions on revisions.id = current_revisions.revision_id
    where ${type === undefined ? sql`true` : sql`t.type = ${type}`}
    order by records.slug`.execute(reader);
  return rows.map((row) => ({ id: row.id, slug: row.slug, revision: row.revision, body: bodyOf<Body>(row) }));
}

/** Everything in the register that indicators are counted from, as it stands now. */
export async function registerRows(reader: Reader, peers: readonly string[]): Promise<RegisterRows> {
  const memberships = await revised<Membership>(reader, 'memberships');
  const spans = await spansOf(
    reader,
    memberships.map((one) => one.id),
  );
  const organisations = await revised<Organisation>(reader, 'organisations');
  const objectives = await revised<Objective>(reader, 'objectives');
  return {
    memberships: memberships.map((one) => ({ ...one, spans: spans.get(one.id) ?? [], organisationSlug: one.body.organisation })),
    organisations: new Map(organisations.map((one) => [one.slug, one])),
    objectives: new Map(objectives.map((one) => [one.slug, one])),
    effects: await revised<Effect>(reader, 'effects'),
    asks: await revised<Ask>(reader, 'asks'),
    functions: await revised<FunctionHeld>(reader, 'functions'),
    projects: await revised<Project>(reader, 'activities', 'project'),
    events: await revised<CityEvent>(reader, 'activities', 'event'),
    awards: await revised<Award>(reader, 'activities', 'award'),
    trips: await revised<Trip>(reader, 'trips'),
    peersInside: await peersInside(reader, peers),
  };
}

/** Which peers the members' lists name; a peer is written as its place's name, or as its GeoNames number. */
async function peersInside(reader: Reader, peers: readonly string[]): Promise<Map<string, PeersInside>> {
  if (peers.length === 0) return new Map();
  const networks = await revised<Network>(reader, 'networks');
  const { rows } = await sql<{ networkId: string; peer: string }>`
    select distinct network_members.network_id, peer.name as peer
    from network_members
    join unnest(${[...peers]}::text[]) as peer (name)
      on peer.name in (network_members.name, network_members.place, network_members.geonames::text)
    where network_members.role <> 'candidate'`.execute(reader);
  const listed = Map.groupBy(rows, (row) => row.networkId);
  return new Map(
    networks
      .filter((one) => one.body.coverage !== null)
      .map((one) => [
        one.slug,
        {
          network: one,
          inside: (listed.get(one.id) ?? []).map((row) => row.peer).toSorted(),
          whole: one.body.coverage?.completeness !== 'partial',
        },
      ]),
  );
}

const peersShape = z.array(z.string());
const ratesShape = z.array(exchangeRateShape);

/** What the city has declared for counting: exchange rates with date and source, and the cities that it compares itself with. Neither is there until somebody sets it. */
export type CountingSettings = { rates: ExchangeRate[]; peers: string[] };

export async function countingSettings(reader: Reader): Promise<CountingSettings> {
  const rows = await reader.selectFrom('settings').select(['name', 'value']).where('name', 'in', ['exchangeRates', 'peers']).execute();
  const value = (name: string): unknown => rows.find((row) => row.name === name)?.value;
  return { rates: ratesShape.safeParse(value('exchangeRates')).data ?? [], peers: peersShape.safeParse(value('peers')).data ?? [] };
}

export async function keepCountingSettings(tx: Tx, { rates, peers }: CountingSettings): Promise<void> {
  const rows = [
    { name: 'exchangeRates', value: JSON.stringify(rates) },
    { name: 'peers', value: JSON.stringify(peers) },
  ];
  await tx
    .insertInto('settings')
    .values(rows)
    .onConflict((conflict) => conflict.column('name').doUpdateSet((expression) => ({ value: expression.ref('excluded.value') })))
    .execute();
}
