import { scoreOf, unknownScore, valueFunction, type Criterion, type CycleSettings, type ScoreSheet, type Score } from '#assessment/index.ts';
import type { Lang } from '#lang/lang.ts';
import { ofHundred } from './numbers.ts';
import { textsFor } from './texts.ts';

/** Where a sheet lies on the value scale of its criterion, as the draws will take it. */
export function scoreOfSheet({ state, from, to, grade }: ScoreSheet, criterion: Criterion, { widening }: Pick<CycleSettings, 'widening'>): Score {
  const made = valueFunction(criterion.direction, criterion.corners);
  if (!made.ok || state === 'unknown') return unknownScore;
  if (state === 'confirmed-none') return scored(scoreOf(made.value, { state: 'confirmedNone' }, widening));
  if (from === null || to === null) return unknownScore;
  return scored(state === 'judged' ? scoreOf(made.value, { state, from, to }, widening) : scoreOf(made.value, { state, from, to, grade: grade ?? 'C' }, widening));
}

const scored = (outcome: ReturnType<typeof scoreOf>): Score => (outcome.ok ? outcome.value : unknownScore);

/** The interval as a bar on the scale, with the same in words. */
export const ScaleBar = ({ score, lang }: { score: Score; lang: Lang }) => {
  const { sheet } = textsFor(lang);
  const [low, high] = [ofHundred(score.low), ofHundred(score.high)];
  const words = score.rests ? sheet.onScale(String(low), String(high)) : sheet.unknownScale;
  return (
    <span class="kg-assess__scale">
      <svg viewBox="0 0 100 12" width={100} height={12} aria-hidden="true" focusable="false">
        <rect class="kg-assess__track" x={0} y={5} width={100} height={2} />
        <rect class={score.rests ? 'kg-assess__bar' : 'kg-assess__bar kg-assess__bar--unknown'} x={Math.min(97, low)} y={2} width={Math.max(3, high - low)} height={8} />
      </svg>
      <span>{words}</span>
    </span>
  );
};
