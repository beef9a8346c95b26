import { uuidv7 } from '#basics/uuid.ts';
import { numberInWords } from '#lang/numbers.ts';
import { tidy } from '#lang/typography.ts';
import { Button, ErrorSummary, Radios, Select } from '#ui/fields.tsx';
import { Tag, type Tone } from '#ui/marks.tsx';
import { Moment } from '#ui/moments.tsx';
import { Empty } from '#ui/section.tsx';
import { Table, TwoLines } from '#ui/table.tsx';
import { requireRole, type Asked, type Sheet } from '../page.ts';
import { formats, kinds, listReports, type MadeReport } from './store.ts';
import { textsOf } from './texts.ts';

export type TypedReport = { year: string; lang: string; format: string; kind: string };
export type FormError = { field: string; text: string };
type Returned = { typed: TypedReport; errors: readonly FormError[] };

/** How far back a report is offered. */
const yearsBack = 10;
export const yearsOffered = ({ today }: Pick<Asked, 'today'>): number[] => Array.from({ length: yearsBack + 1 }, (_, back) => Number(today.slice(0, 4)) - back);

/** What to prepare, and what has been prepared lately. */
export async function reportsSheet(asked: Asked, returned?: Returned): Promise<Sheet> {
  requireRole(asked, 'reader');
  const { desk, lang } = asked;
  const texts = textsOf(lang);
  const made = await desk.db.read(listReports);
  const isWorking = made.some(({ state }) => state === 'waiting' || state === 'making');
  const errors = [...(returned?.errors ?? [])];
  const isMadeFirst = asked.query.get('show') === 'made';
  return {
    title: texts.title,
    rail: 'reports',
    ...(errors.length > 0 ? { status: 422, errorPrefix: true } : {}),
    // A page without scripts shows progress by asking again; it stops as soon as nothing is in the making.
    ...(isWorking && errors.length === 0 ? { headers: [['refresh', '2']] } : {}),
    content: (
      <>
        <ErrorSummary errors={errors} lang={lang} />
        <div class="kg-desk__top">
          <h1>{texts.title}</h1>
        </div>
        <p>{tidy(texts.lead, lang)}</p>
        {isMadeFirst && <Made made={made} isWorking={isWorking} asked={asked} />}
        <NewReport asked={asked} returned={returned} />
        {!isMadeFirst && <Made made={made} isWorking={isWorking} asked={asked} />}
      </>
    ),
  };
}

const NewReport = ({ asked, returned }: { asked: Asked; returned: Returned | undefined }) => {
  const { lang } = asked;
  const { make } = textsOf(lang);
  const typed = returned?.typed ?? { year: asked.today.slice(0, 4), lang, format: 'pdf', kind: 'report' };
  const errorOf = (field: string): string | undefined => returned?.errors.find((error) => error.field === field)?.text;
  return (
    <section class="kg-panel" aria-labelledby="make">
      <div class="kg-panel__head">
        <h2 id="make">{make.heading}</h2>
      </div>
      <form method="post" action="/office/reports" novalidate>
        <input type="hidden" name="id" value={uuidv7(asked.now.getTime())} />
        <div class="kg-form">
          <Radios name="kind" label={make.kind} lang={lang} value={typed.kind} error={errorOf('kind')} options={kinds.map((value) => ({ value, text: make.kinds[value] }))} />
          <div class="kg-pair">
            <Select
              name="year"
              label={make.year}
              lang={lang}
              value={typed.year}
              error={errorOf('year')}
              options={yearsOffered(asked).map((year) => ({ value: String(year), text: String(year) }))}
            />
            <Select
              name="lang"
              label={make.lang}
              lang={lang}
              value={typed.lang}
              error={errorOf('lang')}
              options={(['pl', 'en'] as const).map((value) => ({ value, text: make.langs[value] }))}
            />
          </div>
          <Radios
            name="format"
            label={make.format}
            lang={lang}
            value={typed.format}
            error={errorOf('format')}
            options={formats.map((value) => ({ value, text: make.formats[value] }))}
          />
        </div>
        <div class="kg-form__foot">
          <Button>{make.submit}</Button>
        </div>
      </form>
    </section>
  );
};

const tones: Readonly<Record<MadeReport['state'], Tone>> = { waiting: 'plain', making: 'brand', ready: 'good', failed: 'bad' };

const Made = ({ made, isWorking, asked }: { made: readonly MadeReport[]; isWorking: boolean; asked: Asked }) => {
  const { lang, city } = asked;
  const { made: texts, make } = textsOf(lang);
  if (made.length === 0) return <Empty title={texts.none} />;
  const named = (report: MadeReport): string => {
    const kind = make.kinds[report.kind];
    return texts.what(kind.charAt(0).toLocaleUpperCase(lang) + kind.slice(1), report.year);
  };
  return (
    <section class="kg-panel" aria-labelledby="made">
      <div class="kg-panel__head">
        <h2 id="made">{texts.heading}</h2>
      </div>
      <Table
        lang={lang}
        id="reports"
        caption={texts.caption}
        rows={[...made]}
        columns={[
          { head: texts.heads.what, cell: (report) => <TwoLines first={tidy(named(report), lang)} second={`${make.langs[report.lang]}, ${report.format.toUpperCase()}`} /> },
          {
            head: texts.heads.who,
            cell: (report) => (
              <>
                {report.by ?? texts.someone}
                <span class="kg-nat">
                  <Moment at={report.askedAt.toISOString()} lang={lang} timeZone={city.timeZone} />
                </span>
              </>
            ),
          },
          { head: texts.heads.state, cell: (report) => <State report={report} asked={asked} /> },
          { head: texts.heads.file, cell: (report) => <File report={report} asked={asked} /> },
        ]}
      />
      <div class="kg-panel__body">
        <p>
          <output>{isWorking ? texts.leave : texts.kept}</output>
        </p>
      </div>
    </section>
  );
};

const State = ({ report, asked: { lang } }: { report: MadeReport; asked: Asked }) => {
  const { made: texts, problems } = textsOf(lang);
  return (
    <>
      <Tag tone={tones[report.state]}>{report.state === 'making' ? texts.progress(String(report.progress)) : texts.states[report.state]}</Tag>
      {report.state === 'making' && (
        <span class="kg-nat">
          <progress max={100} value={report.progress} aria-label={texts.progressLabel} />
        </span>
      )}
      {report.problem !== null && <span class="kg-nat">{tidy(problems[report.problem], lang)}</span>}
    </>
  );
};

const File = ({ report, asked: { lang } }: { report: MadeReport; asked: Asked }) => {
  const { made: texts } = textsOf(lang);
  if (report.state !== 'ready' || report.fileName === null) return <>–</>;
  return (
    <TwoLines
      first={
        <a href={`/office/reports/${report.id}/file`} type={fileTypes[report.format]}>
          {texts.download(report.fileName)}
        </a>
      }
      second={texts.size(numberInWords(Math.ceil((report.size ?? 0) / 1024), lang))}
    />
  );
};

export const fileTypes: Readonly<Record<MadeReport['format'], string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
