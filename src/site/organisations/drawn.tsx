import type { Day } from '#basics/day.ts';
import type { City } from '#basics/city.ts';
import { boundsOf, edtf } from '#basics/edtf.ts';
import { CityInWorld } from '#insight/index.ts';
import type { Lang } from '#lang/lang.ts';
import { inLang, statusSpans, type FunctionHeld, type Membership, type Period } from '#register/index.ts';
import { timelineFinding, type TimelineRow } from '#ui/figures/timeline-words.ts';
import { Timeline } from '#ui/figures/timeline.tsx';
import { textIn } from '#ui/prose.tsx';
import { tidy } from '#lang/typography.ts';
import { addressOf } from '#web/paths.ts';
import { listAddress } from './query.ts';
import type { ListView } from './read.ts';
import { textsFor } from './texts.ts';

const values = (claims: readonly { value: string }[]): string[] => claims.map((claim) => claim.value);

/** An office belongs to the period in which its term began; where there is only one period, or no term is known, to that one. */
function officesIn(period: Period, held: readonly FunctionHeld[], periods: number): readonly FunctionHeld[] {
  if (periods < 2) return held;
  const began = startOf(period.body.belonging);
  const over = period.body.overBy ? boundsOf(edtf(period.body.overBy.date)).to : null;
  return held.filter((office) => {
    const from = startOf(office.term);
    return from !== null && began !== null && from >= began && (over === null || from < over);
  });
}

function startOf(claims: Membership['belonging']): Day | null {
  const first = claims[0];
  return first === undefined ? null : boundsOf(edtf(first.value)).from;
}

function rowsOf(view: ListView, lang: Lang): TimelineRow[] {
  return view.periods.map((period): TimelineRow => {
    const { body, organisation } = period;
    const periods = view.periodsOf.get(organisation.id) ?? 1;
    return {
      name: inLang(organisation.body.shortName, lang),
      nameLang: textIn(organisation.body.shortName, lang).lang,
      href: addressOf('organisation', lang, { slug: organisation.slug }),
      ...(periods > 1 ? { period: body.period } : {}),
      spans: statusSpans(body),
      belonging: values(body.belonging),
      steps: body.steps.map((step) => ({ kind: step.kind, date: values(step.date) })),
      functions: officesIn(period, view.held.get(organisation.id) ?? [], periods).map((office) => ({
        role: inLang(office.role, lang),
        roleLang: textIn(office.role, lang).lang,
        term: values(office.term),
      })),
      decidedBy: body.decidedBy,
    };
  });
}

/** The same list as the line of belonging. */
export const ListTimeline = ({ view, lang, today }: { view: ListView; lang: Lang; today: Day }) => {
  const rows = rowsOf(view, lang);
  return (
    <>
      <p class="kg-finding">{tidy(timelineFinding(rows, today, lang), lang)}</p>
      <Timeline id="timeline" rows={rows} today={today} lang={lang} csvHref={listAddress(lang, view.query, '.csv')} />
    </>
  );
};

/** Seats and fellow cities of what the city belongs to on the day; the map takes no other filter, and says so. */
export const ListMap = ({ view, city, lang }: { view: ListView; city: City; lang: Lang }) =>
  view.world === null ? null : (
    <>
      <p class="kg-quiet">{tidy(textsFor(lang).mapNote, lang)}</p>
      <CityInWorld view={view.world} city={city} lang={lang} csvHref={listAddress(lang, view.query, '.csv')} />
    </>
  );
