import { z } from 'zod';
import { open, openObject } from '#publishing/fields.ts';
import { claims, edtfText, line, link, slug, sourceIds, sources, text } from '#publishing/facts.ts';

export const actTypes = ['resolution', 'ordinance', 'decision', 'consent', 'declaration', 'letter-of-intent', 'contract', 'law', 'principles'] as const;
export const actBodies = ['council', 'board', 'mayor', 'minister', 'organisation', 'parliament', 'official', 'city-and-partner'] as const;
/** What the act did to the membership it names. */
export const actEffects = ['applied', 'joined', 'consented', 'confirmed', 'adopted-statute', 'founded', 'foresaw', 'programme', 'co-operation'] as const;

/** The types of files that the office takes, told apart by their content. */
export const fileTypes = ['application/pdf', 'image/png', 'image/jpeg', 'image/webp'] as const;
export type FileType = (typeof fileTypes)[number];

/** The act itself or its scan, kept by the office. */
const attachedFile = openObject({ file: z.uuid(), title: text, type: z.enum(fileTypes), size: z.int().min(1) });
export type AttachedFile = z.infer<typeof attachedFile>;

/** A resolution, ordinance, consent, contract or law. */
export const actShape = z.object({
  type: open(z.enum(actTypes)),
  body: open(claims(z.enum(actBodies))),
  /** The number as the act bears it, `XXXIV/322/95`; empty where it was not found. */
  number: open(claims(line(60))),
  date: open(claims(edtfText)),
  title: open(text),
  memberships: open(
    z
      .array(openObject({ membership: slug, did: z.enum(actEffects) }))
      .max(20)
      .default([]),
  ),
  /** For laws: the journal reference and what single provisions say, in our words. */
  citation: open(line().optional()),
  level: open(z.enum(['national', 'city']).default('city')),
  provisions: open(
    z
      .array(openObject({ ref: line(80), says: text }))
      .max(40)
      .default([]),
  ),
  url: open(link.optional()),
  files: open(z.array(attachedFile).max(20).optional()),
  remarks: open(
    z
      .array(openObject({ text, sourceIds: z.array(z.string()).default([]) }))
      .max(12)
      .default([]),
  ),
  sourceIds,
  sources,
  caseNumber: line(60).optional(),
  officeNotes: z.string().max(5000).optional(),
});
export type Act = z.infer<typeof actShape>;
