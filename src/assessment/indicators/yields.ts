import type { Text } from '#publishing/facts.ts';
import { leading, type Effect } from '#register/index.ts';
import type { AsideReason, Evidence } from '../cycles/cycle.ts';
import { windowYears, yieldOf, yields, type Yield } from './counted.ts';
import { inZlotys } from './exchange.ts';
import type { Counting, IndicatorReading } from './indicator.ts';
import { aside, asideReasonOf, counts, effectGrade, evidenceOf, readingFrom, type Found } from './reading.ts';
import type { RegisterRows } from './rows.ts';

type MembershipRow = RegisterRows['memberships'][number];
type Money = { amount: string; currency: string } | null;
type Thing = {
  kind: 'project' | 'event' | 'award' | 'effect';
  /** Records that bear the same name tell of the same thing. */
  name: string;
  yield: Yield;
  date: string | null;
  attribution: Effect['attribution'];
  money: Money;
  evidence: Evidence;
  grade: 'A' | 'B' | 'C';
  body: { sources?: Effect['sources'] };
};

/** What a membership brought (V3–V8): each thing counts in one indicator and once. What is told elsewhere, or lies outside, is beside. */
export function yieldReadings(rows: RegisterRows, one: MembershipRow, counting: Counting): IndicatorReading[] {
  const things = thingsOf(rows, one.organisationSlug);
  const told = new Set<string>();
  return yields.map((name) => {
    const found: Found = { counted: [], beside: [] };
    for (const thing of things.filter((each) => each.yield === name)) {
      const { because, adds } = standing(thing, one, counting);
      if (because !== null) found.beside.push(aside(thing.evidence, because));
      else if (told.has(thing.name)) found.beside.push(aside(thing.evidence, 'told-elsewhere'));
      else {
        told.add(thing.name);
        found.counted.push(counts(thing.evidence, thing.body, thing.grade, adds));
      }
    }
    return readingFrom(one.slug, name, found);
  });
}

function standing(thing: Thing, one: MembershipRow, counting: Counting): { because: AsideReason | null; adds: number } {
  const because = asideReasonOf(thing, one.spans, windowYears[thing.yield], counting.on);
  if (because !== null || thing.yield !== 'projects') return { because, adds: 1 };
  if (thing.money === null) return { because: 'share-unknown', adds: 0 };
  const zlotys = inZlotys(thing.money.amount, thing.money.currency, counting.rates, counting.on);
  return zlotys === null ? { because: 'rate-unknown', adds: 0 } : { because: null, adds: zlotys };
}

const inWords = (money: Money): string | undefined => (money === null ? undefined : `${money.amount} ${money.currency}`);

/** Projects before events, awards and effects: where two records tell of one thing, the one with the books counts. */
function thingsOf(rows: RegisterRows, organisation: string): Thing[] {
  const ofIt = <Row extends { body: { organisations: string[] } }>(row: Row): boolean => row.body.organisations.includes(organisation);
  const own = (
    kind: Thing['kind'],
    row: { slug: string; revision: number; body: { name: Text; sources?: Effect['sources'] } },
    date: string | null,
    yielded: Yield,
    money: Money = null,
  ): Thing => ({
    kind,
    name: row.slug,
    yield: yielded,
    date,
    attribution: 'explicit',
    money,
    evidence: evidenceOf(kind, row, row.body.name, { date, amount: inWords(money) }),
    grade: 'A',
    body: row.body,
  });
  return [
    ...bySlug(rows.projects.filter(ofIt)).map((row) => own('project', row, leading(row.body.years) ?? null, 'projects', row.body.cityShare)),
    ...bySlug(rows.events.filter((row) => ofIt(row) && row.body.part !== 'attended')).map((row) => own('event', row, leading(row.body.date) ?? null, 'promotion')),
    ...bySlug(rows.awards.filter(ofIt)).map((row) => own('award', row, leading(row.body.date) ?? null, 'promotion')),
    ...bySlug(rows.effects.filter((row) => row.body.organisation === organisation)).flatMap((row) => {
      const yielded = yieldOf(row.body);
      if (yielded === null) return [];
      const { cityShare, currency, date, attribution } = row.body;
      const money = cityShare !== undefined && currency !== undefined ? { amount: cityShare, currency } : null;
      const evidence = evidenceOf('effect', row, row.body.title, { date, amount: yielded === 'projects' ? inWords(money) : undefined });
      return [
        {
          kind: 'effect' as const,
          name: row.body.sameThing ?? row.slug,
          yield: yielded,
          date,
          attribution,
          money,
          evidence,
          grade: effectGrade[row.body.reportedBy],
          body: row.body,
        },
      ];
    }),
  ];
}

const bySlug = <Row extends { slug: string }>(rows: Row[]): Row[] => rows.toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
