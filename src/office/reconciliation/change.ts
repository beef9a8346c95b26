import type { Entry } from './list.ts';
import type { ListSource } from './store.ts';
import { partOf, rowsOf, withValue } from '../records/form/values.ts';

/** A body with the list among its sources, and the id that facts name it by. The same list is named once. */
export function withSource(body: unknown, source: ListSource, { short }: { short: boolean }): { body: unknown; id: string } {
  const sources = rowsOf(partOf(body, 'sources'));
  const known = sources.find((one) => partOf(one, 'url') === source.url && partOf(one, 'title') === source.title);
  const knownId = partOf(known, 'id');
  if (typeof knownId === 'string') return { body, id: knownId };
  const numbers = sources.map((one) => Number(String(partOf(one, 'id') ?? '').replace(/^s/, ''))).filter((number) => Number.isInteger(number));
  const id = `s${Math.max(0, ...numbers) + 1}`;
  const made = { id, url: source.url, title: source.title, ...(short ? {} : { seenOn: source.seenOn, by: 'independent' }) };
  return { body: withValue(body, ['sources'], [...sources, made]), id };
}

/** The dates that the list gives stand beside those that are known: the first stays the one that counts until somebody decides. */
export function withBelonging(body: unknown, source: ListSource, belonging: string): unknown {
  const { body: sourced, id } = withSource(body, source, { short: false });
  const claims = rowsOf(partOf(sourced, 'belonging'));
  const same = claims.findIndex((claim) => partOf(claim, 'value') === belonging);
  if (same === -1) return withValue(sourced, ['belonging'], [...claims, { value: belonging, sourceIds: [id] }]);
  const ids = rowsOf(partOf(claims[same], 'sourceIds'));
  return ids.includes(id) ? sourced : withValue(sourced, ['belonging', same, 'sourceIds'], [...ids, id]);
}

/** What the list does not say is said as a remark. */
export function withRemark(body: unknown, source: ListSource, text: { pl: string; en: string }): unknown {
  const { body: sourced, id } = withSource(body, source, { short: false });
  return withValue(sourced, ['remarks'], [...rowsOf(partOf(sourced, 'remarks')), { text, sourceIds: [id] }]);
}

export function newOrganisation(entry: Entry, source: ListSource): unknown {
  const { body, id } = withSource({ name: { pl: entry.name }, shortName: { pl: entry.name } }, source, { short: false });
  return withValue(body, ['sourceIds'], [id]);
}

/** A period of belonging to an organisation that the register knows; who decided and the rest nobody has told yet. */
export function newMembership(organisation: string, source: ListSource, given: { period: number; holder: { pl: string; en: string }; belonging: string | null }): unknown {
  const { body, id } = withSource({ organisation, period: given.period, holder: { kind: 'city', name: given.holder } }, source, { short: false });
  const dated = given.belonging === null ? body : withValue(body, ['belonging'], [{ value: given.belonging, sourceIds: [id] }]);
  return withValue(dated, ['sourceIds'], [id]);
}

/** A network's list of members with one more, with another date, or without one. */
export function withMember(body: unknown, source: ListSource, entry: Entry): unknown {
  const { body: sourced, id } = withSource(body, source, { short: true });
  const member = {
    name: entry.name,
    ...(entry.country === null ? {} : { country: entry.country.toUpperCase() }),
    joined: entry.joined,
    role: 'full',
    asOf: source.seenOn,
    sourceId: id,
  };
  return withValue(sourced, ['members'], [...rowsOf(partOf(sourced, 'members')), member]);
}

export function withMemberJoined(body: unknown, source: ListSource, index: number, entry: Entry): unknown {
  const { body: sourced, id } = withSource(body, source, { short: true });
  const member = rowsOf(partOf(sourced, 'members'))[index];
  if (member === undefined || entry.joined === null) return body;
  return withValue(sourced, ['members', index], withValue(withValue(member, ['joined'], entry.joined), ['sourceId'], id));
}

export function withoutMember(body: unknown, source: ListSource, index: number): unknown {
  const { body: sourced } = withSource(body, source, { short: true });
  return withValue(
    sourced,
    ['members'],
    rowsOf(partOf(sourced, 'members')).filter((_member, at) => at !== index),
  );
}
