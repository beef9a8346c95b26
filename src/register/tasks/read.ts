import type { Day } from '#basics/day.ts';
import { remembered } from '#basics/remembered.ts';
import type { Task } from '#basics/task.ts';
import type { Reader } from '#db/handles.ts';
import { registerState } from '#publishing/register-state.ts';
import { actsWithoutNumber, conflicts, type Claimed } from './record-gaps.ts';
import { feesDue, feesWithoutYear } from './fees-due.ts';
import { basicsUnknown, consentMissing, silentMemberships, statusUnknown } from './membership-gaps.ts';
import { noticeDates, renewals } from './membership-dates.ts';
import { proceduresOpen } from './procedures-open.ts';
import { factsFor, type Facts } from './store.ts';
import { mandatesEnding, termsEnding } from './terms-ending.ts';
import { tripsUnreported } from './trips-unreported.ts';

const keep = remembered<readonly Task[]>(2);

/** What needs a hand in the register on a day. The rules look at every record, so they are asked once for each state of the register and each day. */
export async function registerTasks(reader: Reader, today: Day): Promise<Task[]> {
  const { mark, city } = await registerState(reader);
  return [...(await keep(`${mark} ${city?.slug ?? ''} ${today}`, async () => tasksIn(await factsFor(reader), today)))];
}

const tasksIn = (facts: Facts, today: Day): Task[] => [
  ...feesDue(facts.asks, today),
  ...noticeDates(facts.memberships, today),
  ...renewals(facts.memberships, today),
  ...termsEnding(facts.functions, today),
  ...mandatesEnding(facts.mandates, today),
  ...tripsUnreported(facts.trips, today),
  ...proceduresOpen(facts.procedures, today),
  ...consentMissing(facts.memberships, today),
  ...silentMemberships(facts.memberships, today),
  ...conflicts(claimedIn(facts)),
  ...statusUnknown(facts.memberships, today),
  ...feesWithoutYear(facts.asks),
  ...actsWithoutNumber(facts.acts),
  ...basicsUnknown(facts.memberships, today),
];

const asDate = (value: unknown): { date: string } => ({ date: String(value) });

/** The facts of which a conflict is worth somebody's time. Other names in use and counts of members differ without contradicting each other. */
function claimedIn({ organisations, memberships, acts, functions, activities }: Facts): Claimed[] {
  return [
    ...organisations.flatMap(({ slug, body }): Claimed[] => {
      const record = { kind: 'organisation', slug, about: body.shortName, period: null };
      return [
        { ...record, path: ['organisation', 'founded'], claims: body.founded, say: asDate },
        { ...record, path: ['organisation', 'seat'], claims: body.seat.map(({ value, ...claim }) => ({ ...claim, value: value.city ?? value.country })), say: asName },
      ];
    }),
    ...memberships.flatMap(({ slug, body, organisation, period }): Claimed[] => {
      const record = { kind: 'membership', slug, about: organisation.name, period };
      return [
        { ...record, path: ['membership', 'belonging'], claims: body.belonging, say: asDate },
        ...body.steps.flatMap((step, at): Claimed[] => [
          { ...record, path: ['membership', 'steps', 'date'], at, claims: step.date, say: asDate },
          { ...record, path: ['membership', 'steps', 'by'], at, claims: step.by, say: asName },
        ]),
      ];
    }),
    ...acts.flatMap(({ slug, body }): Claimed[] => {
      const record = { kind: 'act', slug, about: body.title, period: null };
      return [
        { ...record, path: ['act', 'number'], claims: body.number, say: asName },
        { ...record, path: ['act', 'date'], claims: body.date, say: asDate },
        { ...record, path: ['act', 'body'], claims: body.body, say: (value) => ({ group: 'actBody', value: String(value) }) },
      ];
    }),
    ...functions.map(({ slug, body, organisation }) => ({
      kind: 'function',
      slug,
      about: organisation.name,
      period: null,
      path: ['function', 'term'],
      claims: body.term,
      say: asDate,
    })),
    ...activities.map((one) => ({ kind: one.type, slug: one.slug, about: one.body.name, period: null, ...datesOf(one), say: asDate })),
  ];
}

function datesOf(one: Facts['activities'][number]): Pick<Claimed, 'path' | 'claims'> {
  return one.type === 'project' ? { path: ['project', 'years'], claims: one.body.years } : { path: [one.type, 'date'], claims: one.body.date };
}

/** A value that is a name: in both languages, or as it is written. */
function asName(value: unknown): string | { pl: string; en?: string } {
  if (typeof value === 'object' && value !== null && 'pl' in value && typeof value.pl === 'string')
    return { pl: value.pl, ...('en' in value && typeof value.en === 'string' ? { en: value.en } : {}) };
  return String(value);
}
