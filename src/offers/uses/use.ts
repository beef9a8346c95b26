import { z } from 'zod';
import { langs } from '#lang/lang.ts';
import { institutionKinds } from '../institutions/institution.ts';

/** What came of an offer that somebody used without the city. */
export const useOutcomes = ['used', 'waiting', 'nothing'] as const;
export type UseOutcome = (typeof useOutcomes)[number];

export const toldLength = { min: 10, max: 2000 } as const;
export const useFields = ['kind', 'outcome', 'year', 'month', 'told', 'name', 'email'] as const;
export type UseField = (typeof useFields)[number];
const problemShape = z.enum(['kindMissing', 'outcomeMissing', 'yearMissing', 'monthWrong', 'toldShort', 'toldLong', 'toldLinks', 'nameLong', 'emailWrong']);
export type UseProblem = z.infer<typeof problemShape>;

const lettersIn = (text: string): number => Array.from(text).length;
const asTyped = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .normalize('NFC')
    .replace(/[^\P{Cc}\n]/gu, ' ')
    .trim();
const linksIn = (text: string): number => text.match(/https?:\/\/|\bwww\./gi)?.length ?? 0;
const linksAtMost = 5;

const shape = (thisYear: number) =>
  z.object({
    lang: z.enum(langs),
    kind: z.enum(institutionKinds, { error: 'kindMissing' }),
    outcome: z.enum(useOutcomes, { error: 'outcomeMissing' }),
    year: z
      .string()
      .regex(/^\d{4}$/, { error: 'yearMissing' })
      .refine((year) => Number(year) <= thisYear && Number(year) >= thisYear - yearsBack, { error: 'yearMissing' }),
    month: z.string().regex(/^(|0[1-9]|1[0-2])$/, { error: 'monthWrong' }),
    told: z
      .string()
      .transform(asTyped)
      .pipe(
        z
          .string()
          .refine((text) => lettersIn(text) >= toldLength.min, { error: 'toldShort' })
          .refine((text) => lettersIn(text) <= toldLength.max, { error: 'toldLong' })
          .refine((text) => linksIn(text) <= linksAtMost, { error: 'toldLinks' }),
      ),
    name: z
      .string()
      .transform((text) => asTyped(text).replace(/\s+/g, ' '))
      .pipe(z.string().refine((text) => lettersIn(text) <= 200, { error: 'nameLong' }))
      .transform((text) => (text === '' ? null : text)),
    email: z
      .string()
      .trim()
      .transform((text) => (text === '' ? null : text))
      .pipe(z.email({ error: 'emailWrong' }).max(254, { error: 'emailWrong' }).nullable()),
  });

/** How many years back something may be told. */
export const yearsBack = 5;

export type OfferUse = Omit<z.infer<ReturnType<typeof shape>>, 'year' | 'month'> & { happened: string };

/** Reads what was typed; of each field the first thing that is wrong, in the order of the form. */
export function readUse(
  typed: Record<UseField | 'lang', string>,
  thisYear: number,
): { ok: true; value: OfferUse } | { ok: false; problems: { field: UseField; problem: UseProblem }[] } {
  const read = shape(thisYear).safeParse(typed);
  if (read.success) {
    const { year, month, ...rest } = read.data;
    return { ok: true, value: { ...rest, happened: month === '' ? year : `${year}-${month}` } };
  }
  const { issues } = read.error;
  return {
    ok: false,
    problems: useFields.flatMap((field) => {
      const issue = issues.find((one) => one.path[0] === field);
      return issue ? [{ field, problem: problemShape.parse(issue.message) }] : [];
    }),
  };
}
