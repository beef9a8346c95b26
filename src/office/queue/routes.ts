import { get, post, type OfficeRoute } from '../page.ts';
import { bulkForm, resultsPage } from './bulk.tsx';
import { approveForm, overrideForm, returnForm, reviewPage } from './decisions.ts';
import { listPage } from './list-page.tsx';
import { previewForm, revokeForm } from './previews.ts';
import { restoreForm, restorePage } from './restore.tsx';
import { withdrawForm, withdrawPage } from './withdraw.tsx';

/** What waits for publication, and what is decided about it. */
export const queueRoutes: readonly OfficeRoute[] = [
  get('/office/queue', listPage),
  post('/office/queue/bulk', bulkForm),
  get('/office/queue/results', resultsPage),
  get('/office/queue/withdraw/:revisionId', withdrawPage),
  post('/office/queue/withdraw/:revisionId', withdrawForm),
  get('/office/queue/restore/:revisionId', restorePage),
  post('/office/queue/restore/:revisionId', restoreForm),
  get('/office/queue/:revisionId', reviewPage),
  post('/office/queue/:revisionId/approve', approveForm),
  post('/office/queue/:revisionId/return', returnForm),
  post('/office/queue/:revisionId/override', overrideForm),
  post('/office/queue/:revisionId/preview', previewForm),
  post('/office/queue/:revisionId/preview/revoke', revokeForm),
];
