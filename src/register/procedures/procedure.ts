import { z } from 'zod';
import { boundsOf, edtf } from '#basics/edtf.ts';
import { open, openObject } from '#publishing/fields.ts';
import { edtfText, line, slug, sourceIds, sources, text } from '#publishing/facts.ts';

export const procedureKinds = ['accession', 'withdrawal'] as const;

/** What a file of joining or leaving is made of. */
export const procedureItems = [
  'draft-resolution',
  'financial-effects',
  'statute',
  'statute-translation',
  'consent',
  'council-vote',
  'application',
  'admission',
  'notice',
  'settlement',
] as const;
export type ProcedureItem = (typeof procedureItems)[number];

/**
 * The checklist that a new file begins with. Joining an international association of local communities needs the council's vote by an absolute
 * majority of its statutory number and the foreign minister's consent (Act of 15 September 2000 on the principles of joining international
 * associations of local and regional communities, art. 4 and 5); leaving takes the same council's resolution, and the notice that the statute asks for.
 */
export const checklistOf: Record<(typeof procedureKinds)[number], readonly ProcedureItem[]> = {
  accession: ['draft-resolution', 'financial-effects', 'statute', 'statute-translation', 'council-vote', 'consent', 'application', 'admission'],
  withdrawal: ['draft-resolution', 'financial-effects', 'council-vote', 'notice', 'settlement'],
};

/** The file of an accession or a withdrawal: what is needed, what is there, and since when. */
export const procedureShape = z.object({
  organisation: open(slug),
  kind: open(z.enum(procedureKinds)),
  opened: open(edtfText.optional()),
  closed: open(edtfText.optional()),
  outcome: open(z.enum(['admitted', 'refused', 'left', 'abandoned']).optional()),
  items: open(
    z
      .array(
        z.object({
          item: open(z.enum(procedureItems)),
          state: open(z.enum(['to-do', 'done', 'not-needed'])),
          date: open(edtfText.optional()),
          /** Why it is not needed, or what was decided: consent required or not, and why. */
          reason: open(text.optional()),
          act: open(slug.optional()),
          /** A document kept by the office, by its address in the office or elsewhere. */
          document: line(500).optional(),
          note: line(500).optional(),
        }),
      )
      .max(30)
      .default([]),
  ),
  steps: open(
    z
      .array(openObject({ date: edtfText, text }))
      .max(40)
      .default([]),
  ),
  sourceIds,
  sources,
  caseNumber: line(60).optional(),
  officeNotes: z.string().max(5000).optional(),
});
export type Procedure = z.infer<typeof procedureShape>;

/** What of the checklist is neither done nor said to be needless; items that the file does not hold yet are missing too. */
export function openItems(procedure: Pick<Procedure, 'kind' | 'items'>): ProcedureItem[] {
  const settled = new Set(procedure.items.filter(({ state }) => state !== 'to-do').map(({ item }) => item));
  const wanted = new Set([...checklistOf[procedure.kind], ...procedure.items.map(({ item }) => item)]);
  return procedureItems.filter((item) => wanted.has(item) && !settled.has(item));
}

/** Pairs of done items of which the first should have come later. No order is enforced: odd ones are pointed out. */
export function oddOrders(procedure: Pick<Procedure, 'kind' | 'items'>): { earlier: ProcedureItem; later: ProcedureItem }[] {
  const done = procedure.items.flatMap(({ item, state, date }) => (state === 'done' && date !== undefined ? [{ item, ...boundsOf(edtf(date)) }] : []));
  const order = checklistOf[procedure.kind];
  return done.flatMap((first) =>
    done.flatMap((second) => {
      const listed = order.indexOf(first.item) !== -1 && order.indexOf(first.item) > order.indexOf(second.item) && order.includes(second.item);
      return listed && first.to !== null && second.from !== null && first.to < second.from ? [{ earlier: first.item, later: second.item }] : [];
    }),
  );
}
