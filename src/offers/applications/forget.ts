import type { Db, Tx } from '#db/handles.ts';
import { eraseMails } from '#mail/index.ts';
import { readCity } from '#publishing/load.ts';
import { blankApplications, erasable, forgetContactIn, lettersOf, ownApplications, withdrawForGood } from './erase-store.ts';

/**
 * Forgets an institution as an applicant: answers, files, messages and reasons go; state, dates, kind of institution and themes stay for the figures.
 * What cannot go on without its applicant is withdrawn.
 */
async function forgetApplicant(tx: Tx, institutionId: string, now: Date): Promise<void> {
  const own = await ownApplications(tx, institutionId);
  await withdrawForGood(
    tx,
    own.filter(({ goesOn }) => goesOn).map(({ id, state }) => ({ id, state })),
    now,
  );
  await blankApplications(
    tx,
    own.map(({ id }) => id),
    now,
  );
}

/** What is done here before a person of an institution, or the whole institution, is erased. */
export async function forgetInApplications(tx: Tx, { institutionId, contactId }: { institutionId: string; contactId: string | null }, now: Date): Promise<void> {
  const onceKeys = await lettersOf(tx, institutionId, contactId);
  if (onceKeys.length > 0) await eraseMails(tx, { onceKeys });
  if (contactId === null) await forgetApplicant(tx, institutionId, now);
  else await forgetContactIn(tx, contactId);
}

const atOnce = 200;

/** Blanks applications that ended, and drafts and interests that nobody went on with, once the time that the city has set is over. How many. */
export async function forgetOldApplications(db: Db, now: Date): Promise<number> {
  const city = await db.read(readCity);
  if (city === undefined) return 0;
  const before = new Date(now);
  before.setUTCMonth(before.getUTCMonth() - city.applicantsRetentionMonths);
  for (let erased = 0; ;) {
    const ids = await db.write(async (tx) => {
      const old = await erasable(tx, before, atOnce);
      await withdrawForGood(
        tx,
        old.filter(({ goesOn }) => goesOn),
        now,
      );
      await blankApplications(
        tx,
        old.map(({ id }) => id),
        now,
      );
      return old;
    });
    erased += ids.length;
    if (ids.length < atOnce) return erased;
  }
}
