import type { Lang } from '#lang/lang.ts';
import { Button } from '#ui/fields.tsx';
import { ofHundred } from './numbers.ts';
import type { Run } from './runs.ts';
import { textsFor } from './texts.ts';

/** How far a computation is. The page asks again by itself. */
export const Running = ({ run, action, lang }: { run: Pick<Run<unknown>, 'share'>; action: string; lang: Lang }) => {
  const { running } = textsFor(lang);
  return (
    <section class="kg-panel" aria-labelledby="running">
      <div class="kg-panel__head">
        <h2 id="running">{running.heading}</h2>
      </div>
      <div class="kg-panel__body kg-stack">
        <p>
          <output>{run.share === null ? running.waiting : running.progress(ofHundred(run.share))}</output>
        </p>
        <progress max={100} value={run.share === null ? undefined : ofHundred(run.share)} aria-labelledby="running" />
        <p>{running.leave}</p>
      </div>
      <form class="kg-form__foot" method="post" action={action}>
        <Button secondary name="do" value="stop">
          {running.stop}
        </Button>
      </form>
    </section>
  );
};
