import { holds } from '#accounts/index.ts';
import type { Reader } from '#db/handles.ts';
import { isAmong, scoresSomething } from '#offers/index.ts';
import { NotAllowed, type Asked } from '../page.ts';

/** coordinates: sees everything of the offer's applications; scores: sees answers and files; otherwise only that there are applications, by number. */
export type Access = { coordinates: boolean; scores: boolean };

const looksOn = ({ person }: Asked): boolean => holds(person, 'offers-coordinator') || holds(person, 'administrator');

/** What somebody may see of an offer's applications; whoever has nothing to do with them is refused. */
export async function accessTo(reader: Reader, asked: Asked, offerId: string): Promise<Access> {
  const { person } = asked;
  const coordinates = holds(person, 'offers-coordinator') && (await isAmong(reader, 'offerCoordinators', offerId, person.actorId));
  const scores = await isAmong(reader, 'offerScorers', offerId, person.actorId);
  if (!coordinates && !scores && !looksOn(asked)) throw new NotAllowed('offers-coordinator');
  return { coordinates, scores };
}

/** The list is for those who have something to do with applications. */
export async function requireOffers(reader: Reader, asked: Asked): Promise<void> {
  if (!looksOn(asked) && !(await scoresSomething(reader, asked.person.actorId))) throw new NotAllowed('offers-coordinator');
}
