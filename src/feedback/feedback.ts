import { z } from 'zod';
import { langs } from '#lang/lang.ts';
import { isReportable } from '#web/paths.ts';

export const feedbackKinds = ['error', 'missing', 'technical', 'other'] as const;
export const messageLength = { min: 10, max: 4000 } as const;
const linksAtMost = 5;

/** Over the wire a letter may take nine bytes (`%E2%82%AC`) and an emoji twelve: the longest message fits in every script. */
export const bodyBytesAtMost = 50_000;

/** What is wrong with what was typed; each has its sentence in the catalogue. */
const problemShape = z.enum(['kindMissing', 'messageShort', 'messageLong', 'messageLinks', 'emailWrong']);
export type FeedbackProblem = z.infer<typeof problemShape>;

const lettersIn = (text: string): number => Array.from(text).length;
const linksIn = (text: string): number => text.match(/https?:\/\/|\bwww\./gi)?.length ?? 0;

/** Browsers send lines that end in CR LF; one message is the same wherever it was typed. */
const asTyped = (text: string): string => text.replace(/\r\n?/g, '\n').normalize('NFC').trim();

export const feedbackShape = z.object({
  path: z.string().transform((path) => (isReportable(path) ? path : null)),
  lang: z.enum(langs),
  useful: z.string().transform((answer) => (answer === 'yes' ? true : answer === 'no' ? false : null)),
  kind: z.enum(feedbackKinds, { error: 'kindMissing' }),
  message: z
    .string()
    .transform(asTyped)
    .pipe(
      z
        .string()
        .refine((text) => lettersIn(text) >= messageLength.min, { error: 'messageShort' })
        .refine((text) => lettersIn(text) <= messageLength.max, { error: 'messageLong' })
        .refine((text) => linksIn(text) <= linksAtMost, { error: 'messageLinks' }),
    ),
  email: z
    .string()
    .trim()
    .transform((text) => (text === '' ? null : text))
    .pipe(z.email({ error: 'emailWrong' }).max(254, { error: 'emailWrong' }).nullable()),
});

export type Feedback = z.infer<typeof feedbackShape>;
export type FeedbackField = 'kind' | 'message' | 'email';
const fields = ['kind', 'message', 'email'] as const satisfies FeedbackField[];

/** Reads what was typed; of each field the first thing that is wrong, in the order of the form. */
export function readFeedback(typed: Record<keyof Feedback, string>): { ok: true; value: Feedback } | { ok: false; problems: { field: FeedbackField; problem: FeedbackProblem }[] } {
  const read = feedbackShape.safeParse(typed);
  if (read.success) return { ok: true, value: read.data };
  const { issues } = read.error;
  const problems = fields.flatMap((field) => {
    const issue = issues.find((one) => one.path[0] === field);
    return issue ? [{ field, problem: problemShape.parse(issue.message) }] : [];
  });
  return { ok: false, problems };
}
