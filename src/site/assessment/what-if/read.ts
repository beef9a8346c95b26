import { ofIndex, referenceWeights, type Assessment, type AssessmentResult } from '#assessment/index.ts';
import type { Kept } from '#register/index.ts';
import { changed, changesIn, isUnchanged, numbersOf, queryOf, type Changes } from './changes.ts';
import { whatIfResults } from './compute.ts';

export type WhatIfView = {
  changes: Changes;
  /** The published weights as the form shows them. */
  published: number[];
  query: string;
  /** 'published' where nothing was changed; null where nothing can be counted. */
  results: AssessmentResult[] | 'published' | null;
};

export async function readWhatIf({ slug, body }: Kept<Assessment>, query: URLSearchParams): Promise<WhatIfView> {
  const criteria = ofIndex(body.criteria, 'benefits');
  const weights = body.weights[0] && referenceWeights(body.weights[0].benefits, criteria.length);
  const published = numbersOf(body, weights?.ok ? weights.value : []);
  const changes = changesIn(query, body, published);
  const asked = queryOf(changes, body, published);
  const results = isUnchanged(changes) ? 'published' : await whatIfResults(`${slug}?${asked}`, changed(body, changes));
  return { changes, published, query: asked, results };
}
