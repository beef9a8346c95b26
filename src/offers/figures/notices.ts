import { sql } from 'kysely';
import type { Reader } from '#db/handles.ts';

/** How many times an offer was told of to somebody in a mail, altogether and by theme; an offer with several themes counts in each. */
export type Notices = { total: number; byTheme: { theme: string; mails: number }[] };

export async function readNotices(reader: Reader): Promise<Notices> {
  const { rows } = await sql<{ theme: string | null; mails: number }>`
    select t.theme, sum(n.mails)::int as mails
    from offer_notices n left join offers o on o.id = n.offer_id left join lateral unnest(o.themes) as t (theme) on true
    group by t.theme order by 1`.execute(reader);
  const total = await sql<{ mails: number }>`select coalesce(sum(mails), 0)::int as mails from offer_notices`.execute(reader);
  return { total: total.rows[0]?.mails ?? 0, byTheme: rows.flatMap(({ theme, mails }) => (theme === null ? [] : [{ theme, mails }])) };
}
