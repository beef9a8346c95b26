import { describe, expect, it } from 'vitest';
import { Markdown, readArticle } from './markdown.tsx';

const opening = (source: string): string => readArticle(source, 'pl').opening;

describe('an article written in Markdown', () => {
  it('shows paragraphs, lists and words in bold', () => {
    expect(opening('Zdanie **ważne**.\n\n- pierwsze\n- drugie')).toBe('<p>Zdanie <strong>ważne</strong>.</p>\n<ul>\n<li>pierwsze</li>\n<li>drugie</li>\n</ul>\n');
  });

  it('opens a section at every heading of its first level, whatever that level is', () => {
    const article = readArticle('Wstęp.\n\n### Co to jest\n\nRejestr.\n\n##### Szczegół\n\nDalej.\n\n### Czego brakuje\n\nNic.', 'pl');
    expect(article.opening).toBe('<p>Wstęp.</p>\n');
    expect(article.sections.map(({ id, heading }) => ({ id, heading }))).toEqual([
      { id: 'co-to-jest', heading: 'Co to jest' },
      { id: 'czego-brakuje', heading: 'Czego brakuje' },
    ]);
    expect(article.sections[0]?.html).toBe('<p>Rejestr.</p>\n<h3>Szczegół</h3>\n<p>Dalej.</p>\n');
  });

  it('never shares an anchor with another section or with the page around it', () => {
    const ids = readArticle('## Metka\n\na\n\n## Metka\n\nb\n\n## Dziedziny\n\nc', 'pl', ['dziedziny']).sections.map((section) => section.id);
    expect(ids).toEqual(['metka-2', 'metka-3', 'dziedziny-2']);
  });

  it('keeps a one-letter word with the next, also before a word in bold', () => {
    expect(opening('Kto i **jaki** w Krakowie')).toBe('<p>Kto i\u00a0<strong>jaki</strong> w\u00a0Krakowie</p>\n');
  });

  it('leaves scripts and raw HTML out', () => {
    expect(opening('<script>alert(1)</script>\n\nTekst <b onclick="x()">gruby</b><img src=x onerror=x()>.')).toBe('<p>Tekst gruby.</p>\n');
    expect(opening('<iframe src="https://example.org"></iframe>\n\n<style>p{display:none}</style>')).toBe('');
  });

  it('links only to http, https, mailto and the service itself', () => {
    expect(opening('[dobry](https://example.org/a?b=1&c=2) [poczta](mailto:a@example.org) [tu](/pl/koszty#suma)')).toBe(
      '<p><a href="https://example.org/a?b=1&amp;c=2">dobry</a> <a href="mailto:a@example.org">poczta</a> <a href="/pl/koszty#suma">tu</a></p>\n',
    );
    for (const address of ['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'data:text/html,x', '//evil.example', '/\\evil.example', '&#106;avascript:alert(1)', 'vbscript:x'])
      expect(opening(`[zły](${address})`)).toBe('<p>zły</p>\n');
    expect(opening('<javascript:alert(1)>')).not.toContain('href');
  });

  it('shows the words of a picture instead of fetching it from elsewhere', () => {
    expect(opening('![rynek "w" deszczu](https://example.org/a.png)')).toBe('<p>rynek "w" deszczu</p>\n');
  });

  it('says that there is no English text and marks the Polish one as Polish', () => {
    const shown = String(<Markdown text={{ pl: '## Nagłówek\n\nTekst.' }} lang="en" />);
    expect(shown).toContain('<span lang="pl">Nagłówek</span>');
    expect(shown).toContain('<div class="kg-prose" lang="pl"><p>Tekst.</p>');
    expect(shown).toContain('kg-only-pl');
  });
});
