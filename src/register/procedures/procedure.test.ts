import { describe, expect, it } from 'vitest';
import { oddOrders, openItems, type Procedure } from './procedure.ts';

const file = (items: [Procedure['items'][number]['item'], Procedure['items'][number]['state'], string?][]): Pick<Procedure, 'kind' | 'items'> => ({
  kind: 'accession',
  items: items.map(([item, state, date]) => ({ item, state, ...(date === undefined ? {} : { date }) })),
});

describe('the file of an accession', () => {
  it('lacks everything at first', () => {
    expect(openItems(file([]))).toContain('council-vote');
    expect(openItems(file([]))).not.toContain('notice');
  });

  it('is complete when each item is done or not needed', () => {
    const items = openItems(file([])).map((item): [typeof item, 'done' | 'not-needed'] => [item, item === 'consent' ? 'not-needed' : 'done']);
    expect(openItems(file(items))).toEqual([]);
  });

  it('points out an application sent before the council had voted, and refuses nothing', () => {
    expect(
      oddOrders(
        file([
          ['application', 'done', '1995-03'],
          ['council-vote', 'done', '1995-11-22'],
        ]),
      ),
    ).toEqual([{ earlier: 'application', later: 'council-vote' }]);
    expect(
      oddOrders(
        file([
          ['council-vote', 'done', '1995-11-22'],
          ['application', 'done', '1995-12'],
        ]),
      ),
    ).toEqual([]);
  });

  it('finds nothing odd in dates too coarse to tell', () => {
    expect(
      oddOrders(
        file([
          ['application', 'done', '1995'],
          ['council-vote', 'done', '1995-11-22'],
        ]),
      ),
    ).toEqual([]);
  });
});
