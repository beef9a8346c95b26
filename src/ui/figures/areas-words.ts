import { areasFigure as en } from '#lang/en/areas-figure.ts';
import type { Lang } from '#lang/lang.ts';
import { areasFigure as pl } from '#lang/pl/areas-figure.ts';
import { wordsFor } from '#lang/words.ts';
import { sumsOf, type AreasPlan, type DrawnArea } from './areas-geometry.ts';

export const areasTexts = (lang: Lang) => (lang === 'pl' ? pl : en);

export type AreaOfBenefit = keyof ReturnType<typeof wordsFor>['area'];

export function areaInWords(area: AreaOfBenefit, lang: Lang): string {
  const name = wordsFor(lang).area[area];
  return name.charAt(0).toLocaleUpperCase(lang) + name.slice(1);
}

/** The picture in one sentence. Areas without any record are named where they are few. */
export function areasFinding(areas: readonly (DrawnArea & { area: AreaOfBenefit })[], lang: Lang): string {
  const texts = areasTexts(lang);
  const summed = areas.map((area) => ({ name: wordsFor(lang).area[area.area], counted: sumsOf(area.effects).counted, records: area.effects.length }));
  const records = summed.reduce((sum, area) => sum + area.records, 0);
  if (records === 0) return texts.nothing;
  const found = summed.filter((area) => area.counted > 0);
  if (found.length === 0) return texts.noneCounts(records);
  const most = Math.max(...found.map((area) => area.counted));
  return texts.finding({
    areas: found.length,
    all: summed.length,
    most,
    leading: found.filter((area) => area.counted === most).map((area) => area.name),
    empty: summed.filter((area) => area.records === 0).map((area) => area.name),
  });
}

/** The stretches of years that the axis leaves out. */
export const gapsInWords = (plan: AreasPlan, lang: Lang): string[] =>
  plan.columns.flatMap(({ column }) => (column.kind === 'break' ? [areasTexts(lang).years(column.from, column.to)] : []));
