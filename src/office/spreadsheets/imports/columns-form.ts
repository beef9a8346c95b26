import { readForm, problemOfForm } from '#web/form.ts';
import { problemFor } from '#web/problems.tsx';
import { insertAudit } from '#publishing/store.ts';
import type { Kind } from '#publishing/kind.ts';
import { requireRole, seeOther, type Asked, type Sheet } from '../../page.ts';
import { lettersOf } from '../files/bounds.ts';
import { textsOf } from '../texts.ts';
import { columnField, roleField } from './field-names.ts';
import { beginChecking, hasRecords } from './jobs.ts';
import { choicesFor, importable, listsIn, mainRole, proposedMapping, withRole, type Mapping, type SheetMap } from './mapping.ts';
import { importSheet, missingSheet } from './page.tsx';
import { holdImport } from './store.ts';

/** Takes another choice of columns and checks the file anew. */
export async function chooseColumns(asked: Asked): Promise<Sheet | Response> {
  requireRole(asked, 'editor');
  const { desk, now, lang, person } = asked;
  const form = await readForm(asked.request, { maxFields: 4100 });
  if (!form.ok) return problemFor({ path: '/office/spreadsheets', accept: asked.request.headers.get('accept') ?? undefined }, problemOfForm(form.refusal));
  const of = (name: string): string | undefined => form.value.get(name)?.[0];
  const texts = textsOf(lang).columns;
  const outcome = await desk.db.write(async (tx) => {
    const found = await holdImport(tx, asked.given['id'] ?? '');
    if (found === undefined) return { kind: 'missing' as const };
    const { mapping, format } = found;
    if (mapping === null || format === null || !['mapping', 'checking', 'checked'].includes(found.state)) return { kind: 'taken' as const, id: found.id };
    const kind = importable(desk.kinds).find((one) => one.name === of('kind'));
    if (kind === undefined) return { kind: 'wrong' as const, errors: [{ field: 'kind', text: texts.chooseKind }] };
    const errors: { field: string; text: string }[] = [];
    // Another kind, or another list on a sheet, begins with what the headings say.
    const chosen: Mapping =
      kind.name !== mapping.kind
        ? proposedMapping(kind, format, mapping.sheets)
        : {
            kind: kind.name,
            sheets: mapping.sheets.map((sheet) => {
              const role = (of(roleField(sheet)) ?? sheet.role ?? '') || null;
              return role === sheet.role ? withColumns(kind, format, sheet, of) : withRole(kind, format, sheet, role);
            }),
          };
    for (const sheet of chosen.sheets)
      sheet.columns.forEach((column, index) => {
        const first = sheet.columns.indexOf(column);
        if (column !== null && first !== index) errors.push({ field: columnField(sheet, index), text: texts.twice(column, lettersOf(first), lettersOf(index)) });
      });
    if (chosen.sheets.filter((sheet) => sheet.role === mainRole).length > 1) errors.push({ field: 'columns', text: texts.oneMain });
    if (!hasRecords(chosen)) errors.push({ field: 'columns', text: texts.none });
    if (errors.length > 0) return { kind: 'wrong' as const, errors, chosen };
    await beginChecking(tx, { ...found, mapping: chosen }, now);
    await insertAudit(tx, { at: now, actorId: person.actorId, action: 'choose columns', about: `import ${found.id}` });
    return { kind: 'taken' as const, id: found.id };
  });
  if (outcome.kind === 'missing') return missingSheet(asked);
  if (outcome.kind === 'wrong') return importSheet(asked, { errors: outcome.errors, ...(outcome.chosen === undefined ? {} : { mapping: outcome.chosen }) });
  return seeOther(`/office/spreadsheets/imports/${outcome.id}`);
}

/** A column is one that the sheet can have; what was there before may also be a further entry of a short list. */
const withColumns = (kind: Kind, format: 'xlsx' | 'csv', sheet: SheetMap, of: (name: string) => string | undefined): SheetMap => {
  const known = new Set(sheet.role === null ? [] : choicesFor(kind, sheet.role, listsIn(format)).map((choice) => choice.name));
  const columns = sheet.columns.map((column, index) => {
    const typed = of(columnField(sheet, index));
    return typed === undefined || typed === column ? column : known.has(typed) ? typed : null;
  });
  return { ...sheet, columns };
};
