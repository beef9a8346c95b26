import { Fragment, isValidElement, jsx, type JSXNode } from 'hono/jsx';

/**
 * Nodes as HTML, the same bytes that `String(<Page/>)` of hono/jsx gives, in a third of the time: hono/jsx asks an AsyncLocalStorage at every element
 * whether it stands in an <svg>, and checks names that only this project writes. Everything is rendered at once: a promise among the nodes is a fault.
 * `before` is HTML that comes first.
 *
 * @throws TypeError where a node holds what cannot be written as HTML
 */
export function render(node: unknown, before = ''): string {
  // Most cells of tables are a text and nothing else.
  if (typeof node === 'string') return before + escaped(node);
  // Put before the pieces and not before the whole, which would be copied once more.
  const page: Writing = { pieces: [before] };
  write(page, node);
  return page.pieces.join('');
}

type Writing = { pieces: string[] };

// hono/jsx makes these by functions of its own, which serve a browser; here they are elements like all others.
const madeByFunction = new Map<unknown, string>(['title', 'script', 'style', 'link', 'meta', 'form', 'input', 'button'].map((tag) => [jsx(tag, {}).tag, tag]));

const voidTags = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'keygen', 'link', 'meta', 'param', 'source', 'track', 'wbr']);

function write(page: Writing, child: unknown): void {
  if (typeof child === 'string') page.pieces.push(escaped(child));
  else if (child === null || child === undefined || typeof child === 'boolean') return;
  else if (typeof child === 'number') page.pieces.push(String(child));
  else if (Array.isArray(child)) for (const one of child) write(page, one);
  else if (isValidElement(child)) writeNode(page, child);
  else if (isReady(child)) page.pieces.push(child.toString());
  else throw new TypeError('a page holds something that is no text, number or element');
}

/** Text that is HTML already: `raw(…)`. */
const isReady = (value: unknown): value is { toString(): string } => typeof value === 'object' && value !== null && 'isEscaped' in value && value.isEscaped === true;

function writeNode(page: Writing, node: JSXNode): void {
  const { tag, children } = node;
  if (typeof tag === 'string') {
    if (tag === '') write(page, children);
    else writeElement(page, tag, node.props, children);
    return;
  }
  if (tag === Fragment) {
    write(page, children);
    return;
  }
  const named = madeByFunction.get(tag);
  if (named !== undefined) {
    writeElement(page, named, node.props, children);
    return;
  }
  const given: unknown = children.length > 0 && node.props['children'] !== children ? { ...node.props, children: children.length === 1 ? children[0] : children } : node.props;
  const made: unknown = Reflect.apply(tag, null, [given]);
  write(page, made);
}

function writeElement(page: Writing, tag: string, props: Readonly<Record<string, unknown>>, children: readonly unknown[]): void {
  const { begin, end, isVoid } = marksOf(tag);
  page.pieces.push(begin);
  for (const key in props) if (key !== 'children') writeAttribute(page, key, props[key]);
  if (children.length === 0 && isVoid) page.pieces.push('/>');
  else {
    page.pieces.push('>');
    if (tag === 'svg' || tag === 'head') writeWithin(page, children);
    else for (const child of children) write(page, child);
    page.pieces.push(end);
  }
}

// Texts that are there already need not be put together for each of a page's thousand elements, nor tidied away. Names of tags and attributes are the project's own, so there are few.
const marks = new Map<string, { begin: string; end: string; isVoid: boolean }>();
const openings = new Map<string, string>();

function marksOf(tag: string): { begin: string; end: string; isVoid: boolean } {
  const known = marks.get(tag);
  if (known !== undefined) return known;
  const made = { begin: `<${tag}`, end: `</${tag}>`, isVoid: voidTags.has(tag) };
  marks.set(tag, made);
  return made;
}

function openingOf(key: string): string {
  const known = openings.get(key);
  if (known !== undefined) return known;
  const made = ` ${names[key] ?? key}="`;
  openings.set(key, made);
  return made;
}

/** A <head> and an <svg> hold their children in a node that only tells them where they are. */
function writeWithin(page: Writing, [only]: readonly unknown[]): void {
  if (isValidElement(only)) write(page, only.children);
}

// As hono/jsx renames them. Attributes of SVG are written here as SVG names them.
const names: Readonly<Record<string, string>> = {
  className: 'class',
  htmlFor: 'for',
  crossOrigin: 'crossorigin',
  httpEquiv: 'http-equiv',
  itemProp: 'itemprop',
  fetchPriority: 'fetchpriority',
  noModule: 'nomodule',
  formAction: 'formaction',
};

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

function writeAttribute({ pieces }: Writing, key: string, value: unknown): void {
  if (value === null || value === undefined) return;
  if (typeof value === 'string') pieces.push(openingOf(key), escaped(value), '"');
  else if (typeof value === 'number') pieces.push(openingOf(key), String(value), '"');
  else if (typeof value !== 'boolean') throw new TypeError(`the attribute ${names[key] ?? key} is no text, number or truth`);
  else if (!switches.has(names[key] ?? key)) pieces.push(openingOf(key), String(value), '"');
  else if (value) pieces.push(openingOf(key), '"');
}

const special = /[&<>'"]/;
const specials = /[&<>'"]/g;
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', "'": '&#39;', '"': '&quot;' };

const escaped = (text: string): string => (special.test(text) ? text.replace(specials, (sign) => entities[sign] ?? sign) : text);
