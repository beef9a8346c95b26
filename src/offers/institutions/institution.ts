import { z } from 'zod';
import { fold } from '#basics/fold.ts';
import { themes } from '#register/index.ts';

export const institutionKinds = ['school', 'university', 'library', 'museum', 'cultural-institution', 'ngo', 'firm', 'other'] as const;

/** What is wrong with what was typed; each has its sentence in the catalogue. */
const problemShape = z.enum([
  'nameMissing',
  'nameLong',
  'kindMissing',
  'descriptionLong',
  'urlWrong',
  'addressLong',
  'contactNameMissing',
  'contactNameLong',
  'emailMissing',
  'emailWrong',
  'consentMissing',
]);
export type InstitutionProblem = z.infer<typeof problemShape>;
export const institutionFields = ['name', 'kind', 'themes', 'description', 'url', 'address', 'contactName', 'email', 'consent'] as const;
export type InstitutionField = (typeof institutionFields)[number];
export type Problem = { field: InstitutionField; problem: InstitutionProblem };

const lettersIn = (text: string): number => Array.from(text).length;

/** Browsers send lines that end in CR LF; letters that can be written in two ways are one. */
const asTyped = (text: string): string => text.replace(/\r\n?/g, '\n').normalize('NFC').trim();

/** One line: what a name, an address of a street is. A line break in it would begin another header in a mail. */
const line = z.string().transform((text) => asTyped(text).replace(/[\p{Cc}\u2028\u2029]+/gu, ' '));

const orNull = (text: string): string | null => (text === '' ? null : text);

const named = (missing: InstitutionProblem, long: InstitutionProblem, most: number) =>
  line.pipe(
    z
      .string()
      .refine((text) => lettersIn(text) >= 2, { error: missing })
      .refine((text) => lettersIn(text) <= most, { error: long }),
  );

const institutionShape = z.object({
  name: named('nameMissing', 'nameLong', 200),
  kind: z.enum(institutionKinds, { error: 'kindMissing' }),
  themes: z.array(z.string()).transform((names) => themes.filter((theme) => names.includes(theme))),
  description: z
    .string()
    .transform(asTyped)
    .pipe(z.string().refine((text) => lettersIn(text) <= 1000, { error: 'descriptionLong' }))
    .transform(orNull),
  url: line
    .transform((text) => (text === '' || /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`))
    .pipe(z.string().refine(isWebAddress, { error: 'urlWrong' }))
    .transform(orNull),
  address: line.pipe(z.string().refine((text) => lettersIn(text) <= 300, { error: 'addressLong' })).transform(orNull),
});
export type Institution = z.infer<typeof institutionShape>;

const contactShape = z.object({
  contactName: named('contactNameMissing', 'contactNameLong', 120),
  email: line.pipe(
    z
      .string()
      .min(1, { error: 'emailMissing' })
      .pipe(z.email({ error: 'emailWrong' }).max(254, { error: 'emailWrong' })),
  ),
});
export type NewContact = z.infer<typeof contactShape>;

function isWebAddress(text: string): boolean {
  if (text === '') return true;
  if (text.length > 500 || !URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  return ['http:', 'https:'].includes(protocol) && hostname.includes('.') && username === '' && password === '';
}

/** A form as it was typed: everything is text, and themes are boxes that were ticked. */
export type TypedInstitution = { name: string; kind: string; themes: readonly string[]; description: string; url: string; address: string };
export type TypedContact = { contactName: string; email: string };

type Read<T> = { ok: true; value: T } | { ok: false; problems: Problem[] };

export const readInstitution = (typed: TypedInstitution): Read<Institution> => read(institutionShape, typed);
export const readContact = (typed: TypedContact): Read<NewContact> => read(contactShape, typed);
/** Only a name: for somebody whose address is known already. */
export const readName = (contactName: string): Read<Pick<NewContact, 'contactName'>> => read(contactShape.pick({ contactName: true }), { contactName });

/** Reads what was typed; of each field the first thing that is wrong, in the order of the form. */
function read<T>(shape: z.ZodType<T>, typed: object): Read<T> {
  const answer = shape.safeParse(typed);
  if (answer.success) return { ok: true, value: answer.data };
  const { issues } = answer.error;
  const problems = institutionFields.flatMap((field) => {
    const issue = issues.find((one) => one.path[0] === field);
    return issue ? [{ field, problem: problemShape.parse(issue.message) }] : [];
  });
  return { ok: false, problems };
}

/** Only an address: for somebody who asks to be let in. */
export const readEmail = (email: string): Read<Pick<NewContact, 'email'>> => read(contactShape.pick({ email: true }), { email });

/** Who registers says everything at once, and says yes. */
export function readRegistration(typed: TypedInstitution & TypedContact & { consent: string }): Read<Institution & NewContact> {
  const [institution, contact] = [readInstitution(typed), readContact(typed)];
  const problems = [...(institution.ok ? [] : institution.problems), ...(contact.ok ? [] : contact.problems)];
  if (typed.consent !== 'yes') problems.push({ field: 'consent', problem: 'consentMissing' });
  if (institution.ok && contact.ok && problems.length === 0) return { ok: true, value: { ...institution.value, ...contact.value } };
  return { ok: false, problems };
}

/** How a name is looked for. */
export const foldedName = (name: string): string => fold(name);
