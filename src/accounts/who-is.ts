import type pg from 'pg';
import { langOf, rolesIn, type SignedIn } from './signed-in.ts';
import { idleMs, longestMs } from './auth-rules.ts';
import { cookies, signedCookie } from './cookies.ts';

type Row = {
  id: string;
  createdAt: Date;
  updatedAt: Date;
  secondFactor: boolean | null;
  actor_id: string;
  name: string;
  email: string | null;
  lang: string;
  roles: string[];
};

// Every page of the office asks this: one prepared statement and no transaction.
const question = `
  select s.id, s."createdAt", s."updatedAt", s."secondFactor", t.actor_id, p.name, p.email, t.lang,
    array(select r.role from public.account_roles r where r.actor_id = t.actor_id order by r.role) as roles
  from accounts.session s
  join public.staff t on t.actor_id = s."userId" and t.deactivated_at is null
  join public.people p on p.actor_id = t.actor_id
  where s.token = $1 and s."expiresAt" > $2 and s."createdAt" > $3`;

/** Seen again within this time, nothing is written. */
const noticeMs = 60_000;

/** Who sends a request; null for nobody, or for a session that has ended. A session in use is moved on, at most once a minute. */
export async function whoIs({ pool, secret, now }: { pool: pg.Pool; secret: string; now: Date }, request: Request): Promise<SignedIn | null> {
  const token = signedCookie(request.headers, cookies.session, secret);
  if (token === null) return null;
  const answer = await pool.query<Row>({ name: 'who-is', text: question, values: [token, now, new Date(now.getTime() - longestMs)] });
  const row = answer.rows[0];
  if (row === undefined) return null;
  if (now.getTime() - row.updatedAt.getTime() > noticeMs) {
    const ends = Math.min(now.getTime() + idleMs, row.createdAt.getTime() + longestMs);
    await pool.query('update accounts.session set "updatedAt" = $2, "expiresAt" = $3 where id = $1', [row.id, now, new Date(ends)]);
  }
  return {
    actorId: row.actor_id,
    accountId: row.actor_id,
    sessionId: row.id,
    name: row.name,
    email: row.email ?? '',
    roles: rolesIn(row.roles),
    hasSecondFactor: row.secondFactor === true,
    lang: langOf(row.lang),
  };
}
