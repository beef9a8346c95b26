import type { Child } from '#markup/markup.ts';
import { dateInWords } from '#lang/dates.ts';
import type { Lang } from '#lang/lang.ts';
import { numberInWords } from '#lang/numbers.ts';
import { Button, Select } from '#ui/fields.tsx';
import { Table, TwoLines, type Column } from '#ui/table.tsx';
import type { Compared, Ours, Pair } from './compare.ts';
import { differenceOf } from './drafts.ts';
import type { Entry } from './list.ts';
import { noneOfThem } from './read.ts';
import type { Reconciliation } from './store.ts';
import { textsOf } from './texts.ts';

type Given = { one: Reconciliation; compared: Compared; drafts: ReadonlyMap<string, string>; lang: Lang };
type Part = 'asked' | 'different' | 'onlyThere' | 'onlyHere' | 'matched';

const Panel = ({ id, heading, count, lang, children }: { id: Part; heading: string; count: number; lang: Lang; children: Child }) => (
  <section class="kg-panel" aria-labelledby={id}>
    <div class="kg-panel__head">
      <h2 id={id}>
        {heading} <span class="kg-quiet">{numberInWords(count, lang)}</span>
      </h2>
    </div>
    {children}
  </section>
);

const None = ({ children }: { children: string }) => <p class="kg-panel__body">{children}</p>;

/** What a person has to settle: one small form for each entry. */
export const AskedPanel = ({ one, compared, titles, lang, errors }: Given & { titles: ReadonlyMap<string, string>; errors: readonly { field: string; text: string }[] }) => {
  const texts = textsOf(lang).asked;
  return (
    <Panel id="asked" heading={texts.heading} count={compared.asked.length} lang={lang}>
      <div class="kg-panel__body kg-lists__asked">
        <p>{texts.text}</p>
        {compared.asked.map(({ entry, options }) => (
          <form method="post" action={`/office/reconciliation/${one.id}/answers`}>
            <input type="hidden" name="line" value={String(entry.line)} />
            <Select
              id={`answer-${entry.line}`}
              name="answer"
              label={texts.label(entry.name)}
              hint={texts.line(entry.line)}
              error={errors.find((error) => error.field === `answer-${entry.line}`)?.text}
              options={[
                { value: '', text: texts.choose },
                ...options.map(({ key, why }) => ({ value: key, text: `${titles.get(key) ?? key} (${textsOf(lang).why[why]})` })),
                { value: noneOfThem, text: texts.none },
              ]}
              lang={lang}
            />
            <Button secondary>{texts.submit}</Button>
          </form>
        ))}
      </div>
    </Panel>
  );
};

const inWords = (date: string | null, lang: Lang): string => (date === null ? textsOf(lang).unknown : dateInWords(date, lang));
const leftWords = (ours: Ours, lang: Lang): string => (ours.lasts ? textsOf(lang).lasts : inWords(ours.left, lang));

const Both = ({ here, there, differs, lang }: { here: string; there: string; differs: boolean; lang: Lang }) => (differs ? <b>{textsOf(lang).both(here, there)}</b> : <>{here}</>);

const Draft = ({ one, drafts, difference, title, lang }: Pick<Given, 'one' | 'drafts' | 'lang'> & { difference: string; title: string }) => {
  const texts = textsOf(lang);
  const made = drafts.get(difference);
  if (made !== undefined)
    return (
      <a href={`/office/drafts/${made}`}>
        {texts.openDraft}
        <span class="kg-vh">: {title}</span>
      </a>
    );
  return (
    <form method="post" action={`/office/reconciliation/${one.id}/drafts`}>
      <input type="hidden" name="difference" value={difference} />
      <button class="kg-linklike kg-lists__make" type="submit" aria-label={texts.makeOf(title)}>
        {texts.make}
      </button>
    </form>
  );
};

const hereOf = (one: Reconciliation, ours: Ours): Child => (one.about === 'network' ? ours.title : <a href={`/office/records/membership/${ours.slug}`}>{ours.title}</a>);

const pairColumns = ({ one, lang }: Given): Column<Pair>[] => {
  const { heads, why } = textsOf(lang);
  return [
    { head: heads.record, cell: ({ ours }) => hereOf(one, ours) },
    { head: heads.list, cell: ({ entry }) => <Named entry={entry} lang={lang} /> },
    { head: heads.why, cell: (pair) => why[pair.why] },
    {
      head: heads.joined,
      cell: ({ ours, entry, differs }) => <Both here={inWords(ours.joined, lang)} there={inWords(entry.joined, lang)} differs={differs.includes('joined')} lang={lang} />,
    },
    ...(one.list.columns.left === undefined
      ? []
      : [
          {
            head: heads.left,
            cell: ({ ours, entry, differs }: Pair) => <Both here={leftWords(ours, lang)} there={inWords(entry.left, lang)} differs={differs.includes('left')} lang={lang} />,
          },
        ]),
  ];
};

/** As the list writes it, with its line and what nobody could read. */
const Named = ({ entry, lang }: { entry: Entry; lang: Lang }) => {
  const texts = textsOf(lang);
  return (
    <TwoLines
      first={`${entry.name}${entry.country === null ? '' : ` (${entry.country})`}`}
      second={[texts.asked.line(entry.line), ...entry.unreadable.map((text) => texts.unreadable(text))].join(' · ')}
    />
  );
};

export const DifferentPanel = (given: Given) => {
  const { compared, lang } = given;
  const texts = textsOf(lang);
  return (
    <Panel id="different" heading={texts.different.heading} count={compared.different.length} lang={lang}>
      {compared.different.length === 0 ? (
        <None>{texts.different.none}</None>
      ) : (
        <Table
          lang={lang}
          id="different-table"
          caption={texts.different.heading}
          rows={compared.different}
          columns={[...pairColumns(given), { head: texts.heads.draft, cell: ({ entry }) => <Draft {...given} difference={differenceOf.date(entry)} title={entry.name} /> }]}
        />
      )}
    </Panel>
  );
};

export const OnlyTherePanel = (given: Given) => {
  const { compared, lang } = given;
  const texts = textsOf(lang);
  return (
    <Panel id="onlyThere" heading={texts.onlyThere.heading} count={compared.onlyThere.length} lang={lang}>
      {compared.onlyThere.length === 0 ? (
        <None>{texts.onlyThere.none}</None>
      ) : (
        <Table
          lang={lang}
          id="there-table"
          caption={texts.onlyThere.heading}
          rows={compared.onlyThere}
          columns={[
            { head: texts.heads.list, cell: (entry) => <Named entry={entry} lang={lang} /> },
            { head: texts.heads.joined, cell: (entry) => inWords(entry.joined, lang) },
            { head: texts.heads.left, cell: (entry) => inWords(entry.left, lang) },
            { head: texts.heads.draft, cell: (entry) => <Draft {...given} difference={differenceOf.there(entry)} title={entry.name} /> },
          ]}
        />
      )}
    </Panel>
  );
};

export const OnlyHerePanel = (given: Given) => {
  const { one, compared, lang } = given;
  const texts = textsOf(lang);
  return (
    <Panel id="onlyHere" heading={texts.onlyHere.heading} count={compared.onlyHere.length} lang={lang}>
      {compared.onlyHere.length === 0 ? (
        <None>{texts.onlyHere.none}</None>
      ) : (
        <Table
          lang={lang}
          id="here-table"
          caption={texts.onlyHere.heading}
          rows={compared.onlyHere}
          columns={[
            { head: texts.heads.record, cell: (ours) => hereOf(one, ours) },
            { head: texts.heads.joined, cell: (ours) => inWords(ours.joined, lang) },
            { head: texts.heads.left, cell: (ours) => leftWords(ours, lang) },
            { head: texts.heads.draft, cell: (ours) => <Draft {...given} difference={differenceOf.here(ours.slug)} title={ours.title} /> },
          ]}
        />
      )}
    </Panel>
  );
};

export const MatchedPanel = (given: Given) => {
  const { compared, lang } = given;
  const texts = textsOf(lang);
  return (
    <Panel id="matched" heading={texts.matched.heading} count={compared.matched.length} lang={lang}>
      {compared.matched.length === 0 ? (
        <None>{texts.matched.none}</None>
      ) : (
        <Table lang={lang} id="matched-table" caption={texts.matched.heading} rows={compared.matched} columns={pairColumns(given)} />
      )}
    </Panel>
  );
};
