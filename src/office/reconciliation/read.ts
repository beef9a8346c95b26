import type { City } from '#basics/city.ts';
import type { Reader } from '#db/handles.ts';
import type { Lang } from '#lang/lang.ts';
import type { Kinds } from '#publishing/kind.ts';
import { membershipShape, networkShape, organisationShape, type Network, type Organisation } from '#register/index.ts';
import { allStanding, standing } from '../spreadsheets/imports/found-store.ts';
import { compare, endsOf, type Compared, type Ours } from './compare.ts';
import { entriesIn, type Entry } from './list.ts';
import { matcherOver, type Candidate, type Match } from './match.ts';
import type { Reconciliation } from './store.ts';

/** An answer that a line means none of what stands here. */
export const noneOfThem = '-';

type Side = { candidates: Candidate[]; ours: Ours[] };

/** The comparison as things stand now: what has been changed since is no difference any more. */
export async function readComparison(reader: Reader, kinds: Kinds, one: Reconciliation, given: { city: City; lang: Lang }): Promise<Compared & { titles: Map<string, string> }> {
  const side = one.about === 'network' ? await membersOf(reader, kinds, one.network ?? '') : await membershipsHere(reader, kinds, given.lang);
  const { name } = given.city;
  const entries = entriesIn(one.list, one.about === 'memberships' ? { names: [name.en, ...Object.values(name.pl)] } : null);
  const match = matcherOver(side.candidates);
  const compared = compare(
    entries.map((entry) => ({ entry, match: answered(one, entry, match(entry)) })),
    side.ours,
    { hasLeft: one.list.columns.left !== undefined },
  );
  return { ...compared, titles: new Map(side.candidates.map(({ key, names }) => [key, names[0]?.text ?? key])) };
}

/** A question that a person has answered is none any more. */
function answered(one: Reconciliation, entry: Entry, match: Match): Match {
  const answer = one.answers[String(entry.line)];
  if (answer === undefined || match.kind === 'none') return match;
  return answer === noneOfThem ? { kind: 'none' } : { kind: 'matched', key: answer, why: 'answered' };
}

async function membershipsHere(reader: Reader, kinds: Kinds, lang: Lang): Promise<Side> {
  const bodies = async <Body>(kind: string, read: (body: unknown) => Body | null) =>
    (await allStanding(reader, kind, 'all')).flatMap(({ slug, body, schemaVersion }) => {
      const found = kinds.named(kind).read(body, schemaVersion);
      const its = found.ok ? read(found.value.body) : null;
      return its === null ? [] : [{ slug, body: its }];
    });
  const organisations = await bodies('organisation', (body) => organisationShape.safeParse(body).data ?? null);
  const memberships = await bodies('membership', (body) => membershipShape.safeParse(body).data ?? null);
  const titles = new Map(organisations.map(({ slug, body }) => [slug, body.name[lang] ?? body.name.pl]));
  return {
    candidates: organisations.map(({ slug, body }) => ({ key: slug, names: namesOf(body), country: null })),
    ours: memberships
      .filter(({ body }) => body.holder.kind === 'city')
      .map(({ slug, body }) => ({ key: body.organisation, slug, title: titles.get(body.organisation) ?? body.organisation, ...endsOf(body.belonging[0]?.value) }))
      .toSorted((one, other) => (one.joined ?? '').localeCompare(other.joined ?? '')),
  };
}

const both = (text: { pl: string; en?: string | undefined }): string[] => (text.en === undefined ? [text.pl] : [text.pl, text.en]);

function namesOf(body: Organisation): Candidate['names'] {
  return [
    ...both(body.name).map((text) => ({ text, as: 'name' as const })),
    ...both(body.shortName).map((text) => ({ text, as: 'variant' as const })),
    ...(body.nativeName === undefined ? [] : [{ text: body.nativeName.name, as: 'variant' as const }]),
    ...body.nameVariants.flatMap(({ value }) => both(value).map((text) => ({ text, as: 'variant' as const }))),
    ...(body.acronym === undefined ? [] : [{ text: body.acronym, as: 'acronym' as const }]),
    ...[...body.formerNames, ...body.predecessors].flatMap((text) => both(text).map((one) => ({ text: one, as: 'former' as const }))),
    ...Object.values(body.identifiers ?? {}).flatMap((text) => (text === undefined ? [] : [{ text, as: 'identifier' as const }])),
  ];
}

/** The members that the directory lists of a network; the key is the place in the list. */
async function membersOf(reader: Reader, kinds: Kinds, network: string): Promise<Side> {
  const found = (await standing(reader, 'network', [network])).get(network);
  const read = found && kinds.named('network').read(found.body, found.schemaVersion);
  const members: Network['members'] = read?.ok === true ? (networkShape.safeParse(read.value.body).data?.members ?? []) : [];
  return {
    candidates: members.map((member, index) => ({
      key: String(index),
      country: member.country,
      names: [
        { text: member.name, as: 'name' },
        ...(member.place === undefined ? [] : [{ text: member.place, as: 'variant' as const }]),
        ...(member.geonames === undefined ? [] : [{ text: String(member.geonames), as: 'identifier' as const }]),
      ],
    })),
    ours: members.map((member, index) => ({
      key: String(index),
      slug: String(index),
      title: `${member.name} (${member.country})`,
      joined: member.joined,
      left: null,
      lasts: true,
    })),
  };
}
