import { describe, expect, it } from 'vitest';
import { day } from '#basics/day.ts';
import { actShape } from '../acts/act.ts';
import { actsWithoutNumber, conflicts, type Claimed } from './record-gaps.ts';
import { statementReview } from './statement-review.ts';

const act = (body: Record<string, unknown>) => ({
  slug: 'x',
  body: actShape.parse({ type: 'resolution', body: [{ value: 'council' }], title: { pl: 'Uchwała' }, date: [{ value: '2011-05-25' }], ...body }),
});

describe('acts without a number', () => {
  it('are asked about where such acts bear one', () => {
    expect(actsWithoutNumber([act({}), act({ type: 'ordinance' })]).map((task) => task.rule)).toEqual(['act-without-number', 'act-without-number']);
    expect(actsWithoutNumber([act({ number: [{ value: 'XII/1' }] }), act({ type: 'consent' }), act({ level: 'national', type: 'resolution' })])).toEqual([]);
  });
});

describe('conflicts between sources', () => {
  const field = (claims: Claimed['claims']): Claimed => ({ kind: 'act', slug: 'iv-47-90', about: { pl: 'Wniosek' }, period: null, path: ['act', 'number'], claims, say: String });
  const claim = (value: string) => ({ value, sourceIds: [] });
  it('show every value once', () => {
    const [task] = conflicts([field([claim('IV/47/90'), claim('VI/47/90'), claim('IV/47/90')])]);
    expect(task).toMatchObject({ key: 'conflict:act/iv-47-90:number', said: { field: { field: ['act', 'number'] }, values: { either: ['IV/47/90', 'VI/47/90'] } } });
  });

  it('are none where all say the same, or nothing', () => {
    expect(conflicts([field([claim('IV/47/90'), claim('IV/47/90')]), field([claim('1')]), field([])])).toEqual([]);
  });
});

describe('the accessibility statement', () => {
  const on = (updated: string, today: string) =>
    statementReview({ updated: day(updated), drawnUp: day('2026-01-01') }, day(today)).map(({ dueOn, urgency }) => `${dueOn} ${urgency}`);
  it('is reviewed by 31 March of the year after the last review, and appears in January', () => {
    expect(on('2026-11-22', '2026-12-31')).toEqual([]);
    expect(on('2026-11-22', '2027-01-01')).toEqual(['2027-03-31 later']);
    expect(on('2026-11-22', '2027-03-01')).toEqual(['2027-03-31 soon']);
    expect(on('2026-11-22', '2027-04-01')).toEqual(['2027-03-31 overdue']);
  });

  it('that was reviewed early in a year is done for that year', () => {
    expect(on('2027-02-10', '2027-04-01')).toEqual([]);
    expect(on('2027-02-10', '2028-02-10')).toEqual(['2028-03-31 later']);
    expect(on('2027-02-10', '2028-02-11')).toEqual(['2028-03-31 soon']);
  });

  it('goes by the later of its two dates', () => {
    expect(statementReview({ updated: day('2025-05-01'), drawnUp: day('2026-02-01') }, day('2026-04-02'))).toEqual([]);
  });
});
