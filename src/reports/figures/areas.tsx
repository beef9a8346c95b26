import { areas } from '#register/index.ts';
import { AreasDrawing } from '#ui/figures/areas-drawing.tsx';
import { areasFrames, planAreas } from '#ui/figures/areas-geometry.ts';
import { areaInWords, areasFinding, areasTexts } from '#ui/figures/areas-words.ts';
import { tidy } from '#lang/typography.ts';
import type { Gathered } from '../gathered.ts';
import { textsFor } from '../texts.ts';
import { asPicture, coloursOf, type Drawn } from './print.ts';

/** Names of areas on one line, and lines close together: the drawing stands on one page with what is said of it. */
const frame = { ...areasFrames.middle, labelWidth: 250, undated: { left: 256, right: 296 }, axis: { left: 306, right: 632 }, sums: { counted: 690, measurable: 760 }, row: 26 };

/** Benefits by area and year on paper. */
export function areasDrawing({ lang, on, effects, city }: Gathered): Drawn | null {
  if (effects.length === 0) return null;
  const drawn = areas.map((area) => ({
    area,
    name: tidy(areaInWords(area, lang), lang),
    effects: effects.flatMap(({ body, standing }) =>
      body.area === area ? [{ date: body.date, measurable: body.measurable, standing, ...(body.sameThing === undefined ? {} : { sameThing: body.sameThing }) }] : [],
    ),
  }));
  const texts = areasTexts(lang);
  const plan = planAreas(drawn, Number(on.slice(0, 4)), frame);
  const finding = areasFinding(drawn, lang);
  const own = textsFor(lang).effects;
  const drawing = <AreasDrawing id="areas" class="g-plan" plan={plan} hrefs={drawn.map(() => undefined)} titleOf={undefined} title={own.figure} finding={finding} words={texts} />;
  return { title: own.figure, finding, note: own.figureNote, svg: asPicture(drawing, coloursOf(city)), width: plan.frame.width, height: plan.height };
}
