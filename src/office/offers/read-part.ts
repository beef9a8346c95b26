import { criterionShape, fieldKinds, fieldShape, numberIn, type Criterion, type FieldKind, type FormField } from '#offers/index.ts';
import type { FieldOf } from './take-offer.ts';

export type PartKind = FieldKind | 'criterion';
export const partProblems = ['label', 'hint', 'maxLength', 'options', 'min', 'max', 'decimals', 'megabytes', 'points'] as const;
export type PartProblem = (typeof partProblems)[number];
export const kindNamed = (text: string): PartKind | undefined => (text === 'criterion' ? 'criterion' : fieldKinds.find((kind) => kind === text));

type Read<Part> = { ok: true; part: Part } | { ok: false; problems: PartProblem[] };

const words = (pl: string, en: string): { pl: string; en?: string } => ({ pl: pl.trim(), ...(en.trim() === '' ? {} : { en: en.trim() }) });
const common = (key: string, of: FieldOf) => ({
  key,
  label: words(of('label.pl'), of('label.en')),
  ...(of('hint.pl').trim() === '' ? {} : { hint: words(of('hint.pl'), of('hint.en')) }),
});
const whole = (text: string): number => (/^\d{1,6}$/.test(text.trim()) ? Number(text) : Number.NaN);
const limit = (name: 'min' | 'max', of: FieldOf) => (of(name).trim() === '' ? {} : { [name]: numberIn(of(name)) ?? Number.NaN });

/** The answers of a choice, one a line. One that keeps its Polish words keeps its key, and with it what was chosen. */
function optionsIn(typed: string, before: FormField | undefined): { key: string; label: { pl: string; en?: string } }[] {
  const known = new Map(before?.kind === 'choice' ? before.options.map((option) => [option.label.pl, option.key]) : []);
  let next = Math.max(0, ...[...known.values()].map((key) => Number(key.slice(1))));
  return typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [pl = '', en = ''] = line.split('|');
      const label = words(pl, en);
      next += known.has(label.pl) ? 0 : 1;
      return { key: known.get(label.pl) ?? `o${next}`, label };
    });
}

/** A question as it was typed, or what is wrong with it. */
export function readField(kind: FieldKind, key: string, of: FieldOf, before: FormField | undefined): Read<FormField> {
  const shared = { ...common(key, of), required: of('required') === 'yes' };
  const own = {
    text: { maxLength: whole(of('maxLength')) },
    choice: { options: optionsIn(of('options'), before) },
    number: { ...limit('min', of), ...limit('max', of), decimals: whole(of('decimals')) },
    file: { megabytes: whole(of('megabytes')) },
    declaration: {},
  }[kind];
  const read = fieldShape.safeParse({ ...shared, kind, ...own });
  return read.success ? { ok: true, part: read.data } : { ok: false, problems: problemsAt(read.error.issues.map((issue) => String(issue.path[0]))) };
}

export function readCriterion(key: string, of: FieldOf): Read<Criterion> {
  const read = criterionShape.safeParse({ ...common(key, of), points: whole(of('points')) });
  return read.success ? { ok: true, part: read.data } : { ok: false, problems: problemsAt(read.error.issues.map((issue) => String(issue.path[0]))) };
}

const problemsAt = (paths: readonly string[]): PartProblem[] => partProblems.filter((one) => paths.includes(one));
