import { z } from 'zod';
import { isDay } from '#basics/day.ts';
import type { Tx } from '#db/handles.ts';
import { langs } from '#lang/lang.ts';
import { themes } from '#register/index.ts';
import { insertContact } from './contact-store.ts';
import { institutionKinds } from './institution.ts';
import { insertInstitution } from './store.ts';

/** Invented institutions of an example city. Their numbers are fixed, so that invented applications can name them. */
export const exampleInstitutions = z.array(
  z.object({
    id: z.uuid(),
    name: z.string(),
    kind: z.enum(institutionKinds),
    themes: z.array(z.enum(themes)),
    description: z.string().nullable(),
    url: z.url().nullable(),
    address: z.string().nullable(),
    source: z.enum(['self', 'office']),
    enteredOn: z.string().refine(isDay),
    /** Offices and desks, never people; whoever signs in has said yes on that day. */
    contacts: z.array(z.object({ name: z.string(), email: z.email(), lang: z.enum(langs), signsIn: z.boolean() })),
  }),
);

/** Enters the institutions of an example as they would have come by themselves. */
export async function loadInstitutions(tx: Tx, institutions: z.infer<typeof exampleInstitutions>): Promise<void> {
  for (const { enteredOn, contacts, ...institution } of institutions) {
    const createdAt = new Date(`${enteredOn}T09:00:00Z`);
    await insertInstitution(tx, { ...institution, createdAt, confirmedAt: createdAt });
    for (const [index, { signsIn, ...contact }] of contacts.entries())
      await insertContact(tx, {
        ...contact,
        id: institution.id.replace(/^0197b000/, `0197b0${String(index + 1).padStart(2, '0')}`),
        institutionId: institution.id,
        source: institution.source,
        createdAt,
        consentAt: signsIn ? createdAt : null,
        confirmedAt: signsIn ? createdAt : null,
        seenAt: null,
      });
  }
}
