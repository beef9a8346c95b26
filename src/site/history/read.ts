import { langs, type Lang } from '#lang/lang.ts';
import { z } from 'zod';
import { source, type Source } from '#publishing/facts.ts';
import { listChanges, publishedRevisions, type Change, type PublishedRevision } from '#publishing/history.ts';
import type { Content, Kind } from '#publishing/kind.ts';
import { findRecord } from '#publishing/store.ts';
import { addressOf } from '#web/paths.ts';
import { moved, notFound, type Asked, type Elsewhere } from '../page.ts';

/** So many lines of the change register stand on a record's own page; the register has them all. */
const shownChanges = 200;

/** A record that was published at least once, with all that was ever public of it. */
export type Past = {
  record: { id: string; slug: string };
  kind: Kind;
  /** As the change register last called it. */
  title: Record<Lang, string>;
  revisions: PublishedRevision[];
  changes: Change[];
  current: { number: number; href: Record<Lang, string> } | undefined;
};

/** Drafts are no history: a record of which nothing was ever published is not there. */
export async function readPast(asked: Asked, addressAt: (slug: string) => string): Promise<Past | Elsewhere> {
  const { reader, given, kinds } = asked;
  const kind = kinds.withPlural(given['kind'] ?? '');
  const record = kind && (await findRecord(reader, kind.name, given['slug'] ?? ''));
  if (!kind || !record) return notFound;
  const revisions = await publishedRevisions(reader, record.id);
  const changes = await listChanges(reader, { recordId: record.id }, { limit: shownChanges, offset: 0 });
  const latest = changes[0];
  if (revisions.length === 0 || !latest) return notFound;
  if (record.slug !== given['slug']) return moved(addressAt(record.slug));
  const current = revisions.find((revision) => revision.current);
  return {
    record,
    kind,
    title: latest.title,
    revisions,
    changes,
    current: current && { number: current.number, href: both((lang) => currentAddress(kind, record.slug, current.number, latest, lang)) },
  };
}

const both = <T>(of: (lang: Lang) => T): Record<Lang, T> => ({ pl: of('pl'), en: of('en') });

/** A kind without pages of its own is read as its current revision. */
function currentAddress(kind: Kind, slug: string, number: number, latest: Change, lang: Lang): string {
  const own = { kind: kind.plural, slug };
  return latest.path[lang] === addressOf('history', lang, own) ? addressOf('revision', lang, { ...own, number }) : latest.path[lang];
}

export type Archived = { revision: PublishedRevision; content: Content; title: Record<Lang, string>; sources: Source[] };

/** One revision that was ever public, read through the schema and the upgrades of its kind. */
export function archivedIn(past: Past, number: string | undefined): Archived | undefined {
  const revision = past.revisions.find((one) => String(one.number) === number);
  if (!revision) return undefined;
  const read = past.kind.read(revision.body, revision.schemaVersion);
  if (!read.ok) throw new Error(`published revision ${revision.id} no longer reads: ${read.detail}`);
  const change = past.changes.find((one) => one.revision === revision.number && one.change !== 'withdrawn');
  return { revision, content: read.value, title: change?.title ?? both((lang) => read.value.title(lang)), sources: sourcesOf(read.value.shown) };
}

const sourcesOf = (shown: unknown): Source[] => z.object({ sources: z.array(source).default([]) }).parse(shown).sources;

export const addressesOf = (page: 'history' | 'revision' | 'comparison', given: Record<string, string | number>): Record<string, string> =>
  Object.fromEntries(langs.map((lang) => [lang, addressOf(page, lang, given)]));
