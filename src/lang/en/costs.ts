import type { Same } from '../lang.ts';
import { plural } from '../numbers.ts';
import type { costs as pl } from '../pl/costs.ts';

export const costs: Same<typeof pl> = {
  title: 'What do the memberships cost?',
  nav: 'Costs',
  description: 'Fees and other costs of memberships, in the currency and year that the sources give, and the organisations for which no amount was found.',
  lead: (known, of) =>
    of === 0
      ? 'The register does not hold any membership yet.'
      : `Costs known for ${known} of ${of} organisations. ${known < of ? 'There is no total, because the other fees are not known.' : 'At least one fee is known for each.'}`,
  feesId: 'fees',
  fees: 'Which fees are known?',
  feesIntro: 'In the currency in which they were given, not converted. Zero is a fact, not a lack of knowledge.',
  noFees: 'No fee has been found yet. That does not mean there are none.',
  noFeesFor: 'For which organisations was no amount found?',
  noFeesForId: 'fees-not-known',
  noFeesForIntro: (n) =>
    `${plural(n, 'en', { one: 'This is 1 organisation', other: `These are ${n} organisations` })}. A missing amount does not mean that there is no fee. Where the rule is known, a link leads to it.`,
  ruleKnown: 'rule known',
  rulesId: 'rules',
  rules: 'How do organisations set their fees?',
  rulesIntro: 'The city’s fee is not worked out from a rule where no source states it.',
  others: {
    travel: { id: 'travel', heading: 'What did travel cost?' },
    hosting: { id: 'hosting', heading: 'What did hosting cost?' },
    'own-contribution': { id: 'own-contribution', heading: 'What did the city contribute?' },
    'staff-hours': { id: 'staff-hours', heading: 'How much work is it for the office?' },
    'programme-spending': { id: 'programmes', heading: 'What did the city spend on programmes?' },
  },
  othersIntro: 'These are not fees and are not added to fees.',
  columns: { organisation: 'Organisation', year: 'Year', amount: 'Amount', every: 'How often', due: 'Due and paid', note: 'Remarks' },
  caption: (what, currency) => `${what}: ${currency}`,
  noCurrency: 'amount not known',
  yearUnknown: 'year not known',
  amountUnknown: 'not known',
  everyUnknown: 'not known',
  dueUnknown: 'not known',
  due: (day) => `due: ${day}`,
  paid: (day) => `paid: ${day}`,
  act: 'basis',
  hours: (hours) => `${hours} hours`,
  sum: (amount, known, of) => `Sum of known amounts: ${amount}, from ${known} of ${of} organisations.`,
  sumOfOthers: (amount, n) => `Sum of known amounts: ${amount}, ${plural(n, 'en', { one: '1 record', other: `${n} records` })}.`,
  years: (years, unknown) => (unknown ? (years === '' ? 'No year was given.' : `Years: ${years}; for the rest no year was given.`) : `Year: ${years}.`),
  manyYears: (years) => `Years: ${years}.`,
  period: (n) => `period ${n}`,
  paidBy: { unit: 'the member is a municipal unit', official: 'the member is an official' },
};
