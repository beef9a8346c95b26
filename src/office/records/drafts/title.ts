import type { Lang } from '#lang/lang.ts';
import { wordsFor } from '#lang/words.ts';
import type { Kinds } from '#publishing/kind.ts';
import { hasForm } from '../form/has-form.ts';
import { recordSpec } from '../form/spec.ts';
import { partOf } from '../form/values.ts';
import { textsOf } from '../texts.ts';

export function kindName(kind: string, lang: Lang): string {
  const names: Readonly<Record<string, string>> = wordsFor(lang).kinds;
  return names[kind] ?? kind;
}

/** The kind as the name of a list of its records. */
export function pluralName(kind: string, lang: Lang): string {
  const names: Readonly<Record<string, string>> = textsOf(lang).kinds;
  return names[kind] ?? kindName(kind, lang);
}

/** What is worked on most comes first; the catalogue of names keeps that order, and kinds that it does not know follow. */
export function inWorkingOrder(kinds: readonly string[]): string[] {
  const order = Object.keys(textsOf('pl').kinds);
  const placeOf = (kind: string): number => (order.indexOf(kind) === -1 ? order.length : order.indexOf(kind));
  return kinds.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** What a record in work is called: by its own rule once it can be read, before that by the first name that it has. */
export function titleOfBody(kinds: Kinds, given: { kind: string; body: unknown; slug: string | null; lang: Lang; titles?: ReadonlyMap<string, string> }): string {
  const { kind, body, slug, lang, titles = new Map<string, string>() } = given;
  const read = kinds.named(kind).read(body);
  if (read.ok) return read.value.title(lang, (of, its) => titles.get(`${of} ${its}`));
  if (!hasForm(kind)) return slug ?? kindName(kind, lang);
  for (const { name, spec } of recordSpec(kinds.named(kind)).fields) {
    const text = spec.type === 'pair' ? (partOf(partOf(body, name), lang) ?? partOf(partOf(body, name), 'pl')) : undefined;
    if (typeof text === 'string' && text.trim() !== '') return text;
  }
  return slug ?? kindName(kind, lang);
}
