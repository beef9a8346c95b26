import { changeApplication, holdApplication, offerWithId, type Application, type ListedOffer } from '#offers/index.ts';
import { insertAudit } from '#publishing/store.ts';
import { beginDraft } from '../assessment/begin-draft.ts';
import { requireRole, seeOther, type Asked, type Sheet } from '../page.ts';
import { oneApplicationSheet } from './application-page.tsx';
import { applicationPlace } from './frame.tsx';
import { missingSheet } from './missing.tsx';
import { requireCoordinator } from './take-offer.ts';
import { textsFor } from './texts.ts';

/**
 * What an effect of a won application begins with. The way led through the city as a member, so it is tied to the membership. Who applied is left
 * out: it is for the institution to say whether it wants to be named.
 */
export function effectOf({ body, offeredBy }: ListedOffer, application: Pick<Application, 'number' | 'outcomeOn'>): Record<string, unknown> | undefined {
  if (!offeredBy) return undefined;
  const own = body.url === undefined ? [] : [{ id: 's1', url: body.url, title: body.title.pl.slice(0, 300), lang: 'pl', by: 'organisation' }];
  const others = body.sources.filter((source) => source.url !== body.url).map((source, index) => ({ ...source, id: `s${own.length + index + 1}` }));
  const sources = [...own, ...others].slice(0, 60);
  return {
    organisation: offeredBy.slug,
    date: application.outcomeOn,
    title: { pl: textsFor('pl').one.effectTitle(body.title.pl), en: textsFor('en').one.effectTitle(body.title.en ?? body.title.pl) },
    attribution: 'explicit',
    reportedBy: 'city',
    sourceIds: sources.slice(0, 1).map((source) => source.id),
    sources,
    caseNumber: application.number,
  };
}

/** Makes the draft of a documented effect, once. */
export async function takeEffect(asked: Asked): Promise<Sheet | Response> {
  requireRole(asked, 'offers-coordinator');
  const { desk, person, now } = asked;
  const id = asked.given['id'] ?? '';
  const made = await desk.db.write(async (tx) => {
    const held = await holdApplication(tx, id);
    if (held === undefined) return undefined;
    await requireCoordinator(tx, asked, held.offerId);
    if (held.effectDraftId !== null) return { draftId: held.effectDraftId };
    const offer = await offerWithId(tx, held.offerId);
    const body = held.state === 'won' && offer !== undefined ? effectOf(offer, held) : undefined;
    const draftId = body && (await beginDraft(tx, asked, 'effect', body));
    if (draftId === undefined) return { draftId: null };
    await changeApplication(tx, held, { effectDraftId: draftId });
    await insertAudit(tx, { at: now, actorId: person.actorId, action: 'start effect of application', recordId: held.offerId, about: `application ${held.id}` });
    return { draftId };
  });
  if (made === undefined) return missingSheet(asked);
  if (made.draftId === null) return oneApplicationSheet(asked, { status: 422, problem: textsFor(asked.lang).one.problems.effect });
  return seeOther(person.roles.includes('editor') ? `/office/drafts/${made.draftId}` : `${applicationPlace(id)}?done=saved`);
}
