import { z } from 'zod';

/** What the worker tells on its standard output, a line of JSON each. `accepted` comes only after the call has returned. */
export const saidShape = z.discriminatedUnion('said', [
  z.object({ said: z.literal('ready') }),
  z.object({ said: z.literal('opened') }),
  z.object({ said: z.literal('accepted'), act: z.enum(['submitted', 'published']), revision: z.uuid(), title: z.string() }),
  // A job has been taken up; nothing of it is committed yet.
  z.object({ said: z.literal('took'), revision: z.uuid() }),
  z.object({ said: z.literal('done') }),
  z.object({ said: z.literal('refused'), why: z.string() }),
  z.object({ said: z.literal('failed'), why: z.string() }),
]);
export type Said = z.infer<typeof saidShape>;

/** What the worker is told on its standard input, once. */
export const orderShape = z.object({
  work: z.enum(['load small', 'load full', 'import small', 'import full', 'publish', 'wait for the time']),
  dataFolder: z.string(),
  /** Where the exports lie. */
  exports: z.string(),
});
export type Order = z.infer<typeof orderShape>;
export type Work = Order['work'];
export type FillingWork = Exclude<Work, 'publish' | 'wait for the time'>;
