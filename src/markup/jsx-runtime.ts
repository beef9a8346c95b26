import { elementOf, htmlOf, Markup, type Child } from './markup.ts';

/** What the compiler makes of `<p>…</p>` and `<Part …/>`. A part is called where it is written, with its children already made; what it answers is written at once. */
export function jsx(tag: string | ((props: Readonly<Record<string, unknown>>) => unknown), props: Readonly<Record<string, unknown>>): Markup {
  if (typeof tag === 'string') return elementOf(tag, props);
  const made = tag(props);
  return made instanceof Markup ? made : new Markup(htmlOf(made));
}

/** With several children the compiler asks by this name. */
export { jsx as jsxs };

export const Fragment = ({ children }: { children?: Child }): Markup => new Markup(htmlOf(children));

/** The compiler looks for these names. Elements are HTML's and SVG's, and their attributes are checked when they are written. */
export declare namespace JSX {
  type Element = Markup;
  type ElementType = string | ((props: never) => Child);
  interface ElementChildrenAttribute {
    children: Child;
  }
  interface IntrinsicElements {
    [tag: string]: Readonly<Record<string, Child>>;
  }
  interface IntrinsicAttributes {
    key?: string | number | null | undefined;
  }
}
