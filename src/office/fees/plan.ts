import { addDecimals } from '#register/index.ts';

type Counted = {
  amount?: string | null | undefined;
  currency?: string | null | undefined;
  plannedAmount?: string | null | undefined;
  paidOn?: string | undefined;
  budgetClassification?: string | undefined;
};

/** What of some fees is known: a sum for each currency, and of how many of them it tells. */
export type Known = { sums: { currency: string | null; sum: string }[]; known: number; of: number };

export type PlanLine = { classification: string | null; planned: Known; fee: Known; paid: Known };

/** Fees by budget classification, those without one last. Currencies are never added to each other, and what nobody knows is never counted as zero. */
export function planLines(fees: readonly Counted[]): PlanLine[] {
  const groups = Map.groupBy(fees, (fee) => fee.budgetClassification ?? null);
  return [...groups].map(([classification, its]) => lineOf(classification, its)).toSorted((a, b) => compare(a.classification, b.classification));
}

const compare = (a: string | null, b: string | null): number => (a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1);

const lineOf = (classification: string | null, fees: readonly Counted[]): PlanLine => ({
  classification,
  planned: knownOf(fees, (fee) => fee.plannedAmount),
  fee: knownOf(fees, (fee) => fee.amount),
  paid: knownOf(fees, (fee) => (fee.paidOn === undefined ? null : fee.amount)),
});

/** All fees of a year together. Of how many it tells is counted in memberships: one may pay several fees, and many a fee is not in the register at all. */
export function planTotal(fees: readonly (Counted & { membership?: string | undefined })[], memberships: ReadonlySet<string>): PlanLine {
  const all = new Set([...memberships, ...fees.flatMap((fee) => fee.membership ?? [])]);
  const counted = (known: Known, has: (fee: Counted) => boolean): Known => ({
    ...known,
    known: [...all].filter((slug) => fees.some((fee) => fee.membership === slug) && fees.every((fee) => fee.membership !== slug || has(fee))).length,
    of: all.size,
  });
  const line = lineOf(null, fees);
  return {
    classification: null,
    planned: counted(line.planned, (fee) => isGiven(fee.plannedAmount)),
    fee: counted(line.fee, (fee) => isGiven(fee.amount)),
    paid: counted(line.paid, (fee) => isGiven(fee.amount) && fee.paidOn !== undefined),
  };
}

const isGiven = (amount: string | null | undefined): amount is string => amount !== null && amount !== undefined;

function knownOf(fees: readonly Counted[], amountOf: (fee: Counted) => string | null | undefined): Known {
  const given = fees.flatMap((fee) => {
    const amount = amountOf(fee);
    return isGiven(amount) ? [{ amount, currency: fee.currency ?? null }] : [];
  });
  const sums = [...Map.groupBy(given, ({ currency }) => currency)].map(([currency, its]) => ({ currency, sum: addDecimals(its.map(({ amount }) => amount)) }));
  return { sums: sums.toSorted((a, b) => compare(a.currency, b.currency)), known: given.length, of: fees.length };
}
