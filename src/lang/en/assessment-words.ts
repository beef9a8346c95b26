import type { Same } from '../lang.ts';
import { plural } from '../numbers.ts';
import type { assessmentWords as pl } from '../pl/assessment-words.ts';

const points = (n: number): string => plural(n, 'en', { one: '1 point', other: `${n} points` });
const months = (n: number): string => plural(n, 'en', { one: '1 month', other: `${n} months` });

const units = {
  'current-engagement': { one: 'project or group', other: 'projects or groups' },
  'adopted-practice': { one: 'practice', other: 'practices' },
  exchange: { one: 'exchange or action', other: 'exchanges or actions' },
  influence: { one: 'position or consultation', other: 'positions or consultations' },
  promotion: { one: 'event or achievement', other: 'events or achievements' },
  solidarity: { one: 'occasion', other: 'occasions' },
  'local-use': { one: 'institution', other: 'institutions' },
  hours: { one: 'hour', other: 'hours' },
  'staff-hours': { one: 'hour a year', other: 'hours a year' },
  reporting: { one: 'deadline a year', other: 'deadlines a year' },
  'lock-in': { one: 'month', other: 'months' },
};

export const assessmentWords: Same<typeof pl> = {
  quoted: (text) => `“${text}”`,
  points,
  almostAll: 'more than 99',
  hardlyAny: 'fewer than 1',
  part: { lower: 'in the lower part of the scale', middle: 'in the middle of the scale', upper: 'in the upper part of the scale' },
  band: { low: 'low', middle: 'middling', high: 'high' },
  benefits: (mean, low, high, part) =>
    low === high ? `Benefits: ${points(mean)} of 100, ${part}.` : `Benefits: ${points(mean)} of 100, ${part}; from ${low} to ${high} in 90 of 100 draws.`,
  asks: (mean, low, high, band) =>
    low === high
      ? `Costs and duties: ${points(mean)} of 100, which is ${band}.`
      : `Costs and duties: ${points(mean)} of 100, which is ${band}; from ${low} to ${high} in 90 of 100 draws.`,
  most: (list) => `What brings the most: ${list}.`,
  mostOne: (one) => `What brings the most is ${one}.`,
  broughtNothing: 'No criterion of benefits has a documented value.',
  heaviest: (list) => `What asks the most: ${list}.`,
  heaviestOne: (one) => `What asks the most is ${one}.`,
  asksNothing: 'No costs or duties are documented.',
  holds: (indication, share) => `How sure: the indication “${indication}” holds in ${share} of 100 draws.`,
  uncertain: (list, threshold) => `How sure: no result holds in at least ${threshold} of 100 draws. These come out: ${list}.`,
  share: (indication, share) => `“${indication}” in ${share}`,
  tooLittle: (benefits, asks, needed) =>
    `Too little data for figures. The data covers ${benefits} of 100 parts of the weight of benefits and ${asks} of 100 parts of the weight of costs; at least ${needed} are needed.`,
  existed: (day) => `Yes. On ${day}, the day for which the assessment was closed, the membership lasted.`,
  now: (status) => `Today its state is another: ${status}.`,
  effectNow: 'The latest documented effect falls within the last month before the assessment was closed.',
  effectAgo: (n) => `From the latest documented effect to the close of the assessment: ${months(n)}.`,
  noEffectSince: (n) => `From joining to the close of the assessment: ${months(n)} without a documented effect.`,
  noEffect: 'No effect is documented.',
  effectUnknown: 'It is not known how long ago the latest effect was.',
  engaged: (n) => plural(n, 'en', { one: 'The city takes part in 1 live project or working group.', other: `The city takes part in ${n} live projects or working groups.` }),
  notEngaged: 'Checked: the city works in no project or working group today.',
  engagementUnknown: 'It is not known whether the city works in any project or working group today.',
  declared: (engagement) => `Declared way of taking part: ${engagement}.`,
  undeclared: 'The city has not declared how it means to take part.',
  chosen: 'The city itself chose to take part in this way, so nobody is told to revive anything.',
  collect: (list) => `Worth collecting: ${list}.`,
  weightOf: (name, weight, index) => `${name} (${weight} of 100 parts of the weight; ${index})`,
  none: 'none',
  more: (n) => plural(n, 'en', { one: 'and 1 more criterion', other: `and ${n} more criteria` }),
  flipBelow: (criterion, at, now, to) => `If the weight of “${criterion}” fell below ${at} of 100 parts (now ${now}), the result would move to “${to}”.`,
  flipAbove: (criterion, at, now, to) => `If the weight of “${criterion}” rose above ${at} of 100 parts (now ${now}), the result would move to “${to}”.`,
  noFlip: 'Changing the weight of a single criterion would not change this result.',
  cheaper: (limit, now, to) => `If costs and duties fell below the limit of ${limit} (now ${points(now)}), the result would move to “${to}”.`,
  dearer: (limit, now, to) => `If costs and duties rose to the limit of ${limit} (now ${points(now)}), the result would move to “${to}”.`,
  newcomer: 'This membership was not in the assessment before.',
  moved: {
    benefits: { up: (from, to) => `Benefits rose from ${from} to ${points(to)}.`, down: (from, to) => `Benefits fell from ${from} to ${points(to)}.` },
    asks: { up: (from, to) => `Costs and duties rose from ${from} to ${points(to)}.`, down: (from, to) => `Costs and duties fell from ${from} to ${points(to)}.` },
  },
  unmoved: 'Benefits and costs are the same as before, to within a point.',
  turned: (from, to) => `The indication changed from “${from}” to “${to}”.`,
  stayed: (to) => `The indication stayed the same: “${to}”.`,
  readings: (list) => `These readings changed: ${list}.`,
  fromTo: (name, from, to) => `${name} (before ${from}, now ${to})`,
  recriteria: 'The criteria have changed, so the figures of the two assessments cannot be compared directly.',
  unknown: 'not known',
  confirmedNone: 'checked, there is none',
  between: (from, to) => `from ${from} to ${to}`,
  yearly: (amount) => `${amount} a year`,
  step: (at, most) => `step ${at} of ${most}`,
  steps: (from, to, most) => `from step ${from} to step ${to} of ${most}`,
  ofCities: (percent) => `${percent}% of cities`,
  citiesOf: (n, of) => `${n} of ${of} cities`,
  unit: (n, unit) => plural(n, 'en', units[unit]),
  unitUpTo: (n, unit) => plural(n, 'en', units[unit]),
  decided: (course, by, day) => `${course} (${by}, ${day})`,
  due: (day) => `Due: ${day}.`,
  act: 'Act',
  found: (of, list) => `${plural(of, 'en', { one: 'The indication for 1 membership assessed', other: `Indications for ${of} memberships assessed` })}: ${list}.`,
  times: (indication, n) => `${indication} – ${n}`,
};
