import { dayAt, isDay, type Day } from '#basics/day.ts';
import { done, refused, type Outcome } from '#basics/outcome.ts';
import type { City } from '#basics/city.ts';
import type { Tx } from '#db/handles.ts';
import { insertAudit } from '#publishing/store.ts';
import { passes } from '../calls/deadline.ts';
import type { ListedOffer } from '../calls/store.ts';
import { visitorActor } from '../institutions/store.ts';
import type { CheckedPaper } from './check-paper.ts';
import { findCall, formNumbered, holdCall, offerWithId } from './call-store.ts';
import { choiceRefusal, type ChoiceRefusal } from './choice.ts';
import { problemsIn, type Answers } from './form.ts';
import { tellApplicant } from './letters.ts';
import { latenessOf, type Lateness } from './on-time.ts';
import { papersOf, putPaper, scoresOf } from './paper-store.ts';
import { endStates, takesPlace, transitionFor, type ApplicationState, type Transition } from './state.ts';
import { changeApplication, findApplication, holdApplication, insertStep, placesTaken, stepsOf, type Application, type Mover } from './store.ts';

export type MoveRefusal =
  'gone' | 'stale' | 'forbidden' | 'notTaken' | 'incomplete' | 'reasonMissing' | 'dayMissing' | 'dayWrong' | 'documentMissing' | 'signerMissing' | Lateness | ChoiceRefusal;

export type Move = {
  id: string;
  version: number;
  to: ApplicationState;
  by: Mover;
  now: Date;
  city: City;
  baseUrl: string;
  reason?: string | undefined;
  /** Until when to amend, when it was passed on, or when the outcome was told. */
  day?: string | undefined;
  /** Who signed the endorsement, by name and office, and the signed document. */
  signedBy?: string | undefined;
  document?: CheckedPaper | undefined;
};

/** Moves an application one step along the table: checks it, writes it, tells the institution, and leaves a trace, all in one transaction. */
export async function moveApplication(tx: Tx, move: Move): Promise<Outcome<Application, MoveRefusal>> {
  const seen = await findApplication(tx, move.id);
  if (seen === undefined) return refused('gone');
  // Whoever counts the city's places has them alone: two who choose at once do not choose more than there are.
  if (move.to === 'chosen') await holdCall(tx, seen.offerId, move.now);
  const held = await holdApplication(tx, move.id);
  // Of what was passed on the outcome is still noted, for the figures.
  if (held === undefined || (held.erasedAt !== null && held.state !== 'passed-on')) return refused('gone');
  if (held.version !== move.version) return (await isSame(tx, held, move)) ? done(held) : refused('stale');
  const transition = transitionFor(held.state, move.to, move.by.role);
  if (transition === undefined) return refused('forbidden');
  const offer = await offerWithId(tx, held.offerId);
  const refusal = await refusalOf(tx, { move, transition, held, offer });
  if (refusal !== null) return refused(refusal);
  return done(await take(tx, { move, transition, held, offer }));
}

/** A form that was sent twice finds its own step taken. Somebody else's step is not one's own, even where it leads to the same state. */
async function isSame(tx: Tx, held: Application, { to, by, version, reason }: Move): Promise<boolean> {
  if (held.state !== to || held.version !== version + 1) return false;
  const last = (await stepsOf(tx, held.id)).at(-1);
  if (last?.role !== by.role) return false;
  return by.role === 'applicant' || (last.actorId === by.actorId && (last.reason ?? '') === (reason ?? '').trim());
}

type Given = { move: Move; transition: Transition; held: Application; offer: ListedOffer | undefined };

async function refusalOf(tx: Tx, { move, transition, held, offer }: Given): Promise<MoveRefusal | null> {
  const { now, city } = move;
  const today = dayAt(now, city.timeZone);
  const wantsDay = transition.needs.includes('day');
  if (wantsDay && (move.day === undefined || move.day === '')) return 'dayMissing';
  if (wantsDay && !isRight(move.day, { transition, offer, today, held, zone: city.timeZone })) return 'dayWrong';
  if (transition.needs.includes('reason') && (move.reason ?? '').trim().length < 3) return 'reasonMissing';
  if (transition.deadline === 'call' && (offer === undefined || (await findCall(tx, held.offerId)).takes === 'nothing')) return 'notTaken';
  if (offer !== undefined) {
    const on = move.day !== undefined && isDay(move.day) ? { on: move.day } : {};
    const lateness = latenessOf(transition.deadline, { offer: offer.body, now, zone: city.timeZone, amendBy: held.amendBy, ...on });
    if (lateness !== null) return lateness;
  }
  if (transition.to === 'sent' && (await unanswered(tx, held))) return 'incomplete';
  if (transition.needs.includes('document')) {
    if ((move.signedBy ?? '').trim().length < 3) return 'signerMissing';
    if (move.document === undefined) return 'documentMissing';
  }
  if (!transition.needs.includes('scores')) return null;
  const { criteria } = await formNumbered(tx, held.offerId, held.formNumber);
  const taken = await placesTaken(tx, held.offerId, takesPlace, held.id);
  return choiceRefusal({ criteria, scores: await scoresOf(tx, held.id), quota: offer?.body.quota, taken });
}

/** The day to amend lies ahead, and before the organiser's deadline; the others have come, and the outcome is no earlier than the passing on. */
function isRight(text: string | undefined, given: Pick<Given, 'transition' | 'offer' | 'held'> & { today: Day; zone: string }): boolean {
  const { transition, offer, today, held, zone } = given;
  if (text === undefined || !isDay(text)) return false;
  if (transition.to !== 'to-amend') return text <= today && text >= (transition.to === 'passed-on' ? dayAt(held.createdAt, zone) : (held.passedOn ?? text));
  const organiser = offer?.body.deadline ?? null;
  return text >= today && (organiser === null || passes({ date: text, zone }).latest <= passes(organiser).latest);
}

async function unanswered(tx: Tx, held: Application): Promise<boolean> {
  const { fields } = await formNumbered(tx, held.offerId, held.formNumber);
  return problemsIn(fields, withPapers(held.answers, await papersOf(tx, held.id))).length > 0;
}

/** The answers, with the names of the files that lie there. */
export const withPapers = (answers: Answers, papers: readonly { purpose: string; field: string | null; name: string }[]): Answers => ({
  ...answers,
  ...Object.fromEntries(papers.flatMap((paper) => (paper.purpose === 'answer' && paper.field !== null ? [[paper.field, paper.name]] : []))),
});

async function take(tx: Tx, { move, transition, held, offer }: Given): Promise<Application> {
  const { now, by, city, baseUrl } = move;
  const { to } = transition;
  const reason = (move.reason ?? '').trim() || null;
  const day = transition.needs.includes('day') ? (move.day ?? null) : null;
  const change = {
    state: to,
    ...(to === 'draft' ? { formNumber: (await findCall(tx, held.offerId)).formNumber } : {}),
    ...(to === 'sent' ? { sentAt: held.sentAt ?? now, amendBy: null } : {}),
    ...(to === 'to-amend' && day !== null ? { amendBy: new Date(passes({ date: day, zone: city.timeZone }).latest) } : {}),
    ...(to === 'checked' ? { amendBy: null } : {}),
    ...(to === 'endorsed' ? { signedBy: (move.signedBy ?? '').trim(), signedOn: dayAt(now, city.timeZone) } : {}),
    ...(to === 'passed-on' && held.state === 'endorsed' ? { passedOn: day } : {}),
    ...(to === 'won' || to === 'lost' ? { outcomeOn: day } : {}),
    ...(to === 'passed-on' && held.state !== 'endorsed' ? { outcomeOn: null } : {}),
    endedAt: endStates.includes(to) ? now : null,
  };
  if (transition.needs.includes('document') && move.document !== undefined)
    await putPaper(tx, { ...move.document, applicationId: held.id, purpose: 'endorsement', field: null, at: now });
  await changeApplication(tx, held, change);
  const stepId = await insertStep(tx, { applicationId: held.id, from: held.state, to, at: now, by, reason, until: to === 'to-amend' ? day : null });
  const moved = { ...held, ...change, version: held.version + 1 };
  if (transition.mail !== null) await tellApplicant(tx, { application: moved, letter: transition.mail, stepId, offer, reason, until: day, now, city, baseUrl });
  const actorId = by.role === 'coordinator' ? by.actorId : await visitorActor(tx, now);
  await insertAudit(tx, { at: now, actorId, action: `application ${to}`, recordId: held.offerId, about: `application ${held.id}` });
  return moved;
}
