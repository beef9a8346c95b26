import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsFor } from './areas-columns.ts';
import { areasFrames, planAreas, signOf, sumsOf, type DrawnArea, type DrawnEffect, type EffectStanding } from './areas-geometry.ts';

const effect = (over: Partial<DrawnEffect> = {}): DrawnEffect => ({ date: '2014', measurable: true, standing: 'counts', ...over });
const area = (...effects: DrawnEffect[]): DrawnArea => ({ name: 'Kultura', effects });
const wide = areasFrames.wide;
const frames = Object.values(areasFrames);

describe('the axis of years', () => {
  it('leaves a long empty stretch out and says which', () => {
    expect(columnsFor([1998, 2010, 2011], 2026, 40)).toEqual([
      { kind: 'years', from: 1998, to: 1998 },
      { kind: 'break', from: 1999, to: 2009 },
      { kind: 'years', from: 2010, to: 2010 },
      { kind: 'years', from: 2011, to: 2011 },
    ]);
  });

  it('keeps a short empty stretch, also up to this year', () => {
    expect(columnsFor([2020, 2023], 2026, 40).map(({ from }) => from)).toEqual([2020, 2021, 2022, 2023, 2024, 2025, 2026]);
  });

  it('puts several years into one column where there is no room', () => {
    const columns = columnsFor([1990, 1993, 1996, 1999, 2002, 2005, 2008], 2008, 10);
    expect(columns.length).toBeLessThanOrEqual(10);
    expect(columns[0]).toEqual({ kind: 'years', from: 1990, to: 1991 });
  });

  it('has no columns without dates', () => {
    expect(columnsFor([], 2026, 40)).toEqual([]);
  });
});

describe('a mark', () => {
  it('shows what counts by whether it can be measured, and everything else under its own sign', () => {
    expect(signOf(effect())).toBe('measurable');
    expect(signOf(effect({ measurable: false }))).toBe('immaterial');
    expect(signOf(effect({ standing: 'undated', date: null }))).toBe('undated-measurable');
    for (const standing of ['expected', 'coincident', 'before', 'after', 'not-established'] as const) expect(signOf(effect({ standing }))).toBe(standing);
  });

  it('without a date stands in its own column at the left', () => {
    const [mark] = planAreas([area(effect({ date: null, standing: 'undated' }))], 2026, wide).areas[0]?.marks ?? [];
    expect(mark?.x).toBe((wide.undated.left + wide.undated.right) / 2);
  });

  it('of the same year stands beside the others, what counts first', () => {
    const marks = planAreas([area(effect({ standing: 'expected' }), effect({ measurable: false }))], 2014, wide).areas[0]?.marks ?? [];
    expect(marks.map(({ sign }) => sign)).toEqual(['immaterial', 'expected']);
    expect((marks[1]?.x ?? 0) - (marks[0]?.x ?? 0)).toBe(wide.pitch);
    expect(marks[1]?.y).toBe(marks[0]?.y);
  });

  it('of several years stands at the first', () => {
    const plan = planAreas([area(effect({ date: '2011/2014' }), effect({ date: '2014' }))], 2014, wide);
    const first = plan.columns[0];
    expect(plan.areas[0]?.marks[0]?.x).toBe(first?.x);
  });
});

describe('the sums', () => {
  it('count a thing told twice once, as measurable where any record of it is', () => {
    const told = { sameThing: 'owhc-congress-2019' };
    expect(sumsOf([effect(told), effect({ ...told, measurable: false }), effect({ measurable: false })])).toEqual({ counted: 2, measurable: 1 });
  });

  it('leave out everything that only stands beside', () => {
    expect(sumsOf([effect({ standing: 'expected' }), effect({ standing: 'undated', date: null }), effect({ standing: 'before' })])).toEqual({ counted: 0, measurable: 0 });
  });

  it('of all areas count a thing of two areas once', () => {
    const plan = planAreas([area(effect({ sameThing: 'one' })), area(effect({ sameThing: 'one' }))], 2026, wide);
    expect(plan.total).toMatchObject({ counted: 1, measurable: 1 });
  });
});

const standings: EffectStanding[] = ['counts', 'expected', 'coincident', 'before', 'after', 'undated', 'not-established'];
const anyEffect: fc.Arbitrary<DrawnEffect> = fc.record({
  date: fc.oneof(
    fc.constant(null),
    fc.integer({ min: 1900, max: 2060 }).map(String),
    fc.integer({ min: 2005, max: 2026 }).map((year) => `${year}-06/`),
  ),
  measurable: fc.boolean(),
  standing: fc.constantFrom(...standings),
});
const anyArea: fc.Arbitrary<DrawnArea> = fc.record({ name: fc.string({ maxLength: 80 }), effects: fc.array(anyEffect, { maxLength: 40 }) });

describe('whatever the record holds', () => {
  it('every record has one mark inside its row and the drawing, and no two marks touch', () => {
    fc.assert(
      fc.property(fc.array(anyArea, { maxLength: 6 }), fc.constantFrom(...frames), (areas, frame) => {
        const plan = planAreas(areas, 2026, frame);
        expect(plan.areas.map((placed) => placed.marks.length)).toEqual(areas.map((one) => one.effects.length));
        let bottom = 0;
        for (const { top, bottom: end, marks, labelLines } of plan.areas) {
          expect(top).toBeGreaterThanOrEqual(bottom);
          bottom = end;
          for (const { x, y } of marks) {
            expect(Number.isFinite(x) && x - plan.radius >= 0 && x + plan.radius <= frame.axis.right + 0.01).toBe(true);
            expect(y - plan.radius >= top && y + plan.radius <= end).toBe(true);
          }
          expect(labelLines.every(({ y }) => y > top && y < end)).toBe(true);
          const apart = marks.every((a, index) => marks.slice(index + 1).every((b) => Math.hypot(a.x - b.x, a.y - b.y) >= 2 * plan.radius));
          expect(apart).toBe(true);
        }
        expect(bottom).toBeLessThanOrEqual(plan.height);
        const named = plan.columns.filter((column) => column.named).map(({ x }) => x);
        expect(named.every((x, index) => index === 0 || x - (named[index - 1] ?? 0) >= 30)).toBe(true);
      }),
    );
  });
});
