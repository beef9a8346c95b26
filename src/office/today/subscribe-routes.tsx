import { createHash } from 'node:crypto';
import { dayAt } from '#basics/day.ts';
import type { Lang } from '#lang/lang.ts';
import { insertAudit } from '#publishing/store.ts';
import { Button } from '#ui/fields.tsx';
import { readForm } from '#web/form.ts';
import { get, openGet, openPost, post, requireRole, seeOther, type Asked, type OfficeRoute, type Sheet, type Visited } from '../page.ts';
import { offPath } from './digest.ts';
import { calendarOf, stampsOf } from './feed.ts';
import { gather } from './gather.ts';
import { hashOf, newSecret } from './secret.ts';
import { hours, SubscribePage } from './subscribe.tsx';
import {
  calendarBySecret,
  calendarMadeAt,
  digestHour,
  dropCalendar,
  dropDigest,
  dropDigestByToken,
  hasDigest,
  keepCalendar,
  keepDigest,
  keepPublishingMails,
  wantsPublishingMails,
} from './subscriptions.ts';
import { textsFor } from './texts.ts';

export const subscribeRoutes: readonly OfficeRoute[] = [
  get('/office/today/calendar', (asked) => page(asked)),
  post('/office/today/calendar', changeCalendar),
  post('/office/today/digest', changeDigest),
  post('/office/today/publishing', changePublishing),
  openGet('/office/calendar/:file', feed),
  openGet('/office/digest/off/:token', askOff),
  openPost('/office/digest/off/:token', off),
];

async function page(asked: Asked, more: { address?: string; hour?: string } = {}): Promise<Sheet> {
  requireRole(asked, 'reader');
  const { desk, person, lang, city } = asked;
  const { madeAt, hour, publishing } = await desk.db.read(async (reader) => ({
    madeAt: await calendarMadeAt(reader, person.actorId),
    hour: await digestHour(reader, person.actorId),
    publishing: await wantsPublishingMails(reader, person.actorId),
  }));
  const texts = textsFor(lang);
  const wrong = more.hour !== undefined;
  return {
    title: texts.subscribe.title,
    rail: 'today',
    crumbs: [
      { text: texts.title, href: '/office' },
      { text: texts.subscribe.title, href: '/office/today/calendar' },
    ],
    ...(wrong ? { status: 422, errorPrefix: true } : {}),
    content: (
      <SubscribePage
        lang={lang}
        email={person.email}
        calendarSince={madeAt === null ? null : dayAt(madeAt, city.timeZone)}
        address={more.address ?? null}
        hour={more.hour ?? (hour === null ? '' : String(hour))}
        hourWrong={wrong}
        publishing={publishing}
      />
    ),
  };
}

async function field(request: Request, name: string): Promise<string | null> {
  const read = await readForm(request);
  return read.ok ? (read.value.get(name)?.[0] ?? '') : null;
}

/** The address is shown in the answer itself: it is kept nowhere, so no later page could show it. */
async function changeCalendar(asked: Asked): Promise<Sheet | Response> {
  requireRole(asked, 'reader');
  const { desk, person, now, lang } = asked;
  const wanted = await field(asked.request, 'do');
  if (wanted === 'remove') {
    await desk.db.write(async (tx) => {
      if (await dropCalendar(tx, person.actorId)) await insertAudit(tx, { at: now, actorId: person.actorId, action: 'remove calendar address' });
    });
    return seeOther('/office/today/calendar?done=saved');
  }
  if (wanted !== 'make') return new Response(null, { status: 400 });
  const secret = newSecret();
  await desk.db.write(async (tx) => {
    await keepCalendar(tx, { actorId: person.actorId, secretHash: hashOf(secret), lang, madeAt: now });
    await insertAudit(tx, { at: now, actorId: person.actorId, action: 'make calendar address' });
  });
  return page(asked, { address: `${desk.baseUrl}/office/calendar/${secret}.ics` });
}

async function changeDigest(asked: Asked): Promise<Sheet | Response> {
  requireRole(asked, 'reader');
  const { desk, person, now, lang } = asked;
  const typed = (await field(asked.request, 'hour')) ?? '';
  const hour = hours.find((one) => String(one) === typed);
  if (typed !== '' && hour === undefined) return page(asked, { hour: typed });
  await desk.db.write(async (tx) => {
    if (hour === undefined) await dropDigest(tx, person.actorId);
    else await keepDigest(tx, { actorId: person.actorId, hour, lang, offToken: newSecret() });
    await insertAudit(tx, { at: now, actorId: person.actorId, action: hour === undefined ? 'end daily mail' : 'order daily mail' });
  });
  return seeOther('/office/today/calendar?done=saved');
}

/** Whether mails come when something is handed in, returned or published. */
async function changePublishing(asked: Asked): Promise<Sheet | Response> {
  requireRole(asked, 'reader');
  const { desk, person, now } = asked;
  const wanted = await field(asked.request, 'mails');
  if (wanted !== 'yes' && wanted !== 'no') return new Response(null, { status: 400 });
  await desk.db.write(async (tx) => {
    await keepPublishingMails(tx, person.actorId, wanted === 'yes');
    await insertAudit(tx, { at: now, actorId: person.actorId, action: wanted === 'yes' ? 'order mails of publishing' : 'end mails of publishing' });
  });
  return seeOther('/office/today/calendar?done=saved');
}

const nothingHere = (): Response => new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } });

/** The calendar behind its secret address. Whoever asks for another learns nothing. */
async function feed({ desk, given, today, city, request }: Visited): Promise<Response> {
  const secret = /^([A-Za-z0-9_-]{32})\.ics$/.exec(given['file'] ?? '')?.[1];
  if (secret === undefined) return nothingHere();
  const text = await desk.db.read(async (reader) => {
    const calendar = await calendarBySecret(reader, hashOf(secret));
    if (calendar === undefined) return null;
    const { open } = await gather(reader, { today, kinds: desk.kinds, statement: desk.statement, person: null });
    return calendarOf(open, { city, lang: calendar.lang, baseUrl: desk.baseUrl, stamps: await stampsOf(reader, open) });
  });
  if (text === null) return nothingHere();
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
  const headers = { etag, 'cache-control': 'private, no-cache', 'x-robots-tag': 'noindex' };
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
  return new Response(text, { headers: { ...headers, 'content-type': 'text/calendar; charset=utf-8', 'content-disposition': 'inline; filename="koga.ics"' } });
}

const offSheet = (lang: Lang, content: (texts: ReturnType<typeof textsFor>['off']) => Sheet['content'], status = 200): Sheet => {
  const texts = textsFor(lang).off;
  return {
    title: texts.title,
    status,
    content: (
      <>
        <h1>{texts.title}</h1>
        {content(texts)}
      </>
    ),
  };
};

/** The link in a mail only asks: programs that look at links in advance must not end anything. */
async function askOff({ desk, given, lang }: Visited): Promise<Sheet> {
  const token = given['token'] ?? '';
  if (!(await desk.db.read((reader) => hasDigest(reader, token)))) return offSheet(lang, (texts) => <p>{texts.gone}</p>, 404);
  return offSheet(lang, (texts) => (
    <form method="post" action={offPath(token, lang)}>
      <p>{texts.ask}</p>
      <Button>{texts.button}</Button>
    </form>
  ));
}

/** By the button, or by the mail program’s own "unsubscribe". */
async function off({ desk, given, lang, now }: Visited): Promise<Sheet> {
  const ended = await desk.db.write(async (tx) => {
    const actorId = await dropDigestByToken(tx, given['token'] ?? '');
    if (actorId !== null) await insertAudit(tx, { at: now, actorId, action: 'end daily mail' });
    return actorId !== null;
  });
  return ended ? offSheet(lang, (texts) => <p>{texts.done}</p>) : offSheet(lang, (texts) => <p>{texts.gone}</p>, 404);
}
