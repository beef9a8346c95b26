import { z } from 'zod';
import { open } from '#publishing/fields.ts';
import { line, sourceIds, sources, text } from '#publishing/facts.ts';

/** A department, board or municipal institution that has a membership in its care. */
export const unitShape = z.object({
  name: open(text),
  shortName: open(text.optional()),
  kind: open(z.enum(['department', 'office', 'municipal-board', 'cultural-institution', 'adviser'])),
  sourceIds,
  sources,
  contact: line().optional(),
  officeNotes: z.string().max(5000).optional(),
});
export type Unit = z.infer<typeof unitShape>;
