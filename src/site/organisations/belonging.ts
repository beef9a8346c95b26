import { edtf, type EdtfEnd } from '#basics/edtf.ts';
import type { Membership } from '#register/index.ts';

type Claim = Membership['belonging'][number];
/** One thing that sources say of a beginning or an end, with everyone who says it. */
export type Told = { end: EdtfEnd; claims: Claim[] };

/** What the sources say of the beginning and of the end, each different saying once, in the order of the claims. */
export function endsOf(belonging: Membership['belonging']): { starts: Told[]; ends: Told[] } {
  const parsed = belonging.map((claim) => {
    const value = edtf(claim.value);
    const only: EdtfEnd | null = value.kind === 'date' ? { kind: 'date', date: value.date } : null;
    return {
      claim,
      start: only ?? (value.kind === 'interval' ? value.start : { kind: 'unknown' as const }),
      end: only ?? (value.kind === 'interval' ? value.end : { kind: 'unknown' as const }),
    };
  });
  const told = (side: 'start' | 'end'): Told[] =>
    [...Map.groupBy(parsed, (one) => nameOf(one[side])).values()].flatMap((same) => {
      const [first] = same;
      return first === undefined ? [] : [{ end: first[side], claims: same.map((one) => one.claim) }];
    });
  return { starts: told('start'), ends: told('end') };
}

const nameOf = (end: EdtfEnd): string => (end.kind === 'date' ? end.date.text : end.kind);
