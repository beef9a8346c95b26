import { done, refused, type Outcome } from '#basics/outcome.ts';
import { uuidv7 } from '#basics/uuid.ts';
import type { Db, Reader, Tx } from '#db/handles.ts';
import { langs, type Lang } from '#lang/lang.ts';
import type { Content, Kinds, Reference, TitleOf } from './kind.ts';
import { searchDocument } from './search-document.ts';
import { after, type State } from './state.ts';
import {
  currentRevisionId,
  findRecord,
  insertAudit,
  insertPublication,
  insertRecord,
  insertRevision,
  latestRevisionNumber,
  raiseRegisterVersion,
  revisionById,
  stateOfRevision,
  type RevisionRow,
} from './store.ts';

export type Actor = { id: string; kind: 'system' | 'person' };
export type Why = { pl: string; en?: string | undefined };
export type PublishingBody = { pl: string; en: string };

export type Submission = { kind: string; slug: string; body: unknown; actor: Actor; now: Date; basedOn?: string | null; why?: Why };
type SubmitRefusal = 'badBody' | 'stale' | 'missingReference';

/** Hands a new revision in for approval. The record is made with its first revision. */
export const submit = (db: Db, kinds: Kinds, submission: Submission): Promise<Outcome<{ recordId: string; revisionId: string }, SubmitRefusal>> =>
  db.write((tx) => submitIn(tx, kinds, submission));

async function submitIn(tx: Tx, kinds: Kinds, submission: Submission): Promise<Outcome<{ recordId: string; revisionId: string }, SubmitRefusal>> {
  const kind = kinds.named(submission.kind);
  const read = kind.read(submission.body);
  if (!read.ok) return read;
  const missing = await missingReferences(tx, read.value.references);
  if (missing.length > 0) return refused('missingReference', missing.map((one) => `${one.field}: ${one.kind} ${one.slug}`).join('; '));
  const found = await findRecord(tx, submission.kind, submission.slug);
  const recordId = found?.id ?? (await insertRecord(tx, submission.kind, submission.slug, submission.now));
  if (found && submission.basedOn !== undefined && (await currentRevisionId(tx, recordId)) !== (submission.basedOn ?? undefined)) return refused('stale');
  const revision = await addRevision(tx, {
    recordId,
    content: read.value,
    schemaVersion: kind.schemaVersion,
    actor: submission.actor,
    now: submission.now,
    basedOn: submission.basedOn ?? null,
  });
  await insertPublication(tx, { revisionId: revision.id, recordId, action: 'submitted', at: submission.now, actorId: submission.actor.id, why: submission.why });
  await insertAudit(tx, { at: submission.now, actorId: submission.actor.id, action: 'submit', recordId, revisionId: revision.id, basedOn: submission.basedOn ?? null });
  return done({ recordId, revisionId: revision.id });
}

type Approval = { revisionId: string; actor: Actor; now: Date; publishingBody: PublishingBody; why?: Why; override?: boolean };
type ApprovalRefusal = 'noSuchRevision' | 'notSubmitted' | 'ownWork' | 'stale' | 'missingReference' | 'badBody';

/**
 * Makes a revision public: its public rows, the label, the line in the change register and the audit row in one transaction.
 * A person never approves their own work; `override` is the administrators' emergency way and is shown in public history.
 */
export const publish = (db: Db, kinds: Kinds, approval: Approval): Promise<Outcome<{ recordId: string }, ApprovalRefusal>> => db.write((tx) => publishIn(tx, kinds, approval));

async function publishIn(tx: Tx, kinds: Kinds, approval: Approval): Promise<Outcome<{ recordId: string }, ApprovalRefusal>> {
  const revision = await revisionById(tx, approval.revisionId);
  if (!revision) return refused('noSuchRevision');
  await holdRecord(tx, revision.recordId);
  const state = await stateOfRevision(tx, revision.id);
  if (state !== 'submitted' && state !== 'scheduled') return refused('notSubmitted', state);
  if (approval.actor.kind === 'person' && revision.authorId === approval.actor.id && approval.override !== true) {
    await insertAudit(tx, { at: approval.now, actorId: approval.actor.id, action: 'publish refused: own work', recordId: revision.recordId, revisionId: revision.id });
    return refused('ownWork');
  }
  const current = await currentRevisionId(tx, revision.recordId);
  if (revision.basedOn !== null && current !== revision.basedOn) return refused('stale');
  const kind = kinds.named(revision.kind);
  const read = kind.read(revision.body, revision.schemaVersion);
  if (!read.ok) return read;
  const missing = await missingReferences(tx, read.value.references);
  if (missing.length > 0) return refused('missingReference', missing.map((one) => `${one.field}: ${one.kind} ${one.slug}`).join('; '));
  await goPublic(tx, { ...approval, revision, content: read.value, current });
  await raiseRegisterVersion(tx, approval.now);
  return done({ recordId: revision.recordId });
}

/** Publishes a body at once, as a named system actor does: four eyes hold for people. */
export async function publishAsSystem(
  tx: Tx,
  kinds: Kinds,
  given: { kind: string; slug: string; recordId: string; content: Content; actor: Actor; now: Date; publishingBody: PublishingBody; why?: Why },
): Promise<{ revisionId: string }> {
  if (given.actor.kind !== 'system') throw new Error('only a system actor publishes without a second pair of eyes');
  const current = await currentRevisionId(tx, given.recordId);
  const revision = await addRevision(tx, { ...given, schemaVersion: kinds.named(given.kind).schemaVersion, basedOn: current ?? null });
  await goPublic(tx, { ...given, revision: { ...revision, kind: given.kind, slug: given.slug }, current });
  return { revisionId: revision.id };
}

async function addRevision(tx: Tx, given: { recordId: string; content: Content; schemaVersion: number; actor: Actor; now: Date; basedOn: string | null }): Promise<RevisionRow> {
  const row = {
    recordId: given.recordId,
    number: (await latestRevisionNumber(tx, given.recordId)) + 1,
    schemaVersion: given.schemaVersion,
    body: given.content.body,
    authorId: given.actor.id,
    basedOn: given.basedOn,
    createdAt: given.now,
  };
  return { ...row, id: await insertRevision(tx, row) };
}

type GoingPublic = {
  revision: RevisionRow & { kind: string; slug: string };
  content: Content;
  current: string | undefined;
  actor: Actor;
  now: Date;
  publishingBody: PublishingBody;
  why?: Why;
  override?: boolean;
};

async function goPublic(tx: Tx, given: GoingPublic): Promise<void> {
  const { revision, content, current, actor, now, why, override = false } = given;
  const first = await firstPublishedAt(tx, revision.recordId);
  if (current !== undefined) await insertPublication(tx, { revisionId: current, recordId: revision.recordId, action: 'superseded', at: now, actorId: actor.id });
  await insertPublication(tx, { revisionId: revision.id, recordId: revision.recordId, action: 'published', at: now, actorId: actor.id, why, override });
  await tx
    .insertInto('labels')
    .values({
      revisionId: revision.id,
      recordId: revision.recordId,
      authorId: revision.authorId,
      publisherId: actor.id,
      bodyPl: given.publishingBody.pl,
      bodyEn: given.publishingBody.en,
      producedAt: revision.createdAt,
      publishedAt: first ?? now,
      updatedAt: now,
      revisionNumber: revision.number,
    })
    .execute();
  await writeProjection(tx, { id: revision.recordId, kind: revision.kind, slug: revision.slug, revisionId: revision.id }, content);
  await recordChange(tx, { ...given, change: first === null ? 'new' : 'changed' });
  await insertAudit(tx, {
    at: now,
    actorId: actor.id,
    action: override ? 'publish by override' : 'publish',
    recordId: revision.recordId,
    revisionId: revision.id,
    basedOn: current ?? null,
  });
}

/** The public rows of a record and its search documents, made from its content alone; `verify` makes them again and compares. */
export async function writeProjection(tx: Tx, record: { id: string; kind: string; slug: string; revisionId: string }, content: Content): Promise<void> {
  const ids = await resolveAll(tx, content.references);
  await content.project(tx, record.id, (kind, slug) => {
    const id = ids.get(`${kind} ${slug}`);
    if (id === undefined) throw new Error(`${record.kind} ${record.slug} refers to ${kind} ${slug}, which it does not declare or which is not there`);
    return id;
  });
  await tx.deleteFrom('currentRevisions').where('recordId', '=', record.id).execute();
  await tx.insertInto('currentRevisions').values({ recordId: record.id, revisionId: record.revisionId }).execute();
  await tx.deleteFrom('searchDocuments').where('recordId', '=', record.id).execute();
  await tx
    .insertInto('searchDocuments')
    .values(
      langs.map((lang) => ({
        recordId: record.id,
        lang,
        kind: record.kind,
        path: content.address(record.slug, lang),
        ...searchDocument({ title: content.title(lang), names: content.searchNames(), text: content.searchText(lang) }),
      })),
    )
    .execute();
}

async function recordChange(tx: Tx, given: GoingPublic & { change: 'new' | 'changed' | 'withdrawn' | 'restored' }): Promise<void> {
  const { revision, content, now, why } = given;
  const titles = await titlesOf(tx, content.references);
  await tx
    .insertInto('changes')
    .values({
      id: uuidv7(now.getTime()),
      at: now,
      change: given.change,
      recordId: revision.recordId,
      revisionId: revision.id,
      recordKind: revision.kind,
      recordSlug: revision.slug,
      titlePl: content.title('pl', titles.pl),
      titleEn: content.title('en', titles.en),
      pathPl: content.address(revision.slug, 'pl'),
      pathEn: content.address(revision.slug, 'en'),
      whyPl: why?.pl ?? null,
      whyEn: why?.en ?? null,
      actorId: given.actor.id,
      override: given.override ?? false,
    })
    .execute();
}

type Step = { revisionId: string; actor: Actor; now: Date; why: Why };

/** Gives a submitted revision back to its author, with the reason. */
export const sendBack = (db: Db, step: Step): Promise<Outcome<State, 'noSuchRevision' | 'notSubmitted'>> =>
  db.write(async (tx) => {
    const revision = await revisionById(tx, step.revisionId);
    if (!revision) return refused('noSuchRevision');
    await holdRecord(tx, revision.recordId);
    const then = after(await stateOfRevision(tx, revision.id), 'returned');
    if (then === null) return refused('notSubmitted');
    await insertPublication(tx, { revisionId: revision.id, recordId: revision.recordId, action: 'returned', at: step.now, actorId: step.actor.id, why: step.why });
    await insertAudit(tx, { at: step.now, actorId: step.actor.id, action: 'send back', recordId: revision.recordId, revisionId: revision.id });
    return done(then);
  });

/** Takes the current revision out of public view. It stays in the history, and its address says that it was withdrawn. */
export const withdraw = (db: Db, kinds: Kinds, step: Step & { publishingBody: PublishingBody }): Promise<Outcome<State, 'noSuchRevision' | 'notPublished' | 'stillReferred'>> =>
  db.write(async (tx) => {
    const revision = await revisionById(tx, step.revisionId);
    if (!revision) return refused('noSuchRevision');
    await holdRecord(tx, revision.recordId);
    const then = after(await stateOfRevision(tx, revision.id), 'withdrawn');
    if (then === null) return refused('notPublished');
    const kind = kinds.named(revision.kind);
    const read = kind.read(revision.body, revision.schemaVersion);
    if (!read.ok) throw new Error(`published revision ${revision.id} no longer reads: ${read.detail}`);
    await insertPublication(tx, { revisionId: revision.id, recordId: revision.recordId, action: 'withdrawn', at: step.now, actorId: step.actor.id, why: step.why });
    await kind.retract(tx, revision.recordId);
    await tx.deleteFrom('currentRevisions').where('recordId', '=', revision.recordId).execute();
    await tx.deleteFrom('searchDocuments').where('recordId', '=', revision.recordId).execute();
    await recordChange(tx, { ...step, revision, content: read.value, current: revision.id, change: 'withdrawn' });
    await insertAudit(tx, { at: step.now, actorId: step.actor.id, action: 'withdraw', recordId: revision.recordId, revisionId: revision.id });
    await raiseRegisterVersion(tx, step.now);
    return done(then);
  });

async function holdRecord(tx: Tx, recordId: string): Promise<void> {
  await tx.selectFrom('records').select('id').where('id', '=', recordId).forUpdate().execute();
}

async function firstPublishedAt(reader: Reader, recordId: string): Promise<Date | null> {
  const row = await reader
    .selectFrom('publications')
    .select((select) => select.fn.min('at').as('at'))
    .where('recordId', '=', recordId)
    .where('action', '=', 'published')
    .executeTakeFirst();
  return row?.at ?? null;
}

async function resolveAll(reader: Reader, references: Reference[]): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const reference of references) {
    const key = `${reference.kind} ${reference.slug}`;
    if (ids.has(key)) continue;
    const record = await findRecord(reader, reference.kind, reference.slug);
    if (record) ids.set(key, record.id);
  }
  return ids;
}

/** Titles of the records that a body refers to, as the change register last knew them. */
async function titlesOf(reader: Reader, references: Reference[]): Promise<Record<Lang, TitleOf>> {
  const titles = new Map<string, { titlePl: string; titleEn: string }>();
  for (const { kind, slug } of references) {
    if (kind !== 'organisation' && kind !== 'membership') continue;
    const row = await reader
      .selectFrom('changes')
      .select(['titlePl', 'titleEn'])
      .where('recordKind', '=', kind)
      .where('recordSlug', '=', slug)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (row) titles.set(`${kind} ${slug}`, row);
  }
  return { pl: (kind, slug) => titles.get(`${kind} ${slug}`)?.titlePl, en: (kind, slug) => titles.get(`${kind} ${slug}`)?.titleEn };
}

async function missingReferences(reader: Reader, references: Reference[]): Promise<Reference[]> {
  const ids = await resolveAll(reader, references);
  return references.filter((reference) => !ids.has(`${reference.kind} ${reference.slug}`));
}
