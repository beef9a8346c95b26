import { accountRoutes } from './account/routes.ts';
import { applicationRoutes } from './applications/routes.ts';
import { notificationsRoutes } from './notifications/routes.ts';
import type { InstitutionRoute } from './page.ts';
import { usesRoutes } from './uses/routes.ts';

/** Every page for people of institutions and for subscribers. A part of them adds its own list. */
export const institutionRoutes: readonly InstitutionRoute[] = [...accountRoutes, ...applicationRoutes, ...notificationsRoutes, ...usesRoutes];
