import { describe, expect, it } from 'vitest';
import { attributesOf, fieldShape, keptAnswers, nextKey, numberIn, problemsIn, type FormField } from './form.ts';

const label = { pl: 'Pytanie', en: 'Question' };
const title: FormField = { key: 'f1', kind: 'text', label, required: true, maxLength: 10 };
const kind: FormField = {
  key: 'f2',
  kind: 'choice',
  label,
  required: true,
  options: [
    { key: 'o1', label },
    { key: 'o2', label },
  ],
};
const money: FormField = { key: 'f3', kind: 'number', label, required: false, min: 0, max: 5000, decimals: 2 };
const budget: FormField = { key: 'f4', kind: 'file', label, required: true, megabytes: 5 };
const consent: FormField = { key: 'f5', kind: 'declaration', label, required: true };
const form = [title, kind, money, budget, consent];
const good = { f1: 'Nadwiślany', f2: 'o1', f3: '12,50', f4: 'budget.pdf', f5: 'yes' };
const wrong = (over: Record<string, string>) => problemsIn(form, { ...good, ...over });

describe('a composed form', () => {
  it('takes what it asks for', () => expect(problemsIn(form, good)).toEqual([]));
  it('asks for everything that is required, in its own order', () => {
    expect(problemsIn(form, {})).toEqual([
      { key: 'f1', problem: 'missing' },
      { key: 'f2', problem: 'missing' },
      { key: 'f4', problem: 'fileMissing' },
      { key: 'f5', problem: 'notDeclared' },
    ]);
  });
  it.each([
    ['a text of blanks', { f1: '   ' }, 'f1', 'missing'],
    ['a text that is too long', { f1: 'ABCDEFGHIJK' }, 'f1', 'tooLong'],
    ['an answer that is none of the choices', { f2: 'o9' }, 'f2', 'notAChoice'],
    ['words for a number', { f3: 'dużo' }, 'f3', 'notANumber'],
    ['a number below the least', { f3: '-1' }, 'f3', 'tooSmall'],
    ['a number above the most', { f3: '5 000,01' }, 'f3', 'tooLarge'],
    ['more decimals than asked for', { f3: '1,234' }, 'f3', 'tooExact'],
    ['a declaration with another word', { f5: 'no' }, 'f5', 'notDeclared'],
  ])('refuses %s', (_what, over, key, problem) => expect(wrong(over)).toEqual([{ key, problem }]));
  it('counts the end of a line as one sign', () => expect(wrong({ f1: 'ABCDE\r\nFGHI' })).toEqual([]));
  it('reads numbers as people write them', () => {
    expect(['12 500,50', '12500.5', '-3', '1,2,3', '', '1e9', 'Infinity'].map(numberIn)).toEqual([12500.5, 12500.5, -3, null, null, null, null]);
  });
  it('keeps only what it asks for', () => {
    const typed = new Map([
      ['f1', 'a'],
      ['f4', 'x'],
      ['role', 'administrator'],
    ]);
    expect(keptAnswers(form, (key) => typed.get(key) ?? '')).toEqual({ f1: 'a' });
  });
  it('tells browsers the same rules', () => {
    expect(attributesOf(title)).toEqual({ required: true, maxlength: 10 });
    expect(attributesOf(money)).toEqual({ inputmode: 'decimal', pattern: '[0-9\\s]{1,20}([.,][0-9]{1,2})?' });
    expect(attributesOf(consent)).toEqual({ required: true });
    expect(attributesOf(budget).accept).toContain('.pdf');
  });
  it('never gives a key twice', () => expect([nextKey('f', []), nextKey('f', ['f1', 'f7', 'o9'])]).toEqual(['f1', 'f8']));
  it('asks for at least two answers to choose from, and for limits that leave something', () => {
    expect(fieldShape.safeParse({ ...kind, options: [{ key: 'o1', label }] }).success).toBe(false);
    expect(fieldShape.safeParse({ ...money, min: 5, max: 4 }).success).toBe(false);
    expect(fieldShape.safeParse({ ...budget, megabytes: 26 }).success).toBe(false);
  });
});
