import { describe, expect, it } from 'vitest';
import { day } from '#basics/day.ts';
import { canonicalQuery, changed, listAddress, readQuery, unfiltered } from './query.ts';

const known = { units: new Set(['culture-office']), today: day('2026-11-22') };
const read = (query: string) => readQuery(new URLSearchParams(query), known);
const canonical = (query: string) => canonicalQuery(read(query));

describe('the query of the list of organisations', () => {
  it('asks for everything by name, today, where the address says nothing', () => {
    expect(read('')).toEqual({ order: 'name', view: 'table', page: 1 });
    expect(canonical('')).toBe('');
  });

  it('reads every filter', () => {
    const query = 'q=hanza&status=active&decided=council&character=association&scope=international&theme=culture&unit=culture-office&holder=city&sort=newest&on=2000-01-01&page=2';
    expect(read(query)).toEqual({
      q: 'hanza',
      status: 'active',
      decided: 'council',
      character: 'association',
      scope: 'international',
      theme: 'culture',
      unit: 'culture-office',
      holder: 'city',
      order: 'newest',
      on: '2000-01-01',
      view: 'table',
      page: 2,
    });
    expect(canonical(query)).toBe(query);
  });

  it('takes an unknown value for no value', () => {
    expect(canonical('status=splendid&decided=nobody&character=odd&scope=lunar&theme=chess&unit=no-such&holder=cat&sort=size&on=2026-02-30&page=0&utm_source=x')).toBe('');
    expect(canonical('status=not-yet')).toBe('');
    expect(canonical('page=-1')).toBe('');
    expect(canonical('page=1e9')).toBe('');
    expect(canonical('page=99999999')).toBe('');
  });

  it('does not mistake what every object has for a value', () => {
    expect(canonical('status=constructor&sort=__proto__&theme=toString')).toBe('');
  });

  it('leaves defaults out of the address: the order by name, the first page, today', () => {
    expect(canonical('sort=name&page=1&on=2026-11-22&q=&status=')).toBe('');
  });

  it('gives one address however the parameters are ordered or repeated', () => {
    expect(canonical('decided=council&status=active')).toBe('status=active&decided=council');
    expect(canonical('status=active&status=ended&decided=council')).toBe('status=active&decided=council');
  });

  it('tidies what was searched for, and bounds it', () => {
    expect(read('q=++miasta%0Ahistoryczne+').q).toBe('miasta historyczne');
    expect(read('q=Krako%CC%81w').q).toBe('Krak\u00f3w');
    expect(read('q=+++').q).toBeUndefined();
    expect(read(`q=${'a'.repeat(500)}`).q).toHaveLength(100);
  });

  it('shows a past or a coming day', () => {
    expect(read('on=1996-01-01').on).toBe('1996-01-01');
    expect(read('on=2031-01-01').on).toBe('2031-01-01');
  });

  it('goes back to the first page when anything else changes', () => {
    expect(canonicalQuery(changed(read('status=active&page=3'), { decided: 'mayor' }))).toBe('status=active&decided=mayor');
    expect(canonicalQuery(changed(read('status=active'), { page: 3 }))).toBe('status=active&page=3');
  });

  it('keeps order and day when all filters are cleared', () => {
    expect(canonicalQuery(unfiltered(read('q=x&status=active&sort=since&on=2000-01-01&page=2')))).toBe('sort=since&on=2000-01-01');
  });

  it('has the same parameters in both languages and formats', () => {
    const query = read('status=active');
    expect(listAddress('pl', query)).toBe('/pl/organizacje?status=active');
    expect(listAddress('en', query)).toBe('/en/organisations?status=active');
    expect(listAddress('pl', query, '.csv')).toBe('/pl/organizacje.csv?status=active');
    expect(listAddress('pl')).toBe('/pl/organizacje');
  });
});
