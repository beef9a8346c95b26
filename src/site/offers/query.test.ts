import { describe, expect, it } from 'vitest';
import { canonicalQuery, offersAddress, readQuery } from './query.ts';

const known = new Set(['owhc', 'hanse']);
const read = (text: string) => readQuery(new URLSearchParams(text), known);

describe('the address of the list of offers', () => {
  it('holds every filter, always in the same order', () => {
    const query = read('state=archive&page=2&apply=directly&organisation=owhc&audience=artists&theme=culture&type=call&q=%20Siła%20%20wody');
    expect(canonicalQuery(query)).toBe('q=Si%C5%82a+wody&type=call&theme=culture&audience=artists&organisation=owhc&apply=directly&state=archive&page=2');
    expect(read(canonicalQuery(query))).toEqual(query);
  });
  it('falls back where a value is unknown', () => {
    expect(canonicalQuery(read('state=tomorrow&page=-1&apply=maybe&organisation=nobody&audience=cats&theme=x&type=y&q=%20'))).toBe('');
    expect(offersAddress('pl', read('organisation=%27'))).toBe('/pl/oferty');
  });
});
