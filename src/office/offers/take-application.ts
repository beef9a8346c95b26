import {
  checkPaper,
  findApplication,
  isAmong,
  isState,
  markRead,
  moveApplication,
  paperWithContent,
  saveScore,
  writeMessage,
  type CheckedPaper,
  type MoveRefusal,
} from '#offers/index.ts';
import { attachment } from '#web/attachment.ts';
import { readMultipart } from '#web/multipart.ts';
import { requireRole, NotAllowed, seeOther, type Asked, type Sheet } from '../page.ts';
import { oneApplicationSheet } from './application-page.tsx';
import { readApplication } from './application-read.ts';
import { applicationPlace } from './frame.tsx';
import { missingSheet } from './missing.tsx';
import { requireCoordinator, typedIn, type FieldOf } from './take-offer.ts';
import { textsFor } from './texts.ts';

const idOf = (asked: Asked): string => asked.given['id'] ?? '';

/** Whether the application is there for the one who asks; everything else about it is answered like one that there is not. */
async function coordinated(asked: Asked): Promise<boolean> {
  return asked.desk.db.read(async (reader) => {
    const application = await findApplication(reader, idOf(asked));
    if (application === undefined || (application.sentAt === null && application.state !== 'interest')) return false;
    await requireCoordinator(reader, asked, application.offerId);
    return true;
  });
}

type Sent = { of: FieldOf; file: File | undefined };

async function sentIn(asked: Asked): Promise<Sent | 'tooLarge' | null> {
  if (/^multipart\//i.test(asked.request.headers.get('content-type') ?? '')) {
    const sent = await readMultipart(asked.request, { maxFields: 20, maxBytes: 55 * 1_048_576 });
    if (!sent.ok) return sent.refusal === 'tooLarge' ? 'tooLarge' : null;
    return { of: (name) => sent.value.fields.get(name)?.[0] ?? '', file: sent.value.files.get('document') };
  }
  const of = await typedIn(asked);
  return of === null ? null : { of, file: undefined };
}

/** Which field of the step's form mends what is wrong; nothing where no field does. */
const fieldOf: Partial<Record<MoveRefusal, string>> = {
  reasonMissing: 'reason',
  dayMissing: 'day',
  dayWrong: 'day',
  lateForOrganiser: 'day',
  documentMissing: 'document',
  signerMissing: 'signedBy',
};

/** Moves an application one step: the coordinator checks, asks to amend, chooses, endorses, passes on, or notes the outcome. */
export async function takeOfficeStep(asked: Asked): Promise<Sheet | Response> {
  requireRole(asked, 'offers-coordinator');
  if (!(await coordinated(asked))) return missingSheet(asked);
  const { desk, lang, city, now, person } = asked;
  const texts = textsFor(lang).one;
  const sent = await sentIn(asked);
  if (sent === null) return new Response(null, { status: 400 });
  if (sent === 'tooLarge') return oneApplicationSheet(asked, { status: 422, problem: texts.problems.tooLarge });
  const { of, file } = sent;
  const to = of('to');
  if (!isState(to)) return oneApplicationSheet(asked, { status: 422, problem: texts.problems.forbidden });
  let document: CheckedPaper | undefined;
  if (file !== undefined) {
    const checked = await checkPaper(file);
    if (!checked.ok) return oneApplicationSheet(asked, { status: 422, form: to, typed: of, errors: [{ field: `document-${to}`, text: texts.problems[checked.refusal] }] });
    document = checked.value;
  }
  const moved = await desk.db.write((tx) =>
    moveApplication(tx, {
      id: idOf(asked),
      version: Number(of('version')) || 0,
      to,
      by: { role: 'coordinator', actorId: person.actorId },
      now,
      city,
      baseUrl: desk.baseUrl,
      reason: of('reason').slice(0, 4000),
      day: of('day').trim(),
      signedBy: of('signedBy').slice(0, 200),
      document,
    }),
  );
  if (moved.ok) return seeOther(`${applicationPlace(idOf(asked))}?done=saved`);
  const text = texts.problems[moved.refusal];
  const field = fieldOf[moved.refusal];
  if (field !== undefined) return oneApplicationSheet(asked, { status: 422, form: to, typed: of, errors: [{ field: `${field}-${to}`, text }] });
  return oneApplicationSheet(asked, { status: moved.refusal === 'stale' ? 409 : 422, problem: text, form: to, typed: of });
}

/** Keeps the points and reasons of the one who asks. */
export async function takeScore(asked: Asked): Promise<Sheet | Response> {
  const { desk, lang, now, person } = asked;
  const of = await typedIn(asked);
  if (of === null) return new Response(null, { status: 400 });
  const texts = textsFor(lang).one;
  const saved = await desk.db.write(async (tx) => {
    const application = await findApplication(tx, idOf(asked));
    if (application === undefined) return undefined;
    if (!(await isAmong(tx, 'offerScorers', application.offerId, person.actorId))) throw new NotAllowed('offers-coordinator');
    return saveScore(tx, { id: application.id, scorerId: person.actorId, typed: of, now });
  });
  if (saved === undefined || (!saved.ok && saved.refusal === 'gone')) return missingSheet(asked);
  if (saved.ok) return seeOther(`${applicationPlace(idOf(asked))}?done=saved#scores-heading`);
  if (saved.refusal === 'incomplete') {
    const errors = (saved.problems ?? []).map(({ criterion, what }) => ({
      field: `${what}.${criterion}`,
      text: what === 'points' ? texts.problems.points : texts.problems.scoreReason,
    }));
    return oneApplicationSheet(asked, { status: 422, form: 'score', typed: of, errors });
  }
  return oneApplicationSheet(asked, { status: 422, problem: saved.refusal === 'notScorer' ? texts.problems.notScorer : texts.problems.notNow });
}

/** Writes to the institution, or notes that its messages were read. */
export async function takeOfficeMessage(asked: Asked): Promise<Sheet | Response> {
  requireRole(asked, 'offers-coordinator');
  if (!(await coordinated(asked))) return missingSheet(asked);
  const { desk, lang, city, now, person } = asked;
  const of = await typedIn(asked);
  if (of === null) return new Response(null, { status: 400 });
  const id = idOf(asked);
  if (of('do') === 'read') {
    await desk.db.write((tx) => markRead(tx, id, 'applicant', now));
    return seeOther(`${applicationPlace(id)}?done=saved#messages`);
  }
  const onceKey = of('once');
  const by = { role: 'coordinator', actorId: person.actorId } as const;
  const written = /^[0-9a-f-]{36}$/.test(onceKey) ? await desk.db.write((tx) => writeMessage(tx, { id, by, text: of('text'), onceKey, now, city, baseUrl: desk.baseUrl })) : null;
  if (written?.ok === true) return seeOther(`${applicationPlace(id)}?done=sent#messages`);
  return oneApplicationSheet(asked, { status: 422, form: 'message', typed: of, errors: [{ field: 'text', text: textsFor(lang).one.problems.message }] });
}

/** A file of the application for those who may see what it says. */
export async function officePaper(asked: Asked): Promise<Sheet | Response> {
  const file = asked.given['file'] ?? '';
  const paper = await asked.desk.db.read(async (reader) => {
    const seen = await readApplication(reader, asked);
    if (seen === undefined || !(seen.access.coordinates || seen.access.scores) || !/^[0-9a-f-]{36}$/.test(file)) return undefined;
    return paperWithContent(reader, seen.application.id, file);
  });
  return paper === undefined ? missingSheet(asked) : attachment(paper);
}
