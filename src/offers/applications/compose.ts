import { done, refused, type Outcome } from '#basics/outcome.ts';
import type { Tx } from '#db/handles.ts';
import { insertAudit, raiseRegisterVersion } from '#publishing/store.ts';
import { formNumbered, holdCall, insertForm, keysUsed, updateCall, type OfferCall, type Taking } from './call-store.ts';
import { nextKey, type ApplicationForm } from './form.ts';

type By = { offerId: string; version: number; actorId: string; now: Date };
type NewKey = (letter: 'f' | 'k') => string;

/** Changes the form that is being composed. One that began from an older version is refused and changes nothing. */
export async function changeForm<Refusal extends string>(
  tx: Tx,
  { offerId, version, actorId, now }: By,
  edit: (draft: ApplicationForm, newKey: NewKey) => Outcome<ApplicationForm, Refusal>,
): Promise<Outcome<OfferCall, Refusal | 'stale'>> {
  const call = await holdCall(tx, offerId, now);
  if (call.version !== Math.max(version, 1)) return refused('stale');
  const used = [...(await keysUsed(tx, offerId)), ...call.draft.fields.map((one) => one.key), ...call.draft.criteria.map((one) => one.key)];
  const edited = edit(call.draft, (letter) => nextKey(letter, used));
  if (!edited.ok) return edited;
  const next = { ...call, draft: edited.value, version: call.version + 1 };
  await updateCall(tx, next, now);
  await insertAudit(tx, { at: now, actorId, action: 'compose application form', recordId: offerId });
  return done(next);
}

/** Opens, changes or closes what the office takes. Opening freezes the form as it stands; what was begun on an earlier one stays on it. */
export async function setTaking(tx: Tx, { offerId, version, actorId, now, takes }: By & { takes: Taking }): Promise<Outcome<OfferCall, 'stale' | 'noFields' | 'noCriteria'>> {
  const call = await holdCall(tx, offerId, now);
  if (call.version !== Math.max(version, 1)) return refused('stale');
  if (takes === 'applications' && call.draft.fields.length === 0) return refused('noFields');
  if (takes === 'applications' && call.draft.criteria.length === 0) return refused('noCriteria');
  const isOpen = takes === 'applications' && call.formNumber !== null && JSON.stringify(await formNumbered(tx, offerId, call.formNumber)) === JSON.stringify(call.draft);
  const formNumber = takes !== 'applications' || isOpen ? call.formNumber : await insertForm(tx, { offerId, form: call.draft, by: actorId, now });
  const next = { ...call, takes, formNumber, version: call.version + 1 };
  await updateCall(tx, next, now);
  await insertAudit(tx, { at: now, actorId, action: `take ${takes}`, recordId: offerId });
  // The offer's public page says whether one can apply.
  await raiseRegisterVersion(tx, now);
  return done(next);
}
