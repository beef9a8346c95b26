import { describe, expect, it } from 'vitest';
import { figuresOf, type Counted } from './figures.ts';

const one = (kind: string, state = 'sent', over: Partial<Counted> = {}): Counted => ({ offerId: 'a', kind, themes: ['culture'], state, sent: true, ...over });
const several = (count: number, kind: string, state?: string): Counted[] => Array.from({ length: count }, () => one(kind, state));
const kindsOf = (rows: Counted[]) => figuresOf(rows, 1).byKind?.map(({ kinds, applied }) => [kinds.join('+'), applied]) ?? null;

describe('figures of applications', () => {
  it('count what reached the office, by how far it came', () => {
    const rows = [
      one('museum', 'won'),
      one('museum', 'lost'),
      one('school', 'chosen'),
      one('school', 'not-chosen'),
      one('ngo', 'interest', { sent: false }),
      one('ngo', 'draft', { sent: false }),
    ];
    expect(figuresOf(rows, 2)).toMatchObject({ offers: 2, all: { interested: 1, applied: 4, chosen: 3, passedOn: 2, won: 1, lost: 1 } });
  });
  it('leave out what was withdrawn before it was sent', () => {
    expect(figuresOf([one('ngo', 'withdrawn', { sent: false })], 0).all).toMatchObject({ interested: 0, applied: 0 });
  });
  it('count an application under each of its themes', () => {
    const { byTheme } = figuresOf([one('museum', 'won', { themes: ['culture', 'heritage'] }), one('museum')], 1);
    expect(byTheme.map(({ theme, applied, won }) => [theme, applied, won])).toEqual([
      ['culture', 2, 1],
      ['heritage', 1, 1],
    ]);
  });
  it('never show a kind of institution of which there are fewer than three', () => {
    expect(kindsOf([...several(5, 'museum'), ...several(2, 'school'), ...several(1, 'ngo')])).toEqual([
      ['museum', 5],
      ['ngo+school', 3],
    ]);
  });
  it('let no small kind be worked out as what is missing', () => {
    expect(kindsOf([...several(5, 'museum'), ...several(4, 'library'), ...several(1, 'school')])).toEqual([
      ['museum', 5],
      ['library+school', 5],
    ]);
  });
  it('do not tell kinds apart at all where everything is too few', () => {
    expect(kindsOf([...several(1, 'museum'), ...several(1, 'school')])).toBeNull();
    expect(kindsOf([])).toBeNull();
  });
});
