import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { bare, isPublic, open, openObject, publicPart } from './fields.ts';

const contact = z.object({ name: open(z.string()), phone: z.string() });
const shape = z.object({
  title: open(z.string()),
  officeNotes: z.string().optional(),
  contact: open(contact.optional()),
  steps: open(z.array(z.object({ date: open(z.string()), caseNumber: z.string().optional() })).default([])),
  seat: open(openObject({ city: z.string(), country: z.string() }).nullable()),
});

describe('what the public may see of a record', () => {
  it('is what was marked, at every depth', () => {
    const body = {
      title: 'A',
      officeNotes: 'secret',
      contact: { name: 'B', phone: 'secret' },
      steps: [{ date: '1995', caseNumber: 'secret' }, { date: '1997' }],
      seat: { city: 'C', country: 'PL' },
    };
    expect(publicPart(shape, body)).toEqual({ title: 'A', contact: { name: 'B' }, steps: [{ date: '1995' }, { date: '1997' }], seat: { city: 'C', country: 'PL' } });
  });

  it('leaves out what the schema does not know', () => {
    expect(publicPart(shape, { title: 'A', more: 'secret', seat: { city: 'C', country: 'PL', phone: 'secret' } })).toEqual({ title: 'A', seat: { city: 'C', country: 'PL' } });
  });

  it('keeps what is known to be unknown apart from what was not told', () => {
    expect(publicPart(shape, { title: 'A', seat: null })).toEqual({ title: 'A', seat: null });
  });

  it('comes in the order of the schema, however the body was kept', () => {
    expect(JSON.stringify(publicPart(shape, { seat: null, steps: [], title: 'A' }))).toBe('{"title":"A","steps":[],"seat":null}');
  });

  it('does not spread a mark from an object to its parts', () => {
    expect(isPublic(shape.shape.contact)).toBe(true);
    expect(isPublic(contact.shape.phone)).toBe(false);
  });

  it('is a mark of the one field, not of the shape that fields share', () => {
    const shared = z.string();
    const record = z.object({ title: open(shared), notes: shared });
    expect(publicPart(record, { title: 'A', notes: 'for the office' })).toEqual({ title: 'A' });
    expect(isPublic(shared)).toBe(false);
  });

  it('is told by the type beneath optional, nullable and default', () => {
    const inner = z.string();
    expect(bare(inner.nullable().default(null).optional())).toBe(inner);
  });
});
