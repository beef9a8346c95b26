import { listDecisions, trialInput } from '#assessment/index.ts';
import { readLocalUse } from '#insight/index.ts';
import { holds } from '#accounts/index.ts';
import { inLang } from '#register/index.ts';
import { Button } from '#ui/fields.tsx';
import { Table } from '#ui/table.tsx';
import { clockWords } from '../records/drafts/saved-words.ts';
import type { Asked, Sheet } from '../page.ts';
import { cycleSheet, Parts, placeOf } from './frame.tsx';
import { gapsOf, type Gap } from './gaps.ts';
import { loadCycle, mayLook, type Loaded } from './load.ts';
import { missingCycle } from './missing.tsx';
import { ofHundred } from './numbers.ts';
import { Results } from './results-panel.tsx';
import { Running } from './running.tsx';
import { textsFor } from './texts.ts';
import { markOf, trialCutOff, trials, type Trial } from './trial.ts';

const namedAtMost = 6;

/** What is missing, and what the data come to today. */
export async function checkSheet(asked: Asked): Promise<Sheet> {
  const { desk, lang, today } = asked;
  const found = await desk.db.read(async (reader) => {
    const loaded = await loadCycle(reader, asked);
    return (
      loaded && {
        loaded,
        input: loaded.frozen === null ? await trialInput(reader, loaded.cycle.id, today, await readLocalUse(reader, today)) : undefined,
        cutOff: await trialCutOff(reader, loaded.cycle.slug),
        decisions: await listDecisions(reader),
      }
    );
  });
  if (found === undefined) return missingCycle(asked);
  const { loaded, input, cutOff, decisions } = found;
  const { cycle, frozen } = loaded;
  mayLook(asked, loaded.scorers);
  const texts = textsFor(lang);
  const run = frozen === null ? trials.find(desk.db, cycle.id) : undefined;
  const isRunning = run?.ended === null;
  return cycleSheet(asked, cycle, {
    title: texts.cycle.pages.check,
    below: [{ text: texts.cycle.pages.check, href: placeOf(cycle, 'check') }],
    ...(isRunning ? { headers: [['refresh', '2']] as const } : {}),
    content: (
      <>
        <h1>{texts.cycle.pages.check}</h1>
        <Parts cycle={cycle} current="check" lang={lang} />
        {frozen === null && <p>{texts.check.lead}</p>}
        {frozen !== null ? (
          <section class="kg-panel" aria-labelledby="frozen-heading">
            <div class="kg-panel__head">
              <h2 id="frozen-heading">{texts.check.frozen}</h2>
            </div>
            <Results
              input={frozen}
              results={frozen.results}
              place={placeOf(cycle)}
              lang={lang}
              decisions={
                cycle.state === 'published'
                  ? {
                      of: new Map(decisions.filter(({ body }) => body.assessment === cycle.slug).map(({ slug, body }) => [body.membership, { slug, course: body.course }])),
                      mayDecide: holds(asked.person, 'editor'),
                    }
                  : null
              }
            />
          </section>
        ) : isRunning && run !== undefined ? (
          <Running run={run} action={placeOf(cycle, 'check')} lang={lang} />
        ) : (
          <TrialPanel
            asked={asked}
            loaded={loaded}
            trial={run?.ended ?? null}
            lostAt={run === undefined ? cutOff : null}
            isOutdated={run?.ended?.ok === true && input !== undefined && run.ended.mark !== markOf(input)}
          />
        )}
        <Gaps loaded={loaded} asked={asked} />
      </>
    ),
  });
}

type TrialGiven = { asked: Asked; loaded: Loaded; trial: Trial | null; lostAt: Date | null; isOutdated: boolean };

const TrialPanel = ({ asked, loaded, trial, lostAt, isOutdated }: TrialGiven) => {
  const { lang } = asked;
  const words = textsFor(lang).check;
  const place = placeOf(loaded.cycle, 'check');
  return (
    <section class="kg-panel" aria-labelledby="trial-heading">
      <div class="kg-panel__head">
        <h2 id="trial-heading">{words.trial}</h2>
      </div>
      <div class="kg-panel__body kg-stack">
        <p>
          {words.trialIntro} {trial?.ok === true && words.computedAt(clockWords(asked, trial.at))} {isOutdated && <b>{words.outdated}</b>}
        </p>
        {lostAt !== null && <p class="govuk-error-message">{textsFor(lang).running.lost(clockWords(asked, lostAt))}</p>}
        {trial?.ok === false && <p class="govuk-error-message">{trial.isCancelled ? words.cancelled : words.failed}</p>}
      </div>
      {trial?.ok === true && <Results input={trial.input} results={trial.results} place={placeOf(loaded.cycle)} lang={lang} />}
      {holds(asked.person, 'assessor') && loaded.assessed.length > 0 && (
        <form class="kg-form__foot" method="post" action={place}>
          <Button name="do" value="run">
            {trial === null ? words.run : words.again}
          </Button>
        </form>
      )}
    </section>
  );
};

const Gaps = ({ loaded, asked }: { loaded: Loaded; asked: Asked }) => {
  const { lang } = asked;
  const { cycle, frozen, assessed } = loaded;
  const words = textsFor(lang).check;
  const criteria = frozen?.criteria ?? cycle.criteria;
  const side = (gap: Gap, index: 'benefits' | 'asks') => (
    <>
      {words.share(ofHundred(gap.share[index]))}{' '}
      <span class={gap.isComplete[index] ? 'govuk-tag govuk-tag--green' : 'govuk-tag govuk-tag--yellow'}>{gap.isComplete[index] ? words.enough : words.tooLittle}</span>
    </>
  );
  const named = ({ missing }: Gap): string => {
    const names = missing.slice(0, namedAtMost).map((code) => {
      const one = criteria.criteria.find((each) => each.code === code);
      return one === undefined ? code : inLang(one.name, lang);
    });
    const rest = missing.length - names.length;
    return names.length === 0 ? words.all : [names.join(', '), rest > 0 ? words.more(rest) : ''].join(' ').trim();
  };
  return (
    <section class="kg-panel" aria-labelledby="gaps-heading">
      <div class="kg-panel__head">
        <h2 id="gaps-heading">{words.gaps}</h2>
      </div>
      <Table
        lang={lang}
        id="gaps"
        caption={words.gapsCaption}
        rows={gapsOf(criteria, assessed, frozen ?? cycle)}
        columns={[
          { head: words.heads.membership, cell: ({ one }) => <a href={`${placeOf(cycle)}/${one.membership}`}>{inLang(one.name, lang)}</a> },
          { head: words.heads.benefits, cell: (gap) => side(gap, 'benefits') },
          { head: words.heads.asks, cell: (gap) => side(gap, 'asks') },
          { head: words.heads.collect, cell: named },
        ]}
      />
    </section>
  );
};
