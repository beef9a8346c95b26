import type { Lang } from '#lang/lang.ts';
import { effectDraftedFrom, holdUse, setUseAside, type StoredUse } from '#offers/index.ts';
import { beginDraft } from '../assessment/begin-draft.ts';
import { requireRole, seeOther, type Asked, type Sheet } from '../page.ts';
import { typedIn } from '../typed.ts';
import { missingSheet } from './item-page.tsx';
import { isId } from './load.ts';
import { textsFor } from './texts.ts';
import { hindrance, kindInWords, usesSheet } from './uses-page.tsx';

type Made = { what: 'draft'; id: string } | { what: 'missing' } | { what: 'refused'; why: string };

/** After the check, one press makes the draft of a documented effect. It says that the institution itself told it; pressed twice, it is one draft. */
export async function makeEffect(asked: Asked): Promise<Sheet | Response> {
  requireRole(asked, 'editor');
  const { desk, person, now, given, lang } = asked;
  const id = given['id'] ?? '';
  if (!isId(id)) return missingSheet(asked);
  const made = await desk.db.write(async (tx): Promise<Made> => {
    const use = await holdUse(tx, id);
    if (use === undefined) return { what: 'missing' };
    if (use.draftId !== null) return { what: 'draft', id: use.draftId };
    const hinders = use.state === 'new' ? hindrance(use, asked) : textsFor(lang).errors.settled;
    if (hinders !== null) return { what: 'refused', why: hinders };
    const draftId = await beginDraft(tx, asked, 'effect', effectOf(use, lang));
    if (draftId === undefined) return { what: 'refused', why: textsFor(lang).errors.settled };
    await effectDraftedFrom(tx, { id, draftId, actorId: person.actorId, now });
    return { what: 'draft', id: draftId };
  });
  if (made.what === 'missing') return missingSheet(asked);
  return made.what === 'draft' ? seeOther(`/office/drafts/${made.id}`) : usesSheet(asked, { id, reason: '', text: made.why, status: 409 });
}

/** What the report says already. What it measures, and which tie it shows, is for a person to say; who sent it stays out. */
function effectOf(use: StoredUse, lang: Lang): Record<string, unknown> {
  const noteIn = (one: Lang): string => [textsFor(one).uses.note, use.lang === one ? (use.told ?? '') : ''].join(' ').trim();
  return {
    organisation: use.offer.organisation,
    date: use.happened,
    title: use.offer.title,
    reportedBy: 'institution',
    note: { pl: noteIn('pl'), en: noteIn('en') },
    sourceIds: use.offer.sourceIds,
    sources: use.offer.sources,
    officeNotes: textsFor(lang).uses.caseNote(kindInWords(use.kind, lang)),
  };
}

export async function putUseAside(asked: Asked): Promise<Sheet | Response> {
  requireRole(asked, 'offers-coordinator', 'editor');
  const { desk, person, now, given, lang } = asked;
  const form = await typedIn(asked);
  if (!form.ok) return form.answer;
  const id = given['id'] ?? '';
  if (!isId(id)) return missingSheet(asked);
  const { errors } = textsFor(lang);
  const reason = form.of('reason').replace(/\s+/g, ' ').normalize('NFC').trim();
  const wrong = reason === '' ? errors.reason : Array.from(reason).length > 300 ? errors.reasonLong : null;
  if (wrong !== null) return usesSheet(asked, { id, reason: form.of('reason'), text: wrong, status: 422 });
  const result = await desk.db.write((tx) => setUseAside(tx, { id, reason, actorId: person.actorId, now }));
  if (result.ok) return seeOther('/office/intake/reports?done=saved');
  return result.refusal === 'noSuchUse' ? missingSheet(asked) : usesSheet(asked, { id, reason, text: errors.settled, status: 409 });
}
