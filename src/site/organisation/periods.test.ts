import { describe, expect, it } from 'vitest';
import type { Status } from '#register/index.ts';
import { notTold } from './costs.tsx';
import { periodInHead, unitInCharge } from './periods.ts';
import { statusInWords } from './texts.ts';

const period = (status: Status, unit?: string) => ({ status, body: { unit } });

describe('the period that the head speaks of', () => {
  it('is the latest', () => {
    const [second, first] = [period('active'), period('ended')];
    expect(periodInHead([second, first])).toBe(second);
  });

  it('is the earlier one on a day before the latest began', () => {
    const [second, first] = [period('not-yet'), period('not-established')];
    expect(periodInHead([second, first])).toBe(first);
  });

  it('is the latest where none had begun, and says so', () => {
    const [second, first] = [period('not-yet'), period('not-yet')];
    expect(periodInHead([second, first])).toBe(second);
    expect(statusInWords('not-yet', 'pl')).toBe('Członkostwo jeszcze się nie zaczęło');
    expect(statusInWords('active', 'en')).toBe('Membership active');
  });

  it('has its own unit in charge: that of a former period is not in charge today', () => {
    expect(unitInCharge([period('active'), period('ended', 'biuro')])).toBeUndefined();
    expect(unitInCharge([period('active', 'wydzial'), period('ended', 'biuro')])).toBe('wydzial');
  });
});

describe('what a membership asks beside the fee', () => {
  it('is said to be unknown once, for everything that no source tells', () => {
    expect(notTold([])).toEqual(['travel', 'hosting', 'staff-hours']);
    expect(notTold([{ body: { type: 'travel' } }, { body: { type: 'fee' } }])).toEqual(['hosting', 'staff-hours']);
  });
});
