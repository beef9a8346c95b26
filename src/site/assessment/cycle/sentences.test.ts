import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { langs } from '#lang/lang.ts';
import type { Assessment, AssessmentResult } from '#assessment/index.ts';
import { figuresOf, type MembershipFigures } from './figures.ts';
import { aliveInWords, changeInWords, drawsOf100, findingOf, sinceInWords, sureness, worthInWords } from './sentences.ts';

const file = join(import.meta.dirname, '../../../db/example/nadrzecze/assessments.json');
const bodies = z
  .array(z.object({ body: z.custom<Assessment>() }))
  .parse(JSON.parse(readFileSync(file, 'utf8')))
  .map(({ body }) => body);
const bodyOf = (year: number): Assessment => {
  const found = bodies.find((body) => body.year === year);
  if (!found) throw new Error(`no cycle for ${year}`);
  return found;
};
const [before, now] = [bodyOf(2025), bodyOf(2026)];
const figures = figuresOf(now);
const of = (membership: string): MembershipFigures => {
  const found = figures.memberships.find(({ one }) => one.membership === membership);
  if (!found) throw new Error(`no ${membership}`);
  return found;
};
const rivers = of('siec-miast-rzecznych');

describe('an answer in words', () => {
  it('tells what a membership brought, what it asks and how sure that is, from its figures', () => {
    expect(worthInWords(rivers, now, 'pl').map(plain)).toEqual([
      'Korzyści: 46 punktów na 100, środkowa część skali; w 90 na 100 losowań od 44 do 49.',
      'Najwięcej wnoszą: projekty (1 785 000 zł), przyjęte rozwiązania (2 rozwiązania) i zgodność ze strategią (stopień 2 z 4).',
      'Koszty i obowiązki: 43 punkty na 100, czyli średnie.',
      'Najwięcej wymagają: składka i wkłady (25 500 zł rocznie), praca urzędu (210 godz. rocznie) i wyjazdy i goszczenie (9 100 zł rocznie).',
      'Pewność: wskazanie „utrzymać i lepiej wykorzystać” wychodzi w 100 na 100 losowań.',
    ]);
    expect(plain(worthInWords(rivers, now, 'en')[0] ?? '')).toBe('Benefits: 46 points of 100, in the middle of the scale; from 44 to 49 in 90 of 100 draws.');
  });

  it('gives no figure where too little is known, and says what to collect', () => {
    const little = of('miasta-dla-rodzin');
    const [said, ...more] = worthInWords(little, now, 'pl');
    expect(more).toEqual([]);
    expect(said).toMatch(/^Za mało danych, by podać liczby\./);
    expect(said).not.toMatch(/punkt/);
    expect(changeInWords(little, 'pl')).toEqual([expect.stringMatching(/^Warto zebrać dane: projekty \(17,5 ze 100 części wagi; korzyści\), .+ i 13 innych kryteriów\.$/)]);
  });

  it('calls a result uncertain where none holds often enough, and names the results that share the draws', () => {
    expect(worthInWords(of('pakt-czystego-ciepla'), now, 'pl').at(-1)).toBe(
      'Pewność: żaden wynik nie wychodzi w co najmniej 80 na 100 losowań. Wychodzą: „utrzymać” w 54 i „sprawdzić zasadność” w 46.',
    );
  });

  it('does not tell nearly all as all, nor hardly any as none', () => {
    expect([1, 0.9975, 0.87, 0.0008, 0].map((share) => drawsOf100(share, 'pl'))).toEqual(['100', 'ponad 99', '87', 'mniej niż 1', '0']);
    const shares: AssessmentResult['shares'] = { keepAndUseMore: 0, keep: 0.9999, reviveOrJustify: 0, examine: 0.0001 };
    expect(sureness({ indication: 'keep', shares }, 0.8, 'en')).toBe('How sure: the indication “keep” holds in more than 99 of 100 draws.');
  });

  it('inflects months as Polish does', () => {
    const after = (months: number) => aliveInWords({ ...rivers, one: { ...rivers.one, facts: { ...rivers.one.facts, monthsWithoutEffect: months } } }, now, 'pl')[0];
    expect([0, 1, 2, 5, 12, 22, 25].map(after)).toEqual([
      'Ostatni udokumentowany efekt przypada na ostatni miesiąc przed zamknięciem oceny.',
      'Od ostatniego udokumentowanego efektu do zamknięcia oceny minął 1 miesiąc.',
      'Od ostatniego udokumentowanego efektu do zamknięcia oceny minęły 2 miesiące.',
      'Od ostatniego udokumentowanego efektu do zamknięcia oceny minęło 5 miesięcy.',
      'Od ostatniego udokumentowanego efektu do zamknięcia oceny minęło 12 miesięcy.',
      'Od ostatniego udokumentowanego efektu do zamknięcia oceny minęły 22 miesiące.',
      'Od ostatniego udokumentowanego efektu do zamknięcia oceny minęło 25 miesięcy.',
    ]);
  });

  it('does not call on a membership to wake up that the city has chosen to follow only', () => {
    expect(aliveInWords(of('siec-zdrowych-dzielnic'), now, 'pl')).toContain('Miasto samo wybrało taki udział, więc nikt nie wzywa do ożywienia.');
    expect(aliveInWords(of('siec-zdrowych-dzielnic'), now, 'pl')[0]).toBe('Od przystąpienia do zamknięcia oceny minęło 178 miesięcy bez udokumentowanego efektu.');
  });

  it('names a weight beyond which the middle of what is known really falls into the other class', () => {
    const told = figures.memberships.filter(({ flip }) => flip !== null);
    expect(told.length).toBeGreaterThan(5);
    for (const { flip, result } of told) {
      expect(flip?.at).toBeGreaterThanOrEqual(0);
      expect(flip?.at).toBeLessThanOrEqual(1);
      if (result.indication !== 'uncertain') expect(flip?.to).not.toBe(result.indication);
    }
  });

  it('says what has changed since the cycle before, and because of which readings', () => {
    expect(sinceInWords(of('forum-transportu-wodnego'), now, before, 'pl').slice(0, 3)).toEqual([
      'Korzyści spadły z 20 do 5 punktów.',
      'Koszty i obowiązki wzrosły z 27 do 30 punktów.',
      'Wskazanie zmieniło się z „utrzymać” na „ożywić lub uzasadnić”.',
    ]);
    expect(sinceInWords(rivers, now, { ...before, memberships: [], results: [] }, 'en')).toEqual(['This membership was not in the assessment before.']);
  });

  it.each(langs)('counts the indications in one sentence (%s)', (lang) => {
    expect(findingOf(now.results, lang)).toMatch(
      lang === 'pl' ? /^Wskazania dla 12 ocenionych członkostw: utrzymać i lepiej wykorzystać – 4, / : /^Indications for 12 memberships assessed: keep and use more – 4, /,
    );
  });
});

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
