import { sql } from 'kysely';
import { day, type Day } from '#basics/day.ts';
import { fold } from '#basics/fold.ts';
import { remembered } from '#basics/remembered.ts';
import type { Reader } from '#db/handles.ts';
import type { Lang } from '#lang/lang.ts';
import { registerMark } from '#publishing/register-state.ts';
import type { Organisation } from '../organisations/organisation.ts';
import { toldOnItsPage, type ListedOrganisation } from '../organisations/store.ts';
import { bodyOf, type Kept } from '../rows.ts';
import { statuses, type Status, type StatusSpan } from './membership-status.ts';
import type { Membership } from './membership.ts';
import { countIn, type PeriodFilter, type PeriodGroup } from './period-filter.ts';

export const periodOrders = ['name', 'since', 'newest', 'seat'] as const;
export type PeriodOrder = (typeof periodOrders)[number];

/** One period of belonging with its organisation as a list tells of it, and its status on the day asked for. */
export type Period = Kept<Membership> & { status: Status; organisation: Kept<ListedOrganisation> };

const leftOutInBrief = ['remarks', 'sources', 'objectives', 'steps', 'consent'] as const;
/** The same without what proves and explains it: where only who, whose decision and since when is told. */
export type BriefPeriod = Kept<Omit<Membership, (typeof leftOutInBrief)[number]>> & { status: Status; organisation: Kept<Omit<ListedOrganisation, 'sources'>> };

/** Periods that match, as of a day. A membership that had not begun on that day, nor been planned, is not among them. */
function matching(reader: Reader, filter: PeriodFilter, on: Day) {
  const words =
    filter.q === undefined
      ? []
      : fold(filter.q)
          .split(' ')
          .filter((word) => word !== '');
  return reader
    .selectFrom('memberships')
    .innerJoin('organisations', 'organisations.id', 'memberships.organisationId')
    .innerJoin('membershipStatuses', 'membershipStatuses.membershipId', 'memberships.id')
    .where((where) => where.or([where('membershipStatuses.fromDay', 'is', null), where('membershipStatuses.fromDay', '<=', on)]))
    .where((where) => where.or([where('membershipStatuses.toDay', 'is', null), where('membershipStatuses.toDay', '>', on)]))
    .where('membershipStatuses.status', '!=', 'not-yet')
    .$if(filter.decided !== undefined, (query) => query.where('memberships.decidedBy', '=', filter.decided ?? ''))
    .$if(filter.character !== undefined, (query) => query.where('memberships.character', '=', filter.character ?? ''))
    .$if(filter.status !== undefined, (query) => query.where('membershipStatuses.status', '=', filter.status ?? ''))
    .$if(filter.theme !== undefined, (query) => query.where(sql<boolean>`${filter.theme ?? ''} = any(${sql.ref('organisations.themes')})`))
    .$if(filter.scope === 'international', (query) => query.where('organisations.scope', '!=', 'national'))
    .$if(filter.scope !== undefined && filter.scope !== 'international', (query) => query.where('organisations.scope', '=', filter.scope ?? ''))
    .$if(filter.holder !== undefined, (query) => query.where('memberships.holder', '=', filter.holder ?? ''))
    .$if(filter.unit !== undefined, (query) =>
      query.where('memberships.unitId', '=', (where) =>
        where
          .selectFrom('records as units')
          .select('units.id')
          .where('units.kind', '=', 'unit')
          .where('units.slug', '=', filter.unit ?? ''),
      ),
    )
    .$if(words.length > 0, (query) =>
      query.where((where) => where.and(words.map((word) => sql<boolean>`(${sql.ref('organisations.folded')} || ' ' || ${sql.ref('memberships.folded')}) like ${`%${word}%`}`))),
    );
}

type AskedFor = { on: Day; order: PeriodOrder; lang: Lang; limit: number; offset: number };

export const listPeriods = async (reader: Reader, filter: PeriodFilter, view: AskedFor): Promise<Period[]> =>
  (await readPeriods(reader, filter, view, { membership: [], organisation: toldOnItsPage })).map((row) => ({
    id: row.id,
    slug: row.slug,
    body: bodyOf<Membership>(row),
    status: asStatus(row.status),
    organisation: { id: row.organisationId, slug: row.organisationSlug, body: bodyOf<ListedOrganisation>({ body: row.organisationBody }) },
  }));

export const periodsInBrief = async (reader: Reader, filter: PeriodFilter, view: AskedFor): Promise<BriefPeriod[]> =>
  (await readPeriods(reader, filter, view, { membership: leftOutInBrief, organisation: [...toldOnItsPage, 'sources'] })).map((row) => ({
    id: row.id,
    slug: row.slug,
    body: bodyOf<BriefPeriod['body']>(row),
    status: asStatus(row.status),
    organisation: { id: row.organisationId, slug: row.organisationSlug, body: bodyOf<BriefPeriod['organisation']['body']>({ body: row.organisationBody }) },
  }));

const without = (column: string, keys: readonly string[]) => (keys.length === 0 ? sql`${sql.ref(column)}` : sql`${sql.ref(column)} - ${[...keys]}::text[]`);

/** Which periods, and in what order, is settled before their bodies are looked at: to sort a register with its bodies takes ten times as long. */
function readPeriods(reader: Reader, filter: PeriodFilter, view: AskedFor, leftOut: { membership: readonly string[]; organisation: readonly string[] }) {
  const settled = matching(reader, filter, view.on)
    .select(['memberships.id', 'memberships.period', 'memberships.begins', 'memberships.organisationId', 'membershipStatuses.status', 'organisations.seatCountry'])
    .select(sql<string>`${sql.ref(view.lang === 'pl' ? 'organisations.namePl' : 'organisations.nameEn')} collate "pl"`.as('name'));
  return reader
    .selectFrom(
      settled
        .$if(view.order === 'since', (query) => query.orderBy('memberships.begins', (order) => order.asc().nullsLast()))
        .$if(view.order === 'newest', (query) => query.orderBy('memberships.begins', (order) => order.desc().nullsLast()))
        .$if(view.order === 'seat', (query) => query.orderBy('organisations.seatCountry', (order) => order.asc().nullsLast()))
        .orderBy('name')
        .orderBy('memberships.period')
        .orderBy('memberships.id')
        .limit(view.limit)
        .offset(view.offset)
        .as('page'),
    )
    .innerJoin('memberships', 'memberships.id', 'page.id')
    .innerJoin('organisations', 'organisations.id', 'page.organisationId')
    .innerJoin('records', 'records.id', 'page.id')
    .innerJoin('records as organisationRecords', 'organisationRecords.id', 'page.organisationId')
    .select(['page.id', 'page.status', 'page.organisationId', 'records.slug', 'organisationRecords.slug as organisationSlug'])
    .select([without('memberships.body', leftOut.membership).as('body'), without('organisations.body', leftOut.organisation).as('organisationBody')])
    .$if(view.order === 'since', (query) => query.orderBy('page.begins', (order) => order.asc().nullsLast()))
    .$if(view.order === 'newest', (query) => query.orderBy('page.begins', (order) => order.desc().nullsLast()))
    .$if(view.order === 'seat', (query) => query.orderBy('page.seatCountry', (order) => order.asc().nullsLast()))
    .orderBy('page.name')
    .orderBy('page.period')
    .orderBy('page.id')
    .execute();
}

/** How many periods there are of what the filter leaves. */
export const countPeriods = async (reader: Reader, filter: PeriodFilter, on: Day): Promise<number> =>
  countIn(await groupPeriods(reader, { q: filter.q, theme: filter.theme }, on), filter);

const keepOrganisations = remembered<number>();

/** How many organisations there are with a period on the day. */
export async function countOrganisationsOn(reader: Reader, on: Day): Promise<number> {
  return keepOrganisations(`${await registerMark(reader)} ${on}`, async () => {
    const row = await matching(reader, {}, on)
      .select((select) => select.fn.count('organisations.id').distinct().as('count'))
      .executeTakeFirstOrThrow();
    return Number(row.count);
  });
}

const keepGroups = remembered<PeriodGroup[]>(24);

/** The periods that bear the words and the theme, counted every way at once; `countIn` adds up what a caption asks for. Without words there are few such questions, so their answers are kept. */
export async function groupPeriods(reader: Reader, { q, theme }: Pick<PeriodFilter, 'q' | 'theme'>, on: Day): Promise<PeriodGroup[]> {
  if (q !== undefined) return readGroups(reader, { q, theme }, on);
  return keepGroups([await registerMark(reader), on, theme ?? '*'].join(' '), () => readGroups(reader, { theme }, on));
}

async function readGroups(reader: Reader, filter: Pick<PeriodFilter, 'q' | 'theme'>, on: Day): Promise<PeriodGroup[]> {
  const rows = await matching(reader, filter, on)
    .leftJoin('records as unitRecords', 'unitRecords.id', 'memberships.unitId')
    .select(['membershipStatuses.status', 'memberships.decidedBy as decided', 'memberships.character', 'organisations.scope', 'memberships.holder', 'unitRecords.slug as unit'])
    .select((select) => select.fn.countAll().as('count'))
    .groupBy(['membershipStatuses.status', 'memberships.decidedBy', 'memberships.character', 'organisations.scope', 'memberships.holder', 'unitRecords.slug'])
    .execute();
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

/** How many periods there are with each of these organisations, whatever the day: where there are more than one, a list says which it shows. */
export async function periodsByOrganisation(reader: Reader, organisationIds: readonly string[]): Promise<Map<string, number>> {
  if (organisationIds.length === 0) return new Map();
  const rows = await reader
    .selectFrom('memberships')
    .select((select) => ['organisationId', select.fn.countAll().as('count')])
    .where('organisationId', 'in', [...organisationIds])
    .groupBy('organisationId')
    .execute();
  return new Map(rows.map((row) => [row.organisationId, Number(row.count)]));
}

/** The periods of one organisation, the latest first, with their whole course of status. */
export async function periodsOf(reader: Reader, organisationId: string): Promise<(Kept<Membership> & { spans: StatusSpan[] })[]> {
  const rows = await reader
    .selectFrom('memberships')
    .innerJoin('records', 'records.id', 'memberships.id')
    .where('memberships.organisationId', '=', organisationId)
    .select(['memberships.id', 'records.slug', 'memberships.body'])
    .orderBy('memberships.period', 'desc')
    .execute();
  const spans = await spansOf(
    reader,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({ ...row, body: bodyOf<Membership>(row), spans: spans.get(row.id) ?? [] }));
}

export type PeriodOfOrganisation = Kept<Membership> & { organisation: Kept<Organisation> };

/** The memberships with these slugs and their organisations, by slug: those that acts concern. */
export async function membershipsNamed(reader: Reader, slugs: readonly string[]): Promise<Map<string, PeriodOfOrganisation>> {
  if (slugs.length === 0) return new Map();
  const rows = await reader
    .selectFrom('memberships')
    .innerJoin('records', 'records.id', 'memberships.id')
    .innerJoin('organisations', 'organisations.id', 'memberships.organisationId')
    .innerJoin('records as organisationRecords', 'organisationRecords.id', 'organisations.id')
    .where('records.slug', 'in', [...slugs])
    .select(['memberships.id', 'records.slug', 'memberships.body', 'organisations.id as organisationId'])
    .select(['organisationRecords.slug as organisationSlug', 'organisations.body as organisationBody'])
    .execute();
  return new Map(
    rows.map((row) => [
      row.slug,
      {
        id: row.id,
        slug: row.slug,
        body: bodyOf<Membership>(row),
        organisation: { id: row.organisationId, slug: row.organisationSlug, body: bodyOf<Organisation>({ body: row.organisationBody }) },
      },
    ]),
  );
}

/** The course of status of each membership, by its id. */
export async function spansOf(reader: Reader, membershipIds: readonly string[]): Promise<Map<string, StatusSpan[]>> {
  if (membershipIds.length === 0) return new Map();
  const rows = await reader
    .selectFrom('membershipStatuses')
    .selectAll()
    .where('membershipId', 'in', [...membershipIds])
    .orderBy('membershipId')
    .orderBy('position')
    .execute();
  const spans = new Map<string, StatusSpan[]>();
  for (const row of rows) {
    const its = spans.get(row.membershipId) ?? [];
    its.push({ from: row.fromDay === null ? null : day(row.fromDay), status: asStatus(row.status) });
    spans.set(row.membershipId, its);
  }
  return spans;
}

function asStatus(text: string): Status {
  const found = statuses.find((status) => status === text);
  if (!found) throw new Error(`${text} is no status of a membership`);
  return found;
}
