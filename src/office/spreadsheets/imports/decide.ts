import { addJob } from '#jobs/index.ts';
import { insertAudit } from '#publishing/store.ts';
import { requireRole, seeOther, type Asked, type Sheet } from '../../page.ts';
import { typedIn } from '../../typed.ts';
import { textsOf } from '../texts.ts';
import { withOpenDraft } from './found-store.ts';
import { jobKey, writeJob } from './jobs.ts';
import { importSheet, missingSheet } from './page.tsx';
import { clearRows, holdImport, updateImport } from './store.ts';

const idOf = (asked: Asked): string => asked.given['id'] ?? '';

/** Begins to hand in what was checked. Only an import without errors is; a form sent twice finds that it has begun. */
export async function startWriting(asked: Asked): Promise<Sheet | Response> {
  requireRole(asked, 'editor');
  const typed = await typedIn(asked);
  if (!typed.ok) return typed.answer;
  const asDrafts = typed.of('drafts') === 'yes';
  const { desk, now, lang } = asked;
  const texts = textsOf(lang).decide;
  const outcome = await desk.db.write(async (tx) => {
    const found = await holdImport(tx, idOf(asked));
    if (found === undefined) return { kind: 'missing' as const };
    if (found.state !== 'checked') return { kind: 'begun' as const };
    if (found.counts.faults > 0) return { kind: 'wrong' as const, text: texts.hasErrors };
    if (found.counts.new + found.counts.changed === 0) return { kind: 'wrong' as const, text: texts.nothing };
    const inWork = asDrafts ? await withOpenDraft(tx, found.id, 20) : [];
    if (inWork.length > 0) return { kind: 'wrong' as const, text: texts.openDrafts(inWork.map(({ slug }) => slug).join(', ')) };
    const round = found.round + 1;
    // Who presses the button is the author of what is handed in.
    await updateImport(tx, found.id, { state: 'writing', asDrafts, round, madeBy: asked.person.actorId });
    await addJob(tx, { name: writeJob, payload: { id: found.id, round }, runAt: now, onceKey: jobKey(writeJob, found.id, round, 0) });
    return { kind: 'begun' as const };
  });
  if (outcome.kind === 'missing') return missingSheet(asked);
  if (outcome.kind === 'wrong') return importSheet(asked, { errors: [{ field: 'decide', text: outcome.text }], asDrafts });
  return seeOther(`/office/spreadsheets/imports/${idOf(asked)}`);
}

/** Puts an import away that is not to be handed in. */
export async function dropImport(asked: Asked): Promise<Sheet | Response> {
  requireRole(asked, 'editor');
  const { desk, now, person } = asked;
  const found = await desk.db.write(async (tx) => {
    const held = await holdImport(tx, idOf(asked));
    if (held === undefined) return undefined;
    if (held.state === 'done' || held.state === 'writing' || held.state === 'dropped') return held;
    await updateImport(tx, held.id, { state: 'dropped', round: held.round + 1, finishedAt: now });
    await clearRows(tx, held.id);
    await insertAudit(tx, { at: now, actorId: person.actorId, action: 'drop import', about: `import ${held.id}` });
    return held;
  });
  return found === undefined ? missingSheet(asked) : seeOther('/office/spreadsheets?done=deleted');
}
