import { z } from 'zod';

export const fieldKinds = ['text', 'choice', 'number', 'file', 'declaration'] as const;
export type FieldKind = (typeof fieldKinds)[number];

const words = (most: number) => z.object({ pl: z.string().trim().min(1).max(most), en: z.string().trim().min(1).max(most).optional() });
const key = z.string().regex(/^[a-z][0-9]{1,4}$/);

const common = { key, label: words(300), hint: words(1000).optional(), required: z.boolean() };

/** The most that one file may hold, and all files of one application together. */
export const maxFileMegabytes = 25;
export const maxFilesBytes = 100 * 1_048_576;
export const maxFields = 40;

/** A question of a form, of one of a few kinds. Its key stays when it is moved or worded anew. */
export const fieldShape = z.discriminatedUnion('kind', [
  z.object({ ...common, kind: z.literal('text'), maxLength: z.int().min(1).max(20_000) }),
  z.object({
    ...common,
    kind: z.literal('choice'),
    options: z
      .array(z.object({ key, label: words(300) }))
      .min(2)
      .max(30),
  }),
  z
    .object({ ...common, kind: z.literal('number'), min: z.number().optional(), max: z.number().optional(), decimals: z.int().min(0).max(4) })
    .refine((field) => field.min === undefined || field.max === undefined || field.min <= field.max, { path: ['max'] }),
  z.object({ ...common, kind: z.literal('file'), megabytes: z.int().min(1).max(maxFileMegabytes) }),
  z.object({ ...common, kind: z.literal('declaration') }),
]);
export type FormField = z.infer<typeof fieldShape>;

/** By what applications are judged: each scorer gives 0 to `points`, in whole points. */
export const criterionShape = z.object({ key, label: words(300), hint: words(1000).optional(), points: z.int().min(1).max(1000) });
export type Criterion = z.infer<typeof criterionShape>;

export const formShape = z.object({ fields: z.array(fieldShape).max(maxFields), criteria: z.array(criterionShape).max(20) });
export type ApplicationForm = z.infer<typeof formShape>;
export const emptyForm: ApplicationForm = { fields: [], criteria: [] };

/** What an institution has typed, by the keys of the fields. Of files their ids are kept elsewhere. */
export const answersShape = z.record(z.string(), z.string());
export type Answers = z.infer<typeof answersShape>;

export const answerProblems = ['missing', 'tooLong', 'notANumber', 'tooSmall', 'tooLarge', 'tooExact', 'notAChoice', 'notDeclared', 'fileMissing'] as const;
export type AnswerProblem = (typeof answerProblems)[number];
const isAnswerProblem = (text: string): text is AnswerProblem => answerProblems.some((one) => one === text);

/** A comma or a point, blanks between thousands: `12 500,50` is 12500.50. Null where it is no number. */
export function numberIn(typed: string): number | null {
  const plain = typed.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.');
  return /^-?\d{1,15}(\.\d{1,10})?$/.test(plain) ? Number(plain) : null;
}

const decimalsIn = (typed: string): number => /[.,](\d+)\s*$/.exec(typed)?.[1]?.length ?? 0;

/** Line ends as browsers send them count as one sign, as `maxlength` counts them. */
export const lengthOf = (typed: string): number => typed.replaceAll('\r\n', '\n').length;

/** What is no number at all has been told already. */
const within = (test: (number: number) => boolean) => (value: string) => {
  const number = numberIn(value);
  return number === null || test(number);
};

function answerTo(field: FormField): z.ZodType<string> {
  const typed = z.string().default('');
  const demand = (value: string): boolean => !field.required || value.trim() !== '';
  if (field.kind === 'declaration') return typed.refine((value) => !field.required || value === 'yes', { error: 'notDeclared' });
  if (field.kind === 'file') return typed.refine(demand, { error: 'fileMissing' });
  const asked = typed.refine(demand, { error: 'missing', abort: true });
  if (field.kind === 'text') return asked.refine((value) => lengthOf(value) <= field.maxLength, { error: 'tooLong' });
  if (field.kind === 'choice') return asked.refine((value) => value === '' || field.options.some((option) => option.key === value), { error: 'notAChoice' });
  return asked
    .refine((value) => value.trim() === '' || numberIn(value) !== null, { error: 'notANumber', abort: true })
    .refine((value) => decimalsIn(value) <= field.decimals, { error: 'tooExact' })
    .refine(
      within((number) => field.min === undefined || number >= field.min),
      { error: 'tooSmall' },
    )
    .refine(
      within((number) => field.max === undefined || number <= field.max),
      { error: 'tooLarge' },
    );
}

/** The one schema of a composed form: what may be sent. For a file the answer is the name of the one that lies there. */
export const schemaOf = (fields: readonly FormField[]) => z.object(Object.fromEntries(fields.map((field) => [field.key, answerTo(field)])));

/** What keeps the answers from being sent, the first problem of each field, in the order of the form. */
export function problemsIn(fields: readonly FormField[], answers: Answers): { key: string; problem: AnswerProblem }[] {
  const read = schemaOf(fields).safeParse(answers);
  if (read.success) return [];
  return fields.flatMap(({ key: name }) => {
    const message = read.error.issues.find((issue) => issue.path[0] === name)?.message;
    return message === undefined ? [] : [{ key: name, problem: isAnswerProblem(message) ? message : 'missing' }];
  });
}

/** The same rules as a browser knows them. A number is typed as text, since browsers disagree on commas. */
export function attributesOf(field: FormField): { required?: boolean; maxlength?: number; inputmode?: 'numeric' | 'decimal'; pattern?: string; accept?: string } {
  const required = field.required ? { required: true } : {};
  if (field.kind === 'text') return { ...required, maxlength: field.maxLength };
  if (field.kind === 'number')
    return {
      ...required,
      inputmode: field.decimals === 0 ? 'numeric' : 'decimal',
      pattern: `${(field.min ?? -1) < 0 ? '-?' : ''}[0-9\\s]{1,20}${field.decimals === 0 ? '' : `([.,][0-9]{1,${field.decimals}})?`}`,
    };
  if (field.kind === 'file') return { ...required, accept: acceptedEndings.join(',') };
  return required;
}

const acceptedEndings = ['.pdf', '.jpg', '.jpeg', '.png', '.webp', '.docx', '.odt', '.xlsx', '.ods'] as const;

/** The answers as they are kept: fields that the form does not have are of no interest, and nothing is longer than what is asked for. */
export function keptAnswers(fields: readonly FormField[], typed: (key: string) => string): Answers {
  return Object.fromEntries(
    fields.flatMap((field) => {
      if (field.kind === 'file') return [];
      const value = typed(field.key).replaceAll('\r\n', '\n');
      return value === '' ? [] : [[field.key, value.slice(0, field.kind === 'text' ? field.maxLength + 2000 : 300)]];
    }),
  );
}

/** A key that no part of the form has had. */
export function nextKey(letter: 'f' | 'k' | 'o', used: readonly string[]): string {
  const last = used.filter((one) => one.startsWith(letter)).map((one) => Number(one.slice(1)));
  return `${letter}${Math.max(0, ...last) + 1}`;
}
