import { describedBy } from '#ui/fields.tsx';
import { textsOf } from '../texts.ts';
import { FilesField } from './files-field.tsx';
import { ChoiceField, ChoicesField, MarkField, SourceIdsField } from './choice-fields.tsx';
import { fieldProps, type AnyGiven, type Given } from './field-props.tsx';
import { PairField } from './pair-field.tsx';
import { TextField } from './text-field.tsx';
import { labelOf } from './problems.ts';
import { rowSummary } from './row-summary.ts';
import { claimValue, idOf, isWide, nameOf, type Shown } from './shown.ts';
import type { Named, Path } from './spec.ts';
import { isBlank, partOf, rowsAtOnce, rowsOf, shownRows } from './values.ts';

/** One field of the form, whatever it holds. */
export const AnyField = (given: AnyGiven) => {
  const { spec } = given;
  switch (spec.type) {
    case 'text':
    case 'number':
      return <TextField {...given} spec={spec} />;
    case 'pair':
      return <PairField {...given} spec={spec} />;
    case 'choice':
      return <ChoiceField {...given} spec={spec} />;
    case 'choices':
      return <ChoicesField {...given} spec={spec} />;
    case 'mark':
    case 'yesNo':
      return <MarkField {...given} spec={spec} />;
    case 'sourceIds':
      return <SourceIdsField {...given} spec={spec} />;
    case 'group':
      return <GroupField {...given} spec={spec} />;
    case 'rows':
      if (spec.isFiles) return <FilesField {...given} spec={spec} />;
      return spec.isClaims ? <ClaimsField {...given} spec={spec} /> : <RowsField {...given} spec={spec} />;
  }
};

/** The fields of an object, each in its place in the grid. */
export const Fields = ({ fields, path, value, shown }: { fields: readonly Named[]; path: Path; value: unknown; shown: Shown }) => (
  <div class="kg-fields">
    {fields.map(({ name, spec }) => (
      <div class={isWide(spec) ? 'kg-fields__wide' : undefined}>
        <AnyField spec={spec} path={[...path, name]} value={partOf(value, name)} shown={shown} />
      </div>
    ))}
  </div>
);

const GroupField = (given: Given<'group'>) => {
  const { spec, path, value, shown } = given;
  const { id, label, hint } = fieldProps(given);
  return (
    <fieldset class="kg-group" id={id} aria-describedby={hint === undefined ? undefined : `${id}-hint`}>
      <legend>{label}</legend>
      {hint !== undefined && (
        <p class="govuk-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <Fields fields={spec.fields} path={path} value={value} shown={spec.empty.when === 'required' ? shown : { ...shown, isOptional: true }} />
    </fieldset>
  );
};

const hasProblem = (shown: Shown, path: Path): boolean => [...shown.problems.keys()].some((name) => name === nameOf(path) || name.startsWith(`${nameOf(path)}.`));

const Buttons = ({ path, index, count, shown, what }: { path: Path; index: number; count: number; shown: Shown; what: string }) => {
  const texts = textsOf(shown.lang).form;
  const name = nameOf([...path, index]);
  return (
    <p class="kg-rowbuttons">
      {count > 1 && index > 0 && (
        <button class="kg-linklike" name="do" value={`up:${name}`}>
          {texts.up}
          <span class="kg-vh">: {what}</span>
        </button>
      )}
      <button class="kg-linklike" name="do" value={`remove:${name}`}>
        {texts.remove}
        <span class="kg-vh">: {what}</span>
      </button>
    </p>
  );
};

/** A fact: its value, and beneath it who says so. A second value is a conflict of sources, which the public page shows side by side. */
const ClaimsField = (given: Given<'rows'>) => {
  const { spec, path, value, shown } = given;
  const { id, label, hint, error } = fieldProps(given);
  const texts = textsOf(shown.lang).form;
  const plain = labelOf(shown.kind, path, shown.lang);
  const rows = shownRows(spec, value);
  const valueSpec = claimValue(spec);
  const isNested = valueSpec.type === 'group' || valueSpec.type === 'pair';
  const rest = spec.item.type === 'group' ? spec.item.fields.filter((field) => field.name !== 'value') : [];
  return (
    <fieldset
      class="kg-claims"
      id={id}
      aria-describedby={describedBy({ name: nameOf(path), label: '', lang: shown.lang, error, ...(id === undefined ? {} : { id }), ...(hint === undefined ? {} : { hint }) })}
    >
      <legend>{label}</legend>
      {hint !== undefined && (
        <p class="govuk-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p class="govuk-error-message" id={`${id}-error`}>
          {error}
        </p>
      )}
      <input type="hidden" name={`${nameOf(path)}.rows`} value={String(rows.length)} />
      {rows.map((row, index) => {
        const at = [...path, index];
        const numbered = rows.length > 1 ? texts.claimOf(plain, index + 1) : plain;
        const chosen = rowsOf(partOf(row, 'sourceIds')).map(String);
        return (
          <div class="kg-claim">
            {isNested && valueSpec.type === 'group' ? (
              <Fields fields={valueSpec.fields} path={[...at, 'value']} value={partOf(row, 'value')} shown={{ ...shown, isOptional: true }} />
            ) : (
              <AnyField spec={valueSpec} path={[...at, 'value']} value={partOf(row, 'value')} shown={shown} label={<span class="kg-vh">{numbered}</span>} />
            )}
            <details class="kg-proof" open={hasProblem(shown, [...at, 'sourceIds']) || hasProblem(shown, [...at, 'note'])}>
              <summary>
                {chosen.length === 0 ? texts.noProof : texts.proof(chosen.join(', '))}
                {partOf(row, 'confirmed') === false && `, ${texts.unconfirmed}`}
                {partOf(row, 'note') !== undefined && `, ${texts.withNote}`}
                <span class="kg-vh">: {numbered}</span>
              </summary>
              <Fields fields={rest} path={at} value={row} shown={shown} />
            </details>
            {rows.length > 1 && <Buttons path={path} index={index} count={rows.length} shown={shown} what={numbered} />}
          </div>
        );
      })}
      <button class="kg-linklike" name="do" value={`add:${nameOf(path)}`}>
        {texts.addClaim}
        <span class="kg-vh">: {plain}</span>
      </button>
    </fieldset>
  );
};

/** The rows of a list. Those of several fields are folded, so that the list can be seen as a whole. */
const RowsField = (given: Given<'rows'>) => {
  const { spec, path, value, shown } = given;
  const { id, label, hint, error } = fieldProps(given);
  const texts = textsOf(shown.lang).form;
  const plain = labelOf(shown.kind, path, shown.lang);
  const name = nameOf(path);
  const rows = rowsOf(value);
  const from = rows.length > rowsAtOnce ? Math.min(shown.from.get(name) ?? 0, rows.length - 1) : 0;
  const page = rows.slice(from, from + rowsAtOnce);
  return (
    <fieldset class="kg-rows" id={id}>
      <legend>
        {label} {rows.length > 0 && <span class="kg-quiet">{rows.length}</span>}
      </legend>
      {hint !== undefined && (
        <p class="govuk-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p class="govuk-error-message" id={`${id}-error`}>
          {error}
        </p>
      )}
      <input type="hidden" name={`${name}.rows`} value={String(page.length)} />
      <input type="hidden" name={`${name}.from`} value={String(from)} />
      {rows.length > rowsAtOnce && <Windows name={name} from={from} total={rows.length} shown={shown} />}
      {page.map((row, place) => {
        const index = from + place;
        const at = [...path, index];
        const what = `${plain} ${index + 1}`;
        const buttons = <Buttons path={path} index={index} count={rows.length} shown={shown} what={what} />;
        if (spec.item.type !== 'group')
          return (
            <div class="kg-row">
              <AnyField spec={spec.item} path={at} value={row ?? undefined} shown={shown} label={<span class="kg-vh">{what}</span>} />
              {buttons}
            </div>
          );
        const isFolded = spec.item.fields.length > 3;
        const body = (
          <>
            <Fields fields={spec.item.fields} path={at} value={row} shown={shown} />
            {buttons}
          </>
        );
        if (!isFolded)
          return (
            <fieldset class="kg-row kg-row--many" id={idOf(at)}>
              <legend class="kg-vh">{what}</legend>
              {body}
            </fieldset>
          );
        return (
          <details class="kg-row kg-row--folded" id={idOf(at)} open={isBlank(spec.item, row) || shown.opened === nameOf(at) || hasProblem(shown, at)}>
            <summary>
              <span class="kg-row__number">{index + 1}</span> {rowSummary(shown, spec.item, at, row) || texts.blankRow}
            </summary>
            {body}
          </details>
        );
      })}
      <button class="govuk-button govuk-button--secondary" name="do" value={`add:${name}`}>
        {texts.addRow}
        <span class="kg-vh">: {plain}</span>
      </button>
    </fieldset>
  );
};

/** A list too long for one page is shown a part at a time; going on keeps what was typed. */
const Windows = ({ name, from, total, shown }: { name: string; from: number; total: number; shown: Shown }) => {
  const texts = textsOf(shown.lang).form;
  return (
    <p class="kg-windows">
      {texts.rowsOf(from + 1, Math.min(total, from + rowsAtOnce), total)}
      {from > 0 && (
        <button class="kg-linklike" name="do" value={`rows:${name}:${Math.max(0, from - rowsAtOnce)}`}>
          {texts.rowsBefore}
        </button>
      )}
      {from + rowsAtOnce < total && (
        <button class="kg-linklike" name="do" value={`rows:${name}:${from + rowsAtOnce}`}>
          {texts.rowsAfter}
        </button>
      )}
    </p>
  );
};
