import { z } from 'zod';
import type { Reader } from '#db/handles.ts';
import { waitingJobs, type WaitingJob } from '#jobs/index.ts';
import type { Lang } from '#lang/lang.ts';
import { differencesInOffice, type Difference } from '#publishing/difference.ts';
import { source, type Source } from '#publishing/facts.ts';
import type { Content, Kind, Kinds, Reference } from '#publishing/kind.ts';
import { previewLinksOf, type PreviewLink } from '#publishing/previews.ts';
import { examine, type Actor, type ApprovalRefusal } from '#publishing/publish.ts';
import { missingReferences, unpublishedReferences } from '#publishing/references.ts';
import { readReferences, type References } from '#publishing/shown/references.ts';
import { currentRevisionId, revisionById } from '#publishing/store.ts';
import { publishJob } from './decide.ts';
import { titleOf } from './title.ts';
import { readWaiting, whySubmitted, type Waiting } from './store.ts';

/** A revision with what it would change. */
export type Compared = {
  kind: Kind;
  title: Record<Lang, string>;
  content: Content | null;
  sources: Source[];
  /** What is public now; null where nothing is. */
  current: { id: string; number: number; content: Content; sources: Source[] } | null;
  found: Difference[];
  references: References;
};

export type Review = Compared & {
  waiting: Waiting;
  submitted: { at: Date; why: Waiting['why'] } | undefined;
  basedOn: number | null;
  /** Why this person cannot approve it as things stand. */
  refusal: ApprovalRefusal | null;
  missing: Reference[];
  unpublished: Reference[];
  job: WaitingJob | undefined;
  links: PreviewLink[];
};

const sourcesOf = (body: unknown): Source[] => z.object({ sources: z.array(source).default([]) }).parse(body).sources;

export async function compare(reader: Reader, kinds: Kinds, revision: { recordId: string; kind: string; slug: string; body: unknown; schemaVersion: number }): Promise<Compared> {
  const kind = kinds.named(revision.kind);
  const read = kind.read(revision.body, revision.schemaVersion);
  const content = read.ok ? read.value : null;
  const currentId = await currentRevisionId(reader, revision.recordId);
  const row = currentId === undefined ? undefined : await revisionById(reader, currentId);
  const before = row && kind.read(row.body, row.schemaVersion);
  const current = row && before?.ok === true ? { id: row.id, number: row.number, content: before.value, sources: sourcesOf(before.value.body) } : null;
  const contents = [content, current?.content].filter((one) => one !== null && one !== undefined);
  return {
    kind,
    title: await titleOf(reader, content, revision.slug),
    content,
    sources: content ? sourcesOf(content.body) : [],
    current,
    found: content ? differencesInOffice(kind.schema, current?.content.body, content.body) : [],
    references: await readReferences(reader, kinds, contents),
  };
}

export async function readReview(reader: Reader, kinds: Kinds, given: { revisionId: string; actor: Actor; now: Date }): Promise<Review | undefined> {
  const waiting = await readWaiting(reader, given.revisionId);
  const revision = await revisionById(reader, given.revisionId);
  if (!waiting || !revision) return undefined;
  const compared = await compare(reader, kinds, waiting);
  const examined = await examine(reader, kinds, revision, { actor: given.actor });
  const base = waiting.basedOn === null ? undefined : await revisionById(reader, waiting.basedOn);
  return {
    ...compared,
    waiting,
    submitted: await whySubmitted(reader, waiting.id),
    basedOn: base?.number ?? null,
    refusal: examined.ok ? null : examined.refusal,
    missing: compared.content ? await missingReferences(reader, compared.content.references) : [],
    unpublished: compared.content ? await unpublishedReferences(reader, compared.content.references) : [],
    job: waiting.state === 'scheduled' ? (await waitingJobs(reader, publishJob)).find((one) => one.onceKey === waiting.id) : undefined,
    links: await previewLinksOf(reader, waiting.id, given.now),
  };
}
