import type { OfficeRoute } from './page.ts';
import type { RailLink } from './shell.tsx';

/** Every page of the office. A part of it adds its own list. */
export const officeRoutes: readonly OfficeRoute[] = [];

/** The rail of work, in the order of a working day. */
export const officeRail: readonly RailLink[] = [];
