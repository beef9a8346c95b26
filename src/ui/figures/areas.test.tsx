import { describe, expect, it } from 'vitest';
import { day } from '#basics/day.ts';
import { Areas, type EffectMark } from './areas.tsx';
import { areasFinding } from './areas-words.ts';

const today = day('2026-11-22');
const effect = (over: Partial<EffectMark> = {}): EffectMark => ({
  area: 'culture',
  date: '2018-06',
  measurable: true,
  standing: 'counts',
  title: 'Doroczne spotkanie',
  href: '#spotkanie',
  ...over,
});
const areas = [{ area: 'culture' as const, href: '#culture' }, { area: 'lobbying' as const }, { area: 'prestige' as const }];
const show = (effects: EffectMark[], lang: 'pl' | 'en' = 'pl'): string =>
  String(<Areas id="dziedziny" areas={areas} effects={effects} today={today} lang={lang} csvHref="/pl/dlaczego-warto.csv" />);

describe('benefits by area', () => {
  it('is a named picture with its finding, tables and a file', () => {
    const sent = show([effect(), effect({ area: 'prestige', measurable: false })]);
    expect(sent).toContain('aria-labelledby="dziedziny-wide-title" aria-describedby="dziedziny-wide-finding"');
    expect(sent).toContain('id="dziedziny-sums"');
    expect(sent).toContain('id="dziedziny-records"');
    expect(sent).toContain('href="/pl/dlaczego-warto.csv"');
    expect(sent).not.toContain('style=');
  });

  it('names every area, also one without records, in the order given', () => {
    const image = /class="g-plan g-plan--wide".*?<\/svg>.*?<\/svg>/s.exec(show([effect()]))?.[0] ?? '';
    const names = ['Kultura', 'Lobbing', 'Prestiż'].map((name) => image.indexOf(name));
    expect(names.every((at, index) => at > (names[index - 1] ?? 0))).toBe(true);
  });

  it('explains only the signs that it uses', () => {
    const sent = show([effect({ standing: 'expected' })]);
    expect(sent).toContain('zapowiadany</li>');
    expect(sent).not.toContain('sprzed członkostwa');
  });

  it('says where the axis is broken and that a thing counts once', () => {
    const sent = show([effect({ date: '1998' }), effect({ sameThing: 'spotkanie' }), effect({ sameThing: 'spotkanie' })])
      .replaceAll('\u2060', '')
      .replaceAll('\u00a0', ' ');
    expect(sent).toContain('Z lat 1999–2017 zapisów nie ma i oś jest tam przerwana.');
    expect(sent).toContain('liczy się w sumach raz');
  });

  it('says so where there is nothing', () => {
    expect(show([])).toMatch(/^<p>Nie ma jeszcze/);
  });

  it('speaks English without a Polish word', () => {
    expect(show([effect({ title: 'Annual meeting' }), effect({ title: 'A writer', date: null, standing: 'undated' })], 'en')).not.toMatch(/[ąćęłńóśźż]/);
  });

  it('writes what the record says as text', () => {
    expect(show([effect({ title: '<script>alert(1)</script>' })])).not.toContain('<script>');
  });
});

describe('the finding', () => {
  const drawn = (...effects: EffectMark[]) => areas.map(({ area }) => ({ area, name: area, effects: effects.filter((one) => one.area === area) }));

  it('says how many areas have effects, which leads and which has no record', () => {
    expect(areasFinding(drawn(effect(), effect(), effect({ area: 'prestige' })), 'pl')).toBe(
      'Efekty, które się liczą, są w 2 z 3 dziedzin, najwięcej (2) w dziedzinie „kultura”; w dziedzinie „lobbing” nie ma żadnego zapisu.',
    );
    expect(areasFinding(drawn(effect(), effect({ area: 'prestige' })), 'en')).toBe(
      'Effects that count are found in 2 of 3 areas, the most (1 each) in ‘culture’ and ‘prestige’; there is no record at all in ‘lobbying’.',
    );
    expect(areasFinding(drawn(effect()), 'pl')).toBe(
      'Efekty, które się liczą, są w 1 z 3 dziedzin: w dziedzinie „kultura” (1); w dziedzinach „lobbing” i „prestiż” nie ma żadnego zapisu.',
    );
  });

  it('does not count what only stands beside', () => {
    expect(areasFinding(drawn(effect({ standing: 'expected' }), effect({ standing: 'before' })), 'pl')).toBe('Są 2 zapisy, ale żaden nie liczy się jako efekt członkostwa.');
  });
});
