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
  const { start, end, isVoid } = marksOf(tag);
  let known = start;
  // From the first attribute on that is not among the known ones; without the mark that ends it, which what follows begins with.
  let open = '';
  for (const key in props) {
    if (key === 'children') continue;
    const value = props[key];
    if (open === '' && typeof value === 'string' && repeated.has(key)) {
      const further = known.values.get(key)?.get(value) ?? grown(known, key, value);
      if (further !== undefined) {
        known = further;
        continue;
      }
    }
    const text = valueText(key, value);
    if (text !== null) open = open === '' ? beginning(known, key) + text : open + between(key) + text;
  }
  const { children } = props;
  if (children === undefined && isVoid) return new Markup(open === '' ? known.closed : `${open}"/>`);
  return new Markup((open === '' ? known.whole : `${open}">`) + htmlOf(children) + end);
}

const voidTags = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']);

// A page has a thousand elements and more, and what it costs to put it together is the number of its pieces: what is the same on page after page is made
// once. Names of tags and attributes are the project's own, so there are few.

/** A tag up to some attribute, and what may follow: the attributes known to repeat, by name and value, and the beginnings of others. */
type Known = { begin: string; whole: string; closed: string; values: Map<string, Map<string, Known>>; beginnings: Map<string, string> };

/** One piece, where `+` would keep the parts and have them put together again for every page. */
const piece = (...parts: string[]): string => parts.join('');

const knownFrom = (begin: string): Known => ({ begin, whole: piece(begin, '>'), closed: piece(begin, '/>'), values: new Map(), beginnings: new Map() });

type Marks = { start: Known; end: string; isVoid: boolean };
const marks = new Map<string, Marks>();

function marksOf(tag: string): Marks {
  const its = marks.get(tag);
  if (its !== undefined) return its;
  const made = { start: knownFrom(piece('<', tag)), end: piece('</', tag, '>'), isVoid: voidTags.has(tag) };
  marks.set(tag, made);
  return made;
}

/** Attributes that take few values. */
const repeated = new Set(['aria-hidden', 'class', 'data-l', 'lang', 'rel', 'role', 'scope', 'type']);
const longestRepeated = 100;
const mostKnown = 3_000;
let knownSoFar = 0;

/** One attribute more of those that repeat; undefined where the value is a long one, or where there are enough of them. */
function grown({ begin, values }: Known, key: string, value: string): Known | undefined {
  if (value.length > longestRepeated || knownSoFar === mostKnown) return undefined;
  knownSoFar += 1;
  const made = knownFrom(piece(begin, ' ', key, '="', escaped(value), '"'));
  const its = values.get(key) ?? new Map<string, Known>();
  values.set(key, its.set(value, made));
  return made;
}

function beginning({ begin, beginnings }: Known, key: string): string {
  const known = beginnings.get(key);
  if (known !== undefined) return known;
  const made = piece(begin, ' ', key, '="');
  beginnings.set(key, made);
  return made;
}

const betweens = new Map<string, string>();

function between(key: string): string {
  const known = betweens.get(key);
  if (known !== undefined) return known;
  const made = piece('" ', key, '="');
  betweens.set(key, made);
  return made;
}

/** What stands between the marks; null where the attribute is not there. */
function valueText(key: string, value: unknown): string | null {
  if (typeof value === 'string') return escaped(value);
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'boolean') throw new TypeError(`the attribute ${key} is no text, number or truth`);
  if (!switches.has(key)) return String(value);
  return value ? '' : null;
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
