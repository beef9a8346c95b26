import type { Reader } from '#db/handles.ts';
import type { Lang } from '#lang/lang.ts';
import { addressOf } from '#web/paths.ts';
import { listChanges } from '../history.ts';
import type { Content, Kinds } from '../kind.ts';
import { findRecord } from '../store.ts';

/** Titles and addresses of the records that bodies refer to, by the name of the referring field and the slug. */
export type References = ReadonlyMap<string, { title: Record<Lang, string>; href: Record<Lang, string> }>;

export const referenceKey = (field: string, slug: string): string => `${field} ${slug}`;

export async function readReferences(reader: Reader, kinds: Kinds, contents: readonly Content[]): Promise<References> {
  const found = new Map<string, { title: Record<Lang, string>; href: Record<Lang, string> }>();
  for (const { kind, slug, field } of contents.flatMap((content) => content.references)) {
    const name = field.split('.').findLast((part) => !/^\d+$/.test(part)) ?? field;
    const key = referenceKey(name, slug);
    if (found.has(key)) continue;
    const record = await findRecord(reader, kind, slug);
    const [latest] = record ? await listChanges(reader, { recordId: record.id }, { limit: 1, offset: 0 }) : [];
    if (!record || !latest) continue;
    const href = (lang: Lang): string => addressOf('history', lang, { kind: kinds.named(kind).plural, slug: record.slug });
    found.set(key, { title: latest.title, href: { pl: href('pl'), en: href('en') } });
  }
  return found;
}
