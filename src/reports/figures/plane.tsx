import type { AssessmentResult } from '#assessment/index.ts';
import type { Gathered } from '../gathered.ts';
import { textsFor } from '../texts.ts';
import { asPicture, coloursOf, type Drawn } from './print.ts';

const size = { width: 760, height: 490, left: 56, right: 744, top: 26, bottom: 424 } as const;

const x = (value: number): number => Math.round((size.left + value * (size.right - size.left)) * 10) / 10;
const y = (value: number): number => Math.round((size.bottom - value * (size.bottom - size.top)) * 10) / 10;

type Placed = { number: number; result: AssessmentResult };

/** Benefits against costs and duties: a numbered mark for each membership with enough data, and whiskers for how sure it is. */
export function planeFigure(placed: readonly Placed[], missing: number, { lang, city }: Gathered): Drawn | null {
  const texts = textsFor(lang).assessment;
  const marks = placed.flatMap(({ number, result: { benefits, asks } }) => (benefits === null || asks === null ? [] : [{ number, benefits, asks }]));
  if (marks.length === 0) return null;
  const quarters = [0.25, 0.5, 0.75];
  const drawing = (
    <svg viewBox={`0 0 ${size.width} ${size.height}`}>
      <rect class="g-plane" x={size.left} y={size.top} width={size.right - size.left} height={size.bottom - size.top} />
      <path class="g-grid" d={quarters.map((at) => `M${x(at)} ${size.top}V${size.bottom}M${size.left} ${y(at)}H${size.right}`).join('')} />
      {[0, ...quarters, 1].map((at) => (
        <>
          <text class="g-tq g-mid" x={x(at)} y={size.bottom + 20}>
            {Math.round(at * 100)}
          </text>
          <text class="g-tq g-end" x={size.left - 8} y={y(at) + 5}>
            {Math.round(at * 100)}
          </text>
        </>
      ))}
      <text class="g-tb g-end" x={size.right} y={size.bottom + 46}>
        {`${texts.axisAsks} →`}
      </text>
      <text class="g-tb" x={size.left} y={size.top - 10}>
        {`↑ ${texts.axisBenefits}`}
      </text>
      <path
        class="g-whisk"
        d={marks.map(({ benefits, asks }) => `M${x(asks.low)} ${y(benefits.mean)}H${x(asks.high)}M${x(asks.mean)} ${y(benefits.low)}V${y(benefits.high)}`).join('')}
      />
      {marks.map(({ number, benefits, asks }) => (
        <>
          <circle class="g-mark" cx={x(asks.mean)} cy={y(benefits.mean)} r="13" />
          <text class="g-mt" x={x(asks.mean)} y={y(benefits.mean) + 5}>
            {number}
          </text>
        </>
      ))}
    </svg>
  );
  return {
    title: texts.figure,
    finding: texts.finding(marks.length, missing),
    note: texts.figureNote,
    svg: asPicture(drawing, coloursOf(city)),
    width: size.width,
    height: size.height,
  };
}
