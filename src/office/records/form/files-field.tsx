import { valueName } from '#lang/fields.ts';
import { FileLink } from '#ui/file-link.tsx';
import { textsOf } from '../texts.ts';
import { fieldProps, type Given } from './field-props.tsx';
import { PairField } from './pair-field.tsx';
import { nameOf } from './shown.ts';
import { partOf, rowsOf } from './values.ts';

/** Files of a record: each with its name for readers, and a place to add one. Adding sends the whole form along, so nothing typed is lost. */
export const FilesField = (given: Given<'rows'>) => {
  const { path, value, shown } = given;
  const { id, label, error } = fieldProps(given);
  const { lang } = shown;
  const texts = textsOf(lang).files;
  const name = nameOf(path);
  const rows = rowsOf(value);
  const uploadId = `${id}-upload`;
  const uploadError = error ?? shown.problems.get(`${name}-upload`);
  return (
    <fieldset class="kg-rows" id={id}>
      <legend>
        {label} {rows.length > 0 && <span class="kg-quiet">{rows.length}</span>}
      </legend>
      <input type="hidden" name={`${name}.rows`} value={String(rows.length)} />
      {rows.map((row, index) => {
        const at = [...path, index];
        const [file, type, size] = [String(partOf(row, 'file') ?? ''), String(partOf(row, 'type') ?? ''), Number(partOf(row, 'size') ?? 0)];
        return (
          <div class="kg-row kg-row--many">
            <input type="hidden" name={nameOf([...at, 'file'])} value={file} />
            <input type="hidden" name={nameOf([...at, 'type'])} value={type} />
            <input type="hidden" name={nameOf([...at, 'size'])} value={String(size)} />
            <p>
              <FileLink href={`/office/files/${file}`} format={valueName([shown.kind, ...path.map(String), 'type'], type, lang) ?? type} size={size} lang={lang}>
                {texts.file(index + 1)}
              </FileLink>
            </p>
            <PairField spec={{ type: 'pair', empty: { when: 'required' } }} path={[...at, 'title']} value={partOf(row, 'title')} shown={shown} />
            <p class="kg-rowbuttons">
              <button class="kg-linklike" name="do" value={`remove:${nameOf(at)}`}>
                {texts.remove}
                <span class="kg-vh">: {texts.file(index + 1)}</span>
              </button>
            </p>
          </div>
        );
      })}
      <div class={uploadError === undefined ? 'govuk-form-group' : 'govuk-form-group govuk-form-group--error'}>
        <label class="govuk-label" for={uploadId}>
          {texts.add}
        </label>
        <p class="govuk-hint" id={`${uploadId}-hint`}>
          {texts.hint}
        </p>
        {uploadError !== undefined && (
          <p class="govuk-error-message" id={`${uploadId}-error`}>
            {uploadError}
          </p>
        )}
        <input
          class="govuk-file-upload"
          type="file"
          id={uploadId}
          name="upload"
          accept="application/pdf,image/png,image/jpeg,image/webp"
          aria-describedby={uploadError === undefined ? `${uploadId}-hint` : `${uploadId}-hint ${uploadId}-error`}
        />
        <button class="govuk-button govuk-button--secondary" name="upload-to" value={name} formaction="/office/files" formenctype="multipart/form-data">
          {texts.upload}
        </button>
      </div>
    </fieldset>
  );
};
