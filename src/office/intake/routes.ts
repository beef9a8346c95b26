import { get, post, type OfficeRoute } from '../page.ts';
import { makeDraft, putAside, takeUpAgain } from './decide.ts';
import { itemSheet } from './item-page.tsx';
import { listSheet } from './list-page.tsx';
import { takeMail } from './take.ts';
import { makeEffect, putUseAside } from './uses-decide.ts';
import { usesSheet } from './uses-page.tsx';

export const intakeRoutes: readonly OfficeRoute[] = [
  get('/office/intake', (asked) => listSheet(asked)),
  post('/office/intake', takeMail),
  get('/office/intake/reports', (asked) => usesSheet(asked)),
  post('/office/intake/reports/:id/effect', makeEffect),
  post('/office/intake/reports/:id/set-aside', putUseAside),
  get('/office/intake/:id', (asked) => itemSheet(asked)),
  post('/office/intake/:id/draft', makeDraft),
  post('/office/intake/:id/set-aside', putAside),
  post('/office/intake/:id/take-back', takeUpAgain),
];
