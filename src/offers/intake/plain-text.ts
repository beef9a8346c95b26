/** The entities that mails have beside numbered ones, by their code points. */
const named: Readonly<Record<string, number>> = {
  amp: 0x26,
  lt: 0x3c,
  gt: 0x3e,
  quot: 0x22,
  apos: 0x27,
  nbsp: 0x20,
  ndash: 0x2013,
  mdash: 0x2014,
  hellip: 0x2026,
  euro: 0x20ac,
  pound: 0xa3,
  rsquo: 0x2019,
  lsquo: 0x2018,
  rdquo: 0x201d,
  ldquo: 0x201c,
  bdquo: 0x201e,
  oacute: 0xf3,
  Oacute: 0xd3,
  eacute: 0xe9,
  egrave: 0xe8,
  uuml: 0xfc,
  ouml: 0xf6,
  auml: 0xe4,
  szlig: 0xdf,
};

const silent = new Set(['script', 'style', 'head', 'title', 'template', 'noscript', 'object', 'svg', 'select', 'textarea']);
const breaks = new Set(['br', 'p', 'div', 'li', 'tr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table', 'ul', 'ol', 'blockquote', 'hr', 'section', 'article', 'header', 'footer']);

/** The text of an HTML mail, a link's address after its words. Nothing of it is ever shown as HTML. Walks once from the front, so length is all that costs. */
export function textOfHtml(html: string): string {
  const out: string[] = [];
  let at = 0;
  let link: string | null = null;
  // Begins of tags are looked for once for all: an unclosed one must not be searched for again from every sign.
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open === -1) {
      out.push(flat(html.slice(at)));
      break;
    }
    out.push(flat(html.slice(at, open)));
    if (html.startsWith('<!--', open)) {
      const end = html.indexOf('-->', open + 4);
      if (end === -1) break;
      at = end + 3;
      continue;
    }
    const close = html.indexOf('>', open);
    if (close === -1) {
      out.push(flat(html.slice(open)));
      break;
    }
    const tag = html.slice(open + 1, Math.min(close, open + 5000));
    const isEnd = tag.startsWith('/');
    const name = (/^\/?([a-z][a-z0-9]*)/i.exec(tag)?.[1] ?? '').toLowerCase();
    at = close + 1;
    if (name === '') {
      // A lone sign such as "a < b": it is text.
      if (!/^[!?/]/.test(tag)) {
        out.push('<');
        at = open + 1;
      }
      continue;
    }
    if (!isEnd && silent.has(name)) {
      at = afterEnd(html, name, at);
      continue;
    }
    if (breaks.has(name)) out.push('\n');
    else if (name === 'td' || name === 'th') out.push(' ');
    if (name === 'a') {
      if (isEnd && link !== null) out.push(` <${link}>`);
      const href = isEnd ? undefined : /\shref\s*=\s*(?:"([^"]{0,2000})"|'([^']{0,2000})'|([^\s"'>]{1,2000}))/i.exec(tag);
      const target = entities(href?.[1] ?? href?.[2] ?? href?.[3] ?? '').trim();
      link = /^https?:\/\//i.test(target) ? target : null;
    }
  }
  return out
    .join('')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function afterEnd(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}[\\s>]`, 'gi');
  end.lastIndex = from;
  const found = end.exec(html);
  if (found === null) return html.length;
  const close = html.indexOf('>', found.index);
  return close === -1 ? html.length : close + 1;
}

/** Lines of the source are no lines of the text. */
const flat = (text: string): string => entities(text.replace(/\s+/g, ' '));

const entities = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    const point = name !== undefined ? named[name] : decimal !== undefined ? Number(decimal) : Number.parseInt(hex ?? '', 16);
    if (point === undefined) return whole;
    return point > 0 && point <= 0x10_ff_ff && (point < 0xd8_00 || point > 0xdf_ff) ? String.fromCodePoint(point) : '';
  });

/** Letters as they are kept: one kind of line end, one kind of blank, nothing that steers a terminal, nothing unseen. */
export const cleaned = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .normalize('NFC')
    .toWellFormed()
    .replace(/[\u00a0\u2007\u202f\t]/g, ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, (sign) => (sign === '\n' ? '\n' : ''))
    .replace(/\n{3,}/g, '\n\n')
    .trim();

/** The same on one line, for subjects and names. */
export const oneLine = (text: string, most: number): string => Array.from(cleaned(text).replace(/\s+/g, ' ')).slice(0, most).join('');
