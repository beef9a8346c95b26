import { holds } from '#accounts/index.ts';
import { insertAudit } from '#publishing/store.ts';
import { readForm } from '#web/form.ts';
import { actorOf, get, post, requireRole, seeOther, type Asked, type OfficeRoute, type Sheet } from '../page.ts';
import { gather, type Gathered } from './gather.ts';
import { isPersonal, isView } from './order.ts';
import { TodayPage } from './page.tsx';
import { PutOffForm, readPutOff, type Problems, type Typed } from './put-off.tsx';
import { dropNote, keepNote } from './store.ts';
import { subscribeRoutes } from './subscribe-routes.tsx';
import { textsFor } from './texts.ts';

export const todayRoutes: readonly OfficeRoute[] = [
  get('/office', today),
  get('/office/today/put-off', askPutOff),
  post('/office/today/put-off', putOff),
  post('/office/today/take-back', takeBack),
  ...subscribeRoutes,
];

const gathered = ({ desk, today: day, person }: Asked): Promise<Gathered> =>
  desk.db.read((reader) =>
    gather(reader, {
      today: day,
      kinds: desk.kinds,
      statement: desk.statement,
      person: { actorId: person.actorId, publishes: holds(person, 'publisher'), administers: holds(person, 'administrator'), coordinates: holds(person, 'offers-coordinator') },
    }),
  );

const mayPutOff = ({ person }: Asked): boolean => holds(person, 'editor') || holds(person, 'publisher') || holds(person, 'administrator');

async function today(asked: Asked): Promise<Sheet> {
  requireRole(asked, 'reader');
  const { lang, today: day, query } = asked;
  const wanted = query.get('show');
  const view = isView(wanted) ? wanted : 'all';
  return {
    title: textsFor(lang).title,
    rail: 'today',
    content: <TodayPage gathered={await gathered(asked)} view={view} lang={lang} today={day} mayPutOff={mayPutOff(asked)} whole={query.get('whole') === '1'} />,
  };
}

async function askPutOff(asked: Asked): Promise<Sheet> {
  requireRole(asked, 'editor', 'publisher', 'administrator');
  return form(asked, asked.query.get('key') ?? '', { what: '', until: '', reason: '' }, {});
}

async function putOff(asked: Asked): Promise<Sheet | Response> {
  requireRole(asked, 'editor', 'publisher', 'administrator');
  const read = await readForm(asked.request);
  if (!read.ok) return new Response(null, { status: 400 });
  const of = (name: string): string => read.value.get(name)?.[0] ?? '';
  const typed = { what: of('what'), until: of('until'), reason: of('reason') };
  const found = readPutOff(typed, asked.today);
  if (!found.ok) return form(asked, of('key'), typed, found.problems);
  const { open } = await gathered(asked);
  const task = open.find((one) => one.key === of('key') && !isPersonal(one));
  if (task === undefined) return gone(asked);
  const { desk, now, person } = asked;
  await desk.db.write(async (tx) => {
    await keepNote(tx, { key: task.key, dueOn: task.dueOn, ...found.value, byId: person.actorId, at: now });
    await insertAudit(tx, { at: now, actorId: actorOf(person).id, action: found.value.until === null ? 'task is not ours' : 'put off task', about: task.key });
  });
  return seeOther('/office?done=saved');
}

async function takeBack(asked: Asked): Promise<Response> {
  requireRole(asked, 'editor', 'publisher', 'administrator');
  const read = await readForm(asked.request);
  const key = read.ok ? (read.value.get('key')?.[0] ?? '') : '';
  const { desk, now, person } = asked;
  await desk.db.write(async (tx) => {
    if (await dropNote(tx, key)) await insertAudit(tx, { at: now, actorId: actorOf(person).id, action: 'take task back', about: key });
  });
  return seeOther('/office?show=put-off&done=saved');
}

async function form(asked: Asked, key: string, typed: Typed, problems: Problems): Promise<Sheet> {
  const { lang, today: day } = asked;
  const { open } = await gathered(asked);
  const task = open.find((one) => one.key === key && !isPersonal(one));
  if (task === undefined) return gone(asked);
  const texts = textsFor(lang);
  const wrong = Object.keys(problems).length > 0;
  return {
    title: texts.putOff.title,
    rail: 'today',
    crumbs: [
      { text: texts.title, href: '/office' },
      { text: texts.putOff.title, href: `/office/today/put-off?key=${encodeURIComponent(key)}` },
    ],
    ...(wrong ? { status: 422, errorPrefix: true } : {}),
    content: <PutOffForm task={task} typed={typed} problems={problems} lang={lang} today={day} />,
  };
}

function gone({ lang }: Asked): Sheet {
  const { putOff: texts } = textsFor(lang);
  return {
    title: texts.gone,
    rail: 'today',
    status: 404,
    content: (
      <>
        <h1>{texts.gone}</h1>
        <p>{texts.goneText}</p>
        <p>
          <a href="/office">{texts.cancel}</a>
        </p>
      </>
    ),
  };
}
