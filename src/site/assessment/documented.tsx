import type { EffectSummary, MembershipSummary, Summary } from '#assessment/index.ts';
import { dateInWords } from '#lang/dates.ts';
import type { Lang } from '#lang/lang.ts';
import { amountInWords } from '#lang/numbers.ts';
import { tidy } from '#lang/typography.ts';
import { wordsFor } from '#lang/words.ts';
import { KeyFigures } from '#ui/facts.tsx';
import { Fold } from '#ui/figures/figure.tsx';
import { Unknown } from '#ui/marks.tsx';
import { InLang } from '#ui/prose.tsx';
import { Section } from '#ui/section.tsx';
import { Table, TwoLines, type Column } from '#ui/table.tsx';
import { addressOf } from '#web/paths.ts';
import { effectsOf } from './addresses.ts';
import { byName, ofStanding } from './summary-groups.ts';
import { textsFor } from './texts.ts';

const levels = ['outcome', 'output', 'action'] as const;

/** The first layer, and all there is where no assessment was published: effects, costs and how much of it is known. */
export const Documented = ({ summary, lang }: { summary: Summary; lang: Lang }) => {
  const { documented } = textsFor(lang);
  const { lasting, unclear, ended } = ofStanding(summary);
  const { effects, costs } = summary.city;
  const why = addressOf('whyBelong', lang);
  const measurable = effects.cells.filter((cell) => cell.measurable).reduce((sum, cell) => sum + cell.count, 0);
  const without = lasting.filter((one) => one.effects.count === 0).length;
  const address = addressOf('assessment', lang);
  return (
    <Section id={documented.id} heading={tidy(documented.heading, lang)} intro={tidy(documented.intro, lang)} wide>
      <KeyFigures
        layout="row"
        figures={[
          { value: effects.count, caption: documented.effects(effects.count), href: why },
          { value: measurable, caption: documented.measurable },
          { value: effects.selfReported, caption: tidy(documented.selfReported, lang) },
          { value: without, of: documented.of(lasting.length), caption: tidy(documented.withoutEffect, lang), href: `#${textsFor(lang).missing.id}` },
          costs.known === 0
            ? { value: '?', caption: tidy(documented.costsUnknown(costs.of), lang), href: addressOf('costs', lang) }
            : {
                value: <span class="kg-amount">{amountInWords(String(Math.round(costs.zlotys)), 'PLN', lang)}</span>,
                caption: tidy(documented.costs(costs.known, costs.of), lang),
                href: addressOf('costs', lang),
              },
        ]}
      />
      <Table lang={lang} id="documented-table" caption={documented.caption} columns={columns(lang)} rows={byName(lasting, lang)} />
      {unclear.length + ended.length > 0 && (
        <Fold summary={documented.others}>
          <Table lang={lang} id="documented-others" caption={documented.othersCaption} columns={columnsOfOthers(lang)} rows={byName([...unclear, ...ended], lang)} />
        </Fold>
      )}
      <p class="kg-fig__tools">
        <a href={`${address}.csv`}>CSV</a>
        <a href={`${address}.json`}>JSON</a>
      </p>
    </Section>
  );
};

const nameColumn = (lang: Lang): Column<MembershipSummary> => ({
  head: textsFor(lang).documented.columns.membership,
  cell: (one) => (
    <TwoLines
      first={
        <a href={addressOf('organisation', lang, { slug: one.organisation })}>
          <InLang text={one.name} lang={lang} note={false} />
        </a>
      }
      second={one.period > 1 ? textsFor(lang).documented.period(one.period) : undefined}
    />
  ),
});

const effectColumns = (lang: Lang): Column<MembershipSummary>[] => {
  const { columns: heads } = textsFor(lang).documented;
  return [
    { head: heads.effects, cell: (one) => <Effects one={one} lang={lang} /> },
    { head: heads.last, cell: ({ effects }) => <Last effects={effects} lang={lang} /> },
  ];
};

const columns = (lang: Lang): Column<MembershipSummary>[] => {
  const { columns: heads, knownOf } = textsFor(lang).documented;
  return [
    nameColumn(lang),
    ...effectColumns(lang),
    { head: heads.cost, cell: ({ cost }) => <Cost cost={cost} lang={lang} /> },
    { head: heads.known, cell: ({ known }) => <span class="kg-nb">{knownOf(known.indicators, known.of)}</span> },
  ];
};

const columnsOfOthers = (lang: Lang): Column<MembershipSummary>[] => [
  nameColumn(lang),
  { head: textsFor(lang).documented.status, cell: ({ status }) => wordsFor(lang).status[status] },
  ...effectColumns(lang),
];

const Effects = ({ one: { effects, organisation }, lang }: { one: MembershipSummary; lang: Lang }) => {
  const { documented } = textsFor(lang);
  const beside = effects.beside.reduce((sum, { count }) => sum + count, 0);
  const measurable = effects.cells.filter((cell) => cell.measurable).reduce((sum, { count }) => sum + count, 0);
  const said = [...byLevel(effects, lang), ...(measurable === 0 ? [] : [documented.measurableOf(measurable)]), ...(beside === 0 ? [] : [documented.besides(beside)])];
  const href = effectsOf(organisation, lang);
  return (
    <TwoLines
      first={effects.count === 0 ? <Unknown lang={lang}>{documented.none}</Unknown> : <a href={href}>{`${effects.count} ${documented.effects(effects.count)}`}</a>}
      second={said.length === 0 ? undefined : tidy(said.join(', '), lang)}
    />
  );
};

function byLevel({ cells }: EffectSummary, lang: Lang): string[] {
  const words = textsFor(lang).documented.levels;
  return levels.flatMap((level) => {
    const count = cells.filter((cell) => cell.level === level).reduce((sum, cell) => sum + cell.count, 0);
    return count === 0 ? [] : [words[level](count)];
  });
}

const Last = ({ effects: { last, count }, lang }: { effects: EffectSummary; lang: Lang }) => {
  const { documented } = textsFor(lang);
  if (last === null) return count === 0 ? <>–</> : <Unknown lang={lang}>{documented.noDate}</Unknown>;
  return <a href={`${addressOf('whyBelong', lang)}#${last.slug}`}>{tidy(dateInWords(last.date, lang), lang)}</a>;
};

/** What is known of the yearly fee; the link leads to the rows of the list of costs that it sums. */
const Cost = ({ cost, lang }: { cost: MembershipSummary['cost']; lang: Lang }) => {
  const { documented } = textsFor(lang);
  if (cost.from === null) return <Unknown lang={lang}>{documented.unknown}</Unknown>;
  const costs = addressOf('costs', lang);
  const amount = cost.from === 0 ? documented.free : amountInWords(String(cost.from), 'PLN', lang);
  const [first, ...more] = cost.evidence;
  if (first === undefined) return <span class="kg-nb">{amount}</span>;
  return (
    <TwoLines
      first={
        <a class="kg-nb" href={`${costs}#${first.slug}`}>
          {amount}
        </a>
      }
      second={
        more.length === 0
          ? undefined
          : more.map((row, index) => (
              <>
                {index > 0 && ', '}
                <a href={`${costs}#${row.slug}`}>
                  <InLang text={row.title} lang={lang} note={false} />
                </a>
              </>
            ))
      }
    />
  );
};
