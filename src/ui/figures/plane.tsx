import { plane as en } from '#lang/en/plane.ts';
import type { Lang } from '#lang/lang.ts';
import { plane as pl } from '#lang/pl/plane.ts';
import { tidy } from '#lang/typography.ts';
import { Unknown } from '../marks.tsx';
import { Table } from '../table.tsx';
import { Drawing, Figure } from './figure.tsx';
import { planeFrames, planPlane, type PlaneClass, type PlaneLines, type PlanePlan, type PlanePoint, type PlaneSpread } from './plane-geometry.ts';
import { round } from './timeline-text.ts';

/** One membership; without both spreads it stands in the table only. */
export type PlaneMark = {
  number: number | null;
  name: string;
  nameLang?: Lang | undefined;
  href: string;
  asks: PlaneSpread | null;
  benefits: PlaneSpread | null;
  of: PlaneClass | null;
};

type PlaneProps = { id: string; marks: readonly PlaneMark[]; lines: PlaneLines; lang: Lang; csvHref?: string | undefined };

const texts = (lang: Lang) => (lang === 'pl' ? pl : en);
const of100 = (value: number): number => Math.round(value * 100);
const signs = ['keepAndUseMore', 'keep', 'reviveOrJustify', 'examine', 'uncertain'] as const satisfies readonly PlaneClass[];

/** Benefits up, asks to the right: one mark for each membership with what 90 of 100 draws leave open. */
export const Plane = ({ id, marks, lines, lang, csvHref }: PlaneProps) => {
  const words = texts(lang);
  const points = marks.flatMap(({ number, asks, benefits, of }): PlanePoint[] =>
    number === null || asks === null || benefits === null || of === null ? [] : [{ number, asks, benefits, of }],
  );
  if (points.length === 0) return <p>{tidy(words.nothing, lang)}</p>;
  const nameOf = (point: PlanePoint | undefined): string => marks.find((mark) => mark.number === point?.number)?.name ?? '';
  const most = points.toSorted((a, b) => b.benefits.mean - a.benefits.mean)[0];
  const cheapest = points.toSorted((a, b) => a.asks.mean - b.asks.mean)[0];
  const finding = tidy(words.finding(points.length, nameOf(most), nameOf(cheapest)), lang);
  const used = new Set(points.map(({ of }) => of));
  const plans = (['wide', 'narrow'] as const).map((name) => ({ name, plan: planPlane(points, lines, planeFrames[name]) }));
  const top = of100(plans[0]?.plan.top ?? 1);
  return (
    <Figure
      lang={lang}
      signs={[
        ...signs
          .filter((sign) => used.has(sign))
          .map((sign) => ({
            sign: (
              <svg viewBox="0 0 18 18" aria-hidden="true" focusable="false">
                <Sign of={sign} x={9} y={9} radius={7} />
              </svg>
            ),
            text: words.key[sign],
          })),
        { sign: <LineSign of="g-front" />, text: words.key.clear },
        { sign: <LineSign of="g-front g-front--low" />, text: words.key.just },
      ]}
      caption={top < 100 ? <p class="g-say">{tidy(words.part(top), lang)}</p> : undefined}
      table={<PlaneTable id={id} marks={marks} lang={lang} />}
      csvHref={csvHref}
    >
      {plans.map(({ name, plan }) => (
        <div class={name === 'wide' ? 'kg-plane__wide' : 'kg-plane__narrow'}>
          <Drawing id={`${id}-${name}`} title={words.title} finding={finding} viewBox={`0 0 ${plan.frame.width} ${plan.frame.height}`}>
            <Ground plan={plan} lang={lang} isWide={name === 'wide'} />
            <Marks plan={plan} />
          </Drawing>
        </div>
      ))}
    </Figure>
  );
};

/** Each class has a shape of its own, so that it is told apart without colour. */
export const Sign = ({ of, x, y, radius: r }: { of: PlaneClass; x: number; y: number; radius: number }) => {
  const [a, b] = [round(x), round(y)];
  switch (of) {
    case 'keepAndUseMore':
      return <circle class="g-mark" cx={a} cy={b} r={r} />;
    case 'keep':
      return <rect class="g-mark g-mark--keep" x={round(x - r * 0.9)} y={round(y - r * 0.9)} width={round(r * 1.8)} height={round(r * 1.8)} rx="2" />;
    case 'reviveOrJustify':
      return <path class="g-mark g-mark--revive" d={`M${a} ${round(y - r * 1.25)}L${round(x + r * 1.35)} ${b}L${a} ${round(y + r * 1.25)}L${round(x - r * 1.35)} ${b}Z`} />;
    case 'examine':
      return <path class="g-mark g-mark--examine" d={`M${round(x - r * 1.5)} ${round(y - r)}H${round(x + r * 1.5)}L${a} ${round(y + r * 1.5)}Z`} />;
    case 'uncertain':
      return <circle class="g-mark g-mark--open" cx={a} cy={b} r={r} />;
  }
};

/** Long enough to tell dashes from dots. */
const LineSign = ({ of }: { of: string }) => (
  <svg viewBox="0 0 32 18" aria-hidden="true" focusable="false">
    <path class={of} d="M0 9H32" />
  </svg>
);

const lineOf = (steps: PlanePlan['just']): string => steps.map(({ from, to, y }) => `M${round(from)} ${round(y)}H${round(to)}`).join('');

/** What a threshold is called, above its last step. */
const Named = ({ steps, text }: { steps: PlanePlan['just']; text: string }) => {
  const step = steps.at(-1);
  if (step === undefined) return null;
  return (
    <text class="g-tq g-end" x={round(step.to - 6)} y={round(step.y - 6)}>
      {text}
    </text>
  );
};

const Ground = ({ plan: { frame, ticks, limits, just, clear }, lang, isWide }: { plan: PlanePlan; lang: Lang; isWide: boolean }) => {
  const words = texts(lang);
  const { left, right, top, bottom, width, height } = frame;
  const edges = [left, ...limits, right];
  return (
    <>
      <rect class="g-plane" x={left} y={top} width={right - left} height={bottom - top} />
      <rect class="g-zone" x={round(limits[0])} y={top} width={round(limits[1] - limits[0])} height={bottom - top} />
      <path
        class="g-grid"
        d={ticks
          .slice(1, -1)
          .map(({ x, y }) => `M${round(x)} ${bottom}V${top}M${left} ${round(y)}H${right}`)
          .join('')}
      />
      {ticks.map(({ at, x, y }) => (
        <>
          <text class={`g-tq ${at === 0 ? '' : 'g-mid'}`} x={round(x)} y={bottom + 18}>
            {at}
          </text>
          {at > 0 && (
            <text class="g-tq g-end" x={left - 6} y={round(y + 4)}>
              {at}
            </text>
          )}
        </>
      ))}
      {[words.low, words.middle, words.high].map((text, band) => (
        <text class="g-tq g-mid" x={round(((edges[band] ?? left) + (edges[band + 1] ?? right)) / 2)} y={top + 16}>
          {text}
        </text>
      ))}
      <path class="g-front" d={lineOf(clear)} />
      <path class="g-front g-front--low" d={lineOf(just)} />
      {isWide && <Named steps={clear} text={words.clear} />}
      {isWide && <Named steps={just} text={words.just} />}
      <text class="g-tb" x={isWide ? left : 0} y={top - 12}>
        {words.benefits}
      </text>
      <text class="g-tb g-end" x={round(Math.min(width, right))} y={height - (isWide ? 18 : 8)}>
        {words.asks}
      </text>
    </>
  );
};

const Marks = ({ plan: { points, frame } }: { plan: PlanePlan }) => (
  <>
    {points.map(({ x, y, asksFrom, asksTo, benefitsFrom, benefitsTo }) => (
      <path
        class="g-whisk"
        d={`M${round(asksFrom)} ${round(y)}H${round(asksTo)}m0 -5v10M${round(asksFrom)} ${round(y - 5)}v10M${round(x)} ${round(benefitsFrom)}V${round(benefitsTo)}m-5 0h10M${round(x - 5)} ${round(benefitsFrom)}h10`}
      />
    ))}
    {points.map(({ x, y, sign }) => (Math.hypot(sign.x - x, sign.y - y) > 1 ? <path class="g-lead" d={`M${round(x)} ${round(y)}L${round(sign.x)} ${round(sign.y)}`} /> : null))}
    {points.map(({ sign, of, number }) => (
      <>
        <Sign of={of} x={sign.x} y={sign.y} radius={frame.radius} />
        <text class={of === 'uncertain' ? 'g-mt g-mt--open' : 'g-mt'} x={round(sign.x)} y={round(sign.y + (of === 'examine' ? 3 : 5))}>
          {number}
        </text>
      </>
    ))}
  </>
);

const PlaneTable = ({ id, marks, lang }: { id: string; marks: readonly PlaneMark[]; lang: Lang }) => {
  const words = texts(lang);
  const range = (spread: PlaneSpread | null) =>
    spread === null ? <Unknown lang={lang}>{words.tooLittle}</Unknown> : tidy(words.range(of100(spread.mean), of100(spread.low), of100(spread.high)), lang);
  return (
    <Table
      lang={lang}
      id={`${id}-table`}
      caption={words.caption}
      rows={[...marks]}
      columns={[
        {
          head: words.columns.membership,
          cell: ({ number, name, nameLang, href }) => (
            <>
              {number !== null && `${number}. `}
              <a href={href} lang={nameLang}>
                {name}
              </a>
            </>
          ),
        },
        { head: words.columns.benefits, cell: ({ benefits }) => range(benefits), numeric: true },
        { head: words.columns.asks, cell: ({ asks }) => range(asks), numeric: true },
        { head: words.columns.indication, cell: ({ of }) => (of === null ? <Unknown lang={lang}>{words.tooLittle}</Unknown> : words.key[of]) },
      ]}
    />
  );
};
