import type { Reader } from '#db/handles.ts';
import { bodyOf, type Kept } from '#register/index.ts';
import type { Assessment } from './cycle.ts';

export type CycleInList = { slug: string; year: number; closedOn: string };

/** The published cycles, the latest first. */
export async function listAssessments(reader: Reader): Promise<CycleInList[]> {
  const rows = await reader
    .selectFrom('assessments')
    .innerJoin('records', 'records.id', 'assessments.id')
    .select(['records.slug', 'assessments.year', 'assessments.body'])
    .orderBy('assessments.year', 'desc')
    .orderBy('records.slug')
    .execute();
  return rows.map((row) => ({ slug: row.slug, year: row.year, closedOn: bodyOf<Assessment>(row).closedOn }));
}

/** A published cycle whole; undefined where there is none by this slug. */
export async function assessmentNamed(reader: Reader, slug: string): Promise<Kept<Assessment> | undefined> {
  const row = await reader
    .selectFrom('assessments')
    .innerJoin('records', 'records.id', 'assessments.id')
    .where('records.slug', '=', slug)
    .select(['assessments.id', 'records.slug', 'assessments.body'])
    .executeTakeFirst();
  return row && { id: row.id, slug: row.slug, body: bodyOf<Assessment>(row) };
}
