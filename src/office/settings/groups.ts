import { colourProblems, type ColourProblem } from '#basics/colours.ts';
import { cityShape, type City } from '#basics/city.ts';
import { done, refused, type Outcome } from '#basics/outcome.ts';

export const groups = ['city', 'contact', 'colours', 'retention'] as const;
export type Group = (typeof groups)[number];

/** The fields of each form, by their place in the city. A group whose every field is empty is not set. */
export const fieldsOf = {
  city: [
    'name.pl.nominative',
    'name.pl.genitive',
    'name.pl.dative',
    'name.pl.accusative',
    'name.pl.instrumental',
    'name.pl.locative',
    'name.en',
    'title.pl',
    'title.en',
    'subtitle.pl',
    'subtitle.en',
    'council.pl',
    'council.en',
    'publishingBody.pl',
    'publishingBody.en',
    'ownClaim.pl',
    'ownClaim.en',
  ],
  contact: [
    'contact.unit.pl',
    'contact.unit.en',
    'contact.email',
    'contact.phone',
    'contact.privacyEmail',
    'contact.building.pl',
    'contact.building.en',
    'contact.talking.pl',
    'contact.talking.en',
    'statementReviewed',
  ],
  retention: ['applicantsRetentionMonths'],
  colours: ['colours.brand', 'colours.deep', 'colours.accent'],
} as const satisfies Record<Group, readonly string[]>;
export type FieldPath = (typeof fieldsOf)[Group][number];

/** Parts that may be missing as a whole. */
const optional = ['publishingBody', 'ownClaim', 'contact', 'colours'] as const;
/** Single fields that may stay empty. */
const mayBeEmpty: ReadonlySet<string> = new Set(['statementReviewed']);

export type Typed = ReadonlyMap<string, string>;

export type SettingProblem = { field: string; what: 'months' | 'missing' | 'colour' | 'day' | 'email' | 'wrong' } | { field: string; what: 'faint'; faint: ColourProblem };

/** What stands in a field now. */
export function valueAt(city: City, path: string): string {
  let value: unknown = city;
  for (const part of path.split('.')) value = value !== null && typeof value === 'object' ? new Map<string, unknown>(Object.entries(value)).get(part) : undefined;
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

type Tree = { [key: string]: Tree | string | null };

function put(tree: Tree, path: readonly string[], value: string): void {
  const [first, ...rest] = path;
  if (first === undefined) return;
  if (rest.length === 0) {
    tree[first] = value;
    return;
  }
  const below = tree[first];
  const branch: Tree = below !== null && typeof below === 'object' ? below : {};
  tree[first] = branch;
  put(branch, rest, value);
}

/** The city with one group as it was typed; or what is wrong with it, field by field. */
export function withGroup(city: City, group: Group, typed: Typed): Outcome<City, 'badSettings'> & { problems?: SettingProblem[] } {
  const changed: Tree = {};
  for (const path of fieldsOf[group]) put(changed, path.split('.'), (typed.get(path) ?? '').trim());
  const emptied = optional.filter((part) => {
    const own = fieldsOf[group].filter((path) => path.startsWith(`${part}.`));
    return own.length > 0 && own.every((path) => (typed.get(path) ?? '').trim() === '');
  });
  for (const part of emptied) changed[part] = null;
  for (const path of fieldsOf[group]) if (mayBeEmpty.has(path) && (typed.get(path) ?? '').trim() === '') changed[path] = null;
  const read = cityShape.safeParse({ ...city, ...changed });
  if (!read.success) {
    const problems = read.error.issues.map((issue): SettingProblem => problemAt(issue.path.join('.'), typed));
    return { ...refused('badSettings'), problems };
  }
  const faint = group === 'colours' && read.data.colours !== null ? colourProblems(read.data.colours) : [];
  if (faint.length > 0) return { ...refused('badSettings'), problems: faint.map((one) => ({ field: `colours.${one.field}`, what: 'faint', faint: one })) };
  return done(read.data);
}

function problemAt(field: string, typed: Typed): SettingProblem {
  if (field === 'applicantsRetentionMonths') return { field, what: 'months' };
  if ((typed.get(field) ?? '').trim() === '') return { field, what: 'missing' };
  if (field.startsWith('colours.')) return { field, what: 'colour' };
  if (field === 'statementReviewed') return { field, what: 'day' };
  return { field, what: field.endsWith('mail') || field.endsWith('Email') ? 'email' : 'wrong' };
}
