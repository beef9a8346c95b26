import type { City } from '#basics/city.ts';
import type { Tx } from '#db/handles.ts';
import { institutionMails as en } from '#lang/en/institution-mails.ts';
import type { Lang } from '#lang/lang.ts';
import { institutionMails as pl } from '#lang/pl/institution-mails.ts';
import { enqueueMail, eraseMails, letter, type Letter } from '#mail/index.ts';
import { institutionAddress } from '#web/institution-paths.ts';
import { newToken } from './token.ts';

/** What a letter is written with. */
export type Desk = { city: City; baseUrl: string; now: Date };

const textsFor = (lang: Lang): typeof pl => (lang === 'pl' ? pl : en);

type Draft = { to: string; lang: Lang; subject: string; contactId: string | null; letter: Omit<Letter, 'heading' | 'why'> };

/** Letters to a person bear their number, so that they can be taken back with the person. */
const keyBegins = (contactId: string): string => `institution:${contactId}:`;

async function send(tx: Tx, { city, now }: Desk, { to, lang, subject, contactId, letter: given }: Draft): Promise<void> {
  const short = subject.length > 190 ? `${subject.slice(0, 189)}…` : subject;
  const body = letter({ heading: short, why: textsFor(lang).why, ...given }, { city, lang });
  await enqueueMail(tx, { to, subject: short, ...body, onceKey: contactId === null ? undefined : keyBegins(contactId) + newToken() }, now);
}

/** Takes back what was written to somebody, and with it their address. */
export const takeBackLetters = (tx: Tx, { id, email }: { id: string; email: string }): Promise<string[]> => eraseMails(tx, { to: email, keyBegins: keyBegins(id) });

const linkHref = ({ baseUrl }: Desk, lang: Lang, token: string, to: string | null): string =>
  `${baseUrl}${institutionAddress('link', lang, { token })}${to === null ? '' : `?to=${encodeURIComponent(to)}`}`;

type Reader = { id: string; email: string; lang: Lang };

export function sendConfirmation(tx: Tx, desk: Desk, person: Reader, { institution, token, to }: { institution: string; token: string; to: string | null }): Promise<void> {
  const texts = textsFor(person.lang).confirm;
  const action = { text: texts.action, href: linkHref(desk, person.lang, token, to) };
  return send(tx, desk, { to: person.email, lang: person.lang, contactId: person.id, subject: texts.subject(institution), letter: { lines: texts.lines(institution), action } });
}

/** `inviter` is null where the office invites. */
export function sendInvitation(tx: Tx, desk: Desk, person: Reader, given: { institution: string; token: string; inviter: string | null }): Promise<void> {
  const texts = textsFor(person.lang).invitation;
  const first = given.inviter === null ? texts.byOffice(given.institution) : texts.byColleague(given.inviter, given.institution);
  const action = { text: texts.action, href: linkHref(desk, person.lang, given.token, null) };
  return send(tx, desk, {
    to: person.email,
    lang: person.lang,
    contactId: person.id,
    subject: texts.subject(given.institution),
    letter: { lines: [first, ...texts.lines], action },
  });
}

export function sendKnown(tx: Tx, desk: Desk, person: Reader, { institution, token, to }: { institution: string; token: string; to: string | null }): Promise<void> {
  const texts = textsFor(person.lang).known;
  const action = { text: texts.action, href: linkHref(desk, person.lang, token, to) };
  return send(tx, desk, { to: person.email, lang: person.lang, contactId: person.id, subject: texts.subject(institution), letter: { lines: texts.lines(institution), action } });
}

type WayIn = { contactId: string; institution: string; purpose: 'confirm' | 'sign-in'; token: string };

/** One letter with a link for each institution; where there is none, a letter that says so and takes as long to write. */
export function sendWaysIn(tx: Tx, desk: Desk, given: { email: string; lang: Lang; ways: readonly WayIn[]; to: string | null }): Promise<void> {
  const { email, lang, ways, to } = given;
  const texts = textsFor(lang);
  const [first, ...others] = ways;
  const service = desk.city.title[lang];
  if (first === undefined) {
    const action = { text: texts.unknown.action, href: desk.baseUrl + institutionAddress('registration', lang) };
    return send(tx, desk, { to: email, lang, contactId: null, subject: texts.unknown.subject(service), letter: { lines: texts.unknown.lines, action } });
  }
  const draft = { to: email, lang, contactId: first.contactId, subject: texts.signIn.subject(service) };
  const href = (way: WayIn): string => linkHref(desk, lang, way.token, to);
  if (others.length === 0) {
    const line = first.purpose === 'confirm' ? texts.signIn.confirmOne(first.institution) : texts.signIn.one(first.institution);
    const action = { text: first.purpose === 'confirm' ? texts.signIn.confirmAction : texts.signIn.action, href: href(first) };
    return send(tx, desk, { ...draft, letter: { lines: [line, texts.signIn.ignore], action } });
  }
  const list = ways.map((way) => ({ text: way.institution, note: way.purpose === 'confirm' ? texts.signIn.confirmAction : texts.signIn.action, href: href(way) }));
  return send(tx, desk, { ...draft, letter: { lines: [texts.signIn.many, { list }, texts.signIn.ignore] } });
}

/** The last letter to somebody whose data have gone. It bears no number: there is nobody any more that it could belong to. */
export function sendFarewell(tx: Tx, desk: Desk, person: Pick<Reader, 'email' | 'lang'>, given: { institution: string; what: 'removed' | 'erased' }): Promise<void> {
  const texts = textsFor(person.lang)[given.what];
  return send(tx, desk, { to: person.email, lang: person.lang, contactId: null, subject: texts.subject(given.institution), letter: { lines: texts.lines(given.institution) } });
}
