import type { Child } from '#markup/markup.ts';
import type { Day } from '#basics/day.ts';
import type { Lang } from '#lang/lang.ts';
import { tidy } from '#lang/typography.ts';
import { wordsFor } from '#lang/words.ts';
import { Unknown } from '../marks.tsx';
import { Table, type Column } from '../table.tsx';
import { Figure } from './figure.tsx';
import { BarSegment, HeldStretch, StepMark, TimelineDrawing } from './timeline-drawing.tsx';
import type { SegmentKind } from './timeline-bars.ts';
import { planTimeline, timelineFrames, type TimelinePlan } from './timeline-geometry.ts';
import { inOrder } from './timeline-row.ts';
import { begunInWords, nameOfRow, rowInWords, statusToday, timelineFinding, timelineTexts, type TimelineRow } from './timeline-words.ts';

/** More would be unreadable; the table has them all. */
const mostRows = 60;

type TimelineProps = { id: string; rows: readonly TimelineRow[]; today: Day; lang: Lang; csvHref?: string | undefined };

const drawings = [
  { name: 'wide', class: 'g-plan g-plan--wide' },
  { name: 'middle', class: 'g-plan g-plan--middle' },
  { name: 'narrow', class: 'g-plan g-plan--narrow' },
] as const;

/** The line of belonging: every period of membership with a known beginning from the first year to today, and the others in words. */
export const Timeline = ({ id, rows, today, lang, csvHref }: TimelineProps) => {
  const texts = timelineTexts(lang);
  if (rows.length === 0) return <p>{tidy(texts.nothing, lang)}</p>;
  const { dated, undated } = inOrder(rows);
  const shown = dated.slice(0, mostRows);
  const drawn = shown.map((row) => ({ ...row, name: tidy(nameOfRow(row, lang), row.nameLang ?? lang) }));
  const plan = planTimeline(drawn, today, timelineFrames.wide);
  const finding = tidy(timelineFinding(rows, today, lang), lang);
  const title = tidy(texts.title(plan.firstYear, Number(today.slice(0, 4))), lang);
  return (
    <Figure
      lang={lang}
      signs={shown.length === 0 ? [] : keysOf(plan, lang)}
      caption={
        <p class="g-say">
          {tidy(shown.length === 0 ? texts.noneDated : texts.reading, lang)}
          {dated.length > shown.length && ` ${tidy(texts.cut(shown.length, dated.length), lang)}`}
          {undated.length > 0 && <Undated rows={undated} today={today} lang={lang} />}
        </p>
      }
      table={<TimelineTable id={id} rows={[...dated, ...undated]} today={today} lang={lang} />}
      csvHref={csvHref}
    >
      {shown.length > 0 &&
        drawings.map((drawing) => {
          const frame = timelineFrames[drawing.name];
          return (
            <TimelineDrawing
              id={`${id}-${drawing.name}`}
              class={drawing.class}
              plan={planTimeline(drawn, today, frame)}
              words={shown.map((row) => ({ href: row.href, lang: row.nameLang, begun: begunInWords(row, lang, frame.begunWidth) }))}
              title={title}
              finding={finding}
              today={texts.today}
            />
          );
        })}
    </Figure>
  );
};

/** Named under the state that each has today. */
const Undated = ({ rows, today, lang }: { rows: readonly TimelineRow[]; today: Day; lang: Lang }) => {
  const byStatus = [...Map.groupBy(rows, (row) => statusToday(row, today))];
  return (
    <>
      {' '}
      {tidy(timelineTexts(lang).undated, lang)}{' '}
      {byStatus.map(([status, its], group) => (
        <>
          {its.map((row, index) => (
            <>
              {index > 0 && ', '}
              <a href={row.href} lang={row.nameLang}>
                {nameOfRow(row, lang)}
              </a>
            </>
          ))}
          {` (${wordsFor(lang).status[status]})${group === byStatus.length - 1 ? '.' : '; '}`}
        </>
      ))}
    </>
  );
};

const sample = { x: 1, width: 28 };
const signs = ['council', 'other', 'closed', 'unknown', 'suspended', 'planned'] as const satisfies SegmentKind[];

const sign = (content: Child) => (
  <svg viewBox="0 0 30 20" aria-hidden="true" focusable="false">
    {content}
  </svg>
);

/** Only what the drawing really holds. */
function keysOf(plan: TimelinePlan, lang: Lang) {
  const { key } = timelineTexts(lang);
  const used = new Set(plan.rows.flatMap((row) => row.segments.map((segment) => segment.kind)));
  const marks = new Set(plan.rows.flatMap((row) => row.marks.map((mark) => mark.kind)));
  return [
    ...signs.filter((kind) => used.has(kind)).map((kind) => ({ sign: sign(<BarSegment segment={{ kind, ...sample }} middle={10} />), text: key[kind] })),
    ...(plan.rows.some((row) => row.stretches.length > 0) ? [{ sign: sign(<HeldStretch stretch={{ ...sample, turns: [] }} middle={10} />), text: key.stretch }] : []),
    ...(['tick', 'ring'] as const).filter((kind) => marks.has(kind)).map((kind) => ({ sign: sign(<StepMark kind={kind} x={15} middle={10} />), text: key[kind] })),
  ];
}

const TimelineTable = ({ id, rows, today, lang }: Pick<TimelineProps, 'id' | 'rows' | 'today' | 'lang'>) => {
  const { columns, caption, none } = timelineTexts(lang);
  const said = rows.map((row) => ({ row, ...rowInWords(row, today, lang) }));
  const list: Column<(typeof said)[number]>[] = [
    {
      head: columns.name,
      cell: ({ row }) => (
        <a href={row.href} lang={row.nameLang}>
          {nameOfRow(row, lang)}
        </a>
      ),
    },
    { head: columns.start, cell: ({ start }) => start ?? <Unknown lang={lang} /> },
    { head: columns.end, cell: ({ end }) => end ?? <Unknown lang={lang} /> },
    { head: columns.decidedBy, cell: ({ decidedBy, decidedByUnknown }) => decidedBy ?? <Unknown lang={lang}>{decidedByUnknown}</Unknown> },
    { head: columns.status, cell: ({ status, statusKnown }) => (statusKnown ? status : <Unknown lang={lang}>{status}</Unknown>) },
    { head: columns.steps, cell: ({ steps }) => (steps.length === 0 ? none : steps.map((step) => <div>{step}</div>)) },
    {
      head: columns.functions,
      cell: ({ functions }) =>
        functions.length === 0
          ? none
          : functions.map((held) => (
              <div>
                <span lang={held.lang}>{held.role}</span>, {held.term}
              </div>
            )),
    },
  ];
  return <Table lang={lang} id={`${id}-table`} caption={caption} columns={list} rows={said} />;
};
