import { dayAt } from '#basics/day.ts';
import { dateInWords } from '#lang/dates.ts';
import type { Lang } from '#lang/lang.ts';
import type { Step } from '#offers/index.ts';
import { Steps } from '#ui/steps.tsx';
import { textsFor } from './texts.ts';

/** The path so far, dated, the first step first. */
export const PathShown = ({ steps, lang, zone }: { steps: readonly Step[]; lang: Lang; zone: string }) => {
  const texts = textsFor(lang);
  return (
    <Steps
      steps={steps.map((step, index) => ({
        date: <time datetime={step.at.toISOString()}>{dateInWords(dayAt(step.at, zone), lang)}</time>,
        title: step.from === 'to-amend' && step.to === 'sent' ? texts.steps.amended : texts.steps[step.to],
        lines: [...(step.reason === null ? [] : [`${texts.one.reason}: ${step.reason}`]), ...(step.until === null ? [] : [texts.one.untilDay(dateInWords(step.until, lang))])],
        state: index === steps.length - 1 ? ('now' as const) : ('done' as const),
      }))}
    />
  );
};
