import { eraseFromOutbox } from '#mail/index.ts';
import {
  changeInstitution,
  contactsOf,
  enterContact,
  eraseContact,
  eraseInstitution,
  findContact,
  findInstitution,
  inviteAgain,
  readContact,
  readInstitution,
  switchInstitution,
  type KeptContact,
} from '#offers/index.ts';
import { get, post, requireRole, seeOther, type Asked, type OfficeRoute, type Sheet } from '../page.ts';
import { typedIn } from '../typed.ts';
import { isId } from './ids.ts';
import { showInstitutions } from './list-page.tsx';
import { missingSheet } from './missing.tsx';
import { showNew, takeNew } from './new-page.tsx';
import { oneSheet, questionSheet, type Shown } from './one-page.tsx';
import { errorsOf, textsFor } from './texts.ts';

type Found = Pick<Shown, 'institution' | 'people'>;

/** For a page about one institution; what is no longer there, or never was, is not found. */
const about = (answer: (asked: Asked, found: Found) => Promise<Sheet | Response>) => async (asked: Asked) => {
  requireRole(asked, 'offers-coordinator', 'administrator');
  const id = asked.given['id'] ?? '';
  const found = isId(id)
    ? await asked.desk.db.read(async (reader) => ({ institution: await findInstitution(reader, id), people: await contactsOf(reader, id) }))
    : { institution: undefined, people: [] };
  return found.institution === undefined ? missingSheet(asked) : answer(asked, { institution: found.institution, people: found.people });
};

/** For what is done about one of its people. */
const aboutPerson = (answer: (asked: Asked, found: Found, person: KeptContact) => Promise<Sheet | Response>) =>
  about(async (asked, found) => {
    const id = asked.given['person'] ?? '';
    const person = isId(id) ? await asked.desk.db.read((reader) => findContact(reader, found.institution.id, id)) : undefined;
    return person === undefined ? missingSheet(asked) : answer(asked, found, person);
  });

const placeOf = ({ institution }: Found): string => `/office/institutions/${institution.id}`;
const letterDesk = ({ city, desk, now }: Asked) => ({ city, baseUrl: desk.baseUrl, now });

const showOne = about((asked, found) => Promise.resolve(oneSheet(asked, found)));

const takeOne = about(async (asked, found) => {
  const { desk, lang, person, now } = asked;
  const form = await typedIn(asked, ['themes']);
  if (!form.ok) return form.answer;
  const { of } = form;
  const version = /^\d{1,9}$/.test(of('version')) ? Number(of('version')) : 0;
  const typed = { version, name: of('name'), kind: of('kind'), themes: form.form.get('themes') ?? [], description: of('description'), url: of('url'), address: of('address') };
  const read = readInstitution(typed);
  if (!read.ok) return oneSheet(asked, { ...found, typed, errors: errorsOf(read.problems, lang) });
  const changed = await desk.db.write((tx) => changeInstitution(tx, { id: found.institution.id, version, institution: read.value, by: person.actorId, now }));
  if (changed.ok) return seeOther(`${placeOf(found)}?done=saved`);
  if (changed.refusal === 'notFound') return missingSheet(asked);
  const newer = await desk.db.read((reader) => findInstitution(reader, found.institution.id));
  return oneSheet(asked, { ...found, typed: { ...typed, version: newer?.version ?? 0 }, errors: [{ field: 'name', text: textsFor(lang).stale }], status: 409 });
});

const takePerson = about(async (asked, found) => {
  const { desk, lang, person, now } = asked;
  const form = await typedIn(asked);
  if (!form.ok) return form.answer;
  const added = { contactName: form.of('contactName'), email: form.of('email') };
  const read = readContact(added);
  if (!read.ok) return oneSheet(asked, { ...found, added, errors: errorsOf(read.problems, lang) });
  const entered = await desk.db.write((tx) => enterContact(tx, { institutionId: found.institution.id, contact: read.value, lang: 'pl', by: person.actorId, now }));
  if (entered.ok) return seeOther(`${placeOf(found)}?done=saved`);
  return entered.refusal === 'notFound' ? missingSheet(asked) : oneSheet(asked, { ...found, added, errors: [{ field: 'email', text: textsFor(lang).people.known }] });
});

const takeInvitation = aboutPerson(async (asked, found, one) => {
  const { desk, lang, person } = asked;
  const by = { source: 'office', actorId: person.actorId, limitKey: desk.accounts?.secret ?? '' } as const;
  const invited = await desk.db.write((tx) => inviteAgain(tx, letterDesk(asked), { institution: found.institution, id: one.id, by }));
  if (invited.ok) return seeOther(`${placeOf(found)}?done=sent`);
  return invited.refusal === 'notFound' ? missingSheet(asked) : oneSheet(asked, { ...found, errors: [{ field: 'people', text: textsFor(lang).people.tooMany }] });
});

const showErasePerson = aboutPerson((asked, found, one) => {
  const { people } = textsFor(asked.lang);
  const action = `${placeOf(found)}/people/${one.id}/erase`;
  return Promise.resolve(questionSheet(asked, found.institution, { title: people.eraseTitle(one.name), text: people.eraseText, yes: people.eraseYes, action }));
});

const takeErasePerson = aboutPerson(async (asked, found, one) => {
  const { desk, person } = asked;
  const erased = await desk.db.write((tx) => eraseContact(tx, letterDesk(asked), { institutionId: found.institution.id, contactId: one.id, by: person.actorId, tell: true }));
  if (!erased.ok) return missingSheet(asked);
  if (desk.outbox !== null) await eraseFromOutbox(desk.outbox, erased.value.mails);
  return seeOther(`${placeOf(found)}?done=erased`);
});

const takeAccess = about(async (asked, found) => {
  const { desk, person, now } = asked;
  const form = await typedIn(asked);
  if (!form.ok) return form.answer;
  await desk.db.write((tx) => switchInstitution(tx, { id: found.institution.id, active: form.of('active') === 'yes', by: person.actorId, now }));
  return seeOther(`${placeOf(found)}?done=saved`);
});

const showErase = about((asked, found) => {
  const texts = textsFor(asked.lang);
  const action = `${placeOf(found)}/erase`;
  return Promise.resolve(questionSheet(asked, found.institution, { title: texts.eraseTitle(found.institution.name), text: texts.eraseText, yes: texts.eraseYes, action }));
});

const takeErase = about(async (asked, found) => {
  const { desk, person } = asked;
  const erased = await desk.db.write((tx) => eraseInstitution(tx, letterDesk(asked), { institutionId: found.institution.id, by: person.actorId }));
  if (erased.ok && desk.outbox !== null) await eraseFromOutbox(desk.outbox, erased.value.mails);
  return seeOther('/office/institutions?done=institutionErased');
});

/** The register of local institutions. */
export const institutionsRoutes: readonly OfficeRoute[] = [
  get('/office/institutions', showInstitutions),
  get('/office/institutions/new', showNew),
  post('/office/institutions', takeNew),
  get('/office/institutions/:id', showOne),
  post('/office/institutions/:id', takeOne),
  post('/office/institutions/:id/people', takePerson),
  post('/office/institutions/:id/people/:person/invitation', takeInvitation),
  get('/office/institutions/:id/people/:person/erase', showErasePerson),
  post('/office/institutions/:id/people/:person/erase', takeErasePerson),
  post('/office/institutions/:id/access', takeAccess),
  get('/office/institutions/:id/erase', showErase),
  post('/office/institutions/:id/erase', takeErase),
];
