import type { Day } from '#basics/day.ts';
import type { Task } from '#basics/task.ts';
import type { Reader } from '#db/handles.ts';
import { countMails } from '#mail/index.ts';
import type { Kinds } from '#publishing/kind.ts';
import { publishingTasks } from '#publishing/waiting.ts';
import { registerTasks, statementReview } from '#register/index.ts';
import { brokenSources } from './links/store.ts';
import { sourcesBroken } from './links/tasks.ts';
import { inOrder } from './order.ts';
import { notes, type Note } from './store.ts';

export type Whose = { today: Day; kinds: Kinds; statement: { updated: Day; drawnUp: Day }; person: { actorId: string; publishes: boolean; administers: boolean } | null };

export type Gathered = { open: Task[]; putOff: { task: Task; note: Note }[] };

/** Whether what was said about a task still holds: its date is the same, and the day until which it was put off has not come. */
const holds = (note: Note | undefined, task: Task, today: Day): note is Note => note !== undefined && note.dueOn === task.dueOn && (note.until === null || note.until > today);

/** What needs a hand: every room's tasks one after the other, those that were put off apart. Without a person only what concerns the whole office. */
export async function gather(reader: Reader, { today, kinds, statement, person }: Whose): Promise<Gathered> {
  const found = [
    ...(person === null ? [] : await publishingTasks(reader, kinds, person)),
    ...(await registerTasks(reader, today)),
    ...statementReview(statement, today),
    ...sourcesBroken(await brokenSources(reader)),
    ...(person?.administers === true ? mailsFailed((await countMails(reader)).failed) : []),
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

/** Mails that no server took: only whoever administers can mend that. */
const mailsFailed = (count: number): Task[] =>
  count === 0
    ? []
    : [
        {
          key: 'mails-failed',
          rule: 'mails-failed',
          record: null,
          about: null,
          period: null,
          said: { count: String(count) },
          dueOn: null,
          urgency: 'soon',
          href: '/office/mails?show=failed',
        },
      ];
