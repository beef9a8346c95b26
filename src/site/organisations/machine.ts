import { cityInWorldTable } from '#insight/index.ts';
import { columnsOf } from '#lang/columns.ts';
import { langs } from '#lang/lang.ts';
import { countIn, deciders, characters, leading, type Period } from '#register/index.ts';
import { addressOf } from '#web/paths.ts';
import type { Asked, CsvTable } from '../page.ts';
import { changed, filterNames, listedStatuses } from './query.ts';
import { pageSize, type ListView } from './read.ts';

const addresses = (slug: string, baseUrl: string) => Object.fromEntries(langs.map((lang) => [lang, baseUrl + addressOf('organisation', lang, { slug })]));

const item = (period: Period, baseUrl: string) => {
  const { name, shortName, acronym, nativeName, kind, scope, themes, seat, website } = period.organisation.body;
  return {
    id: `${baseUrl}/id/memberships/${period.slug}`,
    slug: period.slug,
    status: period.status,
    addresses: addresses(period.organisation.slug, baseUrl),
    organisation: {
      id: `${baseUrl}/id/organisations/${period.organisation.slug}`,
      slug: period.organisation.slug,
      name,
      shortName,
      acronym,
      nativeName,
      kind,
      scope,
      themes,
      seat,
      website,
    },
    membership: period.body,
  };
};

export function listJson(view: ListView, { baseUrl }: Asked): Record<string, unknown> {
  const { query, groups } = view;
  return {
    on: view.on,
    filters: Object.fromEntries(filterNames.map((name) => [name, query[name] ?? null])),
    sort: query.order,
    items: view.periods.map((period) => item(period, baseUrl)),
    total: view.total,
    page: query.page,
    pageSize,
    all: { periods: view.all, organisations: view.organisations },
    counts: {
      status: Object.fromEntries(listedStatuses.map((status) => [status, countIn(groups, changed(query, { status }))])),
      decided: Object.fromEntries(deciders.map((decided) => [decided, countIn(groups, changed(query, { decided }))])),
      character: Object.fromEntries(characters.map((character) => [character, countIn(groups, changed(query, { character }))])),
    },
    label: view.label ?? null,
  };
}

const columns = columnsOf('organisations', {
  membership: 'text',
  organisation: 'text',
  period: 'integer',
  name_pl: 'text',
  name_en: 'text',
  native_name: 'text',
  native_language: 'text',
  scope: 'text',
  kind: 'text',
  themes: 'texts',
  holder: 'text',
  decided_by: 'text',
  basis: 'text',
  character: 'text',
  category: 'text',
  founder: 'yesNo',
  belonging: 'dates',
  status: 'text',
  status_on: 'day',
  unit: 'text',
  seat_city_pl: 'text',
  seat_city_en: 'text',
  seat_country: 'text',
  address_pl: 'link',
  address_en: 'link',
});

/** Where sources conflict all that they say stands in the cell, ` | ` between. */
/** The table that the asked view is drawn from: periods, or for the map seats and fellow cities. */
export function listCsv(view: ListView, { baseUrl, lang }: Asked): CsvTable {
  if (view.world !== null) return cityInWorldTable(view.world, lang);
  const rows = view.periods.map(({ slug, body, status, organisation }) => {
    const seat = leading(organisation.body.seat);
    const { pl, en } = addresses(organisation.slug, baseUrl);
    return [
      slug,
      organisation.slug,
      body.period,
      organisation.body.name.pl,
      organisation.body.name.en ?? null,
      organisation.body.nativeName?.name ?? null,
      organisation.body.nativeName?.lang ?? null,
      organisation.body.scope,
      organisation.body.kind,
      organisation.body.themes.join(' | '),
      body.holder.kind,
      body.decidedBy,
      body.basis,
      body.character,
      body.category,
      body.founder,
      body.belonging.map((claim) => claim.value).join(' | '),
      status,
      view.on,
      body.unit ?? null,
      seat?.city?.pl ?? null,
      seat?.city?.en ?? null,
      seat?.country ?? null,
      pl ?? null,
      en ?? null,
    ];
  });
  return { name: 'organisations', columns, rows };
}
