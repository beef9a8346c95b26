import { done, refused, type Outcome } from '#basics/outcome.ts';
import type { Tx } from '#db/handles.ts';
import type { Lang } from '#lang/lang.ts';
import { insertAudit } from '#publishing/store.ts';
import { changeContact, findContact } from './contact-store.ts';
import type { Institution } from './institution.ts';
import { findInstitution, updateInstitution, visitorActor } from './store.ts';

/** Changes what is known of an institution, unless somebody else has changed it since `version`. `by` is somebody of the office; null for the institution's own people. */
export async function changeInstitution(
  tx: Tx,
  { id, version, institution, by, now }: { id: string; version: number; institution: Institution; by: string | null; now: Date },
): Promise<Outcome<null, 'stale' | 'notFound'>> {
  if ((await findInstitution(tx, id)) === undefined) return refused('notFound');
  if (!(await updateInstitution(tx, id, version, institution))) return refused('stale');
  await insertAudit(tx, { at: now, actorId: by ?? (await visitorActor(tx, now)), action: 'change institution', about: id });
  return done(null);
}

/** A person's own name and the language of their letters. */
export async function changeSelf(
  tx: Tx,
  { institutionId, contactId, name, lang, now }: { institutionId: string; contactId: string; name: string; lang: Lang; now: Date },
): Promise<void> {
  if ((await findContact(tx, institutionId, contactId)) === undefined) return;
  await changeContact(tx, contactId, { name, lang });
  await insertAudit(tx, { at: now, actorId: await visitorActor(tx, now), action: 'change contact', about: institutionId });
}
