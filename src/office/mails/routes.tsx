import { countMails, findMail, listMails, mailStates, readOutbox, tryAgain } from '#mail/index.ts';
import { insertAudit } from '#publishing/store.ts';
import { readForm } from '#web/form.ts';
import { get, post, requireRole, seeOther, type Asked, type OfficeRoute, type Sheet } from '../page.ts';
import { changeJob, jobsSheet } from './jobs.tsx';
import { MailsPage, OneMail, textsFor } from './page.tsx';

export const mailsRoutes: readonly OfficeRoute[] = [
  get('/office/mails', mails),
  get('/office/mails/jobs', jobsSheet),
  post('/office/mails/jobs/:id', async (asked) => changeJob(asked, await pressed(asked))),
  get('/office/mails/:id', one),
  post('/office/mails/:id/again', again),
];

/** Which of its buttons a form was sent with. */
async function pressed({ request }: Asked): Promise<string | null> {
  const form = await readForm(request);
  return form.ok ? (form.value.get('do')?.[0] ?? null) : null;
}

const shownAtMost = 100;
const isId = (text: string): boolean => /^[0-9a-f-]{36}$/.test(text);

async function mails(asked: Asked): Promise<Sheet> {
  requireRole(asked, 'administrator');
  const { desk, lang, city, query } = asked;
  const state = mailStates.find((name) => name === query.get('show')) ?? 'waiting';
  const read = await desk.db.read(async (reader) => ({ mails: await listMails(reader, state, shownAtMost), counts: await countMails(reader) }));
  return { title: textsFor(lang).title, rail: 'mails', content: <MailsPage {...read} state={state} outbox={desk.outbox} lang={lang} timeZone={city.timeZone} now={asked.now} /> };
}

/** Only what lies in the folder can be read: with a mail server nobody but the recipient sees the words. */
async function one(asked: Asked): Promise<Sheet | Response> {
  requireRole(asked, 'administrator');
  const { desk, lang, city, given } = asked;
  const id = given['id'] ?? '';
  const mail = isId(id) ? await desk.db.read((reader) => findMail(reader, id)) : undefined;
  if (mail === undefined || desk.outbox === null) return seeOther('/office/mails');
  const text = await readOutbox(desk.outbox, mail.messageId);
  return {
    title: mail.subject,
    rail: 'mails',
    crumbs: [
      { text: textsFor(lang).title, href: '/office/mails' },
      { text: mail.subject, href: `/office/mails/${id}` },
    ],
    content: <OneMail mail={mail} text={text} lang={lang} timeZone={city.timeZone} />,
  };
}

async function again(asked: Asked): Promise<Response> {
  requireRole(asked, 'administrator');
  const { desk, person, now, given } = asked;
  const id = given['id'] ?? '';
  if (isId(id))
    await desk.db.write(async (tx) => {
      if (await tryAgain(tx, id, now)) await insertAudit(tx, { at: now, actorId: person.actorId, action: 'send mail again', about: id });
    });
  return seeOther('/office/mails?done=saved');
}
