import { day, isDay, type Day } from '#basics/day.ts';

/** What the log is asked for; the address holds all of it. Unknown values fall back to "everything". */
export type AuditQuery = { text: string; person: string | null; from: Day | null; to: Day | null; page: number };

export const pageSize = 50;

export function readAuditQuery(query: URLSearchParams): AuditQuery {
  const on = (name: string): Day | null => {
    const given = query.get(name) ?? '';
    return isDay(given) ? day(given) : null;
  };
  const person = query.get('person') ?? '';
  const page = Number.parseInt(query.get('page') ?? '', 10);
  return {
    text: (query.get('q') ?? '').trim().slice(0, 100),
    person: /^[0-9a-f-]{36}$/.test(person) ? person : null,
    from: on('from'),
    to: on('to'),
    page: page >= 1 && page <= 100_000 ? page : 1,
  };
}

export function auditAddress(query: AuditQuery, given: { page?: number; csv?: boolean } = {}): string {
  const wanted = {
    q: query.text,
    person: query.person ?? '',
    from: query.from ?? '',
    to: query.to ?? '',
    page: given.page !== undefined && given.page > 1 ? String(given.page) : '',
  };
  const search = new URLSearchParams(Object.entries(wanted).filter(([, value]) => value !== '')).toString();
  return `/office/audit${given.csv === true ? '.csv' : ''}${search === '' ? '' : `?${search}`}`;
}
