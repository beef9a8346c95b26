import type { Day } from '#basics/day.ts';
import type { Reader, Tx } from '#db/handles.ts';
import type { Lang } from '#lang/lang.ts';

const langOf = (text: string): Lang => (text === 'en' ? 'en' : 'pl');

/** Everybody has one calendar address at most; a new one ends the old. */
export async function keepCalendar(tx: Tx, given: { actorId: string; secretHash: string; lang: Lang; madeAt: Date }): Promise<void> {
  const { actorId, ...rest } = given;
  await tx
    .insertInto('calendarSecrets')
    .values({ actorId, ...rest })
    .onConflict((conflict) => conflict.column('actorId').doUpdateSet(rest))
    .execute();
}

export async function dropCalendar(tx: Tx, actorId: string): Promise<boolean> {
  const row = await tx.deleteFrom('calendarSecrets').where('actorId', '=', actorId).returning('actorId').executeTakeFirst();
  return row !== undefined;
}

export async function calendarMadeAt(reader: Reader, actorId: string): Promise<Date | null> {
  const row = await reader.selectFrom('calendarSecrets').select('madeAt').where('actorId', '=', actorId).executeTakeFirst();
  return row?.madeAt ?? null;
}

/** Whose calendar a secret opens; nobody's once they have left the office. */
export async function calendarBySecret(reader: Reader, secretHash: string): Promise<{ lang: Lang } | undefined> {
  const row = await reader
    .selectFrom('calendarSecrets')
    .leftJoin('staff', 'staff.actorId', 'calendarSecrets.actorId')
    .where('calendarSecrets.secretHash', '=', secretHash)
    .where('staff.deactivatedAt', 'is', null)
    .select('calendarSecrets.lang')
    .executeTakeFirst();
  return row && { lang: langOf(row.lang) };
}

export async function keepDigest(tx: Tx, given: { actorId: string; hour: number; lang: Lang; offToken: string }): Promise<void> {
  const { actorId, hour, lang, offToken } = given;
  await tx
    .insertInto('digests')
    .values({ actorId, hour, lang, offToken })
    .onConflict((conflict) => conflict.column('actorId').doUpdateSet({ hour, lang }))
    .execute();
}

export async function dropDigest(tx: Tx, actorId: string): Promise<boolean> {
  const row = await tx.deleteFrom('digests').where('actorId', '=', actorId).returning('actorId').executeTakeFirst();
  return row !== undefined;
}

/** Ends the mails that bear this token; says whose they were. */
export async function dropDigestByToken(tx: Tx, offToken: string): Promise<string | null> {
  const row = await tx.deleteFrom('digests').where('offToken', '=', offToken).returning('actorId').executeTakeFirst();
  return row?.actorId ?? null;
}

export async function hasDigest(reader: Reader, offToken: string): Promise<boolean> {
  const row = await reader.selectFrom('digests').select('actorId').where('offToken', '=', offToken).executeTakeFirst();
  return row !== undefined;
}

export async function digestHour(reader: Reader, actorId: string): Promise<number | null> {
  const row = await reader.selectFrom('digests').select('hour').where('actorId', '=', actorId).executeTakeFirst();
  return row?.hour ?? null;
}

export type DueDigest = { actorId: string; email: string; lang: Lang; offToken: string; seen: readonly string[]; roles: readonly string[] };

/** The next person whose hour has come on this day and whose tasks were not looked through yet; nobody else gets hold of them until the end of the transaction. */
export async function takeDueDigest(tx: Tx, { today, hour }: { today: Day; hour: number }): Promise<DueDigest | undefined> {
  const due = await tx
    .selectFrom('digests')
    .select(['actorId', 'lang', 'offToken', 'seen'])
    .where('hour', '<=', hour)
    .where((where) => where.or([where('lookedOn', 'is', null), where('lookedOn', '<', today)]))
    .where((where) =>
      where.exists(
        where
          .selectFrom('people')
          .leftJoin('staff', 'staff.actorId', 'people.actorId')
          .select('people.actorId')
          .whereRef('people.actorId', '=', 'digests.actorId')
          .where('people.email', 'is not', null)
          .where('staff.deactivatedAt', 'is', null),
      ),
    )
    .orderBy('actorId')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (due === undefined) return undefined;
  await tx.updateTable('digests').set({ lookedOn: today }).where('actorId', '=', due.actorId).execute();
  const person = await tx.selectFrom('people').select('email').where('actorId', '=', due.actorId).executeTakeFirstOrThrow();
  const roles = await tx.selectFrom('accountRoles').select('role').where('actorId', '=', due.actorId).execute();
  return { ...due, lang: langOf(due.lang), email: person.email ?? '', roles: roles.map((row) => row.role) };
}

export async function keepSeen(tx: Tx, actorId: string, seen: readonly string[]): Promise<void> {
  await tx
    .updateTable('digests')
    .set({ seen: [...seen] })
    .where('actorId', '=', actorId)
    .execute();
}

export async function wantsPublishingMails(reader: Reader, actorId: string): Promise<boolean> {
  const row = await reader.selectFrom('staff').select('publishingMails').where('actorId', '=', actorId).executeTakeFirst();
  return row?.publishingMails ?? true;
}

export async function keepPublishingMails(tx: Tx, actorId: string, wanted: boolean): Promise<void> {
  await tx.updateTable('staff').set({ publishingMails: wanted }).where('actorId', '=', actorId).execute();
}
