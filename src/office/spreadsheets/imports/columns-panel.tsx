import { Button, Field, Select, describedBy } from '#ui/fields.tsx';
import type { Asked } from '../../page.ts';
import { inWorkingOrder, pluralName } from '../../records/drafts/title.ts';
import { recordSpec } from '../../records/form/spec.ts';
import { listsOf } from '../cells/columns.ts';
import { lettersOf } from '../files/bounds.ts';
import { textsOf } from '../texts.ts';
import { columnField, roleField } from './field-names.ts';
import { choicesFor, importable, listsIn, mainRole, wordsOfColumn, wordsOfList, type SheetMap } from './mapping.ts';
import type { Import, KeptRow } from './store.ts';

type Given = { one: Import; examples: ReadonlyMap<number, readonly KeptRow[]>; asked: Asked; errors: readonly { field: string; text: string }[] };

/** Which column of the file holds which field. It stands open where somebody has to choose. */
export const ColumnsPanel = ({ one, examples, asked, errors }: Given) => {
  const { lang, desk } = asked;
  const texts = textsOf(lang).columns;
  const { mapping } = one;
  if (mapping === null) return null;
  const used = mapping.sheets.filter((sheet) => sheet.role !== null);
  const all = used.flatMap((sheet) => sheet.columns);
  const known = all.filter((column) => column !== null).length;
  const errorOf = (field: string): string | undefined => errors.find((error) => error.field === field)?.text;
  return (
    <details class="kg-panel" id="columns" open={one.state === 'mapping' || errors.length > 0}>
      <summary class="kg-panel__head">
        <h2>{texts.heading}</h2> {all.length > 0 && <span class="kg-quiet">{texts.known(known, all.length)}</span>}
      </summary>
      <form method="post" action={`/office/spreadsheets/imports/${one.id}/columns`} novalidate>
        <div class="kg-form kg-sheets__wide">
          <p>{texts.lead}</p>
          {errorOf('columns') !== undefined && <p class="govuk-error-message">{errorOf('columns')}</p>}
          <Select
            name="kind"
            label={texts.kind}
            error={errorOf('kind')}
            value={mapping.kind}
            options={[
              { value: '', text: texts.choose },
              ...inWorkingOrder(importable(desk.kinds).map((kind) => kind.name)).map((name) => ({ value: name, text: pluralName(name, lang) })),
            ]}
            lang={lang}
          />
          {mapping.kind !== '' && mapping.sheets.map((sheet) => <SheetColumns sheet={sheet} one={one} example={examples.get(sheet.index)?.[0]} asked={asked} errorOf={errorOf} />)}
        </div>
        <div class="kg-form__foot">
          <Button secondary={one.state !== 'mapping'}>{texts.submit}</Button>
        </div>
      </form>
    </details>
  );
};

type SheetGiven = { sheet: SheetMap; one: Import; example: KeptRow | undefined; asked: Asked; errorOf: (field: string) => string | undefined };

const SheetColumns = ({ sheet, one, example, asked, errorOf }: SheetGiven) => {
  const { lang, desk } = asked;
  const texts = textsOf(lang).columns;
  const kind = desk.kinds.named(one.mapping?.kind ?? '');
  const lists = listsIn(one.format ?? 'xlsx');
  const choices = sheet.role === null ? [] : choicesFor(kind, sheet.role, lists);
  const roles = [
    { value: '', text: texts.ignore },
    { value: mainRole, text: pluralName(kind.name, lang) },
    ...(lists === 'sheets' ? listsOf(recordSpec(kind), { lists, office: true }).map((list) => ({ value: list.name, text: wordsOfList(kind, list.name, lang) })) : []),
  ];
  return (
    <fieldset class="kg-sheets__columns">
      <legend>{one.format === 'csv' ? texts.file : texts.sheet(sheet.name)}</legend>
      {one.format === 'xlsx' && <Select name={roleField(sheet)} label={texts.role} value={sheet.role ?? ''} options={roles} lang={lang} />}
      {sheet.role !== null &&
        sheet.heads.map((head, index) => {
          const value = sheet.columns[index] ?? '';
          const cell = example?.cells[index] ?? '';
          const shown = (typeof cell === 'string' ? cell : cell.value).slice(0, 60);
          const field = {
            name: columnField(sheet, index),
            label: (
              <>
                <code>{lettersOf(index)}</code> {head === '' ? texts.noHead : head}
              </>
            ),
            ...(shown === '' ? {} : { hint: texts.example(shown) }),
            lang,
            error: errorOf(columnField(sheet, index)),
          };
          const isAmongChoices = value === '' || choices.some((choice) => choice.name === value);
          return (
            <Field {...field}>
              <select class="govuk-select" id={field.name} name={field.name} aria-describedby={describedBy(field)} aria-invalid={field.error === undefined ? undefined : 'true'}>
                <option value="" selected={value === ''}>
                  {texts.skip}
                </option>
                {!isAmongChoices && (
                  <option value={value} selected>
                    {wordsOfColumn(kind, sheet.role ?? mainRole, lists, value, lang)}
                  </option>
                )}
                {choices.map((choice) => (
                  <option value={choice.name} selected={choice.name === value}>
                    {choice.words[lang]}
                  </option>
                ))}
              </select>
            </Field>
          );
        })}
    </fieldset>
  );
};
