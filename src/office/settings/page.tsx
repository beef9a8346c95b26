import type { City } from '#basics/city.ts';
import { officeSettings as en } from '#lang/en/office-settings.ts';
import type { Lang } from '#lang/lang.ts';
import { numberInWords } from '#lang/numbers.ts';
import { officeSettings as pl } from '#lang/pl/office-settings.ts';
import { Button, ErrorSummary, TextArea, TextInput } from '#ui/fields.tsx';
import { fieldsOf, groups, valueAt, type FieldPath, type Group, type SettingProblem, type Typed } from './groups.ts';

export const textsFor = (lang: Lang): typeof en => (lang === 'pl' ? pl : en);

/** A form that has come back; `differing` names the fields that somebody else has changed meanwhile or that were about to change. */
type Came = { group: Group; typed: Typed; problems: readonly SettingProblem[]; stale: boolean; differing: readonly string[] };

type Given = { city: City; basedOn: string; came: Came | null; lang: Lang };

/** Fields without a partner in the other language stand alone, so that the pairs stay side by side. */
const alone: ReadonlySet<FieldPath> = new Set<FieldPath>(['name.en', 'contact.privacyEmail', 'statementReviewed', 'applicantsRetentionMonths', 'colours.accent']);

const long = (path: FieldPath): boolean => path.startsWith('ownClaim') || path.startsWith('contact.building') || path.startsWith('contact.talking');

export const SettingsPage = ({ city, basedOn, came, lang }: Given) => {
  const texts = textsFor(lang);
  const errors = (came?.problems ?? []).map((problem) => ({ field: problem.field, text: `${labelOf(problem.field, lang)}: ${wordsOf(problem, lang)}` }));
  return (
    <>
      <ErrorSummary errors={errors} lang={lang} />
      {came?.stale === true && (
        <div class="govuk-error-summary" role="alert">
          <h2 class="govuk-error-summary__title">{texts.stale.title}</h2>
          <p>{texts.stale.text}</p>
        </div>
      )}
      <div class="kg-desk__top">
        <h1>{texts.title}</h1>
        <p>
          <a href="/office/records/unit">{texts.units}</a> · <a href="/office/settings/processing">{texts.processing.title}</a>
        </p>
      </div>
      {groups.map((group) => (
        <GroupForm group={group} city={city} basedOn={basedOn} came={came?.group === group ? came : null} lang={lang} />
      ))}
    </>
  );
};

const labelOf = (path: string, lang: Lang): string => new Map<string, string>(Object.entries(textsFor(lang).fields)).get(path) ?? path;

function wordsOf(problem: SettingProblem, lang: Lang): string {
  const { problems: texts, grounds } = textsFor(lang);
  if (problem.what !== 'faint') return texts[problem.what];
  const { ground, ratio, least } = problem.faint;
  return texts.faint(grounds[ground], numberInWords(Math.floor(ratio * 10) / 10, lang), numberInWords(least, lang));
}

const GroupForm = ({ group, city, basedOn, came, lang }: Given & { group: Group }) => {
  const texts = textsFor(lang);
  return (
    <section class="kg-panel" aria-labelledby={`settings-${group}`}>
      <div class="kg-panel__head">
        <h2 id={`settings-${group}`}>{texts.groups[group].title}</h2>
      </div>
      <form method="post" action={`/office/settings/${group}`}>
        <input type="hidden" name="basedOn" value={basedOn} />
        <div class="kg-form">
          <p>{texts.groups[group].text}</p>
          <div class="kg-fields">
            {fieldsOf[group].map((path) => {
              const problem = came?.problems.find(({ field }) => field === path);
              const now = valueAt(city, path);
              const field = {
                name: path,
                label: labelOf(path, lang),
                lang,
                value: came?.typed.get(path) ?? now,
                ...(problem === undefined ? {} : { error: wordsOf(problem, lang) }),
                ...(came?.differing.includes(path) === true ? { hint: texts.stale.standsNow(now === '' ? texts.stale.nothing : now) } : {}),
              };
              const control = long(path) ? (
                <TextArea {...field} rows={3} maxlength={2000} />
              ) : (
                <TextInput {...field} maxlength={200} {...(path === 'statementReviewed' ? { type: 'date' as const } : {})} />
              );
              return alone.has(path) ? <div class="kg-fields__alone">{control}</div> : control;
            })}
          </div>
          {group === 'colours' && city.colours !== null && <Swatches colours={Object.values(city.colours)} label={texts.swatches} />}
        </div>
        <div class="kg-form__foot">
          <Button>{texts.save}</Button>
        </div>
      </form>
    </section>
  );
};

/** The colours in use. The policy of the page forbids inline styles, so they are drawn. */
const Swatches = ({ colours, label }: { colours: string[]; label: string }) => (
  <p>
    {label}: {colours.join(', ')}{' '}
    <svg class="kg-swatches" aria-hidden="true" focusable="false" viewBox={`0 0 ${colours.length * 40} 24`} width={colours.length * 40} height={24}>
      {colours.map((colour, index) => (
        <rect x={index * 40} width={36} height={24} fill={colour} />
      ))}
    </svg>
  </p>
);
