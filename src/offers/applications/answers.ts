import { done, refused, type Outcome } from '#basics/outcome.ts';
import type { Tx } from '#db/handles.ts';
import { insertAudit } from '#publishing/store.ts';
import { visitorActor } from '../institutions/store.ts';
import type { CheckedPaper } from './check-paper.ts';
import { findCall, formNumbered, offerWithId } from './call-store.ts';
import { keptAnswers, maxFilesBytes, type Answers } from './form.ts';
import { latenessOf, type Lateness } from './on-time.ts';
import { papersOf, putPaper, removePaper } from './paper-store.ts';
import { changeApplication, holdApplication, type Application } from './store.ts';

export type SaveRefusal = 'gone' | 'stale' | 'closed' | 'tooMuch' | Lateness;

/** What the institution may still write in. */
export const isWritable = ({ state }: Pick<Application, 'state'>): boolean => state === 'draft' || state === 'to-amend';

type Save = {
  id: string;
  institutionId: string;
  version: number;
  typed: (key: string) => string;
  papers: ReadonlyMap<string, CheckedPaper>;
  /** Fields whose file is taken away. */
  removed: readonly string[];
  now: Date;
  zone: string;
};

const sameAnswers = (one: Answers, other: Answers): boolean => {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) => one[key] === other[key]);
};

/**
 * Keeps what was typed so far, finished or not. A save that began from an older version is refused and changes nothing, unless it says what is
 * kept already. After the deadline nothing is written any more: what was not sent stays as it was.
 */
export async function saveAnswers(tx: Tx, { id, institutionId, version, typed, papers, removed, now, zone }: Save): Promise<Outcome<Application, SaveRefusal>> {
  const held = await holdApplication(tx, id);
  if (held === undefined || held.institutionId !== institutionId) return refused('gone');
  if (!isWritable(held)) return refused('closed');
  const { fields } = await formNumbered(tx, held.offerId, held.formNumber);
  const answers = keptAnswers(fields, typed);
  const isSame = sameAnswers(answers, held.answers) && papers.size === 0 && removed.length === 0;
  if (isSame) return done(held);
  if (held.version !== version) return refused('stale');
  const late = await latenessHere(tx, held, { now, zone });
  if (late !== null) return refused(late);
  const fileKeys = new Set(fields.flatMap((field) => (field.kind === 'file' ? [field.key] : [])));
  const kept = (await papersOf(tx, id)).filter((paper) => paper.field === null || (!papers.has(paper.field) && !removed.includes(paper.field)));
  const bytes = [...kept, ...papers.values()].reduce((sum, paper) => sum + paper.size, 0);
  if (bytes > maxFilesBytes) return refused('tooMuch');
  for (const field of removed) await removePaper(tx, { applicationId: id, purpose: 'answer', field });
  for (const [field, paper] of papers) if (fileKeys.has(field)) await putPaper(tx, { ...paper, applicationId: id, purpose: 'answer', field, at: now });
  await changeApplication(tx, held, { answers });
  await insertAudit(tx, { at: now, actorId: await visitorActor(tx, now), action: 'save application', recordId: held.offerId, about: `application ${id}` });
  return done({ ...held, answers, version: held.version + 1 });
}

/** Whether it is too late to write: by the call's deadline for a draft, by the amendment's for what is amended. */
export async function latenessHere(tx: Tx, held: Application, { now, zone }: { now: Date; zone: string }): Promise<Lateness | 'closed' | null> {
  const offer = await offerWithId(tx, held.offerId);
  if (offer === undefined) return held.state === 'to-amend' ? null : 'closed';
  if (held.state === 'draft' && (await findCall(tx, held.offerId)).takes === 'nothing') return 'closed';
  return latenessOf(held.state === 'to-amend' ? 'amendment' : 'call', { offer: offer.body, now, zone, amendBy: held.amendBy });
}
