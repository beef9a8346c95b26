import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { describe, expect, it } from 'vitest';
import { render } from './render.ts';

const Note = ({ children, lang }: { children?: Child; lang?: string | undefined }) => (
  <p lang={lang}>
    {children}
    {children !== undefined && ' – '}
  </p>
);
const Nothing = () => null;
const Many = ({ names }: { names: string[] }) => <>{names.map((name) => [name, <br />])}</>;

const pages = {
  'a text with signs that HTML reserves': <p title={`"quoted" & <b>'`}>{`<script>alert("1 & 2")</script> it's`}</p>,
  'numbers, and what is not shown': (
    <p tabindex={-1} data-nothing={undefined}>
      {0}
      {1.5}
      {false}
      {null}
      {undefined}
    </p>
  ),
  'parts within parts': (
    <Note lang="pl">
      a <b>b</b>
      <Note>{['c', <i>d</i>, ['e']]}</Note>
      <Note />
      <Nothing />
      <Many names={['Łódź', 'Kraków']} />
    </Note>
  ),
  'a form': (
    <form method="get" action="/pl/szukaj">
      <label for="q">Czego szukasz?</label>
      <input id="q" required disabled={false} checked spellcheck={false} aria-invalid="true" value='a"b' />
      <select aria-label="rok">
        <option value="1" selected={true}>
          1
        </option>
        <option value="2" selected={false}>
          2
        </option>
      </select>
      <details open>
        <summary>więcej</summary>
      </details>
      <button type="submit" hidden>
        Szukaj
      </button>
    </form>
  ),
  'a drawing': (
    <svg viewBox="-20 -20 40 40" aria-hidden="true" focusable="false">
      <title>Mapa</title>
      <circle class="a" r={18} stroke-dasharray="1.5 2.5" />
      {[1, 2].map((x) => (
        <path d={`M${x} 0h0`} />
      ))}
    </svg>
  ),
  'markup that is ready': (
    <div>
      {raw('<p>a &amp; b</p>')}
      <script type="application/ld+json">{raw('{"a":"\\u003c"}')}</script>
    </div>
  ),
};

describe('a page rendered at once', () => {
  it.each(Object.entries(pages))('has the bytes that hono/jsx gives it: %s', (_what, node) => {
    expect(render(node)).toBe(String(node));
  });

  it('keeps the head in the order in which it was written', () => {
    const head = (
      <head>
        <meta charset="utf-8" />
        <title>{'a & b'}</title>
        <link rel="icon" href="/a.svg" />
        <meta property="og:title" content="a" />
        <link rel="canonical" href="/a?b=1&c=2" />
        <script type="module" src="/p.js" blocking="render" />
      </head>
    );
    expect(render(head)).toBe(
      '<head><meta charset="utf-8"/><title>a &amp; b</title><link rel="icon" href="/a.svg"/><meta property="og:title" content="a"/><link rel="canonical" href="/a?b=1&amp;c=2"/><script type="module" src="/p.js" blocking="render"></script></head>',
    );
  });

  it('refuses what it cannot write, rather than leaving it out', () => {
    expect(() => render(<p>{Promise.resolve('late')}</p>)).toThrow(TypeError);
  });
});
