import type { Day } from '#basics/day.ts';
import type { Task } from '#basics/task.ts';
import type { Reader } from '#db/handles.ts';
import { countFailedJobs } from '#jobs/index.ts';
import { countMails } from '#mail/index.ts';
import { applicationTasks } from '#offers/index.ts';
import type { Kinds } from '#publishing/kind.ts';
import { readCity } from '#publishing/load.ts';
import { publishingTasks } from '#publishing/waiting.ts';
import { registerTasks, statementReview } from '#register/index.ts';
import { brokenSources } from './links/store.ts';
import { sourcesBroken } from './links/tasks.ts';
import { inOrder } from './order.ts';
import { notes, type Note } from './store.ts';

export type Whose = {
  today: Day;
  kinds: Kinds;
  statement: { updated: Day; drawnUp: Day };
  person: { actorId: string; publishes: boolean; administers: boolean; coordinates: boolean } | null;
};

export type Gathered = { open: Task[]; putOff: { task: Task; note: Note }[] };

/** Whether what was said about a task still holds: its date is the same, and the day until which it was put off has not come. */
const holds = (note: Note | undefined, task: Task, today: Day): note is Note => note !== undefined && note.dueOn === task.dueOn && (note.until === null || note.until > today);

/** What needs a hand: every room's tasks one after the other, those that were put off apart. Without a person only what concerns the whole office. */
export async function gather(reader: Reader, { today, kinds, statement, person }: Whose): Promise<Gathered> {
  const found = [
    ...(person === null ? [] : await publishingTasks(reader, kinds, person)),
    ...(person?.coordinates === true ? await applicationTasks(reader, { actorId: person.actorId, today }) : []),
    ...(await registerTasks(reader, today)),
    ...(await statementTask(reader, { statement, today, person })),
    ...sourcesBroken(await brokenSources(reader)),
    ...(person?.administers === true
      ? [...failed('mails-failed', (await countMails(reader)).failed, '/office/mails?show=failed'), ...failed('jobs-failed', await countFailedJobs(reader), '/office/mails/jobs')]
      : []),
  ];
  const said = await notes(reader);
  const gathered: Gathered = { open: [], putOff: [] };
  for (const task of inOrder(found)) {
    const note = said.get(task.key);
    if (holds(note, task, today)) gathered.putOff.push({ task, note });
    else gathered.open.push(task);
  }
  return gathered;
}

/** Whoever administers enters the day of the review in the settings; the others are led to the statement itself. */
async function statementTask(reader: Reader, { statement, today, person }: Pick<Whose, 'statement' | 'today' | 'person'>): Promise<Task[]> {
  const reviewed = (await readCity(reader))?.statementReviewed ?? null;
  const updated = reviewed !== null && reviewed > statement.updated ? reviewed : statement.updated;
  const tasks = statementReview({ ...statement, updated }, today);
  return person?.administers === true ? tasks.map((task) => ({ ...task, href: '/office/settings#statementReviewed' })) : tasks;
}

/** Mails that no server took, and jobs that were given up: only whoever administers can mend that. */
const failed = (rule: 'mails-failed' | 'jobs-failed', count: number, href: string): Task[] =>
  count === 0 ? [] : [{ key: rule, rule, record: null, about: null, period: null, said: { count: String(count) }, dueOn: null, urgency: 'soon', href }];
