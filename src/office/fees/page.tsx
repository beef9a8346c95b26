import { holds } from '#accounts/index.ts';
import type { Child } from '#markup/markup.ts';
import { parseEdtf } from '#basics/edtf.ts';
import { dateInWords } from '#lang/dates.ts';
import type { Lang } from '#lang/lang.ts';
import { compareTexts } from '#lang/names.ts';
import { amountInWords, numberInWords } from '#lang/numbers.ts';
import { tidy } from '#lang/typography.ts';
import { ChoiceChips } from '#ui/chips.tsx';
import { Tag, Unknown } from '#ui/marks.tsx';
import { Pagination } from '#ui/pagination.tsx';
import { Empty } from '#ui/section.tsx';
import { Table, TwoLines } from '#ui/table.tsx';
import { requireRole, type Asked, type Sheet } from '../page.ts';
import { planLines, planTotal, type Known, type PlanLine } from './plan.ts';
import { actTitles, feesOf, membershipsFor, yearsWithFees, type Belonging, type Fee } from './store.ts';
import { textsFor } from './texts.ts';

const pageSize = 50;

/** A fee, or a membership of the year that has none. */
type Row = { fee: Fee | null; membership: Belonging | undefined; slug: string | undefined };

type View = { year: number | null; isEditor: boolean; acts: ReadonlyMap<string, string>; lang: Lang };

const yearIn = (text: string | null, today: string): number | null =>
  text === 'none' ? null : text !== null && /^(19|20|21)\d\d$/.test(text) ? Number(text) : Number(today.slice(0, 4));
const inAddress = (year: number | null): string => (year === null ? 'none' : String(year));

/** What is planned, ordered and paid for memberships in a year. It is changed where it is kept: in the records of the fees. */
export async function feesSheet(asked: Asked): Promise<Sheet> {
  requireRole(asked, 'reader');
  const { lang, desk, query, today } = asked;
  const texts = textsFor(lang);
  const year = yearIn(query.get('year'), today);
  const page = /^[1-9]\d{0,4}$/.test(query.get('page') ?? '') ? Number(query.get('page')) : 1;
  const found = await desk.db.read(async (reader) => {
    const [kept, fees, memberships] = [await yearsWithFees(reader), await feesOf(reader, desk.kinds, year), await membershipsFor(reader, year, lang)];
    const rows = rowsOf(fees, memberships, lang);
    const shown = rows.slice((page - 1) * pageSize, page * pageSize);
    return {
      kept,
      fees,
      memberships,
      rows,
      shown,
      acts: await actTitles(
        reader,
        shown.flatMap(({ fee }) => fee?.act ?? []),
        lang,
      ),
    };
  });
  const thisYear = Number(today.slice(0, 4));
  const years = [...new Set([...found.kept.years, thisYear, thisYear + 1, ...(year === null ? [] : [year])])].toSorted((a, b) => b - a);
  const yearWords = year === null ? texts.noYear : String(year);
  const counted = found.fees.filter(({ stage }) => stage !== 'draft');
  const inYear = new Set([...found.memberships.values()].flatMap((one) => (one.inYear ? [one.slug] : [])));
  const view: View = { year, isEditor: holds(asked.person, 'editor'), acts: found.acts, lang };
  return {
    title: texts.titleOf(yearWords),
    rail: 'fees',
    content: (
      <>
        <div class="kg-desk__top">
          <h1>{texts.titleOf(yearWords)}</h1>
          <ChoiceChips
            label={texts.yearsLabel}
            choices={[...years, ...(found.kept.hasUnknown || year === null ? [null] : [])].map((one) => ({
              text: one === null ? texts.noYear : String(one),
              href: `/office/fees?year=${inAddress(one)}`,
              current: one === year,
            }))}
          />
        </div>
        <p>{tidy(texts.lead, lang)}</p>
        {found.rows.length === 0 ? (
          <Empty title={texts.none} />
        ) : (
          <>
            <Sums lines={planLines(counted)} total={planTotal(counted, inYear)} yearWords={yearWords} lang={lang} />
            <section class="kg-panel" aria-labelledby="fees">
              <div class="kg-panel__head">
                <h2 id="fees">{texts.fees}</h2>
                <Export year={year} lang={lang} />
              </div>
              <Fees rows={found.shown} caption={texts.caption(yearWords)} view={view} />
              <Pagination page={page} pages={Math.ceil(found.rows.length / pageSize)} hrefOf={(number) => `/office/fees?year=${inAddress(year)}&page=${number}`} lang={lang} />
            </section>
          </>
        )}
      </>
    ),
  };
}

/** By the names of the organisations; memberships that have no fee stand among the others. */
function rowsOf(fees: readonly Fee[], memberships: ReadonlyMap<string, Belonging>, lang: Lang): Row[] {
  const compare = compareTexts(lang);
  const withFee = new Set(fees.map(({ membership }) => membership));
  const rows: Row[] = [
    ...fees.map((fee): Row => ({ fee, slug: fee.membership, membership: memberships.get(fee.membership ?? '') })),
    ...[...memberships.values()].filter((one) => one.inYear && !withFee.has(one.slug)).map((membership): Row => ({ fee: null, slug: membership.slug, membership })),
  ];
  const named = rows.map((row) => ({ row, name: row.membership?.name ?? row.slug ?? '' }));
  return named.toSorted((a, b) => compare(a.name, b.name)).map(({ row }) => row);
}

const Export = ({ year, lang }: { year: number | null; lang: Lang }) => {
  const texts = textsFor(lang);
  const href = (format: string): string => `/office/spreadsheets/export?${new URLSearchParams({ kind: 'ask', format, type: 'fee', year: inAddress(year) }).toString()}`;
  return (
    <p class="kg-links">
      <span class="kg-quiet">{texts.export}</span> <a href={href('xlsx')}>XLSX</a> <a href={href('csv')}>CSV</a>
    </p>
  );
};

const Sums = ({ lines, total, yearWords, lang }: { lines: readonly PlanLine[]; total: PlanLine; yearWords: string; lang: Lang }) => {
  const texts = textsFor(lang);
  const rows = [...lines.map((line) => ({ line, isTotal: false })), { line: total, isTotal: true }];
  const said = (known: Known, isTotal: boolean, words: [typeof texts.known, typeof texts.knownMemberships]) => (
    <SumsOf known={known} lang={lang} words={(isTotal ? words[1] : words[0])(numberInWords(known.known, lang), numberInWords(known.of, lang))} />
  );
  return (
    <section class="kg-panel" aria-labelledby="sums">
      <div class="kg-panel__head">
        <h2 id="sums">{texts.sums}</h2>
      </div>
      <Table
        lang={lang}
        id="sums-table"
        caption={texts.sumsCaption(yearWords)}
        rows={rows}
        columns={[
          { head: texts.classification, cell: ({ line, isTotal }) => (isTotal ? texts.all : (line.classification ?? texts.noClassification)) },
          { head: texts.planned, numeric: true, cell: ({ line, isTotal }) => said(line.planned, isTotal, [texts.known, texts.knownMemberships]) },
          { head: texts.fee, numeric: true, cell: ({ line, isTotal }) => said(line.fee, isTotal, [texts.known, texts.knownMemberships]) },
          { head: texts.paid, numeric: true, cell: ({ line, isTotal }) => said(line.paid, isTotal, [texts.noted, texts.notedMemberships]) },
        ]}
      />
    </section>
  );
};

const SumsOf = ({ known, words, lang }: { known: Known; words: string; lang: Lang }) => (
  <>
    {known.sums.map(({ currency, sum }) => (
      <span class="kg-fee-sum">{inWords(sum, currency, lang)}</span>
    ))}
    {known.sums.length === 0 && '–'}
    <span class="kg-nat">{words}</span>
  </>
);

const inWords = (amount: string, currency: string | null | undefined, lang: Lang): string =>
  currency === null || currency === undefined ? textsFor(lang).noCurrency(amount) : amountInWords(amount, currency, lang);

const Fees = ({ rows, caption, view }: { rows: Row[]; caption: string; view: View }) => {
  const { lang, acts, isEditor } = view;
  const texts = textsFor(lang);
  const given = (value: string | null | undefined, words: (value: string) => string) =>
    value === null || value === undefined ? <Unknown lang={lang}>{texts.notGiven}</Unknown> : words(value);
  const date = (text: string): string => (parseEdtf(text) === null ? text : dateInWords(text, lang));
  const cell = (content: (fee: Fee) => Child) => (row: Row) => (row.fee === null ? '–' : content(row.fee));
  return (
    <Table
      lang={lang}
      id="fees-table"
      caption={caption}
      rows={rows}
      columns={[
        { head: texts.heads.membership, cell: (row) => <Whose row={row} lang={lang} /> },
        { head: texts.planned, numeric: true, cell: cell((fee) => given(fee.plannedAmount, (amount) => inWords(amount, fee.currency, lang))) },
        { head: texts.classification, cell: cell((fee) => given(fee.budgetClassification, (text) => text)) },
        { head: texts.fee, numeric: true, cell: cell((fee) => given(fee.amount, (amount) => inWords(amount, fee.currency, lang))) },
        { head: texts.heads.due, cell: cell((fee) => given(fee.dueOn, date)) },
        { head: texts.paid, cell: cell((fee) => given(fee.paidOn, date)) },
        {
          head: texts.heads.act,
          cell: cell((fee) =>
            fee.act === undefined ? <Unknown lang={lang}>{texts.notGiven}</Unknown> : <a href={`/office/records/act/${fee.act}`}>{acts.get(fee.act) ?? fee.act}</a>,
          ),
        },
        ...(isEditor ? [{ head: texts.heads.edit, cell: (row: Row) => <Change row={row} view={view} /> }] : []),
      ]}
    />
  );
};

const nameOf = ({ membership, slug }: Row, lang: Lang): string =>
  membership === undefined ? (slug ?? textsFor(lang).noMembership) : membership.period > 1 ? textsFor(lang).periodOf(membership.name, String(membership.period)) : membership.name;

const Whose = ({ row, lang }: { row: Row; lang: Lang }) => {
  const texts = textsFor(lang);
  const { fee, membership, slug } = row;
  const holder = membership?.holder === 'unit' || membership?.holder === 'official' ? texts.holder[membership.holder] : null;
  const href = fee === null || fee.stage === 'draft' ? (slug === undefined ? null : `/office/records/membership/${slug}`) : `/office/records/ask/${fee.slug ?? ''}`;
  return (
    <TwoLines
      first={
        <>
          {href === null ? nameOf(row, lang) : <a href={href}>{nameOf(row, lang)}</a>}{' '}
          {fee !== null && fee.stage !== 'published' && <Tag tone={fee.stage === 'draft' ? 'plain' : 'brand'}>{texts.stage[fee.stage]}</Tag>}
        </>
      }
      second={fee === null ? texts.noFee : holder}
    />
  );
};

/** Leads to the draft of the fee: one that is open, one of what stands, or a new one. */
const Change = ({ row, view: { year, lang } }: { row: Row; view: View }) => {
  const texts = textsFor(lang);
  const { fee, slug } = row;
  const whose = <span class="kg-vh">{texts.of(nameOf(row, lang))}</span>;
  if (fee === null)
    return (
      <a href={`/office/records/ask/new?${new URLSearchParams({ membership: slug ?? '', type: 'fee', ...(year === null ? {} : { year: String(year) }) }).toString()}`}>
        {texts.add}
        {whose}
      </a>
    );
  if (fee.draftId !== null)
    return (
      <a href={`/office/drafts/${fee.draftId}`}>
        {texts.openDraft}
        {whose}
      </a>
    );
  return (
    <form method="post" action={`/office/records/ask/${fee.slug ?? ''}/draft`}>
      <button class="kg-linklike" type="submit">
        {texts.change}
        {whose}
      </button>
    </form>
  );
};
