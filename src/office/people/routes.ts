import {
  changeRoles,
  colleagues,
  endSessionsOf,
  erasePerson,
  invitePerson,
  newLinkFor,
  removeSecondFactors,
  renamePerson,
  setActive,
  type Colleague,
  type SendLetter,
} from '#accounts/index.ts';
import { uuidv7 } from '#basics/uuid.ts';
import type { Tx } from '#db/handles.ts';
import type { Lang } from '#lang/lang.ts';
import { get, post, requireRole, requireSecondFactor, seeOther, type Asked, type OfficeRoute, type Sheet } from '../page.ts';
import { accountsOf } from '../sign-in/answers.ts';
import { isEmail } from '../sign-in/invitation.tsx';
import { linkLetter } from '../sign-in/letters.ts';
import { typedIn } from '../typed.ts';
import { inviteSheet, linkSheet, type Invitee, type InviteProblem } from './invite-page.tsx';
import { listSheet } from './list.tsx';
import { eraseSheet, personSheet, type PersonProblem } from './person-page.tsx';
import { rolesTyped } from './role-boxes.tsx';
import { peopleTexts } from './texts.ts';

/** Only administrators see the people of the office, and only with a second factor do they change anything about them. */
function requireAdministrator(asked: Asked): void {
  requireRole(asked, 'administrator');
  requireSecondFactor(asked);
}

async function showList(asked: Asked): Promise<Sheet> {
  requireRole(asked, 'administrator');
  return listSheet(asked, await colleagues(accountsOf(asked.desk)));
}

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

async function personAsked(asked: Asked): Promise<Colleague | undefined> {
  const id = asked.given['id'] ?? '';
  return isId(id) ? (await colleagues(accountsOf(asked.desk), id))[0] : undefined;
}

/** For a page about one person; whoever is no longer there leads back to the list. */
const about = (answer: (asked: Asked, person: Colleague) => Promise<Sheet | Response>) => async (asked: Asked) => {
  const person = await personAsked(asked);
  return person === undefined ? seeOther('/office/people') : answer(asked, person);
};

async function showPerson(asked: Asked): Promise<Sheet | Response> {
  requireRole(asked, 'administrator');
  return about((_asked, person) => Promise.resolve(personSheet(asked, person)))(asked);
}

async function showInvite(asked: Asked): Promise<Sheet> {
  requireAdministrator(asked);
  return inviteSheet(asked, { id: uuidv7(asked.now.getTime()), name: '', email: '', roles: ['editor'], lang: 'pl' });
}

async function takeInvite(asked: Asked): Promise<Sheet | Response> {
  requireAdministrator(asked);
  const typed = await typedIn(asked, ['roles']);
  if (!typed.ok) return typed.answer;
  const texts = peopleTexts(asked.lang);
  const invitee: Invitee = {
    id: isId(typed.of('id')) ? typed.of('id') : uuidv7(asked.now.getTime()),
    name: typed.of('name').trim(),
    email: typed.of('email').trim(),
    roles: rolesTyped(typed.form.get('roles') ?? []),
    lang: typed.of('lang') === 'en' ? 'en' : 'pl',
  };
  const problems: InviteProblem[] = [
    ...(invitee.email === '' || isEmail(invitee.email) ? [] : [{ field: 'email' as const, text: texts.emailWrong }]),
    ...(invitee.name.length > 120 ? [{ field: 'name' as const, text: texts.nameMissing }] : []),
  ];
  if (problems.length > 0) return inviteSheet(asked, invitee, problems);
  const accounts = accountsOf(asked.desk);
  const { id, email, ...rest } = invitee;
  const letter = letterFor(asked, accounts.sendLetter, { email: email === '' ? null : email, lang: invitee.lang });
  const invited = await invitePerson(accounts, { ...rest, by: asked.person, actorId: id, email: email === '' ? null : email }, letter.write);
  if (!invited.ok) return inviteSheet(asked, invitee, [{ field: 'email', text: invited.refusal === 'known' ? texts.emailKnown : texts.problems.again }]);
  return linkSheet(asked, { link: asked.desk.baseUrl + invited.value.path, sent: letter.isSent });
}

/** The letter with an invitation, where letters can be sent and there is an address. */
function letterFor(asked: Asked, send: SendLetter | null, { email, lang }: { email: string | null; lang: Lang }) {
  const write = async (tx: Tx, path: string): Promise<void> => {
    if (send === null || email === null) return;
    await send(tx, { to: email.toLowerCase(), ...linkLetter('invitation', { city: asked.city, lang, href: asked.desk.baseUrl + path }) }, asked.now);
  };
  return { write, isSent: send !== null && email !== null };
}

async function takeName(asked: Asked): Promise<Sheet | Response> {
  requireAdministrator(asked);
  const typed = await typedIn(asked);
  if (!typed.ok) return typed.answer;
  const texts = peopleTexts(asked.lang);
  const [name, email] = [typed.of('name').trim(), typed.of('email').trim()];
  return about(async (_asked, person) => {
    const comeBack = (problem: PersonProblem): Sheet => personSheet(asked, person, { status: 422, typed: { name, email }, problems: [problem] });
    if (person.joinedAt !== null && name === '') return comeBack({ field: 'name', text: texts.nameMissing });
    if (email === '' ? person.joinedAt !== null : !isEmail(email)) return comeBack({ field: 'email', text: texts.emailWrong });
    const renamed = await renamePerson(accountsOf(asked.desk), { by: asked.person, actorId: person.actorId, name, email: email === '' ? null : email });
    if (!renamed.ok) return comeBack({ field: 'email', text: renamed.refusal === 'known' ? texts.emailKnown : texts.problems.missing });
    return seeOther(`/office/people/${person.actorId}?done=saved`);
  })(asked);
}

async function takeRoles(asked: Asked): Promise<Sheet | Response> {
  requireAdministrator(asked);
  const typed = await typedIn(asked, ['roles']);
  if (!typed.ok) return typed.answer;
  const roles = rolesTyped(typed.form.get('roles') ?? []);
  return about(async (_asked, person) => {
    const changed = await changeRoles(accountsOf(asked.desk), { by: asked.person, actorId: person.actorId, roles });
    if (changed.ok) return seeOther(`/office/people/${person.actorId}?done=saved`);
    return personSheet(asked, person, { status: 422, typed: { roles }, problems: [{ field: 'roles', text: peopleTexts(asked.lang).problems[changed.refusal] }] });
  })(asked);
}

async function takeAccess(asked: Asked): Promise<Sheet | Response> {
  requireAdministrator(asked);
  const typed = await typedIn(asked);
  if (!typed.ok) return typed.answer;
  return about(async (_asked, person) => {
    const accounts = accountsOf(asked.desk);
    const act = { by: asked.person, actorId: person.actorId };
    const saved = seeOther(`/office/people/${person.actorId}?done=saved`);
    const refuse = (refusal: keyof ReturnType<typeof peopleTexts>['problems']): Sheet =>
      personSheet(asked, person, { status: 422, problems: [{ field: 'access', text: peopleTexts(asked.lang).problems[refusal] }] });
    switch (typed.of('act')) {
      case 'link': {
        const made = await newLinkFor(accounts, act);
        return made.ok ? linkSheet(asked, { link: asked.desk.baseUrl + made.value.path, sent: false }) : refuse(made.refusal);
      }
      case 'endSessions':
        await endSessionsOf(accounts, act);
        return saved;
      case 'removeSecond': {
        const removed = await removeSecondFactors(accounts, act);
        return removed.ok ? saved : refuse(removed.refusal);
      }
      case 'deactivate':
      case 'activate': {
        const changed = await setActive(accounts, { ...act, active: typed.of('act') === 'activate' });
        return changed.ok ? saved : refuse(changed.refusal);
      }
      default:
        return seeOther(`/office/people/${person.actorId}`);
    }
  })(asked);
}

async function showErase(asked: Asked): Promise<Sheet | Response> {
  requireAdministrator(asked);
  return about((_asked, person) => Promise.resolve(eraseSheet(asked, person)))(asked);
}

async function takeErase(asked: Asked): Promise<Sheet | Response> {
  requireAdministrator(asked);
  return about(async (_asked, person) => {
    const erased = await erasePerson(accountsOf(asked.desk), { by: asked.person, actorId: person.actorId });
    return erased.ok ? seeOther('/office/people?done=erased') : eraseSheet(asked, person, peopleTexts(asked.lang).problems[erased.refusal]);
  })(asked);
}

export const peopleRoutes: readonly OfficeRoute[] = [
  get('/office/people', showList),
  get('/office/people/new', showInvite),
  post('/office/people', takeInvite),
  get('/office/people/:id', showPerson),
  post('/office/people/:id', takeName),
  post('/office/people/:id/roles', takeRoles),
  post('/office/people/:id/access', takeAccess),
  get('/office/people/:id/erase', showErase),
  post('/office/people/:id/erase', takeErase),
];
