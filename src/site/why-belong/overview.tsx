import type { Lang } from '#lang/lang.ts';
import { tidy } from '#lang/typography.ts';
import type { StandingEffect } from '#register/index.ts';
import { KeyFigures, type KeyFigure } from '#ui/facts.tsx';
import { besideStandings, sumsOf, type AreaEffects } from './areas.ts';
import { areaName, textsFor } from './texts.ts';
import { axisOf, labelledYears, marksOf, yearOf, type Axis } from './timeline.ts';

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

type MarkKind = 'measurable' | 'immaterial' | 'expected' | 'beside';

const kindOf = ({ standing, body }: StandingEffect): MarkKind => {
  if (standing === 'counts') return body.measurable ? 'measurable' : 'immaterial';
  return standing === 'expected' ? 'expected' : 'beside';
};

/** Shape and fill tell the kinds apart, not the colour alone. */
const Sign = ({ kind, x, y }: { kind: MarkKind; x: number; y: number }) => {
  if (kind === 'measurable') return <circle class="g-mat" cx={x} cy={y} r="5" />;
  if (kind === 'immaterial') return <circle class="g-imm" cx={x} cy={y} r="4.2" />;
  if (kind === 'expected') return <circle class="g-exp" cx={x} cy={y} r="4.4" />;
  return <path class="g-coi" d={`M${x - 4} ${y - 4}l8 8m0-8l-8 8`} />;
};

const Key = ({ lang }: { lang: Lang }) => (
  <ul class="kg-key kg-only-wide">
    {(['measurable', 'immaterial', 'expected', 'beside'] as const).map((kind) => (
      <li>
        <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
          <Sign kind={kind} x={6} y={6} />
        </svg>
        {textsFor(lang).figure[kind]}
      </li>
    ))}
    <li>{tidy(textsFor(lang).figure.marks, lang)}</li>
  </ul>
);

/** Every area with its marks through the years and its sums; a name leads down to the area. The marks are for the eye: each row's figures and the list below say the same. */
export const AreaTable = ({ id, areas, effects, lang }: { id: string; areas: readonly AreaEffects[]; effects: readonly StandingEffect[]; lang: Lang }) => {
  const texts = textsFor(lang);
  const axis = axisOf(effects.map((effect) => yearOf(effect.body)));
  const numeric = 'govuk-table__header govuk-table__header--numeric';
  return (
    <>
      <Key lang={lang} />
      <div class="kg-scroll">
        <table class="govuk-table kg-overview" id={id}>
          <caption class="kg-vh">{texts.caption}</caption>
          <thead>
            <tr>
              <th scope="col" class="govuk-table__header">
                {texts.columns.area}
              </th>
              <td class="govuk-table__header kg-only-wide" aria-hidden="true">
                <Years axis={axis} lang={lang} />
              </td>
              <th scope="col" class={numeric}>
                {texts.columns.measurable}
              </th>
              <th scope="col" class={numeric}>
                {texts.columns.immaterial}
              </th>
              <th scope="col" class={numeric}>
                {texts.columns.beside}
              </th>
            </tr>
          </thead>
          <tbody>
            {areas.map((area) => (
              <tr>
                <th scope="row" class="govuk-table__header">
                  <a href={`#${area.area}`}>{tidy(areaName(area.area, lang), lang)}</a>
                </th>
                <td class="govuk-table__cell kg-only-wide" aria-hidden="true">
                  <Strip effects={effects.filter((effect) => effect.body.area === area.area)} axis={axis} />
                </td>
                <Sum number={area.measurable} />
                <Sum number={area.immaterial} />
                <Sum number={area.beside} quiet />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
};

const Sum = ({ number, quiet = false }: { number: number; quiet?: boolean }) => (
  <td class="govuk-table__cell govuk-table__cell--numeric">{number === 0 ? <span class="kg-quiet">0</span> : quiet ? number : <b>{number}</b>}</td>
);

const Years = ({ axis, lang }: { axis: Axis; lang: Lang }) => (
  <svg width={axis.width} height="18" viewBox={`0 0 ${axis.width} 18`} focusable="false">
    {axis.hasUndated && (
      <text class="g-tq g-small" x="0" y="14">
        {textsFor(lang).noDate}
      </text>
    )}
    {labelledYears(axis).map((year) => (
      <text class="g-tq g-small g-mid" x={axis.xOf(year)} y="14">
        {year}
      </text>
    ))}
    {axis.breaks.map(({ x }) => (
      <path class="g-axis" d={`M${x - 5} 15l4-10m2 10l4-10`} />
    ))}
  </svg>
);

const Strip = ({ effects, axis }: { effects: readonly StandingEffect[]; axis: Axis }) => {
  const { marks, rows } = marksOf(effects, axis);
  const height = rows * 11 + 3;
  const first = axis.years[0];
  return (
    <svg width={axis.width} height={height} viewBox={`0 -1.5 ${axis.width} ${height}`} focusable="false">
      {first !== undefined && <path class="g-grid" d={`M${axis.xOf(first)} ${(rows * 11) / 2}H${axis.width - 16}`} stroke-dasharray="1 5" />}
      {marks.map(({ effect, x, y }) => (
        <Sign kind={kindOf(effect)} x={x} y={y} />
      ))}
    </svg>
  );
};
