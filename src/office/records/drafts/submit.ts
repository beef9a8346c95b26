import { slugPattern } from '#basics/slug.ts';
import { done, refused, type Outcome } from '#basics/outcome.ts';
import type { Tx } from '#db/handles.ts';
import type { Lang } from '#lang/lang.ts';
import { wordsFor } from '#lang/words.ts';
import type { Kinds } from '#publishing/kind.ts';
import { submitIn, type Actor, type Why } from '#publishing/publish.ts';
import { findRecord, insertAudit } from '#publishing/store.ts';
import { tellPublishers } from '../../queue/letters.ts';
import { problemsOf, type Problem } from '../form/problems.ts';
import { referencesIn } from '../form/references.ts';
import { recordSpec } from '../form/spec.ts';
import { pruned } from '../form/values.ts';
import { textsOf } from '../texts.ts';
import { aboutDraft } from './save.ts';
import { deleteDraft, holdAddress, type Draft } from './store.ts';

type Submitted = { recordId: string; revisionId: string; slug: string };
/** `baseUrl` is where the letter to those who approve leads. */
type Given = { draft: Draft; actor: Actor; now: Date; lang: Lang; baseUrl: string };

/** Hands a draft in for approval: the revision is made and the draft is gone in one change. What is wrong comes back in words. */
export async function submitDraft(tx: Tx, kinds: Kinds, { draft, actor, now, lang, baseUrl }: Given): Promise<Outcome<Submitted, 'problems' | 'stale'> & { problems?: Problem[] }> {
  const kind = kinds.named(draft.kind);
  const body = pruned(recordSpec(kind), draft.body);
  const slug = draft.slug ?? '';
  const problems = [...problemsWithAddress(slug, lang), ...problemsWithWhy(draft, lang), ...problemsOf(kind, body, lang)];
  if (problems.length > 0) return { ...refused('problems'), problems };
  if (draft.recordId === null) {
    await holdAddress(tx, draft.kind, slug);
    if ((await findRecord(tx, draft.kind, slug)) !== undefined) return { ...refused('problems'), problems: [{ path: ['slug'], text: textsOf(lang).wrong.slugTaken }] };
  }
  const missing = await missingRecords(tx, draft.kind, kinds, body, lang);
  if (missing.length > 0) return { ...refused('problems'), problems: missing };
  const why = draft.whyPl === '' ? undefined : whyOf(draft);
  const submitted = await submitIn(tx, kinds, { kind: draft.kind, slug, body, actor, now, basedOn: draft.basedOn, ...(why === undefined ? {} : { why }) });
  if (!submitted.ok) {
    if (submitted.refusal === 'stale') return refused('stale');
    return { ...refused('problems'), problems: [{ path: [], text: submitted.detail ?? submitted.refusal }] };
  }
  await deleteDraft(tx, draft.id);
  await insertAudit(tx, { at: now, actorId: actor.id, action: 'submit draft', ...submitted.value, basedOn: draft.basedOn, about: aboutDraft(draft.id) });
  await tellPublishers(tx, kinds, { revisionId: submitted.value.revisionId, byId: actor.id, why, baseUrl, now });
  return done({ ...submitted.value, slug });
}

function problemsWithAddress(slug: string, lang: Lang): Problem[] {
  const { wrong } = textsOf(lang);
  if (slug === '') return [{ path: ['slug'], text: wrong.slugMissing }];
  return slugPattern.test(slug) && slug.length <= 120 ? [] : [{ path: ['slug'], text: wrong.slugFormat }];
}

export const whyFields = { pl: 'draft-why-pl', en: 'draft-why-en' } as const;
export const longestWhy = 500;

const whyOf = ({ whyPl, whyEn }: Draft): Why => (whyEn === '' ? { pl: whyPl } : { pl: whyPl, en: whyEn });

/** The reason may be left to whoever approves; but the Polish page must not lack what the English one has. */
function problemsWithWhy({ whyPl, whyEn }: Draft, lang: Lang): Problem[] {
  const { wrong } = textsOf(lang);
  if (whyPl === '' && whyEn !== '') return [{ path: [whyFields.pl], text: wrong.whyInPolish }];
  return (['pl', 'en'] as const).flatMap((of) => {
    const { length } = of === 'pl' ? whyPl : whyEn;
    return length > longestWhy ? [{ path: [whyFields[of]], text: wrong.tooLong(longestWhy, length) }] : [];
  });
}

async function missingRecords(tx: Tx, kindName: string, kinds: Kinds, body: unknown, lang: Lang): Promise<Problem[]> {
  const problems: Problem[] = [];
  const names: Readonly<Record<string, string>> = wordsFor(lang).kinds;
  for (const { kind, slug, path } of referencesIn(kindName, recordSpec(kinds.named(kindName)), body))
    if ((await findRecord(tx, kind, slug)) === undefined) problems.push({ path, text: textsOf(lang).wrong.noSuchRecord(slug, names[kind] ?? kind) });
  return problems;
}
