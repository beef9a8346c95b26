import type { Day } from '#basics/day.ts';
import { readCityInWorld, type CityInWorldView } from '#insight/index.ts';
import { labelOfLatest, type LabelFacts } from '#publishing/history.ts';
import {
  countIn,
  countOrganisationsOn,
  countPeriods,
  functionsByOrganisation,
  groupPeriods,
  listPeriods,
  periodsByOrganisation,
  unitsBySlug,
  type FunctionHeld,
  type Kept,
  type Period,
  type PeriodFilter,
  type PeriodGroup,
  type Unit,
} from '#register/index.ts';
import { rowsFor, type Asked } from '../page.ts';
import { changed, filterNames, readQuery, type FilterName, type ListQuery } from './query.ts';

export const pageSize = 50;
/** A line or a map of more would not be readable; the table has them all. */
const drawnAtMost = 200;

export type ListView = {
  query: ListQuery;
  /** The day whose state is shown. */
  on: Day;
  units: Map<string, Kept<Unit>>;
  /** Periods and organisations on that day, before any filter. */
  all: number;
  organisations: number;
  /** What the words and the theme of the query leave, for counting it by everything else. */
  groups: PeriodGroup[];
  periods: Period[];
  total: number;
  pages: number;
  /** How many periods each organisation on this page has in all. */
  periodsOf: Map<string, number>;
  /** Where nothing was found: what would be found without one of the filters. */
  without: { name: FilterName; count: number }[];
  /** Offices held, for the line of belonging. */
  held: Map<string, FunctionHeld[]>;
  world: CityInWorldView | null;
  label: LabelFacts | undefined;
};

export async function readList(asked: Asked): Promise<ListView> {
  const { reader, query: params, today, lang, city } = asked;
  const units = await unitsBySlug(reader);
  const query = readQuery(params, { units, today });
  const on = query.on ?? today;
  const groups = await groupPeriods(reader, query, on);
  const total = countIn(groups, query);
  const size = rowsFor(asked, query.view === 'table' ? pageSize : drawnAtMost);
  const pages = query.view === 'table' || asked.whole ? Math.max(1, Math.ceil(total / size)) : 1;
  const page = Math.min(query.page, pages);
  const periods = await listPeriods(reader, query, { on, order: query.order, lang, limit: size, offset: (page - 1) * size });
  const organisationIds = [...new Set(periods.map((period) => period.organisation.id))];
  const all = await countPeriods(reader, {}, on);
  return {
    query: { ...query, page },
    on,
    units,
    all,
    organisations: await countOrganisationsOn(reader, on),
    groups,
    periods,
    total,
    pages,
    periodsOf: await periodsByOrganisation(reader, organisationIds),
    without: total === 0 && all > 0 ? await countsWithout(reader, query, on) : [],
    held: query.view === 'timeline' ? await functionsByOrganisation(reader, organisationIds) : new Map<string, FunctionHeld[]>(),
    world: query.view === 'map' ? await readCityInWorld(reader, { city, on }) : null,
    label: await labelOfLatest(reader, ['organisation', 'membership']),
  };
}

async function countsWithout(reader: Asked['reader'], query: ListQuery, on: Day): Promise<ListView['without']> {
  const counts: ListView['without'] = [];
  for (const name of filtersIn(query)) counts.push({ name, count: await countPeriods(reader, changed(query, { [name]: undefined }), on) });
  return counts;
}

export const filtersIn = (query: PeriodFilter): FilterName[] => filterNames.filter((name) => query[name] !== undefined);
