import type { Same } from '../lang.ts';
import type { feeds as pl } from '../pl/feeds.ts';

export const feeds: Same<typeof pl> = {
  register: 'Change register',
  registerTitle: (service: string) => `Change register – ${service}`,
  registerSubtitle: 'New, changed and withdrawn records, newest first.',
  organisationTitle: (name: string, service: string) => `Changes: ${name} – ${service}`,
  organisationSubtitle: (name: string) => `Changes to the records about ${name}, newest first.`,
  organisation: (name: string) => `Changes: ${name}`,
  entry: (kind: string, title: string, change: string) => `${kind}: ${title} – ${change}`,
  version: (number: number) => `Version ${number}.`,
  by: (who: string) => `Published by: ${who}.`,
};
