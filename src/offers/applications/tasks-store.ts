import { sql } from 'kysely';
import { dayAt, isDay, type Day } from '#basics/day.ts';
import type { Task } from '#basics/task.ts';
import type { Reader } from '#db/handles.ts';
import { readCity } from '#publishing/load.ts';
import { bodyOf } from '#register/index.ts';
import type { Offer } from '../calls/offer.ts';
import { stateNamed } from './state.ts';
import { applicationTasks, type Waiting } from './tasks.ts';

/** What waits for somebody who coordinates offers: theirs, and those that nobody has taken over. */
export async function tasksFor(reader: Reader, { actorId, today }: { actorId: string; today: Day }): Promise<Task[]> {
  const city = await readCity(reader);
  if (city === undefined) return [];
  const rows = await reader
    .selectFrom('applications')
    .innerJoin('records', 'records.id', 'applications.offerId')
    .innerJoin('offers', 'offers.id', 'applications.offerId')
    .select(['applications.offerId', 'records.slug', 'applications.state', 'applications.amendBy', 'applications.passedOn'])
    .select(sql<number>`(select count(*) from application_messages m where m.application_id = applications.id and m.role = 'applicant' and m.read_at is null)`.as('unread'))
    .where('applications.erasedAt', 'is', null)
    .where((where) =>
      where.or([
        where('applications.state', 'in', ['sent', 'to-amend', 'checked', 'chosen', 'endorsed', 'passed-on']),
        where.exists(
          where
            .selectFrom('applicationMessages')
            .select('applicationMessages.id')
            .whereRef('applicationMessages.applicationId', '=', 'applications.id')
            .where('applicationMessages.role', '=', 'applicant')
            .where('applicationMessages.readAt', 'is', null),
        ),
      ]),
    )
    .where(
      sql<boolean>`(exists (select from offer_coordinators c where c.offer_id = applications.offer_id and c.actor_id = ${actorId})
        or not exists (select from offer_coordinators c where c.offer_id = applications.offer_id))`,
    )
    .orderBy('records.slug')
    .execute();
  const grouped = [...Map.groupBy(rows, (row) => row.offerId)];
  if (grouped.length === 0) return [];
  const bodies = await reader
    .selectFrom('offers')
    .select(['id', 'body'])
    .where(
      'id',
      'in',
      grouped.map(([id]) => id),
    )
    .execute();
  const waiting = grouped.flatMap(([offerId, own]): Waiting[] => {
    const body = bodies.find((one) => one.id === offerId);
    const [first] = own;
    if (body === undefined || first === undefined) return [];
    const late = own.flatMap(({ state, amendBy }) => (state === 'to-amend' && amendBy !== null && dayAt(new Date(amendBy.getTime() - 1), city.timeZone) < today ? [amendBy] : []));
    const passed = own.flatMap(({ state, passedOn }) => (state === 'passed-on' && passedOn !== null && isDay(passedOn) ? [passedOn] : [])).toSorted();
    return [
      {
        slug: first.slug,
        body: bodyOf<Offer>(body),
        counts: new Map([...Map.groupBy(own, (row) => stateNamed(row.state))].map(([state, of]) => [state, of.length])),
        amendBy: late.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null,
        overdue: late.length,
        passedOn: passed[0] ?? null,
        unread: own.reduce((sum, row) => sum + row.unread, 0),
      },
    ];
  });
  return applicationTasks(waiting, today, city.timeZone);
}
