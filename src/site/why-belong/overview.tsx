import type { Lang } from '#lang/lang.ts';
import { tidy } from '#lang/typography.ts';
import type { StandingEffect } from '#register/index.ts';
import { KeyFigures, type KeyFigure } from '#ui/facts.tsx';
import { Table, type Column } from '#ui/table.tsx';
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

const shown = (n: number): number | string => (n === 0 ? '–' : n);

/** Every area with its sums; a name leads down to the area. */
export const AreaTable = ({ id, areas, lang }: { id: string; areas: readonly AreaEffects[]; lang: Lang }) => {
  const texts = textsFor(lang);
  const columns: Column<AreaEffects>[] = [
    { head: texts.columns.area, cell: ({ area }) => <a href={`#${area}`}>{areaName(area, lang)}</a> },
    { head: texts.columns.measurable, cell: (row) => shown(row.measurable), numeric: true },
    { head: texts.columns.immaterial, cell: (row) => shown(row.immaterial), numeric: true },
    { head: texts.columns.total, cell: (row) => shown(row.counted), numeric: true },
    { head: texts.columns.beside, cell: (row) => shown(row.beside), numeric: true },
  ];
  return <Table id={id} caption={texts.caption} columns={columns} rows={[...areas]} cards={false} />;
};
