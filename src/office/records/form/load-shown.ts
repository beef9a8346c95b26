import type { Reader } from '#db/handles.ts';
import type { Lang } from '#lang/lang.ts';
import { kindsReferred, referencesIn } from './references.ts';
import type { Option, Shown } from './shown.ts';
import type { Group } from './spec.ts';
import { optionsOf, titlesOfRecords } from './store.ts';
import { partOf, rowsOf } from './values.ts';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The record's sources as its facts may name them. */
const sourcesIn = (body: unknown): Option[] =>
  rowsOf(partOf(body, 'sources'))
    .map((source) => ({ value: text(partOf(source, 'id')), text: text(partOf(source, 'title')) || text(partOf(source, 'url')) }))
    .filter(({ value }) => value !== '');

/** Everything beside the body that its form needs. */
export async function loadShown(
  reader: Reader,
  given: { kind: string; lang: Lang; spec: Group; body: unknown } & Partial<Pick<Shown, 'problems' | 'from' | 'preview' | 'opened'>>,
): Promise<Shown> {
  const { kind, lang, spec, body, problems = new Map(), from = new Map(), preview = null, opened = null } = given;
  const options = new Map<string, readonly Option[]>();
  for (const referred of kindsReferred(kind, spec)) {
    const all = await optionsOf(reader, referred, lang);
    if (all !== null) options.set(referred, all);
  }
  const known = new Map<string, string>([...options].flatMap(([of, all]) => all.map((option) => [`${of} ${option.value}`, option.text] as const)));
  const others = referencesIn(kind, spec, body).filter((one) => !known.has(`${one.kind} ${one.slug}`));
  for (const [key, title] of await titlesOfRecords(reader, others, lang)) known.set(key, title);
  return { kind, lang, problems, from, preview, opened, sources: sourcesIn(body), options, titles: known };
}
