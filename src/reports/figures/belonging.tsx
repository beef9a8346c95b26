import { dateInWords } from '#lang/dates.ts';
import { tidy } from '#lang/typography.ts';
import { inLang, statusSpans } from '#register/index.ts';
import { planTimeline, timelineFrames } from '#ui/figures/timeline-geometry.ts';
import { TimelineDrawing } from '#ui/figures/timeline-drawing.tsx';
import { beginningOf, inOrder } from '#ui/figures/timeline-row.ts';
import { begunInWords, nameOfRow, statusToday, timelineTexts, type TimelineRow } from '#ui/figures/timeline-words.ts';
import type { Gathered } from '../gathered.ts';
import { textsFor } from '../texts.ts';
import { asPicture, coloursOf, type Drawn } from './print.ts';

/** As many lines as a page of paper holds; the tables have every period. */
const mostRows = 46;
const frame = { ...timelineFrames.middle, row: 22, line: 15 };

/** The line of belonging on paper: of each organisation its periods with a known beginning. */
export function belongingFigure(gathered: Gathered): Drawn | null {
  const { lang, on, periods, periodsOf, held, city } = gathered;
  const rows = periods.map(({ body, organisation }): TimelineRow => {
    const several = (periodsOf.get(organisation.id) ?? 1) > 1;
    return {
      name: inLang(organisation.body.shortName, lang),
      href: '',
      ...(several ? { period: body.period } : {}),
      spans: statusSpans(body),
      belonging: body.belonging.map(({ value }) => value),
      steps: body.steps.map((step) => ({ kind: step.kind, date: step.date.map(({ value }) => value) })),
      functions: several ? [] : (held.get(organisation.id) ?? []).map(({ role, term }) => ({ role: inLang(role, lang), term: term.map(({ value }) => value) })),
      decidedBy: body.decidedBy,
    };
  });
  const { dated } = inOrder(rows);
  if (dated.length === 0) return null;
  const shown = dated.slice(0, mostRows);
  const drawn = shown.map((row) => ({ ...row, name: tidy(nameOfRow(row, lang), lang) }));
  const plan = planTimeline(drawn, on, frame);
  const texts = textsFor(lang).memberships;
  const title = timelineTexts(lang).title(plan.firstYear, Number(on.slice(0, 4)));
  const lasting = periods.filter((period) => period.status === 'active');
  const since = dated.find((row) => statusToday(row, on) === 'active');
  const began = since === undefined ? null : beginningOf(since.spans);
  const finding = texts.figureFinding(lasting.length, dateInWords(on, lang), began === null ? null : began.slice(0, 4));
  const drawing = (
    <TimelineDrawing
      id="belonging"
      class="g-plan"
      plan={plan}
      words={shown.map((row) => ({ href: '', lang: undefined, begun: begunInWords(row, lang, 0) }))}
      title={title}
      finding={finding}
      today={on.slice(0, 4)}
    />
  );
  const cut = dated.length > shown.length ? ` ${texts.figureCut(shown.length, dated.length)}` : '';
  return { title, finding, note: texts.figureNote + cut, svg: asPicture(drawing, coloursOf(city)), width: plan.width, height: plan.height };
}
