import { holds } from '#accounts/index.ts';
import { dayAt } from '#basics/day.ts';
import { dateInWords } from '#lang/dates.ts';
import { draftBody, draftedFrom, holdItem, intakeFields, setAside, strangers, takeBack, type Chosen } from '#offers/index.ts';
import { beginDraft } from '../assessment/begin-draft.ts';
import { requireRole, seeOther, type Asked, type Sheet } from '../page.ts';
import { typedIn } from '../typed.ts';
import { itemSheet, missingSheet } from './item-page.tsx';
import { isId, loaded } from './load.ts';
import { textsFor } from './texts.ts';

type Made = { what: 'draft'; id: string } | { what: 'missing' | 'settled' } | { what: 'strangers'; fields: string[] };

/** Makes a draft offer of what was chosen. Pressed twice, it leads to the same draft. */
export async function makeDraft(asked: Asked): Promise<Sheet | Response> {
  requireRole(asked, 'offers-coordinator', 'editor');
  const { desk, person, now, lang, city, given } = asked;
  const form = await typedIn(asked, ['audiences', 'languages']);
  if (!form.ok) return form.answer;
  const id = given['id'] ?? '';
  if (!isId(id)) return missingSheet(asked);
  const chosen: Chosen = new Map(intakeFields.map((field) => [field, (form.form.get(field) ?? []).filter((value) => value !== '')]));
  const made = await desk.db.write(async (tx): Promise<Made> => {
    const item = await holdItem(tx, id);
    if (item === undefined) return { what: 'missing' };
    if (item.draftId !== null) return { what: 'draft', id: item.draftId };
    if (item.state !== 'new') return { what: 'settled' };
    const { findings } = await loaded(tx, item, asked);
    const unknown = strangers(chosen, findings);
    if (unknown.length > 0) return { what: 'strangers', fields: unknown };
    const day = dateInWords(dayAt(item.arrivedAt, city.timeZone), lang);
    const body = draftBody(chosen, findings, { came: textsFor(lang).item.came(day, item.senderDomain), url: item.url });
    const draftId = await beginDraft(tx, asked, 'offer', body);
    if (draftId === undefined) return { what: 'settled' };
    await draftedFrom(tx, { id, draftId, actorId: person.actorId, now });
    return { what: 'draft', id: draftId };
  });
  const { errors } = textsFor(lang);
  switch (made.what) {
    case 'draft':
      return seeOther(holds(person, 'editor') ? `/office/drafts/${made.id}` : `/office/intake/${id}?done=saved`);
    case 'missing':
      return missingSheet(asked);
    case 'settled':
      return itemSheet(asked, { chosen, errors: [{ field: 'draft', text: errors.settled }], status: 409 });
    case 'strangers':
      return itemSheet(asked, { chosen, errors: made.fields.map((field) => ({ field, text: errors.strangers })) });
  }
}

const reasonLettersAtMost = 300;

export async function putAside(asked: Asked): Promise<Sheet | Response> {
  requireRole(asked, 'offers-coordinator', 'editor');
  const { desk, person, now, lang, given } = asked;
  const form = await typedIn(asked);
  if (!form.ok) return form.answer;
  const id = given['id'] ?? '';
  if (!isId(id)) return missingSheet(asked);
  const { errors } = textsFor(lang);
  const reason = form.of('reason').replace(/\s+/g, ' ').normalize('NFC').trim();
  const wrong = reason === '' ? errors.reason : Array.from(reason).length > reasonLettersAtMost ? errors.reasonLong : null;
  if (wrong !== null) return itemSheet(asked, { reason: form.of('reason'), errors: [{ field: 'reason', text: wrong }] });
  const result = await desk.db.write((tx) => setAside(tx, { id, reason, actorId: person.actorId, now }));
  if (result.ok) return seeOther('/office/intake?done=saved');
  return result.refusal === 'noSuchItem' ? missingSheet(asked) : itemSheet(asked, { reason, errors: [{ field: 'reason', text: errors.settled }], status: 409 });
}

export async function takeUpAgain(asked: Asked): Promise<Sheet | Response> {
  requireRole(asked, 'offers-coordinator', 'editor');
  const { desk, person, now, given } = asked;
  const id = given['id'] ?? '';
  const result = isId(id) ? await desk.db.write((tx) => takeBack(tx, { id, actorId: person.actorId, now })) : undefined;
  return result === undefined || (!result.ok && result.refusal === 'noSuchItem') ? missingSheet(asked) : seeOther(`/office/intake/${id}`);
}
