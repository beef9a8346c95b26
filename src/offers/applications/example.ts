import { z } from 'zod';
import { isDay } from '#basics/day.ts';
import { uuidv7 } from '#basics/uuid.ts';
import type { Tx } from '#db/handles.ts';
import { insertAudit } from '#publishing/store.ts';
import { offerWithId, takings } from './call-store.ts';
import { addApplication, addCall, addNumbers } from './example-store.ts';
import { answersShape, formShape, problemsIn } from './form.ts';
import { applicationStates, endStates, transitionFor, transitions } from './state.ts';
import { insertStep, institutionFacts, interestShape } from './store.ts';

const day = z.string().refine(isDay);

const call = z.object({ offer: z.string(), takes: z.enum(takings), openedOn: day, form: formShape });

/** day: until when to amend, or when it was passed on or its outcome told. signedBy: an office, never a name. */
const step = z.object({ to: z.enum(applicationStates), on: day, reason: z.string().optional(), day: day.optional(), signedBy: z.string().optional() });

const application = z.object({
  id: z.uuid(),
  offer: z.string(),
  institution: z.uuid(),
  /** Who of the institution applies; a desk, as in its list of contacts. */
  contact: z.uuid(),
  interest: interestShape.optional(),
  answers: answersShape.default({}),
  steps: z.array(step).min(1),
  /** The published effect that was made of it. */
  effect: z.string().optional(),
});

type Step = z.infer<typeof step>;
type Calls = readonly z.infer<typeof call>[];
type Path = Pick<z.infer<typeof application>, 'offer' | 'answers' | 'steps' | 'effect'>;

/** By the same table as every other; undefined where a step is not allowed. */
const wayTo = (from: Step | undefined, { to }: Step) => (from === undefined ? undefined : transitions.find((one) => one.from === from.to && one.to === to));

function faultsOf({ offer, answers, steps, effect }: Path, calls: Calls): string[] {
  const form = calls.find((one) => one.offer === offer)?.form;
  if (form === undefined) return [`nothing is taken for ${offer}`];
  const faults = steps.flatMap((one, index) => {
    const [before, way] = [steps[index - 1], wayTo(steps[index - 1], one)];
    if (before === undefined) return one.to === 'draft' || one.to === 'interest' ? [] : [`begins as ${one.to}`];
    if (way === undefined) return [`no way leads from ${before.to} to ${one.to}`];
    if (one.on < before.on) return [`${one.to} comes before ${before.to}`];
    const lacks = (need: 'reason' | 'day' | 'document', given: string | undefined): string[] =>
      way.needs.includes(need) && given === undefined ? [`${one.to} lacks its ${need}`] : [];
    return [...lacks('reason', one.reason), ...lacks('day', one.day), ...lacks('document', one.signedBy)];
  });
  const isSent = steps.some((one) => one.to === 'sent');
  const isWon = steps.at(-1)?.to === 'won';
  return [
    ...faults,
    ...(isSent ? problemsIn(form.fields, answers).map(({ key, problem }) => `${key}: ${problem}`) : []),
    ...(effect !== undefined && !isWon ? ['has an effect and was not won'] : []),
  ];
}

/** Invented calls through the office and applications of the invented institutions of an example city. Points are left out: an example has nobody who could have given them. */
export const exampleApplications = z.object({ calls: z.array(call), applications: z.array(application) }).superRefine(({ calls, applications }, context) => {
  for (const [index, one] of applications.entries())
    for (const message of faultsOf(one, calls)) context.addIssue({ code: 'custom', path: ['applications', index], message: `${one.id}: ${message}` });
});

type Given = { actorId: string; recordId: (kind: string, slug: string) => string };

/** Minutes tell apart what happened on one day. */
const at = (on: string, index: number): Date => new Date(Date.parse(`${on}T09:00:00Z`) + index * 60_000);

/** Enters calls and applications of an example as they would have come by themselves. */
export async function loadApplications(tx: Tx, { calls, applications }: z.infer<typeof exampleApplications>, { actorId, recordId }: Given): Promise<void> {
  for (const { offer, takes, openedOn, form } of calls) await addCall(tx, { offerId: recordId('offer', offer), takes, form, by: actorId, now: at(openedOn, 0) });
  const begun = applications.toSorted((a, b) => (a.steps[0]?.on ?? '').localeCompare(b.steps[0]?.on ?? ''));
  const used = new Map<string, number>();
  for (const { id, institution, contact, interest, answers, steps, effect, ...one } of begun) {
    const offerId = recordId('offer', one.offer);
    const [offer, facts] = [await offerWithId(tx, offerId), await institutionFacts(tx, institution)];
    const [first, last] = [steps[0], steps.at(-1)];
    if (offer === undefined || facts === undefined || first === undefined || last === undefined) throw new Error(`${id} lacks its offer or its institution`);
    const [year, find] = [first.on.slice(0, 4), (to: Step['to']): Step | undefined => steps.find((each) => each.to === to)];
    const number = (used.get(year) ?? 0) + 1;
    used.set(year, number);
    const [endorsed, sent] = [find('endorsed'), find('sent')];
    const effectDraftId = effect === undefined ? null : uuidv7(at(last.on, 0).getTime());
    await addApplication(tx, {
      id,
      number: `${year}/${String(number).padStart(4, '0')}`,
      offerId,
      formNumber: interest === undefined ? 1 : null,
      state: last.to,
      institutionId: institution,
      institutionKind: facts.kind,
      themes: offer.body.themes.length > 0 ? offer.body.themes : facts.themes,
      interest: interest ?? null,
      answers,
      signedBy: endorsed?.signedBy ?? null,
      signedOn: endorsed?.on ?? null,
      passedOn: find('passed-on')?.day ?? null,
      outcomeOn: last.to === 'won' || last.to === 'lost' ? (last.day ?? null) : null,
      effectDraftId,
      onceKey: `${institution}:${id}`,
      version: steps.length,
      createdAt: at(first.on, 0),
      sentAt: sent === undefined ? null : at(sent.on, steps.indexOf(sent)),
      endedAt: endStates.includes(last.to) ? at(last.on, steps.length - 1) : null,
    });
    for (const [index, { to, on, reason, day: until }] of steps.entries()) {
      const from = steps[index - 1]?.to ?? null;
      const byApplicant = from === null || transitionFor(from, to, 'applicant') !== undefined;
      await insertStep(tx, {
        applicationId: id,
        from,
        to,
        at: at(on, index),
        by: byApplicant ? { role: 'applicant', contactId: contact } : { role: 'coordinator', actorId },
        reason: reason ?? null,
        until: to === 'to-amend' ? (until ?? null) : null,
      });
    }
    if (effect !== undefined && effectDraftId !== null)
      await insertAudit(tx, { at: at(last.on, steps.length), actorId, action: 'submit draft', recordId: recordId('effect', effect), about: `draft ${effectDraftId}` });
  }
  for (const [year, number] of used) await addNumbers(tx, Number(year), number);
}
