import type { Same } from '../lang.ts';
import type { siteMap as pl } from '../pl/site-map.ts';

export const siteMap: Same<typeof pl> = {
  title: 'Site map',
  lead: 'Every page of the service in Polish and English.',
  description: 'Every page of the service in Polish and English, with the pages of organisations and acts.',
  pagesId: 'pages',
  pagesHeading: 'What pages are there?',
  organisationsId: 'organisations',
  organisationsHeading: 'Which organisations have a page?',
  actsId: 'acts',
  actsHeading: 'Which acts have a page?',
  machines: 'For programs:',
  pages: {
    home: 'Home',
    organisations: 'Organisations and networks',
    whyBelong: 'Why belong',
    acts: 'Resolutions and other acts',
    assessment: 'Assessment of benefits',
    costs: 'Costs',
    search: 'Search',
    feedback: 'Report something',
    changes: 'Change register',
    about: 'About this service',
    data: 'Open data',
    accessibility: 'Accessibility statement',
    privacy: 'Privacy',
    cookies: 'Cookies',
    siteMap: 'Site map',
  },
};
