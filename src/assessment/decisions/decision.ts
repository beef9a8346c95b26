import { z } from 'zod';
import { open } from '#publishing/fields.ts';
import { edtfText, line, slug, sourceIds, sources, text } from '#publishing/facts.ts';

export const courses = ['keep-and-use-more', 'keep', 'revive', 'justify', 'examine', 'join', 'leave', 'defer'] as const;

/** What was decided on an indication, by whom and why. The tool only proposes; joining and leaving are the council's. */
export const decisionShape = z.object({
  membership: open(slug),
  /** The cycle whose indication was before those who decided. */
  assessment: open(slug.optional()),
  course: open(z.enum(courses)),
  decidedBy: open(z.enum(['council', 'mayor', 'board', 'unit-head'])),
  date: open(edtfText),
  reason: open(text),
  act: open(slug.optional()),
  /** What is to be done by when. */
  followUp: open(text.optional()),
  due: open(edtfText.optional()),
  sourceIds,
  sources,
  caseNumber: line(60).optional(),
  officeNotes: z.string().max(5000).optional(),
});
export type Decision = z.infer<typeof decisionShape>;
