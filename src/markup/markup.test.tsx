import { describe, expect, it } from 'vitest';
import { asMarkup, htmlOf, type Child } from './markup.ts';

const Note = ({ children, lang }: { children?: Child; lang?: string | undefined }) => (
  <p lang={lang}>
    {children}
    {children !== undefined && ' – '}
  </p>
);
const Nothing = () => null;
const Many = ({ names }: { names: string[] }) => <>{names.map((name) => [name, <br />])}</>;

describe('elements as HTML', () => {
  it('escapes texts and attributes', () => {
    expect(htmlOf(<p title={`"quoted" & <b>'`}>{`<script>alert("1 & 2")</script> it's`}</p>)).toBe(
      '<p title="&quot;quoted&quot; &amp; &lt;b&gt;&#39;">&lt;script&gt;alert(&quot;1 &amp; 2&quot;)&lt;/script&gt; it&#39;s</p>',
    );
  });

  it('writes numbers, and leaves out truths and nothing', () => {
    const paragraph = (
      <p tabindex={-1} data-nothing={undefined}>
        {0}
        {1.5}
        {false}
        {true}
        {null}
        {undefined}
      </p>
    );
    expect(htmlOf(paragraph)).toBe('<p tabindex="-1">01.5</p>');
  });

  it('calls the parts with their children', () => {
    const note = (
      <Note lang="pl">
        a <b>b</b>
        <Note>{['c', <i>d</i>, ['<e>']]}</Note>
        <Note />
        <Nothing />
        <Many names={['Łódź', 'Kraków']} />
      </Note>
    );
    expect(htmlOf(note)).toBe('<p lang="pl">a <b>b</b><p>c<i>d</i>&lt;e&gt; – </p><p></p>Łódź<br/>Kraków<br/> – </p>');
  });

  it('escapes what a part answers as text', () => {
    const Text = () => '<b>';
    const Texts = () => ['&', <i>a</i>];
    expect(htmlOf(<Text />)).toBe('&lt;b&gt;');
    expect(htmlOf(<Texts />)).toBe('&amp;<i>a</i>');
  });

  it('knows which attributes are on by being there, and which take true for a word', () => {
    const form = (
      <form method="get" hidden={false}>
        <input id="q" required disabled={false} checked spellcheck={false} aria-invalid={true} value='a"b' />
        <option selected={true}>1</option>
        <details open />
        <a href="/a.csv" download={true}>
          a
        </a>
      </form>
    );
    expect(htmlOf(form)).toBe(
      '<form method="get"><input id="q" required="" checked="" spellcheck="false" aria-invalid="true" value="a&quot;b"/><option selected="">1</option><details open=""></details><a href="/a.csv" download="">a</a></form>',
    );
  });

  it('writes a drawing as SVG names its parts', () => {
    const drawing = (
      <svg viewBox="-20 -20 40 40" aria-hidden="true">
        <title>Mapa</title>
        <circle class="a" r={18} stroke-dasharray="1.5 2.5" />
        {[1, 2].map((x) => (
          <path d={`M${x} 0h0`} />
        ))}
      </svg>
    );
    expect(htmlOf(drawing)).toBe(
      '<svg viewBox="-20 -20 40 40" aria-hidden="true"><title>Mapa</title><circle class="a" r="18" stroke-dasharray="1.5 2.5"></circle><path d="M1 0h0"></path><path d="M2 0h0"></path></svg>',
    );
  });

  it('writes what is HTML already as it stands', () => {
    expect(htmlOf(<div>{asMarkup('<p>a &amp; b</p>')}</div>)).toBe('<div><p>a &amp; b</p></div>');
    expect(String(<p>a</p>)).toBe('<p>a</p>');
  });

  it('keeps the head in the order in which it was written', () => {
    const head = (
      <head>
        <meta charset="utf-8" />
        <title>{'a & b'}</title>
        <link rel="canonical" href="/a?b=1&c=2" />
        <script type="module" src="/p.js" blocking="render" />
      </head>
    );
    expect(htmlOf(head)).toBe(
      '<head><meta charset="utf-8"/><title>a &amp; b</title><link rel="canonical" href="/a?b=1&amp;c=2"/><script type="module" src="/p.js" blocking="render"></script></head>',
    );
  });

  it('refuses what it cannot write, rather than leaving it out', () => {
    expect(() => htmlOf(Promise.resolve('late'))).toThrow(TypeError);
    expect(() => <p title={['a']}>b</p>).toThrow('the attribute title is no text');
  });
});
