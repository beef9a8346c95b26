import { get, post, type OfficeRoute } from '../page.ts';
import { exportFile } from './export.ts';
import { annotatedFile } from './imports/annotated.ts';
import { chooseColumns } from './imports/columns-form.ts';
import { dropImport, startWriting } from './imports/decide.ts';
import { importSheet } from './imports/page.tsx';
import { takeImport } from './imports/take.ts';
import { indexSheet } from './page.tsx';

export const spreadsheetsRoutes: readonly OfficeRoute[] = [
  get('/office/spreadsheets', (asked) => indexSheet(asked)),
  get('/office/spreadsheets/export', exportFile),
  post('/office/spreadsheets/imports', takeImport),
  get('/office/spreadsheets/imports/:id', (asked) => importSheet(asked)),
  get('/office/spreadsheets/imports/:id/errors', annotatedFile),
  post('/office/spreadsheets/imports/:id/columns', chooseColumns),
  post('/office/spreadsheets/imports/:id/import', startWriting),
  post('/office/spreadsheets/imports/:id/drop', dropImport),
];
