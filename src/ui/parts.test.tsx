import { describe, expect, it } from 'vitest';
import { ArchiveBanner } from './banner.tsx';
import { Chips } from './chips.tsx';
import { KeyFigures } from './facts.tsx';
import { TextInput } from './fields.tsx';
import { Label } from './label.tsx';
import { isSafeAddress, SafeLink } from './links.tsx';
import { momentInWords } from './moments.tsx';
import { pageNumbers, Pagination } from './pagination.tsx';
import { InLang, Paragraphs } from './prose.tsx';
import { Section } from './section.tsx';
import { sourceNotes, type Source } from './source-notes.ts';
import { SourceRefs, SourceSection } from './sources.tsx';
import { Steps } from './steps.tsx';
import { Table } from './table.tsx';

const html = async (node: { toString: () => string | Promise<string> }): Promise<string> => node.toString();

describe('text of the record on a page', () => {
  it('is never taken for markup', async () => {
    expect(await html(<Section id="a" heading={'<b>Hanza</b> & "inni"'} children="<script>alert(1)</script>" />)).not.toMatch(/<b>|<script>/);
  });

  it('falls back to Polish, marked as Polish, and says so', async () => {
    const sent = await html(<InLang lang="en" text={{ pl: 'Składka' }} />);
    expect(sent).toContain('<span lang="pl">Składka</span>');
    expect(sent).toContain('in Polish only');
  });

  it('is shown in English where there is English', async () => {
    expect(await html(<InLang lang="en" text={{ pl: 'Składka', en: 'Fee' }} />)).toBe('Fee');
    expect(await html(<InLang lang="pl" text={{ pl: 'Składka', en: 'Fee' }} />)).toBe('Składka');
  });

  it('is split at blank lines, and its sources follow the last word', async () => {
    const sent = await html(<Paragraphs lang="pl" text={'Raz.\n\n \nDwa.\nDalej.'} after={<b>1</b>} />);
    expect(sent).toBe('<p>Raz.</p><p>Dwa.\nDalej.<b>1</b></p>');
  });
});

describe('links from the record', () => {
  it.each(['javascript:alert(1)', ' javascript:alert(1)', 'java\tscript:alert(1)', 'JAVASCRIPT:alert(1)', 'data:text/html,x', 'vbscript:x', '//example.org', 'hanse.org', ''])(
    'refuse %j',
    async (href) => {
      expect(isSafeAddress(href)).toBe(false);
      expect(await html(<SafeLink href={href}>Hanza</SafeLink>)).toBe('<span>Hanza</span>');
    },
  );

  it.each(['https://hanse.org', 'http://hanse.org/?a=1&b=2', 'mailto:biuro@example.org'])('admit %s', (href) => {
    expect(isSafeAddress(href)).toBe(true);
  });
});

const sources: Source[] = [
  { id: 's1', url: 'https://example.org/a', title: 'Strona A', seenOn: '2026-11-20' },
  { id: 's2', url: 'https://example.org/b', seenOn: '2026-11-22' },
];
const others: Source[] = [{ id: 's1', url: 'https://example.org/b', title: 'Strona B', seenOn: '2026-11-21' }];

describe('sources of a page', () => {
  it('are numbered in the order in which they are met, each address once', () => {
    const notes = sourceNotes();
    expect(notes.refs(sources, ['s2'])).toEqual([1]);
    expect(notes.refs(others, ['s1'])).toEqual([1]);
    expect(notes.refs(sources, ['s1', 's2', 's2', 's9'])).toEqual([1, 2]);
    expect(notes.refs(undefined, ['s1'])).toEqual([]);
    expect(notes.list().map(({ number, title, seenOn }) => [number, title, seenOn])).toEqual([
      [1, 'Strona B', '2026-11-22'],
      [2, 'Strona A', '2026-11-20'],
    ]);
  });

  it('lead from the number to the list and are named for those who hear the page', async () => {
    const notes = sourceNotes();
    const refs = await html(<SourceRefs numbers={notes.refs(sources, ['s1', 's2'])} lang="pl" />);
    const list = await html(<SourceSection notes={notes} lang="pl" />);
    expect(refs).toContain('<a href="#zrodlo-2" aria-label="Źródło 2">2</a>');
    expect(list).toContain('<li id="zrodlo-2">');
    expect(list).toContain('Odczytano do 22 listopada 2026.');
    expect(list).toContain('Strona A, example.org</a><span> (odczytano 20 listopada 2026)');
  });

  it('leave no empty section where nothing is cited', async () => {
    expect(await html(<SourceSection notes={sourceNotes()} lang="pl" />)).toBe('');
  });
});

describe('dates in words', () => {
  it('are as exact as given', () => {
    expect(momentInWords('1995', 'pl')).toBe('1995');
    expect(momentInWords('1995-11', 'pl')).toBe('listopad 1995');
    expect(momentInWords('1995-11-22', 'pl')).toBe('22 listopada 1995');
    expect(momentInWords('1995-11-22', 'en')).toBe('22 November 1995');
    expect(momentInWords('2026-11-22T23:30:00Z', 'pl', 'Europe/Warsaw')).toBe('23 listopada 2026, 00:30:00');
    expect(momentInWords('2016~', 'pl')).toBe('około 2016');
  });
});

describe('parts', () => {
  it('the label says who answers, and stays folded', async () => {
    const label = {
      author: 'Redakcja',
      publisher: 'Wydawca',
      publishingBody: 'Urząd',
      produced: '2026-11-20',
      published: '2026-11-21',
      updated: '2026-11-22',
      revision: 3,
      history: '/h',
    };
    const sent = await html(<Label label={label} lang="pl" />);
    expect(sent).toMatch(/^<details class="kg-label" id="metka"><summary>Metka/);
    for (const word of ['Autor', 'Osoba publikująca', 'Podmiot publikujący', 'Data wytworzenia', 'Data publikacji', 'Data aktualizacji', 'Numer wersji', 'href="/h"'])
      expect(sent).toContain(word);
    expect(sent).toContain('<time datetime="2026-11-22">22 listopada 2026</time>');
  });

  it('an archived version says that it is not current', async () => {
    expect(await html(<ArchiveBanner lang="pl" revision={2} published="2026-11-20" current="/c" />)).toContain('Nie jest już aktualna.');
    expect(await html(<ArchiveBanner lang="en" revision={2} published="2026-11-20" />)).toContain('has no current version');
  });

  it('a wide table scrolls in a region with a name, and its cards name each value', async () => {
    const sent = await html(
      <Table
        lang="pl"
        id="t"
        caption="Organizacje"
        rows={['Hanza']}
        columns={[
          { head: 'Nazwa', cell: (row) => row },
          { head: 'Od', cell: () => '2002' },
        ]}
      />,
    );
    expect(sent).toContain('role="region" tabindex="0" aria-labelledby="t-caption"');
    expect(sent).toContain('<th scope="row" role="rowheader" class="govuk-table__header">Hanza</th>');
    expect(sent).toContain('data-l="Od"');
  });

  it('the last step has no gap after it', async () => {
    const sent = await html(
      <Steps
        steps={[
          { date: '2001', title: 'Uchwała', gap: 'rok', state: 'done' },
          { date: '2002', title: 'Przyjęcie', gap: 'nigdy', state: 'now' },
        ]}
      />,
    );
    expect(sent).toContain('rok');
    expect(sent).not.toContain('nigdy');
  });

  it('a key figure leads to the list where it can be counted again', async () => {
    expect(await html(<KeyFigures figures={[{ value: '19', caption: 'czynnych członkostw', href: '/pl/organizacje?status=active' }]} />)).toContain(
      '<a href="/pl/organizacje?status=active">19<span class="kg-vh"> czynnych członkostw</span></a>',
    );
  });

  it('a field with an error is tied to its hint and its error', async () => {
    const sent = await html(<TextInput lang="pl" name="mail" label="Adres" hint="Na ten adres odpiszemy." error="Podaj adres" value={'"><script>'} />);
    expect(sent).toContain('aria-describedby="mail-hint mail-error" aria-invalid="true"');
    expect(sent).not.toContain('<script>');
  });

  it('a filter in use is removed by a link that says so', async () => {
    expect(await html(<Chips lang="pl" chips={[{ text: 'kultura', removeHref: '/pl/organizacje' }]} />)).toContain('aria-label="Usuń filtr: kultura"');
  });
});

describe('pages of results', () => {
  it('show the ends, the current page and its neighbours', () => {
    expect(pageNumbers(1, 3)).toEqual([1, 2, 3]);
    expect(pageNumbers(5, 9)).toEqual([1, null, 4, 5, 6, null, 9]);
    expect(pageNumbers(4, 9)).toEqual([1, 2, 3, 4, 5, null, 9]);
  });

  it('are left out where there is one', async () => {
    expect(await html(<Pagination page={1} pages={1} lang="pl" hrefOf={String} />)).toBe('');
  });
});
