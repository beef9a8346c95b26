import { round } from './timeline-text.ts';
import type { Segment, SegmentKind, Stretch } from './timeline-bars.ts';
import type { TimelinePlan } from './timeline-geometry.ts';

const barHeight = 10;
/** What has ended is thinner, so that it is told apart without colour. */
const endedHeight = 6;
const stretchHeight = 17;

const classOf: Record<SegmentKind, string> = {
  council: 'g-bar',
  other: 'g-bar--inf',
  closed: 'g-bar--end',
  unknown: 'g-bar--unk',
  planned: 'g-bar--plan',
  suspended: 'g-bar--held',
};

/** Slanted lines inside a box, as a path: patterns by reference are lost where the drawing that holds them is not shown. */
function hatch(x: number, y: number, width: number, height: number): string {
  const gap = 5;
  const lines: string[] = [];
  for (let start = x - height + gap; start < x + width; start += gap) {
    const from = Math.max(start, x);
    const to = Math.min(start + height, x + width);
    lines.push(`M${round(from)} ${round(y + height - (from - start))}L${round(to)} ${round(y + height - (to - start))}`);
  }
  return lines.join('');
}

export const BarSegment = ({ segment: { kind, x, width }, middle }: { segment: Segment; middle: number }) => {
  const tall = kind === 'closed' ? endedHeight : barHeight;
  const top = middle - tall / 2;
  if (kind === 'planned') return <path class={classOf[kind]} d={`M${round(x)} ${middle}H${round(x + width)}`} />;
  // An outline stays inside its stretch of time, so that neighbours do not meet.
  const inset = kind === 'council' || kind === 'closed' ? 0 : Math.min(0.6, width / 4);
  const box = { x: round(x + inset), y: round(top + inset), width: round(width - 2 * inset), height: round(tall - 2 * inset) };
  return (
    <>
      <rect class={classOf[kind]} {...box} />
      {kind === 'suspended' && <path class="g-hatch" d={hatch(x + inset, top + inset, width - 2 * inset, barHeight - 2 * inset)} />}
    </>
  );
};

export const HeldStretch = ({ stretch: { x, width, turns }, middle }: { stretch: Stretch; middle: number }) => {
  const top = middle - stretchHeight / 2;
  return (
    <>
      <rect class="g-fn" x={round(x)} y={round(top)} width={round(width)} height={stretchHeight} />
      {turns.length > 0 && <path class="g-turn" d={turns.map((turn) => `M${round(turn)} ${round(top)}v${stretchHeight}`).join('')} />}
    </>
  );
};

export const StepMark = ({ kind, x, middle }: { kind: 'tick' | 'ring'; x: number; middle: number }) =>
  kind === 'tick' ? <path class="g-tick" d={`M${round(x)} ${round(middle - 10)}v20`} /> : <circle class="g-tick2" cx={round(x)} cy={round(middle)} r="4.5" />;

/** Lines of one text; the blanks between them are heard, not seen. */
export const Label = ({ class: className, lines, lang }: { class: string; lines: readonly { text: string; y: number }[]; lang?: string | undefined }) => (
  <text class={className} lang={lang}>
    {lines.map((line, index) => (
      <>
        {index > 0 && ' '}
        <tspan x="0" y={round(line.y)}>
          {line.text}
        </tspan>
      </>
    ))}
  </text>
);

type RowWords = { href: string; lang: string | undefined; begun: string };

type Props = { id: string; class: string; plan: TimelinePlan; words: readonly RowWords[]; title: string; finding: string; today: string };

/** A line down the drawing. Where names stand above the bars it is drawn only beside the bars, so that it strikes nothing out. */
function down(x: number, { labelAbove, rows, top, height }: TimelinePlan): string {
  if (!labelAbove) return `M${round(x)} ${top - 3}V${round(height)}`;
  return `M${round(x)} ${top - 6}v6${rows.map((row) => `M${round(x)} ${round(row.middle - 10)}V${round(row.bottom)}`).join('')}`;
}

/** A drawing in the page's own text cannot be an `img` element, so it says that it is an image. */
export const picture = { role: 'img' };

/** One drawing of the plan. The names are links, which nothing inside an image can be, so they stand beside it in the same coordinates. */
export const TimelineDrawing = ({ id, class: className, plan, words, title, finding, today }: Props) => {
  const { width, height, rows, years, nowX, top, labelAbove } = plan;
  return (
    <svg class={className} viewBox={`0 0 ${width} ${round(height)}`}>
      <svg {...picture} width={width} height={round(height)} aria-labelledby={`${id}-title`} aria-describedby={`${id}-finding`}>
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-finding`}>{finding}</desc>
        <path class="g-grid" d={years.map(({ x }) => down(x, plan)).join('')} />
        {years.map(
          ({ year, x, anchor }) =>
            anchor !== 'none' && (
              <text class={anchor === 'start' ? 'g-tq' : 'g-tq g-mid'} x={anchor === 'start' ? 0 : round(x)} y={top - 11}>
                {year}
              </text>
            ),
        )}
        <path class="g-row" d={rows.map((row) => `M0 ${round(row.bottom)}H${width}`).join('')} />
        <path class="g-now" d={down(nowX, plan)} />
        <text class={`g-tq ${labelAbove ? 'g-end' : 'g-mid'}`} x={labelAbove ? width : round(nowX)} y={top - 11}>
          {today}
        </text>
        {rows.map((row, index) => (
          <g>
            {row.segments.map((segment) => (
              <BarSegment segment={segment} middle={row.middle} />
            ))}
            {row.stretches.map((stretch) => (
              <HeldStretch stretch={stretch} middle={row.middle} />
            ))}
            {row.marks.map((mark) => (
              <StepMark kind={mark.kind} x={mark.x} middle={row.middle} />
            ))}
            <text class="g-t g-t--quiet g-end" x={width} y={round(labelAbove ? (row.labelLines[0]?.y ?? row.top) : row.middle + 5)}>
              {words[index]?.begun}
            </text>
          </g>
        ))}
      </svg>
      {rows.map((row, index) => {
        const said = words[index];
        return (
          said && (
            <a class="g-link" href={said.href}>
              <Label class="g-t" lines={row.labelLines} lang={said.lang} />
            </a>
          )
        );
      })}
    </svg>
  );
};
