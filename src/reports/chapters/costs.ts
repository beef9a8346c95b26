import { dateInWords } from '#lang/dates.ts';
import { compareTexts, currencyName } from '#lang/names.ts';
import { currencyMark, numberInWords } from '#lang/numbers.ts';
import { wordsFor } from '#lang/words.ts';
import { addDecimals, askTypes, costGroups, inLang, withKnownFee, type AskWithOrganisation, type CostGroup } from '#register/index.ts';
import type { Gathered } from '../gathered.ts';
import type { Block, Cell, Chapter, Column, Table } from '../report.ts';
import { textsFor } from '../texts.ts';
import type { Writing } from '../writing.ts';

export function costsChapter(gathered: Gathered, write: Writing): Chapter {
  const { lang, year, fees } = gathered;
  const texts = textsFor(lang).costs;
  const compare = compareTexts(lang);
  const known = withKnownFee(gathered.asks);
  const unknown = gathered.organisations
    .filter(({ slug }) => !known.has(slug))
    .map(({ body }) => write.words(body.shortName))
    .toSorted((a, b) => compare(a.text, b.text));
  return {
    title: texts.title,
    newPage: true,
    blocks: [
      write.paragraph(texts.lead(fees.known, fees.of)),
      write.subheading(texts.inYear(year)),
      ...costsOfYear(gathered, write),
      ...latestKnown(gathered, write),
      ...sumsOfAllYears(gathered, write),
      ...(unknown.length === 0 ? [] : [write.subheading(texts.unknownFor), write.paragraph(texts.unknownIntro(unknown.length)), write.names(unknown)]),
    ],
  };
}

/** The costs of the year, one table for each kind and currency: neither different currencies nor fees and other costs are ever added. */
function costsOfYear(gathered: Gathered, write: Writing): Block[] {
  const { lang, year } = gathered;
  const texts = textsFor(lang).costs;
  const asks = gathered.asks.filter(({ body }) => body.year === year);
  if (asks.length === 0) return [write.paragraph(texts.noneInYear(year))];
  const { known, of } = feesOfYear(gathered);
  const lead = write.paragraph(texts.inYearNote(known, of, year));
  const tables = askTypes.flatMap((type) =>
    costGroups(asks, type).map((group) => {
      const unit =
        group.currency === null
          ? type === 'staff-hours'
            ? texts.hoursUnit
            : texts.amountUnknown
          : `${currencyName(group.currency, lang)} (${currencyMark(group.currency, lang)})`;
      const rows = group.asks.toSorted(byName(gathered)).map((ask) => yearRow(ask, gathered, write));
      return write.table(texts.inYearTable(year, `${wordsFor(lang).askType[type]}, ${unit}`), yearColumns(gathered), rows, { totals: totalsOf(group, gathered, write) });
    }),
  );
  return [lead, ...tables];
}

/** For how many of the organisations with a membership in the year the fee of that year is known. National ones too: they take fees as well. */
function feesOfYear({ asks, periods, year }: Gathered): { known: number; of: number } {
  const lasting = new Set(periods.filter((period) => ['active', 'suspended'].includes(period.status)).map((period) => period.organisation.slug));
  const known = withKnownFee(asks.filter(({ body }) => body.year === year));
  return { known: [...lasting].filter((slug) => known.has(slug)).length, of: lasting.size };
}

const byName = ({ lang }: Gathered) => {
  const compare = compareTexts(lang);
  return (a: AskWithOrganisation, b: AskWithOrganisation): number => compare(inLang(a.organisation.body.shortName, lang), inLang(b.organisation.body.shortName, lang));
};

const yearColumns = ({ lang }: Gathered): Column[] => {
  const { columns } = textsFor(lang);
  return [
    { head: columns.organisation, share: 7 },
    { head: columns.amount, share: 3, numeric: true },
    { head: columns.due, share: 7 },
  ];
};

function yearRow(ask: AskWithOrganisation, { lang }: Gathered, write: Writing): Cell[] {
  const { costs, noneHere } = textsFor(lang);
  const { body } = ask;
  const days = [
    ...(body.dueOn === undefined ? [] : [costs.due(dateInWords(body.dueOn, lang))]),
    ...(body.paidOn === undefined ? [] : [costs.paid(dateInWords(body.paidOn, lang))]),
  ];
  return [
    write.text(ask.organisation.body.shortName, undefined, { strong: true, ...(body.note === undefined ? {} : { under: write.words(body.note) }) }),
    { ...amountCell(ask, lang, write), notes: write.refs(body) },
    days.length === 0 ? write.cell(noneHere) : write.cell(days.join(', ')),
  ];
}

function amountCell({ body }: AskWithOrganisation, lang: Gathered['lang'], write: Writing): Cell {
  const texts = textsFor(lang);
  if (body.hours !== undefined) return { ...write.cell(texts.costs.hours(numberInWords(Number(body.hours), lang))), value: Number(body.hours) };
  if (body.amount === null || body.currency === null) return write.unknown(texts.unknown);
  return write.money(body.amount, body.currency);
}

const keyOf = (ask: AskWithOrganisation): string => `${ask.body.membership} ${ask.body.type}`;

/** Where nothing is known for the year: the latest amount that anybody has stated, with its year. */
function latestKnown(gathered: Gathered, write: Writing): Block[] {
  const { lang, year, asks } = gathered;
  const texts = textsFor(lang);
  const { columns } = texts;
  const ofYear = new Set(asks.filter(({ body }) => body.year === year).map(keyOf));
  const before = asks.filter((ask) => (ask.body.amount !== null || ask.body.hours !== undefined) && (ask.body.year === null || ask.body.year < year) && !ofYear.has(keyOf(ask)));
  // The register gives the latest year first.
  const latest = [...Map.groupBy(before, keyOf).values()].flatMap((its) => its[0] ?? []).toSorted(byName(gathered));
  if (latest.length === 0) return [];
  const rows = latest.map((ask): Cell[] => [
    write.text(ask.organisation.body.shortName, undefined, { strong: true, ...(ask.body.note === undefined ? {} : { under: write.words(ask.body.note) }) }),
    write.cell(wordsFor(lang).askType[ask.body.type]),
    { ...amountCell(ask, lang, write), notes: write.refs(ask.body) },
    ask.body.year === null ? write.unknown(texts.costs.yearsUnknown) : write.cell(String(ask.body.year)),
  ]);
  const heads: Column[] = [
    { head: columns.organisation, share: 7 },
    { head: columns.type, share: 4 },
    { head: columns.amount, share: 3.4, numeric: true },
    { head: columns.year, share: 3 },
  ];
  return [write.subheading(texts.costs.latest), write.paragraph(texts.costs.latestIntro(year)), write.table(texts.costs.latestTable(year), heads, rows)];
}

function totalsOf({ asks, currency, sum }: CostGroup, { lang }: Gathered, write: Writing): Cell[] | undefined {
  const texts = textsFor(lang);
  if (asks.length < 2) return undefined;
  const row = (total: Cell): Cell[] => [write.cell(texts.columns.sum), total, write.cell(texts.costs.records(asks.length))];
  if (currency !== null && sum !== null) return row(write.money(sum, currency));
  const hours = asks.flatMap(({ body }) => body.hours ?? []);
  if (hours.length === 0) return undefined;
  const all = addDecimals(hours);
  return row({ ...write.cell(texts.costs.hours(numberInWords(Number(all), lang))), value: Number(all) });
}

/** The same sums as on the page of costs: of everything that anybody has stated, by kind and currency. */
function sumsOfAllYears(gathered: Gathered, write: Writing): Block[] {
  const { lang } = gathered;
  const texts = textsFor(lang);
  const table = sumsTable(gathered, write);
  return table === null ? [] : [write.subheading(texts.costs.sums), table];
}

export function sumsTable({ lang, asks, fees }: Pick<Gathered, 'lang' | 'asks' | 'fees'>, write: Writing): Table | null {
  const texts = textsFor(lang);
  const rows = askTypes.flatMap((type) =>
    costGroups(asks, type).flatMap(({ currency, sum, organisations, years, yearsUnknown }): Cell[][] => {
      if (currency === null || sum === null) return [];
      const span = years.length < 3 ? years.join(', ') : `${years[0]}–${years.at(-1)}`;
      const said = span === '' ? texts.costs.yearsUnknown : yearsUnknown ? texts.costs.someYearsUnknown(span) : span;
      return [
        [
          write.cell(wordsFor(lang).askType[type]),
          write.cell(currency),
          write.money(sum, currency, { strong: true }),
          { ...write.cell(type === 'fee' ? texts.costs.of(organisations, fees.of) : String(organisations)), value: organisations },
          write.cell(said),
        ],
      ];
    }),
  );
  if (rows.length === 0) return null;
  const { columns } = texts;
  const heads: Column[] = [
    { head: columns.type, share: 5 },
    { head: columns.currency, share: 2 },
    { head: columns.sum, share: 4, numeric: true },
    { head: columns.known, share: 3, numeric: true },
    { head: columns.years, share: 4 },
  ];
  return write.table(texts.costs.sumsTable, heads, rows, { note: texts.costs.sumsNote });
}
