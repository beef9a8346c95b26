import { describe, expect, it } from 'vitest';
import type { AskWithOrganisation } from './store.ts';
import { addDecimals, costGroups, withKnownFee } from './sums.ts';

const organisation: AskWithOrganisation['organisation']['body'] = {
  name: { pl: 'Związek' },
  shortName: { pl: 'Związek' },
  nameVariants: [],
  formerNames: [],
  kind: 'union',
  scope: 'european',
  themes: [],
  founded: [],
  seat: [],
  website: [],
  memberCounts: [],
  predecessors: [],
  summary: { pl: 'Związek miast.' },
  description: { pl: 'Związek miast.' },
  remarks: [],
  sourceIds: [],
  sources: [],
};

const ask = (of: string, body: Partial<AskWithOrganisation['body']>): AskWithOrganisation => ({
  id: of,
  slug: of,
  period: 1,
  holder: 'city',
  organisation: { id: of, slug: of, body: organisation },
  body: { membership: of, type: 'fee', year: 2019, amount: '100', currency: 'EUR', sourceIds: [], sources: [], ...body },
});

describe('sums of what is known', () => {
  it('adds amounts to the last grosz', () => {
    expect(addDecimals(['0.10', '0.20'])).toBe('0.30');
    expect(addDecimals(['999999999999.99', '0.01'])).toBe('1000000000000');
    expect(addDecimals(['0', '650'])).toBe('650');
    expect(addDecimals([])).toBe('0');
  });

  it('never adds two currencies, and never a programme to a fee', () => {
    const asks = [ask('a', {}), ask('b', { amount: '50', year: null }), ask('c', { currency: 'PLN', amount: '7.50' }), ask('d', { type: 'programme-spending', amount: '1000' })];
    expect(costGroups(asks, 'fee').map(({ currency, sum, organisations, years, yearsUnknown }) => ({ currency, sum, organisations, years, yearsUnknown }))).toEqual([
      { currency: 'EUR', sum: '150', organisations: 2, years: [2019], yearsUnknown: true },
      { currency: 'PLN', sum: '7.50', organisations: 1, years: [2019], yearsUnknown: false },
    ]);
    expect(costGroups(asks, 'programme-spending').map((group) => group.sum)).toEqual(['1000']);
  });

  it('keeps amounts that nobody knows apart, last and without a sum', () => {
    const groups = costGroups([ask('a', { amount: null, currency: null }), ask('b', {})], 'fee');
    expect(groups.map(({ currency, sum, organisations }) => ({ currency, sum, organisations }))).toEqual([
      { currency: 'EUR', sum: '100', organisations: 1 },
      { currency: null, sum: null, organisations: 0 },
    ]);
  });

  it('takes a fee of zero as known', () => {
    expect([...withKnownFee([ask('a', { amount: '0' }), ask('b', { amount: null, currency: null }), ask('c', { type: 'travel' })])]).toEqual(['a']);
  });
});
