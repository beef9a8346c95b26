import { day, type Day } from '#basics/day.ts';
import { compareEdtf } from '#basics/edtf.ts';
import { dueDayOf, type Said, type Task } from '#basics/task.ts';
import { standingOf } from '../effects/counting.ts';
import { consentFinding } from '../memberships/membership-order.ts';
import { statusOn } from '../memberships/membership-status.ts';
import type { Membership } from '../memberships/membership.ts';
import { deskOf, type Belonging } from './facts.ts';
import { silentMonths } from './horizons.ts';

const about = (one: Belonging, rule: string, said: Task['said'] = {}): Task => ({
  // Two ways to say the same matter are one matter.
  key: `${rule.replace(/-(since|never)$/, '')}:membership/${one.slug}`,
  rule,
  record: { kind: 'membership', slug: one.slug },
  about: one.organisation.name,
  period: one.period,
  said,
  dueOn: null,
  urgency: 'none',
  href: deskOf('membership', one.slug),
});

/** The minister's consent is required for a membership that lasts or is planned, and no file shows it (Act of 15 September 2000, art. 4). */
export function consentMissing(memberships: readonly Belonging[], today: Day): Task[] {
  return memberships
    .filter((one) => ['active', 'planned', 'suspended'].includes(statusOn(one.spans, today)) && consentFinding(one.body) === 'required-not-on-file')
    .map((one) => {
      const resolution = one.body.steps.find((step) => step.kind === 'council-resolution')?.date[0]?.value;
      return resolution === undefined ? about(one, 'consent-missing') : about(one, 'consent-missing-since', { date: { date: resolution } });
    });
}

/** A declared level of engagement that explains why nothing comes of a membership: a legitimate choice, and never an alarm. */
const quietByChoice: ReadonlySet<Membership['engagement']['level']> = new Set(['following', 'dormant-by-choice']);

/** Memberships that have lasted for 24 months in which no source ties an effect to them. What is dated to a year counts until the end of that year. */
export function silentMemberships(memberships: readonly Belonging[], today: Day): Task[] {
  const since = monthsBefore(today, silentMonths);
  return memberships.flatMap((one) => {
    if (quietByChoice.has(one.body.engagement.level)) return [];
    if (statusOn(one.spans, today) !== 'active' || statusOn(one.spans, since) !== 'active') return [];
    const dates = one.effects.filter((effect) => standingOf(effect, [one.spans]) === 'counts').flatMap((effect) => effect.date ?? []);
    const recent = dates.some((date) => {
      const last = dueDayOf(date);
      return last === null || last >= since;
    });
    if (recent) return [];
    const latest = dates.toSorted(compareEdtf).at(-1);
    return latest === undefined ? about(one, 'silent-never') : about(one, 'silent', { date: { date: latest } });
  });
}

/** Nobody knows whether the membership lasts. Asked before anything else about it. */
export const statusUnknown = (memberships: readonly Belonging[], today: Day): Task[] =>
  memberships.filter((one) => statusOn(one.spans, today) === 'not-established').map((one) => about(one, 'status-unknown'));

const gap = (value: string): Said => ({ group: 'gap', value });

/** What the register does not know of a membership that lasts: one task for all of it. */
export function basicsUnknown(memberships: readonly Belonging[], today: Day): Task[] {
  return memberships.flatMap((one) => {
    if (statusOn(one.spans, today) !== 'active') return [];
    const { decidedBy, basis, unit, consent, engagement } = one.body;
    const unknown: Said[] = [
      ...(decidedBy === 'not-established' ? [gap('decidedBy')] : []),
      ...(basis === 'not-stated' ? [gap('basis')] : []),
      ...(unit === undefined ? [gap('unit')] : []),
      ...(one.feeKnown ? [] : [gap('fee')]),
      ...(consent.state === 'not-examined' ? [gap('consent')] : []),
      ...(engagement.level === 'undeclared' ? [gap('engagement')] : []),
    ];
    return unknown.length === 0 ? [] : [about(one, 'basics-unknown', { gaps: { all: unknown } })];
  });
}

/** The same day of an earlier month, or that month's last day where it is shorter. */
export function monthsBefore(from: Day, months: number): Day {
  const [year = 0, month = 1, dayOfMonth = 1] = from.split('-').map(Number);
  const index = year * 12 + (month - 1) - months;
  const [thenYear, thenMonth] = [Math.floor(index / 12), (index % 12) + 1];
  const last = new Date(Date.UTC(thenYear, thenMonth, 0)).getUTCDate();
  return day(`${String(thenYear).padStart(4, '0')}-${String(thenMonth).padStart(2, '0')}-${String(Math.min(dayOfMonth, last)).padStart(2, '0')}`);
}
