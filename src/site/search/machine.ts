import { langs } from '#lang/lang.ts';
import { addressOf } from '#web/paths.ts';
import type { Asked } from '../page.ts';
import { snippetOf } from './marking.ts';
import { cityName, wholeTitle } from './naming.ts';
import { cityKind, searchAddress } from './query.ts';
import { pageSize, perKind, type FoundCity, type FoundRecord, type SearchView } from './read.ts';
import { groupOf } from './texts.ts';

/** The results for programs, and for the suggestions while typing. */
export function searchJson(view: SearchView, asked: Asked): Record<string, unknown> {
  const { lang, baseUrl } = asked;
  const { query } = view;
  const record = (one: FoundRecord) => ({
    kind: one.kind,
    kindName: groupOf(one.kind, lang).heading,
    title: wholeTitle(one, lang),
    path: one.path,
    names: one.names,
    exact: one.exact,
    organisations: one.organisations.map(({ slug, shortName }) => ({ slug, name: shortName, path: addressOf('organisation', lang, { slug }) })),
    snippet: snippetOf(one.text, view.question.words)?.text ?? null,
  });
  const city = (one: FoundCity) => ({
    kind: cityKind,
    kindName: groupOf(cityKind, lang).heading,
    title: cityName(one, lang),
    path: searchAddress(lang, { q: cityName(one, lang), kind: cityKind }),
    country: one.country,
    geonames: one.geonames,
    exact: one.exact,
    networks: one.networks.map(({ slug, name, organisation }) => ({ slug, name, organisation: organisation?.slug ?? null })),
  });
  return {
    q: query.q,
    kind: query.kind ?? null,
    items: view.groups.flatMap((group) => [...group.records.map(record), ...group.cities.map(city)]),
    total: view.total,
    ...(view.more ? { more: true } : {}),
    page: query.page,
    pages: view.pages,
    pageSize: query.kind === undefined ? null : pageSize,
    mostOfEachKind: query.kind === undefined ? perKind : null,
    kinds: view.counts.map(({ kind, total }) => ({ kind, total, json: query.q === '' ? null : baseUrl + searchAddress(lang, { q: query.q, kind }, '.json') })),
    similar: [...view.like.records.map(record), ...view.like.cities.map(city)],
    addresses: Object.fromEntries(langs.map((one) => [one, baseUrl + searchAddress(one, query)])),
    label: view.label ?? null,
  };
}
