import { sql } from 'kysely';
import type { City } from '#basics/city.ts';
import { dayAt, type Day } from '#basics/day.ts';
import type { Db, Tx } from '#db/handles.ts';
import { queue as en } from '#lang/en/office-queue.ts';
import type { Lang } from '#lang/lang.ts';
import { queue as pl } from '#lang/pl/office-queue.ts';
import type { Content, Kind } from '#publishing/kind.ts';
import { readCity } from '#publishing/load.ts';
import { previewOf } from '#publishing/previews.ts';
import { writeProjection } from '#publishing/projection.ts';
import { recordFacts } from '#publishing/shown/record-facts.tsx';
import { readReferences } from '#publishing/shown/references.ts';
import { holdRecord, revisionById, stateOfRevision } from '#publishing/store.ts';
import { source } from '#publishing/facts.ts';
import { publicPages } from '#site/index.ts';
import type { Asked, Shown } from '#site/page.ts';
import { documentOf, sectionMenus } from '#site/shell.tsx';
import { Banner } from '#ui/banner.tsx';
import { SummaryList, type Fact } from '#ui/facts.tsx';
import { momentInWords } from '#ui/moments.tsx';
import { PageTitle } from '#ui/section.tsx';
import { sourceNotes, type SourceNotes } from '#ui/source-notes.ts';
import { SourceSection } from '#ui/sources.tsx';
import { pages, type PageName } from '#web/paths.ts';
import { z } from 'zod';
import { kinds } from './kinds.ts';

type Options = { db: Db; baseUrl: string; now: () => Date };

/** Where people without an account see a page before it is public, whoever has the link. */
export const previewPaths: Record<Lang, string> = { pl: '/podglad/:token', en: '/preview/:token' };

/** Carries what was rendered out of the transaction, which is rolled back. */
class Undo extends Error {
  readonly response: Response;
  constructor(response: Response) {
    super('nothing of a preview stays');
    this.response = response;
  }
}

/**
 * The public page as it would be: the revision is projected, the page is read in the same transaction, and all of it is rolled back.
 * Readers never see it, the register's version stays, and of others only who publishes the same record waits a moment. Null where there is nothing to see.
 */
export async function answerPreview(options: Options, token: string, lang: Lang): Promise<Response | null> {
  const now = options.now();
  try {
    return await options.db.write((tx) => previewIn(tx, { ...options, at: now }, token, lang));
  } catch (error) {
    if (error instanceof Undo) return error.response;
    throw error;
  }
}

async function previewIn(tx: Tx, options: Options & { at: Date }, token: string, lang: Lang): Promise<Response | null> {
  const link = await previewOf(tx, token, options.at);
  const revision = link && (await revisionById(tx, link.revisionId));
  const city = await readCity(tx);
  if (!link || !revision || !city) return null;
  await sql`set local lock_timeout = '5s'`.execute(tx);
  await holdRecord(tx, revision.recordId);
  const state = await stateOfRevision(tx, revision.id);
  const kind = kinds.named(revision.kind);
  const read = kind.read(revision.body, revision.schemaVersion);
  if (state === 'superseded' || state === 'withdrawn') return null;
  const today = dayAt(options.at, city.timeZone);
  const frame = { lang, city, now: options.at, today, baseUrl: options.baseUrl, token };
  const texts = textsFor(lang).banner;
  if (!read.ok) return pageOf(tx, { title: texts.heading, content: <Banner heading={texts.heading}>{texts.cannot}</Banner> }, { ...frame, section: undefined });
  const content = read.value;
  const address = new URL(content.address(revision.slug, lang), options.baseUrl);
  if (state === 'published') return new Response(null, { status: 303, headers: { location: address.pathname + address.search + address.hash, 'cache-control': 'no-store' } });
  await writeProjection(tx, { id: revision.recordId, kind: revision.kind, slug: revision.slug, revisionId: revision.id }, content);
  const alone = await recordAlone(tx, { kind, content, lang });
  const found = (await pageAt(tx, address, frame)) ?? { shown: { title: alone.title, content: <RecordAlone {...alone} lang={lang} /> }, section: undefined, isList: false };
  const until = momentInWords(link.expiresAt.toISOString(), lang, city.timeZone);
  const withBanner = (
    <>
      <Banner heading={texts.heading}>
        <p>{texts.text(revision.number, until)}</p>
        {address.hash !== '' && (
          <p class="kg-banner__ways">
            <a href={address.hash}>{texts.place}</a>
          </p>
        )}
      </Banner>
      {found.isList && (
        <details class="govuk-details" open>
          <summary class="govuk-details__summary">{texts.record(alone.title)}</summary>
          <div class="govuk-details__text">
            <SummaryList rows={alone.facts} />
          </div>
        </details>
      )}
      {found.shown.content}
    </>
  );
  throw new Undo(await pageOf(tx, { ...found.shown, content: withBanner }, { ...frame, section: found.section }));
}

const textsFor = (lang: Lang) => (lang === 'pl' ? pl : en);

type Frame = { lang: Lang; city: City; now: Date; today: Day; baseUrl: string; token: string };

async function pageOf(tx: Tx, shown: Shown, frame: Frame & { section: PageName | undefined }): Promise<Response> {
  const { lang, city, today, baseUrl, token, section } = frame;
  const alternates = { pl: previewPaths.pl.replace(':token', token), en: previewPaths.en.replace(':token', token) };
  const menus = await sectionMenus(tx, { lang, today, city, path: '' });
  const html = await documentOf({ ...shown, noIndex: true, noFeedback: true, canonicalQuery: undefined }, { lang, city, baseUrl, today, alternates, section, menus });
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex, nofollow, noarchive',
      // The address is the secret: no other site is told where its reader comes from.
      'referrer-policy': 'same-origin',
    },
  });
}

/** The public page at an address, read in this transaction. */
async function pageAt(tx: Tx, address: URL, { lang, city, now, today, baseUrl }: Frame): Promise<{ shown: Shown; section: PageName | undefined; isList: boolean } | null> {
  for (const page of publicPages) {
    const given = matched(pages[page.name][lang], address.pathname);
    if (given === null) continue;
    const asked: Asked = { reader: tx, lang, given, query: address.searchParams, now, today, city, baseUrl, kinds, whole: false };
    const found = await page.answer(asked);
    return found.elsewhere === null ? { shown: found.show(), section: page.section, isList: Object.keys(given).length === 0 } : null;
  }
  return null;
}

/** The parts that a pattern such as `/pl/organizacje/:slug` names in a path; null where it does not fit. */
function matched(pattern: string, path: string): Record<string, string> | null {
  const [wanted, given] = [pattern.split('/'), path.split('/')];
  if (wanted.length !== given.length) return null;
  const parts: Record<string, string> = {};
  for (const [place, piece] of wanted.entries()) {
    const here = given[place] ?? '';
    if (piece.startsWith(':')) parts[piece.slice(1)] = decodeURIComponent(here);
    else if (piece !== here) return null;
  }
  return parts;
}

type Alone = { title: string; facts: Fact[]; notes: SourceNotes };

/** The record field by field, as archived revisions are read: for kinds without a page of their own, and beside lists in which it is hard to find. */
async function recordAlone(tx: Tx, { kind, content, lang }: { kind: Kind; content: Content; lang: Lang }): Promise<Alone> {
  const notes = sourceNotes();
  const { sources } = z.object({ sources: z.array(source).default([]) }).parse(content.shown);
  const references = await readReferences(tx, kinds, [content]);
  return { title: content.title(lang), notes, facts: recordFacts(kind, content.shown, { lang, notes, sources, references }) };
}

const RecordAlone = ({ title, facts, notes, lang }: Alone & { lang: Lang }) => (
  <>
    <PageTitle title={title} />
    <SummaryList rows={facts} />
    <SourceSection notes={notes} lang={lang} />
  </>
);
