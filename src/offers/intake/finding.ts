/** What of an offer can be read from a mail; `other` is a date that has no place in an offer. */
export const intakeFields = [
  'title',
  'organisation',
  'type',
  'deadline',
  'opens',
  'begins',
  'ends',
  'quota',
  'intermediary',
  'goodStanding',
  'audiences',
  'languages',
  'money',
  'url',
  'other',
] as const;
export type IntakeField = (typeof intakeFields)[number];

/** Why a person must look: what was read can mean something else, or was put together with something that the text does not say. */
export const doubts = [
  'two-readings',
  'no-year',
  'no-zone',
  'other-zone',
  'summer-time',
  'half-day',
  'midnight',
  'weekday',
  'past',
  'no-word-near',
  'shared-address',
  'only-a-link',
  'hint',
] as const;
export type Doubt = (typeof doubts)[number];

export type Part = 'subject' | 'body' | 'sender';

/** One thing read, the exact words it came from, and where they stand. */
export type Finding = {
  field: IntakeField;
  /** As forms send it back: a slug, an EDTF date, `2027-03-31T17:00[Europe/Warsaw]`, `5000 EUR`, `yes`. */
  value: string;
  words: string;
  place: { part: Part; from: number; to: number };
  doubt: Doubt | null;
};

const several: ReadonlySet<IntakeField> = new Set(['audiences', 'languages', 'other']);
export const takesSeveral = (field: IntakeField): boolean => several.has(field);

/** What was read for one field. It is filled in only where there is one answer and no doubt about it; otherwise it is asked. */
export type FieldRead = { field: IntakeField; candidates: Finding[]; filled: string | null };

export function fieldsRead(findings: readonly Finding[]): FieldRead[] {
  return intakeFields.flatMap((field) => {
    const own = findings.filter((finding) => finding.field === field);
    if (own.length === 0) return [];
    // The same value said twice is one answer; said once without a doubt, it is none.
    const byValue = [...Map.groupBy(own, (finding) => finding.value).values()];
    const candidates = byValue.flatMap((same) => same.find((one) => one.doubt === null) ?? same[0] ?? []);
    const [only] = candidates;
    const filled = !takesSeveral(field) && candidates.length === 1 && only?.doubt === null ? only.value : null;
    return [{ field, candidates, filled }];
  });
}
