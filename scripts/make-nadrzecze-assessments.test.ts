import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { verifyAssessment } from '../src/assessment/cycles/verify.ts';
import { asFile, nadrzeczeAssessments } from './make-nadrzecze-assessments.ts';
import { folder } from './nadrzecze-rows.ts';

it('the assessments shipped with the invented city are made from its files, to the last byte, and their results come out again', async () => {
  const made = await nadrzeczeAssessments();
  expect(await readFile(join(folder, 'assessments.json'), 'utf8')).toBe(asFile(made));
  for (const { body } of made) expect(verifyAssessment(body)).toEqual({ ok: true, value: { memberships: body.memberships.length } });
});

it('the two years tell a story: the forum declines once its project is past, the programme rises, and every indication occurs', async () => {
  const [before, after] = await nadrzeczeAssessments();
  const said = (cycle: typeof before, membership: string): string | undefined => cycle?.body.results.find((one) => one.membership === membership)?.indication;
  expect([said(before, 'forum-transportu-wodnego'), said(after, 'forum-transportu-wodnego')]).toEqual(['keep', 'reviveOrJustify']);
  expect([said(before, 'miasta-bez-barier'), said(after, 'miasta-bez-barier')]).toEqual(['keep', 'keepAndUseMore']);
  expect(new Set(after?.body.results.map((one) => one.indication))).toEqual(new Set(['keepAndUseMore', 'keep', 'reviveOrJustify', 'examine', 'uncertain', 'tooLittleData']));
});
