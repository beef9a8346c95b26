import { describe, expect, it } from 'vitest';
import type { Effect, Organisation, Standing, StandingEffect } from '#register/index.ts';
import { effectsByArea, sumsOf } from './areas.ts';

const organisation: Organisation = {
  name: { pl: 'Związek' },
  shortName: { pl: 'Związek' },
  nameVariants: [],
  formerNames: [],
  kind: 'union',
  scope: 'european',
  themes: [],
  founded: [],
  seat: [],
  website: [],
  memberCounts: [],
  predecessors: [],
  summary: { pl: 'Związek miast.' },
  description: { pl: 'Związek miast.' },
  remarks: [],
  sourceIds: [],
  sources: [],
};

const effect = (slug: string, standing: Standing, body: Partial<Effect> = {}): StandingEffect => ({
  id: slug,
  slug,
  standing,
  organisation: { id: 'zwiazek', slug: 'zwiazek', body: organisation },
  body: {
    organisation: 'zwiazek',
    date: '2019',
    area: 'culture',
    measurable: true,
    level: 'action',
    title: { pl: slug },
    attribution: 'explicit',
    reportedBy: 'city',
    sourceIds: [],
    sources: [],
    ...body,
  },
});

describe('what the areas come to', () => {
  it('counts a thing told twice once, and as measurable where one record is', () => {
    const told = [
      effect('vote', 'counts', { sameThing: 'congress', measurable: false }),
      effect('congress', 'counts', { sameThing: 'congress' }),
      effect('prize', 'counts', { measurable: false }),
    ];
    expect(sumsOf(told)).toEqual({ counted: 2, measurable: 1, immaterial: 1, beside: 0 });
  });

  it('counts records beside one by one, as home does', () => {
    const told = [
      effect('promise', 'expected', { sameThing: 'fair' }),
      effect('plan', 'expected', { sameThing: 'fair' }),
      effect('vote', 'before', { sameThing: 'congress' }),
      effect('congress', 'counts', { sameThing: 'congress' }),
    ];
    expect(sumsOf(told)).toEqual({ counted: 1, measurable: 1, immaterial: 0, beside: 3 });
  });

  it('never counts what is expected, coincident, undated or outside membership', () => {
    const beside = (['expected', 'coincident', 'before', 'after', 'undated', 'not-established'] as const).map((standing) => effect(standing, standing));
    expect(sumsOf([...beside, effect('real', 'counts')])).toEqual({ counted: 1, measurable: 1, immaterial: 0, beside: 6 });
  });

  it('keeps areas without a record, in the order of the city’s page', () => {
    const areas = effectsByArea([effect('fair', 'counts', { area: 'prestige' })]);
    expect(areas).toHaveLength(15);
    expect(areas[0]).toMatchObject({ area: 'projects-innovation', counted: 0, beside: 0 });
    expect(areas.at(-1)).toMatchObject({ area: 'prestige', counted: 1 });
  });
});
