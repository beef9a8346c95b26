import type { SheetMap } from './mapping.ts';

/** The fields of the form that says what the sheets and their columns hold. */
export const roleField = (sheet: SheetMap): string => `role-${sheet.index}`;
export const columnField = (sheet: SheetMap, column: number): string => `column-${sheet.index}-${column}`;
