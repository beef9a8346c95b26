import { done, refused, type Outcome } from '#basics/outcome.ts';
import { changeForm, findOffer, maxFields, type ApplicationForm } from '#offers/index.ts';
import { requireRole, seeOther, type Asked, type Sheet } from '../page.ts';
import { formSheet } from './form-page.tsx';
import { placeOf } from './frame.tsx';
import { missingSheet } from './missing.tsx';
import { partSheet } from './part-page.tsx';
import { kindNamed, readCriterion, readField, type PartProblem } from './read-part.ts';
import { requireCoordinator, typedIn, type FieldOf } from './take-offer.ts';
import { textsFor } from './texts.ts';

const staleForm = (asked: Asked): Promise<Sheet> => formSheet(asked, { status: 409, problem: textsFor(asked.lang).offer.problems.stale });

/** Moves a part of the form up or down, or takes it out. */
export async function takeForm(asked: Asked): Promise<Sheet | Response> {
  requireRole(asked, 'offers-coordinator');
  const of = await typedIn(asked);
  if (of === null) return new Response(null, { status: 400 });
  const { desk, person, now } = asked;
  const became = await desk.db.write(async (tx) => {
    const offer = await findOffer(tx, asked.given['slug'] ?? '');
    if (offer === undefined) return undefined;
    await requireCoordinator(tx, asked, offer.id);
    const changed = await changeForm(tx, { offerId: offer.id, version: Number(of('version')) || 0, actorId: person.actorId, now }, ({ fields, criteria }) =>
      done({ fields: rearranged(fields, of('key'), of('do')), criteria: rearranged(criteria, of('key'), of('do')) }),
    );
    return { offer, changed };
  });
  if (became === undefined) return missingSheet(asked);
  return became.changed.ok ? seeOther(`${placeOf(became.offer, '/form')}?done=saved`) : staleForm(asked);
}

function rearranged<Part extends { key: string }>(parts: readonly Part[], key: string, act: string): Part[] {
  const at = parts.findIndex((part) => part.key === key);
  const part = parts[at];
  if (part === undefined) return [...parts];
  const rest = parts.filter((one) => one.key !== key);
  if (act === 'remove') return rest;
  const to = act === 'up' ? Math.max(0, at - 1) : act === 'down' ? at + 1 : at;
  return rest.toSpliced(to, 0, part);
}

/** Keeps a question or a criterion, new or changed. */
export async function takePart(asked: Asked): Promise<Sheet | Response> {
  requireRole(asked, 'offers-coordinator');
  const of = await typedIn(asked);
  if (of === null) return new Response(null, { status: 400 });
  const { desk, person, now, given } = asked;
  const problems: PartProblem[] = [];
  const became = await desk.db.write(async (tx) => {
    const offer = await findOffer(tx, given['slug'] ?? '');
    if (offer === undefined) return undefined;
    await requireCoordinator(tx, asked, offer.id);
    const by = { offerId: offer.id, version: Number(of('version')) || 0, actorId: person.actorId, now };
    const changed = await changeForm(tx, by, (draft, newKey) => {
      const put = withPart(draft, given['key'] ?? '', of, newKey);
      if (!put.ok) problems.push(...(put.problems ?? []));
      return put;
    });
    return { offer, changed };
  });
  if (became === undefined) return missingSheet(asked);
  const { offer, changed } = became;
  if (changed.ok) return seeOther(`${placeOf(offer, '/form')}?done=saved`);
  if (changed.refusal === 'gone') return missingSheet(asked);
  return partSheet(asked, { of, problems, isStale: changed.refusal === 'stale' });
}

function withPart(
  draft: ApplicationForm,
  key: string,
  of: FieldOf,
  newKey: (letter: 'f' | 'k') => string,
): Outcome<ApplicationForm, 'wrong' | 'gone'> & { problems?: PartProblem[] } {
  const before = draft.fields.find((one) => one.key === key);
  const kind = before?.kind ?? kindNamed(of('kind'));
  const isNew = key === 'new';
  if (kind === 'criterion') {
    if (!isNew && !draft.criteria.some((one) => one.key === key)) return refused('gone');
    const read = readCriterion(isNew ? newKey('k') : key, of);
    if (!read.ok) return { ...refused('wrong'), problems: read.problems };
    return done({ ...draft, criteria: isNew ? [...draft.criteria, read.part] : draft.criteria.map((one) => (one.key === key ? read.part : one)) });
  }
  if (kind === undefined || (!isNew && before === undefined) || (isNew && draft.fields.length >= maxFields)) return refused('gone');
  const read = readField(kind, isNew ? newKey('f') : key, of, before);
  if (!read.ok) return { ...refused('wrong'), problems: read.problems };
  return done({ ...draft, fields: isNew ? [...draft.fields, read.part] : draft.fields.map((one) => (one.key === key ? read.part : one)) });
}
