import { dateInWords } from '#lang/dates.ts';
import { compareTexts } from '#lang/names.ts';
import { wordsFor } from '#lang/words.ts';
import { areas, inLang, type StandingEffect } from '#register/index.ts';
import { areasDrawing } from '../figures/areas.tsx';
import type { Gathered } from '../gathered.ts';
import type { Block, Cell, Chapter, Table } from '../report.ts';
import { textsFor } from '../texts.ts';
import type { Writing } from '../writing.ts';
import { counting, effectsIn, measurableOf, things } from '../year.ts';

export function effectsChapter(gathered: Gathered, write: Writing): Chapter {
  const { lang, year, effects } = gathered;
  const texts = textsFor(lang).effects;
  const drawn = areasDrawing(gathered);
  return {
    title: texts.title,
    newPage: true,
    blocks: [
      write.paragraph(texts.intro),
      ...(drawn === null ? [] : [write.figure(drawn)]),
      areasTable(gathered, write),
      write.subheading(texts.inYear(year)),
      effectsOfYear(effectsIn(counting(effects), year), gathered, write),
      write.subheading(texts.byMembership),
      write.paragraph(texts.byMembershipIntro),
      membershipsTable(gathered, write),
    ],
  };
}

const capital = (text: string, lang: Gathered['lang']): string => text.charAt(0).toLocaleUpperCase(lang) + text.slice(1);

/** Counted as on the page "Dlaczego warto": what counts once for each thing, what stands beside record by record. */
export function areasTable({ lang, year, effects }: Gathered, write: Writing): Table {
  const texts = textsFor(lang);
  const { columns } = texts;
  const row = (name: string, its: readonly StandingEffect[]): Cell[] => {
    const counted = counting(its);
    const [all, measurable] = [things(counted), things(measurableOf(counted))];
    return [
      write.cell(name),
      write.count(all),
      write.count(measurable),
      write.count(all - measurable),
      write.count(things(effectsIn(counted, year))),
      write.count(its.length - counted.length),
    ];
  };
  return write.table(
    texts.effects.table,
    [
      { head: columns.area, share: 6 },
      ...[columns.counted, columns.measurable, columns.immaterial, columns.inYear(year), columns.beside].map((head) => ({ head, share: 2.6, numeric: true as const })),
    ],
    areas.map((area) =>
      row(
        capital(wordsFor(lang).area[area], lang),
        effects.filter(({ body }) => body.area === area),
      ),
    ),
    { totals: row(texts.total, effects) },
  );
}

function effectsOfYear(effects: readonly StandingEffect[], { lang, year }: Gathered, write: Writing): Block {
  const texts = textsFor(lang);
  const { columns } = texts;
  if (effects.length === 0) return write.paragraph(texts.effects.noneInYear(year));
  const words = wordsFor(lang);
  const rows = effects.map((effect): Cell[] => [
    write.date(effect.body.date, texts.undated),
    { ...write.text(effect.body.title, effect.body), under: write.words(effect.organisation.body.shortName) },
    write.cell(words.area[effect.body.area]),
    {
      ...write.cell([words.measurable[effect.body.measurable ? 'true' : 'false'], words.effectLevel[effect.body.level]].join(', ')),
      under: { text: write.set(words.reportedBy[effect.body.reportedBy]) },
    },
  ]);
  return write.table(
    texts.effects.inYearTable(year),
    [
      { head: columns.date, share: 3.4 },
      { head: columns.effect, share: 8 },
      { head: columns.area, share: 4 },
      { head: columns.level, share: 4 },
    ],
    rows,
  );
}

/** The first layer, which every city can publish: what is documented of each membership, and how complete that is. */
function membershipsTable({ lang, summary }: Gathered, write: Writing): Block {
  const texts = textsFor(lang);
  const { columns } = texts;
  const compare = compareTexts(lang);
  const rows = summary.memberships
    .filter(({ status }) => status === 'active' || status === 'suspended')
    .toSorted((a, b) => compare(inLang(a.name, lang), inLang(b.name, lang)))
    .map(({ name, effects, known }): Cell[] => {
      const measurable = effects.cells.reduce((sum, cell) => sum + (cell.measurable ? cell.count : 0), 0);
      const beside = effects.beside.reduce((sum, one) => sum + one.count, 0);
      return [
        write.text(name, undefined, { strong: true }),
        write.count(effects.count),
        write.count(measurable),
        write.count(beside),
        effects.last === null ? write.unknown(texts.effects.noEffect) : write.cell(dateInWords(effects.last.date, lang)),
        { ...write.cell(texts.effects.indicatorsOf(known.indicators, known.of)), value: known.indicators },
      ];
    });
  if (rows.length === 0) return write.paragraph(texts.none);
  return write.table(
    texts.effects.byMembershipTable,
    [
      { head: columns.organisation, share: 6 },
      { head: columns.counted, share: 2.4, numeric: true },
      { head: columns.measurable, share: 2.6, numeric: true },
      { head: columns.beside, share: 2.4, numeric: true },
      { head: columns.last, share: 4.4 },
      { head: columns.indicators, share: 4.2 },
    ],
    rows,
  );
}
