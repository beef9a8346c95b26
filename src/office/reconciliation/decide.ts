import { insertAudit } from '#publishing/store.ts';
import { requireRole, seeOther, type Asked, type Sheet } from '../page.ts';
import { typedIn } from '../typed.ts';
import { draftOfDifference } from './drafts.ts';
import { fields, type Columns } from './list.ts';
import { noneOfThem } from './read.ts';
import { missingSheet, resultSheet } from './result.tsx';
import { holdReconciliation, setAnswers, setColumns } from './store.ts';
import { textsOf } from './texts.ts';

const idOf = (asked: Asked): string => asked.given['id'] ?? '';
const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** Says which columns of the list hold what. */
export async function chooseColumns(asked: Asked): Promise<Sheet | Response> {
  requireRole(asked, 'editor');
  const typed = await typedIn(asked);
  if (!typed.ok) return typed.answer;
  if (!isId(idOf(asked))) return missingSheet(asked);
  const { desk, lang, now, person } = asked;
  const texts = textsOf(lang).wrong;
  const outcome = await desk.db.write(async (tx) => {
    const held = await holdReconciliation(tx, idOf(asked));
    if (held === undefined) return 'missing';
    const chosen: Columns = {};
    for (const field of fields) {
      const column = typed.of(field);
      if (/^\d{1,3}$/.test(column) && Number(column) < held.list.heads.length) chosen[field] = Number(column);
    }
    if (chosen.name === undefined) return { field: 'name', text: texts.columns };
    if (new Set(Object.values(chosen)).size < Object.keys(chosen).length) return { field: 'name', text: texts.twice };
    await setColumns(tx, held, chosen);
    await insertAudit(tx, { at: now, actorId: person.actorId, action: 'reconcile', about: `list ${held.id}` });
    return 'done';
  });
  if (outcome === 'missing') return missingSheet(asked);
  return outcome === 'done' ? seeOther(`/office/reconciliation/${idOf(asked)}`) : resultSheet(asked, { errors: [outcome], typed: typed.of });
}

/** Settles which record an entry means. */
export async function answerQuestion(asked: Asked): Promise<Sheet | Response> {
  requireRole(asked, 'editor');
  const typed = await typedIn(asked);
  if (!typed.ok) return typed.answer;
  if (!isId(idOf(asked))) return missingSheet(asked);
  const { desk, lang, now, person } = asked;
  const [line, answer] = [typed.of('line'), typed.of('answer')];
  const isAnswer = /^\d{1,6}$/.test(line) && (answer === noneOfThem || /^[a-z0-9-]{1,120}$/.test(answer));
  const outcome = await desk.db.write(async (tx) => {
    const held = await holdReconciliation(tx, idOf(asked));
    if (held === undefined) return 'missing';
    if (!isAnswer) return 'wrong';
    await setAnswers(tx, held.id, { ...held.answers, [line]: answer });
    await insertAudit(tx, { at: now, actorId: person.actorId, action: 'reconcile', about: `list ${held.id}` });
    return 'done';
  });
  if (outcome === 'missing') return missingSheet(asked);
  if (outcome === 'wrong') return resultSheet(asked, { errors: [{ field: /^\d{1,6}$/.test(line) ? `answer-${line}` : 'asked', text: textsOf(lang).wrong.answer }] });
  return seeOther(`/office/reconciliation/${idOf(asked)}?done=saved#asked`);
}

/** Makes a draft of one difference and leads to it. */
export async function makeDraft(asked: Asked): Promise<Sheet | Response> {
  requireRole(asked, 'editor');
  const typed = await typedIn(asked);
  if (!typed.ok) return typed.answer;
  if (!isId(idOf(asked))) return missingSheet(asked);
  const { desk, lang, city, now, person } = asked;
  const difference = typed.of('difference');
  const made = await desk.db.write((tx) => draftOfDifference(tx, desk.kinds, { id: idOf(asked), difference, editorId: person.actorId, city, now }));
  if (made.ok) return seeOther(`/office/drafts/${made.value.draftId}?done=saved`);
  return made.refusal === 'noSuchList' ? missingSheet(asked) : resultSheet(asked, { errors: [{ field: 'state', text: textsOf(lang).wrong.stale }] });
}
