import { done, refused, type Outcome } from '#basics/outcome.ts';
import type { Tx } from '#db/handles.ts';
import type { Kinds } from '#publishing/kind.ts';
import { findRecord, insertAudit, revisionById } from '#publishing/store.ts';
import { recordSpec } from '../form/spec.ts';
import { changedFields, isSame, pruned } from '../form/values.ts';
import { emptyOldBin, holdDraft, insertDraft, isGone, newDraftId, openDraftOf, setDeleted, startingPoint, updateDraft, whyOfWaiting, type Draft } from './store.ts';

type Save = { kind: string; id: string; version: number; body: unknown; slug: string | null; basedOn?: string | null; why?: DraftWhy; editorId: string; now: Date };
/** The author's reason as it was typed. */
export type DraftWhy = { pl: string; en: string };
export type Saved = { draft: Draft; changed: boolean };

export const aboutDraft = (id: string): string => `draft ${id}`;

/**
 * Keeps what was typed as the next version of the draft; version 0 makes the draft. A save that began from an older version is
 * refused and changes nothing, unless it says what is kept already, as a form sent twice does.
 */
export async function saveDraft(tx: Tx, kinds: Kinds, save: Save): Promise<Outcome<Saved, 'stale' | 'gone'> & { theirs?: Draft }> {
  const spec = recordSpec(kinds.named(save.kind));
  if (save.version === 0) {
    const fresh = { id: save.id, kind: save.kind, slug: save.slug, recordId: null, body: save.body, basedOn: null, ...whyOf(save.why), editorId: save.editorId, now: save.now };
    if (await insertDraft(tx, fresh)) {
      await insertAudit(tx, { at: save.now, actorId: save.editorId, action: 'save draft', about: aboutDraft(save.id), fields: changedFields(spec, {}, save.body) });
      return done({ draft: await kept(tx, save.id), changed: true });
    }
  }
  const stored = await holdDraft(tx, save.id);
  if (stored === undefined || stored.deletedAt !== null || stored.kind !== save.kind) return refused('gone');
  const slug = stored.recordId === null ? save.slug : stored.slug;
  const basedOn = save.basedOn === undefined ? stored.basedOn : save.basedOn;
  const { whyPl, whyEn } = save.why === undefined ? stored : whyOf(save.why);
  const sameWhy = whyPl === stored.whyPl && whyEn === stored.whyEn;
  const saysTheSame = slug === stored.slug && sameWhy && isSame(save.body, stored.body) && basedOn === stored.basedOn;
  if (stored.version !== save.version) {
    if (saysTheSame || (slug === stored.slug && sameWhy && isSame(pruned(spec, save.body), pruned(spec, stored.body)))) return done({ draft: stored, changed: false });
    return { ...refused('stale'), theirs: stored };
  }
  if (saysTheSame) return done({ draft: stored, changed: false });
  await updateDraft(tx, save.id, { body: save.body, slug, basedOn, whyPl, whyEn, version: stored.version + 1, editorId: save.editorId, updatedAt: save.now });
  await insertAudit(tx, {
    at: save.now,
    actorId: save.editorId,
    action: 'save draft',
    about: aboutDraft(save.id),
    basedOn,
    fields: changedFields(spec, stored.body, save.body),
    ...(stored.recordId === null ? {} : { recordId: stored.recordId }),
  });
  return done({ draft: { ...stored, body: save.body, slug, basedOn, whyPl, whyEn, version: stored.version + 1, editorId: save.editorId, updatedAt: save.now }, changed: true });
}

const whyOf = (why: DraftWhy | undefined) => ({ whyPl: why?.pl ?? '', whyEn: why?.en ?? '' });

async function kept(tx: Tx, id: string): Promise<Draft> {
  const draft = await holdDraft(tx, id);
  if (draft === undefined) throw new Error(`draft ${id} is not there although it was just written`);
  return draft;
}

/** The draft of a record: the one that is open, or a new one that begins with its newest revision. */
export async function startDraft(tx: Tx, kinds: Kinds, given: { kind: string; slug: string; editorId: string; now: Date }): Promise<Outcome<{ id: string }, 'noSuchRecord'>> {
  const record = await findRecord(tx, given.kind, given.slug);
  const from = record && (await startingPoint(tx, record.id));
  if (record === undefined || from === undefined) return refused('noSuchRecord');
  const read = kinds.named(given.kind).read(from.body, from.schemaVersion);
  const body = read.ok ? read.value.body : from.body;
  return done(await openOrInsert(tx, { kind: record.kind, slug: record.slug, recordId: record.id, body, basedOn: from.current ?? null, editorId: given.editorId, now: given.now }));
}

/** A revision that came back lies open again as a draft of its author. Where the record has an open draft already, that one stays. */
export async function draftFromRevision(tx: Tx, kinds: Kinds, given: { revisionId: string; now: Date }): Promise<Outcome<{ id: string; isNew: boolean }, 'noSuchRevision'>> {
  const revision = await revisionById(tx, given.revisionId);
  if (revision === undefined) return refused('noSuchRevision');
  const { kind, slug, recordId, basedOn, authorId } = revision;
  const read = kinds.named(kind).read(revision.body, revision.schemaVersion);
  const body = read.ok ? read.value.body : revision.body;
  return done(await openOrInsert(tx, { kind, slug, recordId, body, basedOn, editorId: authorId, now: given.now }));
}

async function openOrInsert(tx: Tx, draft: { kind: string; slug: string; recordId: string; body: unknown; basedOn: string | null; editorId: string; now: Date }) {
  const id = newDraftId(draft.now);
  if (await insertDraft(tx, { ...draft, ...(await whyOfWaiting(tx, draft.recordId)), id })) {
    await insertAudit(tx, { at: draft.now, actorId: draft.editorId, action: 'start draft', recordId: draft.recordId, about: aboutDraft(id), basedOn: draft.basedOn });
    return { id, isNew: true };
  }
  const open = await openDraftOf(tx, draft.recordId);
  if (open === undefined) throw new Error(`the draft of ${draft.kind} ${draft.slug} was put away while it was being opened`);
  return { id: open.id, isNew: false };
}

type Move = { id: string; actorId: string; now: Date };

/** Puts a draft into the bin, from where it can be taken back for thirty days. */
export async function discardDraft(tx: Tx, { id, actorId, now }: Move): Promise<Outcome<Draft, 'gone'>> {
  const draft = await holdDraft(tx, id);
  if (draft === undefined) return refused('gone');
  if (draft.deletedAt !== null) return done(draft);
  await emptyOldBin(tx, now);
  await setDeleted(tx, id, now);
  await insertAudit(tx, {
    at: now,
    actorId,
    action: 'discard draft',
    about: aboutDraft(id),
    basedOn: draft.basedOn,
    ...(draft.recordId === null ? {} : { recordId: draft.recordId }),
  });
  return done(draft);
}

export async function restoreDraft(tx: Tx, { id, actorId, now }: Move): Promise<Outcome<Draft, 'gone' | 'anotherOpen'>> {
  const draft = await holdDraft(tx, id);
  if (draft === undefined || isGone(draft, now)) return refused('gone');
  if (draft.deletedAt === null) return done(draft);
  if (draft.recordId !== null) {
    const other = await openDraftOf(tx, draft.recordId);
    if (other !== undefined) return refused('anotherOpen', other.id);
  }
  await setDeleted(tx, id, null);
  await insertAudit(tx, {
    at: now,
    actorId,
    action: 'restore draft',
    about: aboutDraft(id),
    basedOn: draft.basedOn,
    ...(draft.recordId === null ? {} : { recordId: draft.recordId }),
  });
  return done(draft);
}
