import type { Child } from '#markup/markup.ts';

export type Step = {
  /** A `<time>` or words: "listopad 1995", nieznana. */
  date: Child;
  title: Child;
  /** Quiet lines below: who, number, references. */
  lines?: Child[];
  /** How long it took to the next step, in words. */
  gap?: string | undefined;
  /** pre: before the city's own story, or not certain; done: taken; now: the one that holds today. */
  state: 'pre' | 'done' | 'now';
};

const stateClass = { pre: 'is-pre', done: undefined, now: 'is-now' } as const;

/** The chain of steps of a membership. Up to four stand in a row where there is room, more stand one below the other. */
export const Steps = ({ steps }: { steps: Step[] }) => (
  <ol class={steps.length > 4 ? 'kg-steps kg-steps--long' : 'kg-steps'}>
    {steps.map((step, index) => (
      <li class={stateClass[step.state]}>
        <span class="kg-steps__date">{step.date}</span>
        <strong>{step.title}</strong>
        {(step.lines ?? []).map((line) => (
          <p>{line}</p>
        ))}
        {step.gap !== undefined && index < steps.length - 1 && <span class="gap">{step.gap}</span>}
      </li>
    ))}
  </ol>
);
