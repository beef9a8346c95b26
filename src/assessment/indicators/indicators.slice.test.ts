import { resolve } from 'node:path';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { day } from '#basics/day.ts';
import type { Reader } from '#db/handles.ts';
import { readLocalUse } from '#insight/index.ts';
import { loadExample } from '../../example.ts';
import { offerUsed } from '../../../test/offer-used.ts';
import { storeFor } from '../../../test/world.ts';
import { readIndicators } from './read.ts';

/** One indicator of one membership, counted a second time by the database alone. Only what is documented has a row; `rows` are `kind/slug`. */
type SecondCount = { membership: string; indicator: string; low: number; high: number; rows: string[] };

/** Written apart from the code that it checks: from the public rows and their bodies, in SQL. */
async function secondCount(reader: Reader, on: string): Promise<SecondCount[]> {
  const { rows } = await sql<SecondCount>`
    with
    setting as (select ${on}::date as on_day, extract(year from ${on}::date)::int as close_year),
    rate as (
      select distinct on (r ->> 'currency') r ->> 'currency' as currency, (r ->> 'pln')::numeric as pln
      from settings, jsonb_array_elements(value) r, setting
      where name = 'exchangeRates' and (r ->> 'on')::date <= on_day
      order by r ->> 'currency', (r ->> 'on')::date desc
    ),
    worth as (select currency, pln from rate union all select 'PLN', 1),
    peer as (select p.value #>> '{}' as name from settings, jsonb_array_elements(value) p where settings.name = 'peers'),
    m as (
      select memberships.id, records.slug, memberships.organisation_id as org, memberships.body
      from memberships join records on records.id = memberships.id cross join setting
      where exists (
        select from membership_statuses s where s.membership_id = memberships.id and s.status in ('active', 'suspended')
          and coalesce(s.from_day, '-infinity') <= on_day and coalesce(s.to_day, 'infinity') > on_day)
    ),
    own as (
      select 'project' as kind, 0 as rank, records.slug, records.slug as name, 'projects' as yield, ao.organisation_id as org, a.begins, a.ends,
        (a.body -> 'cityShare' ->> 'amount')::numeric as amount, a.body -> 'cityShare' ->> 'currency' as currency
      from activities a join activity_organisations ao on ao.activity_id = a.id join records on records.id = a.id where a.type = 'project'
      union all
      select a.type, case a.type when 'event' then 1 else 2 end, records.slug, records.slug, 'promotion', ao.organisation_id, a.begins, a.ends, null, null
      from activities a join activity_organisations ao on ao.activity_id = a.id join records on records.id = a.id
      where a.type = 'award' or (a.type = 'event' and a.body ->> 'part' in ('hosted', 'co-hosted'))
      union all
      select 'effect', 3, records.slug, coalesce(e.same_thing, records.slug),
        case
          when e.area = 'projects-innovation' and (e.body ? 'amount' or e.body ? 'cityShare') then 'projects'
          when e.area = 'lobbying' then 'influence'
          when e.area = 'tourism-business-promotion' then 'promotion'
          when e.area in ('solidarity', 'personal-contacts') then 'solidarity'
          when e.area = 'prestige' then null
          when e.level = 'outcome' then 'adopted-practice'
          else 'exchange'
        end,
        e.organisation_id, e.begins, e.ends, (e.body ->> 'cityShare')::numeric, e.body ->> 'currency'
      from effects e join records on records.id = e.id where e.attribution = 'explicit'
    ),
    counted as (
      select m.slug as membership, own.*, case when yield = 'projects' then round(amount * worth.pln, 2) else 1 end as adds
      from m join own on own.org = m.org cross join setting
      left join worth on worth.currency = own.currency
      where yield is not null
        and coalesce(begins, ends) <= on_day
        and (yield = 'adopted-practice' or coalesce(ends, 'infinity') > on_day - interval '3 years')
        and (yield <> 'projects' or (amount is not null and worth.pln is not null))
        and exists (
          select from membership_statuses s where s.membership_id = m.id and s.status in ('active', 'suspended')
            and coalesce(s.from_day, '-infinity') <= coalesce(own.ends, own.begins) and coalesce(s.to_day, 'infinity') > coalesce(own.begins, own.ends))
    ),
    once as (
      select distinct on (membership, name) * from counted
      order by membership, name, array_position(array['projects', 'adopted-practice', 'exchange', 'influence', 'promotion', 'solidarity'], yield), rank, slug
    ),
    held as (
      select m.slug as membership, records.slug, f.level,
        case f.level when 'member' then 1 when 'board' then 2 when 'group-lead' then 2 when 'presidency' then 3 end as step
      from m join functions f on f.organisation_id = m.org join records on records.id = f.id cross join setting
      where f.begins <= on_day and (f.ends >= on_day or (f.ends is null and f.body -> 'term' -> 0 ->> 'value' like '%/..'))
    ),
    running as (
      select m.slug as membership, 'project' as kind, records.slug
      from m join activity_organisations ao on ao.organisation_id = m.org join activities a on a.id = ao.activity_id and a.type = 'project' join records on records.id = a.id cross join setting
      where m.body ? 'unit' and a.begins <= on_day and (a.ends >= on_day or (a.ends is null and a.body -> 'years' -> 0 ->> 'value' like '%/..'))
      union all
      select membership, 'function', held.slug from held join m on m.slug = held.membership where held.level = 'participant' and m.body ? 'unit'
    ),
    office as (select *, max(step) over (partition by membership) as highest from held where step is not null),
    goal as (
      select m.slug as membership, records.slug, o.body ->> 'parent' as parent
      from m, jsonb_array_elements(m.body -> 'objectives') link
      join records on records.kind = 'objective' and records.slug = link ->> 'objective' join objectives o on o.id = records.id
      where link ->> 'state' = 'confirmed' and o.framework = 'strategy'
    ),
    leaf as (select membership, slug from goal where not exists (select from goal below where below.membership = goal.membership and below.parent = goal.slug)),
    alive as (
      select membership, kind, slug from running
      union select membership, 'function', slug from office where step = highest
      union
      select m.slug, 'effect', records.slug from m join effects e on e.organisation_id = m.org join records on records.id = e.id cross join setting
      where e.attribution = 'explicit' and coalesce(e.begins, e.ends) <= on_day and coalesce(e.ends, 'infinity') > on_day - interval '1 year'
        and exists (
          select from membership_statuses s where s.membership_id = m.id and s.status in ('active', 'suspended')
            and coalesce(s.from_day, '-infinity') <= coalesce(e.ends, e.begins) and coalesce(s.to_day, 'infinity') > coalesce(e.begins, e.ends))
    ),
    ask as (
      select m.slug as membership, records.slug, a.type, a.year, a.amount, a.currency, a.body ->> 'every' as every, (a.body ->> 'hours')::numeric as hours
      from m join asks a on a.membership_id = m.id join records on records.id = a.id
    ),
    fee_year as (
      select membership, max(year) filter (where year <= setting.close_year and year > setting.close_year - 3) as chosen, bool_or(year is null and every = 'year') as yearless
      from ask, setting where type = 'fee' and amount is not null and coalesce(every, '') <> 'once' group by membership
    ),
    cash as (
      select ask.membership, ask.slug, ask.amount * worth.pln as pln
      from ask join fee_year using (membership) left join worth on worth.currency = ask.currency
      where ask.type in ('fee', 'own-contribution') and coalesce(every, '') <> 'once'
        and (ask.year = chosen or (chosen is null and yearless and ask.year is null and every = 'year'))
    ),
    travel_year as (
      select membership, max(year) filter (where year <= setting.close_year and year > setting.close_year - 3) as chosen, bool_or(year is null and every = 'year') as yearless
      from ask, setting where type in ('travel', 'hosting') group by membership
    ),
    travel as (
      select ask.membership, 'ask' as kind, ask.slug, ask.amount * worth.pln as pln
      from ask join travel_year using (membership) left join worth on worth.currency = ask.currency
      where ask.type in ('travel', 'hosting') and coalesce(every, '') <> 'once'
        and (ask.year = chosen or (chosen is null and yearless and ask.year is null and every = 'year'))
      union all
      select membership, 'trip', slug, pln from (
        select m.slug as membership, records.slug, (t.body ->> 'amount')::numeric * worth.pln as pln,
          extract(year from t.begins) as year, max(extract(year from t.begins)) filter (where extract(year from t.begins) > setting.close_year - 3) over (partition by m.id) as latest
        from m join trips t on t.organisation_id = m.org join records on records.id = t.id cross join setting left join worth on worth.currency = t.body ->> 'currency'
        where coalesce(t.ends, on_day) <= on_day and t.begins is not null and not t.body ? 'refusedOn'
          and not exists (select from travel_year where travel_year.membership = m.slug and (chosen is not null or yearless))
      ) made where year = latest
    ),
    hours as (
      select membership, slug, hours from (
        select ask.*, max(ask.year) filter (where ask.year <= setting.close_year and ask.year > setting.close_year - 3) over (partition by membership) as chosen
        from ask, setting where type = 'staff-hours' and hours is not null
      ) worked where year is not distinct from chosen and (year is not null or every = 'year')
    ),
    company as (
      select m.slug as membership, n.slug, count(distinct peer.name)::numeric as inside, (select count(*) from peer) as peers, networks.body -> 'coverage' ->> 'completeness' as completeness
      from m join organisations on organisations.id = m.org join networks on networks.id = organisations.network_id join records n on n.id = networks.id
      left join network_members nm on nm.network_id = networks.id and nm.role <> 'candidate'
      left join peer on peer.name in (nm.name, nm.place, nm.geonames::text)
      where networks.body -> 'coverage' is distinct from 'null'::jsonb
      group by m.slug, n.slug, networks.body
    ),
    notice as (
      select m.slug as membership, coalesce(word.months, substring(m.body -> 'noticePeriod' ->> 'en' from '(\d+) months')::int) as months
      from m left join (values ('three months', 3), ('six months', 6), ('twelve months', 12), ('one month', 1)) as word (says, months) on m.body -> 'noticePeriod' ->> 'en' like '%' || word.says || '%'
    )
    select membership, yield as indicator, sum(adds)::float8 as low, sum(adds)::float8 as high, array_agg(kind || '/' || slug) as rows from once group by membership, yield
    union all select membership, 'current-engagement', count(*), count(*), array_agg(kind || '/' || slug) from running group by membership
    union all select membership, 'office-held', max(step), max(step), array_agg('function/' || slug) from office where step = highest group by membership
    union all
    select leaf.membership, 'strategy-fit', step, step, array_agg('objective/' || leaf.slug) || coalesce((select array_agg(kind || '/' || slug) from alive where alive.membership = leaf.membership), '{}')
    from leaf cross join lateral (
      select case when exists (select from alive where alive.membership = leaf.membership)
        then least(4, (select count(*) from leaf other where other.membership = leaf.membership) + 1) else 1 end as step
    ) fit group by leaf.membership, step
    union all
    select membership, 'company', round(inside / peers, 4), case completeness when 'partial' then 1 else round(inside / peers, 4) end, array['network/' || slug]
    from company where peers > 0 and (inside > 0 or completeness <> 'partial')
    union all select membership, 'cash', sum(pln), sum(pln), array_agg('ask/' || slug) from cash group by membership having bool_and(pln is not null)
    union all select membership, 'travel', sum(pln), sum(pln), array_agg(kind || '/' || slug) from travel group by membership having bool_and(pln is not null)
    union all select membership, 'staff-hours', sum(hours), sum(hours), array_agg('ask/' || slug) from hours group by membership
    union all select slug, 'reporting', jsonb_array_length(body -> 'duties'), jsonb_array_length(body -> 'duties'), array['membership/' || slug] from m where jsonb_array_length(body -> 'duties') > 0
    union all select membership, 'lock-in', months, months, array['membership/' || membership] from notice where months is not null
    union all
    select m.slug, 'local-use', count(distinct use.who), count(distinct use.who), array_agg(distinct use.named)
    from m join (
      select o.organisation_id as org, coalesce(a.institution_id::text, a.id::text) as who, a.outcome_on as low, a.outcome_on as high, unnest(array['offer/' || r.slug, 'effect/' || er.slug]) as named
      from applications a join offers o on o.id = a.offer_id join records r on r.id = o.id
      left join audit on audit.about = 'draft ' || a.effect_draft_id and audit.action = 'submit draft' left join effects e on e.id = audit.record_id left join records er on er.id = e.id
      where a.state = 'won'
      union all
      select o.organisation_id, coalesce(u.institution_key, u.kind), rpad(u.happened, 10, '-01-01')::date, (rpad(u.happened, 10, '-01-01')::date + case length(u.happened) when 4 then interval '1 year' else interval '1 month' end)::date - 1, 'effect/' || er.slug
      from offer_uses u join offers o on o.id = u.offer_id
      join audit on audit.about = 'draft ' || u.draft_id and audit.action = 'submit draft' join effects e on e.id = audit.record_id join records er on er.id = e.id
      where u.outcome = 'used' and u.state = 'drafted'
    ) use on use.org = m.org cross join setting
    where use.named is not null and use.low <= on_day and use.high > on_day - interval '3 years' group by m.slug`.execute(reader);
  return rows.map((row) => ({ ...row, rows: row.rows.toSorted() }));
}

const inOrder = (counts: SecondCount[]): SecondCount[] => counts.toSorted((a, b) => (`${a.membership} ${a.indicator}` < `${b.membership} ${b.indicator}` ? -1 : 1));

async function firstCount(reader: Reader, on: string): Promise<SecondCount[]> {
  const { readings } = await readIndicators(reader, day(on), await readLocalUse(reader, day(on)));
  return readings
    .filter((reading) => reading.state === 'documented')
    .map(({ membership, indicator, from, to, evidence }) => ({
      membership,
      indicator,
      low: from ?? NaN,
      high: to ?? NaN,
      rows: evidence.map((one) => `${one.kind}/${one.slug}`).toSorted(),
    }));
}

describe('each indicator is the sum of exactly the records that it names', () => {
  const krakow = storeFor('world');
  const nadrzecze = storeFor('empty');
  beforeAll(async () => {
    const loaded = await loadExample(nadrzecze().db, resolve(import.meta.dirname, '../../..'), 'nadrzecze', new Date('2026-11-22T09:00:00Z'));
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
    await offerUsed(nadrzecze().db);
  });

  it.each(['2025-10-31', '2026-10-31', '2026-11-22', '2019-06-30'])('in Nadrzecze on %s, as the database counts it by itself', async (on) => {
    const [first, second] = await nadrzecze().db.read(async (reader) => [await firstCount(reader, on), await secondCount(reader, on)]);
    expect(inOrder(first ?? [])).toEqual(inOrder(second ?? []));
    expect(first?.length).toBeGreaterThan(on < '2020' ? 5 : 60);
  });

  it.each(['2026-11-22', '2012-06-30'])('in Kraków on %s, as the database counts it by itself', async (on) => {
    const [first, second] = await krakow().db.read(async (reader) => [await firstCount(reader, on), await secondCount(reader, on)]);
    expect(inOrder(first ?? [])).toEqual(inOrder(second ?? []));
    expect(first?.length).toBeGreaterThan(on < '2020' ? 0 : 9);
  });

  it('use by local bodies counts who won and whose report was checked and published, each once, in the last three years', async () => {
    const read = await nadrzecze().db.read(async (reader) => {
      const on = day('2026-11-22');
      const { readings } = await readIndicators(reader, on, await readLocalUse(reader, on));
      return readings.filter(({ indicator, state, grade }) => indicator === 'local-use' && state === 'documented' && grade === 'C');
    });
    // Two that won (one of them twice), one of the example that won by another offer, and one that reported; not the one that lost, the one of 2022, nor the report that nobody has published.
    expect(read).toMatchObject([{ from: 4, to: 4, grade: 'C' }]);
    expect(read[0]?.evidence.map(({ kind }) => kind).toSorted()).toEqual(['effect', 'offer', 'offer']);
  });

  it('every record that is named stands in public in the revision that is named', async () => {
    const missing = await nadrzecze().db.read(async (reader) => {
      const { readings } = await readIndicators(reader, day('2026-10-31'), await readLocalUse(reader, day('2026-10-31')));
      const named = readings.flatMap(({ evidence, beside }) => [...evidence, ...beside]);
      const { rows } = await sql<{ key: string }>`
        select records.kind || '/' || records.slug || '/' || revisions.number as key
        from current_revisions join revisions on revisions.id = revision_id join records on records.id = current_revisions.record_id`.execute(reader);
      const known = new Set(rows.map((row) => row.key));
      return named.filter((one) => !known.has(`${one.kind}/${one.slug}/${one.revision}`));
    });
    expect(missing).toEqual([]);
  });
});
