import { dueDayOf, type Task } from '#basics/task.ts';

export const views = ['all', 'dated', 'mine', 'gaps', 'conflicts', 'put-off'] as const;
export type View = (typeof views)[number];
export const isView = (name: string | null): name is View => views.some((view) => view === name);

/** What waits for one person and not for the office. */
const personal = new Set(['to-publish', 'returned', 'draft']);
const gaps = new Set([
  'consent-missing',
  'consent-missing-since',
  'status-unknown',
  'fee-without-year',
  'act-without-number',
  'basics-unknown',
  'silent',
  'silent-never',
  'procedure-next',
  'procedure-settled',
]);

export const isPersonal = (task: Pick<Task, 'rule'>): boolean => personal.has(task.rule);

/** Has a date, or waits for this person: it stands above what is merely not known. */
export const isPressing = (task: Task): boolean => task.urgency !== 'none' || task.dueOn !== null || personal.has(task.rule) || task.rule.startsWith('consent-missing');

/** Whether a view shows a task that has not been put off. */
export function belongsTo(view: Exclude<View, 'put-off'>, task: Task): boolean {
  if (view === 'all') return true;
  if (view === 'dated') return task.dueOn !== null;
  if (view === 'mine') return personal.has(task.rule);
  return view === 'gaps' ? gaps.has(task.rule) : task.rule === 'conflict';
}

const place = (task: Task): number => {
  if (task.urgency === 'overdue') return 0;
  if (task.urgency === 'soon') return task.dueOn === null ? 2 : 1;
  if (task.urgency === 'later') return 3;
  if (personal.has(task.rule)) return 4;
  return isPressing(task) ? 5 : 6;
};

/** What has no day comes last. */
const due = (task: Task): string => dueDayOf(task.dueOn) ?? '9999-99-99';

/** What is overdue, what comes soon, what waits for this person, what comes later, and then everything that has no date, as its rules found it. */
export function inOrder(tasks: readonly Task[]): Task[] {
  return tasks.toSorted((a, b) => place(a) - place(b) || (due(a) < due(b) ? -1 : due(a) > due(b) ? 1 : 0));
}
