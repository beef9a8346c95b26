import { describe, expect, it } from 'vitest';
import { day } from '#basics/day.ts';
import type { Procedure } from '../procedures/procedure.ts';
import { proceduresOpen } from './procedures-open.ts';

const today = day('2026-11-22');
const file = (given: Partial<Procedure>) => ({
  slug: 'rzeki-przystapienie',
  organisation: { slug: 'rzeki', name: { pl: 'Rzeki' } },
  body: { organisation: 'rzeki', kind: 'accession', items: [], steps: [], sourceIds: [], sources: [], ...given } satisfies Procedure,
});
const found = (given: Partial<Procedure>) => proceduresOpen([file(given)], today).map(({ rule, dueOn, urgency }) => [rule, dueOn, urgency]);

describe('the file of joining or leaving', () => {
  it('asks for the part whose day has passed, and for the one whose day comes', () => {
    expect(
      found({
        items: [
          { item: 'draft-resolution', state: 'done', date: '2026-09-01' },
          { item: 'council-vote', state: 'to-do', date: '2026-11-18' },
          { item: 'application', state: 'to-do', date: '2026-12' },
          { item: 'admission', state: 'to-do', date: '2027-06' },
        ],
      }),
    ).toEqual([
      ['procedure-step-past', '2026-11-18', 'overdue'],
      ['procedure-step', '2026-12', 'later'],
    ]);
  });

  it('names the next part where nothing has a date', () => {
    const [task] = proceduresOpen([file({ items: [{ item: 'draft-resolution', state: 'done' }] })], today);
    expect(task).toMatchObject({ rule: 'procedure-next', said: { item: { value: 'financial-effects' } }, href: '/office/records/procedure/rzeki-przystapienie', urgency: 'none' });
  });

  it('asks for its end when everything is settled, and for nothing once it is closed', () => {
    const items = (['draft-resolution', 'financial-effects', 'council-vote', 'notice', 'settlement'] as const).map((item) => ({ item, state: 'done' as const }));
    expect(found({ kind: 'withdrawal', items })).toEqual([['procedure-settled', null, 'none']]);
    expect(found({ closed: '2026-10', items: [{ item: 'notice', state: 'to-do', date: '2026-01' }] })).toEqual([]);
  });
});
