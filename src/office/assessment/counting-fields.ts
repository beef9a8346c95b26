import { exchangeRateShape, type CountingSettings } from '#assessment/index.ts';
import { parseEdtf } from '#basics/edtf.ts';
import type { Lang } from '#lang/lang.ts';
import { readNumber, typedNumber } from './numbers.ts';

const mostRates = 60;
const mostPeers = 100;
export const rateFields = ['currency', 'pln', 'on', 'title', 'lang', 'url'] as const;
type RateField = (typeof rateFields)[number];
type TypedRate = Record<RateField, string>;
export type TypedCounting = { rates: TypedRate[]; peers: string };
export type CountingProblem = { field: string; what: RateField | 'rateTwice' | 'peers'; place: number };

const none: TypedRate = { currency: '', pln: '', on: '', title: '', lang: '', url: '' };
const isEmpty = (rate: TypedRate): boolean => rateFields.every((field) => rate[field].trim() === '');

/** Two rows more than there are rates, so that some can be added without a script. */
export const withRoom = (rates: readonly TypedRate[]): TypedRate[] => [...rates, none, none].slice(0, mostRates);

export const typedOf = ({ rates, peers }: CountingSettings, lang: Lang): TypedCounting => ({
  rates: rates.map(({ currency, pln, on, source }) => ({ currency, pln: typedNumber(pln, lang), on, title: source.title, lang: source.lang ?? '', url: source.url })),
  peers: peers.join('\n'),
});

export function typedFrom(of: (field: string) => string): TypedCounting {
  const rates = Array.from({ length: mostRates }, (_, row): TypedRate => {
    const at = (field: RateField): string => of(`rate-${row + 1}-${field}`);
    return { currency: at('currency'), pln: at('pln'), on: at('on'), title: at('title'), lang: at('lang'), url: at('url') };
  });
  return { rates: rates.slice(0, rates.findLastIndex((rate) => !isEmpty(rate)) + 1), peers: of('peers') };
}

/** What was typed, or what is wrong with it. An empty row is none; a rate without its day or its source is refused. */
export function countingFrom({ rates, peers }: TypedCounting): { ok: true; counting: CountingSettings } | { ok: false; problems: CountingProblem[] } {
  const problems: CountingProblem[] = [];
  const found: CountingSettings['rates'] = [];
  for (const [row, rate] of rates.entries()) {
    if (isEmpty(rate)) continue;
    const wrong = (what: CountingProblem['what'], field: RateField): number => problems.push({ field: `rate-${row + 1}-${field}`, what, place: row + 1 });
    const pln = readNumber(rate.pln);
    const on = rate.on.trim();
    const read = exchangeRateShape.safeParse({
      currency: rate.currency.trim().toUpperCase(),
      pln,
      on,
      source: { url: rate.url.trim(), title: rate.title.trim(), lang: rate.lang.trim().toLowerCase() || undefined },
    });
    const issues = new Set((read.error?.issues ?? []).map(({ path }) => path.at(-1)));
    for (const field of rateFields) if (issues.has(field) || (field === 'on' && !/^\d{4}-\d{2}-\d{2}$/.test(on))) wrong(field, field);
    if (!read.success || parseEdtf(on) === null) continue;
    if (found.some((one) => one.currency === read.data.currency && one.on === read.data.on)) wrong('rateTwice', 'currency');
    found.push(read.data);
  }
  const cities = [...new Set(peers.split('\n').map((line) => line.trim()))].filter((line) => line !== '');
  if (cities.length > mostPeers || cities.some((line) => line.length > 200)) problems.push({ field: 'peers', what: 'peers', place: 0 });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, counting: { rates: found, peers: cities } };
}
