import { done, refused, type Outcome } from '#basics/outcome.ts';
import type { Tx } from '#db/handles.ts';
import { insertAudit } from '#publishing/store.ts';
import type { ListedOffer } from '../calls/store.ts';
import type { Contact } from '../institutions/contact.ts';
import { visitorActor } from '../institutions/store.ts';
import { findCall, type Taking } from './call-store.ts';
import { latenessOf } from './on-time.ts';
import { applicationWithKey, insertApplication, insertStep, institutionFacts, type Interest } from './store.ts';

export type ApplyRefusal = 'notTaken' | 'notYet' | 'late' | 'noInstitution';

type Applying = { offer: ListedOffer; contact: Contact; onceKey: string; now: Date; zone: string; year: number };

/** What the office takes for an offer now: nothing where the way does not lead through the city, or where it is too early or too late. */
export function takenNow(offer: ListedOffer['body'], takes: Taking, { now, zone }: { now: Date; zone: string }): Outcome<'interest' | 'applications', ApplyRefusal> {
  if (takes === 'nothing' || offer.intermediary.needed !== 'yes') return refused('notTaken');
  const lateness = latenessOf('call', { offer, now, zone, amendBy: null });
  return lateness === null ? done(takes) : refused(lateness === 'notYet' ? 'notYet' : 'late');
}

/** Begins an application that only the institution sees until it is sent. The same form sent twice begins one. */
export const startApplication = (tx: Tx, given: Applying): Promise<Outcome<{ id: string }, ApplyRefusal>> => begin(tx, given, null);

/** Notes an interest: who, and what for. Where the office takes only interests, this is all it takes. */
export const startInterest = (tx: Tx, given: Applying & { interest: Interest }): Promise<Outcome<{ id: string }, ApplyRefusal>> => begin(tx, given, given.interest);

async function begin(tx: Tx, { offer, contact, onceKey, now, zone, year }: Applying, interest: Interest | null): Promise<Outcome<{ id: string }, ApplyRefusal>> {
  const key = `${contact.institutionId}:${onceKey}`;
  const same = await applicationWithKey(tx, key);
  if (same !== undefined) return done({ id: same.id });
  const call = await findCall(tx, offer.id);
  const taken = takenNow(offer.body, call.takes, { now, zone });
  if (!taken.ok) return taken;
  if (interest === null && taken.value !== 'applications') return refused('notTaken');
  const facts = await institutionFacts(tx, contact.institutionId);
  if (facts === undefined) return refused('noInstitution');
  const state = interest === null ? 'draft' : 'interest';
  const id = await insertApplication(tx, {
    offerId: offer.id,
    formNumber: interest === null ? call.formNumber : null,
    state,
    institutionId: contact.institutionId,
    institutionKind: facts.kind,
    // The figures go by what the offer is about; where it says nothing, by what the institution is about.
    themes: offer.body.themes.length > 0 ? offer.body.themes : facts.themes,
    interest,
    onceKey: key,
    year,
    now,
  });
  if (id === undefined) {
    const first = await applicationWithKey(tx, key);
    if (first === undefined) throw new Error('an application that was made a moment ago is not there');
    return done({ id: first.id });
  }
  await insertStep(tx, { applicationId: id, from: null, to: state, at: now, by: { role: 'applicant', contactId: contact.contactId }, reason: null, until: null });
  await insertAudit(tx, {
    at: now,
    actorId: await visitorActor(tx, now),
    action: interest === null ? 'start application' : 'note interest',
    recordId: offer.id,
    about: `application ${id}`,
  });
  return done({ id });
}
