import { daysBetween, type Day } from '#basics/day.ts';
import { edtf, type EdtfDate } from '#basics/edtf.ts';
import { urgencyOf, type Task } from '#basics/task.ts';
import type { FunctionHeld } from '../functions/function.ts';
import type { Mandate } from '../mandates/mandate.ts';
import { deskOf, type Concerning } from './facts.ts';
import { afterTheEndDays, horizons } from './horizons.ts';

type Term = FunctionHeld['term'];

const endOf = (term: Term): EdtfDate | null => {
  const value = term[0] === undefined ? null : edtf(term[0].value);
  return value?.kind === 'interval' && value.end.kind === 'date' ? value.end.date : null;
};
const beginOf = (term: Term): Day | null => {
  const value = term[0] === undefined ? null : edtf(term[0].value);
  if (value === null) return null;
  if (value.kind === 'date') return value.date.earliest;
  return value.start.kind === 'date' ? value.start.date.earliest : null;
};

type Ending = { rule: string; kind: string; horizon: { days: number; soonDays: number }; said: Task['said']; term: Term };

function ending(one: { slug: string; organisation: { name: { pl: string; en?: string | undefined } } }, { rule, kind, horizon, said, term }: Ending, today: Day): Task[] {
  const end = endOf(term);
  if (end === null || daysBetween(end.latest, today) > afterTheEndDays) return [];
  const urgency = urgencyOf(end.latest, today, horizon);
  if (urgency === null) return [];
  return [
    {
      key: `${rule}:${kind}/${one.slug}`,
      rule: urgency === 'overdue' ? `${rule}-past` : rule,
      record: { kind, slug: one.slug },
      about: one.organisation.name,
      period: null,
      said: { ...said, date: { date: end.text } },
      dueOn: end.text,
      urgency,
      href: deskOf(kind, one.slug),
    },
  ];
}

/** Offices whose term ends, or has just ended, and after which the register knows of no successor in the same body. */
export function termsEnding(functions: readonly Concerning<FunctionHeld>[], today: Day): Task[] {
  const hasSuccessor = (one: Concerning<FunctionHeld>, end: EdtfDate): boolean =>
    functions.some((other) => {
      const begin = beginOf(other.body.term);
      return other.slug !== one.slug && other.organisation.slug === one.organisation.slug && other.body.level === one.body.level && begin !== null && begin >= end.earliest;
    });
  return functions.flatMap((one) => {
    const end = endOf(one.body.term);
    if (end === null || hasSuccessor(one, end)) return [];
    return ending(one, { rule: 'term-ends', kind: 'function', horizon: horizons.term, said: { role: one.body.role }, term: one.body.term }, today);
  });
}

/** Mandates that run out, or have just run out. */
export const mandatesEnding = (mandates: readonly Concerning<Mandate>[], today: Day): Task[] =>
  mandates.flatMap((one) => ending(one, { rule: 'mandate-ends', kind: 'mandate', horizon: horizons.mandate, said: { office: one.body.office }, term: one.body.term }, today));
