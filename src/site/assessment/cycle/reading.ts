import type { Criterion, ScoreSheet } from '#assessment/index.ts';
import { assessmentWords as en } from '#lang/en/assessment-words.ts';
import type { Lang } from '#lang/lang.ts';
import { amountInWords, numberInWords } from '#lang/numbers.ts';
import { assessmentWords as pl, type CriterionUnit } from '#lang/pl/assessment-words.ts';
import { inLang } from '#register/index.ts';

export const sayings = (lang: Lang) => (lang === 'pl' ? pl : en);

/** How the numbers of an indicator are said. What it counts is fixed, so its unit has its own words, in every form that a number asks for. */
const saidAs: Readonly<Record<Criterion['indicator'], 'money' | 'yearly-money' | 'cities' | 'step' | CriterionUnit>> = {
  'strategy-fit': 'step',
  'current-engagement': 'current-engagement',
  projects: 'money',
  'adopted-practice': 'adopted-practice',
  exchange: 'exchange',
  influence: 'influence',
  promotion: 'promotion',
  solidarity: 'solidarity',
  'office-held': 'step',
  company: 'cities',
  'local-use': 'local-use',
  cash: 'yearly-money',
  travel: 'yearly-money',
  'staff-hours': 'staff-hours',
  reporting: 'reporting',
  'lock-in': 'lock-in',
  judgement: 'step',
};

/** One number or two with the unit of their criterion, as they may stand within a sentence: `1 785 000 zł`, `od 1 do 2 rozwiązań`, `stopień 2 z 4`. */
function amounts(from: number, to: number, { indicator, levels, unit }: Criterion, lang: Lang): string {
  const words = sayings(lang);
  const number = (value: number): string => numberInWords(Math.round(value * 100) / 100, lang);
  const span = (say: (value: number) => string): string => (from === to ? say(from) : words.between(say(from), say(to)));
  const zlotys = (value: number): string => amountInWords(String(Math.round(value * 100) / 100), 'PLN', lang);
  const as = saidAs[indicator];
  switch (as) {
    case 'money':
      return span(zlotys);
    case 'yearly-money':
      return words.yearly(span(zlotys));
    case 'cities':
      return words.ofCities(span((value) => number(Math.round(value * 100))));
    case 'step': {
      const most = levels.at(-1)?.at;
      // The office may set a criterion without steps: then its own unit stands beside the number.
      if (most === undefined) return `${span(number)}, ${inLang(unit, lang)}`;
      return from === to ? words.step(number(from), number(most)) : words.steps(number(from), number(to), number(most));
    }
    default:
      return `${span(number)} ${from === to ? words.unit(to, as) : words.unitUpTo(to, as)}`;
  }
}

/** What a sheet says of a criterion: `1 785 000 zł`, `stopień 2 z 4`, `nieznane`. */
export function readingInWords(sheet: Pick<ScoreSheet, 'state' | 'from' | 'to'> | undefined, criterion: Criterion, lang: Lang): string {
  const words = sayings(lang);
  if (sheet === undefined || sheet.state === 'unknown') return words.unknown;
  if (sheet.state === 'confirmed-none') return words.confirmedNone;
  if (sheet.from === null || sheet.to === null) return words.unknown;
  return amounts(sheet.from, sheet.to, criterion, lang);
}

/** What the step means that a sheet stands on, where the scale has words for it. */
export const stepInWords = (sheet: Pick<ScoreSheet, 'state' | 'from' | 'to'>, { levels }: Criterion): Criterion['levels'][number]['says'] | undefined =>
  sheet.state === 'confirmed-none' || sheet.from !== sheet.to ? undefined : levels.find(({ at }) => at === sheet.from)?.says;
