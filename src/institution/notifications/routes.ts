import type { Reader } from '#db/handles.ts';
import type { Lang } from '#lang/lang.ts';
import { eraseFromOutbox } from '#mail/index.ts';
import {
  askToSubscribe,
  changeKept,
  confirmSubscription,
  emailShape,
  eraseSubscriber,
  linkToken,
  organisationsOffering,
  readConfirmation,
  readKept,
  rhythms,
  type Change,
  type Filter,
  type Gone,
  type OfferedBy,
  type Rhythm,
} from '#offers/index.ts';
import { problemOfForm, readForm, type Form } from '#web/form.ts';
import { institutionAddress, institutionPages } from '#web/institution-paths.ts';
import { problemFor } from '#web/problems.tsx';
import { openGet, openPost, seeOther, type InstitutionRoute, type Sheet, type Visited } from '../page.ts';
import { choiceIn } from './choice.ts';
import { editPage, isLang, keptPage } from './kept-page.tsx';
import { confirmationLetter } from './letters.ts';
import { confirmPage, deadLinkPage, endPage, erasedPage } from './link-pages.tsx';
import { sentPage, subscribePage, type FormError, type Typed } from './subscribe-page.tsx';
import { textsFor } from './texts.ts';

const tokenOf = ({ given }: Visited): string => given['token'] ?? '';
const keptAddress = (lang: Lang, token: string): string => institutionAddress('notificationsKept', lang, { token });
const slugsOf = (organisations: readonly OfferedBy[]): Set<string> => new Set(organisations.map((one) => one.slug));
const offering = ({ desk }: Visited): Promise<OfferedBy[]> => desk.db.read((reader: Reader) => organisationsOffering(reader));

/** The fields as they were sent, or the answer to what is no form. */
async function formOf({ request }: Visited): Promise<{ params: URLSearchParams } | { refusal: Response }> {
  const form = await readForm(request, { maxFields: 30, maxBytes: 20_000 });
  if (!form.ok) return { refusal: problemFor({ path: new URL(request.url).pathname, accept: request.headers.get('accept') ?? undefined }, problemOfForm(form.refusal)) };
  return { params: paramsOf(form.value) };
}

const paramsOf = (form: Form): URLSearchParams => new URLSearchParams([...form].map(([name, values]): [string, string] => [name, values[0] ?? '']));

const rhythmIn = (text: string): Rhythm | undefined => rhythms.find((one) => one === text);

async function showForm(asked: Visited): Promise<Sheet> {
  const organisations = await offering(asked);
  return subscribePage({ typed: { email: '', rhythm: 'daily', filter: choiceIn(asked.query, slugsOf(organisations)) }, errors: [], organisations, lang: asked.lang });
}

async function takeForm(asked: Visited): Promise<Sheet | Response> {
  const { desk, lang, city, now, network } = asked;
  const sent = await formOf(asked);
  if ('refusal' in sent) return sent.refusal;
  const organisations = await offering(asked);
  const typed: Typed = { email: sent.params.get('email') ?? '', rhythm: sent.params.get('rhythm') ?? '', filter: choiceIn(sent.params, slugsOf(organisations)) };
  const texts = textsFor(lang).errors;
  const again = (status: number, errors: FormError[], headers: Sheet['headers'] = []): Sheet => subscribePage({ typed, errors, organisations, lang, status, headers });
  if ((sent.params.get('website') ?? '') !== '') return again(422, [{ field: 'email', text: texts.trapped }]);
  const [email, rhythm] = [emailShape.safeParse(typed.email), rhythmIn(typed.rhythm)];
  if (!email.success || rhythm === undefined)
    return again(422, [
      ...(email.success ? [] : [{ field: 'email' as const, text: texts.email }]),
      ...(rhythm === undefined ? [{ field: 'rhythm' as const, text: texts.rhythm }] : []),
    ]);
  const asking = { email: email.data, lang, filter: typed.filter, rhythm };
  const write = (token: string): ReturnType<typeof confirmationLetter> => confirmationLetter(token, asking, { city, baseUrl: desk.baseUrl, organisations });
  const { reached } = await askToSubscribe(desk.db, { asking, network, secret: desk.limitKey, write, now });
  if (reached !== undefined) return again(429, [{ field: 'email', text: texts[reached.limit] }], [['retry-after', String(reached.waitSeconds)]]);
  return seeOther(institutionAddress('notificationsSent', lang));
}

async function showConfirmation(asked: Visited, error?: string): Promise<Sheet> {
  const { desk, lang, now } = asked;
  const found = await desk.db.read((reader) => readConfirmation(reader, tokenOf(asked), now));
  if (!found.ok) return deadLinkPage(found.refusal, lang);
  return confirmPage({ asked: found.value, token: tokenOf(asked), organisations: await offering(asked), lang, ...(error === undefined ? {} : { error }) });
}

async function confirm(asked: Visited): Promise<Sheet | Response> {
  const { desk, lang, city, now } = asked;
  const confirmed = await confirmSubscription(desk.db, { token: tokenOf(asked), timeZone: city.timeZone, now });
  if (confirmed.ok) return seeOther(`${keptAddress(lang, linkToken(desk.limitKey, 'manage', confirmed.value.subscriberId))}?done=subscribed`);
  return confirmed.refusal === 'tooMany' ? showConfirmation(asked, textsFor(lang).errors.tooMany) : deadLinkPage(confirmed.refusal, lang);
}

/** A link that was never made is an address that never was; one whose address is erased says so. */
const gone = (why: Gone, lang: Lang): Sheet | 'notFound' => (why === 'unknown' ? 'notFound' : deadLinkPage('ended', lang));

const keptBy = (asked: Visited) => asked.desk.db.read((reader) => readKept(reader, { secret: asked.desk.limitKey, token: tokenOf(asked), purpose: 'manage' }));

async function showKept(asked: Visited): Promise<Sheet | 'notFound'> {
  const kept = await keptBy(asked);
  if (!kept.ok) return gone(kept.refusal, asked.lang);
  return keptPage({ kept: kept.value, token: tokenOf(asked), organisations: await offering(asked), lang: asked.lang, timeZone: asked.city.timeZone });
}

async function showOne(asked: Visited, given: { filter: Filter; rhythm: string; error: string } | null = null): Promise<Sheet | 'notFound'> {
  const kept = await keptBy(asked);
  if (!kept.ok) return gone(kept.refusal, asked.lang);
  const id = asked.given['id'] ?? null;
  const one = id === null ? { filter: {}, rhythm: 'daily' } : kept.value.subscriptions.find((each) => each.id === id);
  if (one === undefined) return 'notFound';
  return editPage({ filter: one.filter, rhythm: one.rhythm, ...given, id, token: tokenOf(asked), organisations: await offering(asked), lang: asked.lang });
}

/** Saves a choice, a new one or one that is there, or removes it. */
async function takeOne(asked: Visited): Promise<Sheet | Response | 'notFound'> {
  const { lang } = asked;
  const sent = await formOf(asked);
  if ('refusal' in sent) return sent.refusal;
  const id = asked.given['id'] ?? null;
  if (id !== null && sent.params.get('action') === 'remove') return change(asked, { change: 'remove', id }, 'choiceRemoved');
  const filter = choiceIn(sent.params, slugsOf(await offering(asked)));
  const rhythm = rhythmIn(sent.params.get('rhythm') ?? '');
  const texts = textsFor(lang).errors;
  if (rhythm === undefined) return showOne(asked, { filter, rhythm: '', error: texts.rhythm });
  return change(asked, id === null ? { change: 'add', filter, rhythm } : { change: 'edit', id, filter, rhythm }, 'saved');
}

async function change(asked: Visited, what: Change, word: 'saved' | 'choiceRemoved'): Promise<Sheet | Response | 'notFound'> {
  const { desk, lang, now } = asked;
  const changed = await changeKept(desk.db, { secret: desk.limitKey, token: tokenOf(asked), change: what, now });
  if (changed.ok) {
    if (changed.value.erased !== null) return erased(asked, changed.value.erased);
    return seeOther(`${keptAddress(lang, tokenOf(asked))}?done=${word}`);
  }
  if (changed.refusal === 'noSuch') return 'notFound';
  if (changed.refusal !== 'tooMany') return gone(changed.refusal, lang);
  return what.change === 'add' ? showOne(asked, { filter: what.filter, rhythm: what.rhythm, error: textsFor(lang).errors.tooMany }) : 'notFound';
}

async function takeLanguage(asked: Visited): Promise<Sheet | Response | 'notFound'> {
  const sent = await formOf(asked);
  if ('refusal' in sent) return sent.refusal;
  const wanted = sent.params.get('lang') ?? '';
  return isLang(wanted) ? change(asked, { change: 'language', lang: wanted }, 'saved') : showKept(asked);
}

async function erased({ desk, lang }: Visited, mails: readonly string[]): Promise<Response> {
  if (desk.outbox !== null) await eraseFromOutbox(desk.outbox, mails);
  return seeOther(institutionAddress('notificationsErased', lang));
}

async function eraseAll(asked: Visited): Promise<Sheet | Response | 'notFound'> {
  const { desk, lang } = asked;
  const answer = await eraseSubscriber(desk.db, { secret: desk.limitKey, token: tokenOf(asked), purpose: 'manage' });
  return answer.ok ? erased(asked, answer.value.erased) : gone(answer.refusal, lang);
}

async function showEnd(asked: Visited): Promise<Sheet | 'notFound'> {
  const found = await asked.desk.db.read((reader) => readKept(reader, { secret: asked.desk.limitKey, token: tokenOf(asked), purpose: 'end' }));
  return found.ok ? endPage(tokenOf(asked), asked.lang) : gone(found.refusal, asked.lang);
}

/**
 * One click in a mail program: a POST by a program of others, without cookies, of which only the address counts (RFC 8058). It is answered at
 * once and never leads on, as such programs do not follow; and it may come twice.
 */
async function end(asked: Visited): Promise<Sheet | 'notFound'> {
  const { desk, lang } = asked;
  const answer = await eraseSubscriber(desk.db, { secret: desk.limitKey, token: tokenOf(asked), purpose: 'end' });
  if (!answer.ok) return answer.refusal === 'unknown' ? 'notFound' : erasedPage(lang);
  if (desk.outbox !== null) await eraseFromOutbox(desk.outbox, answer.value.erased);
  return erasedPage(lang);
}

const of = institutionPages;

/** Mails about offers without an account: asking for them, confirming, changing, ending. The fixed addresses come before those with a parameter. */
export const notificationsRoutes: readonly InstitutionRoute[] = [
  openGet(of.notifications, showForm),
  openPost(of.notifications, takeForm),
  openGet(of.notificationsSent, ({ lang }) => Promise.resolve(sentPage(lang))),
  openGet(of.notificationsErased, ({ lang }) => Promise.resolve(erasedPage(lang))),
  openGet(of.notificationsConfirm, (asked) => showConfirmation(asked)),
  openPost(of.notificationsConfirm, confirm),
  openGet(of.notificationsKept, showKept),
  openPost(of.notificationsLanguage, takeLanguage),
  openPost(of.notificationsErasure, eraseAll),
  openGet(of.notificationsAnother, (asked) => showOne(asked)),
  openPost(of.notificationsAnother, takeOne),
  openGet(of.notificationsOne, (asked) => showOne(asked)),
  openPost(of.notificationsOne, takeOne),
  openGet(of.notificationsEnd, showEnd),
  { method: 'POST', path: of.notificationsEnd, open: true, fromAnywhere: true, answer: end },
];
