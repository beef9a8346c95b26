import { z } from 'zod';
import { open, openObject } from '#publishing/fields.ts';
import { claims, edtfText, line, slug, sourceIds, sources, text } from '#publishing/facts.ts';

export const functionLevels = ['participant', 'member', 'board', 'presidency', 'group-lead'] as const;

/** An office held in an organisation. A person's term ends with their public office unless a source says otherwise. */
export const functionShape = z.object({
  organisation: open(slug),
  role: open(text),
  level: open(z.enum(functionLevels)),
  /** Only holders of public office are named. */
  holder: open(openObject({ kind: z.enum(['city', 'official', 'institution']), name: text })),
  /** Interval; empty where no source gives years. */
  term: open(claims(edtfText)),
  /** The end of the term as elected, where it ended earlier. */
  electedUntil: open(edtfText.optional()),
  endedBecause: open(text.optional()),
  note: open(text.optional()),
  sourceIds,
  sources,
  contact: line().optional(),
  officeNotes: z.string().max(5000).optional(),
});
export type FunctionHeld = z.infer<typeof functionShape>;
