import { get, post, type OfficeRoute } from '../page.ts';
import { oneApplicationSheet } from './application-page.tsx';
import { takeEffect } from './effect.ts';
import { formSheet } from './form-page.tsx';
import { offersSheet } from './list-page.tsx';
import { oneOfferSheet } from './offer-page.tsx';
import { partSheet } from './part-page.tsx';
import { officePaper, takeOfficeMessage, takeOfficeStep, takeScore } from './take-application.ts';
import { takeForm, takePart } from './take-form.ts';
import { takeCrew, takeTaking } from './take-offer.ts';

export const offersRoutes: readonly OfficeRoute[] = [
  get('/office/offers', offersSheet),
  get('/office/offers/:slug', (asked) => oneOfferSheet(asked)),
  post('/office/offers/:slug/taking', takeTaking),
  post('/office/offers/:slug/crew', takeCrew),
  get('/office/offers/:slug/form', (asked) => formSheet(asked)),
  post('/office/offers/:slug/form', takeForm),
  get('/office/offers/:slug/form/:key', (asked) => partSheet(asked)),
  post('/office/offers/:slug/form/:key', takePart),
  get('/office/applications/:id', (asked) => oneApplicationSheet(asked)),
  post('/office/applications/:id/step', takeOfficeStep),
  post('/office/applications/:id/score', takeScore),
  post('/office/applications/:id/message', takeOfficeMessage),
  post('/office/applications/:id/effect', takeEffect),
  get('/office/applications/:id/files/:file', officePaper),
];
