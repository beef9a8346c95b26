import { z } from 'zod';
import { cityShape, type City } from '#basics/city.ts';
import { done, refused, type Outcome } from '#basics/outcome.ts';
import { uuidv7 } from '#basics/uuid.ts';
import type { Db, Tx } from '#db/handles.ts';
import { slug as slugShape } from './facts.ts';
import type { Content, Kinds } from './kind.ts';
import { publishAsSystem, type Actor, type PublishingBody, type Why } from './publish.ts';
import { insertAudit, insertRecord, raiseRegisterVersion } from './store.ts';

/** One file of records of one kind, as its text stands on disk. */
export type RecordFile = { name: string; kind: string; text: string };
export type Fault = { file: string; record: string; field: string; message: string };

type Prepared = { kind: string; slug: string; content: Content; file: string };

const rowsShape = z.array(z.object({ slug: slugShape, body: z.unknown() }));

/** Reads every file through the schemas that hold for everything else, and names file, record and field of all that is wrong. */
export function checkFiles(kinds: Kinds, files: readonly RecordFile[]): { prepared: Prepared[]; faults: Fault[] } {
  const faults: Fault[] = [];
  const prepared: Prepared[] = [];
  for (const file of files) {
    const rows = parseRows(file);
    if (!rows.ok) {
      faults.push({ file: file.name, record: '(file)', field: '', message: rows.detail ?? '' });
      continue;
    }
    for (const row of rows.value) {
      const read = kinds.named(file.kind).read(row.body);
      if (read.ok) prepared.push({ kind: file.kind, slug: row.slug, content: read.value, file: file.name });
      else for (const problem of read.problems ?? []) faults.push({ file: file.name, record: row.slug, ...problem });
    }
  }
  faults.push(...doubles(prepared), ...danglingReferences(prepared));
  return { prepared, faults };
}

function parseRows(file: RecordFile): Outcome<z.infer<typeof rowsShape>, 'notRecords'> {
  let json: unknown;
  try {
    json = JSON.parse(file.text);
  } catch (error) {
    return refused('notRecords', `is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const rows = rowsShape.safeParse(json);
  if (!rows.success) return refused('notRecords', rows.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '));
  return done(rows.data);
}

function doubles(prepared: readonly Prepared[]): Fault[] {
  const seen = new Set<string>();
  const faults: Fault[] = [];
  for (const one of prepared) {
    const key = `${one.kind} ${one.slug}`;
    if (seen.has(key)) faults.push({ file: one.file, record: one.slug, field: 'slug', message: `there is a second ${one.kind} with this slug` });
    seen.add(key);
  }
  return faults;
}

function danglingReferences(prepared: readonly Prepared[]): Fault[] {
  const known = new Set(prepared.map((one) => `${one.kind} ${one.slug}`));
  return prepared.flatMap((one) =>
    one.content.references
      .filter((reference) => !known.has(`${reference.kind} ${reference.slug}`))
      .map((reference) => ({ file: one.file, record: one.slug, field: reference.field, message: `there is no ${reference.kind} ${reference.slug}` })),
  );
}

/** Who loads: a named system actor, whose role stands on the labels in place of a person. */
export type Loader = { role: { pl: string; en: string }; publishingBody: PublishingBody; why: Why };

export type Loaded = { records: number };

/** What an example has beside its records, in the same transaction; it is told who loads, and the id of every record. */
type Beside = (tx: Tx, given: { actorId: string; recordId: (kind: string, slug: string) => string }) => Promise<void>;

/**
 * Loads records into a fresh, empty store through publishing: afterwards each has its first revision, a label and a line in the
 * change register. One transaction: a fault anywhere, or an end of the process in the middle, leaves the store empty.
 */
export async function loadInto(
  db: Db,
  kinds: Kinds,
  given: { files: readonly RecordFile[]; city: City; loader: Loader; now: Date; settings?: Readonly<Record<string, unknown>>; action?: string; beside?: Beside },
): Promise<Outcome<Loaded, 'notEmpty' | 'faults'> & { faults?: Fault[] }> {
  const { prepared, faults } = checkFiles(kinds, given.files);
  if (faults.length > 0) return { ...refused('faults', `${faults.length} faults`), faults };
  return db.write(async (tx) => {
    await oneAtATime(tx);
    if (!(await isEmpty(tx))) return refused('notEmpty');
    await saveCity(tx, given.city);
    for (const [name, value] of Object.entries(given.settings ?? {}))
      await tx
        .insertInto('settings')
        .values({ name, value: JSON.stringify(value) })
        .execute();
    const actor = await addSystemActor(tx, given.loader.role, given.now);
    // Records first, contents after: records may refer to each other in a ring.
    const ids = new Map<Prepared, string>();
    for (const one of prepared) ids.set(one, await insertRecord(tx, one.kind, one.slug, given.now));
    for (const kind of kinds.all)
      for (const one of prepared.filter((each) => each.kind === kind.name)) {
        const recordId = ids.get(one);
        if (recordId === undefined) continue;
        await publishAsSystem(tx, kinds, {
          kind: one.kind,
          slug: one.slug,
          recordId,
          content: one.content,
          actor,
          now: given.now,
          publishingBody: given.loader.publishingBody,
          why: given.loader.why,
        });
      }
    const named = new Map([...ids].map(([{ kind, slug }, id]) => [`${kind} ${slug}`, id]));
    const recordId = (kind: string, slug: string): string => {
      const id = named.get(`${kind} ${slug}`);
      if (id === undefined) throw new Error(`there is no ${kind} ${slug}`);
      return id;
    };
    await given.beside?.(tx, { actorId: actor.id, recordId });
    await insertAudit(tx, { at: given.now, actorId: actor.id, action: given.action ?? 'load example' });
    await raiseRegisterVersion(tx, given.now);
    return done({ records: prepared.length });
  });
}

/** Of two processes that load or restore into the same store, the second waits and then finds it filled. */
export async function oneAtATime(tx: Tx): Promise<void> {
  await tx.selectFrom('registerVersion').select('version').forUpdate().execute();
}

export async function isEmpty(tx: Pick<Tx, 'selectFrom'>): Promise<boolean> {
  return (
    (await tx.selectFrom('records').select('id').limit(1).executeTakeFirst()) === undefined &&
    (await tx.selectFrom('settings').select('name').limit(1).executeTakeFirst()) === undefined
  );
}

export async function addSystemActor(tx: Tx, role: { pl: string; en: string }, now: Date): Promise<Actor> {
  const id = uuidv7(now.getTime());
  await tx.insertInto('actors').values({ id, kind: 'system', rolePl: role.pl, roleEn: role.en, createdAt: now }).execute();
  return { id, kind: 'system' };
}

async function saveCity(tx: Tx, city: City): Promise<void> {
  await tx.deleteFrom('settings').where('name', '=', 'city').execute();
  await tx
    .insertInto('settings')
    .values({ name: 'city', value: JSON.stringify(cityShape.parse(city)) })
    .execute();
}

/** The city that this installation serves; undefined before `koga init` or an example. */
export async function readCity(reader: Pick<Tx, 'selectFrom'>): Promise<City | undefined> {
  const row = await reader.selectFrom('settings').select('value').where('name', '=', 'city').executeTakeFirst();
  return row && cityShape.parse(row.value);
}
