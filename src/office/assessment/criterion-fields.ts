import type { Criterion } from '#assessment/index.ts';
import type { Lang } from '#lang/lang.ts';
import { readNumber, typedNumber } from './numbers.ts';

export const textFields = ['name.pl', 'name.en', 'question.pl', 'question.en', 'unit.pl', 'unit.en'] as const;
export type TextField = (typeof textFields)[number];
export const mostCorners = 12;
const mostLevels = 12;

/** What a form of a criterion holds, as it was typed. */
type TypedLevel = { at: string; pl: string; en: string };
export type TypedCriterion = { code: string; direction: string; texts: Record<TextField, string>; corners: { at: string; value: string }[]; levels: TypedLevel[] };

/** Two rows more than there are corners, so that one can be put in without a script. */
export function typedOf(criterion: Criterion | null, lang: Lang): TypedCriterion {
  const { name, question, unit } = criterion ?? { name: { pl: '' }, question: { pl: '' }, unit: { pl: '' } };
  const corners = (criterion?.corners ?? []).map(({ at, value }) => ({ at: typedNumber(at, lang), value: typedNumber(Math.round(value * 10_000) / 100, lang) }));
  return {
    code: criterion?.code ?? '',
    direction: criterion?.direction ?? 'up',
    texts: { 'name.pl': name.pl, 'name.en': name.en ?? '', 'question.pl': question.pl, 'question.en': question.en ?? '', 'unit.pl': unit.pl, 'unit.en': unit.en ?? '' },
    corners: withRoom(corners),
    levels: withLevelRoom((criterion?.levels ?? []).map(({ at, says }) => ({ at: typedNumber(at, lang), pl: says.pl, en: says.en ?? '' }))),
  };
}

export const withLevelRoom = (levels: readonly TypedLevel[]): TypedLevel[] => [...levels, { at: '', pl: '', en: '' }, { at: '', pl: '', en: '' }].slice(0, mostLevels);

const isBlank = (level: TypedLevel): boolean => [level.at, level.pl, level.en].every((part) => part.trim() === '');

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
  const levels = Array.from({ length: mostLevels }, (_, place) => ({ at: of(`level-${place + 1}`), pl: of(`level-${place + 1}-pl`), en: of(`level-${place + 1}-en`) }));
  const last = levels.findLastIndex((level) => !isBlank(level)) + 1;
  return { code: of('code').trim(), direction: of('direction'), texts, corners: corners.slice(0, filled), levels: levels.slice(0, last) };
}

export type CriterionProblem =
  { field: string; what: 'code' | 'name' | 'question' | 'unit' } | { field: string; what: 'notANumber' | 'levelNumber' | 'levelWords' | 'levelOrder'; place: string };

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
  const levels = levelsFrom(typed.levels, problems);
  if (problems.length > 0) return { ok: false, problems };
  const text = (what: 'name' | 'question' | 'unit') => {
    const en = typed.texts[`${what}.en`].trim();
    return { pl: typed.texts[`${what}.pl`].trim(), ...(en === '' ? {} : { en }) };
  };
  const kept = before ?? { indicator: 'judgement' as const };
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
      levels,
    },
  };
}

/** Steps in rising order, each with words; an empty row is none. */
function levelsFrom(typed: readonly TypedLevel[], problems: CriterionProblem[]): Criterion['levels'] {
  const levels: Criterion['levels'] = [];
  for (const [index, level] of typed.entries()) {
    if (isBlank(level)) continue;
    const place = String(index + 1);
    const at = readNumber(level.at);
    const [pl, en] = [level.pl.trim(), level.en.trim()];
    const before = levels.at(-1);
    if (at === null) problems.push({ field: `level-${place}`, what: 'levelNumber', place });
    else if (pl === '') problems.push({ field: `level-${place}-pl`, what: 'levelWords', place });
    else if (before !== undefined && at <= before.at) problems.push({ field: `level-${place}`, what: 'levelOrder', place });
    else levels.push({ at, says: { pl, ...(en === '' ? {} : { en }) } });
  }
  return levels;
}
