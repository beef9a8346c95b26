import { dateInWords } from '#lang/dates.ts';
import { wordsFor } from '#lang/words.ts';
import { deciders, inLang } from '#register/index.ts';
import type { Gathered } from '../gathered.ts';
import { belongingFigure } from '../figures/belonging.tsx';
import type { Block, Cell, Chapter, Column, Table, Words } from '../report.ts';
import { textsFor } from '../texts.ts';
import type { Writing } from '../writing.ts';
import { stepsIn } from '../year.ts';
import { isNational, withStatus } from './key-figures.ts';

type Period = Gathered['periods'][number];
const statuses = ['active', 'suspended', 'planned', 'ended', 'not-established'] as const;

export function membershipsChapter(gathered: Gathered, write: Writing): Chapter {
  const { lang, on, year } = gathered;
  const texts = textsFor(lang).memberships;
  const active = withStatus(gathered, 'active');
  const others = gathered.periods.filter((period) => period.status !== 'active');
  const [national, international] = [active.filter(isNational), active.filter((period) => !isNational(period))];
  const figure = belongingFigure(gathered);
  return {
    title: texts.title(year),
    newPage: true,
    blocks: [
      write.paragraph(texts.intro(active.length, dateInWords(on, lang))),
      countingTable(gathered, write),
      ...(figure === null ? [] : [write.figure(figure)]),
      write.subheading(texts.changes(year)),
      changesIn(gathered, write) ?? write.paragraph(texts.noChanges(year)),
      write.subheading(texts.international),
      international.length === 0
        ? write.paragraph(texts.noActive)
        : write.table(
            texts.internationalTable,
            activeColumns(gathered),
            international.map((period) => activeRow(period, gathered, write)),
          ),
      ...(national.length === 0
        ? []
        : [
            write.subheading(texts.national),
            write.table(
              texts.nationalTable,
              activeColumns(gathered),
              national.map((period) => activeRow(period, gathered, write)),
            ),
          ]),
      ...(others.length === 0
        ? []
        : [
            write.subheading(texts.others),
            write.paragraph(texts.othersIntro),
            write.table(
              texts.othersTable,
              otherColumns(gathered),
              others.map((period) => otherRow(period, gathered, write)),
            ),
          ]),
    ],
  };
}

/** Status across, decider down: two separate facts, each counted by itself. */
function countingTable({ periods, lang }: Gathered, write: Writing): Table {
  const texts = textsFor(lang);
  const words = wordsFor(lang);
  const shown = statuses.filter((status) => periods.some((period) => period.status === status));
  const counted = (of: readonly Period[], status: Period['status']): Cell => write.count(of.filter((period) => period.status === status).length);
  const row = (of: readonly Period[]): Cell[] => [...shown.map((status) => counted(of, status)), write.count(of.length)];
  return write.table(
    texts.memberships.counting,
    [
      { head: texts.columns.decidedBy, share: 4 },
      ...shown.map((status): Column => ({ head: words.status[status], share: 2, numeric: true })),
      { head: texts.total, share: 2, numeric: true },
    ],
    deciders.flatMap((decider) => {
      const its = periods.filter(({ body }) => body.decidedBy === decider);
      return its.length === 0 ? [] : [[write.cell(words.decidedBy[decider]), ...row(its)]];
    }),
    { totals: [write.cell(texts.total), ...row(periods)] },
  );
}

/** What happened in the course of memberships in the year, in the order of time; null where nothing did. */
export function changesIn(gathered: Gathered, write: Writing): Block | null {
  const { lang, year, acts } = gathered;
  const { columns, memberships } = textsFor(lang);
  const steps = stepsIn(gathered);
  if (steps.length === 0) return null;
  const rows = steps.map(({ period, step }): Cell[] => {
    const act = acts.find(({ slug }) => slug === step.act);
    const number = act?.body.number[0]?.value;
    const under: Words | undefined = step.note === undefined ? undefined : write.words(step.note);
    return [
      write.dates(step.date, textsFor(lang).undated, textsFor(lang).or),
      nameOf(period, gathered, write),
      { ...write.cell(wordsFor(lang).step[step.kind]), under, notes: write.refs({ sources: period.body.sources, sourceIds: step.sourceIds }) },
      number === undefined ? write.cell(textsFor(lang).noneHere) : write.cell(number),
    ];
  });
  const heads: Column[] = [
    { head: columns.date, share: 3.4 },
    { head: columns.organisation, share: 4 },
    { head: columns.step, share: 6 },
    { head: columns.act, share: 3 },
  ];
  return write.table(memberships.changesTable(year), heads, rows);
}

const activeColumns = ({ lang }: Gathered): Column[] => {
  const { columns } = textsFor(lang);
  return [
    { head: columns.organisation, share: 6 },
    { head: columns.since, share: 4 },
    { head: columns.decidedBy, share: 3 },
    { head: columns.character, share: 3 },
    { head: columns.engagement, share: 5 },
  ];
};

const otherColumns = ({ lang }: Gathered): Column[] => {
  const { columns } = textsFor(lang);
  return [
    { head: columns.organisation, share: 6 },
    { head: columns.status, share: 3 },
    { head: columns.belonging, share: 5 },
    { head: columns.decidedBy, share: 4 },
  ];
};

const decidedCell = (period: Period, { lang }: Gathered, write: Writing): Cell => {
  const said = wordsFor(lang).decidedBy[period.body.decidedBy];
  return period.body.decidedBy === 'not-established' ? write.unknown(said) : write.cell(said);
};

function belongingCell({ body }: Period, { lang }: Gathered, write: Writing): Cell {
  const texts = textsFor(lang);
  const cell = write.dates(body.belonging, texts.unknown, texts.or);
  const over = body.overBy === undefined ? undefined : { text: write.set(texts.memberships.overBy(dateInWords(body.overBy.date, lang))) };
  const notes = write.refs({ sources: body.sources, sourceIds: body.belonging.flatMap((claim) => claim.sourceIds) });
  return { ...cell, notes, ...(over === undefined ? {} : { under: over }) };
}

function activeRow(period: Period, gathered: Gathered, write: Writing): Cell[] {
  const { lang, units } = gathered;
  const words = wordsFor(lang);
  const { body } = period;
  const character = words.character[body.character];
  const unit = body.unit === undefined ? undefined : units.get(body.unit)?.body;
  const engaged = body.engagement.level === 'undeclared' ? write.unknown(words.engagement.undeclared) : write.cell(words.engagement[body.engagement.level]);
  return [
    nameOf(period, gathered, write),
    belongingCell(period, gathered, write),
    decidedCell(period, gathered, write),
    body.character === 'not-established' ? write.unknown(character) : write.cell(character),
    unit === undefined ? engaged : { ...engaged, under: write.words(unit.shortName ?? unit.name) },
  ];
}

const otherRow = (period: Period, gathered: Gathered, write: Writing): Cell[] => [
  nameOf(period, gathered, write),
  period.status === 'not-established' ? write.unknown(wordsFor(gathered.lang).status[period.status]) : write.cell(wordsFor(gathered.lang).status[period.status]),
  belongingCell(period, gathered, write),
  decidedCell(period, gathered, write),
];

/** The organisation as tables call it, with the period where there are several and the holder where it is not the city. */
function nameOf({ body, organisation }: Period, { lang, periodsOf }: Gathered, write: Writing): Cell {
  const texts = textsFor(lang);
  const said = [
    ...((periodsOf.get(organisation.id) ?? 1) > 1 ? [texts.period(body.period)] : []),
    ...(body.holder.kind === 'city' ? [] : [texts.memberships.heldBy(inLang(body.holder.name, lang))]),
  ];
  return write.text(organisation.body.shortName, undefined, { strong: true, ...(said.length === 0 ? {} : { under: { text: write.set(said.join('; ')) } }) });
}
