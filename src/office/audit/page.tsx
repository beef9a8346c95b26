import { instantInWords } from '#lang/dates.ts';
import { officeAudit as en } from '#lang/en/office-audit.ts';
import type { Lang } from '#lang/lang.ts';
import { numberInWords } from '#lang/numbers.ts';
import { officeAudit as pl } from '#lang/pl/office-audit.ts';
import { wordsFor } from '#lang/words.ts';
import { Button, Select, TextInput } from '#ui/fields.tsx';
import { Pagination } from '#ui/pagination.tsx';
import { Empty } from '#ui/section.tsx';
import { Table } from '#ui/table.tsx';
import { auditAddress, type AuditQuery } from './query.ts';
import type { AuditRow } from './store.ts';

export const textsFor = (lang: Lang): typeof pl => (lang === 'pl' ? pl : en);

/** The act in the reader's language; an act that has no word yet is shown as the log holds it. */
export const wordOf = (action: string, lang: Lang): string => new Map<string, string>(Object.entries(textsFor(lang).actions)).get(action) ?? action;

type Given = { rows: readonly AuditRow[]; total: number; pages: number; people: readonly { id: string; name: string }[]; query: AuditQuery; lang: Lang; timeZone: string };

export const AuditPage = ({ rows, total, pages, people, query, lang, timeZone }: Given) => {
  const texts = textsFor(lang);
  return (
    <>
      <div class="kg-desk__top">
        <h1>{texts.title}</h1>
        <p>
          <output>{texts.count(numberInWords(total, lang))}</output>
        </p>
      </div>
      <p>{texts.lead}</p>
      <form method="get" action="/office/audit" class="kg-panel" aria-label={texts.filter}>
        <div class="kg-form kg-form--row">
          <TextInput name="q" label={texts.fields.q} value={query.text} type="search" lang={lang} />
          <Select
            name="person"
            label={texts.fields.person}
            value={query.person ?? ''}
            options={[{ value: '', text: texts.everybody }, ...people.map(({ id, name }) => ({ value: id, text: name }))]}
            lang={lang}
          />
          <TextInput name="from" label={texts.fields.from} value={query.from ?? ''} type="date" lang={lang} />
          <TextInput name="to" label={texts.fields.to} value={query.to ?? ''} type="date" lang={lang} />
        </div>
        <div class="kg-form__foot">
          <Button>{texts.show}</Button>
          <a href={auditAddress(query, { csv: true })}>{texts.csv}</a>
        </div>
      </form>
      {rows.length === 0 ? <Empty title={texts.empty} /> : <Rows rows={rows} lang={lang} timeZone={timeZone} />}
      <Pagination page={query.page} pages={pages} hrefOf={(page) => auditAddress(query, { page })} lang={lang} />
    </>
  );
};

const Rows = ({ rows, lang, timeZone }: Pick<Given, 'rows' | 'lang' | 'timeZone'>) => {
  const { heads, title } = textsFor(lang);
  return (
    <div class="kg-panel">
      <Table
        lang={lang}
        id="audit"
        caption={title}
        rows={[...rows]}
        columns={[
          { head: heads.at, cell: (row) => <time datetime={row.at.toISOString()}>{instantInWords(row.at.toISOString(), lang, timeZone)}</time> },
          { head: heads.who, cell: (row) => row.name ?? (lang === 'pl' ? row.rolePl : row.roleEn) },
          { head: heads.action, cell: (row) => wordOf(row.action, lang) },
          { head: heads.record, cell: (row) => <Subject row={row} lang={lang} /> },
        ]}
      />
    </div>
  );
};

const Subject = ({ row, lang }: { row: AuditRow; lang: Lang }) => {
  const kinds = new Map<string, string>(Object.entries(wordsFor(lang).kinds));
  if (row.recordKind === null || row.recordSlug === null) return <>{row.about ?? '–'}</>;
  return (
    <>
      {kinds.get(row.recordKind) ?? row.recordKind}: <a href={`/office/records/${row.recordKind}/${row.recordSlug}`}>{row.recordSlug}</a>
      {row.revision !== null && `, ${textsFor(lang).revision(String(row.revision))}`}
      {row.about !== null && ` (${row.about})`}
    </>
  );
};
