import { sql } from 'kysely';
import type { Reader, Tx } from '#db/handles.ts';
import type { Lang } from '#lang/lang.ts';
import { themes as allThemes } from '#register/index.ts';
import { foldedName, institutionKinds, type Institution } from './institution.ts';

export const langOf = (text: string): Lang => (text === 'en' ? 'en' : 'pl');

/** Who asks for what in the name of an institution leaves a trace in the audit under this one actor: who it was is nobody's business once they are gone. */
const visitor = { id: '0197a000-0000-7000-8000-000000000003', rolePl: 'osoba z instytucji', roleEn: 'person of an institution' } as const;

export async function visitorActor(tx: Tx, now: Date): Promise<string> {
  const { id, rolePl, roleEn } = visitor;
  await tx
    .insertInto('actors')
    .values({ id, kind: 'system', rolePl, roleEn, createdAt: now })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  return id;
}

/** False where it is there already. */
export async function insertInstitution(tx: Tx, given: Institution & { id: string; source: 'self' | 'office'; createdAt: Date; confirmedAt: Date | null }): Promise<boolean> {
  const added = await tx
    .insertInto('institutions')
    .values({ ...given, folded: foldedName(given.name) })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  return Number(added.numInsertedOrUpdatedRows) === 1;
}

/** False where somebody else has changed it since. */
export async function updateInstitution(tx: Tx, id: string, version: number, given: Institution): Promise<boolean> {
  const changed = await tx
    .updateTable('institutions')
    .set((update) => ({ ...given, folded: foldedName(given.name), version: update('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  return Number(changed.numUpdatedRows) === 1;
}

export async function confirmInstitution(tx: Tx, id: string, now: Date): Promise<boolean> {
  const changed = await tx.updateTable('institutions').set({ confirmedAt: now }).where('id', '=', id).where('confirmedAt', 'is', null).executeTakeFirst();
  return Number(changed.numUpdatedRows) === 1;
}

export async function setDeactivated(tx: Tx, id: string, at: Date | null): Promise<void> {
  await tx.updateTable('institutions').set({ deactivatedAt: at }).where('id', '=', id).where('deletedAt', 'is', null).execute();
}

/** What remains is the kind and the themes. */
export async function eraseInstitutionRow(tx: Tx, id: string, now: Date): Promise<boolean> {
  await tx.deleteFrom('contacts').where('institutionId', '=', id).execute();
  const erased = await tx
    .updateTable('institutions')
    .set((update) => ({ name: null, folded: null, description: null, url: null, address: null, deletedAt: now, version: update('version', '+', 1) }))
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  return Number(erased.numUpdatedRows) === 1;
}

/** Registrations that nobody confirmed go without a trace: nothing was ever done in their name. */
export async function deleteUnconfirmed(tx: Tx, before: Date): Promise<void> {
  await tx.deleteFrom('institutions').where('confirmedAt', 'is', null).where('source', '=', 'self').where('createdAt', '<', before).execute();
}

export type KeptInstitution = Institution & {
  id: string;
  source: 'self' | 'office';
  createdAt: Date;
  confirmedAt: Date | null;
  deactivatedAt: Date | null;
  version: number;
};

const institutionRows = (reader: Reader) => reader.selectFrom('institutions').selectAll().where('deletedAt', 'is', null);
type InstitutionRow = Awaited<ReturnType<ReturnType<typeof institutionRows>['execute']>>[number];

const kept = ({ folded: _folded, deletedAt: _deleted, name, kind, themes, source, ...row }: InstitutionRow): KeptInstitution => ({
  ...row,
  name: name ?? '',
  kind: institutionKinds.find((one) => one === kind) ?? 'other',
  themes: allThemes.filter((theme) => themes.includes(theme)),
  source: source === 'office' ? 'office' : 'self',
});

export async function findInstitution(reader: Reader, id: string): Promise<KeptInstitution | undefined> {
  const row = await institutionRows(reader).where('id', '=', id).executeTakeFirst();
  return row && kept(row);
}

export type InstitutionFilter = { q?: string | undefined; kind?: string | undefined; theme?: string | undefined; state?: 'active' | 'waiting' | 'deactivated' | undefined };

const matching = (reader: Reader, { q, kind, theme, state }: InstitutionFilter) => {
  const words = foldedName(q ?? '')
    .split(' ')
    .filter((word) => word !== '');
  return institutionRows(reader)
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind ?? ''))
    .$if(theme !== undefined, (query) => query.where('themes', '@>', sql<string[]>`array[${theme ?? ''}]`))
    .$if(state === 'active', (query) => query.where('confirmedAt', 'is not', null).where('deactivatedAt', 'is', null))
    .$if(state === 'waiting', (query) => query.where('confirmedAt', 'is', null))
    .$if(state === 'deactivated', (query) => query.where('deactivatedAt', 'is not', null))
    .$if(words.length > 0, (query) => query.where((where) => where.and(words.map((word) => sql<boolean>`folded like ${`%${word}%`}`))));
};

/** Institutions by name, with how many people each has. */
export async function listInstitutions(reader: Reader, filter: InstitutionFilter, page: { limit: number; offset: number }): Promise<(KeptInstitution & { people: number })[]> {
  const rows = await matching(reader, filter).orderBy('folded').orderBy('id').limit(page.limit).offset(page.offset).execute();
  if (rows.length === 0) return [];
  const counts = await reader
    .selectFrom('contacts')
    .select(['institutionId', (select) => select.fn.countAll().as('count')])
    .where(
      'institutionId',
      'in',
      rows.map((row) => row.id),
    )
    .groupBy('institutionId')
    .execute();
  const of = new Map(counts.map((row) => [row.institutionId, Number(row.count)]));
  return rows.map((row) => ({ ...kept(row), people: of.get(row.id) ?? 0 }));
}

export async function countInstitutions(reader: Reader, filter: InstitutionFilter = {}): Promise<number> {
  const row = await matching(reader, filter)
    .clearSelect()
    .select((select) => select.fn.countAll().as('count'))
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}
