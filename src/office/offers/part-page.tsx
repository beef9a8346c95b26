import { findCall, findOffer, type Criterion, type FormField } from '#offers/index.ts';
import { Button, ErrorSummary, TextArea, TextInput } from '#ui/fields.tsx';
import { NotAllowed, requireRole, type Asked, type Sheet } from '../page.ts';
import { accessTo } from './access.ts';
import { offerSheet, placeOf, Warning } from './frame.tsx';
import { missingSheet } from './missing.tsx';
import { kindNamed, type PartKind, type PartProblem } from './read-part.ts';
import type { FieldOf } from './take-offer.ts';
import { textsFor } from './texts.ts';

/** One question or one criterion, new or there already. */
export async function partSheet(asked: Asked, came?: { of: FieldOf; problems: readonly PartProblem[]; isStale: boolean }): Promise<Sheet> {
  requireRole(asked, 'offers-coordinator');
  const { desk, lang, given } = asked;
  const key = given['key'] ?? '';
  const found = await desk.db.read(async (reader) => {
    const offer = await findOffer(reader, given['slug'] ?? '');
    if (offer === undefined) return undefined;
    if (!(await accessTo(reader, asked, offer.id)).coordinates) throw new NotAllowed('offers-coordinator');
    return { offer, call: await findCall(reader, offer.id) };
  });
  if (found === undefined) return missingSheet(asked);
  const { offer, call } = found;
  const field = call.draft.fields.find((one) => one.key === key);
  const criterion = call.draft.criteria.find((one) => one.key === key);
  const kind = field?.kind ?? (criterion === undefined ? kindNamed(came?.of('kind') ?? asked.query.get('kind') ?? '') : 'criterion');
  if (kind === undefined || (key !== 'new' && field === undefined && criterion === undefined)) return missingSheet(asked);
  const texts = textsFor(lang).form;
  const isNew = key === 'new';
  const title = kind === 'criterion' ? (isNew ? texts.newCriterion : texts.editCriterion) : isNew ? texts.newField : texts.editField;
  const value: FieldOf = came?.of ?? ((name) => valuesOf(kind, field, criterion).get(name) ?? '');
  const problems = came?.problems ?? [];
  return offerSheet(asked, offer, {
    title,
    below: [
      { text: texts.title, href: placeOf(offer, '/form') },
      { text: title, href: placeOf(offer, `/form/${key}${isNew ? `?kind=${kind}` : ''}`) },
    ],
    ...(came === undefined ? {} : { status: came.isStale ? 409 : 422 }),
    content: (
      <>
        {came?.isStale === true && <Warning>{textsFor(lang).offer.problems.staleTyped}</Warning>}
        <ErrorSummary errors={problems.map((problem) => ({ field: idOf(problem), text: texts.problems[problem] }))} lang={lang} />
        <h1>
          {title}
          {kind !== 'criterion' && <span class="kg-quiet"> ({texts.kinds[kind]})</span>}
        </h1>
        <form class="kg-panel" method="post" action={placeOf(offer, `/form/${key}`)} novalidate>
          <input type="hidden" name="version" value={String(call.version)} />
          <input type="hidden" name="kind" value={kind} />
          <div class="kg-form">
            <PartFields kind={kind} value={value} problems={problems} asked={asked} />
          </div>
          <div class="kg-form__foot">
            <Button>{texts.save}</Button>
            <a href={placeOf(offer, '/form')}>{texts.backToForm}</a>
          </div>
        </form>
      </>
    ),
  });
}

const idOf = (problem: PartProblem): string => (problem === 'label' || problem === 'hint' ? `${problem}.pl` : problem);

const PartFields = ({ kind, value, problems, asked: { lang } }: { kind: PartKind; value: FieldOf; problems: readonly PartProblem[]; asked: Asked }) => {
  const texts = textsFor(lang).form;
  const errorOf = (problem: PartProblem): string | undefined => (problems.includes(problem) ? texts.problems[problem] : undefined);
  const short = (name: 'maxLength' | 'min' | 'max' | 'decimals' | 'megabytes' | 'points') => (
    <TextInput name={name} label={texts[name]} lang={lang} value={value(name)} error={errorOf(name)} inputmode="decimal" maxlength={20} />
  );
  return (
    <>
      <div class="kg-inboth">
        <TextInput name="label.pl" label={texts.label.pl} lang={lang} value={value('label.pl')} error={errorOf('label')} maxlength={300} required />
        <TextInput name="label.en" label={texts.label.en} lang={lang} value={value('label.en')} maxlength={300} />
        <TextArea name="hint.pl" label={texts.hint.pl} lang={lang} rows={2} value={value('hint.pl')} error={errorOf('hint')} maxlength={1000} />
        <TextArea name="hint.en" label={texts.hint.en} lang={lang} rows={2} value={value('hint.en')} maxlength={1000} />
      </div>
      {kind !== 'criterion' && (
        <label class="kg-check" for="required">
          <input type="checkbox" id="required" name="required" value="yes" checked={value('required') === 'yes'} />
          <span>{texts.isRequired}</span>
        </label>
      )}
      {kind === 'text' && short('maxLength')}
      {kind === 'choice' && <TextArea name="options" label={texts.options} hint={texts.optionsHint} lang={lang} rows={6} value={value('options')} error={errorOf('options')} />}
      {kind === 'number' && (
        <div class="kg-fields">
          {short('min')}
          {short('max')}
          {short('decimals')}
        </div>
      )}
      {kind === 'file' && short('megabytes')}
      {kind === 'criterion' && short('points')}
    </>
  );
};

/** A part as its form shows it; what a new one begins with. */
function valuesOf(kind: PartKind, field: FormField | undefined, criterion: Criterion | undefined): Map<string, string> {
  const part = field ?? criterion;
  const values: [string, string | undefined][] = [
    ['label.pl', part?.label.pl],
    ['label.en', part?.label.en],
    ['hint.pl', part?.hint?.pl],
    ['hint.en', part?.hint?.en],
    ['required', field === undefined || field.required ? 'yes' : 'no'],
    ['points', String(criterion?.points ?? 10)],
    ['maxLength', String(field?.kind === 'text' ? field.maxLength : 2000)],
    ['megabytes', String(field?.kind === 'file' ? field.megabytes : 10)],
    ['decimals', String(field?.kind === 'number' ? field.decimals : kind === 'number' ? 0 : '')],
    ['min', field?.kind === 'number' && field.min !== undefined ? String(field.min) : undefined],
    ['max', field?.kind === 'number' && field.max !== undefined ? String(field.max) : undefined],
    ['options', field?.kind === 'choice' ? field.options.map(({ label }) => (label.en === undefined ? label.pl : `${label.pl} | ${label.en}`)).join('\n') : undefined],
  ];
  return new Map(values.flatMap(([name, value]): [string, string][] => (value === undefined ? [] : [[name, value]])));
}
