import type { Day } from '#basics/day.ts';
import { dateInWords } from '#lang/dates.ts';
import type { Lang } from '#lang/lang.ts';
import { tidy } from '#lang/typography.ts';
import { wordsFor } from '#lang/words.ts';
import { Unknown } from '../marks.tsx';
import { Table } from '../table.tsx';
import { AreasDrawing, EffectSign } from './areas-drawing.tsx';
import { areasFrames, planAreas, signOf, sumsOf, type DrawnEffect, type Sign } from './areas-geometry.ts';
import { areaInWords, areasFinding, areasTexts, gapsInWords, type AreaOfBenefit } from './areas-words.ts';
import { Figure } from './figure.tsx';

/** One documented effect. */
export type EffectMark = DrawnEffect & {
  area: AreaOfBenefit;
  title: string;
  /** Where the text is in another language than the page. */
  titleLang?: Lang | undefined;
  href: string;
};

type AreasProps = {
  id: string;
  /** Every area in its order, also those without records. */
  areas: readonly { area: AreaOfBenefit; href?: string | undefined }[];
  effects: readonly EffectMark[];
  today: Day;
  lang: Lang;
  csvHref?: string | undefined;
};

type Drawn = { area: AreaOfBenefit; href: string | undefined; name: string; effects: EffectMark[] };

const drawings = [
  { name: 'wide', class: 'g-plan g-plan--wide' },
  { name: 'middle', class: 'g-plan g-plan--middle' },
  { name: 'narrow', class: 'g-plan g-plan--narrow' },
] as const;

/** Benefits by area: one row an area, one mark a record through the years, and what it comes to. */
export const Areas = ({ id, areas, effects, today, lang, csvHref }: AreasProps) => {
  const texts = areasTexts(lang);
  if (effects.length === 0) return <p>{tidy(texts.nothing, lang)}</p>;
  const drawn: Drawn[] = areas.map(({ area, href }) => ({ area, href, name: tidy(areaInWords(area, lang), lang), effects: effects.filter((effect) => effect.area === area) }));
  const finding = tidy(areasFinding(drawn, lang), lang);
  const thisYear = Number(today.slice(0, 4));
  const plans = drawings.map((drawing) => ({ ...drawing, plan: planAreas(drawn, thisYear, areasFrames[drawing.name]) }));
  const titleOf = (effect: EffectMark): string => `${effect.date === null ? texts.noDate : dateInWords(effect.date, lang)}: ${effect.title}`;
  return (
    <Figure
      lang={lang}
      signs={keysOf(effects, lang)}
      caption={<Reading plans={plans.map(({ plan }) => plan)} effects={effects} lang={lang} />}
      table={<Tables id={id} areas={drawn} lang={lang} />}
      csvHref={csvHref}
    >
      {plans.map(({ name, class: className, plan }) => (
        <AreasDrawing
          id={`${id}-${name}`}
          class={className}
          plan={plan}
          hrefs={drawn.map(({ href }) => href)}
          titleOf={name === 'wide' ? titleOf : undefined}
          title={texts.title}
          finding={finding}
          words={texts}
        />
      ))}
    </Figure>
  );
};

const Reading = ({ plans, effects, lang }: { plans: readonly ReturnType<typeof planAreas>[]; effects: readonly EffectMark[]; lang: Lang }) => {
  const texts = areasTexts(lang);
  const [widest] = plans;
  const gaps = widest ? gapsInWords(widest, lang) : [];
  const coarsest = Math.max(1, ...plans.flatMap((plan) => plan.columns.flatMap(({ column }) => (column.kind === 'years' ? [column.to - column.from + 1] : []))));
  const said = new Set(effects.flatMap((effect) => (effect.standing === 'counts' ? (effect.sameThing ?? []) : [])));
  const sentences = [texts.reading, ...(said.size > 0 ? [texts.once] : []), ...(gaps.length > 0 ? [texts.gap(gaps)] : []), ...(coarsest > 1 ? [texts.several(coarsest)] : [])];
  return <p class="g-say">{tidy(sentences.join(' '), lang)}</p>;
};

const dated = ['measurable', 'immaterial', 'expected', 'coincident', 'before', 'after', 'not-established'] as const satisfies Sign[];

function keysOf(effects: readonly EffectMark[], lang: Lang) {
  const { key } = areasTexts(lang);
  const used = new Set<Sign>(effects.map(signOf));
  const [measurable, immaterial] = [used.delete('undated-measurable'), used.delete('undated-immaterial')];
  const undated: Sign[] = [...(measurable ? ['undated-measurable' as const] : []), ...(immaterial ? ['undated-immaterial' as const] : [])];
  const named: { shown: Sign[]; text: string }[] = dated.filter((sign) => used.has(sign)).map((sign) => ({ shown: [sign], text: key[sign] }));
  if (undated.length > 0) named.push({ shown: undated, text: key.undated });
  return named.map(({ shown, text }) => ({
    sign: (
      <svg viewBox={`0 0 ${shown.length * 18} 18`} aria-hidden="true" focusable="false">
        {shown.map((sign, index) => (
          <EffectSign sign={sign} x={9 + 18 * index} y={9} radius={6.5} />
        ))}
      </svg>
    ),
    text,
  }));
}

/** What the drawing counts, and every record behind it. */
const Tables = ({ id, areas, lang }: { id: string; areas: readonly Drawn[]; lang: Lang }) => {
  const { columns, sumsCaption, recordsCaption, total, noDate } = areasTexts(lang);
  const words = wordsFor(lang);
  const all: Drawn = { area: 'prestige', href: undefined, name: total, effects: areas.flatMap((area) => area.effects) };
  const sums = [...areas, all].map((area) => ({ name: area.name, ...sumsOf(area.effects), beside: area.effects.filter((effect) => effect.standing !== 'counts').length }));
  const records = areas.flatMap((area) => area.effects.map((effect) => ({ effect, area: area.name })));
  return (
    <>
      <Table
        lang={lang}
        id={`${id}-sums`}
        caption={sumsCaption}
        captionShown
        cards={false}
        rows={sums}
        columns={[
          { head: columns.area, cell: ({ name }) => name },
          { head: columns.counted, cell: ({ counted }) => counted, numeric: true },
          { head: columns.measurable, cell: ({ measurable }) => measurable, numeric: true },
          { head: columns.beside, cell: ({ beside }) => beside, numeric: true },
        ]}
      />
      <Table
        lang={lang}
        id={`${id}-records`}
        caption={recordsCaption}
        captionShown
        rows={records}
        columns={[
          {
            head: columns.effect,
            cell: ({ effect }) => (
              <a href={effect.href} lang={effect.titleLang}>
                {tidy(effect.title, effect.titleLang ?? lang)}
              </a>
            ),
          },
          { head: columns.area, cell: ({ area }) => area },
          { head: columns.date, cell: ({ effect }) => (effect.date === null ? <Unknown lang={lang}>{noDate}</Unknown> : tidy(dateInWords(effect.date, lang), lang)) },
          { head: columns.kind, cell: ({ effect }) => words.measurable[effect.measurable ? 'true' : 'false'] },
          { head: columns.standing, cell: ({ effect }) => words.standing[effect.standing] },
        ]}
      />
    </>
  );
};
