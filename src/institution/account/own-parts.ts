import type { Child } from '#markup/markup.ts';
import { applicationsOf } from '#offers/index.ts';
import { ownApplications } from '../applications/own-part.tsx';
import type { Asked } from '../page.ts';

/** What other parts of the zone show on the institution's own page, from the top down. */
export const ownParts: readonly ((asked: Asked) => Promise<Child>)[] = [ownApplications];

/** What other parts of the zone hold about somebody, for the file with their own data: a name in English, and what stands under it. */
export const ownExports: readonly ((asked: Asked) => Promise<Record<string, unknown>>)[] = [
  async ({ desk, contact }) => ({ applications: await desk.db.read((reader) => applicationsOf(reader, contact.institutionId)) }),
];
