import { latestCriteria, saveCriteria, shippedCriteria, type CriteriaRefusal, type CriteriaSet, type Criterion } from '#assessment/index.ts';
import type { Outcome } from '#basics/outcome.ts';
import { actorOf, requireRole, seeOther, type Asked, type Sheet } from '../page.ts';
import { typedIn } from '../typed.ts';
import { Button, ErrorSummary, Select, TextInput } from '#ui/fields.tsx';
import { Warning } from './frame.tsx';
import { criterionFrom, textFields, typedFrom, typedOf, withLevelRoom, withRoom, type CriterionProblem, type TypedCriterion } from './criterion-fields.ts';
import { missingCycle } from './missing.tsx';
import { readNumber } from './numbers.ts';
import { ValuePicture } from './picture.tsx';
import { isSame } from './same.ts';
import { textsFor } from './texts.ts';

type Came = { typed: TypedCriterion; basedOn: number; problems: { field: string; text: string }[]; stale?: boolean };

const currentSet = (asked: Asked): Promise<CriteriaSet> => asked.desk.db.read(async (reader) => (await latestCriteria(reader)) ?? shippedCriteria);

/** One criterion with its value function: the picture, and plain fields that say the same. */
export async function criterionSheet(asked: Asked, came: Came | null = null): Promise<Sheet> {
  requireRole(asked, 'assessor');
  const { lang } = asked;
  const set = await currentSet(asked);
  const code = asked.given['code'] ?? '';
  const isNew = code === 'new';
  const criterion = set.criteria.find((one) => one.code === code) ?? null;
  if (criterion === null && !isNew) return missingCycle(asked);
  const texts = textsFor(lang);
  const words = texts.criteria;
  const typed = came === null ? typedOf(criterion, lang) : { ...came.typed, corners: withRoom(came.typed.corners), levels: withLevelRoom(came.typed.levels) };
  const title = isNew ? words.newTitle : words.editTitle(code);
  const here = `/office/assessment/criteria/${code}`;
  const errorOf = (field: string): string | undefined => came?.problems.find((one) => one.field === field)?.text;
  return {
    title,
    rail: 'assessment',
    crumbs: [
      { text: texts.title, href: '/office/assessment' },
      { text: words.title, href: '/office/assessment/criteria' },
      { text: title, href: here },
    ],
    ...(came === null ? {} : { status: came.stale === true ? 409 : 422, errorPrefix: true }),
    content: (
      <>
        <ErrorSummary errors={came?.problems ?? []} lang={lang} />
        {came?.stale === true && <Warning>{words.problems.stale}</Warning>}
        <h1>{title}</h1>
        <form class="kg-panel" method="post" action={here} novalidate data-value-function="">
          <input type="hidden" name="basedOn" value={String(came?.stale === true ? set.version : (came?.basedOn ?? set.version))} />
          <div class="kg-form">
            {isNew && <TextInput name="code" label={words.fields.code} hint={words.fields.codeHint} lang={lang} value={typed.code} maxlength={3} error={errorOf('code')} />}
            <div class="kg-pair">
              {textFields.map((field) => (
                <TextInput name={field} label={words.fields[field]} lang={lang} value={typed.texts[field]} maxlength={1000} error={errorOf(field)} />
              ))}
            </div>
            <div class="kg-fields">
              <Select
                name="direction"
                label={words.fields.direction}
                lang={lang}
                value={typed.direction}
                options={(['up', 'down'] as const).map((value) => ({ value, text: words.directions[value] }))}
              />
            </div>
            <fieldset id="corners" tabindex={-1}>
              <legend>{words.corners}</legend>
              <p class="govuk-hint">{words.cornersIntro}</p>
              {errorOf('corners') !== undefined && <p class="govuk-error-message">{errorOf('corners')}</p>}
              <div class="kg-assess__function">
                <ValuePicture corners={drawn(typed)} lang={lang} />
                <div>
                  {typed.corners.map((corner, index) => (
                    <div class="kg-assess__corner" data-corner="">
                      <TextInput
                        name={`at-${index + 1}`}
                        label={words.at(index + 1)}
                        lang={lang}
                        value={corner.at}
                        inputmode="decimal"
                        maxlength={20}
                        error={errorOf(`at-${index + 1}`)}
                      />
                      <TextInput
                        name={`value-${index + 1}`}
                        label={words.value(index + 1)}
                        lang={lang}
                        value={corner.value}
                        inputmode="decimal"
                        maxlength={20}
                        error={errorOf(`value-${index + 1}`)}
                      />
                    </div>
                  ))}
                </div>
              </div>
            </fieldset>
            <fieldset>
              <legend>{words.levels}</legend>
              <p class="govuk-hint">{words.levelsIntro}</p>
              {typed.levels.map((level, index) => (
                <div class="kg-assess__level">
                  <TextInput
                    name={`level-${index + 1}`}
                    label={words.levelAt(index + 1)}
                    lang={lang}
                    value={level.at}
                    inputmode="decimal"
                    maxlength={20}
                    error={errorOf(`level-${index + 1}`)}
                  />
                  <TextInput
                    name={`level-${index + 1}-pl`}
                    label={words.levelSays(index + 1)}
                    lang={lang}
                    value={level.pl}
                    maxlength={300}
                    error={errorOf(`level-${index + 1}-pl`)}
                  />
                  <TextInput name={`level-${index + 1}-en`} label={words.levelSaysEn(index + 1)} lang={lang} value={level.en} maxlength={300} />
                </div>
              ))}
            </fieldset>
          </div>
          <div class="kg-form__foot">
            <Button name="do" value="save">
              {words.save}
            </Button>
            {!isNew && (
              <>
                <Button secondary name="do" value="off">
                  {words.off}
                </Button>
                <span>{words.offHint}</span>
              </>
            )}
          </div>
        </form>
      </>
    ),
  };
}

const drawn = ({ corners }: TypedCriterion): Criterion['corners'] =>
  corners.flatMap(({ at, value }) => {
    const [where, percent] = [readNumber(at), readNumber(value)];
    return where === null || percent === null ? [] : [{ at: where, value: percent / 100 }];
  });

/** Keeps the changed criterion, or the set without it, as the next version. */
export async function saveCriterion(asked: Asked): Promise<Sheet | Response> {
  requireRole(asked, 'assessor');
  const form = await typedIn(asked);
  if (!form.ok) return form.answer;
  const set = await currentSet(asked);
  const code = asked.given['code'] ?? '';
  const isNew = code === 'new';
  const before = set.criteria.find((one) => one.code === code) ?? null;
  const isOff = form.of('do') === 'off' && !isNew;
  // A form that switches off, sent twice, finds nothing to switch off.
  if (before === null && !isNew) return isOff ? seeOther('/office/assessment/criteria?done=saved') : missingCycle(asked);
  const typed = { ...typedFrom(form.of), ...(isNew ? {} : { code }) };
  const basedOn = Number(form.of('basedOn'));
  const back = (problems: { field: string; text: string }[], stale = false): Promise<Sheet> => criterionSheet(asked, { typed, basedOn, problems, stale });
  const save = (criteria: Criterion[]): Promise<Outcome<CriteriaSet, CriteriaRefusal>> =>
    isSame(criteria, set.criteria) ? Promise.resolve({ ok: true, value: set }) : saveCriteria(asked.desk.db, { basedOn, criteria, actor: actorOf(asked.person), now: asked.now });
  if (isOff) return answerTo(await save(set.criteria.filter((one) => one.code !== code)));
  const read = criterionFrom(typed, before);
  if (!read.ok) return back(read.problems.map((problem) => ({ field: problem.field, text: problemWords(problem, asked) })));
  // A set with fewer would be refused as a whole, without saying why.
  if (read.criterion.corners.length < 2) return back([{ field: 'corners', text: refusalWords('tooFewCorners', '', asked) }]);
  // The same new criterion once more is a form sent twice.
  const twin = isNew ? set.criteria.find((one) => one.code === read.criterion.code) : undefined;
  if (twin !== undefined && isSame(twin, read.criterion)) return seeOther('/office/assessment/criteria?done=saved');
  return answerTo(await save(isNew ? [...set.criteria, read.criterion] : set.criteria.map((one) => (one.code === code ? read.criterion : one))));

  function answerTo(saved: Outcome<CriteriaSet, CriteriaRefusal>): Promise<Sheet> | Response {
    if (saved.ok) return seeOther('/office/assessment/criteria?done=saved');
    if (saved.refusal === 'stale') return back([], true);
    const place = saved.detail?.split(' ')[1] ?? '';
    return back([{ field: saved.refusal === 'sameCriterionTwice' ? 'code' : 'corners', text: refusalWords(saved.refusal, place, asked) }]);
  }
}

function problemWords(problem: CriterionProblem, { lang }: Asked): string {
  const { problems } = textsFor(lang).criteria;
  return 'place' in problem ? problems[problem.what](problem.place) : problems[problem.what];
}

function refusalWords(refusal: Exclude<CriteriaRefusal, 'stale'>, place: string, { lang }: Asked): string {
  const { problems } = textsFor(lang).criteria;
  if (refusal === 'notANumber') return problems.notANumber(place);
  if (refusal === 'unsorted') return problems.unsorted(place);
  if (refusal === 'reversed') return problems.reversed(place);
  return refusal === 'badCriteria' ? problems.bad : problems[refusal];
}
