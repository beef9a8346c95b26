import type { z } from 'zod';
import { done, refused, type Outcome } from '#basics/outcome.ts';
import type { Tx } from '#db/handles.ts';
import type { Lang } from '#lang/lang.ts';
import { danglingSources, type Source } from './facts.ts';
import { publicPart } from './fields.ts';

export type TitleOf = (kind: string, slug: string) => string | undefined;

export type Reference = { kind: string; slug: string; field: string };

/** Finds the record that a slug of a kind means; publishing has checked beforehand that it is there. */
export type Resolve = (kind: string, slug: string) => string;

/** What a room tells publishing about a kind of record. */
export type KindDefinition<Body> = {
  /** `organisation`; the plural stands in addresses: `/id/organisations/owhc`. */
  name: string;
  plural: string;
  schema: z.ZodType<Body>;
  /** Raised when the schema changes its meaning; `upgrade` then reads the older bodies. */
  schemaVersion: number;
  /** Once published it never changes: no second revision is taken, not even after it was withdrawn. */
  frozen?: true;
  upgrade?: (body: unknown, from: number) => unknown;
  /** `titleOf` gives the title of a record that the body refers to, where the caller has it: the change register freezes such titles, search does not. */
  title(body: Body, lang: Lang, titleOf: TitleOf): string;
  /** What is said of it in the language, beside its title; a new line for each text, so that search can quote one of them. */
  searchText(body: Body, lang: Lang): string;
  /** Its other names, acronyms and numbers in every language, as written: whoever types one of them means this record. */
  searchNames?(body: Body): string[];
  /** Where the public reads it. */
  addressOf(slug: string, body: Body, lang: Lang): string;
  references(body: Body): Reference[];
  /** Writes the public rows anew (delete and insert). `shown` is the public part of the body. */
  project(tx: Tx, id: string, body: Body, shown: unknown, resolve: Resolve): Promise<void>;
  /** Removes the public rows. */
  retract(tx: Tx, id: string): Promise<void>;
};

/** A body that has passed its schema, with what can be asked of it. */
export type Content = {
  body: unknown;
  shown: unknown;
  title(lang: Lang, titleOf?: TitleOf): string;
  searchText(lang: Lang): string;
  searchNames(): string[];
  address(slug: string, lang: Lang): string;
  references: Reference[];
  project(tx: Tx, id: string, resolve: Resolve): Promise<void>;
};

export type Kind = {
  name: string;
  plural: string;
  schema: z.core.$ZodType;
  schemaVersion: number;
  frozen: boolean;
  read(body: unknown, schemaVersion?: number): Outcome<Content, 'badBody'> & { problems?: Problem[] };
  retract(tx: Tx, id: string): Promise<void>;
};

export type Problem = { field: string; message: string };

/** Closes a definition over its body type, so that kinds of different bodies can stand in one list. */
export function defineKind<Body extends { sources?: Source[] | undefined }>(kind: KindDefinition<Body>): Kind {
  const read = (raw: unknown, schemaVersion = kind.schemaVersion): Outcome<Content, 'badBody'> & { problems?: Problem[] } => {
    const upgraded = schemaVersion < kind.schemaVersion && kind.upgrade ? kind.upgrade(raw, schemaVersion) : raw;
    const parsed = kind.schema.safeParse(upgraded);
    if (!parsed.success) {
      const problems = parsed.error.issues.map((issue) => ({ field: issue.path.join('.') || '(record)', message: issue.message }));
      return { ...refused('badBody', problems.map((problem) => `${problem.field}: ${problem.message}`).join('; ')), problems };
    }
    const body = parsed.data;
    const dangling = danglingSources(body);
    if (dangling.length > 0) {
      const problems = dangling.map((id) => ({ field: 'sources', message: `a fact names source ${id}, which is not in the list of sources` }));
      return { ...refused('badBody', problems.map((problem) => problem.message).join('; ')), problems };
    }
    const shown = publicPart(kind.schema, body);
    return done({
      body,
      shown,
      title: (lang, titleOf = () => undefined) => kind.title(body, lang, titleOf),
      searchText: (lang) => kind.searchText(body, lang),
      searchNames: () => [...new Set((kind.searchNames?.(body) ?? []).map((name) => name.trim()))].filter((name) => name !== ''),
      address: (slug, lang) => kind.addressOf(slug, body, lang),
      references: kind.references(body),
      project: (tx, id, resolve) => kind.project(tx, id, body, shown, resolve),
    });
  };
  return {
    name: kind.name,
    plural: kind.plural,
    schema: kind.schema,
    schemaVersion: kind.schemaVersion,
    frozen: kind.frozen === true,
    read,
    retract: (tx, id) => kind.retract(tx, id),
  };
}

/** All kinds of an installation, in the order in which they can be loaded. */
export type Kinds = { all: readonly Kind[]; named(name: string): Kind; find(name: string): Kind | undefined; withPlural(plural: string): Kind | undefined };

export function kindsOf(all: readonly Kind[]): Kinds {
  const byName = new Map(all.map((kind) => [kind.name, kind]));
  return {
    all,
    named(name) {
      const kind = byName.get(name);
      if (!kind) throw new Error(`there is no kind of record named ${name}`);
      return kind;
    },
    find: (name) => byName.get(name),
    withPlural: (plural) => all.find((kind) => kind.plural === plural),
  };
}
