import type { LocalUse } from '#assessment/index.ts';
import type { Day } from '#basics/day.ts';
import type { Reader } from '#db/handles.ts';
import { localUseBy } from '#offers/index.ts';

/** What offers know of local use, as the assessment counts it; null where nothing is known of any. What institutions say of themselves is a statement, the office's own files are documents. */
export async function readLocalUse(reader: Reader, on: Day): Promise<ReadonlyMap<string, LocalUse> | null> {
  const use = await localUseBy(reader, on);
  if (use.size === 0) return null;
  return new Map(
    [...use].map(([organisation, { institutions, isSelfReported, records }]) => [
      organisation,
      {
        institutions,
        grade: isSelfReported ? ('C' as const) : ('A' as const),
        evidence: records.map(({ kind, slug, revision, title, date, institutions: its }) => ({
          kind,
          slug,
          revision,
          title,
          amount: String(its),
          ...(date === null ? {} : { date }),
        })),
      },
    ]),
  );
}
