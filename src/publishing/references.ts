import { sql } from 'kysely';
import type { Reader } from '#db/handles.ts';
import type { Lang } from '#lang/lang.ts';
import type { Kinds, Reference, TitleOf } from './kind.ts';
import { findRecord } from './store.ts';

export async function resolveAll(reader: Reader, references: readonly Reference[]): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const reference of references) {
    const key = `${reference.kind} ${reference.slug}`;
    if (ids.has(key)) continue;
    const record = await findRecord(reader, reference.kind, reference.slug);
    if (record) ids.set(key, record.id);
  }
  return ids;
}

export async function missingReferences(reader: Reader, references: readonly Reference[]): Promise<Reference[]> {
  const ids = await resolveAll(reader, references);
  return references.filter((reference) => !ids.has(`${reference.kind} ${reference.slug}`));
}

export const inWords = (references: readonly Reference[]): string => references.map((one) => `${one.field}: ${one.kind} ${one.slug}`).join('; ');

/** Which of the records that a body refers to do not stand in public now. */
export async function unpublishedReferences(reader: Reader, references: readonly Reference[]): Promise<Reference[]> {
  const ids = await resolveAll(reader, references);
  if (ids.size === 0) return [];
  const rows = await reader
    .selectFrom('currentRevisions')
    .select('recordId')
    .where('recordId', 'in', [...new Set(ids.values())])
    .execute();
  const open = new Set(rows.map((row) => row.recordId));
  return references.filter((reference) => !open.has(ids.get(`${reference.kind} ${reference.slug}`) ?? ''));
}

/** Titles of the records that a body refers to, as the change register last knew them. */
export async function titlesOf(reader: Reader, references: readonly Reference[]): Promise<Record<Lang, TitleOf>> {
  const titles = new Map<string, { titlePl: string; titleEn: string }>();
  for (const { kind, slug } of references) {
    if (kind !== 'organisation' && kind !== 'membership') continue;
    const row = await reader
      .selectFrom('changes')
      .select(['titlePl', 'titleEn'])
      .where('recordKind', '=', kind)
      .where('recordSlug', '=', slug)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst();
    if (row) titles.set(`${kind} ${slug}`, row);
  }
  return { pl: (kind, slug) => titles.get(`${kind} ${slug}`)?.titlePl, en: (kind, slug) => titles.get(`${kind} ${slug}`)?.titleEn };
}

export type Referring = { kind: string; slug: string; title: Record<Lang, string> };

/** The records that stand in public and refer to this one: they would lead to a page that is gone. */
export async function referringTo(reader: Reader, kinds: Kinds, record: { id: string; kind: string; slug: string }): Promise<Referring[]> {
  const rows = await reader
    .selectFrom('currentRevisions')
    .innerJoin('revisions', 'revisions.id', 'currentRevisions.revisionId')
    .innerJoin('records', 'records.id', 'revisions.recordId')
    .select(['records.kind', 'records.slug', 'revisions.body', 'revisions.schemaVersion'])
    .where('records.id', '!=', record.id)
    // Slugs are letters, digits and hyphens: what does not contain it as text cannot refer to it.
    .where(sql<boolean>`strpos(${sql.ref('revisions.body')}::text, ${`"${record.slug}"`}) > 0`)
    .orderBy('records.kind')
    .orderBy('records.slug')
    .execute();
  const found: Referring[] = [];
  for (const row of rows) {
    const read = kinds.named(row.kind).read(row.body, row.schemaVersion);
    if (!read.ok || !read.value.references.some((one) => one.kind === record.kind && one.slug === record.slug)) continue;
    const titles = await titlesOf(reader, read.value.references);
    found.push({ kind: row.kind, slug: row.slug, title: { pl: read.value.title('pl', titles.pl), en: read.value.title('en', titles.en) } });
  }
  return found;
}
