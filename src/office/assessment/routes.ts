import { get, post, type OfficeRoute } from '../page.ts';
import { cycleOverview } from './cycle-page.tsx';
import { cyclesSheet, open } from './list.tsx';
import { saveSheet } from './save-score.ts';
import { changeScorers } from './scorers.ts';
import { membershipSheet } from './sheet-page.tsx';
import { step } from './state.ts';

export const assessmentRoutes: readonly OfficeRoute[] = [
  get('/office/assessment', (asked) => cyclesSheet(asked)),
  post('/office/assessment', open),
  get('/office/assessment/:cycle', (asked) => cycleOverview(asked)),
  post('/office/assessment/:cycle/state', step),
  post('/office/assessment/:cycle/scorers', changeScorers),
  get('/office/assessment/:cycle/:membership', (asked) => membershipSheet(asked)),
  post('/office/assessment/:cycle/:membership/:criterion', saveSheet),
];
