import type { Lang } from '#lang/lang.ts';
import { tidy } from '#lang/typography.ts';
import type { StandingEffect } from '#register/index.ts';
import type { SourceNotes } from '#ui/source-notes.ts';
import { besideStandings, type AreaEffects } from './areas.ts';
import { Effects } from './effects.tsx';
import { areaName, textsFor } from './texts.ts';

type AreaProps = { area: AreaEffects; all: readonly StandingEffect[]; notes: SourceNotes; lang: Lang };

/** One area of benefit at the anchor that the menus lead to: what counts first, the rest under quiet headings. Folded on a phone. */
export const AreaOfBenefit = ({ area, all, notes, lang }: AreaProps) => {
  const texts = textsFor(lang);
  const counting = area.effects.get('counts') ?? [];
  const records = counting.length + area.beside;
  return (
    <section class="kg-area" aria-labelledby={`${area.area}-name`} id={area.area}>
      <h3 id={`${area.area}-name`}>
        {tidy(areaName(area.area, lang), lang)}
        <span>{tidy(records === 0 ? texts.noRecordCount : countLine(area, lang), lang)}</span>
      </h3>
      {records === 0 ? (
        <p class="kg-quiet">{tidy(texts.noRecord, lang)}</p>
      ) : (
        <details class="kg-unfold">
          <summary>{texts.show(records)}</summary>
          <div>
            {counting.length > 0 && <Effects effects={counting} all={all} notes={notes} lang={lang} />}
            {besideStandings.map((standing) => {
              const effects = area.effects.get(standing) ?? [];
              if (effects.length === 0) return null;
              return (
                <>
                  <h4 class="kg-beside">{tidy(texts.beside[standing], lang)}</h4>
                  <Effects effects={effects} all={all} notes={notes} lang={lang} />
                </>
              );
            })}
          </div>
        </details>
      )}
    </section>
  );
};

const countLine = (area: AreaEffects, lang: Lang): string => {
  const texts = textsFor(lang);
  return [texts.counted(area.counted, area.measurable), ...(area.beside === 0 ? [] : [texts.besideCount(area.beside)])].join('; ');
};
