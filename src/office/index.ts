import { scoresSomething } from '#offers/index.ts';
import { accountRoutes } from './account/routes.ts';
import { assessmentRoutes } from './assessment/routes.ts';
import { isAskedToScore } from './assessment/store.ts';
import { auditRoutes } from './audit/routes.tsx';
import { intakeRoutes } from './intake/routes.ts';
import { institutionsRoutes } from './institutions/routes.ts';
import { mailsRoutes } from './mails/routes.tsx';
import { feesSheet } from './fees/page.tsx';
import { offersRoutes } from './offers/routes.ts';
import { get, type OfficeRoute } from './page.ts';
import { recordsRoutes } from './records/routes.ts';
import { queueRoutes } from './queue/routes.ts';
import type { RailLink } from './shell.tsx';
import { settingsRoutes } from './settings/routes.tsx';
import { peopleRoutes } from './people/routes.ts';
import { invitationRoutes } from './sign-in/invitation.tsx';
import { otherWaysRoutes } from './sign-in/other-ways.tsx';
import { reconciliationRoutes } from './reconciliation/routes.ts';
import { spreadsheetsRoutes } from './spreadsheets/routes.ts';
import { signInRoutes } from './sign-in/routes.ts';
import { reportsRoutes } from './reports/routes.ts';
import { remarksRoutes } from './remarks/routes.tsx';
import { todayRoutes } from './today/routes.tsx';

/** Every page of the office. A part of it adds its own list. */
export const officeRoutes: readonly OfficeRoute[] = [
  ...signInRoutes,
  ...invitationRoutes,
  ...otherWaysRoutes,
  ...accountRoutes,
  ...peopleRoutes,
  ...todayRoutes,
  ...queueRoutes,
  ...recordsRoutes,
  get('/office/fees', feesSheet),
  ...spreadsheetsRoutes,
  ...reconciliationRoutes,
  ...assessmentRoutes,
  ...offersRoutes,
  ...reportsRoutes,
  ...intakeRoutes,
  ...institutionsRoutes,
  ...remarksRoutes,
  ...mailsRoutes,
  ...auditRoutes,
  ...settingsRoutes,
];

/** The rail of work, in the order of a working day. */
export const officeRail: readonly RailLink[] = [
  { entry: 'today', href: '/office' },
  { entry: 'records', href: '/office/records' },
  { entry: 'fees', href: '/office/fees', roles: ['editor', 'publisher', 'administrator'] },
  { entry: 'queue', href: '/office/queue', roles: ['editor', 'publisher', 'administrator'] },
  { entry: 'offers', href: '/office/offers', roles: ['offers-coordinator', 'administrator'], also: (reader, person) => scoresSomething(reader, person.actorId) },
  { entry: 'intake', href: '/office/intake', roles: ['offers-coordinator', 'editor'] },
  { entry: 'institutions', href: '/office/institutions', roles: ['offers-coordinator', 'administrator'] },
  {
    entry: 'assessment',
    href: '/office/assessment',
    roles: ['assessor', 'editor', 'publisher', 'administrator'],
    also: (reader, person) => isAskedToScore(reader, person.actorId),
  },
  { entry: 'spreadsheets', href: '/office/spreadsheets' },
  { entry: 'reconciliation', href: '/office/reconciliation', roles: ['editor'] },
  { entry: 'reports', href: '/office/reports' },
  { entry: 'remarks', href: '/office/remarks', roles: ['editor', 'publisher', 'administrator'] },
  { entry: 'mails', href: '/office/mails', roles: ['administrator'] },
  { entry: 'people', href: '/office/people', roles: ['administrator'] },
  { entry: 'audit', href: '/office/audit', roles: ['administrator'] },
  { entry: 'settings', href: '/office/settings', roles: ['administrator'] },
];
