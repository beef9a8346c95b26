import { z } from 'zod';
import { open } from '#publishing/fields.ts';
import { claims, edtfText, line, slug, sourceIds, sources, text } from '#publishing/facts.ts';

export const mandateKinds = ['represent', 'vote', 'sign'] as const;

/** Who acts for the city in an organisation, what they may do there, and from when to when. */
export const mandateShape = z.object({
  organisation: open(slug),
  kind: open(z.enum(mandateKinds)),
  /** The office that the mandate is given to. */
  office: open(text),
  /** Only holders of public office are named. */
  holder: open(line().optional()),
  /** Everybody else is known to the office alone. */
  staffMember: line().optional(),
  /** At which meeting or in which matters; empty for all of them. */
  occasion: open(text.optional()),
  /** How to vote, where the council or the mayor has said so. */
  instruction: open(text.optional()),
  term: open(claims(edtfText)),
  act: open(slug.optional()),
  note: open(text.optional()),
  sourceIds,
  sources,
  caseNumber: line(60).optional(),
  officeNotes: z.string().max(5000).optional(),
});
export type Mandate = z.infer<typeof mandateShape>;
