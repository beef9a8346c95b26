import type { Criterion } from '#assessment/index.ts';
import type { Lang } from '#lang/lang.ts';
import { readNumber, typedNumber } from './numbers.ts';

export const textFields = ['name.pl', 'name.en', 'question.pl', 'question.en', 'unit.pl', 'unit.en'] as const;
export type TextField = (typeof textFields)[number];
export const mostCorners = 12;

/** What a form of a criterion holds, as it was typed. */
export type TypedCriterion = { code: string; direction: string; texts: Record<TextField, string>; corners: { at: string; value: string }[] };

/** Two rows more than there are corners, so that one can be put in without a script. */
export function typedOf(criterion: Criterion | null, lang: Lang): TypedCriterion {
  const { name, question, unit } = criterion ?? { name: { pl: '' }, question: { pl: '' }, unit: { pl: '' } };
  const corners = (criterion?.corners ?? []).map(({ at, value }) => ({ at: typedNumber(at, lang), value: typedNumber(Math.round(value * 10_000) / 100, lang) }));
  return {
    code: criterion?.code ?? '',
    direction: criterion?.direction ?? 'up',
    texts: { 'name.pl': name.pl, 'name.en': name.en ?? '', 'question.pl': question.pl, 'question.en': question.en ?? '', 'unit.pl': unit.pl, 'unit.en': unit.en ?? '' },
    corners: withRoom(corners),
  };
}

export const withRoom = (corners: { at: string; value: string }[]): { at: string; value: string }[] => {
  const wanted = Math.min(mostCorners, Math.max(4, corners.length + 2));
  return [...corners, ...Array.from({ length: Math.max(0, wanted - corners.length) }, () => ({ at: '', value: '' }))];
};

export function typedFrom(of: (field: string) => string): TypedCriterion {
  const corners = Array.from({ length: mostCorners }, (_, place) => ({ at: of(`at-${place + 1}`), value: of(`value-${place + 1}`) }));
  const filled = corners.findLastIndex(({ at, value }) => at.trim() !== '' || value.trim() !== '') + 1;
  const texts = {
    'name.pl': of('name.pl'),
    'name.en': of('name.en'),
    'question.pl': of('question.pl'),
    'question.en': of('question.en'),
    'unit.pl': of('unit.pl'),
    'unit.en': of('unit.en'),
  };
  return { code: of('code').trim(), direction: of('direction'), texts, corners: corners.slice(0, filled) };
}

export type CriterionProblem = { field: string; what: 'code' | 'name' | 'question' | 'unit' } | { field: string; what: 'notANumber'; place: string };

/** The criterion that was typed, on top of the one that it changes; or what is wrong, field by field. */
export function criterionFrom(typed: TypedCriterion, before: Criterion | null): { ok: true; criterion: Criterion } | { ok: false; problems: CriterionProblem[] } {
  const problems: CriterionProblem[] = [];
  if (!/^[VB]\d{1,2}$/.test(typed.code)) problems.push({ field: 'code', what: 'code' });
  for (const what of ['name', 'question', 'unit'] as const) if (typed.texts[`${what}.pl`].trim() === '') problems.push({ field: `${what}.pl`, what });
  const corners: Criterion['corners'] = [];
  for (const [index, { at, value }] of typed.corners.entries()) {
    if (at.trim() === '' && value.trim() === '') continue;
    const [where, percent] = [readNumber(at), readNumber(value)];
    if (where === null || percent === null || percent < 0 || percent > 100)
      problems.push({ field: where === null ? `at-${index + 1}` : `value-${index + 1}`, what: 'notANumber', place: String(index + 1) });
    else corners.push({ at: where, value: percent / 100 });
  }
  if (problems.length > 0) return { ok: false, problems };
  const text = (what: 'name' | 'question' | 'unit') => {
    const en = typed.texts[`${what}.en`].trim();
    return { pl: typed.texts[`${what}.pl`].trim(), ...(en === '' ? {} : { en }) };
  };
  const kept = before ?? { indicator: 'judgement' as const, levels: [] };
  return {
    ok: true,
    criterion: {
      ...kept,
      code: typed.code,
      index: typed.code.startsWith('V') ? 'benefits' : 'asks',
      name: text('name'),
      question: text('question'),
      unit: text('unit'),
      direction: typed.direction === 'down' ? 'down' : 'up',
      corners,
    },
  };
}
