import type { MountedPage } from './page.ts';

/** Every public page, in the order of the site map. */
export const publicPages: readonly MountedPage[] = [];
