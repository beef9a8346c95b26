import { holds } from '#accounts/index.ts';
import { randomBytes } from 'node:crypto';
import type { ApprovalRefusal } from '#publishing/publish.ts';
import { actorOf, NotAllowed, requireRole, requireSecondFactor, seeOther, type Asked, type Sheet } from '../page.ts';
import { typedIn } from '../typed.ts';
import { approve, giveBack } from './decide.ts';
import { nothingHere, refusedSheet, untouched } from './parts.tsx';
import { publishByOverride } from './override.ts';
import { readReason, readWhy, type Fault } from './reason.ts';
import { readReview, type Review } from './review.ts';
import { reviewSheet, type Shown } from './review-page.tsx';
import { textsFor } from './texts.ts';
import { fieldOf, readWhen } from './when.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The revision that an address names; nothing where the text is no id. */
export const idIn = ({ given }: Pick<Asked, 'given'>): string | null => {
  const id = given['revisionId'] ?? '';
  return uuid.test(id) ? id : null;
};

export const newToken = (): string => randomBytes(32).toString('base64url');

async function reviewOf(asked: Asked): Promise<Review | undefined> {
  const revisionId = idIn(asked);
  return revisionId === null ? undefined : asked.desk.db.read((reader) => readReview(reader, asked.desk.kinds, { revisionId, actor: actorOf(asked.person), now: asked.now }));
}

/** The page of one revision, as fresh or as it comes back. */
export async function showReview(asked: Asked, shown: Partial<Shown> = {}): Promise<Sheet> {
  const review = await reviewOf(asked);
  return review ? reviewSheet(review, asked, { form: null, typed: untouched, token: newToken(), ...shown }) : nothingHere(asked.lang);
}

export async function reviewPage(asked: Asked): Promise<Sheet> {
  requireRole(asked, 'publisher', 'editor', 'administrator');
  return showReview(asked);
}

const sorryOf = (asked: Asked, refusal: ApprovalRefusal): Sheet => {
  const { lang } = asked;
  const texts = textsFor(lang);
  if (refusal === 'noSuchRevision') return nothingHere(lang);
  const isOwn = refusal === 'ownWork';
  return refusedSheet({
    title: isOwn ? texts.ownWorkTitle : texts.notNowTitle,
    lines: isOwn ? [texts.refusals.ownWork, texts.noted] : [texts.refusals[refusal]],
    status: isOwn ? 403 : 409,
    lang,
    revisionId: idIn(asked) ?? '',
  });
};

export async function approveForm(asked: Asked): Promise<Sheet | Response> {
  requireRole(asked, 'publisher');
  requireSecondFactor(asked);
  const { lang, now, city, desk } = asked;
  const revisionId = idIn(asked);
  const typed = await typedIn(asked);
  if (!typed.ok) return typed.answer;
  if (revisionId === null) return nothingHere(lang);
  const texts = textsFor(lang);
  const why = readWhy(typed.of, texts.why);
  const read = readWhen(typed.of, { now, timeZone: city.timeZone });
  const faults: Fault[] = [...(why.ok ? [] : (why.faults ?? [])), ...(read.ok ? [] : [{ field: fieldOf[read.fault], text: texts.decide[read.fault] }])];
  if (!why.ok || !read.ok) return showReview(asked, { form: 'approve', typed: { of: typed.of, faults } });
  const decided = await approve(desk.db, desk.kinds, { revisionId, actor: actorOf(asked.person), now, city, why: why.value, when: read.when, baseUrl: desk.baseUrl });
  if (!decided.ok) return sorryOf(asked, decided.refusal);
  return seeOther(read.when.kind === 'now' ? '/office/queue?done=published' : `/office/queue/${revisionId}?done=scheduled`);
}

/** Publishers return the work of others, and authors take their own back. */
export async function returnForm(asked: Asked): Promise<Sheet | Response> {
  requireRole(asked, 'publisher', 'editor');
  const { lang, now, desk, person } = asked;
  const typed = await typedIn(asked);
  if (!typed.ok) return typed.answer;
  const review = await reviewOf(asked);
  if (!review) return nothingHere(lang);
  if (!holds(person, 'publisher') && review.waiting.authorId !== person.actorId) throw new NotAllowed('publisher');
  const reason = readReason(typed.of, textsFor(lang).why);
  if (!reason.ok) return showReview(asked, { form: 'return', typed: { of: typed.of, faults: reason.faults ?? [] } });
  const returned = await giveBack(desk.db, desk.kinds, { revisionId: review.waiting.id, actor: actorOf(person), now, why: reason.value, baseUrl: desk.baseUrl });
  return returned.ok ? seeOther('/office/queue?done=returned') : sorryOf(asked, returned.refusal);
}

/** Administrators alone, for their own work alone: whoever else may approve it does so in the ordinary way. */
export async function overrideForm(asked: Asked): Promise<Sheet | Response> {
  requireRole(asked, 'administrator');
  requireSecondFactor(asked);
  const { lang, now, city, desk, person } = asked;
  const typed = await typedIn(asked);
  if (!typed.ok) return typed.answer;
  const review = await reviewOf(asked);
  if (!review) return nothingHere(lang);
  if (review.waiting.authorId !== person.actorId) throw new NotAllowed('publisher');
  const why = readWhy(typed.of, textsFor(lang).why);
  if (!why.ok) return showReview(asked, { form: 'override', typed: { of: typed.of, faults: why.faults ?? [] } });
  const published = await publishByOverride(desk, { revisionId: review.waiting.id, person, now, city, why: why.value, title: review.title });
  return published.ok ? seeOther('/office/queue?done=published') : sorryOf(asked, published.refusal);
}
