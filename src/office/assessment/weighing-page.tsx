import { cycleNamed, ofIndex, type Criterion, type Index, type WorkingCycle } from '#assessment/index.ts';
import type { Lang } from '#lang/lang.ts';
import { inLang } from '#register/index.ts';
import { Button, ErrorSummary, Radios, TextInput } from '#ui/fields.tsx';
import { requireRole, type Asked, type Sheet } from '../page.ts';
import { amend, declaredOf, statusOf, type AmendRefusal } from './amend.ts';
import { cycleSheet, placeOf, Warning } from './frame.tsx';
import { missingCycle } from './missing.tsx';
import { inWords, readNumber, typedNumber } from './numbers.ts';
import { textsFor } from './texts.ts';

type Profile = WorkingCycle['weights'][number];
type Weighting = Profile['benefits'];
type Came = { of: (field: string) => string; problems: { field: string; text: string }[]; refusal?: AmendRefusal | undefined };
type Place = { cycle: WorkingCycle; place: number; profile: Profile; index: Index; criteria: Criterion[] };

/** What the address names: a profile of a cycle and one of its two sides. */
export function sideOf(asked: Pick<Asked, 'given'>, cycle: WorkingCycle): Place | undefined {
  const place = Number(asked.given['profile']);
  const index = asked.given['index'];
  const profile = Number.isInteger(place) ? cycle.weights[place] : undefined;
  if (profile === undefined || (index !== 'benefits' && index !== 'asks')) return undefined;
  return { cycle, place, profile, index, criteria: ofIndex(cycle.criteria, index) };
}

export const sidePlace = ({ cycle, place, index }: Place): string => `${placeOf(cycle, 'weights')}/${place}/${index}`;

/** Weights step by step: how, then which step first, then the others beside it; or ranks; or nothing. */
export async function weighingSheet(asked: Asked, came: Came | null = null): Promise<Sheet> {
  requireRole(asked, 'assessor');
  const { lang, query } = asked;
  const cycle = await asked.desk.db.read((reader) => cycleNamed(reader, asked.given['cycle'] ?? ''));
  const side = cycle && sideOf(asked, cycle);
  if (cycle === undefined || side === undefined) return missingCycle(asked);
  const texts = textsFor(lang);
  const title = texts.weights.changeFor(inLang(side.profile.name, lang), texts.sheet.sections[side.index]);
  const by = came?.of('by') ?? query.get('by') ?? '';
  const first = side.criteria.find((one) => one.code === (came?.of('first') ?? query.get('first')));
  const isAsking = by === 'swing' && first === undefined && query.has('asked');
  return cycleSheet(asked, cycle, {
    title,
    below: [
      { text: texts.cycle.pages.weights, href: placeOf(cycle, 'weights') },
      { text: title, href: sidePlace(side) },
    ],
    ...(came === null ? {} : { status: statusOf(came.refusal), errorPrefix: true }),
    content: (
      <>
        <ErrorSummary errors={came?.problems ?? (isAsking ? [{ field: 'first', text: texts.weights.problems.noFirst }] : [])} lang={lang} />
        {came?.refusal !== undefined && <Warning>{refusalWords(came.refusal, lang)}</Warning>}
        <h1>{title}</h1>
        {by === 'ranks' ? (
          <Ranks side={side} came={came} lang={lang} />
        ) : by === 'open' ? (
          <Open side={side} lang={lang} />
        ) : by === 'swing' && first !== undefined ? (
          <Points side={side} first={first} came={came} lang={lang} />
        ) : by === 'swing' ? (
          <FirstStep side={side} isAsking={isAsking} lang={lang} />
        ) : (
          <How side={side} lang={lang} />
        )}
      </>
    ),
  });
}

const stepOf = (one: Criterion, lang: Lang): string => {
  const ends = [one.corners[0]?.at ?? 0, one.corners.at(-1)?.at ?? 0];
  const [from = 0, to = 0] = one.direction === 'up' ? ends : ends.toReversed();
  return textsFor(lang).weights.swing.step(inWords(from, lang), inWords(to, lang), inLang(one.unit, lang));
};

const How = ({ side, lang }: { side: Place; lang: Lang }) => {
  const words = textsFor(lang).weights.how;
  const hints = { swing: words.swingHint, ranks: words.ranksHint, open: words.openHint };
  return (
    <form class="kg-panel" method="get" action={sidePlace(side)}>
      <div class="kg-form">
        <Radios
          name="by"
          label={words.heading}
          lang={lang}
          value={side.profile[side.index].by === 'surrogate' ? 'ranks' : side.profile[side.index].by === 'open' ? 'open' : 'swing'}
          options={(['swing', 'ranks', 'open'] as const).map((value) => ({ value, text: `${words[value]}. ${hints[value]}` }))}
        />
      </div>
      <div class="kg-form__foot">
        <Button>{words.next}</Button>
      </div>
    </form>
  );
};

const FirstStep = ({ side, isAsking, lang }: { side: Place; isAsking: boolean; lang: Lang }) => {
  const { swing, how, problems } = textsFor(lang).weights;
  const ratios = side.profile[side.index];
  const highest = ratios.by === 'swing' ? ratios.ratios.indexOf(Math.max(...ratios.ratios)) : -1;
  return (
    <form class="kg-panel" method="get" action={sidePlace(side)}>
      <input type="hidden" name="by" value="swing" />
      {/* Sent empty where nothing was chosen, so that the page can say so. */}
      <input type="hidden" name="asked" value="first" />
      <div class="kg-form kg-assess__choice">
        <Radios
          name="first"
          label={side.index === 'benefits' ? swing.first : swing.firstAsks}
          lang={lang}
          value={side.criteria[highest]?.code ?? ''}
          error={isAsking ? problems.noFirst : undefined}
          options={side.criteria.map((one) => ({ value: one.code, text: `${inLang(one.name, lang)}: ${stepOf(one, lang)}` }))}
        />
      </div>
      <div class="kg-form__foot">
        <Button>{how.next}</Button>
      </div>
    </form>
  );
};

const Points = ({ side, first, came, lang }: { side: Place; first: Criterion; came: Came | null; lang: Lang }) => {
  const { swing } = textsFor(lang).weights;
  const now = side.profile[side.index];
  const largest = now.by === 'swing' ? Math.max(...now.ratios) : 0;
  const standing = (place: number): string => {
    if (now.by !== 'swing' || largest === 0) return '';
    return typedNumber(Math.min(100, Math.round(((now.ratios[place] ?? 0) / largest) * 10_000) / 100), lang);
  };
  return (
    <form class="kg-panel" method="post" action={sidePlace(side)} novalidate>
      <input type="hidden" name="version" value={String(side.cycle.version)} />
      <input type="hidden" name="by" value="swing" />
      <input type="hidden" name="first" value={first.code} />
      <div class="kg-form">
        <p>
          <b>{swing.points(inLang(first.name, lang))}</b> {swing.pointsHint}
        </p>
        <div class="kg-fields">
          {side.criteria.map((one, place) =>
            one.code === first.code ? null : (
              <TextInput
                name={one.code}
                label={inLang(one.name, lang)}
                hint={stepOf(one, lang)}
                lang={lang}
                value={came?.of(one.code) ?? standing(place)}
                inputmode="decimal"
                maxlength={6}
                error={came?.problems.find((problem) => problem.field === one.code)?.text}
              />
            ),
          )}
        </div>
      </div>
      <div class="kg-form__foot">
        <Button>{swing.save}</Button>
        <a href={`${sidePlace(side)}?by=swing`}>{swing.back}</a>
      </div>
    </form>
  );
};

const Ranks = ({ side, came, lang }: { side: Place; came: Came | null; lang: Lang }) => {
  const { ranks } = textsFor(lang).weights;
  const now = side.profile[side.index];
  return (
    <form class="kg-panel" method="post" action={sidePlace(side)} novalidate>
      <input type="hidden" name="version" value={String(side.cycle.version)} />
      <input type="hidden" name="by" value="ranks" />
      <div class="kg-form">
        <p>{ranks.intro}</p>
        <div class="kg-fields">
          {side.criteria.map((one, place) => (
            <TextInput
              name={one.code}
              label={inLang(one.name, lang)}
              hint={stepOf(one, lang)}
              lang={lang}
              value={came?.of(one.code) ?? (now.by === 'surrogate' || now.by === 'order' ? String(now.ranks[place] ?? '') : '')}
              inputmode="numeric"
              maxlength={3}
              error={came?.problems.find((problem) => problem.field === one.code)?.text}
            />
          ))}
        </div>
      </div>
      <div class="kg-form__foot">
        <Button>{ranks.save}</Button>
      </div>
    </form>
  );
};

const Open = ({ side, lang }: { side: Place; lang: Lang }) => {
  const { open } = textsFor(lang).weights;
  return (
    <form class="kg-panel" method="post" action={sidePlace(side)}>
      <input type="hidden" name="version" value={String(side.cycle.version)} />
      <input type="hidden" name="by" value="open" />
      <p class="kg-panel__body">{open.intro}</p>
      <div class="kg-form__foot">
        <Button>{open.save}</Button>
      </div>
    </form>
  );
};

function refusalWords(refusal: AmendRefusal, lang: Lang): string {
  const texts = textsFor(lang);
  const { problems } = texts.weights;
  switch (refusal) {
    case 'stale':
      return texts.cycle.problems.stale;
    case 'notOpen':
      return texts.cycle.problems.notOpen;
    case 'weighNothing':
    case 'negativeWeight':
    case 'turnedAround':
      return problems[refusal];
    default:
      return problems.bad;
  }
}

export const saveWeighing = (asked: Asked): Promise<Sheet | Response> =>
  amend(asked, {
    read(cycle, of) {
      const side = sideOf(asked, cycle);
      if (side === undefined) return { ok: false, problems: [{ field: 'by', text: textsFor(asked.lang).weights.problems.bad }] };
      const read = readWeighting(side, of, asked.lang);
      if (!read.ok) return read;
      const weights = cycle.weights.map((one, place) => (place === side.place ? { ...one, [side.index]: read.weighting } : one));
      return { ok: true, declared: { ...declaredOf(cycle), weights } };
    },
    back: (came) => weighingSheet(asked, came),
    leadsTo: (cycle) => `${placeOf(cycle, 'weights')}?done=saved`,
  });

type Read = { ok: true; weighting: Weighting } | { ok: false; problems: { field: string; text: string }[] };

function readWeighting({ criteria }: Place, of: (field: string) => string, lang: Lang): Read {
  const { problems: words } = textsFor(lang).weights;
  const by = of('by');
  if (by === 'open') return { ok: true, weighting: { by } };
  const problems: { field: string; text: string }[] = [];
  if (by === 'ranks') {
    const ranks = criteria.map((one) => {
      const rank = readNumber(of(one.code));
      if (rank !== null && Number.isInteger(rank) && rank >= 1 && rank <= criteria.length) return rank;
      problems.push({ field: one.code, text: `${inLang(one.name, lang)}: ${words.rank}` });
      return 1;
    });
    return problems.length > 0 ? { ok: false, problems } : { ok: true, weighting: { by: 'surrogate', ranks, rule: 'centroid' } };
  }
  const first = criteria.find((one) => one.code === of('first'));
  if (by !== 'swing' || first === undefined) return { ok: false, problems: [{ field: 'first', text: words.noFirst }] };
  const ratios = criteria.map((one) => {
    if (one.code === first.code) return 100;
    const points = readNumber(of(one.code));
    if (points === null || points < 0) problems.push({ field: one.code, text: `${inLang(one.name, lang)}: ${words.notANumber}` });
    else if (points > 100) problems.push({ field: one.code, text: `${inLang(one.name, lang)}: ${words.above(inLang(first.name, lang))}` });
    return points ?? 0;
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, weighting: { by: 'swing', ratios } };
}
