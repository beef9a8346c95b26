import type { Same } from '../lang.ts';
import { numberInWords, plural } from '../numbers.ts';
import type { home as pl } from '../pl/home.ts';

const counted = (n: number, one: string, other: string): string => `${numberInWords(n, 'en')} ${plural(n, 'en', { one, other })}`;

export const home: Same<typeof pl> = {
  title: (city: string) => `${city} in the world`,
  lead: (all: number, bodies: number, active: number, international: number) =>
    `The register holds ${counted(all, 'period', 'periods')} of membership in ${counted(bodies, 'organisation', 'organisations')}. Of these, ${numberInWords(active, 'en')} ${active === 1 ? 'is' : 'are'} active today, ${numberInWords(international, 'en')} in international organisations. Here you can see who decided on them, what they cost and what came of them.`,
  description: (city: string) => `The organisations and city networks that ${city} belongs to, who decided, what it costs and what came of it.`,

  company: 'Who is there with us?',

  claim: {
    id: 'all-important',
    heading: 'Are these all the most important ones?',
    intro: 'Here the register can be compared with the directory of organisations and city networks.',
    finding: (networks: number, active: number) =>
      `The directory holds ${numberInWords(networks, 'en')} ${plural(networks, 'en', { one: 'organisation or city network', other: 'organisations and city networks' })}. In ${numberInWords(active, 'en')} of them the register shows an active membership.`,
    caption: 'Directory of networks and register of memberships, by scope',
    columns: { scope: 'Scope', networks: 'In the directory', inRegister: 'In the register', active: 'Active membership today' },
    scopes: { global: 'global', european: 'European', regional: 'regional', national: 'national' },
    limits:
      'The directory is not complete, and the sources do not say which organisations matter most. No record in the register does not mean that the city does not belong: it means only that no source was found.',
  },

  belongs: {
    heading: 'What does the city belong to?',
    intro: (day: string) => `Memberships active on ${day}, each with the year of joining.`,
    international: (decided: string) => `International, ${decided}`,
    national: 'National',
    more: (n: number) => `and ${numberInWords(n, 'en')} more`,
    or: 'or',
    none: 'No membership is active today.',
    all: 'All memberships, former and unclear ones too',
  },

  figures: {
    heading: 'What does the register show?',
    more: 'What else does the register count?',
    intro: 'Every number leads to the list where it can be checked.',
    of: (n: number) => `of ${numberInWords(n, 'en')}`,
    headline: (n: number) => `international ${plural(n, 'en', { one: 'membership', other: 'memberships' })} held by the city itself, active today and decided by the City Council`,
    all: (n: number) => `${plural(n, 'en', { one: 'period', other: 'periods' })} of membership on record, former and unclear ones included`,
    international: (n: number) => `${plural(n, 'en', { one: 'period', other: 'periods' })} of membership in international organisations, whatever their state`,
    city: (n: number) => `${plural(n, 'en', { one: 'period', other: 'periods' })} of membership held by the city itself, not by a unit or an official`,
    active: (n: number) => `${plural(n, 'en', { one: 'membership', other: 'memberships' })} active today, national ones included`,
    council: (n: number) => `${plural(n, 'en', { one: 'period', other: 'periods' })} of membership decided by the City Council, whatever their state`,
    acts: (n: number) => `${plural(n, 'en', { one: 'act', other: 'acts' })} of the City Council among the resolutions and other acts of the city on file`,
    effects: (n: number) => `documented ${plural(n, 'en', { one: 'effect that counts as a result', other: 'effects that count as results' })} of membership, out of all recorded`,
    fees: (n: number) => `${plural(n, 'en', { one: 'organisation', other: 'organisations' })} whose fee is known, if only for one year`,
    functions: (n: number) => `${plural(n, 'en', { one: 'office', other: 'offices' })} in the bodies of organisations, held today`,
  },

  news: 'Offices and changes',
  functions: { heading: 'Who holds office?', none: 'The register knows of no office held today.', termUnknown: 'term not known', or: 'or', unconfirmed: 'not confirmed' },
  changes: {
    heading: 'What has changed?',
    none: 'Nothing has been published yet.',
    all: 'Change register',
    many: 'Changes in the register',
    groups: { new: 'New records', changed: 'Changed', withdrawn: 'Withdrawn', restored: 'Restored' },
    kinds: {
      organisation: (n: number) => counted(n, 'organisation', 'organisations'),
      membership: (n: number) => counted(n, 'membership', 'memberships'),
      act: (n: number) => counted(n, 'act', 'acts'),
      ask: (n: number) => counted(n, 'cost or duty', 'costs and duties'),
      function: (n: number) => counted(n, 'office held', 'offices held'),
      event: (n: number) => counted(n, 'event', 'events'),
      project: (n: number) => counted(n, 'project', 'projects'),
      award: (n: number) => counted(n, 'award', 'awards'),
      effect: (n: number) => counted(n, 'documented effect', 'documented effects'),
      offer: (n: number) => counted(n, 'offer', 'offers'),
      objective: (n: number) => counted(n, 'strategy goal', 'strategy goals'),
      unit: (n: number) => counted(n, 'unit in charge', 'units in charge'),
      network: (n: number) => counted(n, 'network in the directory', 'networks in the directory'),
      article: (n: number) => counted(n, 'page', 'pages'),
    },
    others: (n: number) => counted(n, 'other record', 'other records'),
  },

  why: {
    heading: 'Why belong?',
    intro: 'How many documented effects count in each field, out of those recorded there. What counts is what a source ties to the membership and what happened while it lasted.',
    of: (n: number) => `of ${numberInWords(n, 'en')}`,
    none: 'No effect has been recorded yet.',
    all: 'All fields and effects',
  },
};
