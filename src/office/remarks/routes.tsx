import { countFeedback, eraseContacts, listFeedback, markAnswered } from '#feedback/index.ts';
import type { Tx } from '#db/handles.ts';
import { insertAudit } from '#publishing/store.ts';
import { get, post, requireRole, seeOther, type Asked, type OfficeRoute, type Sheet } from '../page.ts';
import { RemarksPage, textsFor } from './page.tsx';

export const remarksRoutes: readonly OfficeRoute[] = [
  get('/office/remarks', remarks),
  post('/office/remarks/:id/answer', (asked) => change(asked, 'answer remark', markAnswered)),
  post('/office/remarks/:id/contact', (asked) => change(asked, 'erase contact of remark', eraseContacts)),
];

const shownAtMost = 100;

async function remarks(asked: Asked): Promise<Sheet> {
  requireRole(asked, 'editor', 'publisher', 'administrator');
  const { desk, lang, city, query } = asked;
  const state = query.get('show') === 'answered' ? 'answered' : 'new';
  const read = await desk.db.read(async (reader) => ({
    remarks: await listFeedback(reader, shownAtMost, state),
    counts: { new: await countFeedback(reader, 'new'), answered: await countFeedback(reader, 'answered') },
  }));
  return { title: textsFor(lang).title, rail: 'remarks', content: <RemarksPage {...read} state={state} lang={lang} timeZone={city.timeZone} /> };
}

/** Twice is as once: what has been done already is not done again, and leaves no second trace. */
async function change(asked: Asked, action: string, work: (tx: Tx, id: string) => Promise<boolean>): Promise<Response> {
  requireRole(asked, 'editor', 'publisher', 'administrator');
  const { desk, person, now, given } = asked;
  const id = given['id'] ?? '';
  if (!/^[0-9a-f-]{36}$/.test(id)) return seeOther('/office/remarks');
  await desk.db.write(async (tx) => {
    if (await work(tx, id)) await insertAudit(tx, { at: now, actorId: person.actorId, action, about: id });
  });
  return seeOther('/office/remarks?done=saved');
}
