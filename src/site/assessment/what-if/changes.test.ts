import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { computeResults, type Assessment } from '#assessment/index.ts';
import { changed, changesIn, isFrozenInput, isUnchanged, numbersOf, queryOf } from './changes.ts';

const file = join(import.meta.dirname, '../../../db/example/nadrzecze/assessments.json');
const body = z
  .array(z.object({ body: z.custom<Assessment>(isFrozenInput) }))
  .parse(JSON.parse(readFileSync(file, 'utf8')))
  .map((record) => record.body)
  .find(({ year }) => year === 2026);
if (body === undefined) throw new Error('no cycle');
const published = numbersOf(body, []);
const ask = (query: string) => changesIn(new URLSearchParams(query), body, published);

describe('what if', () => {
  it('changes nothing that is not asked, or is asked wrongly', () => {
    for (const query of ['', 'm=nobody&fee=5', 'm=siec-miast-rzecznych&fee=abc&office=x', 'fee=100', 'w-V3=-4', 'w-V3=1e9', 'w-V3=100'])
      expect(isUnchanged(ask(query)), query).toBe(true);
  });

  it('counts the published result again where nothing is changed', () => {
    const results = computeResults(changed(body, ask('')));
    expect(results.ok && results.value.map(({ others: _others, ...one }) => one)).toEqual(body.results.map(({ others: _others, ...one }) => one));
  });

  it('takes a fee, an office that ends and weights, and touches nothing else', () => {
    const changes = ask('m=siec-miast-rzecznych&fee=0&office=ends&w-V10=300');
    const after = changed(body, changes);
    const own = after.memberships.find(({ membership }) => membership === 'siec-miast-rzecznych');
    expect(own?.scores.find(({ criterion }) => criterion === 'B1')).toMatchObject({ state: 'judged', from: 0, to: 0 });
    expect(own?.scores.find(({ criterion }) => criterion === 'V9')).toMatchObject({ state: 'confirmed-none' });
    expect(after.memberships.filter(({ membership }) => membership !== 'siec-miast-rzecznych')).toEqual(
      body.memberships.filter(({ membership }) => membership !== 'siec-miast-rzecznych'),
    );
    const results = computeResults(after);
    const before = body.results.find(({ membership }) => membership === 'siec-miast-rzecznych');
    const now = results.ok ? results.value.find(({ membership }) => membership === 'siec-miast-rzecznych') : undefined;
    expect(now?.asks?.mean).toBeLessThan(before?.asks?.mean ?? 0);
  });

  it('is told by an address that says the same again', () => {
    const query = 'm=siec-miast-rzecznych&fee=12.5&office=ends&w-V10=300';
    expect(queryOf(ask(query), body, published)).toBe(query);
    expect(queryOf(ask('m=siec-miast-rzecznych&w-V3=100'), body, published)).toBe('');
    expect(ask('m=siec-miast-rzecznych&fee=12%20000,50').fee).toBe(12000.5);
  });

  it('refuses weights that weigh nothing', () => {
    const nothing = body.criteria.criteria
      .filter(({ index }) => index === 'benefits')
      .map(({ code }) => `w-${code}=0`)
      .join('&');
    expect(computeResults(changed(body, ask(nothing))).ok).toBe(false);
  });
});
