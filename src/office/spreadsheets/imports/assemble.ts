import { z } from 'zod';
import { valueName } from '#lang/fields.ts';
import type { Lang } from '#lang/lang.ts';
import { slugPattern } from '#basics/slug.ts';
import { danglingSources } from '#publishing/facts.ts';
import type { Kind } from '#publishing/kind.ts';
import { proposedSlug } from '../../records/drafts/slug.ts';
import { problemsOf } from '../../records/form/problems.ts';
import { namesOnly, referencesIn } from '../../records/form/references.ts';
import { recordSpec, specAt, type Path } from '../../records/form/spec.ts';
import { changedFields, isSame } from '../../records/form/values.ts';
import { textsOf as recordTexts } from '../../records/texts.ts';
import { bodyIn, type Given, type ListRows, type Place } from '../cells/build.ts';
import type { Head } from '../cells/columns.ts';
import type { Shape } from '../cells/encode.ts';
import { slugColumn, versionColumn } from '../sheets.ts';
import { textsOf } from '../texts.ts';
import type { Found, Standing } from './found-store.ts';

/** What is wrong with a cell of the file, in both languages. A place without a column is the whole line. */
export type Wrong = { place: Place; pl: string; en: string };

export type Line = { line: number; cells: ReadonlyMap<string, string> };
export type Assembled = { found: Found; wrong: Wrong[]; references: { kind: string; slug: string; place: Place }[] };

type Around = {
  kind: Kind;
  head: Head;
  shape: Shape;
  lists: ReadonlyMap<string, ListRows>;
  record: Standing | undefined;
  /** The revision that the line was taken from, where it is not the newest. */
  older: { body: unknown; schemaVersion: number } | undefined;
  /** The record was public once and its kind takes no second revision. */
  isFrozen: boolean;
};

const both = (text: (of: ReturnType<typeof textsOf>) => string): { pl: string; en: string } => ({ pl: text(textsOf('pl')), en: text(textsOf('en')) });

/** What a line says: the record that it would make of what stands now, and everything that is wrong with it. */
export function assemble(row: Line, around: Around): Assembled {
  const { kind, head, shape, lists, record, older } = around;
  const spec = recordSpec(kind);
  const typedSlug = row.cells.get(slugColumn) ?? '';
  const base = bodyOf(kind, older ?? record);
  const given: Given = { kind: kind.name, head, row, lists, shape };
  const body = bodyIn(spec, given, base);
  const slug = typedSlug === '' ? proposedSlug(spec, body) : typedSlug;
  const found: Found = { line: row.line, slug, action: 'unchanged', fields: [], body: null, recordId: record?.id ?? null, basedOn: null, revisionNumber: null };
  if (record !== undefined && body === base) return { found, wrong: [], references: [] };
  const parsed = z.safeParse(kind.schema, body);
  const read = parsed.success && danglingSources(asBody(parsed.data)).length === 0 ? parsed.data : undefined;
  if (record !== undefined && read !== undefined && isSame(read, base)) return { found, wrong: [], references: [] };
  const wrong = wrongWithLine(row, slug, around);
  if (read === undefined) wrong.push(...wrongInBody(kind, body, base, given));
  if (read === undefined || wrong.length > 0) return { found: { ...found, action: 'wrong' }, wrong, references: [] };
  const placeOf = placesOf(kind, given, base);
  return {
    found: {
      ...found,
      action: record === undefined ? 'new' : 'changed',
      fields: record === undefined ? [] : changedFields(spec, base, read),
      body: read,
      basedOn: record?.current ?? null,
      revisionNumber: record?.number ?? null,
    },
    wrong: [],
    references: referencesIn(kind.name, spec, read).map(({ kind: of, slug: its, path }) => ({ kind: of, slug: its, place: placeOf(path) })),
  };
}

const asBody = (body: unknown): object => (typeof body === 'object' && body !== null ? body : {});

function bodyOf(kind: Kind, standing: { body: unknown; schemaVersion: number } | undefined): unknown {
  const read = standing && kind.read(standing.body, standing.schemaVersion);
  return read?.ok === true ? read.value.body : standing?.body;
}

const inForm = (text: (of: ReturnType<typeof recordTexts>) => string) => ({ pl: text(recordTexts('pl')), en: text(recordTexts('en')) });

/** The line itself: its address, and whether the record has gone on since the file was taken. */
function wrongWithLine(row: Line, slug: string, { record, older, isFrozen }: Around): Wrong[] {
  const at = (column: string): Place => ({ list: null, line: row.line, column });
  const typed = row.cells.get(slugColumn) ?? '';
  if (slug === '') return [{ place: at(slugColumn), ...inForm((texts) => texts.wrong.slugMissing) }];
  if (record === undefined && (!slugPattern.test(slug) || slug.length > 120)) return [{ place: at(slugColumn), ...inForm((texts) => texts.wrong.slugFormat) }];
  if (record !== undefined && typed === '') return [{ place: at(slugColumn), ...both((texts) => texts.wrong.slugOfOther(slug)) }];
  if (record !== undefined && older !== undefined) return [{ place: at(versionColumn), ...both((texts) => texts.wrong.newer(record.number)) }];
  const version = row.cells.get(versionColumn) ?? '';
  if (version !== '' && version !== String(record?.number ?? '')) return [{ place: at(versionColumn), ...both((texts) => texts.wrong.noSuchVersion) }];
  if (isFrozen) return [{ place: at(slugColumn), ...both((texts) => texts.wrong.frozen) }];
  return [];
}

function wrongInBody(kind: Kind, body: unknown, base: unknown, given: Given): Wrong[] {
  const inEnglish = new Map(problemsOf(kind, body, 'en').map(({ path, text }) => [path.join('.'), text]));
  const placeOf = placesOf(kind, given, base);
  return problemsOf(kind, body, 'pl').map(({ path, text }) => ({ place: placeOf(path), ...(choiceWords(kind, path) ?? { pl: text, en: inEnglish.get(path.join('.')) ?? text }) }));
}

/** A form shows what can be chosen; here it has to be said. */
function choiceWords(kind: Kind, path: Path): { pl: string; en: string } | null {
  const field = specAt(recordSpec(kind), path);
  // An entry of a list of choices is a place inside it.
  const choice = field?.type === 'choice' ? field : specAt(recordSpec(kind), path.slice(0, -1));
  if (choice?.type !== 'choice' && choice?.type !== 'choices') return null;
  const names = [kind.name, ...namesOnly(path)];
  const say = (lang: Lang): string => textsOf(lang).wrong.choose(choice.options.map((option) => valueName(names, option, lang) ?? option).join(', '));
  return { pl: say('pl'), en: say('en') };
}

/** Where in the file a field was read: its own cell, else the nearest one around or inside it, else the record's address. */
function placesOf(kind: Kind, given: Given, base: unknown): (path: Path) => Place {
  let places: Map<string, Place> | undefined;
  const whole: Place = { list: null, line: given.row.line, column: slugColumn };
  return (path) => {
    if (places === undefined) {
      const traced = new Map<string, Place>();
      bodyIn(recordSpec(kind), { ...given, trace: (at, place) => traced.set(at.join('.'), place) }, base);
      places = traced;
    }
    for (let length = path.length; length > 0; length -= 1) {
      const name = path.slice(0, length).join('.');
      const exact = places.get(name);
      if (exact !== undefined) return exact;
      for (const [at, place] of places) if (at.startsWith(`${name}.`)) return place;
    }
    return whole;
  };
}
