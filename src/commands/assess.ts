import { assessmentNamed, listAssessments, verifyAssessment } from '#assessment/index.ts';
import type { Store } from '../store.ts';
import type { Talk } from './store-commands.ts';

/** Which published assessments to compute again: the one named, or all. */
export type AssessWish = { slug: string | null };

/** @returns the wish, or what is wrong with the way it was said. */
export function readAssessWish({ verify, all }: { verify?: string; all?: boolean }): AssessWish | string {
  if (verify !== undefined && all) return 'choose either --verify NAME or --all';
  if (all) return { slug: null };
  return verify === undefined ? 'koga assess needs --verify NAME or --all, for example: koga assess --verify ocena-2026' : { slug: verify };
}

/** Computes results again from what was frozen with them. Answers the exit code: 1 where one of them differs, or is not there. */
export async function runAssess({ db }: Store, wish: AssessWish, { say, complain }: Talk): Promise<number> {
  const slugs = wish.slug === null ? (await db.read(listAssessments)).map((one) => one.slug) : [wish.slug];
  if (slugs.length === 0) say('No assessment is published.');
  let code = 0;
  for (const slug of slugs) {
    const found = await db.read((reader) => assessmentNamed(reader, slug));
    if (found === undefined) {
      complain(`There is no published assessment ${slug}.`);
      code = 1;
      continue;
    }
    const verified = verifyAssessment(found.body);
    if (verified.ok) say(`${slug}: the results of ${verified.value.memberships} memberships come out the same.`);
    else {
      complain(
        verified.refusal === 'differs'
          ? `${slug}: other results come out for ${verified.detail ?? ''}.`
          : `${slug}: cannot be computed: ${verified.refusal} ${verified.detail ?? ''}`.trim(),
      );
      code = 1;
    }
  }
  return code;
}
