import type { Lang } from '#lang/lang.ts';
import { tidy } from '#lang/typography.ts';
import type { StandingEffect } from '#register/index.ts';
import { KeyFigures, type KeyFigure } from '#ui/facts.tsx';
import { besideStandings, sumsOf, type AreaEffects } from './areas.ts';
import { areaName, textsFor } from './texts.ts';

/** The page's sums, each with a caption that says what it counts. What there is none of is left out, but for the two kinds the text speaks of. */
export const Totals = ({ effects, lang }: { effects: readonly StandingEffect[]; lang: Lang }) => {
  const texts = textsFor(lang).sums;
  const { counted, measurable } = sumsOf(effects);
  const figures: KeyFigure[] = [
    { value: counted, caption: texts.counts(counted) },
    { value: measurable, caption: texts.measurable(measurable) },
  ];
  for (const standing of besideStandings) {
    const number = effects.filter((effect) => effect.standing === standing).length;
    if (standing === 'expected' || standing === 'coincident') figures.push({ value: number, caption: texts[standing](number) });
    else if (number > 0) figures.push({ value: number, caption: texts[standing] });
  }
  return <KeyFigures layout="row" figures={figures.map((figure) => ({ ...figure, caption: tidy(figure.caption, lang) }))} />;
};

/** What the table shows at a glance, in a sentence or two. */
export function findingOf(areas: readonly AreaEffects[], lang: Lang): string {
  const texts = textsFor(lang).figure;
  const most = areas.reduce<AreaEffects | undefined>((best, area) => (area.counted > (best?.counted ?? 0) ? area : best), undefined);
  const found = texts.found(areas.filter((area) => area.counted > 0).length, areas.length);
  return tidy(most === undefined ? found : `${found} ${texts.most(areaName(most.area, lang).toLocaleLowerCase(lang), most.counted)}`, lang);
}
