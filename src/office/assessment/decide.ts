import { cycleNamed, listAssessments, type Assessment, type AssessmentResult, type Decision } from '#assessment/index.ts';
import { requireRole, seeOther, type Asked, type Sheet } from '../page.ts';
import { missingSheet } from '../records/lists/missing.tsx';
import { beginDraft } from './begin-draft.ts';
import { frozenOf } from './load.ts';
import { ofHundred } from './numbers.ts';
import { textsFor } from './texts.ts';
import { wordsFor } from '#lang/words.ts';
import { langs, type Lang } from '#lang/lang.ts';

/** What an indication proposes; where it proposes nothing, those who decide choose by themselves. */
const courseOf: Readonly<Partial<Record<AssessmentResult['indication'], Decision['course']>>> = {
  keepAndUseMore: 'keep-and-use-more',
  keep: 'keep',
  reviveOrJustify: 'revive',
  examine: 'examine',
};

/** Starts a decision with what the cycle says of this membership. Who decided, by which act and for which reason is for a person to say. */
export async function startDecision(asked: Asked): Promise<Sheet | Response> {
  requireRole(asked, 'editor');
  const id = await asked.desk.db.write(async (tx) => {
    const cycle = await cycleNamed(tx, asked.given['cycle'] ?? '');
    const frozen = cycle && frozenOf(cycle);
    const result = frozen?.results.find((one) => one.membership === asked.given['membership']);
    if (cycle === undefined || !frozen || result === undefined) return undefined;
    const isPublic = (await listAssessments(tx)).some((one) => one.slug === cycle.slug);
    return beginDraft(tx, asked, 'decision', decisionFrom(frozen, result, isPublic ? cycle.slug : null, asked.today));
  });
  return id === undefined ? missingSheet(asked.lang) : seeOther(`/office/drafts/${id}`);
}

export function decisionFrom({ year }: Pick<Assessment, 'year'>, result: AssessmentResult, assessment: string | null, today: string): Record<string, unknown> {
  const course = courseOf[result.indication];
  const reason = Object.fromEntries(langs.map((lang) => [lang, sentence(year, result, lang)]));
  return { membership: result.membership, ...(assessment === null ? {} : { assessment }), ...(course === undefined ? {} : { course }), date: today, reason };
}

/** The figures that were before those who decided; their own reason follows. */
function sentence(year: number, { indication, shares, benefits, asks }: AssessmentResult, lang: Lang): string {
  const { decision } = textsFor(lang);
  const held = shares === null || indication === 'uncertain' || indication === 'tooLittleData' ? null : ofHundred(shares[indication]);
  const values = benefits === null || asks === null ? null : decision.values(ofHundred(benefits.mean), ofHundred(asks.mean));
  return [decision.indication(year, wordsFor(lang).indication[indication], held), values].filter((part) => part !== null).join(' ');
}
