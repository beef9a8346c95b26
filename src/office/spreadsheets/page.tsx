import { holds } from '#accounts/index.ts';
import { uuidv7 } from '#basics/uuid.ts';
import { numberInWords } from '#lang/numbers.ts';
import { tidy } from '#lang/typography.ts';
import { ErrorSummary, Button, Field, Select, describedBy } from '#ui/fields.tsx';
import { Tag, type Tone } from '#ui/marks.tsx';
import { Moment } from '#ui/moments.tsx';
import { Table, TwoLines } from '#ui/table.tsx';
import { requireRole, type Asked, type Sheet } from '../page.ts';
import { inWorkingOrder, pluralName } from '../records/drafts/title.ts';
import { importable } from './imports/mapping.ts';
import { latestImports, type Import } from './imports/store.ts';
import { countStanding } from './imports/found-store.ts';
import { textsOf } from './texts.ts';

type Returned = { status?: number; errors?: { field: string; text: string }[]; kind?: string };

export const stateTone: Readonly<Record<Import['state'], Tone>> = {
  reading: 'brand',
  mapping: 'warn',
  checking: 'brand',
  checked: 'warn',
  writing: 'brand',
  done: 'good',
  refused: 'bad',
  dropped: 'plain',
};

/** Lists to take out, a file to read in, and what was read in lately. */
export async function indexSheet(asked: Asked, returned: Returned = {}): Promise<Sheet> {
  requireRole(asked, 'reader');
  const { desk, lang, person } = asked;
  const texts = textsOf(lang);
  const isEditor = holds(person, 'editor');
  const which = asked.query.get('which') === 'published' ? 'published' : 'all';
  const { counts, imports } = await desk.db.read(async (reader) => ({ counts: await countStanding(reader, which), imports: isEditor ? await latestImports(reader, 20) : [] }));
  const { errors = [] } = returned;
  return {
    title: texts.title,
    rail: 'spreadsheets',
    ...(returned.status === undefined ? {} : { status: returned.status, errorPrefix: errors.length > 0 }),
    content: (
      <>
        <ErrorSummary errors={errors} lang={lang} />
        <div class="kg-desk__top">
          <h1>{texts.title}</h1>
        </div>
        <p>{texts.lead}</p>
        {isEditor && <Upload asked={asked} returned={returned} />}
        {imports.length > 0 && <Imports imports={imports} asked={asked} />}
        <Lists asked={asked} which={which} counts={counts} isEditor={isEditor} />
      </>
    ),
  };
}

const Upload = ({ asked, returned }: { asked: Asked; returned: Returned }) => {
  const { lang, desk } = asked;
  const texts = textsOf(lang).upload;
  const field = { name: 'file', label: texts.file, hint: texts.hint, lang, error: returned.errors?.find((error) => error.field === 'file')?.text };
  return (
    <section class="kg-panel" aria-labelledby="upload">
      <div class="kg-panel__head">
        <h2 id="upload">{texts.heading}</h2>
      </div>
      <form method="post" action="/office/spreadsheets/imports" enctype="multipart/form-data" novalidate>
        <input type="hidden" name="id" value={uuidv7(asked.now.getTime())} />
        <div class="kg-form kg-lists__form">
          <Field {...field}>
            <input
              class="govuk-file-upload"
              type="file"
              id="file"
              name="file"
              accept=".xlsx,.csv"
              aria-describedby={describedBy(field)}
              aria-invalid={field.error === undefined ? undefined : 'true'}
            />
          </Field>
          <Select
            name="kind"
            label={texts.kind}
            hint={texts.kindHint}
            value={returned.kind ?? ''}
            options={[
              { value: '', text: texts.recognise },
              ...inWorkingOrder(importable(desk.kinds).map((kind) => kind.name)).map((name) => ({ value: name, text: pluralName(name, lang) })),
            ]}
            lang={lang}
          />
        </div>
        <div class="kg-form__foot">
          <Button>{texts.submit}</Button>
          <p class="kg-quiet">{tidy(texts.nothingYet, lang)}</p>
        </div>
      </form>
    </section>
  );
};

const Imports = ({ imports, asked }: { imports: readonly (Import & { by: string | null })[]; asked: Asked }) => {
  const { lang, city } = asked;
  const texts = textsOf(lang);
  return (
    <section class="kg-panel" aria-labelledby="imports">
      <div class="kg-panel__head">
        <h2 id="imports">{texts.imports.heading}</h2>
      </div>
      <Table
        lang={lang}
        id="imports-table"
        caption={texts.imports.caption}
        rows={[...imports]}
        columns={[
          {
            head: texts.imports.file,
            cell: (one) => (
              <TwoLines first={<a href={`/office/spreadsheets/imports/${one.id}`}>{one.fileName}</a>} second={one.kind === null ? null : pluralName(one.kind, lang)} />
            ),
          },
          { head: texts.imports.state, cell: (one) => <Tag tone={stateTone[one.state]}>{texts.states[one.state]}</Tag> },
          { head: texts.imports.at, cell: (one) => <Moment at={one.madeAt.toISOString()} lang={lang} timeZone={city.timeZone} /> },
          { head: texts.imports.by, cell: (one) => one.by ?? '–' },
        ]}
      />
    </section>
  );
};

const Lists = ({ asked, which, counts, isEditor }: { asked: Asked; which: 'all' | 'published'; counts: ReadonlyMap<string, number>; isEditor: boolean }) => {
  const { lang, desk } = asked;
  const texts = textsOf(lang).exports;
  const href = (kind: string, format: string): string => `/office/spreadsheets/export?${new URLSearchParams({ kind, format, which }).toString()}`;
  const rows = inWorkingOrder(importable(desk.kinds).map((kind) => kind.name));
  return (
    <section class="kg-panel" aria-labelledby="export">
      <div class="kg-panel__head">
        <h2 id="export">{texts.heading}</h2>
        <ul class="kg-chips" aria-label={texts.which}>
          {(['all', 'published'] as const).map((one) => (
            <li>
              <a class="kg-chip" href={`/office/spreadsheets?which=${one}#export`} aria-current={one === which ? 'true' : undefined}>
                {texts.whichWords[one]}
              </a>
            </li>
          ))}
        </ul>
      </div>
      <p class="kg-panel__body kg-quiet">{isEditor ? texts.withOffice : texts.publicOnly}</p>
      <Table
        lang={lang}
        id="lists"
        caption={texts.caption}
        rowId={(kind) => `export-${kind}`}
        rows={rows}
        columns={[
          { head: texts.list, cell: (kind) => pluralName(kind, lang) },
          { head: texts.records, cell: (kind) => numberInWords(counts.get(kind) ?? 0, lang), numeric: true },
          {
            head: texts.take,
            cell: (kind) => (
              <span class="kg-sheets__take">
                {(['xlsx', 'csv'] as const).map((format) => (
                  <a href={href(kind, format)} download={true}>
                    {format.toUpperCase()}
                    <span class="kg-vh">: {pluralName(kind, lang)}</span>
                  </a>
                ))}
              </span>
            ),
          },
        ]}
      />
    </section>
  );
};
