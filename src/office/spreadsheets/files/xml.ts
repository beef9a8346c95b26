import { FileRefused } from './bounds.ts';

/** What is told of a document as it is read. Names come without their prefix. */
export type Listener = {
  open(name: string, attributes: string): void;
  close(name: string): void;
  text(text: string): void;
};

export type XmlReader = { push(chunk: string): void; end(): void };

/** No tag of a spreadsheet is as long as this. */
const longestTag = 1_048_576;

/**
 * Reads the part of XML 1.0 that spreadsheets are written in, piece by piece. A document type is refused: it could define entities, and those have been used to
 * fill memory and to read files. Nothing is kept but what the listener keeps.
 */
export function xmlReader(listener: Listener): XmlReader {
  let rest = '';
  function push(chunk: string): void {
    const all = rest + chunk;
    let at = 0;
    for (;;) {
      const tag = all.indexOf('<', at);
      if (tag === -1) break;
      if (tag > at) listener.text(unescaped(all.slice(at, tag)));
      const next = piece(all, tag);
      if (next === null) {
        at = tag;
        break;
      }
      at = next;
    }
    rest = all.slice(at);
    // Text is told whole, so that no entity is cut in two.
    if (rest.length > longestTag) throw new FileRefused('badXml');
  }

  /** Tells of what begins with `<` and answers where it ends; null where the end is still to come. */
  function piece(all: string, tag: number): number | null {
    if (all.startsWith('<!--', tag)) return ended(all, '-->', tag + 4);
    if (all.startsWith('<![CDATA[', tag)) {
      const end = all.indexOf(']]>', tag);
      if (end === -1) return null;
      listener.text(all.slice(tag + 9, end));
      return end + 3;
    }
    if (all.startsWith('<?', tag)) return ended(all, '?>', tag);
    // Not yet enough of it to tell one from another.
    if (all.startsWith('<!', tag) && all.length - tag < 9) return null;
    if (all.startsWith('<!', tag)) throw new FileRefused('badXml');
    const end = endOfTag(all, tag);
    if (end === -1) return null;
    if (all[tag + 1] === '/') listener.close(localName(all.slice(tag + 2, end).trimEnd()));
    else {
      const isEmpty = all[end - 1] === '/';
      const inner = all.slice(tag + 1, isEmpty ? end - 1 : end);
      const blank = inner.search(/\s/);
      const name = localName(blank === -1 ? inner : inner.slice(0, blank));
      listener.open(name, blank === -1 ? '' : inner.slice(blank));
      if (isEmpty) listener.close(name);
    }
    return end + 1;
  }

  return {
    push,
    end: () => {
      if (rest.trim() !== '') throw new FileRefused('badXml');
    },
  };
}

const ended = (all: string, sign: string, from: number): number | null => {
  const end = all.indexOf(sign, from);
  return end === -1 ? null : end + sign.length;
};

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** A value in quotes may hold the sign that ends the tag. */
function endOfTag(all: string, tag: number): number {
  for (let end = all.indexOf('>', tag); end !== -1; end = all.indexOf('>', end + 1)) {
    let quote = '';
    for (let at = tag; at < end; at += 1) {
      const sign = all[at];
      if (quote === '' ? sign === '"' || sign === "'" : sign === quote) quote = quote === '' ? (sign ?? '') : '';
    }
    if (quote === '') return end;
  }
  return -1;
}

/** An attribute by its name, which may have a prefix; undefined where the tag has none such. */
export function attribute(attributes: string, name: string): string | undefined {
  const at = attributes.indexOf(` ${name}="`);
  if (at !== -1) {
    const begin = at + name.length + 3;
    return unescaped(attributes.slice(begin, attributes.indexOf('"', begin)));
  }
  const match = new RegExp(`\\s(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  const value = match?.[1] ?? match?.[2];
  return value === undefined ? undefined : unescaped(value);
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  const plain = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  if (!plain.includes('&')) return plain;
  return plain.replace(/&([^;&]{0,12})(;?)/g, (_whole, name: string, end: string) => {
    const known = named[name];
    if (end !== '' && known !== undefined) return known;
    const number = /^#(?:x([\da-f]{1,6})|(\d{1,7}))$/i.exec(name);
    const code = number === null ? Number.NaN : Number.parseInt(number[1] ?? number[2] ?? '', number[1] === undefined ? 10 : 16);
    if (end === '' || !(code > 0 && code <= 0x10ffff)) throw new FileRefused('badXml');
    return String.fromCodePoint(code);
  });
}
