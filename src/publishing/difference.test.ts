import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { differences, placeOf, type Difference } from './difference.ts';
import { claims, sourceIds, sources, text } from './facts.ts';
import { open } from './fields.ts';

const shape = z.object({
  name: open(text),
  founder: open(z.boolean().default(false)),
  category: open(z.enum(['full', 'associate']).nullable()),
  themes: open(z.array(z.string()).default([])),
  founded: open(claims(z.string())),
  steps: open(z.array(z.object({ kind: open(z.string()), note: open(text.optional()), caseNumber: z.string().optional() })).default([])),
  goals: open(z.array(z.object({ objective: open(z.string()), rank: open(z.number()), officeNotes: z.string().optional() })).default([])),
  sourceIds,
  sources,
  officeNotes: z.string().optional(),
});

const secret = fc.string().map((rest) => `SECRET${rest}`);
const word = fc.string({ maxLength: 6 });
const some = <T>(item: fc.Arbitrary<T>) => fc.array(item, { maxLength: 4 });
const aText = fc.record({ pl: word, en: word }, { requiredKeys: ['pl'] });
const body = fc.record(
  {
    name: aText,
    founder: fc.boolean(),
    category: fc.constantFrom('full', 'associate', null),
    themes: some(word),
    founded: some(fc.record({ value: word, sourceIds: some(word), note: aText }, { requiredKeys: ['value'] })),
    steps: some(fc.record({ kind: word, note: aText, caseNumber: secret }, { requiredKeys: ['kind'] })),
    goals: some(fc.record({ objective: word, rank: fc.nat(9), officeNotes: secret }, { requiredKeys: ['objective', 'rank'] })),
    sourceIds: some(word),
    sources: some(fc.record({ id: word, url: word, title: word }, { requiredKeys: ['id', 'url'] })),
    officeNotes: secret,
  },
  { requiredKeys: ['name', 'category'] },
);

const turned: Record<Difference['kind'], Difference['kind']> = { added: 'removed', removed: 'added', changed: 'changed' };
const inOrder = (found: readonly Difference[]): string[] => found.map((one) => JSON.stringify([one.path, one.kind, one.before, one.after])).toSorted();

describe('the differences of two revisions', () => {
  it('are none between a body and itself', () => {
    fc.assert(
      fc.property(body, (one) => {
        expect(differences(shape, one, structuredClone(one))).toEqual([]);
      }),
    );
  });

  it('never tell of a field that is not public', () => {
    fc.assert(
      fc.property(body, body, (before, after) => {
        const said = JSON.stringify(differences(shape, before, after));
        expect(said).not.toContain('SECRET');
        expect(said).not.toContain('caseNumber');
        expect(said).not.toContain('officeNotes');
      }),
    );
  });

  it('are the same the other way round, added and removed exchanged', () => {
    fc.assert(
      fc.property(body, body, (before, after) => {
        const back = differences(shape, after, before).map((one) => ({ path: one.path, before: one.after, after: one.before, kind: turned[one.kind] }));
        expect(inOrder(back)).toEqual(inOrder(differences(shape, before, after)));
      }),
    );
  });

  it('lie where the schema has a place', () => {
    fc.assert(
      fc.property(body, body, (before, after) => {
        for (const one of differences(shape, before, after)) expect(placeOf(shape, one.path).steps).toHaveLength(one.path.length);
      }),
    );
  });

  const plain = { name: { pl: 'Liga' }, category: null };

  it('name the language of a text that changed', () => {
    expect(differences(shape, plain, { ...plain, name: { pl: 'Liga Miast', en: 'League' } })).toEqual([
      { path: ['name', 'pl'], before: 'Liga', after: 'Liga Miast', kind: 'changed' },
      { path: ['name', 'en'], before: null, after: 'League', kind: 'added' },
    ]);
  });

  it('take a step put in the middle as one difference', () => {
    const steps = [{ kind: 'application' }, { kind: 'resolution' }, { kind: 'acceptance' }];
    expect(differences(shape, { ...plain, steps: [steps[0], steps[2]] }, { ...plain, steps })).toEqual([
      { path: ['steps', 1], before: null, after: { kind: 'resolution' }, kind: 'added' },
    ]);
  });

  it('follow an item by its key, wherever it stands in its list', () => {
    const goals = [
      { objective: 'i', rank: 1 },
      { objective: 'ii', rank: 2 },
    ];
    expect(differences(shape, { ...plain, goals }, { ...plain, goals: [{ objective: 'ii', rank: 5 }, goals[0]] })).toEqual([
      { path: ['goals', 'ii', 'rank'], before: 2, after: 5, kind: 'changed' },
    ]);
  });

  it('tell what was put in and what was taken out of a list of plain values', () => {
    expect(differences(shape, { ...plain, themes: ['culture', 'heritage'] }, { ...plain, themes: ['heritage', 'tourism'] })).toEqual([
      { path: ['themes', 'culture'], before: 'culture', after: null, kind: 'removed' },
      { path: ['themes', 'tourism'], before: null, after: 'tourism', kind: 'added' },
    ]);
  });

  it('tell that plain values stand in another order, for the first of them leads', () => {
    expect(differences(shape, { ...plain, themes: ['a', 'b'] }, { ...plain, themes: ['b', 'a'] })).toEqual([
      { path: ['themes'], before: ['a', 'b'], after: ['b', 'a'], kind: 'changed' },
    ]);
  });

  it('take an empty list and a list that was not given for the same', () => {
    expect(differences(shape, plain, { ...plain, themes: [], steps: [] })).toEqual([]);
  });
});
