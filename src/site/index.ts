import { aboutPage } from './about.tsx';
import { actPage } from './acts/act.tsx';
import { actsPage } from './acts/acts.tsx';
import { assessmentCyclePage } from './assessment/cycle/page.tsx';
import { assessmentPage } from './assessment/page.tsx';
import { changesPage } from './changes/page.tsx';
import { calendarPage } from './calendar/page.tsx';
import { costsPage } from './costs/costs.tsx';
import { comparisonPage } from './history/comparison-page.tsx';
import { feedbackPage } from './feedback/page.tsx';
import { historyPage } from './history/history-page.tsx';
import { revisionPage } from './history/revision-page.tsx';
import { homePage } from './home/page.tsx';
import { organisationPage } from './organisation/page.tsx';
import { organisationsPage } from './organisations/page.tsx';
import { dataPage } from './open-data/page.tsx';
import { offerFiguresPage } from './offers/figures/page.tsx';
import { offerPage } from './offers/offer-page.tsx';
import { offersPage } from './offers/page.tsx';
import type { MountedPage } from './page.ts';
import { siteMapPage } from './site-map/page.tsx';
import { accessibilityPage } from './statements/accessibility.tsx';
import { cookiesPage } from './statements/cookies.tsx';
import { privacyPage } from './statements/privacy.tsx';
import { searchPage } from './search/page.tsx';
import { whyBelongPage } from './why-belong/why-belong.tsx';

/** Every public page, in the order of the site map. */
export const publicPages: readonly MountedPage[] = [
  homePage,
  organisationsPage,
  organisationPage,
  whyBelongPage,
  assessmentPage,
  assessmentCyclePage,
  actsPage,
  actPage,
  offersPage,
  offerFiguresPage,
  offerPage,
  calendarPage,
  costsPage,
  searchPage,
  changesPage,
  historyPage,
  revisionPage,
  comparisonPage,
  aboutPage,
  feedbackPage,
  dataPage,
  accessibilityPage,
  privacyPage,
  cookiesPage,
  siteMapPage,
];
