import { expect, it } from 'vitest';
import { findingsIn } from './check-words.ts';

const joined = (...parts: string[]): string => parts.join('');

it.each([
  joined('// TO', 'DO: later'),
  joined('// FIX', 'ME'),
  joined('// @ts-', 'ignore'),
  joined('it.', "only('one', () => {"),
  joined('describe.', "skip('some', () => {"),
  joined("read('/wo", "rk/shared/names.json')"),
  joined('https://registry.npm', 'js.org/pg'),
])('finds %s', (line) => {
  expect(findingsIn(`fine\n${line}\n`)).toHaveLength(1);
});

it.each(['metoda TODOR', 'items.drop(1).take(2)', "'/pl/work/plans'", 'https://example.org/work/', 'the register.city', 'rows.only'])('lets %s stand', (line) => {
  expect(findingsIn(line)).toEqual([]);
});

it('says where it stands', () => {
  expect(findingsIn(joined('fine\n  // TO', 'DO later'))).toEqual([joined('2: // TO', 'DO later (work left for later belongs in an issue)')]);
});
