export type Element = { name: string; attributes: ReadonlyMap<string, string>; children: (Element | string)[]; parent: Element | null };

const alone = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']);
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const plain = (text: string): string => text.replace(/&(amp|lt|gt|quot|#39);/g, (_whole, name: string) => entities[name] ?? '');

/** A page as a tree. @throws where a tag closes what is not open, stays open, or is written otherwise than our pages are */
export function markup(html: string): Element {
  const root: Element = { name: '', attributes: new Map(), children: [], parent: null };
  let open = root;
  let at = 0;
  for (const found of html.matchAll(/<!doctype html>|<!--.*?-->|<(\/?)([a-z][\w:-]*)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*(\/?)>/gis)) {
    const [whole, closing, tag, attributes = '', selfClosed] = found;
    // What stands inside a script is not markup.
    if (open.name === 'script' && !(closing === '/' && tag === 'script')) continue;
    if (found.index > at) open.children.push(open.name === 'script' ? html.slice(at, found.index) : written(html.slice(at, found.index)));
    at = found.index + whole.length;
    if (tag === undefined) continue;
    if (closing === '/') {
      if (open.name !== tag || open.parent === null) throw new Error(`</${tag}> closes <${open.name}>`);
      open = open.parent;
      continue;
    }
    const element: Element = { name: tag, attributes: attributesIn(attributes), children: [], parent: open };
    open.children.push(element);
    if (selfClosed !== '/' && !alone.has(tag)) open = element;
  }
  if (open !== root) throw new Error(`<${open.name}> stays open`);
  written(html.slice(at));
  return root;
}

/** Text between tags. @throws where a browser might still find a tag in it, such as one with attributes that are not quoted */
function written(text: string): string {
  if (/<[a-z/!?]/i.test(text)) throw new Error(`a tag that our pages do not write: ${text.trim().slice(0, 80)}`);
  return plain(text);
}

const attributesIn = (text: string): Map<string, string> => new Map([...text.matchAll(/([^\s=>/]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [name, plain(value)]));

/** Every element within, in the order of the page. */
export const elementsOf = (root: Element): Element[] => root.children.flatMap((child) => (typeof child === 'string' ? [] : [child, ...elementsOf(child)]));

export const named = (root: Element | undefined, name: string): Element[] => (root ? elementsOf(root).filter((element) => element.name === name) : []);

/** The element itself and everything that it stands in, from the inside out. */
export const around = (element: Element): Element[] => [element, ...(element.parent === null ? [] : around(element.parent))];

export const attribute = (element: Element | undefined, name: string): string | undefined => element?.attributes.get(name);

/** Its whole text with ordinary blanks; nothing where there is no such element. */
export const textOf = (element: Element | undefined): string =>
  (element?.children ?? [])
    .map((child) => (typeof child === 'string' ? child : textOf(child)))
    .join('')
    .replace(/[\u00a0\s]+/g, ' ')
    .trim();

export type Words = { text: string; lang: string; within: Element };

/** Each run of text that people read, hear or hover over, with the language it is said to be in. */
export function wordsOn(root: Element): Words[] {
  const spoken = ['alt', 'title', 'aria-label', 'placeholder', 'summary', 'data-copy', 'data-copied', 'content', 'data-label'];
  const own = (element: Element): Words[] => {
    if (element.name === 'script' || element.name === 'style') return [];
    const lang =
      around(element)
        .find((one) => one.attributes.has('lang'))
        ?.attributes.get('lang') ?? '';
    // Of the head's facts only those in words: the others are addresses, dates and names.
    const attributes = spoken.filter((name) => name !== 'content' || /description|title$/.test(attribute(element, 'name') ?? attribute(element, 'property') ?? ''));
    return [
      ...attributes.flatMap((name) => (element.attributes.has(name) ? [{ text: attribute(element, name) ?? '', lang, within: element }] : [])),
      ...element.children.flatMap((child) => (typeof child === 'string' ? [{ text: child, lang, within: element }] : own(child))),
    ];
  };
  return own(root).filter(({ text }) => text.trim() !== '');
}
