import type { Status } from '#register/index.ts';

type Held = { status: Status; body: { unit?: string | undefined } };

/**
 * The period that the head of the page speaks of: the latest one that had begun on the day asked for. Where none had, the latest.
 *
 * @param periods the latest first
 */
export const periodInHead = <Period extends Held>(periods: readonly Period[]): Period | undefined => periods.find((period) => period.status !== 'not-yet') ?? periods[0];

/** Who was in charge of an earlier period is not thereby in charge of the present one. */
export const unitInCharge = (periods: readonly Held[]): string | undefined => periodInHead(periods)?.body.unit;
