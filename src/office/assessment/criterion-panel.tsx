import { addedInWords, type Criterion, type Evidence, type ScoreSheet } from '#assessment/index.ts';
import { dateInWords } from '#lang/dates.ts';
import type { Lang } from '#lang/lang.ts';
import { wordsFor } from '#lang/words.ts';
import { inLang } from '#register/index.ts';
import { clockWords } from '../records/drafts/saved-words.ts';
import type { Asked } from '../page.ts';
import { placeOf } from './frame.tsx';
import type { Loaded } from './load.ts';
import { inWords } from './numbers.ts';
import { ScaleBar, scoreOfSheet } from './scale.tsx';
import type { ScoreCame } from './score-came.ts';
import { ScoreForm } from './score-form.tsx';
import { textsFor } from './texts.ts';

type Given = { asked: Asked; loaded: Loaded; membership: string; criterion: Criterion; sheet: ScoreSheet | undefined; mayScore: boolean; came: ScoreCame | null };

/** One criterion of one membership: what is known, from what, and the form to say more. */
export const CriterionPanel = ({ asked, loaded, membership, criterion, sheet, mayScore, came }: Given) => {
  const { lang } = asked;
  const words = textsFor(lang).sheet;
  const saved = loaded.saved.find((one) => one.membership === membership && one.criterion === criterion.code);
  const state = sheet?.state ?? 'unknown';
  const by = saved === undefined ? undefined : (loaded.names.get(saved.byId) ?? null);
  return (
    <article class="kg-assess__criterion" id={criterion.code} aria-labelledby={`${criterion.code}-name`}>
      <div>
        <h3 id={`${criterion.code}-name`}>
          <span>{criterion.code}</span> {inLang(criterion.name, lang)}
        </h3>
        <p class="kg-nat">{inLang(criterion.question, lang)}</p>
        {criterion.levels.length > 0 && (
          <details>
            <summary>{words.levels}</summary>
            <ul>
              {criterion.levels.map((level) => (
                <li>
                  {inWords(level.at, lang)}: {inLang(level.says, lang)}
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
      <div class="kg-stack">
        <p class="kg-assess__known">
          <b>{reading(sheet, criterion, lang)}</b> <span class={`govuk-tag govuk-tag--${tagColours[state]}`}>{wordsFor(lang).scoreState[state]}</span>
          {sheet?.grade && <span>{wordsFor(lang).grade[sheet.grade]}</span>}
          {sheet?.seenOn && <span>{words.seen(dateInWords(sheet.seenOn, lang))}</span>}
        </p>
        {sheet !== undefined && <ScaleBar score={scoreOfSheet(sheet, criterion, loaded.cycle.settings)} lang={lang} />}
        {sheet?.reason && <p>{inLang(sheet.reason, lang)}</p>}
        {saved !== undefined && by !== undefined && <p class="kg-nat">{words.judged(by, clockWords(asked, saved.at))}</p>}
        {(sheet?.evidence.length ?? 0) + (sheet?.beside.length ?? 0) > 0 && (
          <div class="kg-assess__records">
            <Records list={sheet?.evidence ?? []} summary={words.evidence} lang={lang} />
            <Records list={sheet?.beside ?? []} summary={words.beside} lang={lang} />
          </div>
        )}
        {mayScore && (
          <ScoreForm
            action={`${placeOf(loaded.cycle)}/${membership}/${criterion.code}`}
            criterion={criterion}
            saved={saved === undefined ? null : { judgement: saved.judgement, version: saved.version }}
            came={came}
            today={asked.today}
            lang={lang}
          />
        )}
      </div>
    </article>
  );
};

const tagColours: Record<ScoreSheet['state'], string> = { documented: 'green', judged: 'blue', 'confirmed-none': 'grey', unknown: 'yellow' };

function reading(sheet: ScoreSheet | undefined, criterion: Criterion, lang: Lang): string {
  const words = textsFor(lang).sheet;
  if (sheet === undefined || sheet.from === null || sheet.to === null) return sheet?.state === 'confirmed-none' ? '0' : '?';
  const [from, to] = [inWords(sheet.from, lang), inWords(sheet.to, lang)];
  return `${from === to ? from : words.interval(from, to)} (${inLang(criterion.unit, lang)})`;
}

const Records = ({ list, summary, lang }: { list: readonly Evidence[]; summary: (n: number) => string; lang: Lang }) =>
  list.length === 0 ? null : (
    <details>
      <summary>{summary(list.length)}</summary>
      <ul>
        {list.map((one) => (
          <li>
            <a href={`/office/records/${one.kind}/${one.slug}`}>{inLang(one.title, lang)}</a>
            {[
              one.amount === undefined ? undefined : addedInWords(one.amount, lang),
              one.date === undefined ? undefined : dateInWords(one.date, lang),
              one.grade === undefined ? undefined : wordsFor(lang).grade[one.grade],
              one.because === undefined ? undefined : wordsFor(lang).aside[one.because],
            ]
              .filter((part) => part !== undefined)
              .map((part) => (
                <span class="kg-nat">{part}</span>
              ))}
          </li>
        ))}
      </ul>
    </details>
  );
