import type { Reader } from '#db/handles.ts';
import { waitingJobs, type WaitingJob } from '#jobs/index.ts';
import type { Lang } from '#lang/lang.ts';
import type { Kinds } from '#publishing/kind.ts';
import { publishJob } from './decide.ts';
import { titleOf } from './title.ts';
import { listReturned, listScheduled, listSubmitted, type Waiting } from './store.ts';

export const views = ['approve', 'scheduled', 'mine', 'returned'] as const;
export type View = (typeof views)[number];

export type Row = Waiting & { title: Record<Lang, string>; job: WaitingJob | undefined };
export type Queue = { view: View; rows: Row[]; counts: Record<View, number> };

export async function readQueue(reader: Reader, kinds: Kinds, given: { view: View; actorId: string }): Promise<Queue> {
  const submitted = await listSubmitted(reader);
  const scheduled = await listScheduled(reader);
  const isMine = (one: Waiting): boolean => one.authorId === given.actorId;
  const lists: Record<View, Waiting[]> = { approve: submitted, scheduled, mine: [...submitted, ...scheduled].filter(isMine), returned: await listReturned(reader, given.actorId) };
  const jobs = new Map((await waitingJobs(reader, publishJob)).map((job) => [job.onceKey, job]));
  const rows: Row[] = [];
  for (const one of lists[given.view]) {
    const read = kinds.find(one.kind)?.read(one.body, one.schemaVersion);
    const title = await titleOf(reader, read?.ok === true ? read.value : null, one.slug);
    rows.push({ ...one, title, job: one.state === 'scheduled' ? jobs.get(one.id) : undefined });
  }
  const soonest = (one: Row): number => one.job?.runAt.getTime() ?? 0;
  return {
    view: given.view,
    rows: given.view === 'scheduled' ? rows.toSorted((one, other) => soonest(one) - soonest(other)) : rows,
    counts: { approve: lists.approve.length, scheduled: lists.scheduled.length, mine: lists.mine.length, returned: lists.returned.length },
  };
}
