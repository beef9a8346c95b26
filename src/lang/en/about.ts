import type { Same } from '../lang.ts';
import type { about as pl } from '../pl/about.ts';

export const about: Same<typeof pl> = {
  title: 'About this service',
  lead: 'The description of this service has not been published yet.',
};
