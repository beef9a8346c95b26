import { z } from 'zod';
import { open } from '#publishing/fields.ts';
import { currency, decimal, edtfText, line, slug, sourceIds, sources, text } from '#publishing/facts.ts';

export const askTypes = ['fee', 'travel', 'hosting', 'own-contribution', 'staff-hours', 'programme-spending'] as const;

/** What a membership asks of the city in a year: the fee, travel, hosting, own contribution, hours of staff. Zero is a fact, unknown is unknown. */
export const askShape = z
  .object({
    membership: open(slug),
    type: open(z.enum(askTypes)),
    /** The year it is for; null where the source gives none. */
    year: open(z.int().min(1900).max(2200).nullable()),
    /** How often, where the source says: a fee "a year" of an unknown year is still yearly. */
    every: open(z.enum(['year', 'once']).optional()),
    amount: open(decimal.nullable()),
    currency: open(currency.nullable()),
    hours: open(decimal.optional()),
    dueOn: open(edtfText.optional()),
    paidOn: open(edtfText.optional()),
    act: open(slug.optional()),
    /** When the page that gives the amount was current, where it does not name the year of the fee. */
    statedAbout: open(edtfText.optional()),
    note: open(text.optional()),
    sourceIds,
    sources,
    plannedAmount: decimal.optional(),
    budgetClassification: line(60).optional(),
    caseNumber: line(60).optional(),
    officeNotes: z.string().max(5000).optional(),
  })
  .refine((ask) => (ask.amount === null) === (ask.currency === null), { path: ['currency'], error: 'an amount needs its currency, and the other way round' });
export type Ask = z.infer<typeof askShape>;
