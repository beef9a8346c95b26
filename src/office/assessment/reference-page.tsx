import { bands, cycleNamed, ofIndex, takesScores, type Band, type WorkingCycle } from '#assessment/index.ts';
import { holds } from '#accounts/index.ts';
import { inLang } from '#register/index.ts';
import { Button, ErrorSummary, TextInput } from '#ui/fields.tsx';
import type { Asked, Sheet } from '../page.ts';
import { amend, declaredOf, statusOf, type AmendRefusal } from './amend.ts';
import { cycleSheet, Parts, placeOf, regionNamed, Warning } from './frame.tsx';
import { lookAt } from './look.ts';
import { missingCycle } from './missing.tsx';
import { readNumber, typedNumber } from './numbers.ts';
import { textsFor } from './texts.ts';

const levels = ['justWorthwhile', 'clearlyWorthwhile'] as const;
type Level = (typeof levels)[number];
type Came = { of: (field: string) => string; problems: { field: string; text: string }[]; refusal?: AmendRefusal | undefined; detail?: string | undefined };

const cellName = (code: string, band: Band, level: Level): string => `${code}-${band}-${level === 'justWorthwhile' ? 'just' : 'clearly'}`;

export async function referenceSheet(asked: Asked, came: Came | null = null): Promise<Sheet> {
  const { lang } = asked;
  const cycle = await asked.desk.db.read((reader) => cycleNamed(reader, asked.given['cycle'] ?? ''));
  if (cycle === undefined) return missingCycle(asked);
  await lookAt(asked, cycle);
  const texts = textsFor(lang);
  const words = texts.reference;
  const criteria = ofIndex(cycle.criteria, 'benefits');
  const mayChange = holds(asked.person, 'assessor') && takesScores(cycle.state);
  const percent = (value: number | undefined): string => typedNumber(Math.round((value ?? 0) * 10_000) / 100, lang);
  const value = (field: string, now: number | undefined): string => came?.of(field) ?? percent(now);
  const errorOf = (field: string): string | undefined => came?.problems.find((one) => one.field === field)?.text;
  return cycleSheet(asked, cycle, {
    title: texts.cycle.pages.reference,
    below: [{ text: texts.cycle.pages.reference, href: placeOf(cycle, 'reference') }],
    ...(came === null ? {} : { status: statusOf(came.refusal), errorPrefix: true }),
    content: (
      <>
        <ErrorSummary errors={came?.problems ?? []} lang={lang} />
        {came?.refusal !== undefined && <Warning>{refusalWords(came.refusal, came.detail, asked)}</Warning>}
        <h1>{texts.cycle.pages.reference}</h1>
        <Parts cycle={cycle} current="reference" lang={lang} />
        <p>{words.lead}</p>
        <form class="kg-panel" method="post" action={placeOf(cycle, 'reference')} novalidate>
          <input type="hidden" name="version" value={String(cycle.version)} />
          <div class="kg-form">
            <fieldset>
              <legend>{words.limits}</legend>
              <p class="govuk-hint">{words.limitsHint}</p>
              <div class="kg-fields">
                {([0, 1] as const).map((place) => (
                  <TextInput
                    name={`limit-${place + 1}`}
                    label={words.limit[place]}
                    lang={lang}
                    value={value(`limit-${place + 1}`, cycle.reference.limits[place])}
                    inputmode="decimal"
                    maxlength={6}
                    error={errorOf(`limit-${place + 1}`)}
                  />
                ))}
              </div>
            </fieldset>
          </div>
          <div class="kg-scroll" {...regionNamed('profiles-caption')}>
            <table class="govuk-table kg-assess__grid">
              <caption id="profiles-caption" class="kg-vh">
                {words.caption}
              </caption>
              <thead>
                <tr>
                  <th scope="col" rowspan={2} class="govuk-table__header">
                    {texts.weights.heads.criterion}
                  </th>
                  {bands.map((band) => (
                    <th scope="colgroup" colspan={2} class="govuk-table__header">
                      {words.bands[band]}
                    </th>
                  ))}
                </tr>
                <tr>
                  {bands.map(() =>
                    levels.map((level) => (
                      <th scope="col" class="govuk-table__header">
                        {level === 'justWorthwhile' ? words.just : words.clearly}
                      </th>
                    )),
                  )}
                </tr>
              </thead>
              <tbody>
                {criteria.map((one, row) => (
                  <tr>
                    <th scope="row" class="govuk-table__header">
                      {one.code} {inLang(one.name, lang)}
                    </th>
                    {bands.map((band) =>
                      levels.map((level) => {
                        const name = cellName(one.code, band, level);
                        const error = errorOf(name);
                        return (
                          <td class="govuk-table__cell">
                            <input
                              class={error === undefined ? 'govuk-input' : 'govuk-input govuk-input--error'}
                              id={name}
                              name={name}
                              value={value(name, cycle.reference[band][level][row])}
                              inputmode="decimal"
                              maxlength={6}
                              readonly={!mayChange}
                              aria-label={words.cell(one.code, words.bands[band], level === 'justWorthwhile' ? words.just : words.clearly)}
                              aria-invalid={error === undefined ? undefined : 'true'}
                            />
                          </td>
                        );
                      }),
                    )}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {mayChange && (
            <div class="kg-form__foot">
              <Button>{words.save}</Button>
            </div>
          )}
        </form>
      </>
    ),
  });
}

function refusalWords(refusal: AmendRefusal, detail: string | undefined, { lang }: Asked): string {
  const texts = textsFor(lang);
  const { problems, bands: names } = texts.reference;
  const band = bands.find((one) => one === detail);
  if (refusal === 'profilesCross') return problems.profilesCross(band === undefined ? '' : names[band]);
  if (refusal === 'stale') return texts.cycle.problems.stale;
  if (refusal === 'notOpen') return texts.cycle.problems.notOpen;
  return problems.bandsTurnedAround;
}

export const saveReference = (asked: Asked): Promise<Sheet | Response> =>
  amend(asked, {
    read: (cycle, of) => readReference(cycle, of, asked),
    back: (came) => referenceSheet(asked, came),
    leadsTo: (cycle) => `${placeOf(cycle, 'reference')}?done=saved`,
  });

function readReference(cycle: WorkingCycle, of: (field: string) => string, { lang }: Asked) {
  const words = textsFor(lang).reference;
  const problems: { field: string; text: string }[] = [];
  const share = (field: string, label: string): number => {
    const typed = readNumber(of(field));
    if (typed !== null && typed >= 0 && typed <= 100) return Math.round(typed * 100) / 10_000;
    problems.push({ field, text: `${label}: ${words.problems.notANumber}` });
    return 0;
  };
  const codes = ofIndex(cycle.criteria, 'benefits').map((one) => one.code);
  const profile = (band: Band) => {
    const list = (level: Level): number[] =>
      codes.map((code) => share(cellName(code, band, level), words.cell(code, words.bands[band], level === 'justWorthwhile' ? words.just : words.clearly)));
    return { justWorthwhile: list('justWorthwhile'), clearlyWorthwhile: list('clearlyWorthwhile') };
  };
  const limits: [number, number] = [share('limit-1', words.limit[0]), share('limit-2', words.limit[1])];
  const reference = { limits, low: profile('low'), middle: profile('middle'), high: profile('high') };
  return problems.length > 0 ? { ok: false as const, problems } : { ok: true as const, declared: { ...declaredOf(cycle), reference } };
}
