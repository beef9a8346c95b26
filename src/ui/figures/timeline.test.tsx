import { describe, expect, it } from 'vitest';
import { addDays, day } from '#basics/day.ts';
import { timeline as pl } from '#lang/pl/timeline.ts';
import { textWidth, wrapText } from './timeline-text.ts';
import { Timeline } from './timeline.tsx';
import { begunInWords, timelineFinding, type TimelineRow } from './timeline-words.ts';

const today = day('2026-11-22');
const row = (over: Partial<TimelineRow> = {}): TimelineRow => ({
  name: 'Hanza',
  href: '/pl/organizacje/hanse',
  spans: [
    { from: null, status: 'not-yet' },
    { from: day('2002-06-27'), status: 'active' },
  ],
  belonging: ['2002-06-27/..'],
  steps: [{ kind: 'council-resolution', date: ['2001-05-23'] }],
  functions: [],
  decidedBy: 'council',
  ...over,
});
const undated = row({ name: 'Les Rencontres', spans: [{ from: null, status: 'not-established' }], belonging: [], steps: [], decidedBy: 'not-established' });
const show = (rows: TimelineRow[], lang: 'pl' | 'en' = 'pl'): string =>
  String(<Timeline id="linia" rows={rows} today={today} lang={lang} csvHref="/pl/organizacje.csv" />).replaceAll('\u00a0', ' ');

describe('the line of belonging', () => {
  it('is a named picture with its finding, a table and a file, once for each width', () => {
    const sent = show([row(), undated]);
    for (const width of ['wide', 'middle', 'narrow']) {
      expect(sent).toContain(`aria-labelledby="linia-${width}-title" aria-describedby="linia-${width}-finding"`);
      expect(sent).toContain(`<desc id="linia-${width}-finding">Trwa dziś 1 członkostwo, od 2002 roku; o 1 okresie`);
    }
    expect(sent).toContain('id="linia-table"');
    expect(sent).toContain('href="/pl/organizacje.csv"');
    expect(sent).not.toContain('style=');
  });

  it('keeps links out of the image, for nothing inside an image can be pressed', () => {
    const image = /<svg role="img".*?<\/svg>/s.exec(show([row()]))?.[0] ?? '';
    expect(image).toContain('g-bar');
    expect(image).not.toContain('<a ');
  });

  it('names those without a known beginning in words, with their state', () => {
    const sent = show([row(), undated]);
    expect(sent).toMatch(/więc poza wykresem:.*Les Rencontres<\/a> \(nieustalone\)\./s);
  });

  it('explains only the signs that it uses', () => {
    const sent = show([row()]);
    expect(sent).toContain(pl.key.council);
    expect(sent).not.toContain(pl.key.suspended);
    expect(sent).not.toContain(pl.key.ring);
  });

  it('says so where there is nothing, and gives a list where no beginning is known', () => {
    expect(show([])).toMatch(/^<p>Nie ma jeszcze/);
    const list = show([undated]);
    expect(list).not.toContain('role="img"');
    expect(list).toContain('Les Rencontres');
  });

  it('draws sixty rows at most, says so, and has all in the table', () => {
    const many = Array.from({ length: 64 }, (_, index) =>
      row({
        name: `Sieć ${index}`,
        spans: [
          { from: null, status: 'not-yet' },
          { from: addDays(day('1990-01-01'), index), status: 'active' },
        ],
      }),
    );
    const sent = show(many);
    expect(sent).toContain('Wykres pokazuje 60 pierwszych okresów z 64; w tabeli są wszystkie.');
    expect(sent.match(/class="g-link"/g)).toHaveLength(3 * 60);
    expect(sent.match(/role="rowheader"/g)).toHaveLength(64);
  });

  it('tells the table what the sources say: conflicts side by side, the unknown as unknown', () => {
    const disputed = row({ belonging: ['2002-06-27/..', '2001/2010'], functions: [{ role: 'zarząd', term: [] }] });
    const sent = show([disputed]);
    expect(sent).toContain('27 czerwca 2002 albo 2001');
    expect(sent).toContain('trwa albo 2010');
    expect(sent).toContain('lata nieznane');
    expect(sent).toContain('uchwała Rady Miasta: 23 maja 2001');
  });

  it('an end that nobody knows is at the latest where the record says it was over', () => {
    const over = row({
      belonging: ['1992-11-09/'],
      spans: [
        { from: null, status: 'not-yet' },
        { from: day('1992-11-09'), status: 'active' },
        { from: day('1992-11-10'), status: 'not-established' },
        { from: day('2025-10-15'), status: 'ended' },
      ],
    });
    expect(show([over])).toContain('nieznane, najpóźniej 15 października 2025');
  });

  it('speaks English without a Polish word', () => {
    const sent = show([row({ name: 'The Hansa' })], 'en');
    expect(sent).toContain('1 membership lasts today, since 2002.');
    expect(sent).not.toMatch(/[ąćęłńóśźż]/);
  });
});

describe('the finding', () => {
  const unknown = row({
    spans: [
      { from: null, status: 'not-yet' },
      { from: day('2021-11-30'), status: 'not-established' },
    ],
  });
  const young = row({
    spans: [
      { from: null, status: 'not-yet' },
      { from: day('2024-06-27'), status: 'active' },
    ],
  });

  it('says what lasts, since when, what is recent and what is not known, with the right plurals', () => {
    expect(timelineFinding([row(), row(), young, unknown, unknown], today, 'pl')).toBe(
      'Trwają dziś 3 członkostwa, najdłuższe od 2002 roku, a 1 z nich zaczęło się w 2017 roku lub później; o 2 okresach nie wiadomo, czy trwają.',
    );
    expect(
      timelineFinding(
        Array.from({ length: 5 }, () => young),
        today,
        'pl',
      ),
    ).toBe('Trwa dziś 5 członkostw, najdłuższe od 2024 roku, a 5 z nich zaczęło się w 2017 roku lub później.');
    expect(timelineFinding([row(), young, unknown], today, 'en')).toBe(
      '2 memberships last today, the longest since 2002, and 1 of them began in 2017 or later; for 1 period it is not known whether it lasts.',
    );
  });

  it('claims nothing where nothing is confirmed', () => {
    expect(timelineFinding([unknown], today, 'pl')).toBe('Żadne członkostwo nie jest dziś potwierdzone jako trwające; o 1 okresie nie wiadomo, czy trwa.');
  });
});

describe('the beginning at the right', () => {
  it('is as exact as there is room for', () => {
    expect(begunInWords(row(), 'pl', 200)).toBe('od 27 czerwca 2002');
    expect(begunInWords(row(), 'pl', 0)).toBe('od 2002');
    expect(begunInWords(row(), 'en', 0)).toBe('since 2002');
  });

  it('keeps a conflict, an unknown end and an end', () => {
    expect(begunInWords(row({ belonging: ['1997-04-16/..', '1994/..'] }), 'pl', 200)).toBe('od 1997 albo 1994');
    expect(begunInWords(row({ belonging: ['1992-11-09/'] }), 'pl', 200)).toBe('od 1992, koniec ?');
    expect(begunInWords(row({ belonging: ['2019-04/2020-09'] }), 'pl', 200)).toBe('2019–2020');
  });
});

describe('names that must fit', () => {
  it('are broken at spaces, never after a one-letter word, and cut only when three lines are not enough', () => {
    expect(wrapText('Promocja turystyczna i\u00a0gospodarcza', 150, 14)).toEqual(['Promocja turystyczna', 'i\u00a0gospodarcza']);
    const cut = wrapText('Europejska misja stu miast neutralnych klimatycznie i inteligentnych do 2030 roku', 120, 14);
    expect(cut).toHaveLength(3);
    expect(cut.at(-1)).toMatch(/…$/);
    expect(cut.every((line) => textWidth(line, 14) <= 120)).toBe(true);
  });
});
