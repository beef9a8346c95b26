import { boundsOf, parseEdtf, type EdtfEnd } from '#basics/edtf.ts';
import type { Entry } from './list.ts';
import type { Match, Reason } from './match.ts';

/** What stands here of one belonging: from when until when, as far as it is known. `lasts`: it is known to go on. */
export type Ours = { key: string; slug: string; title: string; joined: string | null; left: string | null; lasts: boolean };

export type Pair = { entry: Entry; ours: Ours; why: Reason; differs: ('joined' | 'left')[] };
export type Compared = {
  asked: { entry: Entry; options: { key: string; why: Reason }[] }[];
  matched: Pair[];
  different: Pair[];
  onlyThere: Entry[];
  onlyHere: Ours[];
};

/** Compares an outside list with what stands here. `hasLeft`: the list tells who left, so that saying nothing means that one still belongs. */
export function compare(entries: readonly { entry: Entry; match: Match }[], ours: readonly Ours[], { hasLeft }: { hasLeft: boolean }): Compared {
  const compared: Compared = { asked: [], matched: [], different: [], onlyThere: [], onlyHere: [] };
  const used = new Set<string>();
  const named = new Set<string>();
  for (const { entry, match } of entries) {
    if (match.kind === 'asked') {
      compared.asked.push({ entry, options: match.options });
      for (const { key } of match.options) named.add(key);
      continue;
    }
    const its = match.kind === 'none' ? [] : ours.filter((one) => one.key === match.key);
    // Of several periods the one that began when the list says so, else the latest that no other line has taken.
    const free = its.filter((one) => !used.has(one.slug));
    const found = free.find((one) => entry.joined !== null && agree(entry.joined, one.joined)) ?? free.at(-1) ?? its.at(-1);
    if (match.kind === 'none' || found === undefined) {
      compared.onlyThere.push(entry);
      continue;
    }
    used.add(found.slug);
    const differs = differences(entry, found, hasLeft);
    (differs.length === 0 ? compared.matched : compared.different).push({ entry, ours: found, why: match.why, differs });
  }
  compared.onlyHere = ours.filter((one) => !used.has(one.slug) && !named.has(one.key) && (one.lasts || one.left === null));
  return compared;
}

function differences(entry: Entry, ours: Ours, hasLeft: boolean): ('joined' | 'left')[] {
  const differs: ('joined' | 'left')[] = [];
  if (entry.joined !== null && !agree(entry.joined, ours.joined)) differs.push('joined');
  if (entry.left !== null ? !agree(entry.left, ours.left) : hasLeft && ours.left !== null) differs.push('left');
  return differs;
}

/** Whether two dates can be the same day: `2004` and `2004-07-16` say no different thing. What is not known here differs from what the list knows. */
export function agree(one: string, other: string | null): boolean {
  const [a, b] = [parseEdtf(one), other === null ? null : parseEdtf(other)];
  if (a === null || b === null) return false;
  const [x, y] = [boundsOf(a), boundsOf(b)];
  return (x.from ?? '') <= (y.to ?? '9999') && (y.from ?? '') <= (x.to ?? '9999');
}

/** The two ends of an interval as the record writes it; a single date is a beginning of which the end is not known. */
export function endsOf(belonging: string | undefined): { joined: string | null; left: string | null; lasts: boolean } {
  const value = belonging === undefined ? null : parseEdtf(belonging);
  if (value === null) return { joined: null, left: null, lasts: false };
  if (value.kind === 'date') return { joined: value.date.text, left: null, lasts: false };
  return { joined: dateOf(value.start), left: dateOf(value.end), lasts: value.end.kind === 'open' };
}

const dateOf = (end: EdtfEnd): string | null => (end.kind === 'date' ? end.date.text : null);

/** What the list says of a belonging, as the record would write it; what it does not say stays as it is here. */
export function belongingOf(entry: Entry, ours: Pick<Ours, 'joined' | 'left' | 'lasts'>, hasLeft: boolean): string | null {
  const joined = entry.joined ?? ours.joined ?? '';
  const left = entry.left ?? (hasLeft || ours.lasts ? '..' : (ours.left ?? ''));
  const text = joined === '' && left === '..' ? null : `${joined}/${left}`;
  return text !== null && parseEdtf(text) !== null ? text : null;
}
