import { parseEdtf } from '#basics/edtf.ts';
import { fellowCitiesTable } from '#insight/index.ts';
import { columnsOf } from '#lang/columns.ts';
import { dateAttribute } from '#lang/dates.ts';
import { consentFinding, inLang, oddities, openItems, tripState } from '#register/index.ts';
import { addressOf } from '#web/paths.ts';
import type { Asked, CsvTable } from '../page.ts';
import type { View } from './read.ts';

/** The page for programs: the public bodies as they are, and what follows from them. */
export function organisationJson(view: View, { lang, baseUrl }: Asked): Record<string, unknown> {
  return {
    id: `${baseUrl}/id/organisations/${view.record.slug}`,
    address: baseUrl + addressOf('organisation', lang, { slug: view.record.slug }),
    asOf: view.on,
    organisation: { slug: view.record.slug, ...view.record.body },
    memberships: view.periods.map((period) => ({
      slug: period.slug,
      status: period.status,
      consentFinding: consentFinding(period.body),
      oddities: oddities(period.body),
      ...period.body,
    })),
    acts: [...view.acts.values()].map((act) => ({ slug: act.slug, ...act.body })),
    asks: view.asks.map((ask) => ({ slug: ask.slug, ...ask.body })),
    functions: view.functions.map((one) => ({ slug: one.slug, ...one.body })),
    activities: view.activities.map((one) => ({ slug: one.slug, type: one.type, ...one.body })),
    mandates: view.mandates.map((mandate) => ({ slug: mandate.slug, ...mandate.body })),
    trips: view.trips.map((trip) => ({ slug: trip.slug, state: tripState(trip.body, view.on), ...trip.body })),
    procedures: view.procedures.map((procedure) => ({ slug: procedure.slug, openItems: openItems(procedure.body), ...procedure.body })),
    effects: view.effects.map((effect) => ({ slug: effect.slug, standing: effect.standing, ...effect.body })),
    offers: view.offers.map((offer) => ({ slug: offer.slug, state: offer.state, ...offer.body })),
    label: view.label,
  };
}

const stepColumns = columnsOf('steps', {
  organisation: 'text',
  period: 'integer',
  status: 'text',
  step: 'integer',
  kind: 'text',
  date: 'dates',
  act: 'text',
  number: 'texts',
  by: 'texts',
  inferred: 'yesNo',
});

/** The chains of steps, a row a step; conflicting dates and numbers stand in one cell, divided by a bar. With `?table=cities` the fellow cities instead. */
export function organisationCsv(view: View, { lang, query }: Asked): CsvTable {
  if (query.get('table') === 'cities') return fellowCitiesTable(view.fellows, lang);
  return {
    name: `${view.record.slug}-steps`,
    columns: stepColumns,
    rows: view.periods.flatMap((period) =>
      period.body.steps.map((step, index) => [
        view.record.slug,
        period.body.period,
        period.status,
        index + 1,
        step.kind,
        step.date.map((claim) => claim.value).join(' | '),
        step.act ?? null,
        (step.act === undefined ? [] : (view.acts.get(step.act)?.body.number ?? [])).map((claim) => claim.value).join(' | '),
        step.by.map((claim) => inLang(claim.value, lang)).join(' | '),
        step.inferred === true,
      ]),
    ),
  };
}

/**
 * schema.org: the organisation, and the city as its member in a role with dates, given only where they are known without a
 * conflict. (ProgramMembership means loyalty cards, so it is not used.)
 */
export function organisationJsonLd(view: View, { lang, baseUrl, city }: Asked): object {
  const { body, slug } = view.record;
  const id = `${baseUrl}/id/organisations/${slug}`;
  const website = body.website.find((claim) => claim.confirmed !== false)?.value;
  const founded = body.founded.length === 1 && body.founded[0] ? dateAttribute(body.founded[0].value) : null;
  const seat = body.seat.length === 1 && body.seat[0]?.confirmed !== false ? body.seat[0]?.value : undefined;
  return {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'Organization',
        '@id': id,
        name: inLang(body.name, lang),
        ...(body.acronym === undefined ? {} : { alternateName: body.acronym }),
        ...(website === undefined ? {} : { url: website }),
        ...(founded === null ? {} : { foundingDate: founded }),
        ...(seat === undefined
          ? {}
          : {
              location: {
                '@type': 'Place',
                address: { '@type': 'PostalAddress', addressCountry: seat.country, ...(seat.city === null ? {} : { addressLocality: inLang(seat.city, lang) }) },
              },
            }),
      },
      {
        '@type': 'GovernmentOrganization',
        '@id': `${baseUrl}/id/city`,
        name: lang === 'pl' ? city.name.pl.nominative : city.name.en,
        memberOf: view.periods
          .filter((period) => period.body.holder.kind === 'city' && (period.status === 'active' || period.status === 'ended'))
          .map((period) => ({ '@type': 'OrganizationRole', memberOf: { '@id': id }, ...knownDates(period.body.belonging.map((claim) => claim.value)) })),
      },
    ],
  };
}

/** The days of an interval that the sources agree on; a date that is only about right cannot be said there. */
export function knownDates(belonging: readonly string[]): { startDate?: string; endDate?: string } {
  const [only, ...others] = belonging;
  const value = only === undefined || others.length > 0 ? null : parseEdtf(only);
  if (value?.kind !== 'interval') return {};
  const exact = (end: typeof value.start): string | undefined => (end.kind === 'date' ? (dateAttribute(end.date.text) ?? undefined) : undefined);
  const [startDate, endDate] = [exact(value.start), exact(value.end)];
  return { ...(startDate === undefined ? {} : { startDate }), ...(endDate === undefined ? {} : { endDate }) };
}
