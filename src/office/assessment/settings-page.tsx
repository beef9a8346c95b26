import { countingSettings, cycleNamed, leastDraws, mostDraws, takesScores, type WorkingCycle } from '#assessment/index.ts';
import { holds } from '#accounts/index.ts';
import { dateInWords } from '#lang/dates.ts';
import { listInWords, rateInWords } from '#lang/numbers.ts';
import { Button, ErrorSummary, TextArea, TextInput } from '#ui/fields.tsx';
import { SourceLink } from '#ui/sources.tsx';
import type { Asked, Sheet } from '../page.ts';
import { amend, declaredOf, statusOf, type AmendRefusal } from './amend.ts';
import { cycleSheet, Parts, placeOf, Warning } from './frame.tsx';
import { lookAt } from './look.ts';
import { missingCycle } from './missing.tsx';
import { inWords, readNumber, typedNumber } from './numbers.ts';
import { isSame } from './same.ts';
import { textsFor } from './texts.ts';

/** `isOther`: it was another form of the page that was refused, so this one shows what stands. */
type Came = { of: (field: string) => string; problems: { field: string; text: string }[]; refusal?: AmendRefusal | undefined; isOther?: boolean };

/** The numbers of the settings: their bounds as typed, and how many of what is typed make one. */
const fields = [
  { name: 'draws', least: leastDraws, most: mostDraws, per: 1, saying: 'draws' },
  { name: 'threshold', least: 51, most: 100, per: 100, saying: 'threshold' },
  { name: 'completeness', least: 0, most: 100, per: 100, saying: 'completeness' },
  { name: 'silentMonths', least: 1, most: 240, per: 1, saying: 'silentMonths' },
  { name: 'widening.A', least: 0, most: 100, per: 100, saying: 'widening' },
  { name: 'widening.B', least: 0, most: 100, per: 100, saying: 'widening' },
  { name: 'widening.C', least: 0, most: 100, per: 100, saying: 'widening' },
] as const;
type Name = (typeof fields)[number]['name'];

function standing({ settings }: WorkingCycle, name: Name): number {
  if (name === 'widening.A') return settings.widening.A;
  if (name === 'widening.B') return settings.widening.B;
  if (name === 'widening.C') return settings.widening.C;
  return settings[name];
}

export async function settingsSheet(asked: Asked, came: Came | null = null): Promise<Sheet> {
  const { lang } = asked;
  const { cycle, counting } = await asked.desk.db.read(async (reader) => ({
    cycle: await cycleNamed(reader, asked.given['cycle'] ?? ''),
    counting: await countingSettings(reader),
  }));
  if (cycle === undefined) return missingCycle(asked);
  await lookAt(asked, cycle);
  const texts = textsFor(lang);
  const words = texts.settings;
  const typed = came?.isOther === true ? undefined : came?.of;
  const mayChange = holds(asked.person, 'assessor') && takesScores(cycle.state);
  const errorOf = (field: string): string | undefined => came?.problems.find((one) => one.field === field)?.text;
  const { exchangeRates, peers, seed } = cycle.settings;
  const isOutdated = !isSame(counting, { rates: exchangeRates, peers });
  return cycleSheet(asked, cycle, {
    title: texts.cycle.pages.settings,
    below: [{ text: texts.cycle.pages.settings, href: placeOf(cycle, 'settings') }],
    ...(came === null ? {} : { status: statusOf(came.refusal), errorPrefix: true }),
    content: (
      <>
        <ErrorSummary errors={(came?.problems ?? []).map(({ field, text }) => ({ field, text: `${labelOf(field, asked)}: ${text}` }))} lang={lang} />
        {came?.refusal !== undefined && <Warning>{refusalWords(came.refusal, asked)}</Warning>}
        <h1>{texts.cycle.pages.settings}</h1>
        <Parts cycle={cycle} current="settings" lang={lang} />
        <p>{words.lead}</p>
        <form class="kg-panel" method="post" action={placeOf(cycle, 'settings')} novalidate>
          <input type="hidden" name="version" value={String(cycle.version)} />
          <div class="kg-form">
            <div class="kg-fields">
              {fields.map(({ name, per, saying }) => (
                <TextInput
                  name={name}
                  label={words.fields[name]}
                  hint={words.hints[saying]}
                  lang={lang}
                  value={typed?.(name) ?? typedNumber(Math.round(standing(cycle, name) * per * 100) / 100, lang)}
                  inputmode="decimal"
                  maxlength={12}
                  error={errorOf(name)}
                />
              ))}
            </div>
            <div class="kg-fields">
              {(['pl', 'en'] as const).map((one) => (
                <TextArea
                  name={`summary.${one}`}
                  label={words.fields[`summary.${one}`]}
                  hint={words.hints.summary}
                  lang={lang}
                  value={typed?.(`summary.${one}`) ?? cycle.summary?.[one] ?? ''}
                  rows={4}
                  maxlength={5000}
                  error={errorOf(`summary.${one}`)}
                />
              ))}
            </div>
            <div>
              <p>{words.seed(seed)}</p>
              <p>{peers.length === 0 ? words.noPeers : words.peers(listInWords(peers, lang))}</p>
              {exchangeRates.length === 0 ? (
                <p>{words.noRates}</p>
              ) : (
                <>
                  <p>{words.rates}:</p>
                  <ul>
                    {exchangeRates.map((rate) => (
                      <li>
                        {words.rate(rateInWords(rate.currency, rate.pln, lang), dateInWords(rate.on, lang))},{' '}
                        <SourceLink url={rate.source.url} title={rate.source.title} titleLang={rate.source.lang} lang={lang} />
                      </li>
                    ))}
                  </ul>
                </>
              )}
            </div>
          </div>
          {mayChange && (
            <div class="kg-form__foot">
              <Button>{words.save}</Button>
            </div>
          )}
        </form>
        {mayChange && (
          <form class="kg-panel" method="post" action={`${placeOf(cycle)}/counting`}>
            <input type="hidden" name="version" value={String(cycle.version)} />
            <p class="kg-panel__body">
              {isOutdated ? words.newCounting : words.sameCounting} <a href="/office/assessment/counting">{texts.counting.link}</a>
            </p>
            {isOutdated && (
              <div class="kg-form__foot">
                <Button secondary>{words.takeCounting}</Button>
              </div>
            )}
          </form>
        )}
      </>
    ),
  });
}

const labelOf = (field: string, { lang }: Asked): string => new Map<string, string>(Object.entries(textsFor(lang).settings.fields)).get(field) ?? field;

function refusalWords(refusal: AmendRefusal, { lang }: Asked): string {
  const texts = textsFor(lang);
  if (refusal === 'stale') return texts.cycle.problems.stale;
  if (refusal === 'notOpen') return texts.cycle.problems.notOpen;
  return texts.settings.problems.wideningUneven;
}

export const saveSettings = (asked: Asked): Promise<Sheet | Response> =>
  amend(asked, {
    read: (cycle, of) => readSettings(cycle, of, asked),
    back: (came) => settingsSheet(asked, came),
    leadsTo: (cycle) => `${placeOf(cycle, 'settings')}?done=saved`,
  });

function readSettings(cycle: WorkingCycle, of: (field: string) => string, { lang }: Asked) {
  const words = textsFor(lang).settings.problems;
  const problems: { field: string; text: string }[] = [];
  const number = (name: Name): number => {
    const field = fields.find((one) => one.name === name);
    const typed = readNumber(of(name));
    const isWhole = field?.per !== 1 || Number.isInteger(typed);
    if (field !== undefined && typed !== null && isWhole && typed >= field.least && typed <= field.most) return Math.round((typed / field.per) * 10_000) / 10_000;
    problems.push({ field: name, text: words.number(inWords(field?.least ?? 0, lang), inWords(field?.most ?? 0, lang)) });
    return 0;
  };
  const settings = {
    ...cycle.settings,
    draws: number('draws'),
    threshold: number('threshold'),
    completeness: number('completeness'),
    silentMonths: number('silentMonths'),
    widening: { A: number('widening.A'), B: number('widening.B'), C: number('widening.C') },
  };
  const [pl, en] = [of('summary.pl').trim(), of('summary.en').trim()];
  if (pl === '' && en !== '') problems.push({ field: 'summary.pl', text: words.summary });
  if (problems.length === 0 && (settings.widening.A > settings.widening.B || settings.widening.B > settings.widening.C))
    problems.push({ field: 'widening.B', text: words.wideningUneven });
  const summary = pl === '' ? null : { pl, ...(en === '' ? {} : { en }) };
  return problems.length > 0 ? { ok: false as const, problems } : { ok: true as const, declared: { ...declaredOf(cycle), settings, summary } };
}
