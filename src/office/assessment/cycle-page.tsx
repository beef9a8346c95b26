import { latestCriteria, type CriteriaSet, type ScoreSheet } from '#assessment/index.ts';
import { holds } from '#accounts/index.ts';
import { dateInWords } from '#lang/dates.ts';
import { inLang } from '#register/index.ts';
import { Button, TextInput } from '#ui/fields.tsx';
import { addressOf } from '#web/paths.ts';
import type { Asked, Sheet } from '../page.ts';
import { clockWords } from '../records/drafts/saved-words.ts';
import { closingCutOff, closings } from './closing.ts';
import { cycleSheet, Parts, placeOf, regionNamed, StateTag, Warning } from './frame.tsx';
import { knownIn } from './known.ts';
import { canChange, loadCycle, mayLook, type Loaded } from './load.ts';
import { missingCycle } from './missing.tsx';
import { Running } from './running.tsx';
import { ScorersPanel, type ScorersCame } from './scorers-panel.tsx';
import { readScorers } from './read-scorers.ts';
import { textsFor } from './texts.ts';

type Came = { problem?: string; status?: number; scorers?: ScorersCame; closeDay?: { typed: string; problem: string } };

/** One cycle: what state it is in, what to do next, and how far every membership is. */
export async function cycleOverview(asked: Asked, came: Came = {}): Promise<Sheet> {
  const { desk, lang } = asked;
  // Looked for first: a closing that ends while the page is read is still under way for this page, and the next one finds it done.
  const run = closings.find(desk.db, asked.given['cycle'] ?? '');
  const found = await desk.db.read(async (reader) => {
    const loaded = await loadCycle(reader, asked);
    return loaded && { loaded, newest: await latestCriteria(reader), cutOff: await closingCutOff(reader, loaded.cycle.slug), ...(await readScorers(reader, loaded, lang)) };
  });
  if (found === undefined) return missingCycle(asked);
  const { loaded, newest, cutOff, people, units } = found;
  const { cycle } = loaded;
  mayLook(asked, loaded.scorers);
  const texts = textsFor(lang);
  const isRunning = run?.ended === null;
  const lost = run === undefined && cutOff !== null && cycle.state === 'checking' ? texts.running.lostClosing(clockWords(asked, cutOff)) : undefined;
  const problem = came.problem ?? (run?.ended ? (run.ended.refusal === 'cancelled' ? texts.running.stopped : `${texts.cycle.problems.closing} ${run.ended.detail}`) : lost);
  return cycleSheet(asked, cycle, {
    title: texts.cycle.title(cycle.year),
    ...(came.status === undefined ? {} : { status: came.status, errorPrefix: true }),
    ...(isRunning ? { headers: [['refresh', '2']] as const } : {}),
    content: (
      <>
        {problem !== undefined && <Warning>{problem}</Warning>}
        <div class="kg-desk__top">
          <h1>{texts.cycle.title(cycle.year)}</h1>
          <StateTag state={cycle.state} lang={lang} />
        </div>
        <Parts cycle={cycle} current="cycle" lang={lang} />
        {isRunning && run !== undefined ? (
          <Running run={run} action={`${placeOf(cycle)}/state`} lang={lang} />
        ) : (
          <StatePanel asked={asked} loaded={loaded} newest={newest} came={came} />
        )}
        <Matrix asked={asked} loaded={loaded} />
        <ScorersPanel asked={asked} loaded={loaded} people={people} units={units} came={came.scorers ?? null} />
      </>
    ),
  });
}

const StatePanel = ({ asked, loaded, newest, came }: { asked: Asked; loaded: Loaded; newest: CriteriaSet | undefined; came: Came }) => {
  const { lang } = asked;
  const { cycle } = loaded;
  const texts = textsFor(lang);
  const words = texts.cycle;
  const acts = holds(asked.person, 'assessor');
  return (
    <section class="kg-panel" aria-labelledby="state">
      <div class="kg-panel__head">
        <h2 id="state">{words.stateHeading}</h2>
        <p>{words.criteriaVersion(cycle.criteria.version)}</p>
      </div>
      <div class="kg-panel__body kg-stack">
        <p>
          <b>{texts.next[cycle.state]}</b>
        </p>
        {cycle.closedOn !== null && <p>{words.closedOn(dateInWords(cycle.closedOn, lang))}</p>}
        {cycle.revisionId !== null && (
          <p class="kg-links">
            <a href={`/office/queue/${cycle.revisionId}`}>{words.queue}</a>
            {loaded.publicSlug !== null && <a href={addressOf('assessmentCycle', lang, { slug: loaded.publicSlug })}>{words.publicPage}</a>}
          </p>
        )}
        {cycle.state === 'published' && (
          <p>
            {words.decideHint} <a href={`${placeOf(cycle, 'check')}#results`}>{words.decide}</a>
          </p>
        )}
        {newest !== undefined && newest.version !== cycle.criteria.version && canChange(asked, cycle) && (
          <form method="post" action={`${placeOf(cycle)}/criteria`}>
            <input type="hidden" name="version" value={String(cycle.version)} />
            <p>
              {words.newCriteria(newest.version)} {words.takeCriteriaHint}
            </p>
            <Button secondary>{words.takeCriteria}</Button>
          </form>
        )}
      </div>
      {acts && cycle.state !== 'submitted' && cycle.state !== 'published' && <Steps asked={asked} loaded={loaded} came={came} />}
    </section>
  );
};

const Steps = ({ asked, loaded, came }: { asked: Asked; loaded: Loaded; came: Came }) => {
  const { lang } = asked;
  const { cycle } = loaded;
  const words = textsFor(lang).cycle;
  return (
    <form class="kg-assess__steps" method="post" action={`${placeOf(cycle)}/state`} novalidate>
      <input type="hidden" name="version" value={String(cycle.version)} />
      {cycle.state === 'checking' && (
        <div class="kg-form">
          <TextInput
            name="closedOn"
            label={words.closeDay}
            hint={words.closeHint}
            lang={lang}
            value={came.closeDay?.typed ?? asked.today}
            error={came.closeDay?.problem}
            maxlength={10}
          />
        </div>
      )}
      <div class="kg-form__foot">
        {cycle.state === 'open' && (
          <Button name="do" value="check">
            {words.do.check}
          </Button>
        )}
        {cycle.state === 'checking' && (
          <>
            <Button name="do" value="close">
              {words.do.close}
            </Button>
            <Button secondary name="do" value="reopen">
              {words.do.reopen}
            </Button>
          </>
        )}
        {cycle.state === 'closed' && (
          <>
            <Button name="do" value="submit">
              {words.do.submit}
            </Button>
            <Button secondary name="do" value="reopen">
              {words.do.unfreeze}
            </Button>
            <span>{words.unfreezeHint}</span>
          </>
        )}
      </div>
    </form>
  );
};

const signs: Readonly<Record<ScoreSheet['state'], string>> = { documented: '●', judged: '◆', 'confirmed-none': '○', unknown: '' };

const Matrix = ({ asked, loaded }: { asked: Asked; loaded: Loaded }) => {
  const { lang } = asked;
  const { cycle, assessed } = loaded;
  const words = textsFor(lang).cycle;
  const { known, of } = knownIn(assessed);
  return (
    <section class="kg-panel" aria-labelledby="matrix-heading">
      <div class="kg-panel__head">
        <h2 id="matrix-heading">{words.matrix}</h2>
        <p>{words.counts(known, of)}</p>
      </div>
      <div class="kg-panel__body kg-stack">
        {assessed.length === 0 ? (
          <p>{words.none}</p>
        ) : (
          <>
            <p>{words.matrixIntro}</p>
            <p class="kg-assess__legend">
              {(['documented', 'judged', 'confirmed-none'] as const).map((state) => (
                <span>
                  <b aria-hidden="true">{signs[state]}</b> {words.marks[state]}
                </span>
              ))}
            </p>
            <div class="kg-scroll" {...regionNamed('matrix-caption')}>
              <table class="kg-matrix kg-assess__matrix" id="matrix">
                <caption id="matrix-caption" class="kg-vh">
                  {words.matrixCaption}
                </caption>
                <thead>
                  <tr>
                    <th scope="col">{words.membership}</th>
                    <th scope="col">{words.known}</th>
                    {cycle.criteria.criteria.map((one) => (
                      <th scope="col">
                        <abbr title={inLang(one.name, lang)}>{one.code}</abbr>
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {assessed.map((one) => (
                    <tr>
                      <th scope="row">
                        <a href={`${placeOf(cycle)}/${one.membership}`}>{inLang(one.name, lang)}</a>
                      </th>
                      <td>
                        {one.scores.filter((sheet) => sheet.state !== 'unknown').length}/{one.scores.length}
                      </td>
                      {cycle.criteria.criteria.map(({ code }) => {
                        const state = one.scores.find((sheet) => sheet.criterion === code)?.state ?? 'unknown';
                        return (
                          <td>
                            <span aria-hidden="true">{signs[state]}</span>
                            <span class="kg-vh">{words.marks[state]}</span>
                          </td>
                        );
                      })}
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </>
        )}
      </div>
    </section>
  );
};
