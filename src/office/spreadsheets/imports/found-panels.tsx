import { numberInWords } from '#lang/numbers.ts';
import { Button } from '#ui/fields.tsx';
import { Tag, type Tone } from '#ui/marks.tsx';
import { Pagination } from '#ui/pagination.tsx';
import { Table, TwoLines } from '#ui/table.tsx';
import type { Asked } from '../../page.ts';
import { labelOf } from '../../records/form/problems.ts';
import { addressOf } from '../files/bounds.ts';
import { textsOf } from '../texts.ts';
import { Drop } from './drop.tsx';
import { faultsAtOnce, foundAtOnce, type Shown } from './shown.ts';

const tones: Readonly<Record<'new' | 'changed' | 'unchanged' | 'wrong', Tone>> = { new: 'good', changed: 'brand', unchanged: 'plain', wrong: 'bad' };
const actions = ['new', 'changed', 'unchanged', 'wrong'] as const;

type Given = { shown: Shown; asked: Asked };

/** What the whole file would do, and the button that does all of it or nothing. */
export const DecisionPanel = ({ shown: { one }, asked: { lang }, asDrafts, errors }: Given & { asDrafts: boolean; errors: readonly { field: string; text: string }[] }) => {
  const texts = textsOf(lang);
  const { counts } = one;
  const total = counts.new + counts.changed;
  const error = errors.find((each) => each.field === 'decide')?.text;
  const action = `/office/spreadsheets/imports/${one.id}`;
  return (
    <section class="kg-panel" aria-labelledby="decision">
      <div class="kg-panel__head">
        <h2 id="decision">{texts.decide.heading}</h2>
      </div>
      <dl class="kg-sheets__counts">
        {actions.map((each) => (
          <div>
            <dt>{texts.counted[each]}</dt>
            <dd>{numberInWords(counts[each], lang)}</dd>
          </div>
        ))}
      </dl>
      {counts.faults > 0 ? (
        <div class="kg-form__foot">
          <output>
            <b>{texts.decide.errors(counts.faults, numberInWords(counts.faults, lang))}</b> {texts.decide.hasErrors}
          </output>
          <a class="govuk-button govuk-button--secondary" href={`${action}/errors`} download={true}>
            {texts.decide.annotated}
          </a>
          <Drop id={one.id} lang={lang} />
        </div>
      ) : total === 0 ? (
        <div class="kg-form__foot">
          <output>{texts.decide.nothing}</output>
          <Drop id={one.id} lang={lang} />
        </div>
      ) : (
        <div class="kg-form__foot">
          <form class="kg-sheets__decide" method="post" action={`${action}/import`} id="decide">
            {error !== undefined && <p class="govuk-error-message">{error}</p>}
            <label class="kg-sheets__tick">
              <input type="checkbox" name="drafts" value="yes" checked={asDrafts} /> {texts.decide.asDrafts}
            </label>
            <Button>{texts.decide.submit(total, numberInWords(total, lang))}</Button>
          </form>
          <Drop id={one.id} lang={lang} />
          <p class="kg-quiet">{texts.decide.fourEyes}</p>
        </div>
      )}
    </section>
  );
};

/** Every bad cell: where it is, what stands there, and how to mend it. */
export const ErrorsPanel = ({ shown: { one, faults, faultsPage }, asked: { lang } }: Given) => {
  const texts = textsOf(lang).errors;
  const names = new Map((one.mapping?.sheets ?? []).map((sheet) => [sheet.index, sheet.name]));
  const isWorkbook = one.format === 'xlsx';
  return (
    <section class="kg-panel" aria-labelledby="errors">
      <div class="kg-panel__head">
        <h2 id="errors">
          {texts.heading} <span class="kg-quiet">{numberInWords(one.counts.faults, lang)}</span>
        </h2>
      </div>
      <Table
        lang={lang}
        id="errors-table"
        caption={texts.caption}
        rows={[...faults]}
        columns={[
          { head: texts.cell, cell: (fault) => <code>{addressOf(fault.col, fault.line)}</code> },
          ...(isWorkbook ? [{ head: texts.sheet, cell: (fault: Shown['faults'][number]) => names.get(fault.sheet) ?? '' }] : []),
          { head: texts.value, cell: (fault) => (fault.value === '' ? <span class="kg-unknown">{texts.empty}</span> : <span class="kg-sheets__value">{fault.value}</span>) },
          { head: texts.what, cell: (fault) => (lang === 'pl' ? fault.whatPl : fault.whatEn) },
        ]}
      />
      <Pagination
        page={faultsPage}
        pages={Math.ceil(one.counts.faults / faultsAtOnce)}
        hrefOf={(number) => `/office/spreadsheets/imports/${one.id}?errors=${number}#errors`}
        lang={lang}
      />
    </section>
  );
};

/** The records as the file would leave them. */
export const FoundPanel = ({ shown: { one, found, action, page }, asked: { lang } }: Given) => {
  const texts = textsOf(lang);
  const kind = one.kind ?? '';
  const { counts } = one;
  const href = (show: string | null, number = 1): string =>
    `/office/spreadsheets/imports/${one.id}?${new URLSearchParams([...(show === null ? [] : [['show', show]]), ...(number === 1 ? [] : [['page', String(number)]])]).toString()}#found`;
  const total = action === null ? counts.new + counts.changed + counts.unchanged + counts.wrong : counts[action];
  return (
    <section class="kg-panel" aria-labelledby="found">
      <div class="kg-panel__head">
        <h2 id="found">{texts.found.heading}</h2>
        <ul class="kg-chips" aria-label={texts.found.filter}>
          <li>
            <a class="kg-chip" href={href(null)} aria-current={action === null ? 'true' : undefined}>
              {texts.found.all}
            </a>
          </li>
          {actions.map((each) => (
            <li>
              <a class="kg-chip" href={href(each)} aria-current={action === each ? 'true' : undefined}>
                {texts.actions[each]} <span>{numberInWords(counts[each], lang)}</span>
              </a>
            </li>
          ))}
        </ul>
      </div>
      {found.length === 0 ? (
        <p class="kg-panel__body">{texts.found.none}</p>
      ) : (
        <Table
          lang={lang}
          id="found-table"
          caption={texts.found.caption}
          rows={[...found]}
          columns={[
            {
              head: texts.found.record,
              cell: (row) => <TwoLines first={row.recordId === null ? row.title : <a href={`/office/records/${kind}/${row.slug}`}>{row.title}</a>} second={row.slug} />,
            },
            { head: texts.found.line, cell: (row) => numberInWords(row.line, lang), numeric: true },
            { head: texts.found.what, cell: (row) => <Tag tone={tones[row.action]}>{texts.actions[row.action]}</Tag> },
            { head: texts.found.fields, cell: (row) => (row.action === 'changed' ? row.fields.map((field) => labelOf(kind, [field], lang)).join(', ') : '–') },
          ]}
        />
      )}
      <Pagination page={page} pages={Math.ceil(total / foundAtOnce)} hrefOf={(number) => href(action, number)} lang={lang} />
    </section>
  );
};
