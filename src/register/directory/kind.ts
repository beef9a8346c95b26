import { fold } from '#basics/fold.ts';
import type { Tx } from '#db/handles.ts';
import { defineKind } from '#publishing/kind.ts';
import { addressOf } from '#web/paths.ts';
import { inLang } from '../rows.ts';
import { networkShape, type Member, type Network } from './network.ts';

export const networkKind = defineKind<Network>({
  name: 'network',
  plural: 'networks',
  schema: networkShape,
  schemaVersion: 1,
  title: (body, lang) => inLang(body.name, lang),
  searchText: (body, lang) => (body.note ? inLang(body.note, lang) : ''),
  searchNames: (body) => [inLang(body.name, 'pl'), inLang(body.name, 'en'), body.acronym ?? '', body.nativeName ?? ''],
  addressOf: (slug, _body, lang) => addressOf('history', lang, { kind: 'networks', slug }),
  references: () => [],
  async project(tx, id, body, shown) {
    await removeRows(tx, id);
    await tx
      .insertInto('networks')
      .values({ id, namePl: body.name.pl, nameEn: inLang(body.name, 'en'), scope: body.scope, listedMembers: body.members.length, body: withoutMembers(shown) })
      .execute();
    for (let start = 0; start < body.members.length; start += rowsAtOnce) {
      const rows = body.members.slice(start, start + rowsAtOnce).map((member, index) => memberRow(id, start + index, member));
      await tx.insertInto('networkMembers').values(rows).execute();
    }
  },
  retract: removeRows,
});

/** One statement may bind 65,535 values; a member row has fifteen. */
const rowsAtOnce = 1000;

const memberRow = (networkId: string, position: number, member: Member) => ({
  networkId,
  position,
  name: member.name,
  country: member.country,
  joined: member.joined,
  role: member.role,
  field: member.field ?? null,
  asOf: member.asOf,
  sourceId: member.sourceId ?? null,
  geonames: member.geonames ?? null,
  place: member.place ?? null,
  lat: member.lat ?? null,
  lon: member.lon ?? null,
  population: member.population ?? null,
  folded: fold(`${member.name} ${member.place ?? ''}`),
});

/** Members have rows of their own; the network's row keeps the rest. */
const withoutMembers = (shown: unknown): string => JSON.stringify(shown, (key, value: unknown) => (key === 'members' ? undefined : value));

async function removeRows(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('networkMembers').where('networkId', '=', id).execute();
  await tx.deleteFrom('networks').where('id', '=', id).execute();
}
