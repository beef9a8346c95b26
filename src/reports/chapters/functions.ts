import { dateInWords } from '#lang/dates.ts';
import { amountInWords, listInWords } from '#lang/numbers.ts';
import { wordsFor } from '#lang/words.ts';
import { addDecimals, inLang, tripState, type Trip } from '#register/index.ts';
import type { Gathered } from '../gathered.ts';
import type { Block, Cell, Chapter } from '../report.ts';
import { textsFor } from '../texts.ts';
import type { Writing } from '../writing.ts';
import { functionsIn, mandatesIn, tripsIn } from '../year.ts';

export function functionsChapter(gathered: Gathered, write: Writing): Chapter {
  const { lang, year } = gathered;
  const texts = textsFor(lang).functions;
  return {
    title: texts.title,
    newPage: false,
    blocks: [
      write.subheading(texts.held(year)),
      functionsHeld(gathered, write),
      write.subheading(texts.mandates(year)),
      mandatesGiven(gathered, write),
      write.subheading(texts.trips(year)),
      ...tripsMade(gathered, write),
    ],
  };
}

function functionsHeld(gathered: Gathered, write: Writing): Block {
  const { lang, year } = gathered;
  const texts = textsFor(lang);
  const { columns, functions } = texts;
  const rows = functionsIn(gathered).map(({ body, organisation }): Cell[] => [
    write.text(organisation.shortName, undefined, { strong: true }),
    write.text(body.role, body, { under: { text: write.set(wordsFor(lang).functionLevel[body.level]) } }),
    write.text(body.holder.name),
    {
      ...write.dates(body.term, texts.unknown, texts.or),
      ...(body.electedUntil === undefined ? {} : { under: { text: write.set(functions.electedUntil(dateInWords(body.electedUntil, lang))) } }),
    },
  ]);
  if (rows.length === 0) return write.paragraph(functions.noneHeld(year));
  return write.table(
    functions.heldTable(year),
    [
      { head: columns.organisation, share: 4 },
      { head: columns.role, share: 5 },
      { head: columns.holder, share: 4 },
      { head: columns.term, share: 4 },
    ],
    rows,
  );
}

function mandatesGiven(gathered: Gathered, write: Writing): Block {
  const { lang, year } = gathered;
  const texts = textsFor(lang);
  const { columns, functions } = texts;
  const rows = mandatesIn(gathered).map(({ body, organisation }): Cell[] => [
    write.text(organisation.shortName, undefined, { strong: true }),
    { ...write.text(body.office, body), ...(body.holder === undefined ? {} : { under: { text: write.set(body.holder) } }) },
    {
      ...write.cell([wordsFor(lang).mandateKind[body.kind], ...(body.occasion === undefined ? [] : [inLang(body.occasion, lang)])].join(': ')),
      ...(body.instruction === undefined ? {} : { under: { text: write.set(functions.instruction(inLang(body.instruction, lang))) } }),
    },
    write.dates(body.term, texts.unknown, texts.or),
  ]);
  if (rows.length === 0) return write.paragraph(functions.noMandates);
  return write.table(
    functions.mandatesTable(year),
    [
      { head: columns.organisation, share: 4 },
      { head: columns.office, share: 4 },
      { head: columns.scope, share: 5 },
      { head: columns.term, share: 4 },
    ],
    rows,
  );
}

function tripsMade(gathered: Gathered, write: Writing): Block[] {
  const { lang, year, on } = gathered;
  const texts = textsFor(lang);
  const { columns, functions } = texts;
  const trips = tripsIn(gathered);
  if (trips.length === 0) return [write.paragraph(functions.noTrips)];
  const rows = trips.map(({ body, organisation }): Cell[] => {
    const place = body.place === undefined ? [] : [inLang(body.place, lang)];
    const state = write.cell(wordsFor(lang).tripState[tripState(body, on)]);
    return [
      write.date(body.dates, texts.undated),
      { ...write.text(organisation.shortName, undefined, { strong: true }), notes: write.refs(body) },
      { ...write.text(body.purpose), ...(place.length === 0 ? {} : { under: { text: write.set(place.join(', ')) } }) },
      write.cell(body.travellers.map(({ office, name }) => (name === undefined ? inLang(office, lang) : `${inLang(office, lang)} (${name})`)).join('; ') || texts.noneHere),
      body.amount === null || body.currency === null ? write.unknown(functions.costUnknown) : write.money(body.amount, body.currency),
      { ...state, ...(body.report === undefined ? {} : { under: write.words(body.report) }) },
    ];
  });
  const heads = [
    { head: columns.date, share: 4 },
    { head: columns.organisation, share: 4 },
    { head: columns.purpose, share: 5 },
    { head: columns.travellers, share: 4 },
    { head: columns.cost, share: 3.4, numeric: true as const },
    { head: columns.report, share: 5 },
  ];
  return [
    write.table(functions.tripsTable(year), heads, rows, {
      note: sumOfTrips(
        trips.map(({ body }) => body),
        gathered,
      ),
    }),
  ];
}

/** Currencies apart, and never a sum without for how many trips it is known. */
function sumOfTrips(trips: readonly Trip[], { lang }: Gathered): string {
  const texts = textsFor(lang).functions;
  const byCurrency = Map.groupBy(
    trips.flatMap(({ amount, currency }) => (amount === null || currency === null ? [] : [{ amount, currency }])),
    ({ currency }) => currency,
  );
  const sums = [...byCurrency].map(([currency, its]) => texts.tripSum(amountInWords(addDecimals(its.map(({ amount }) => amount)), currency, lang), its.length, trips.length));
  return sums.length === 0 ? texts.noSum(trips.length) : texts.tripSums(listInWords(sums, lang));
}
