import { z } from 'zod';
import { open } from '#publishing/fields.ts';
import { sourceIds, sources, text } from '#publishing/facts.ts';

/** An article in both languages: about, why belong, help. The body is Markdown. */
export const articleShape = z.object({
  title: open(text),
  lead: open(text.optional()),
  body: open(text),
  sourceIds,
  sources,
  officeNotes: z.string().max(5000).optional(),
});
export type Article = z.infer<typeof articleShape>;
