import type { AskWithOrganisation } from './store.ts';

export type AskType = AskWithOrganisation['body']['type'];

/** Asks of one kind in one currency; `currency` is null where no amount is known. */
export type CostGroup = { currency: string | null; asks: AskWithOrganisation[]; sum: string | null; organisations: number; years: number[]; yearsUnknown: boolean };

/** Adds decimals in hundredths, so that nothing is lost to binary fractions: `0.10` and `0.20` are `0.30`. */
export function addDecimals(amounts: readonly string[]): string {
  const hundredths = amounts.reduce((sum, amount) => sum + hundredthsOf(amount), 0n);
  const digits = String(hundredths).padStart(3, '0');
  const [whole, rest] = [digits.slice(0, -2), digits.slice(-2)];
  return rest === '00' ? whole : `${whole}.${rest}`;
}

function hundredthsOf(amount: string): bigint {
  const [whole = '0', rest = ''] = amount.split('.');
  return BigInt(whole) * 100n + BigInt(rest.padEnd(2, '0').slice(0, 2));
}

/** One kind of cost by currency, in the order of the currencies' codes, amounts that nobody knows last. Different currencies are never added. */
export function costGroups(asks: readonly AskWithOrganisation[], type: AskType): CostGroup[] {
  const byCurrency = Map.groupBy(
    asks.filter((ask) => ask.body.type === type),
    (ask) => ask.body.currency,
  );
  const groups = [...byCurrency].map(([currency, its]): CostGroup => {
    const amounts = its.flatMap((ask) => (ask.body.amount === null ? [] : [ask.body.amount]));
    return {
      currency,
      asks: its,
      sum: currency === null ? null : addDecimals(amounts),
      organisations: new Set(its.filter((ask) => ask.body.amount !== null).map((ask) => ask.organisation.slug)).size,
      years: [...new Set(its.flatMap((ask) => ask.body.year ?? []))].toSorted((a, b) => a - b),
      yearsUnknown: its.some((ask) => ask.body.year === null),
    };
  });
  return groups.toSorted((a, b) => (a.currency === null ? 1 : b.currency === null ? -1 : a.currency < b.currency ? -1 : 1));
}

/** Organisations for which some fee is known. */
export const withKnownFee = (asks: readonly AskWithOrganisation[]): Set<string> =>
  new Set(asks.filter((ask) => ask.body.type === 'fee' && ask.body.amount !== null).map((ask) => ask.organisation.slug));
