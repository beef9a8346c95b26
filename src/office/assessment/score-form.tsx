import type { Criterion, Judgement } from '#assessment/index.ts';
import type { Day } from '#basics/day.ts';
import type { Lang } from '#lang/lang.ts';
import { inLang } from '#register/index.ts';
import { Button, Radios, TextArea, TextInput } from '#ui/fields.tsx';
import type { ScoreCame, ScoreField } from './score-came.ts';
import { inWords, typedNumber } from './numbers.ts';
import { textsFor } from './texts.ts';

type Given = { action: string; criterion: Criterion; saved: { judgement: Judgement; version: number } | null; came: ScoreCame | null; today: Day; lang: Lang };

/** What a person says: a number or an interval, or that they looked and there is none, always with the day and the reason; or nothing, and the register speaks. */
export const ScoreForm = ({ action, criterion, saved, came, today, lang }: Given) => {
  const words = textsFor(lang).sheet;
  const now = fieldsOf(saved?.judgement ?? null, today, lang);
  const value = (field: keyof typeof now): string => (came === null ? now[field] : came.typed(field));
  const error = (field: ScoreField): string | undefined => came?.problems.find((one) => one.field === field)?.text;
  const field = (name: string) => ({ name, id: `${criterion.code}-${name}`, lang });
  const [first, last] = [criterion.corners[0]?.at ?? 0, criterion.corners.at(-1)?.at ?? 0];
  const stands = came?.stands;
  return (
    <details class="kg-assess__form" open={came !== null}>
      <summary>{saved === null ? words.edit : words.change}</summary>
      <form method="post" action={action} novalidate>
        <input
          type="hidden"
          name="version"
          value={came !== null && stands !== undefined ? String(saved?.version ?? '') : came === null ? String(saved?.version ?? '') : came.typed('version')}
        />
        {error('form') !== undefined && (
          <p class="govuk-error-message" id={`${criterion.code}-form`}>
            {error('form')}
          </p>
        )}
        {stands !== undefined && (
          <p class="kg-note">
            {words.problems.standsNow}:{' '}
            {stands === null
              ? words.answers.register
              : `${words.answers[stands.state]}${stands.from === null ? '' : ` ${words.interval(inWords(stands.from, lang), inWords(stands.to, lang))}`}. ${inLang(stands.reason, lang)}`}
          </p>
        )}
        <Radios
          {...field('what')}
          label={words.what}
          value={value('what')}
          error={error('what')}
          options={(['register', 'judged', 'confirmed-none'] as const).map((answer) => ({ value: answer, text: words.answers[answer] }))}
        />
        <div class="kg-fields">
          <TextInput
            {...field('from')}
            label={words.from}
            hint={words.unitHint(inLang(criterion.unit, lang), inWords(first, lang), inWords(last, lang))}
            value={value('from')}
            inputmode="decimal"
            maxlength={20}
            error={error('from')}
          />
          <TextInput {...field('to')} label={words.to} hint={words.toHint} value={value('to')} inputmode="decimal" maxlength={20} error={error('to')} />
          <TextArea {...field('reason')} label={words.reason} hint={words.reasonHint} value={value('reason')} rows={2} maxlength={5000} error={error('reason')} />
          <TextArea {...field('reasonEn')} label={words.reasonEn} value={value('reasonEn')} rows={2} maxlength={5000} />
          <TextInput {...field('seenOn')} label={words.seenOn} hint={words.seenOnHint} value={value('seenOn')} maxlength={30} error={error('seenOn')} />
        </div>
        <Button>{words.save}</Button>
      </form>
    </details>
  );
};

function fieldsOf(judgement: Judgement | null, today: Day, lang: Lang) {
  const number = (value: number | null | undefined): string => (value === null || value === undefined ? '' : typedNumber(value, lang));
  return {
    what: judgement?.state ?? 'register',
    from: number(judgement?.from),
    to: judgement?.from === judgement?.to ? '' : number(judgement?.to),
    seenOn: judgement?.seenOn ?? today,
    reason: judgement?.reason.pl ?? '',
    reasonEn: judgement?.reason.en ?? '',
  };
}
