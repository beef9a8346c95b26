import { addPreviewLink, previewToken, removePreviewLink } from '#publishing/previews.ts';
import { revisionById } from '#publishing/store.ts';
import { actorOf, requireRole, seeOther, type Asked, type Sheet } from '../page.ts';
import { typedIn } from '../typed.ts';
import { idIn, newToken, showReview } from './decisions.ts';
import { nothingHere } from './parts.tsx';
import { previewDays } from './preview-panel.tsx';
import { textsFor } from './texts.ts';

const dayMs = 86_400_000;

/** Makes a link and shows it, once: it is not kept. The token came with the form, so that the form sent twice makes one link. */
export async function previewForm(asked: Asked): Promise<Sheet | Response> {
  requireRole(asked, 'editor', 'publisher');
  const { lang, desk, now, person } = asked;
  const revisionId = idIn(asked);
  const typed = await typedIn(asked);
  if (!typed.ok) return typed.answer;
  const revision = revisionId === null ? undefined : await desk.db.read((reader) => revisionById(reader, revisionId));
  if (!revision) return nothingHere(lang);
  const days = previewDays.find((one) => one === typed.of('days'));
  const given = typed.of('token');
  if (days === undefined) return showReview(asked, { form: 'preview', typed: { of: typed.of, faults: [{ field: 'days', text: textsFor(lang).preview.daysMissing }] } });
  const token = previewToken.test(given) ? given : newToken();
  await desk.db.write((tx) =>
    addPreviewLink(tx, {
      token,
      revisionId: revision.id,
      recordId: revision.recordId,
      actorId: actorOf(person).id,
      now,
      expiresAt: new Date(now.getTime() + Number(days) * dayMs),
    }),
  );
  return showReview(asked, { token, made: true });
}

export async function revokeForm(asked: Asked): Promise<Sheet | Response> {
  requireRole(asked, 'editor', 'publisher');
  const { lang, desk, now, person } = asked;
  const revisionId = idIn(asked);
  const typed = await typedIn(asked);
  if (!typed.ok) return typed.answer;
  const revision = revisionId === null ? undefined : await desk.db.read((reader) => revisionById(reader, revisionId));
  if (!revision) return nothingHere(lang);
  await desk.db.write((tx) => removePreviewLink(tx, { hash: typed.of('link'), revisionId: revision.id, recordId: revision.recordId, actorId: actorOf(person).id, now }));
  return seeOther(`/office/queue/${revision.id}?done=saved`);
}
