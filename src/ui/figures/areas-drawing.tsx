import type { AreasPlan, DrawnEffect, PlacedColumn, Sign } from './areas-geometry.ts';
import { Label, picture } from './timeline-drawing.tsx';
import { round } from './timeline-text.ts';

/** One record as a sign. Every sign has its own shape, so that it is told apart without colour. */
export const EffectSign = ({ sign, x, y, radius, title }: { sign: Sign; x: number; y: number; radius: number; title?: string | undefined }) => {
  const [cx, cy] = [round(x), round(y)];
  const inner = round(radius - 1);
  const said = title === undefined ? null : <title>{title}</title>;
  switch (sign) {
    case 'measurable':
    case 'undated-measurable':
      return (
        <circle class={sign === 'measurable' ? 'g-mat' : 'g-mat--faint'} cx={cx} cy={cy} r={round(radius)}>
          {said}
        </circle>
      );
    case 'immaterial':
    case 'undated-immaterial':
      return (
        <circle class={sign === 'immaterial' ? 'g-imm' : 'g-imm--faint'} cx={cx} cy={cy} r={inner}>
          {said}
        </circle>
      );
    case 'expected':
      return (
        <circle class="g-exp" cx={cx} cy={cy} r={round(radius - 0.75)}>
          {said}
        </circle>
      );
    case 'coincident':
      return (
        <path
          class="g-coi"
          d={`M${round(x - inner * 0.75)} ${round(y - inner * 0.75)}l${round(inner * 1.5)} ${round(inner * 1.5)}m0 ${round(-inner * 1.5)}l${round(-inner * 1.5)} ${round(inner * 1.5)}`}
        >
          {said}
        </path>
      );
    case 'before':
    case 'after': {
      const way = sign === 'before' ? -1 : 1;
      return (
        <path class="g-beside" d={`M${round(x + way * inner)} ${cy}L${round(x - way * inner * 0.8)} ${round(y - inner)}V${round(y + inner)}Z`}>
          {said}
        </path>
      );
    }
    case 'not-established':
      return (
        <path class="g-beside" d={`M${cx} ${round(y - inner)}L${round(x + inner)} ${cy}L${cx} ${round(y + inner)}L${round(x - inner)} ${cy}Z`}>
          {said}
        </path>
      );
  }
};

/** A stretch of the axis between two breaks. */
type Stretch = { left: number; right: number };

function stretchesOf(columns: readonly PlacedColumn[]): Stretch[] {
  const stretches: Stretch[] = [];
  let open = false;
  for (const { column, left, right } of columns) {
    const last = stretches.at(-1);
    if (column.kind === 'years' && open && last) last.right = right;
    else if (column.kind === 'years') stretches.push({ left, right });
    open = column.kind === 'years';
  }
  return stretches;
}

type Props<Effect extends DrawnEffect> = {
  id: string;
  class: string;
  plan: AreasPlan<Effect>;
  hrefs: readonly (string | undefined)[];
  /** What a mark says to the mouse. */
  titleOf: ((effect: Effect) => string) | undefined;
  title: string;
  finding: string;
  words: { noDate: string; counted: string; measurable: string; bothSums: string; total: string };
};

const shown = (n: number): number | string => (n === 0 ? '–' : n);

/** One drawing of the plan. The names of the areas may be links and therefore stand beside the image, in the same coordinates. */
export const AreasDrawing = <Effect extends DrawnEffect>({ id, class: className, plan, hrefs, titleOf, title, finding, words }: Props<Effect>) => {
  const { frame, height, columns, areas, total, radius } = plan;
  const { width, undated, labelAbove } = frame;
  const stretches = stretchesOf(columns);
  return (
    <svg class={className} viewBox={`0 0 ${width} ${round(height)}`}>
      <svg {...picture} width={width} height={round(height)} aria-labelledby={`${id}-title`} aria-describedby={`${id}-finding`}>
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-finding`}>{finding}</desc>
        <Head plan={plan} words={words} stretches={stretches} />
        <path
          class="g-row"
          d={areas
            .slice(0, -1)
            .map((area) => `M0 ${round(area.bottom)}H${width}`)
            .join('')}
        />
        <path class="g-thread" d={areas.map((area) => stretches.map(({ left, right }) => `M${round(left)} ${round(area.middle)}H${round(right)}`).join('')).join('')} />
        {plan.hasUndated && <path class="g-grid" d={fence(undated.right + 8, plan)} />}
        {areas.map((area) => (
          <g>
            {area.marks.map(({ sign, x, y, effect }) => (
              <EffectSign sign={sign} x={x} y={y} radius={radius} title={titleOf?.(effect)} />
            ))}
            <Sums of={area} y={labelAbove ? (area.labelLines[0]?.y ?? area.top) : area.middle + 5} frame={frame} />
          </g>
        ))}
        <path class="g-axis" d={`M0 ${round(total.top)}H${width}`} />
        <text class="g-tb" x="0" y={round(total.middle + 5)}>
          {words.total}
        </text>
        <Sums of={total} y={total.middle + 5} frame={frame} />
      </svg>
      {areas.map((area, index) => {
        const href = hrefs[index];
        const lines = <Label class="g-tb" lines={area.labelLines} />;
        return href === undefined ? (
          lines
        ) : (
          <a class="g-link" href={href}>
            {lines}
          </a>
        );
      })}
    </svg>
  );
};

/** Between what has no date and the years; beside the marks only, where names stand above them. */
function fence(x: number, { frame, areas, total }: AreasPlan): string {
  if (!frame.labelAbove) return `M${x} ${frame.top - 8}V${round(total.top)}`;
  return areas.map((area) => `M${x} ${round((area.labelLines.at(-1)?.y ?? area.top) + 8)}V${round(area.bottom)}`).join('');
}

/** What a row comes to: in two columns, or as `8 (3)` where there is room for one. */
const Sums = ({ of, y, frame: { labelAbove, sums } }: { of: { counted: number; measurable: number }; y: number; frame: AreasPlan['frame'] }) =>
  labelAbove ? (
    <text class="g-t g-t--quiet g-end" x={sums.counted} y={round(y + 1)}>
      <tspan class="g-sum">{shown(of.counted)}</tspan>
      {of.counted > 0 && ` (${of.measurable})`}
    </text>
  ) : (
    <>
      <text class="g-num" x={sums.counted} y={round(y + 1)}>
        {shown(of.counted)}
      </text>
      <text class="g-num g-num--s" x={sums.measurable} y={round(y + 1)}>
        {shown(of.measurable)}
      </text>
    </>
  );

const Head = ({ plan, words, stretches }: { plan: AreasPlan; words: Props<DrawnEffect>['words']; stretches: readonly Stretch[] }) => {
  const { frame, columns } = plan;
  const { top, sums, undated, labelAbove, width } = frame;
  const line = top - 8;
  const years = top - 18;
  return (
    <>
      {columns.map(
        ({ column, x, named }) =>
          named && (
            <text class="g-tq g-mid" x={round(x)} y={years}>
              {column.from}
            </text>
          ),
      )}
      {plan.hasUndated && (
        <text class={labelAbove ? 'g-tq' : 'g-tq g-mid'} x={labelAbove ? 0 : (undated.left + undated.right) / 2} y={years}>
          {words.noDate}
        </text>
      )}
      {labelAbove ? (
        <text class="g-tq g-end" x={width} y="14">
          {words.bothSums}
        </text>
      ) : (
        <>
          <text class="g-tq g-end" x={sums.counted} y={years}>
            {words.counted}
          </text>
          <text class="g-tq g-end" x={sums.measurable} y={years}>
            {words.measurable}
          </text>
        </>
      )}
      <path class="g-axis" d={stretches.map(({ left, right }) => `M${round(left)} ${line}H${round(right)}`).join('')} />
      <path class="g-axis" d={columns.flatMap(({ column, x, main }) => (column.kind === 'years' && main ? [`M${round(x)} ${line}v5`] : [])).join('')} />
      <path
        class="g-axis"
        d={columns.flatMap(({ column, left, right }) => (column.kind === 'break' ? [left, right].map((x) => `M${round(x - 3)} ${line + 6}l6 -12`) : [])).join('')}
      />
    </>
  );
};
