import type { Tx } from '#db/handles.ts';
import { currentRevisionId, revisionById } from '#publishing/store.ts';
import type { Form } from '#web/form.ts';
import { actorOf, seeOther, type Asked, type Sheet } from '../../page.ts';
import { hasForm } from '../form/has-form.ts';
import type { Problem } from '../form/problems.ts';
import { readBody } from '../form/read-body.ts';
import { afterStep, placeAfter, rowStepIn } from '../form/row-steps.ts';
import { idOf, nameOf } from '../form/shown.ts';
import { recordSpec, type Path } from '../form/spec.ts';
import { partOf, withValue } from '../form/values.ts';
import { textsOf } from '../texts.ts';
import { basisOf, merged, unitsOf, whoChanged, type Choices } from './conflict.ts';
import { conflictSheet, type Conflict } from './conflict-page.tsx';
import { goneSheet } from './gone.tsx';
import { draftSheet, workOf } from './page.tsx';
import { aboutDraft, discardDraft, saveDraft, type DraftWhy } from './save.ts';
import { clockWords } from './saved-words.ts';
import { proposedSlug, withAddress } from './slug.ts';
import { findDraft, holdAddress, holdDraft, nameOf as personName, wasSubmitted, type Draft } from './store.ts';
import { submitDraft, whyFields } from './submit.ts';

const last = (form: Form, name: string): string => form.get(name)?.at(-1) ?? '';

type Taken =
  | { what: 'saved'; draft: Draft; place: Path | null }
  | { what: 'discarded'; draft: Draft }
  | { what: 'submitted'; kind: string; slug: string }
  | { what: 'problems'; draft: Draft; problems: Problem[] }
  | { what: 'conflict'; theirs: Draft; mine: unknown; slug: string | null; choices: Choices; isIncomplete: boolean }
  | { what: 'outdated'; draft: Draft; choices: Choices; isIncomplete: boolean }
  | { what: 'gone' };

type Beside = {
  /** What is done to a form before it is read: an upload adds the row of its file. */
  prepare?: (tx: Tx, form: Form) => Promise<Form>;
  /** What is wrong beside the body; the form is saved all the same. */
  problems?: Problem[];
};

/** Takes a form of a draft: saves it, and then does what its button asks for. */
export async function takeForm(asked: Asked, sent: Form, { prepare = (_tx, form) => Promise.resolve(form), problems = [] }: Beside = {}): Promise<Sheet | Response> {
  const id = asked.given['id'] ?? last(sent, 'draft-id');
  const kind = asked.desk.kinds.find(last(sent, 'draft-kind'));
  if (kind === undefined || !hasForm(kind.name) || !isDraftId(id)) return goneSheet(asked, sent);
  const { taken, form } = await asked.desk.db.write(async (tx) => {
    const prepared = await prepare(tx, sent);
    return { taken: await take(tx, asked, { id, kind: kind.name, form: prepared }), form: prepared };
  });
  const isAutosave = form.has('autosave');
  switch (taken.what) {
    case 'saved':
      if (problems.length > 0) return draftSheet(asked, workOf(taken.draft), { problems, status: 422 });
      if (isAutosave) return json(200, { version: taken.draft.version, saved: textsOf(asked.lang).draft.savedAt(clockWords(asked, taken.draft.updatedAt)) });
      return seeOther(placeOfDraft(taken.draft, last(form, 'do'), taken.place));
    case 'discarded':
      return seeOther(`/office/records/bin?done=deleted`);
    case 'submitted':
      return seeOther(`/office/records/${taken.kind}/${taken.slug}?done=submitted`);
    case 'problems':
      return draftSheet(asked, workOf(taken.draft), { problems: taken.problems, status: 422 });
    case 'conflict':
      if (isAutosave) return json(409, { stale: true });
      return conflictSheet(asked, await conflictOf(asked, form, taken));
    case 'outdated':
      return outdatedSheet(asked, taken.draft, taken);
    case 'gone':
      if (isAutosave) return json(410, { gone: true });
      return goneSheet(asked, form);
  }
}

const json = (status: number, body: object): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' } });

type Given = { id: string; kind: string; form: Form };

async function take(tx: Tx, asked: Asked, { id, kind, form }: Given): Promise<Taken> {
  const { kinds } = asked.desk;
  const spec = recordSpec(kinds.named(kind));
  const version = Number(last(form, 'version'));
  // A draft that is not there yet cannot be held: of two forms that begin it, the second waits here for what the first makes of it.
  if (version === 0) await holdAddress(tx, 'draft', id);
  const stored = await holdDraft(tx, id);
  const button = last(form, 'do');
  const typed = readBody(spec, form, stored?.body ?? {});
  const step = rowStepIn(button);
  const body = step === null ? typed : afterStep(spec, typed, step);
  const typedSlug = form.has('slug') ? last(form, 'slug').trim() : (stored?.slug ?? '');
  const slug = stored !== undefined && stored.recordId !== null ? stored.slug : typedSlug || proposedSlug(spec, typed) || null;

  const address = last(form, 'draft-record') || (slug ?? '');
  if (stored === undefined && (await wasSubmitted(tx, kind, address, aboutDraft(id)))) return { what: 'submitted', kind, slug: address };
  const choices = choicesIn(form);
  const why = whyIn(form);
  if (button === 'merge' && stored !== undefined && stored.version === version) {
    const full = withAddress(spec);
    const mine = withValue(typed, ['slug'], slug ?? undefined);
    const chosen = merged(unitsOf(full, mine, withValue(stored.body, ['slug'], stored.slug ?? undefined)), mine, choices);
    if (chosen === null) return { what: 'conflict', theirs: stored, mine: typed, slug, choices, isIncomplete: true };
    const chosenSlug = partOf(chosen, 'slug');
    return save(tx, asked, { id, kind, version, body: withValue(chosen, ['slug'], undefined), slug: typeof chosenSlug === 'string' ? chosenSlug : null, choices, ...why });
  }
  if (button === 'rebase' && stored !== undefined) return rebase(tx, asked, { stored, version, against: last(form, 'draft-against'), choices });
  const saved = await save(tx, asked, { id, kind, version, body, slug, choices, ...why });
  // A row that was asked for on top of an old version is asked for again later; what was typed stays.
  if (saved.what !== 'saved') return saved.what === 'conflict' ? { ...saved, mine: typed } : saved;
  if (button === 'discard') {
    const discarded = await discardDraft(tx, { id, actorId: asked.person.actorId, now: asked.now });
    return discarded.ok ? { what: 'discarded', draft: discarded.value } : { what: 'gone' };
  }
  if (button !== 'submit') return { ...saved, place: step === null ? null : placeAfter(spec, body, step) };
  const submitted = await submitDraft(tx, kinds, { draft: saved.draft, actor: actorOf(asked.person), now: asked.now, lang: asked.lang, baseUrl: asked.desk.baseUrl });
  if (submitted.ok) return { what: 'submitted', kind, slug: submitted.value.slug };
  if (submitted.refusal === 'stale') return { what: 'outdated', draft: saved.draft, choices: new Map(), isIncomplete: false };
  return { what: 'problems', draft: saved.draft, problems: submitted.problems ?? [] };
}

/** What the form says of the reason; a form without these fields leaves it as it is kept. */
function whyIn(form: Form): { why?: DraftWhy } {
  if (!form.has(whyFields.pl) && !form.has(whyFields.en)) return {};
  const typed = (name: string): string => last(form, name).replaceAll('\r\n', '\n').trim();
  return { why: { pl: typed(whyFields.pl), en: typed(whyFields.en) } };
}

type Saving = { id: string; kind: string; version: number; body: unknown; slug: string | null; choices: Choices; basedOn?: string | null; why?: DraftWhy };

async function save(tx: Tx, asked: Asked, { choices, ...saving }: Saving): Promise<Taken> {
  const saved = await saveDraft(tx, asked.desk.kinds, { ...saving, editorId: asked.person.actorId, now: asked.now });
  if (saved.ok) return { what: 'saved', draft: saved.value.draft, place: null };
  if (saved.theirs === undefined) return { what: 'gone' };
  return { what: 'conflict', theirs: saved.theirs, mine: saving.body, slug: saving.slug, choices, isIncomplete: false };
}

/** Brings a draft up to the revision that was published in the meantime. */
async function rebase(tx: Tx, asked: Asked, given: { stored: Draft; version: number; against: string; choices: Choices }): Promise<Taken> {
  const { stored, version, against, choices } = given;
  const { kinds } = asked.desk;
  if (stored.recordId === null || stored.version !== version || (await currentRevisionId(tx, stored.recordId)) !== against)
    return { what: 'outdated', draft: stored, choices, isIncomplete: false };
  const revision = await revisionById(tx, against);
  const read = revision && kinds.named(stored.kind).read(revision.body, revision.schemaVersion);
  const theirs = read?.ok === true ? read.value.body : revision?.body;
  const body = merged(unitsOf(recordSpec(kinds.named(stored.kind)), stored.body, theirs), stored.body, choices);
  if (body === null) return { what: 'outdated', draft: stored, choices, isIncomplete: true };
  return save(tx, asked, { id: stored.id, kind: stored.kind, version, body, slug: stored.slug, choices, basedOn: against });
}

function choicesIn(form: Form): Choices {
  return new Map(
    [...form].flatMap(([name, values]) =>
      name.startsWith('choice.') && (values[0] === 'mine' || values[0] === 'theirs') ? [[name.slice('choice.'.length), values[0]] as const] : [],
    ),
  );
}

async function conflictOf(asked: Asked, form: Form, taken: Extract<Taken, { what: 'conflict' }>): Promise<Conflict> {
  const { theirs } = taken;
  const spec = withAddress(recordSpec(asked.desk.kinds.named(theirs.kind)));
  const basis = last(form, 'draft-basis');
  const mineBody = withValue(taken.mine, ['slug'], taken.slug ?? undefined);
  const theirsBody = withValue(theirs.body, ['slug'], theirs.slug ?? undefined);
  const editor = await asked.desk.db.read((reader) => personName(reader, theirs.editorId));
  return {
    kind: theirs.kind,
    draftId: theirs.id,
    units: unitsOf(spec, mineBody, theirsBody).map((unit) => ({ ...unit, who: whoChanged(unit, basis, mineBody, theirsBody) })),
    mine: taken.mine,
    theirs: theirs.body,
    typed: form,
    version: theirs.version,
    basis,
    against: null,
    said: textsOf(asked.lang).conflict.by(editor ?? '–', clockWords(asked, theirs.updatedAt)),
    choices: taken.choices,
    isIncomplete: taken.isIncomplete,
  };
}

/** The draft held against the revision that is public now. */
export async function outdatedSheet(asked: Asked, draft: Draft, given: { choices: Choices; isIncomplete: boolean }): Promise<Sheet | Response> {
  const { kinds, db } = asked.desk;
  const kind = kinds.named(draft.kind);
  const spec = recordSpec(kind);
  const read = (revision: { body: unknown; schemaVersion: number } | undefined): unknown => {
    const outcome = revision && kind.read(revision.body, revision.schemaVersion);
    return outcome?.ok === true ? outcome.value.body : (revision?.body ?? {});
  };
  const found = await db.read(async (reader) => {
    const current = draft.recordId === null ? undefined : await currentRevisionId(reader, draft.recordId);
    return {
      current,
      theirs: current === undefined ? undefined : await revisionById(reader, current),
      before: draft.basedOn === null ? undefined : await revisionById(reader, draft.basedOn),
    };
  });
  if (found.current === undefined) return seeOther(`/office/drafts/${draft.id}`);
  const [theirs, basis] = [read(found.theirs), basisOf(spec, read(found.before))];
  return conflictSheet(asked, {
    kind: draft.kind,
    draftId: draft.id,
    units: unitsOf(spec, draft.body, theirs).map((unit) => ({ ...unit, who: whoChanged(unit, basis, draft.body, theirs) })),
    mine: draft.body,
    theirs,
    typed: null,
    version: draft.version,
    basis,
    against: found.current,
    said: null,
    ...given,
  });
}

/** Where the form goes on: at the row just added, at the preview, at the next rows of a long list, or simply saved. */
function placeOfDraft(draft: Draft, button: string, place: Path | null): string {
  const address = `/office/drafts/${draft.id}`;
  if (place !== null) return `${address}?open=${encodeURIComponent(nameOf(place))}#${idOf(place)}`;
  const [what = '', name = '', from = ''] = button.split(':');
  if (what === 'preview') return `${address}?preview=${encodeURIComponent(name)}#${idOf([name])}-preview`;
  if (what === 'rows' && /^\d+$/.test(from)) return `${address}?rows=${encodeURIComponent(`${name}:${from}`)}#${idOf([name])}`;
  return `${address}?done=saved`;
}

const isDraftId = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);

export const findOpenDraft = async (asked: Asked): Promise<Draft | undefined> => {
  const id = asked.given['id'] ?? '';
  if (!isDraftId(id)) return undefined;
  const draft = await asked.desk.db.read((reader) => findDraft(reader, id));
  return draft?.deletedAt === null ? draft : undefined;
};
