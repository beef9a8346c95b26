import { cycleNamed, ofIndex, referenceWeights, takesScores, type Assessment, type Index, type WorkingCycle } from '#assessment/index.ts';
import { holds } from '#accounts/index.ts';
import { inLang } from '#register/index.ts';
import { Button, ErrorSummary, TextInput } from '#ui/fields.tsx';
import { Table } from '#ui/table.tsx';
import type { Asked, Sheet } from '../page.ts';
import { amend, declaredOf, statusOf, type AmendRefusal } from './amend.ts';
import { cycleSheet, Parts, placeOf, Warning } from './frame.tsx';
import { lookAt } from './look.ts';
import { missingCycle } from './missing.tsx';
import { inWords } from './numbers.ts';
import { textsFor } from './texts.ts';

type Profile = Assessment['weights'][number];
type Came = { of: (field: string) => string; problems: { field: string; text: string }[]; refusal?: AmendRefusal | undefined };

/** The profiles of weights, each with what its weights come to. */
export async function weightsSheet(asked: Asked, came: Came | null = null): Promise<Sheet> {
  const { lang } = asked;
  const cycle = await asked.desk.db.read((reader) => cycleNamed(reader, asked.given['cycle'] ?? ''));
  if (cycle === undefined) return missingCycle(asked);
  await lookAt(asked, cycle);
  const texts = textsFor(lang);
  const words = texts.weights;
  const mayChange = holds(asked.person, 'assessor') && takesScores(cycle.state);
  const errorOf = (field: string): string | undefined => came?.problems.find((one) => one.field === field)?.text;
  return cycleSheet(asked, cycle, {
    title: texts.cycle.pages.weights,
    below: [{ text: texts.cycle.pages.weights, href: placeOf(cycle, 'weights') }],
    ...(came === null ? {} : { status: statusOf(came.refusal), errorPrefix: true }),
    content: (
      <>
        <ErrorSummary errors={came?.problems ?? []} lang={lang} />
        {came?.refusal !== undefined && <Warning>{refusalWords(came.refusal, asked)}</Warning>}
        <h1>{texts.cycle.pages.weights}</h1>
        <Parts cycle={cycle} current="weights" lang={lang} />
        <p>{words.lead}</p>
        {cycle.weights.map((profile, place) => (
          <ProfilePanel cycle={cycle} profile={profile} place={place} mayChange={mayChange} asked={asked} />
        ))}
        {mayChange && (
          <form class="kg-panel" method="post" action={placeOf(cycle, 'weights')} novalidate aria-labelledby="add-heading">
            <div class="kg-panel__head">
              <h2 id="add-heading">{words.add}</h2>
            </div>
            <input type="hidden" name="version" value={String(cycle.version)} />
            <div class="kg-form">
              <div class="kg-fields">
                <TextInput name="name.pl" label={words.name} hint={words.nameHint} lang={lang} value={came?.of('name.pl') ?? ''} maxlength={120} error={errorOf('name.pl')} />
                <TextInput name="name.en" label={words.nameEn} lang={lang} value={came?.of('name.en') ?? ''} maxlength={120} />
              </div>
            </div>
            <div class="kg-form__foot">
              <Button name="do" value="add">
                {words.add}
              </Button>
            </div>
          </form>
        )}
      </>
    ),
  });
}

const ProfilePanel = ({ cycle, profile, place, mayChange, asked }: { cycle: WorkingCycle; profile: Profile; place: number; mayChange: boolean; asked: Asked }) => {
  const { lang } = asked;
  const words = textsFor(lang).weights;
  const name = inLang(profile.name, lang);
  return (
    <section class="kg-panel" aria-labelledby={`profile-${place}`}>
      <div class="kg-panel__head">
        <h2 id={`profile-${place}`}>
          {words.profile(name)}
          {place === 0 && <span class="kg-nat">{words.first}</span>}
        </h2>
        {mayChange && place > 0 && (
          <form class="kg-links" method="post" action={placeOf(cycle, 'weights')}>
            <input type="hidden" name="version" value={String(cycle.version)} />
            <input type="hidden" name="profile" value={String(place)} />
            <button class="kg-linklike" type="submit" name="do" value="first" aria-label={words.makeFirstFor(name)}>
              {words.makeFirst}
            </button>{' '}
            <button class="kg-linklike" type="submit" name="do" value="remove" aria-label={words.removeFor(name)}>
              {words.remove}
            </button>
          </form>
        )}
      </div>
      <div class="kg-assess__sides">
        {(['benefits', 'asks'] satisfies Index[]).map((index) => (
          <Side cycle={cycle} profile={profile} place={place} index={index} mayChange={mayChange} asked={asked} />
        ))}
      </div>
    </section>
  );
};

const Side = ({ cycle, profile, place, index, mayChange, asked }: { cycle: WorkingCycle; profile: Profile; place: number; index: Index; mayChange: boolean; asked: Asked }) => {
  const { lang } = asked;
  const texts = textsFor(lang);
  const words = texts.weights;
  const criteria = ofIndex(cycle.criteria, index);
  const weights = referenceWeights(profile[index], criteria.length);
  const heaviest = weights.ok ? Math.max(...weights.value) : 1;
  const side = texts.sheet.sections[index];
  const name = inLang(profile.name, lang);
  return (
    <div>
      <div class="kg-panel__body kg-stack">
        <h3>{side}</h3>
        <p>
          {words.ways[profile[index].by]}
          {mayChange && (
            <>
              {' · '}
              <a href={`${placeOf(cycle, 'weights')}/${place}/${index}`} aria-label={words.changeFor(name, side)}>
                {words.change}
              </a>
            </>
          )}
          {profile[index].by !== 'open' && (
            <>
              {' · '}
              <a href={`${placeOf(cycle, 'weights')}/${place}/${index}/consistency`}>{words.consistency.link}</a>
            </>
          )}
        </p>
      </div>
      {weights.ok && profile[index].by !== 'open' && (
        <Table
          lang={lang}
          id={`weights-${place}-${index}`}
          caption={words.caption(name, side)}
          cards={false}
          rows={criteria.map((one, at) => ({ one, weight: weights.value[at] ?? 0 })).toSorted((a, b) => b.weight - a.weight)}
          columns={[
            { head: words.heads.criterion, cell: ({ one }) => `${one.code} ${inLang(one.name, lang)}` },
            {
              head: words.heads.weight,
              numeric: true,
              cell: ({ weight }) => (
                <span class="kg-assess__weight">
                  <svg viewBox="0 0 100 8" width={100} height={8} aria-hidden="true" focusable="false">
                    <rect class="kg-assess__bar" x={0} y={0} width={Math.round((weight / heaviest) * 1000) / 10} height={8} />
                  </svg>
                  <b>{inWords(Math.round(weight * 1000) / 10, lang)}</b>
                </span>
              ),
            },
          ]}
        />
      )}
    </div>
  );
};

function refusalWords(refusal: AmendRefusal, { lang }: Asked): string {
  const texts = textsFor(lang);
  if (refusal === 'stale') return texts.cycle.problems.stale;
  return refusal === 'notOpen' ? texts.cycle.problems.notOpen : texts.weights.problems.bad;
}

const mostProfiles = 12;

/** Adds a profile that says nothing yet, removes one, or lets indications go by another. */
export const changeProfiles = (asked: Asked): Promise<Sheet | Response> =>
  amend(asked, {
    read: (cycle, of) => readProfiles(cycle, of, asked),
    back: (came) => weightsSheet(asked, came),
    leadsTo: (cycle) => `${placeOf(cycle, 'weights')}?done=saved`,
  });

function readProfiles(cycle: WorkingCycle, of: (field: string) => string, { lang }: Asked) {
  const { problems } = textsFor(lang).weights;
  const done = (weights: Profile[]) => ({ ok: true as const, declared: { ...declaredOf(cycle), weights } });
  const place = /^\d{1,2}$/.test(of('profile')) ? Number(of('profile')) : -1;
  const chosen = cycle.weights[place];
  // What the form was filled in over decides which profile is meant; an older form is told so.
  if (of('do') === 'remove') return done(cycle.weights.filter((_one, at) => cycle.weights.length === 1 || at !== place));
  if (of('do') === 'first') return done(chosen === undefined ? cycle.weights : [chosen, ...cycle.weights.filter((one) => one !== chosen)]);
  const [pl, en] = [of('name.pl').trim(), of('name.en').trim()];
  if (pl === '') return { ok: false as const, problems: [{ field: 'name.pl', text: problems.name }] };
  if (cycle.weights.some((one) => one.name.pl === pl)) return done(cycle.weights);
  if (cycle.weights.length >= mostProfiles) return { ok: false as const, problems: [{ field: 'name.pl', text: problems.tooMany }] };
  return done([...cycle.weights, { name: { pl, ...(en === '' ? {} : { en }) }, benefits: { by: 'open' }, asks: { by: 'open' } }]);
}
