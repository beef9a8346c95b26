import { addDays, isDay, type Day } from '#basics/day.ts';
import type { Task } from '#basics/task.ts';
import type { Lang } from '#lang/lang.ts';
import { tidy } from '#lang/typography.ts';
import { Button, ErrorSummary, Radios, TextArea, TextInput } from '#ui/fields.tsx';
import { taskInWords } from './in-words.ts';
import { textsFor } from './texts.ts';

export type Typed = { what: string; until: string; reason: string };
export type Problems = Partial<Record<keyof Typed, 'what' | 'day' | 'dayFar' | 'reason'>>;

/** Longer than that nobody plans; what is put off further has been forgotten. */
const farthestDays = 731;

/** Reads what was typed; `until` is null for a matter that is not ours. */
export function readPutOff({ what, until, reason }: Typed, today: Day): { ok: true; value: { until: Day | null; reason: string } } | { ok: false; problems: Problems } {
  const problems: Problems = {};
  let day: Day | null = null;
  if (what === 'until') {
    const typed = until.trim();
    if (!isDay(typed) || typed <= today) problems.until = 'day';
    else if (typed > addDays(today, farthestDays)) problems.until = 'dayFar';
    else day = typed;
  } else if (what !== 'not-ours') problems.what = 'what';
  const words = reason.trim();
  if (words.length < 3 || words.length > 500) problems.reason = 'reason';
  return Object.keys(problems).length === 0 ? { ok: true, value: { until: day, reason: words } } : { ok: false, problems };
}

type Given = { task: Task; typed: Typed; problems: Problems; lang: Lang; today: Day };

export const PutOffForm = ({ task, typed, problems, lang, today }: Given) => {
  const texts = textsFor(lang).putOff;
  const words = taskInWords(task, lang, today);
  const error = (field: keyof Typed): string | undefined => {
    const problem = problems[field];
    return problem === undefined ? undefined : texts.errors[problem];
  };
  const errors = (['what', 'until', 'reason'] as const).flatMap((field) => {
    const text = error(field);
    return text === undefined ? [] : [{ field, text }];
  });
  return (
    <>
      <ErrorSummary errors={errors} lang={lang} />
      <h1>{texts.title}</h1>
      <section class="kg-panel" aria-labelledby="matter">
        <div class="kg-panel__head">
          <h2 id="matter">{tidy(words.about, lang)}</h2>
          <p>{tidy(words.matter, lang)}</p>
        </div>
        <form method="post" action="/office/today/put-off" novalidate>
          <div class="kg-form">
            <input type="hidden" name="key" value={task.key} />
            <Radios
              name="what"
              label={texts.what}
              lang={lang}
              value={typed.what}
              error={error('what')}
              options={[
                { value: 'until', text: texts.until },
                { value: 'not-ours', text: texts.notOurs },
              ]}
            />
            <TextInput name="until" type="date" label={texts.day} hint={`${texts.dayHint} ${texts.lapses}`} lang={lang} value={typed.until} error={error('until')} />
            <TextArea name="reason" label={texts.reason} hint={texts.reasonHint} rows={3} maxlength={500} lang={lang} value={typed.reason} error={error('reason')} />
          </div>
          <div class="kg-form__foot">
            <Button>{texts.save}</Button>
            <a href="/office">{texts.cancel}</a>
          </div>
        </form>
      </section>
    </>
  );
};
