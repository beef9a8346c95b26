import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Db, Tx } from '#db/handles.ts';
import type { Kinds } from './kind.ts';
import { writeProjection } from './projection.ts';
import { stateOf, actions, type Action } from './state.ts';

/** Everything that can be made again from revisions and publications. */
export const projections = [
  'current_revisions',
  'search_documents',
  'search_words',
  'organisations',
  'memberships',
  'membership_statuses',
  'acts',
  'act_memberships',
  'asks',
  'functions',
  'activities',
  'activity_organisations',
  'effects',
  'objectives',
  'units',
  'articles',
  'networks',
  'network_members',
  'mandates',
  'trips',
  'procedures',
  'offers',
  'assessments',
  'decisions',
] as const;

export type Finding = { what: 'table-differs' | 'published-without-label' | 'published-without-change' | 'impossible-history' | 'unreadable-revision'; where: string };

class Undo extends Error {
  readonly findings: Finding[];
  constructor(findings: Finding[]) {
    super('nothing of a verification stays');
    this.findings = findings;
  }
}

/** Makes all public rows again and compares them with those that stand; checks that every published revision has its label and its line. Leaves nothing behind. */
export async function verify(db: Db, kinds: Kinds): Promise<Finding[]> {
  try {
    await db.write(async (tx) => {
      const findings = [...(await missingTraces(tx)), ...(await impossibleHistories(tx))];
      const before = await checksums(tx);
      findings.push(...(await reproject(tx, kinds)));
      const afterwards = await checksums(tx);
      for (const table of projections) if (before.get(table) !== afterwards.get(table)) findings.push({ what: 'table-differs', where: table });
      throw new Undo(findings);
    });
  } catch (error) {
    if (error instanceof Undo) return error.findings;
    throw error;
  }
  return [];
}

/** Empties every projection and writes it again from what is published. */
export async function reproject(tx: Tx, kinds: Kinds): Promise<Finding[]> {
  const findings: Finding[] = [];
  const published = await currentlyPublished(tx);
  for (const table of projections.toReversed()) await sql`delete from ${sql.table(table)}`.execute(tx);
  for (const kind of kinds.all)
    for (const row of published.filter((one) => one.kind === kind.name)) {
      const read = kind.read(row.body, row.schemaVersion);
      if (!read.ok) findings.push({ what: 'unreadable-revision', where: `${row.kind} ${row.slug} ${row.number}` });
      else await writeProjection(tx, { id: row.recordId, kind: row.kind, slug: row.slug, revisionId: row.id }, read.value);
    }
  return findings;
}

/** What publications say stands in public: the revisions whose last act is being published. */
async function currentlyPublished(tx: Tx) {
  return tx
    .with('latest', (query) => query.selectFrom('publications').select(['revisionId', 'action']).distinctOn('revisionId').orderBy('revisionId').orderBy('id', 'desc'))
    .selectFrom('latest')
    .innerJoin('revisions', 'revisions.id', 'latest.revisionId')
    .innerJoin('records', 'records.id', 'revisions.recordId')
    .where('latest.action', '=', 'published')
    .select(['revisions.id', 'revisions.recordId', 'revisions.body', 'revisions.schemaVersion', 'revisions.number', 'records.kind', 'records.slug'])
    .orderBy('revisions.recordId')
    .execute();
}

async function checksums(tx: Tx): Promise<Map<string, string>> {
  const sums = new Map<string, string>();
  for (const table of projections) {
    const rows = await sql<{ line: string }>`select t::text as line from ${sql.table(table)} t`.execute(tx);
    const lines = rows.rows.map((row) => row.line).toSorted();
    sums.set(table, createHash('sha256').update(lines.join('\n')).digest('hex'));
  }
  return sums;
}

async function missingTraces(tx: Tx): Promise<Finding[]> {
  const published = await tx
    .selectFrom('publications')
    .leftJoin('labels', 'labels.revisionId', 'publications.revisionId')
    .leftJoin('changes', 'changes.revisionId', 'publications.revisionId')
    .where('publications.action', '=', 'published')
    .where((where) => where.or([where('labels.revisionId', 'is', null), where('changes.id', 'is', null)]))
    .select(['publications.revisionId', 'labels.recordId as labelled'])
    .execute();
  return published.map((row) => ({ what: row.labelled === null ? ('published-without-label' as const) : ('published-without-change' as const), where: row.revisionId }));
}

async function impossibleHistories(tx: Tx): Promise<Finding[]> {
  const rows = await tx.selectFrom('publications').select(['revisionId', 'action']).orderBy('id').execute();
  const histories = Map.groupBy(rows, (row) => row.revisionId);
  return [...histories].flatMap(([revisionId, acts]) => {
    try {
      stateOf(acts.map((act) => known(act.action)));
      return [];
    } catch {
      return [{ what: 'impossible-history' as const, where: revisionId }];
    }
  });
}

function known(text: string): Action {
  const found = actions.find((action) => action === text);
  if (!found) throw new Error(text);
  return found;
}
