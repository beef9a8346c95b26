import { createHash } from 'node:crypto';
import { amendCycle, countingSettings, cycleNamed, keepCountingSettings, type CountingSettings } from '#assessment/index.ts';
import { insertAudit, raiseRegisterVersion } from '#publishing/store.ts';
import { Button, ErrorSummary, TextArea, TextInput } from '#ui/fields.tsx';
import { actorOf, requireRole, seeOther, type Asked, type Sheet } from '../page.ts';
import { typedIn } from '../typed.ts';
import { declaredOf } from './amend.ts';
import { countingFrom, rateFields, typedFrom, typedOf, withRoom, type CountingProblem, type TypedCounting } from './counting-fields.ts';
import { Warning, placeOf } from './frame.tsx';
import { missingCycle } from './missing.tsx';
import { readWide } from './read-form.ts';
import { isSame } from './same.ts';
import { settingsSheet } from './settings-page.tsx';
import { textsFor } from './texts.ts';

const here = '/office/assessment/counting';
type Came = { typed: TypedCounting; problems: CountingProblem[]; stale: boolean };

/** Names one state of the form, so that a save says over which one it was filled in. */
const stateOf = (counting: CountingSettings): string => createHash('sha256').update(JSON.stringify(counting)).digest('hex').slice(0, 16);

/** Exchange rates with their day and source, and the cities to compare with. A cycle takes them along when it is opened. */
export async function countingSheet(asked: Asked, came: Came | null = null): Promise<Sheet> {
  requireRole(asked, 'assessor');
  const { lang } = asked;
  const counting = await asked.desk.db.read(countingSettings);
  const texts = textsFor(lang);
  const words = texts.counting;
  const typed = came?.typed ?? typedOf(counting, lang);
  const said = ({ what, place }: CountingProblem): string => (what === 'peers' ? words.problems.peers : `${words.row(place)}: ${words.problems[what]}`);
  const errorOf = (field: string): string | undefined => {
    const problem = came?.problems.find((one) => one.field === field);
    return problem === undefined ? undefined : words.problems[problem.what];
  };
  return {
    title: words.title,
    rail: 'assessment',
    crumbs: [
      { text: texts.title, href: '/office/assessment' },
      { text: words.title, href: here },
    ],
    ...(came === null ? {} : { status: came.stale ? 409 : 422, errorPrefix: true }),
    content: (
      <>
        <ErrorSummary errors={(came?.problems ?? []).map((problem) => ({ field: problem.field, text: said(problem) }))} lang={lang} />
        {came?.stale === true && <Warning>{words.problems.stale}</Warning>}
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
        <form class="kg-panel" method="post" action={here} novalidate>
          <input type="hidden" name="basedOn" value={stateOf(counting)} />
          <div class="kg-form">
            <h2>{words.rates}</h2>
            <p class="govuk-hint">{words.ratesHint}</p>
            {withRoom(typed.rates).map((rate, row) => (
              <fieldset class="kg-assess__rate">
                <legend>{words.row(row + 1)}</legend>
                {rateFields.map((field) => (
                  <TextInput
                    name={`rate-${row + 1}-${field}`}
                    label={words.fields[field]}
                    lang={lang}
                    value={rate[field]}
                    error={errorOf(`rate-${row + 1}-${field}`)}
                    maxlength={field === 'url' ? 2000 : field === 'title' ? 300 : 20}
                    {...(field === 'pln' ? { inputmode: 'decimal' as const } : {})}
                  />
                ))}
              </fieldset>
            ))}
            <h2>{words.peers}</h2>
            <TextArea name="peers" label={words.peersLabel} hint={words.peersHint} lang={lang} value={typed.peers} rows={8} maxlength={20_000} error={errorOf('peers')} />
          </div>
          <div class="kg-form__foot">
            <Button>{words.save}</Button>
          </div>
        </form>
      </>
    ),
  };
}

export async function saveCounting(asked: Asked): Promise<Sheet | Response> {
  requireRole(asked, 'assessor');
  const form = await readWide(asked);
  if (!form.ok) return form.answer;
  const typed = typedFrom(form.of);
  const read = countingFrom(typed);
  if (!read.ok) return countingSheet(asked, { typed, problems: read.problems, stale: false });
  const { counting } = read;
  const saved = await asked.desk.db.write(async (tx) => {
    const before = await countingSettings(tx);
    // A form sent twice asks for what stands already.
    if (isSame(before, counting)) return true;
    if (stateOf(before) !== form.of('basedOn')) return false;
    await keepCountingSettings(tx, counting);
    await insertAudit(tx, { at: asked.now, actorId: actorOf(asked.person).id, action: 'change settings', about: 'counting' });
    await raiseRegisterVersion(tx, asked.now);
    return true;
  });
  return saved ? seeOther(`${here}?done=saved`) : countingSheet(asked, { typed, problems: [], stale: true });
}

/** A cycle under way goes on with the rates and peers of its opening until somebody has it take those of today. */
export async function takeCounting(asked: Asked): Promise<Sheet | Response> {
  requireRole(asked, 'assessor');
  const form = await typedIn(asked);
  if (!form.ok) return form.answer;
  const { desk, now } = asked;
  const found = await desk.db.read(async (reader) => ({ cycle: await cycleNamed(reader, asked.given['cycle'] ?? ''), counting: await countingSettings(reader) }));
  const { cycle, counting } = found;
  if (cycle === undefined) return missingCycle(asked);
  const done = `${placeOf(cycle, 'settings')}?done=saved`;
  const settings = { ...cycle.settings, exchangeRates: counting.rates, peers: counting.peers };
  if (isSame(settings, cycle.settings)) return seeOther(done);
  const declared = { ...declaredOf(cycle), settings };
  const taken = await amendCycle(desk.db, { cycleId: cycle.id, version: Number(form.of('version')), declared, actor: actorOf(asked.person), now });
  if (taken.ok) return seeOther(done);
  return settingsSheet(asked, { of: () => '', problems: [], refusal: taken.refusal === 'noSuchCycle' ? 'stale' : taken.refusal, isOther: true });
}
