import { get, post, type OfficeRoute } from '../page.ts';
import { answerQuestion, chooseColumns, makeDraft } from './decide.ts';
import { indexSheet } from './page.tsx';
import { resultSheet } from './result.tsx';
import { takeList } from './take.ts';

export const reconciliationRoutes: readonly OfficeRoute[] = [
  get('/office/reconciliation', (asked) => indexSheet(asked)),
  post('/office/reconciliation', takeList),
  get('/office/reconciliation/:id', (asked) => resultSheet(asked)),
  post('/office/reconciliation/:id/columns', chooseColumns),
  post('/office/reconciliation/:id/answers', answerQuestion),
  post('/office/reconciliation/:id/drafts', makeDraft),
];
