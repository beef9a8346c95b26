import type { Tx } from '#db/handles.ts';
import type { Taking } from './call-store.ts';
import type { ApplicationForm } from './form.ts';
import type { Application } from './store.ts';

/** A call whose one form was opened as it stands. */
export async function addCall(tx: Tx, given: { offerId: string; takes: Taking; form: ApplicationForm; by: string; now: Date }): Promise<void> {
  const { offerId, takes, by, now } = given;
  const form = JSON.stringify(given.form);
  await tx.insertInto('applicationForms').values({ offerId, number: 1, form, openedBy: by, openedAt: now }).execute();
  await tx.insertInto('offerCalls').values({ offerId, takes, formNumber: 1, draft: form, updatedAt: now }).execute();
}

type Told = Omit<Application, 'erasedAt' | 'amendBy'> & { onceKey: string };

/** An application as it became, under the number that it was given. */
export async function addApplication(tx: Tx, { interest, answers, ...told }: Told): Promise<void> {
  await tx
    .insertInto('applications')
    .values({ ...told, interest: interest === null ? null : JSON.stringify(interest), answers: JSON.stringify(answers) })
    .execute();
}

/** So many numbers of a year are given away. */
export async function addNumbers(tx: Tx, year: number, last: number): Promise<void> {
  await tx.insertInto('applicationNumbers').values({ year, last }).execute();
}
