import { edtf, type EdtfEnd } from '#basics/edtf.ts';

/** What the sources say of one end of a period: different dates, each once, and whether anyone leaves it open or unknown. */
type Said = { dates: string[]; open: boolean; unknown: boolean };
type Belonging = { start: Said; end: Said };

/** @param claims what sources say of the whole period, each in EDTF: `1995-11-22/..`, `2004-07-16/` */
export function belongingOf(claims: readonly string[]): Belonging {
  const values = claims.map((claim) => edtf(claim));
  return {
    start: said(values.map((value) => (value.kind === 'date' ? value : value.start))),
    end: said(values.map((value) => (value.kind === 'date' ? value : value.end))),
  };
}

function said(ends: readonly EdtfEnd[]): Said {
  const dates = ends.flatMap((end) => (end.kind === 'date' ? [end.date.text] : []));
  return { dates: [...new Set(dates)], open: ends.some((end) => end.kind === 'open'), unknown: ends.length === 0 || ends.some((end) => end.kind === 'unknown') };
}

/** Nobody knows the end, or the sources differ on whether there was one. */
export const endIsUnknown = ({ end }: Belonging): boolean => end.unknown || (end.open && end.dates.length > 0);
export const lastsBySources = ({ end }: Belonging): boolean => end.open && !end.unknown && end.dates.length === 0;

export const yearIn = (date: string): string => String(Number(date.slice(0, 4)));
