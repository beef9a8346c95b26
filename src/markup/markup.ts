/** Text that is HTML already, so written as it stands. Elements are made of it, and it is made of nothing but elements and `asMarkup`. */
export class Markup {
  readonly html: string;

  constructor(html: string) {
    this.html = html;
  }

  toString(): string {
    return this.html;
  }
}

/** What an element may hold. Truths and nothing are left out, so that `{condition && <p/>}` can be written. */
export type Child = Markup | string | number | boolean | null | undefined | readonly Child[];

/** HTML from elsewhere that is trusted, such as what a parser of Markdown has made. */
export const asMarkup = (html: string): Markup => new Markup(html);

/**
 * A child as HTML: text escaped, elements as they are.
 *
 * @throws TypeError where it is something that cannot be written, such as a promise
 */
export function htmlOf(child: unknown): string {
  if (typeof child === 'string') return escaped(child);
  if (child instanceof Markup) return child.html;
  if (child === null || child === undefined || typeof child === 'boolean') return '';
  if (typeof child === 'number') return String(child);
  if (!Array.isArray(child)) throw new TypeError('a page holds something that is no text, number or element');
  let html = '';
  for (const one of child) html += htmlOf(one);
  return html;
}

/**
 * An element with its attributes and children, both as in HTML: `class`, `for`, `stroke-width`.
 *
 * @throws TypeError where an attribute or a child cannot be written
 */
export function elementOf(tag: string, props: Readonly<Record<string, unknown>>): Markup {
  const { begin, bare, end, isVoid } = marksOf(tag);
  let attributes = '';
  for (const key in props) if (key !== 'children') attributes += attribute(key, props[key]);
  const { children } = props;
  if (children === undefined && isVoid) return new Markup(`${begin}${attributes}/>`);
  return new Markup((attributes === '' ? bare : `${begin}${attributes}>`) + htmlOf(children) + end);
}

const voidTags = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']);

// A page has a thousand elements and more, and what it costs to put it together is the number of its pieces: what is the same on page after page is made
// once. Names of tags and attributes are the project's own, so there are few.
const marks = new Map<string, { begin: string; bare: string; end: string; isVoid: boolean }>();

function marksOf(tag: string): { begin: string; bare: string; end: string; isVoid: boolean } {
  const known = marks.get(tag);
  if (known !== undefined) return known;
  const made = { begin: `<${tag}`, bare: `<${tag}>`, end: `</${tag}>`, isVoid: voidTags.has(tag) };
  marks.set(tag, made);
  return made;
}

/** Attributes that take few values, each with those seen so far. */
const repeated = new Map(['aria-hidden', 'class', 'data-l', 'lang', 'rel', 'role', 'scope', 'type'].map((key) => [key, new Map<string, string>()]));
const mostRepeated = 500;

function attribute(key: string, value: unknown): string {
  if (typeof value === 'string') {
    const known = repeated.get(key);
    return known === undefined ? ` ${key}="${escaped(value)}"` : (known.get(value) ?? repeatedAnew(known, key, value));
  }
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return ` ${key}="${value}"`;
  if (typeof value !== 'boolean') throw new TypeError(`the attribute ${key} is no text, number or truth`);
  if (!switches.has(key)) return ` ${key}="${value}"`;
  return value ? ` ${key}=""` : '';
}

function repeatedAnew(known: Map<string, string>, key: string, value: string): string {
  const made = ` ${key}="${escaped(value)}"`;
  if (known.size < mostRepeated && value.length < 100) known.set(value, made);
  return made;
}

/** Attributes that are on by being there (HTML, 2.3.2); of others, `true` is a word like any. */
const switches = new Set([
  'allowfullscreen',
  'async',
  'autofocus',
  'autoplay',
  'checked',
  'controls',
  'default',
  'defer',
  'disabled',
  'download',
  'formnovalidate',
  'hidden',
  'inert',
  'ismap',
  'itemscope',
  'loop',
  'multiple',
  'muted',
  'nomodule',
  'novalidate',
  'open',
  'playsinline',
  'readonly',
  'required',
  'reversed',
  'selected',
]);

const special = /[&<>'"]/;
const specials = /[&<>'"]/g;
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', "'": '&#39;', '"': '&quot;' };

const escaped = (text: string): string => (special.test(text) ? text.replace(specials, (sign) => entities[sign] ?? sign) : text);
