import { z } from 'zod';
import { open } from '#publishing/fields.ts';
import { line, slug, sourceIds, sources, text } from '#publishing/facts.ts';

/** A goal of the city's development strategy or of its foreign policy. */
export const objectiveShape = z.object({
  framework: open(z.enum(['strategy', 'foreign-policy'])),
  code: open(line(20)),
  level: open(z.enum(['strategic', 'operational', 'thematic'])),
  parent: open(slug.optional()),
  title: open(text),
  /** Which language versions are the adopting body's own words; the others are translations or short wordings made here. */
  ownWords: open(z.enum(['title-pl', 'none'])),
  note: open(text.optional()),
  sourceIds,
  sources,
});
export type Objective = z.infer<typeof objectiveShape>;
