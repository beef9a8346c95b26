type Rows = { slug: string; body: unknown }[];

export const unitBody = (title: string) => ({ name: { pl: title, en: title }, kind: 'office' });

export const organisationBody = (title: string) => ({
  name: { pl: title, en: title },
  shortName: { pl: title, en: title },
  kind: 'network',
  scope: 'european',
  themes: ['culture', 'climate'],
  summary: { pl: 'Sieć miast.', en: 'A network of cities.' },
  description: { pl: 'Sieć miast założona na próbę.', en: 'A network of cities founded for a trial.' },
});

const membershipBody = (organisation: string, unit: string) => ({
  organisation,
  holder: { kind: 'city', name: { pl: 'Gmina', en: 'The city' } },
  decidedBy: 'council',
  character: 'association',
  basis: 'council-resolution',
  category: 'full',
  belonging: [{ value: '1995-11-22/..' }],
  consent: { state: 'not-examined', reason: 'nobody-has-examined' },
  engagement: { level: 'active' },
  unit,
});

const each = 6;
const numbers = Array.from({ length: each }, (_, index) => index + 1);

/** Records that refer to each other, by kind: half a dozen each of units, organisations and memberships. */
export const smallRegister = (): Record<'unit' | 'organisation' | 'membership', Rows> => ({
  unit: numbers.map((number) => ({ slug: `unit-${number}`, body: unitBody(`Biuro ${number}`) })),
  organisation: numbers.map((number) => ({ slug: `network-${number}`, body: organisationBody(`Sieć ${number}`) })),
  membership: numbers.map((number) => ({ slug: `membership-${number}`, body: membershipBody(`network-${number}`, `unit-${number}`) })),
});
