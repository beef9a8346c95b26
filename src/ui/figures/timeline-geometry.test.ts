import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day } from '#basics/day.ts';
import { planTimeline, timelineFrames } from './timeline-geometry.ts';
import { beginningOf, inOrder, type BelongingSpan, type BelongingStatus, type DrawnRow } from './timeline-row.ts';

const today = day('2026-11-22');
const row = (over: Partial<DrawnRow>): DrawnRow => ({ name: 'Hanza', spans: [], steps: [], functions: [], decidedBy: 'council', ...over });
const since = (from: string, ...more: BelongingSpan[]): BelongingSpan[] => [{ from: null, status: 'not-yet' }, { from: day(from), status: 'active' }, ...more];
const plan = (...rows: DrawnRow[]) => planTimeline(rows, today, timelineFrames.wide);
const frames = Object.values(timelineFrames);

describe('a bar of belonging', () => {
  it('is solid where the council decided and light where somebody else did', () => {
    const kinds = plan(row({ spans: since('1995-11-22') }), row({ spans: since('2024-06-27'), decidedBy: 'mayor' })).rows.map((placed) => placed.segments.map(({ kind }) => kind));
    expect(kinds).toEqual([['council'], ['other']]);
  });

  it('reaches today where the membership lasts', () => {
    const [bar] = plan(row({ spans: since('1995-11-22') })).rows[0]?.segments ?? [];
    expect((bar?.x ?? 0) + (bar?.width ?? 0)).toBeCloseTo(timelineFrames.wide.right);
  });

  it('with an unknown end is never drawn as lasting', () => {
    const spans = since('2007-06-13', { from: day('2007-06-14'), status: 'not-established' });
    const segments = plan(row({ spans })).rows[0]?.segments ?? [];
    expect(segments.map(({ kind }) => kind)).toEqual(['council', 'unknown']);
    expect(segments[0]?.width).toBeLessThan(4);
  });

  it('stops at its end and fades', () => {
    const segments = plan(row({ spans: since('1991-01-01', { from: day('2000-01-01'), status: 'ended' }) })).rows[0]?.segments ?? [];
    expect(segments.map(({ kind }) => kind)).toEqual(['closed']);
    expect((segments[0]?.x ?? 0) + (segments[0]?.width ?? 0)).toBeLessThan(timelineFrames.wide.right - 400);
  });

  it('leaves some weeks of doubt out, which nobody could see', () => {
    const spans: BelongingSpan[] = [
      { from: null, status: 'not-yet' },
      { from: day('1995-11-01'), status: 'not-established' },
      { from: day('1995-11-30'), status: 'active' },
    ];
    expect(plan(row({ spans })).rows[0]?.segments.map(({ kind }) => kind)).toEqual(['council']);
  });

  it('shows doubt that has only just begun', () => {
    const spans = since('1995-11-22', { from: day('2026-11-20'), status: 'not-established' });
    expect(plan(row({ spans })).rows[0]?.segments.map(({ kind }) => kind)).toEqual(['council', 'unknown']);
  });

  it('shows planning, doubt about a whole year and suspension as what they are', () => {
    const spans: BelongingSpan[] = [
      { from: null, status: 'not-yet' },
      { from: day('1991-01-01'), status: 'planned' },
      { from: day('2001-01-01'), status: 'not-established' },
      { from: day('2001-12-31'), status: 'active' },
      { from: day('2010-01-01'), status: 'suspended' },
      { from: day('2012-01-01'), status: 'active' },
    ];
    expect(plan(row({ spans })).rows[0]?.segments.map(({ kind }) => kind)).toEqual(['planned', 'unknown', 'council', 'suspended', 'council']);
  });
});

describe('steps and offices', () => {
  it('a resolution is a tick, consent and statute are rings, other steps and those ahead are left out', () => {
    const steps = [
      { kind: 'council-resolution', date: ['2001-05-23'] },
      { kind: 'minister-consent', date: ['2001-10-15'] },
      { kind: 'statute-adopted', date: ['2002-06-27'] },
      { kind: 'full-membership', date: ['2002-06-27'] },
      { kind: 'council-resolution', date: ['2031'] },
      { kind: 'council-resolution', date: [] },
    ];
    expect(plan(row({ spans: since('2002-06-27'), steps })).rows[0]?.marks.map(({ kind }) => kind)).toEqual(['tick', 'ring', 'ring']);
  });

  it('a year stands in its middle', () => {
    const [exact, year] = plan(
      row({ spans: since('1990-01-01'), steps: [{ kind: 'council-resolution', date: ['2001-07-02'] }] }),
      row({ spans: since('1990-01-01'), steps: [{ kind: 'council-resolution', date: ['2001'] }] }),
    ).rows;
    expect(year?.marks[0]?.x).toBeCloseTo(exact?.marks[0]?.x ?? 0, 0);
  });

  it('offices without a break make one stretch that remembers where each began', () => {
    const functions = [{ term: ['2019-06/2022-09'] }, { term: ['2019-06/2022-09'] }, { term: ['2022-09/2024-09'] }, { term: ['2024-09/2026'] }];
    const stretches = plan(row({ spans: since('1995-11-22'), functions })).rows[0]?.stretches ?? [];
    expect(stretches).toHaveLength(1);
    expect(stretches[0]?.turns).toHaveLength(2);
    expect((stretches[0]?.x ?? 0) + (stretches[0]?.width ?? 0)).toBeCloseTo(timelineFrames.wide.right);
  });

  it('a term whose end nobody knows is only a stub', () => {
    const stretches = plan(row({ spans: since('1995-11-22'), functions: [{ term: ['2005-01-01/'] }, { term: ['/2015-01-01'] }] })).rows[0]?.stretches ?? [];
    expect(stretches.map(({ width }) => Math.round(width))).toEqual([6, 6]);
  });
});

describe('the order of rows', () => {
  it('goes by beginning; without a known one a row is set apart', () => {
    const [late, early] = [row({ name: 'late', spans: since('2011-01-01') }), row({ name: 'early', spans: since('1990-10-17') })];
    const unknown = row({
      name: 'unknown',
      spans: [
        { from: null, status: 'not-established' },
        { from: day('2023-12-31'), status: 'active' },
      ],
    });
    expect(inOrder([late, unknown, early])).toEqual({ dated: [early, late], undated: [unknown] });
  });

  it('a plan is not yet a beginning', () => {
    expect(
      beginningOf([
        { from: null, status: 'not-yet' },
        { from: day('2016-09-14'), status: 'planned' },
        { from: day('2020-12-18'), status: 'active' },
      ]),
    ).toBe('2020-12-18');
  });
});

describe('the axis', () => {
  it('begins with a year that divides by five, before the first thing drawn', () => {
    expect(plan(row({ spans: since('1992-11-09'), steps: [{ kind: 'council-resolution', date: ['1990-09-08'] }] })).firstYear).toBe(1990);
  });

  it('draws nothing but the axis where there are no rows', () => {
    const empty = plan();
    expect(empty.rows).toEqual([]);
    expect(empty.years.every(({ x }) => Number.isFinite(x))).toBe(true);
  });
});

const statuses: BelongingStatus[] = ['planned', 'active', 'suspended', 'ended', 'not-established'];
const anyDay = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays(day('1880-01-01'), days));
const anySpans = fc
  .array(fc.record({ from: anyDay, status: fc.constantFrom(...statuses) }), { maxLength: 12 })
  .map((spans): BelongingSpan[] => [{ from: null, status: 'not-yet' }, ...spans.toSorted((a, b) => (a.from < b.from ? -1 : 1))]);
const anyDate = fc.oneof(
  anyDay,
  anyDay.map((on) => on.slice(0, 7)),
  anyDay.map((on) => on.slice(0, 4)),
);
const anyTerm = fc.oneof(
  anyDate.map((date) => `${date}/..`),
  anyDate.map((date) => `${date}/`),
  anyDate.map((date) => `/${date}`),
  anyDate,
);
const anyRow: fc.Arbitrary<DrawnRow> = fc.record({
  name: fc.string({ maxLength: 90 }),
  spans: anySpans,
  steps: fc.array(fc.record({ kind: fc.constantFrom('council-resolution', 'minister-consent', 'notice'), date: fc.array(anyDate, { maxLength: 2 }) }), { maxLength: 4 }),
  functions: fc.array(fc.record({ term: fc.array(anyTerm, { maxLength: 2 }) }), { maxLength: 4 }),
  decidedBy: fc.constantFrom('council', 'mayor', 'not-established'),
});

describe('whatever the record holds', () => {
  it('everything stays inside the drawing, in its row, in order and without overlap', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 8 }), fc.constantFrom(...frames), (rows, frame) => {
        const { rows: placed, years, height, width, left, right } = planTimeline(rows, today, frame);
        const inside = (x: number): boolean => Number.isFinite(x) && x >= left - 0.01 && x <= right + 0.01;
        expect(placed).toHaveLength(rows.length);
        expect(years.every(({ x }) => inside(x))).toBe(true);
        let bottom = 0;
        for (const one of placed) {
          expect(one.top).toBeGreaterThanOrEqual(bottom);
          expect(one.middle).toBeGreaterThan(one.top);
          expect(one.middle).toBeLessThan(one.bottom);
          bottom = one.bottom;
          for (const list of [one.segments, one.stretches]) {
            let reached = left - 0.01;
            for (const { x, width: wide } of list) {
              expect(inside(x) && inside(x + wide)).toBe(true);
              expect(wide).toBeGreaterThan(0);
              expect(x).toBeGreaterThanOrEqual(reached - 0.01);
              reached = x + wide;
            }
          }
          expect(one.marks.every(({ x }) => inside(x))).toBe(true);
          expect(one.labelLines.every(({ y }) => y > one.top && y < one.bottom)).toBe(true);
        }
        expect(bottom).toBeLessThanOrEqual(height);
        expect(width).toBe(frame.width);
      }),
    );
  });
});
