import type { Day } from '#basics/day.ts';
import type { Reader } from '#db/handles.ts';
import { labelOfLatest } from '#publishing/history.ts';
import type { Shown } from '../page.ts';
import { statementDates } from './dates.ts';

/** A statement is no record: the body that publishes the register answers for it, and its dates are days. */
export async function statementLabel(reader: Reader, updatedOn: Day = statementDates.updated): Promise<Shown['label']> {
  const latest = await labelOfLatest(reader);
  if (!latest) return undefined;
  const signed = { name: null, role: latest.body };
  const [published, updated] = [new Date(statementDates.published), new Date(updatedOn)];
  return { facts: { ...latest, author: signed, publisher: signed, producedAt: published, publishedAt: published, updatedAt: updated }, withRevision: false, byDay: true };
}
