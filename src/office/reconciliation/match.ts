import { fold } from '#basics/fold.ts';

/** Why two names are taken for one, the surest first. */
export const reasons = ['identifier', 'name', 'acronym', 'variant', 'former', 'answered', 'similar'] as const;
export type Reason = (typeof reasons)[number];

/** What stands here under all the names that it has or had. */
export type Candidate = { key: string; names: readonly { text: string; as: Exclude<Reason, 'answered' | 'similar'> }[]; country: string | null };

/** Several entries of the register may be meant, or one only perhaps: then a person is asked. */
export type Match = { kind: 'matched'; key: string; why: Reason } | { kind: 'asked'; options: { key: string; why: Reason }[] } | { kind: 'none' };

export type Matcher = (wanted: { name: string; identifier: string | null; country: string | null }) => Match;

/** Fewer letters than these in common say nothing. */
const shortest = 4;
/** Of the pairs of letters of both names, how many must be in both. */
const alike = 0.7;

/** Finds what a name on an outside list means: by identifier, name, other name, acronym or former name; by similar writing only as a question. */
export function matcherOver(candidates: readonly Candidate[]): Matcher {
  const known = new Map<string, { key: string; why: Reason; country: string | null }[]>();
  for (const { key, names, country } of candidates)
    for (const { text, as } of names) {
      const at = as === 'identifier' ? `id ${text.trim().toLowerCase()}` : fold(text);
      if (at !== '') known.set(at, [...(known.get(at) ?? []), { key, why: as, country }]);
    }
  const pairs = candidates.map(({ key, names, country }) => ({
    key,
    country,
    names: names.filter(({ as }) => as !== 'identifier' && as !== 'acronym').map(({ text }) => pairsOf(fold(text))),
  }));

  return ({ name, identifier, country }) => {
    const inCountry = <One extends { country: string | null }>(found: readonly One[]): One[] => {
      const same = found.filter((one) => one.country === null || country === null || fold(one.country) === fold(country));
      return [...(same.length === 0 && found.length > 0 ? [] : same)];
    };
    const sure = [...(identifier === null ? [] : (known.get(`id ${identifier.toLowerCase()}`) ?? [])), ...waysToSay(name).flatMap((way) => inCountry(known.get(way) ?? []))];
    const best = reasons.map((why) => sure.filter((one) => one.why === why)).find((found) => found.length > 0) ?? [];
    const keys = [...new Set(best.map((one) => one.key))];
    const [only, ...others] = best;
    if (only !== undefined && others.every((one) => one.key === only.key)) return { kind: 'matched', key: only.key, why: only.why };
    if (keys.length > 1) return { kind: 'asked', options: keys.map((key) => ({ key, why: best.find((one) => one.key === key)?.why ?? 'similar' })) };
    const own = pairsOf(fold(name));
    const close = inCountry(pairs)
      .map((one) => ({ key: one.key, likeness: Math.max(0, ...one.names.map((its) => likeness(own, its))) }))
      .filter((one) => one.likeness >= alike)
      .toSorted((one, other) => other.likeness - one.likeness)
      .slice(0, 3);
    return close.length === 0 ? { kind: 'none' } : { kind: 'asked', options: close.map(({ key }) => ({ key, why: 'similar' })) };
  };
}

/** `Organization of World Heritage Cities (OWHC)` says two names; so does `OWHC – Organization of …`. */
function waysToSay(name: string): string[] {
  const inner = [...name.matchAll(/\(([^)]+)\)/g)].map((match) => match[1] ?? '');
  const outer = name.replace(/\([^)]*\)/g, ' ');
  const parts = outer.split(/\s[–—-]\s/);
  return [...new Set([name, outer, ...inner, ...(parts.length > 1 ? parts : [])].map(fold))].filter((way) => way !== '');
}

function pairsOf(text: string): ReadonlySet<string> {
  const plain = text.replaceAll(' ', '');
  if (plain.length < shortest) return new Set();
  return new Set(Array.from({ length: plain.length - 1 }, (_, at) => plain.slice(at, at + 2)));
}

/** Dice's coefficient of two names: 1 where they are written with the same pairs of letters. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 || other.size === 0) return 0;
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  let common = 0;
  for (const pair of small) if (large.has(pair)) common += 1;
  return (2 * common) / (one.size + other.size);
}
