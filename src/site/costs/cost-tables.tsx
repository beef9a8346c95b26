import { dateInWords } from '#lang/dates.ts';
import type { Lang } from '#lang/lang.ts';
import { currencyName } from '#lang/names.ts';
import { amountInWords, currencyMark, listInWords, numberInWords } from '#lang/numbers.ts';
import { tidy } from '#lang/typography.ts';
import { wordsFor } from '#lang/words.ts';
import type { AskType, AskWithOrganisation, CostGroup } from '#register/index.ts';
import { Unknown } from '#ui/marks.tsx';
import { InLang } from '#ui/prose.tsx';
import type { SourceNotes } from '#ui/source-notes.ts';
import { SourceRefs } from '#ui/sources.tsx';
import { Table, TwoLines, type Column } from '#ui/table.tsx';
import { addressOf } from '#web/paths.ts';
import { textsFor } from './texts.ts';

type TablesProps = { type: AskType; groups: readonly CostGroup[]; of: number; notes: SourceNotes; lang: Lang };

/** One table for each currency, the latest year first, and below it what the known amounts come to. */
export const CostTables = ({ type, groups, of, notes, lang }: TablesProps) => (
  <>
    {groups.map((group) => {
      const name = group.currency === null ? textsFor(lang).noCurrency : `${currencyName(group.currency, lang)} (${currencyMark(group.currency, lang)})`;
      const id = `${type}-${group.currency?.toLowerCase() ?? 'unknown'}`;
      return (
        <div class="kg-costs">
          <h3 id={id}>{tidy(name.charAt(0).toLocaleUpperCase(lang) + name.slice(1), lang)}</h3>
          <Table
            lang={lang}
            id={`${id}-table`}
            caption={textsFor(lang).caption(wordsFor(lang).askType[type], name)}
            columns={columns(notes, lang)}
            rows={group.asks}
            rowId={(ask) => ask.slug}
          />
          {group.sum !== null && group.currency !== null && type !== 'staff-hours' && <p class="kg-sum">{sumInWords(type, group.sum, group.currency, group, of, lang)}</p>}
        </div>
      );
    })}
  </>
);

function sumInWords(type: AskType, sum: string, currency: string, group: CostGroup, of: number, lang: Lang): string {
  const texts = textsFor(lang);
  const amount = amountInWords(sum, currency, lang);
  const said = type === 'fee' ? texts.sum(amount, group.organisations, of) : texts.sumOfOthers(amount, group.asks.length);
  const years = listInWords(group.years.map(String), lang);
  return tidy(`${said} ${group.years.length > 1 && !group.yearsUnknown ? texts.manyYears(years) : texts.years(years, group.yearsUnknown)}`, lang);
}

const columns = (notes: SourceNotes, lang: Lang): Column<AskWithOrganisation>[] => {
  const texts = textsFor(lang);
  return [
    {
      head: texts.columns.organisation,
      cell: (ask) => (
        <TwoLines
          first={
            <a href={addressOf('organisation', lang, { slug: ask.organisation.slug })}>
              <InLang text={ask.organisation.body.shortName} lang={lang} note={false} />
            </a>
          }
          second={qualifiedBy(ask, lang)}
        />
      ),
    },
    { head: texts.columns.year, cell: ({ body }) => body.year ?? <Unknown lang={lang}>{texts.yearUnknown}</Unknown> },
    { head: texts.columns.amount, cell: (ask) => <b class="kg-nb">{amountOf(ask, lang)}</b> },
    { head: texts.columns.every, cell: ({ body }) => (body.every === undefined ? <Unknown lang={lang}>{texts.everyUnknown}</Unknown> : wordsFor(lang).every[body.every]) },
    { head: texts.columns.due, cell: (ask) => <Due ask={ask} lang={lang} /> },
    {
      head: texts.columns.note,
      cell: ({ body }) => (
        <>
          {body.note && <InLang text={body.note} lang={lang} />}
          <SourceRefs numbers={notes.refs(body.sources, body.sourceIds)} lang={lang} />
        </>
      ),
    },
  ];
};

function qualifiedBy(ask: AskWithOrganisation, lang: Lang): string | undefined {
  const texts = textsFor(lang);
  const said = [...(ask.period > 1 ? [texts.period(ask.period)] : []), ...(ask.holder === 'city' ? [] : [texts.paidBy[ask.holder]])];
  return said.length === 0 ? undefined : said.join(', ');
}

const amountOf = ({ body }: AskWithOrganisation, lang: Lang) => {
  const texts = textsFor(lang);
  if (body.hours !== undefined) return tidy(texts.hours(numberInWords(Number(body.hours), lang)), lang);
  if (body.amount === null || body.currency === null) return <Unknown lang={lang}>{texts.amountUnknown}</Unknown>;
  return tidy(amountInWords(body.amount, body.currency, lang), lang);
};

const Due = ({ ask: { body }, lang }: { ask: AskWithOrganisation; lang: Lang }) => {
  const texts = textsFor(lang);
  const days = [
    ...(body.dueOn === undefined ? [] : [texts.due(dateInWords(body.dueOn, lang))]),
    ...(body.paidOn === undefined ? [] : [texts.paid(dateInWords(body.paidOn, lang))]),
  ];
  return (
    <>
      {days.length === 0 ? <Unknown lang={lang}>{texts.dueUnknown}</Unknown> : tidy(days.join(', '), lang)}
      {body.act !== undefined && (
        <span class="kg-nat">
          <a href={addressOf('act', lang, { slug: body.act })}>{texts.act}</a>
        </span>
      )}
    </>
  );
};
