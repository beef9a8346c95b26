import { get, post, type OfficeRoute } from '../page.ts';
import { checkSheet } from './check-page.tsx';
import { consistencySheet } from './consistency-page.tsx';
import { countingSheet, saveCounting, takeCounting } from './counting-page.tsx';
import { criteriaSheet } from './criteria-page.tsx';
import { criterionSheet, saveCriterion } from './criterion-edit.tsx';
import { cycleOverview } from './cycle-page.tsx';
import { startDecision } from './decide.ts';
import { startEffect } from './effect.ts';
import { cyclesSheet, open } from './list.tsx';
import { referenceSheet, saveReference } from './reference-page.tsx';
import { saveSheet } from './save-score.ts';
import { changeScorers } from './scorers.ts';
import { saveSettings, settingsSheet } from './settings-page.tsx';
import { membershipSheet } from './sheet-page.tsx';
import { step } from './state.ts';
import { takeCriteria } from './take-criteria.ts';
import { runTrial } from './trial.ts';
import { saveWeighing, weighingSheet } from './weighing-page.tsx';
import { changeProfiles, weightsSheet } from './weights-page.tsx';

export const assessmentRoutes: readonly OfficeRoute[] = [
  post('/office/records/:kind/:slug/effect', startEffect),
  get('/office/assessment', (asked) => cyclesSheet(asked)),
  post('/office/assessment', open),
  get('/office/assessment/criteria', criteriaSheet),
  get('/office/assessment/criteria/:code', (asked) => criterionSheet(asked)),
  post('/office/assessment/criteria/:code', saveCriterion),
  get('/office/assessment/counting', (asked) => countingSheet(asked)),
  post('/office/assessment/counting', saveCounting),
  get('/office/assessment/:cycle', (asked) => cycleOverview(asked)),
  post('/office/assessment/:cycle/state', step),
  post('/office/assessment/:cycle/scorers', changeScorers),
  post('/office/assessment/:cycle/criteria', takeCriteria),
  get('/office/assessment/:cycle/weights', (asked) => weightsSheet(asked)),
  post('/office/assessment/:cycle/weights', changeProfiles),
  get('/office/assessment/:cycle/weights/:profile/:index', (asked) => weighingSheet(asked)),
  post('/office/assessment/:cycle/weights/:profile/:index', saveWeighing),
  get('/office/assessment/:cycle/weights/:profile/:index/consistency', consistencySheet),
  get('/office/assessment/:cycle/reference', (asked) => referenceSheet(asked)),
  post('/office/assessment/:cycle/reference', saveReference),
  post('/office/assessment/:cycle/counting', takeCounting),
  get('/office/assessment/:cycle/settings', (asked) => settingsSheet(asked)),
  post('/office/assessment/:cycle/settings', saveSettings),
  get('/office/assessment/:cycle/check', checkSheet),
  post('/office/assessment/:cycle/check', runTrial),
  post('/office/assessment/:cycle/:membership/decision', startDecision),
  // Last: what stands above are the parts of a cycle, what is left names a membership.
  get('/office/assessment/:cycle/:membership', (asked) => membershipSheet(asked)),
  post('/office/assessment/:cycle/:membership/:criterion', saveSheet),
];
