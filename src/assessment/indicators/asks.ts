import type { Text } from '#publishing/facts.ts';
import { wordsFor } from '#lang/words.ts';
import type { Ask, Trip } from '#register/index.ts';
import { boundsOf, edtf } from '#basics/edtf.ts';
import type { Evidence } from '../cycles/cycle.ts';
import { yearlyFigureYears } from './counted.ts';
import { inZlotys } from './exchange.ts';
import type { Counting, IndicatorReading } from './indicator.ts';
import { aside, counts, evidenceOf, readingFrom, unknownReading, type Found } from './reading.ts';
import { monthsInWords } from './months.ts';
import type { RegisterRows, Revised } from './rows.ts';

type MembershipRow = RegisterRows['memberships'][number];

/** What a membership asks (B1–B5). Yearly figures are those of the latest year that has any, up to the year of the close; zero is a fact. */
export function askReadings(rows: RegisterRows, one: MembershipRow, counting: Counting): IndicatorReading[] {
  const asks = rows.asks.filter((row) => row.body.membership === one.slug).toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
  return [cash(asks, one, counting), travel(rows, asks, one, counting), staffHours(asks, one, counting), reporting(rows, one), lockIn(rows, one)];
}

const titleOf = ({ type, year }: Ask): Text => {
  const named = (lang: 'pl' | 'en'): string => [wordsFor(lang).askType[type], year === null ? '' : String(year)].join(' ').trim();
  return { pl: named('pl'), en: named('en') };
};
const evidenceOfAsk = (row: Revised<Ask>): Evidence => {
  const { amount, currency, hours, year } = row.body;
  return evidenceOf('ask', row, titleOf(row.body), {
    amount: hours !== undefined ? `${hours} h` : amount === null ? undefined : `${amount} ${currency}`,
    date: year === null ? null : String(year),
  });
};

/** The latest year up to that of the close, and not too long ago, for which there is a figure; null where only figures without a year are known; undefined where there is none. */
function yearOf(figures: readonly Revised<Ask>[], counting: Counting): number | null | undefined {
  const close = Number(counting.on.slice(0, 4));
  const years = figures.flatMap(({ body: { year } }) => (year !== null && year <= close && year > close - yearlyFigureYears ? [year] : []));
  if (years.length > 0) return Math.max(...years);
  return figures.some(({ body }) => body.year === null && body.every === 'year') ? null : undefined;
}

const otherYear = (year: number | null, chosen: number | null | undefined, counting: Counting) =>
  year === null ? 'undated' : year > (chosen ?? Number(counting.on.slice(0, 4))) ? 'later' : 'earlier';

/** The sums of one year in złotys; with one unknown amount or rate among them the sum is unknown. */
function sumOf(asks: readonly Revised<Ask>[], year: number | null | undefined, counting: Counting): Found & { whole: boolean } {
  const found: Found & { whole: boolean } = { counted: [], beside: [], whole: true };
  for (const row of asks) {
    const evidence = evidenceOfAsk(row);
    const { amount, currency } = row.body;
    const isOfYear = year !== undefined && row.body.year === year && (year !== null || row.body.every === 'year');
    if (!isOfYear) found.beside.push(aside(evidence, row.body.amount === null && row.body.hours === undefined ? 'amount-unknown' : otherYear(row.body.year, year, counting)));
    else if (row.body.every === 'once') found.beside.push(aside(evidence, 'not-yearly'));
    else if (amount === null || currency === null) {
      found.beside.push(aside(evidence, 'amount-unknown'));
      found.whole = false;
    } else {
      const zlotys = inZlotys(amount, currency, counting.rates, counting.on);
      if (zlotys === null) {
        found.beside.push(aside(evidence, 'rate-unknown'));
        found.whole = false;
      } else found.counted.push(counts(evidence, row.body, 'A', zlotys));
    }
  }
  return found;
}

const wholeOrUnknown = (membership: string, indicator: 'cash' | 'travel', found: Found & { whole: boolean }): IndicatorReading =>
  found.whole
    ? readingFrom(membership, indicator, found)
    : unknownReading(membership, indicator, [...found.beside, ...found.counted.map((one) => aside(one.evidence, 'amount-unknown'))]);

function cash(asks: readonly Revised<Ask>[], one: MembershipRow, counting: Counting): IndicatorReading {
  const fees = asks.filter(({ body }) => body.type === 'fee');
  const year = yearOf(
    fees.filter(({ body }) => body.amount !== null && body.every !== 'once'),
    counting,
  );
  const found = sumOf(
    asks.filter(({ body }) => body.type === 'fee' || body.type === 'own-contribution'),
    year,
    counting,
  );
  found.beside.push(...asks.filter(({ body }) => body.type === 'programme-spending').map((row) => aside(evidenceOfAsk(row), 'not-compulsory')));
  return wholeOrUnknown(one.slug, 'cash', found);
}

/** A year's account of travel and hosting stands for its trips; trips stand for themselves where there is no account. */
function travel(rows: RegisterRows, asks: readonly Revised<Ask>[], one: MembershipRow, counting: Counting): IndicatorReading {
  const accounts = asks.filter(({ body }) => body.type === 'travel' || body.type === 'hosting');
  const trips = rows.trips.filter(({ body }) => body.organisation === one.organisationSlug).toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
  const year = yearOf(accounts, counting);
  if (year === undefined) return fromTrips(trips, one, counting);
  const found = sumOf(accounts, year, counting);
  for (const row of trips) {
    const own = yearOfTrip(row.body);
    found.beside.push(aside(evidenceOfTrip(row), own === year ? 'told-elsewhere' : otherYear(own, year, counting)));
  }
  return wholeOrUnknown(one.slug, 'travel', found);
}

const yearOfTrip = (trip: Trip): number | null => {
  const from = trip.dates === null ? null : boundsOf(edtf(trip.dates)).from;
  return from === null ? null : Number(from.slice(0, 4));
};
const evidenceOfTrip = (row: Revised<Trip>): Evidence =>
  evidenceOf('trip', row, row.body.purpose, { amount: row.body.amount === null ? undefined : `${row.body.amount} ${row.body.currency}`, date: row.body.dates });

function fromTrips(trips: readonly Revised<Trip>[], one: MembershipRow, counting: Counting): IndicatorReading {
  const close = Number(counting.on.slice(0, 4));
  const made = trips.filter(({ body }) => body.refusedOn === undefined && body.dates !== null && (boundsOf(edtf(body.dates)).to ?? counting.on) <= counting.on);
  const years = made.flatMap(({ body }) => yearOfTrip(body) ?? []).filter((year) => year <= close && year > close - yearlyFigureYears);
  const year = years.length === 0 ? null : Math.max(...years);
  const found: Found & { whole: boolean } = { counted: [], beside: [], whole: true };
  for (const row of trips) {
    const evidence = evidenceOfTrip(row);
    const { amount, currency } = row.body;
    if (!made.includes(row)) found.beside.push(aside(evidence, row.body.dates === null ? 'undated' : 'later'));
    else if (yearOfTrip(row.body) !== year) found.beside.push(aside(evidence, otherYear(yearOfTrip(row.body), year, counting)));
    else {
      const zlotys = amount === null || currency === null ? null : inZlotys(amount, currency, counting.rates, counting.on);
      if (zlotys === null) {
        found.beside.push(aside(evidence, amount === null ? 'amount-unknown' : 'rate-unknown'));
        found.whole = false;
      } else found.counted.push(counts(evidence, row.body, 'A', zlotys));
    }
  }
  return wholeOrUnknown(one.slug, 'travel', found);
}

function staffHours(asks: readonly Revised<Ask>[], one: MembershipRow, counting: Counting): IndicatorReading {
  const worked = asks.filter(({ body }) => body.type === 'staff-hours');
  const known = worked.filter(({ body }) => body.hours !== undefined);
  const year = yearOf(known, counting);
  const found: Found = { counted: [], beside: [] };
  for (const row of worked) {
    const evidence = evidenceOfAsk(row);
    if (row.body.hours === undefined) found.beside.push(aside(evidence, 'amount-unknown'));
    else if (year === undefined || row.body.year !== year) found.beside.push(aside(evidence, otherYear(row.body.year, year, counting)));
    else found.counted.push(counts(evidence, row.body, 'A', Number(row.body.hours)));
  }
  return readingFrom(one.slug, 'staff-hours', found);
}

const nameOf = (rows: RegisterRows, one: MembershipRow): Text => rows.organisations.get(one.organisationSlug)?.body.shortName ?? { pl: one.slug, en: one.slug };

function reporting(rows: RegisterRows, one: MembershipRow): IndicatorReading {
  const { duties } = one.body;
  if (duties.length === 0) return unknownReading(one.slug, 'reporting');
  const evidence = evidenceOf('membership', one, nameOf(rows, one), { amount: String(duties.length) });
  return readingFrom(one.slug, 'reporting', { counted: [counts(evidence, one.body, 'A', duties.length)], beside: [] });
}

function lockIn(rows: RegisterRows, one: MembershipRow): IndicatorReading {
  const months = one.body.noticePeriod === undefined ? null : monthsInWords(one.body.noticePeriod);
  const evidence = evidenceOf('membership', one, nameOf(rows, one), months === null ? {} : { amount: `${months} m` });
  if (months === null) return unknownReading(one.slug, 'lock-in', one.body.noticePeriod === undefined ? [] : [aside(evidence, 'amount-unknown')]);
  return readingFrom(one.slug, 'lock-in', { counted: [counts(evidence, one.body, 'A', months)], beside: [] });
}
