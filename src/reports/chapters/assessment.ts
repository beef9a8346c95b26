import { ofIndex, type Assessment, type AssessmentResult } from '#assessment/index.ts';
import { dateInWords } from '#lang/dates.ts';
import { compareTexts } from '#lang/names.ts';
import { numberInWords, rateInWords } from '#lang/numbers.ts';
import { wordsFor } from '#lang/words.ts';
import { inLang } from '#register/index.ts';
import { planeFigure } from '../figures/plane.tsx';
import type { Gathered } from '../gathered.ts';
import type { Block, Cell, Chapter } from '../report.ts';
import { standingNotice, textsFor } from '../texts.ts';
import type { Writing } from '../writing.ts';

/** The published cycle of the year, or the latest before it, with how it was worked out and the notice that always stands with it; null where none is published. */
export function assessmentChapter(gathered: Gathered, write: Writing): Chapter | null {
  const { lang, assessment } = gathered;
  if (assessment === null) return null;
  const { body } = assessment;
  const texts = textsFor(lang).assessment;
  const { known, of } = costsKnown(body);
  const numbered = inAlphabet(body, gathered);
  const missing = numbered.filter(({ result }) => result.benefits === null || result.asks === null).length;
  const figure = planeFigure(numbered, missing, gathered);
  return {
    title: texts.title(body.year),
    newPage: true,
    blocks: [
      write.notice(standingNotice(lang)(known, of)),
      write.paragraph(texts.closed(dateInWords(body.closedOn, lang)), body),
      ...(figure === null ? [] : [write.figure(figure)]),
      resultTable(body, numbered, gathered, write),
      ...method(body, gathered, write),
      ...decided(gathered, write),
    ],
  };
}

/** Costs as the criterion of cash has them: for how many memberships anything is known. */
function costsKnown({ criteria, memberships }: Assessment): { known: number; of: number } {
  const codes = new Set(criteria.criteria.flatMap(({ code, indicator }) => (indicator === 'cash' ? [code] : [])));
  return { known: memberships.filter(({ scores }) => scores.some(({ criterion, state }) => codes.has(criterion) && state !== 'unknown')).length, of: memberships.length };
}

type Numbered = { number: number; name: Assessment['memberships'][number]['name']; result: AssessmentResult };

/** By the alphabet, for an order by results would be a ranking. */
function inAlphabet({ memberships, results }: Assessment, { lang }: Gathered): Numbered[] {
  const compare = compareTexts(lang);
  return memberships
    .flatMap(({ membership, name }) => results.flatMap((result) => (result.membership === membership ? [{ name, result }] : [])))
    .toSorted((a, b) => compare(inLang(a.name, lang), inLang(b.name, lang)))
    .map((one, index) => ({ number: index + 1, ...one }));
}

const hundredths = (share: number): string => String(Math.round(share * 100));

function resultTable(body: Assessment, numbered: readonly Numbered[], { lang }: Gathered, write: Writing): Block {
  const texts = textsFor(lang);
  const { columns, assessment } = texts;
  const indexCell = (spread: AssessmentResult['benefits']): Cell =>
    spread === null
      ? write.unknown(assessment.tooLittle)
      : {
          ...write.cell(hundredths(spread.mean), { strong: true }),
          value: Math.round(spread.mean * 100),
          under: { text: write.set(`${hundredths(spread.low)}–${hundredths(spread.high)}`) },
        };
  const rows = numbered.map(({ number, name, result }): Cell[] => [
    write.count(number),
    write.text(name, undefined, { strong: true }),
    indexCell(result.benefits),
    indexCell(result.asks),
    write.cell(assessment.completeness(hundredths(result.completeness.benefits), hundredths(result.completeness.asks))),
    indicationCell(result, lang, write),
  ]);
  return write.table(
    assessment.table,
    [
      { head: columns.sign, share: 1, numeric: true },
      { head: columns.organisation, share: 5 },
      { head: columns.benefits, share: 2.6, numeric: true },
      { head: columns.asks, share: 2.8, numeric: true },
      { head: columns.complete, share: 3 },
      { head: columns.indication, share: 5 },
    ],
    rows,
    { note: `${assessment.tableNote(body.weights[0] === undefined ? '–' : inLang(body.weights[0].name, lang))} ${assessment.completenessNote}` },
  );
}

function indicationCell(result: AssessmentResult, lang: Gathered['lang'], write: Writing): Cell {
  const words = wordsFor(lang).indication;
  const said = words[result.indication];
  if (result.shares === null || result.indication === 'tooLittleData' || result.indication === 'uncertain') return write.unknown(said);
  return { ...write.cell(said), under: { text: write.set(textsFor(lang).assessment.share(hundredths(result.shares[result.indication]))) } };
}

function method(body: Assessment, { lang }: Gathered, write: Writing): Block[] {
  const texts = textsFor(lang).assessment;
  const { settings, criteria } = body;
  const rates = settings.exchangeRates.map(({ currency, pln, on, source }) => texts.rate(rateInWords(currency, pln, lang), dateInWords(on, lang), source.title));
  return [
    write.subheading(texts.method),
    write.paragraph(texts.methodText(ofIndex(criteria, 'benefits').length, ofIndex(criteria, 'asks').length, numberInWords(settings.draws, lang))),
    write.paragraph(texts.methodThreshold(hundredths(settings.threshold), hundredths(settings.completeness))),
    write.paragraph(texts.methodReference),
    ...(rates.length === 0 ? [] : [write.paragraph(texts.rates(rates.join('; ')))]),
  ];
}

function decided({ lang, decisions, assessment }: Gathered, write: Writing): Block[] {
  const texts = textsFor(lang);
  const { columns } = texts;
  const its = decisions.filter(({ body }) => body.assessment === assessment?.slug);
  const rows = its.map(({ body }): Cell[] => {
    const name = assessment?.body.memberships.find(({ membership }) => membership === body.membership)?.name;
    const next = body.followUp === undefined ? undefined : texts.assessment.followUp(inLang(body.followUp, lang).replace(/\.$/, ''));
    const until = body.due === undefined ? undefined : texts.assessment.until(dateInWords(body.due, lang));
    const more = [next, until].flatMap((one) => one ?? []).join(', ');
    return [
      name === undefined ? write.cell(body.membership) : write.text(name, undefined, { strong: true }),
      { ...write.cell(wordsFor(lang).course[body.course]), under: { text: write.set(`${texts.assessment.by[body.decidedBy]}, ${dateInWords(body.date, lang)}`) } },
      { ...write.text(body.reason, body), ...(more === '' ? {} : { under: { text: write.set(more) } }) },
    ];
  });
  if (rows.length === 0) return [];
  return [
    write.subheading(texts.assessment.decisions),
    write.table(
      texts.assessment.decisionsTable,
      [
        { head: columns.organisation, share: 4 },
        { head: columns.decision, share: 4 },
        { head: columns.reason, share: 8 },
      ],
      rows,
    ),
  ];
}
