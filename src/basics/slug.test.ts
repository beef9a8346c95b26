import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slugOf, slugPattern } from './slug.ts';

describe('an address part', () => {
  it.each([
    ['Związek Hanzy', 'zwiazek-hanzy'],
    ['Liga Miast Historycznych (LHC)', 'liga-miast-historycznych-lhc'],
    ['XXXIV/322/95', 'xxxiv-322-95'],
    ['Städtebund DIE HANSE', 'stadtebund-die-hanse'],
    ['— Łódź —', 'lodz'],
  ])('of %s is %s', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  it('is empty where nothing of the name can stand in an address', () => {
    expect(slugOf('京都')).toBe('');
    expect(slugOf('…')).toBe('');
  });

  it('is short and never ends with a hyphen, however long the name', () => {
    const slug = slugOf(`${'a'.repeat(79)} b`);
    expect(slug).toBe('a'.repeat(79));
  });

  it('is well formed or empty, and stays as it is when made again', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.lorem({ maxCount: 40 })), (name) => {
        const slug = slugOf(name);
        expect(slug === '' || slugPattern.test(slug)).toBe(true);
        expect(slug.length).toBeLessThanOrEqual(80);
        expect(slugOf(slug)).toBe(slug);
      }),
    );
  });
});
