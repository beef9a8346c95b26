import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { colourProblems, coloursShape, contrast, grounds, legible, mix } from './colours.ts';

const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('the city’s colours', () => {
  it('have the contrast that WCAG counts', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
    expect(contrast('#0057a8', '#0057a8')).toBe(1);
  });

  it('are refused where they would be too faint, with the figure', () => {
    expect(colourProblems({ brand: '#0057a8', deep: '#0b2a5b', accent: '#a85a22' })).toEqual([]);
    const faint = colourProblems({ brand: '#7fb2e6', deep: '#0b2a5b', accent: '#ffe08a' });
    expect(faint.map(({ field, ground }) => `${field} on ${ground}`)).toEqual(['brand on paper', 'brand on white', 'accent on paper']);
    expect(faint[0]?.ratio).toBeLessThan(4.5);
  });

  it('are made legible on the dark pages whatever they are', () => {
    fc.assert(
      fc.property(colour, (one) => {
        expect(contrast(legible(one, grounds.darkPaper, 4.5, '#ffffff'), grounds.darkPaper)).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });

  it('stay as they are where they are legible already', () => {
    expect(legible('#ffffff', grounds.darkPaper, 4.5, '#ffffff')).toBe('#ffffff');
    expect(mix('#102030', '#ffffff', 0)).toBe('#102030');
  });

  it('are written as six digits', () => {
    expect(coloursShape.safeParse({ brand: '#0057A8', deep: '#0b2a5b', accent: '#a85a22' }).data?.brand).toBe('#0057a8');
    for (const wrong of ['blue', '#fff', 'url(x)', '#0057a8;}']) expect(coloursShape.safeParse({ brand: wrong, deep: '#0b2a5b', accent: '#a85a22' }).success).toBe(false);
  });
});
