import type { Assessment, AssessmentResult, Criterion, ScoreSheet } from '#assessment/index.ts';
import { dateInWords } from '#lang/dates.ts';
import type { Lang } from '#lang/lang.ts';
import { listInWords, numberInWords } from '#lang/numbers.ts';
import { wordsFor } from '#lang/words.ts';
import { inLang } from '#register/index.ts';
import type { MembershipFigures, Part } from './figures.ts';
import { readingInWords, sayings } from './reading.ts';

type Body = Assessment;

/** A value or a share as people say it: so many of 100. */
export const of100 = (value: number): number => Math.round(value * 100);

/** A share of draws: never all or none where it is not so. */
export function drawsOf100(share: number, lang: Lang): string {
  const rounded = of100(share);
  if (rounded === 100 && share < 1) return sayings(lang).almostAll;
  if (rounded === 0 && share > 0) return sayings(lang).hardlyAny;
  return String(rounded);
}

const partOfScale = (value: number, lang: Lang): string => sayings(lang).part[value < 1 / 3 ? 'lower' : value < 2 / 3 ? 'middle' : 'upper'];
const lowerFirst = (text: string, lang: Lang): string => text.charAt(0).toLocaleLowerCase(lang) + text.slice(1);
const nameOf = (criterion: Criterion, lang: Lang): string => lowerFirst(inLang(criterion.name, lang), lang);
/** Weights of a few hundredths are told with a decimal. */
const weightInWords = (weight: number, lang: Lang): string => numberInWords(Math.round(weight * 1000) / 10, lang);

/** The heaviest that rest on something, at most three. */
const heaviest = (parts: readonly Part[]): Part[] =>
  parts
    .filter(({ adds, sheet }) => adds > 0 && sheet !== undefined && (sheet.state === 'documented' || sheet.state === 'judged'))
    .toSorted((a, b) => b.adds - a.adds)
    .slice(0, 3);
const withReading = ({ criterion, sheet }: Part, lang: Lang): string => `${nameOf(criterion, lang)} (${readingInWords(sheet, criterion, lang)})`;

/** What it brought, and what it asks; each with the criteria that carry it. */
export function worthInWords({ result, parts, band }: MembershipFigures, { settings }: Body, lang: Lang): string[] {
  const words = sayings(lang);
  const { benefits, asks } = result;
  if (benefits === null || asks === null || result.shares === null)
    return [words.tooLittle(of100(result.completeness.benefits), of100(result.completeness.asks), of100(settings.completeness))];
  const [brought, asked] = [heaviest(parts.benefits), heaviest(parts.asks)];
  const list = (all: readonly Part[]): string =>
    listInWords(
      all.map((part) => withReading(part, lang)),
      lang,
    );
  return [
    words.benefits(of100(benefits.mean), of100(benefits.low), of100(benefits.high), partOfScale(benefits.mean, lang)),
    brought.length === 0 ? words.broughtNothing : brought.length === 1 ? words.mostOne(list(brought)) : words.most(list(brought)),
    words.asks(of100(asks.mean), of100(asks.low), of100(asks.high), words.band[band ?? 'low']),
    asked.length === 0 ? words.asksNothing : asked.length === 1 ? words.heaviestOne(list(asked)) : words.heaviest(list(asked)),
    sureness(result, settings.threshold, lang),
  ];
}

const classes = ['keepAndUseMore', 'keep', 'reviveOrJustify', 'examine'] as const;

/** How often the indication holds, or which results share the draws where none holds. */
export function sureness({ indication, shares }: Pick<AssessmentResult, 'indication' | 'shares'>, threshold: number, lang: Lang): string {
  const words = sayings(lang);
  if (shares === null) return wordsFor(lang).indication.tooLittleData;
  const held = classes.find((one) => one === indication);
  if (held !== undefined) return words.holds(wordsFor(lang).indication[held], drawsOf100(shares[held], lang));
  const some = classes.filter((one) => shares[one] > 0).toSorted((a, b) => shares[b] - shares[a]);
  return words.uncertain(
    listInWords(
      some.map((one) => words.share(wordsFor(lang).indication[one], drawsOf100(shares[one], lang))),
      lang,
    ),
    of100(threshold),
  );
}

/** Since when nothing came, what runs, and what the city meant it to be. */
export function aliveInWords({ one, parts }: MembershipFigures, { settings }: Body, lang: Lang): string[] {
  const words = sayings(lang);
  const { monthsWithoutEffect: months, engagementDeclaredLow } = one.facts;
  const engaged = parts.benefits.find(({ criterion }) => criterion.indicator === 'current-engagement');
  const declared = wordsFor(lang).engagement;
  const level = Object.entries(declared).find(([name]) => name === one.engagement)?.[1];
  return [
    lastEffect(one.scores, months, lang),
    ...(engaged === undefined ? [] : [engagement(engaged.sheet, lang)]),
    level === undefined || one.engagement === 'undeclared' ? words.undeclared : words.declared(level),
    ...(engagementDeclaredLow && months !== null && months >= settings.silentMonths ? [words.chosen] : []),
  ];
}

/** Kinds of record that tell of something which came about. */
const happenings: ReadonlySet<string> = new Set(['effect', 'event', 'award']);
const happened: ReadonlySet<string | undefined> = new Set([undefined, 'earlier', 'told-elsewhere']);

function lastEffect(scores: readonly ScoreSheet[], months: number | null, lang: Lang): string {
  const words = sayings(lang);
  const hasEffect = scores.some(({ evidence, beside }) => [...evidence, ...beside].some(({ kind, because }) => happenings.has(kind) && happened.has(because)));
  if (months === null) return hasEffect ? words.effectUnknown : words.noEffect;
  if (!hasEffect) return words.noEffectSince(months);
  return months === 0 ? words.effectNow : words.effectAgo(months);
}

function engagement(sheet: ScoreSheet | undefined, lang: Lang): string {
  const words = sayings(lang);
  if (sheet?.state === 'confirmed-none' || (sheet?.from === 0 && sheet.to === 0)) return words.notEngaged;
  if (sheet === undefined || sheet.from === null) return words.engagementUnknown;
  return words.engaged(sheet.from);
}

export const existsInWords = ({ closedOn }: Body, lang: Lang): string => sayings(lang).existed(dateInWords(closedOn, lang));

/** A list that says how many it leaves out. */
const andMore = (list: readonly string[], more: number, lang: Lang): string => (more === 0 ? list.join(', ') : `${list.join(', ')} ${sayings(lang).more(more)}`);

/** How many of the missing are named. */
const named = 3;

/** What to collect, and which single step would move the result. */
export function changeInWords({ missing, flip, askFlip, result }: MembershipFigures, lang: Lang): string[] {
  const words = sayings(lang);
  const indications = wordsFor(lang).indication;
  const weighed = missing.filter(({ weight }) => weight > 0);
  const more = weighed.length - named;
  const list = weighed
    .slice(0, more === 1 ? named + 1 : named)
    .map(({ criterion, weight }) => words.weightOf(nameOf(criterion, lang), weightInWords(weight, lang), wordsFor(lang).index[criterion.index]));
  const said: string[] = [];
  if (list.length > 0) said.push(words.collect(andMore(list, more > 1 ? more : 0, lang)));
  if (result.benefits === null || result.asks === null) return said;
  if (flip === null) said.push(words.noFlip);
  else {
    const [name, at, now, to] = [inLang(flip.criterion.name, lang), weightInWords(flip.at, lang), weightInWords(flip.now, lang), indications[flip.to]];
    said.push(flip.at < flip.now ? words.flipBelow(name, at, now, to) : words.flipAbove(name, at, now, to));
  }
  if (askFlip !== null) said.push((askFlip.cheaper ? words.cheaper : words.dearer)(of100(askFlip.limit), of100(result.asks.mean), indications[askFlip.to]));
  return said;
}

/** How many changed readings are told. */
const mostReadings = 5;

/** What is other than in the cycle before, and because of which readings. */
export function sinceInWords({ one, result }: MembershipFigures, body: Body, before: Body, lang: Lang): string[] {
  const words = sayings(lang);
  const indications = wordsFor(lang).indication;
  const [earlier, earlierResult] = [
    before.memberships.find(({ membership }) => membership === one.membership),
    before.results.find(({ membership }) => membership === one.membership),
  ];
  if (earlier === undefined || earlierResult === undefined) return [words.newcomer];
  const moves = (['benefits', 'asks'] as const).flatMap((index) => {
    const [from, to] = [earlierResult[index], result[index]];
    if (from === null || to === null || of100(from.mean) === of100(to.mean)) return [];
    return [words.moved[index][to.mean > from.mean ? 'up' : 'down'](of100(from.mean), of100(to.mean))];
  });
  const known = result.benefits !== null && earlierResult.benefits !== null;
  const readings = body.criteria.criteria.flatMap((criterion) => {
    const [from, to] = [earlier, one].map((each) => {
      const sheet = each.scores.find((found) => found.criterion === criterion.code);
      return sheet?.state === 'confirmed-none' ? words.none : readingInWords(sheet, criterion, lang);
    });
    return from === undefined || to === undefined || from === to ? [] : [words.fromTo(nameOf(criterion, lang), from, to)];
  });
  return [
    ...(body.criteria.version === before.criteria.version ? [] : [words.recriteria]),
    ...(moves.length > 0 ? moves : known ? [words.unmoved] : []),
    result.indication === earlierResult.indication
      ? words.stayed(indications[result.indication])
      : words.turned(indications[earlierResult.indication], indications[result.indication]),
    ...(readings.length === 0 ? [] : [words.readings(andMore(readings.slice(0, mostReadings), Math.max(0, readings.length - mostReadings), lang))]),
  ];
}

/** The whole in one sentence: how many memberships bear each indication. */
export function findingOf(results: readonly AssessmentResult[], lang: Lang): string {
  const words = sayings(lang);
  const indications = wordsFor(lang).indication;
  const said = ([...classes, 'uncertain', 'tooLittleData'] as const).flatMap((one) => {
    const count = results.filter(({ indication }) => indication === one).length;
    return count === 0 ? [] : [words.times(indications[one], count)];
  });
  return words.found(results.length, said.join(', '));
}
