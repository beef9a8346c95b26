import { ofIndex, takesScores, type Index } from '#assessment/index.ts';
import { inLang } from '#register/index.ts';
import { ErrorSummary } from '#ui/fields.tsx';
import type { Asked, Sheet } from '../page.ts';
import { CriterionPanel } from './criterion-panel.tsx';
import type { ScoreCame } from './score-came.ts';
import { cycleSheet, placeOf } from './frame.tsx';
import { loadCycle, mayLook, mayScoreIt, unitName } from './load.ts';
import { missingCycle } from './missing.tsx';
import { textsFor } from './texts.ts';

/** Everything that is known of one membership, criterion by criterion, and what a person can add to it. */
export async function membershipSheet(asked: Asked, came: ScoreCame | null = null): Promise<Sheet> {
  const { desk, lang } = asked;
  const slug = asked.given['membership'] ?? '';
  const found = await desk.db.read(async (reader) => {
    const loaded = await loadCycle(reader, asked);
    const unit = loaded?.units.get(slug);
    return loaded && { loaded, unit: unit === undefined ? null : await unitName(reader, unit, lang) };
  });
  const place = found?.loaded.assessed.findIndex((one) => one.membership === slug) ?? -1;
  const one = found?.loaded.assessed[place];
  if (found === undefined || one === undefined) return missingCycle(asked);
  const { loaded, unit } = found;
  mayLook(asked, loaded.scorers);
  const { cycle } = loaded;
  const texts = textsFor(lang);
  const words = texts.sheet;
  const name = inLang(one.name, lang);
  const here = `${placeOf(cycle)}/${slug}`;
  const mayScore = mayScoreIt(asked, loaded, slug) && takesScores(cycle.state);
  const [before, after] = [loaded.assessed[place - 1], loaded.assessed[place + 1]];
  const known = one.scores.filter((sheet) => sheet.state !== 'unknown').length;
  return cycleSheet(asked, cycle, {
    title: `${name}, ${cycle.year}`,
    below: [{ text: name, href: here }],
    ...(came === null ? {} : { status: came.status, errorPrefix: true }),
    content: (
      <>
        <ErrorSummary
          lang={lang}
          errors={came === null ? [] : came.problems.map(({ field, text }) => ({ field: `${came.criterion}-${field}`, text: `${came.criterion}: ${text}` }))}
        />
        <div class="kg-desk__top">
          <h1>{name}</h1>
          <p class="kg-links">
            {before !== undefined && <a href={`${placeOf(cycle)}/${before.membership}`}>{words.previous}</a>}{' '}
            {after !== undefined && <a href={`${placeOf(cycle)}/${after.membership}`}>{words.following}</a>} <a href={`/office/records/membership/${slug}`}>{words.record}</a>
          </p>
        </div>
        <p>
          {texts.cycle.title(cycle.year)}. {words.about(known, one.scores.length)} {unit === null ? words.noUnit : words.unit(unit)}
        </p>
        {!mayScore && <p class="kg-note">{takesScores(cycle.state) ? words.readOnly : words.problems.notOpen}</p>}
        {(['benefits', 'asks'] satisfies Index[]).map((index) => (
          <section class="kg-panel" aria-labelledby={`index-${index}`}>
            <div class="kg-panel__head">
              <h2 id={`index-${index}`}>{words.sections[index]}</h2>
            </div>
            {ofIndex(loaded.frozen?.criteria ?? cycle.criteria, index).map((criterion) => (
              <CriterionPanel
                asked={asked}
                loaded={loaded}
                membership={slug}
                criterion={criterion}
                sheet={one.scores.find((sheet) => sheet.criterion === criterion.code)}
                mayScore={mayScore}
                came={came?.criterion === criterion.code ? came : null}
              />
            ))}
          </section>
        ))}
      </>
    ),
  });
}
