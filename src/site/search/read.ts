import { fold } from '#basics/fold.ts';
import { placeNames as en } from '#lang/en/place-names.ts';
import { placeNames as pl } from '#lang/pl/place-names.ts';
import { labelOfLatest, type LabelFacts } from '#publishing/history.ts';
import { questionOf, type Question } from '#publishing/search-question.ts';
import { countDocuments, documentsFound, documentsLike, documentsPage, type FoundDocument, type LikeDocument, type Likeness } from '#publishing/search.ts';
import { offeredBy } from '#offers/index.ts';
import { askTogether } from '#publishing/together.ts';
import { countPlaces, foundPlaces, networksNamed, organisationsConcerned, placesFound, placesLike, type Concerned, type FoundPlace, type NetworkName } from '#register/index.ts';
import type { Asked } from '../page.ts';
import { cityKind, readQuery, type SearchQuery } from './query.ts';
import { inOrder } from './texts.ts';

export const pageSize = 20;
export const perKind = 5;
const mostLike = 8;
/** So few results that what was typed may have been mistyped. */
const few = 3;

export type FoundRecord = FoundDocument & { organisations: Concerned[] };
export type FoundCity = FoundPlace & { networks: NetworkName[] };

/** A kind of results: records, or cities on the lists of members. */
export type Group = { kind: string; total: number; records: FoundRecord[]; cities: FoundCity[] };

export type SearchView = {
  query: SearchQuery;
  question: Question;
  /** The kinds that hold something, or all that can be searched where nothing was asked. */
  counts: { kind: string; total: number }[];
  /** Of everything found, whatever the kind asked for. */
  all: number;
  /** There may be more than were counted. */
  more: boolean;
  groups: Group[];
  total: number;
  pages: number;
  /** What is only like what was typed; read where little was found. */
  like: { records: FoundRecord[]; cities: FoundCity[] };
  label: LabelFacts | undefined;
};

export async function readSearch(asked: Asked): Promise<SearchView> {
  const { reader, lang, kinds } = asked;
  const query = readQuery(asked.query, (name) => kinds.find(name) !== undefined);
  const question = questionOf(query.q);
  const label = await labelOfLatest(reader, query.kind === undefined || query.kind === cityKind ? undefined : [query.kind]);
  const none = { groups: [], all: 0, more: false, total: 0, pages: 1, like: { records: [], cities: [] } };
  if (question.words.length === 0) {
    const searched = [...(await countDocuments(reader, lang)), [cityKind, await countPlaces(reader)] as const];
    return { query: { ...query, kind: undefined, page: 1 }, question, counts: counted(searched), ...none, label };
  }
  const limit = query.kind === undefined ? perKind : pageSize;
  const readAt = (page: number) => readPage(asked, question, query, { limit, offset: query.kind === undefined ? 0 : (page - 1) * pageSize });
  const first = await readAt(query.page);
  const total = query.kind === undefined ? first.all : (first.counts.find(({ kind }) => kind === query.kind)?.total ?? 0);
  const pages = query.kind === undefined ? 1 : Math.max(1, Math.ceil(total / pageSize));
  // A page beyond the last one is the last one.
  const { groups, counts, all, more } = query.page <= pages ? first : await readAt(pages);
  const certain = groups.some((group) => group.records.some((one) => one.named) || group.cities.some((one) => one.exact));
  const like = all === 0 || (all < few && !certain) ? await readLike(asked, question, groups) : none.like;
  return { query: { ...query, page: Math.min(query.page, pages) }, question, counts, all, more, groups, total, pages, like, label };
}

const counted = (counts: Iterable<readonly [string, number]>): SearchView['counts'] =>
  [...counts]
    .filter(([, total]) => total > 0)
    .map(([kind, total]) => ({ kind, total }))
    .toSorted((a, b) => inOrder(a.kind, b.kind));

async function readPage(
  { reader, lang }: Asked,
  question: Question,
  { kind }: SearchQuery,
  page: { limit: number; offset: number },
): Promise<Pick<SearchView, 'counts' | 'all' | 'more' | 'groups'>> {
  const forDocuments = { lang, question, kind, ...page };
  const forPlaces = { question, ids: placesCalled(question), ...page };
  const [documentRows, placeRows] = await askTogether(reader, documentsFound(forDocuments), placesFound(forPlaces));
  const found = await documentsPage(reader, documentRows, forDocuments);
  const places = foundPlaces(placeRows, forPlaces);
  const counts = counted([...found.counts, [cityKind, places.total]]);
  const { records, cities } = await withNames(reader, found.documents, kind === undefined || kind === cityKind ? places.places : []);
  const groups = counts.map((one) => ({ ...one, records: records.filter((record) => record.kind === one.kind), cities: one.kind === cityKind ? cities : [] }));
  return { counts, all: counts.reduce((sum, one) => sum + one.total, 0), more: found.more, groups: groups.filter((group) => group.records.length + group.cities.length > 0) };
}

const cityKey = (one: FoundPlace): string => `${one.country} ${one.name}`;

/** As they come, and of names that are like it alike in the order of the kinds: an organisation before its entry in the directory. */
const likestFirst = (a: LikeDocument, b: LikeDocument): number => b.degree - a.degree || a.title.length - b.title.length || inOrder(a.kind, b.kind);

/** Names that were mistyped by one sign, or else those that are like what was typed in any way; what was found already is not told again. */
async function readLike({ reader, lang }: Asked, question: Question, groups: Group[]): Promise<SearchView['like']> {
  const known = new Set(groups.flatMap((group) => [...group.records.map((one) => one.recordId), ...group.cities.map(cityKey)]));
  const wanted = { lang, question, limit: mostLike };
  const like = async (by: Likeness): Promise<[LikeDocument[], FoundPlace[]]> => {
    const [records, cities] = await askTogether(reader, documentsLike(wanted, by), placesLike(wanted, by));
    return [records.filter((one) => !known.has(one.recordId)).toSorted(likestFirst), cities.filter((one) => !known.has(cityKey(one)))];
  };
  const mistyped = await like('mistyped');
  return withNames(reader, ...(mistyped.some((its) => its.length > 0) ? mistyped : await like('alike')));
}

/** What was found, with the organisations that the records belong to and the networks that list the cities. */
async function withNames(reader: Asked['reader'], documents: FoundDocument[], places: FoundPlace[]): Promise<SearchView['like']> {
  const [organisations, networks] = await askTogether(
    reader,
    organisationsConcerned(documents.map((one) => one.recordId)),
    networksNamed([...new Set(places.flatMap((place) => place.networkIds))]),
  );
  const offers = documents.filter(({ kind }) => kind === 'offer').map((one) => one.recordId);
  const [offering] = offers.length === 0 ? [[]] : await askTogether(reader, offeredBy(offers), null);
  const concerned = Map.groupBy([...organisations, ...offering], (one) => one.recordId);
  const named = new Map(networks.map((network) => [network.id, network]));
  return {
    records: documents.map((one) => ({ ...one, organisations: (concerned.get(one.recordId) ?? []).map(({ slug, shortName }) => ({ slug, shortName })) })),
    cities: places.map((place) => ({ ...place, networks: place.networkIds.flatMap((id) => named.get(id) ?? []) })),
  };
}

const called = [pl, en].flatMap((names) => Object.entries(names).map(([id, name]) => ({ id: Number(id), folded: ` ${fold(name)}` })));

/** The cities that the reader's languages call so: `Akwizgran` is Aachen, and only the catalogue of names knows. */
const placesCalled = ({ words }: Question): number[] => [...new Set(called.filter(({ folded }) => words.every((word) => folded.includes(` ${word}`))).map(({ id }) => id))];
