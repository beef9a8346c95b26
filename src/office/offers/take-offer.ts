import { addToCrew, colleaguesAtWork, countStates, crewOf, findOffer, isAmong, removeFromCrew, setTaking, type ListedOffer } from '#offers/index.ts';
import { insertAudit } from '#publishing/store.ts';
import { readForm } from '#web/form.ts';
import type { Reader, Tx } from '#db/handles.ts';
import { NotAllowed, requireRole, seeOther, type Asked, type Sheet } from '../page.ts';
import { placeOf } from './frame.tsx';
import { missingSheet } from './missing.tsx';
import { oneOfferSheet } from './offer-page.tsx';
import { textsFor } from './texts.ts';

export type FieldOf = (name: string) => string;

/** The form that was sent, field by field; null where it cannot be read. */
export async function typedIn(asked: Asked): Promise<FieldOf | null> {
  const form = await readForm(asked.request, { maxFields: 400 });
  return form.ok ? (name) => form.value.get(name)?.[0] ?? '' : null;
}

/** Only a coordinator of this offer changes what belongs to it. */
export async function requireCoordinator(reader: Reader, { person }: Asked, offerId: string): Promise<void> {
  if (!(await isAmong(reader, 'offerCoordinators', offerId, person.actorId))) throw new NotAllowed('offers-coordinator');
}

/** Opens or closes what the office takes for the offer. */
export async function takeTaking(asked: Asked): Promise<Sheet | Response> {
  requireRole(asked, 'offers-coordinator');
  const of = await typedIn(asked);
  if (of === null) return new Response(null, { status: 400 });
  const { desk, person, now, lang } = asked;
  const wanted = (['nothing', 'interest', 'applications'] as const).find((one) => one === of('takes'));
  const became = await desk.db.write(async (tx) => {
    const offer = await findOffer(tx, asked.given['slug'] ?? '');
    if (offer === undefined || wanted === undefined) return undefined;
    await requireCoordinator(tx, asked, offer.id);
    return { offer, set: await setTaking(tx, { offerId: offer.id, version: Number(of('version')) || 0, actorId: person.actorId, now, takes: wanted }) };
  });
  if (became === undefined) return missingSheet(asked);
  const { offer, set } = became;
  if (!set.ok) return oneOfferSheet(asked, { status: set.refusal === 'stale' ? 409 : 422, problem: textsFor(lang).offer.problems[set.refusal] });
  return seeOther(`${placeOf(offer)}?done=saved`);
}

/** Takes an offer over, adds people to it, or takes them off. */
export async function takeCrew(asked: Asked): Promise<Sheet | Response> {
  requireRole(asked, 'offers-coordinator');
  const of = await typedIn(asked);
  if (of === null) return new Response(null, { status: 400 });
  const became = await asked.desk.db.write(async (tx) => {
    const offer = await findOffer(tx, asked.given['slug'] ?? '');
    return offer && { offer, problem: await changeCrew(tx, asked, offer, of) };
  });
  if (became === undefined) return missingSheet(asked);
  if (became.problem !== null) return oneOfferSheet(asked, { status: 422, problem: textsFor(asked.lang).offer[became.problem] });
  return seeOther(`${placeOf(became.offer)}?done=saved`);
}

async function changeCrew(tx: Tx, asked: Asked, offer: ListedOffer, of: FieldOf): Promise<'badPerson' | 'lastCoordinator' | null> {
  const { person, now } = asked;
  const crew = of('crew') === 'scorers' ? ('offerScorers' as const) : ('offerCoordinators' as const);
  const trace = (action: string): Promise<void> => insertAudit(tx, { at: now, actorId: person.actorId, action, recordId: offer.id });
  if (of('do') === 'take') {
    await addToCrew(tx, 'offerCoordinators', { offerId: offer.id, actorId: person.actorId, since: now });
    await trace('take offer over');
    return null;
  }
  await requireCoordinator(tx, asked, offer.id);
  const actorId = of('person');
  if (of('do') === 'remove') {
    const members = await crewOf(tx, crew, offer.id);
    const isLast = crew === 'offerCoordinators' && members.every((one) => one.actorId === actorId);
    if (isLast && (await countStates(tx, offer.id)).length > 0) return 'lastCoordinator';
    if (members.some((one) => one.actorId === actorId)) await removeFromCrew(tx, crew, { offerId: offer.id, actorId });
    await trace(crew === 'offerScorers' ? 'remove scorer' : 'remove coordinator');
    return null;
  }
  const fit = (await colleaguesAtWork(tx)).find((one) => one.actorId === actorId && (crew === 'offerScorers' || one.roles.includes('offers-coordinator')));
  if (fit === undefined) return 'badPerson';
  await addToCrew(tx, crew, { offerId: offer.id, actorId, since: now });
  await trace(crew === 'offerScorers' ? 'add scorer' : 'add coordinator');
  return null;
}
