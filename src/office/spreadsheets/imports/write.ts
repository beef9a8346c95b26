import { sql } from 'kysely';
import { done, refused, type Outcome } from '#basics/outcome.ts';
import { uuidv7 } from '#basics/uuid.ts';
import type { Tx } from '#db/handles.ts';
import type { Kind, Kinds } from '#publishing/kind.ts';
import { idAfter, insertAudit } from '#publishing/store.ts';
import { toWrite, withOpenDraft } from './found-store.ts';
import type { Mapping } from './mapping.ts';
import type { Import } from './store.ts';

/** One statement binds at most 65,535 values. */
const atOnce = 1000;

type Given = Import & { mapping: Mapping };
type Batched = Awaited<ReturnType<typeof toWrite>>[number];

/**
 * Hands in everything that an import holds, in the one transaction of whoever calls: as revisions that wait for somebody else to approve them, or as drafts. It is
 * what `submitIn` does for one record, with a statement for a thousand. Refused, and nothing written, where a record has changed since it was checked.
 */
export async function writeImport(tx: Tx, kinds: Kinds, given: Given, now: Date): Promise<Outcome<{ records: number }, 'changedSince' | 'openDrafts'>> {
  const kind = kinds.named(given.mapping.kind);
  if (given.asDrafts && (await withOpenDraft(tx, given.id, 1)).length > 0) return refused('openDrafts');
  let [records, after] = [0, 0];
  for (;;) {
    const batch = await toWrite(tx, given.id, { after, limit: atOnce });
    if (batch.length === 0) break;
    if (!(await areAsChecked(tx, kind, batch))) return refused('changedSince');
    if (given.asDrafts) await writeDrafts(tx, kind, given, batch, now);
    else await writeRevisions(tx, kind, given, batch, now);
    records += batch.length;
    after = batch.at(-1)?.line ?? after;
  }
  await insertAudit(tx, { at: now, actorId: given.madeBy, action: 'import records', about: `${kind.name}: ${records}` });
  return done({ records });
}

/** Holds the records until the end, and asks whether they stand as the check has seen them; nobody may have taken a new address either. */
async function areAsChecked(tx: Tx, kind: Kind, batch: readonly Batched[]): Promise<boolean> {
  const old = batch.filter((one) => one.recordId !== null);
  const ids = old.map((one) => one.recordId);
  await sql`select id from records where id = any(${ids}::uuid[]) order by id for update`.execute(tx);
  const { rows } = await sql<{ id: string; number: number; current: string | null }>`
    select records.id, (select max(number) from revisions where record_id = records.id) as number, current_revisions.revision_id as current
    from records left join current_revisions on current_revisions.record_id = records.id where records.id = any(${ids}::uuid[])`.execute(tx);
  const now = new Map(rows.map((row) => [row.id, row]));
  if (old.some((one) => now.get(one.recordId ?? '')?.number !== one.revisionNumber || now.get(one.recordId ?? '')?.current !== one.basedOn)) return false;
  const slugs = batch.filter((one) => one.recordId === null).map((one) => one.slug);
  const taken = await sql`select from records where kind = ${kind.name} and slug = any(${slugs}::text[]) limit 1`.execute(tx);
  return taken.rows.length === 0;
}

async function writeRevisions(tx: Tx, kind: Kind, { id: importId, madeBy }: Given, batch: readonly Batched[], now: Date): Promise<void> {
  const at = now.getTime();
  const rows = batch.map((one) => ({ ...one, id: one.recordId ?? uuidv7(at), revisionId: uuidv7(at) }));
  const fresh = rows.filter((one) => one.recordId === null);
  if (fresh.length > 0)
    await tx
      .insertInto('records')
      .values(fresh.map(({ id, slug }) => ({ id, kind: kind.name, slug, createdAt: now })))
      .execute();
  // The bodies go from table to table; only the ids are made here.
  await sql`
    insert into revisions (id, record_id, number, schema_version, body, author_id, based_on, created_at)
    select made.id, made.record_id, coalesce(revision_number, 0) + 1, ${kind.schemaVersion}::integer, body, ${madeBy}::uuid, based_on, ${now}::timestamptz
    from unnest(${rows.map((one) => one.line)}::integer[], ${rows.map((one) => one.revisionId)}::uuid[], ${rows.map((one) => one.id)}::uuid[]) as made (line, id, record_id)
    join import_records on import_records.import_id = ${importId} and import_records.line = made.line`.execute(tx);
  const last = await lastPublications(
    tx,
    rows.map(({ id }) => id),
  );
  await tx
    .insertInto('publications')
    .values(
      rows.map(({ id, revisionId }) => ({
        id: idAfter(last.get(id), now),
        revisionId,
        recordId: id,
        action: 'submitted',
        at: now,
        actorId: madeBy,
        whyPl: null,
        whyEn: null,
        override: false,
      })),
    )
    .execute();
  await tx
    .insertInto('audit')
    .values(
      rows.map(({ id, revisionId, basedOn, fields }) => ({ id: uuidv7(at), at: now, actorId: madeBy, action: 'submit', recordId: id, revisionId, basedOn, fields, about: null })),
    )
    .execute();
}

async function lastPublications(tx: Tx, recordIds: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ recordId: string; id: string }>`
    select distinct on (record_id) record_id as "recordId", id from publications where record_id = any(${[...recordIds]}::uuid[]) order by record_id, id desc`.execute(tx);
  return new Map(rows.map(({ recordId, id }) => [recordId, id]));
}

async function writeDrafts(tx: Tx, kind: Kind, { id: importId, madeBy }: Given, batch: readonly Batched[], now: Date): Promise<void> {
  const at = now.getTime();
  const rows = batch.map((one) => ({ ...one, id: uuidv7(at) }));
  await sql`
    insert into drafts (id, kind, slug, record_id, body, based_on, version, editor_id, created_at, updated_at)
    select made.id, ${kind.name}, slug, record_id, body, based_on, 1, ${madeBy}::uuid, ${now}::timestamptz, ${now}::timestamptz
    from unnest(${rows.map((one) => one.line)}::integer[], ${rows.map((one) => one.id)}::uuid[]) as made (line, id)
    join import_records on import_records.import_id = ${importId} and import_records.line = made.line`.execute(tx);
  await tx
    .insertInto('audit')
    .values(
      rows.map(({ id, recordId, basedOn, fields }) => ({
        id: uuidv7(at),
        at: now,
        actorId: madeBy,
        action: 'save draft',
        recordId,
        revisionId: null,
        basedOn,
        fields,
        about: `draft ${id}`,
      })),
    )
    .execute();
}
