import { describe, expect, it } from 'vitest';
import type { Standing } from '#register/index.ts';
import { byStanding, isToldTwice } from './standing-groups.ts';

const effect = (slug: string, standing: Standing, sameThing?: string) => ({ slug, standing, body: { sameThing } });

describe('what came of a membership', () => {
  it('is divided into what counts and what stands beside it, each under its own name', () => {
    const groups = byStanding([effect('a', 'undated'), effect('b', 'counts'), effect('c', 'expected'), effect('d', 'counts'), effect('e', 'before')]);
    expect(groups.counted.map(({ slug }) => slug)).toEqual(['b', 'd']);
    expect(groups.beside.map(({ standing, effects }) => [standing, effects.map(({ slug }) => slug)])).toEqual([
      ['expected', ['c']],
      ['before', ['e']],
      ['undated', ['a']],
    ]);
  });

  it('shows no heading over nothing', () => {
    expect(byStanding([])).toEqual({ counted: [], beside: [] });
  });

  it('marks a thing that another record tells too, whichever group that stands in', () => {
    const [three, eight, other] = [effect('three-writers', 'counts', 'writers'), effect('eight-writers', 'not-established', 'writers'), effect('other', 'counts')];
    const all = [three, eight, other];
    expect(all.map((one) => isToldTwice(one, all))).toEqual([true, true, false]);
    expect(isToldTwice(three, [three, other])).toBe(false);
  });
});
