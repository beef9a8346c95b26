import type { site as pl } from '#lang/pl/site.ts';
import type { Same } from '#lang/lang.ts';

export const site: Same<typeof pl> = {
  nav: {
    organisations: 'Organisations',
    whyBelong: 'Why belong',
    acts: 'Acts',
    costs: 'Costs',
    changes: 'Change register',
    about: 'About',
  },
  menus: {
    section: 'International organisations',
    organisations: (city: string) => `Organisations and city networks that ${city} belongs to`,
    why: 'Why belong to an organisation?',
    all: 'All organisations',
    active: 'Active memberships',
    notEstablished: 'Memberships whose state is not established',
    byCouncil: 'Decided by the City Council',
    others: 'Without a council decision, or basis unknown',
    national: 'National',
    formerOrUnclear: 'Former, or state not established',
    more: 'more',
    measurable: 'Measurable',
    immaterial: 'Immaterial',
    prestige: 'Prestige',
  },
  footer: { register: 'Register', service: 'About', data: 'Data', changes: 'Change register', json: 'Organisations as JSON', csv: 'Organisations as CSV' },
  attributions: { places: 'Places: GeoNames, CC BY 4.0.', coastline: 'Coastline: Natural Earth.' },
  home: 'Home',
  back: 'Back',
  notFound: {
    title: 'There is no such page',
    lead: 'Nothing has been published at this address. It may have been mistyped, or the page never existed.',
    next: 'Start from the list of organisations or from the home page.',
    search: 'Search organisations and acts',
    searchButton: 'Search',
  },
  notYet: {
    title: 'The register is still empty',
    lead: 'The office has not published a record here yet.',
  },
  download: { csv: 'CSV', json: 'JSON', heading: 'The same data' },
  yes: 'yes',
  no: 'no',
};
