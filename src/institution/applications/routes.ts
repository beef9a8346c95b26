import { institutionPages } from '#web/institution-paths.ts';
import { get, openGet, post, type InstitutionRoute } from '../page.ts';
import { applySheet } from './apply-page.tsx';
import { beginApplication, noteInterest } from './begin.ts';
import { applicationSheet } from './one-page.tsx';
import { sendPaper, takeAnswers, takeMessage, takeStep } from './take.ts';

export const applicationRoutes: readonly InstitutionRoute[] = [
  openGet(institutionPages.apply, (asked) => applySheet(asked)),
  post(institutionPages.apply, beginApplication),
  post(institutionPages.interest, noteInterest),
  get(institutionPages.application, (asked) => applicationSheet(asked)),
  post(institutionPages.application, takeAnswers),
  post(institutionPages.applicationStep, takeStep),
  post(institutionPages.applicationMessage, takeMessage),
  get(institutionPages.applicationFile, sendPaper),
];
