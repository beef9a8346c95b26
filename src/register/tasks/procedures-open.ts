import { dueDayOf, urgencyOf, type Task } from '#basics/task.ts';
import type { Day } from '#basics/day.ts';
import { openItems, type Procedure } from '../procedures/procedure.ts';
import { deskOf, type Concerning } from './facts.ts';
import { horizons } from './horizons.ts';

/** Open files of joining and leaving: each part that has a date and is not done, and for a file without such a date its next part. */
export function proceduresOpen(procedures: readonly Concerning<Procedure>[], today: Day): Task[] {
  return procedures.flatMap((one) => {
    if (one.body.closed !== undefined) return [];
    const dated = one.body.items.filter(({ state, date }) => state === 'to-do' && dueDayOf(date) !== null);
    return dated.length > 0 ? dated.flatMap((item) => datedItem(one, item, today)) : nextItem(one);
  });
}

type Open = Concerning<Procedure>;

const about = ({ slug, body, organisation }: Open, item: string) => ({
  record: { kind: 'procedure', slug },
  about: organisation.name,
  period: null,
  said: { kind: { group: 'procedureKind', value: body.kind }, item: { group: 'procedureItem', value: item } },
  href: deskOf('procedure', slug),
});

function datedItem(one: Open, { item, date }: Procedure['items'][number], today: Day): Task[] {
  const due = dueDayOf(date);
  const urgency = due === null ? null : urgencyOf(due, today, horizons.procedure);
  if (urgency === null || date === undefined) return [];
  return [
    { ...about(one, item), key: `procedure-step:procedure/${one.slug}:${item}`, rule: urgency === 'overdue' ? 'procedure-step-past' : 'procedure-step', dueOn: date, urgency },
  ];
}

/** A file in which everything is settled waits for its end to be entered. */
function nextItem(one: Open): Task[] {
  const [item] = openItems(one.body);
  const rule = item === undefined ? 'procedure-settled' : 'procedure-next';
  return [{ ...about(one, item ?? ''), key: `${rule}:procedure/${one.slug}`, rule, dueOn: null, urgency: 'none' }];
}
