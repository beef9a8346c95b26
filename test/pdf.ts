import { inflateSync } from 'node:zlib';

/** What a reader's program finds in a PDF that Typst has written: plain objects, streams packed by Flate, glyphs named by ToUnicode maps. */
export type ReadPdf = {
  /** The text in the order in which it is tagged, with ordinary blanks and no joiners. */
  text: string;
  pages: number;
  /** Of the whole document. */
  lang: string | null;
  title: string | null;
  /** `1` where it says of itself that it is PDF/UA-1. */
  accessible: string | null;
  isTagged: boolean;
  /** How many structure elements of a kind there are: `TH`, `Figure`, `H1`. */
  elements: (kind: string) => number;
  /** The words for pictures. */
  alternatives: string[];
};

type Entry = { head: string; stream: Buffer | null };

export function readPdf(bytes: Buffer): ReadPdf {
  const entries = objectsIn(bytes);
  const all = [...entries.values()].map(({ head }) => head).join('\n');
  const catalog = [...entries.values()].find(({ head }) => /\/Type\s*\/Catalog/.test(head))?.head ?? '';
  const pages = [...entries.values()].filter(({ head }) => /\/Type\s*\/Page\b/.test(head));
  const metadata = [...entries.values()].find(({ head }) => /\/Type\s*\/Metadata/.test(head))?.stream?.toString('utf8') ?? '';
  const fonts = new Map<string, Map<number, string>>();
  const fontAt = (id: string): Map<number, string> => {
    const known = fonts.get(id);
    if (known !== undefined) return known;
    const map = entries.get(/\/ToUnicode (\d+) 0 R/.exec(entries.get(id)?.head ?? '')?.[1] ?? '');
    const made = unicodeIn(unpacked(map).toString('latin1'));
    fonts.set(id, made);
    return made;
  };
  const said = pages.map(({ head }) => {
    const named = new Map([...(/\/Font\s*<<([^>]*)>>/.exec(head)?.[1] ?? '').matchAll(/\/(\w+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [name, fontAt(id)]));
    const contents = /\/Contents (\d+) 0 R/.exec(head)?.[1] ?? '';
    return textOf(unpacked(entries.get(contents)).toString('latin1'), named);
  });
  return {
    text: said
      .join(' ')
      .replaceAll(/[\u2060\u200b]/g, '')
      .replaceAll(/[\s\u00a0\u202f]+/g, ' '),
    pages: pages.length,
    lang: /\/Lang \(([^)]*)\)/.exec(catalog)?.[1] ?? null,
    title: /<dc:title>.*?<rdf:li[^>]*>(.*?)<\/rdf:li>/s.exec(metadata)?.[1] ?? null,
    accessible: /<pdfuaid:part>(\d)<\/pdfuaid:part>/.exec(metadata)?.[1] ?? null,
    isTagged: /\/MarkInfo\s*<<[^>]*\/Marked true/.test(catalog),
    elements: (kind) => [...all.matchAll(new RegExp(`/S\\s*/${kind}\\b`, 'g'))].length,
    alternatives: [...all.matchAll(/\/Alt\s*(?:<FEFF([0-9A-F]*)>|\(([^)]*)\))/g)].map(([, wide, plain]) => (wide === undefined ? (plain ?? '') : wideText(wide))),
  };
}

const wideText = (hex: string): string => String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)));

function objectsIn(bytes: Buffer): Map<string, Entry> {
  const source = bytes.toString('latin1');
  const entries = new Map<string, Entry>();
  const begin = /(\d+) 0 obj\n/g;
  for (let match = begin.exec(source); match !== null; match = begin.exec(source)) {
    const from = match.index + match[0].length;
    const stream = source.indexOf('\nstream\n', from);
    const end = source.indexOf('endobj', from);
    if (stream === -1 || stream > end) {
      entries.set(match[1] ?? '', { head: source.slice(from, end), stream: null });
      begin.lastIndex = end;
      continue;
    }
    const head = source.slice(from, stream);
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0);
    const data = stream + '\nstream\n'.length;
    entries.set(match[1] ?? '', { head, stream: bytes.subarray(data, data + length) });
    begin.lastIndex = data + length;
  }
  return entries;
}

const unpacked = (entry: Entry | undefined): Buffer => (entry?.stream ? (entry.head.includes('/FlateDecode') ? inflateSync(entry.stream) : entry.stream) : Buffer.alloc(0));

/** Glyph numbers and the letters they stand for. */
function unicodeIn(map: string): Map<number, string> {
  const letters = new Map<number, string>();
  for (const [, block = ''] of map.matchAll(/beginbfchar(.*?)endbfchar/gs))
    for (const [, glyph = '', letter = ''] of block.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g)) letters.set(Number.parseInt(glyph, 16), wideText(letter));
  for (const [, block = ''] of map.matchAll(/beginbfrange(.*?)endbfrange/gs))
    for (const [, first = '', last = '', letter = ''] of block.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g))
      for (let glyph = Number.parseInt(first, 16), step = 0; glyph <= Number.parseInt(last, 16); glyph += 1, step += 1)
        letters.set(glyph, String.fromCharCode(Number.parseInt(letter, 16) + step));
  return letters;
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
const plain = (string: string): string =>
  string.replaceAll(/\\([0-7]{1,3}|[\s\S])/g, (_whole, after: string) => (/^[0-7]/.test(after) ? String.fromCharCode(Number.parseInt(after, 8)) : (escapes[after] ?? after)));

/** Text objects one after the other, a blank between them; what says what it stands for is taken at its word. */
function textOf(content: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  // Brackets may stand unmasked in a string where they are balanced.
  const inner = String.raw`(?:\\[\s\S]|[^\\()]|\((?:\\[\s\S]|[^\\()]|\((?:\\[\s\S]|[^\\()])*\))*\))*`;
  const token = new RegExp(String.raw`\/(?:Lang|Alt|E)\s*\(${inner}\)|\/ActualText\s*<FEFF([0-9A-F]*)>|\b(BDC|BMC)\b|\bEMC\b|\/(\w+) [\d.]+ Tf|\((${inner})\)|\bET\b`, 'g');
  let font: ReadonlyMap<number, string> = new Map();
  let text = '';
  let depth = 0;
  let standsFor: number | null = null;
  for (const [whole, actual, opens, name, string] of content.matchAll(token)) {
    if (actual !== undefined) {
      text += wideText(actual);
      standsFor = depth;
    } else if (opens !== undefined) depth += 1;
    else if (whole === 'EMC') {
      depth -= 1;
      if (standsFor === depth) standsFor = null;
    } else if (name !== undefined) font = fonts.get(name) ?? new Map();
    else if (whole === 'ET') text += ' ';
    else if (string !== undefined && standsFor === null) {
      const bytes = plain(string);
      for (let at = 0; at + 1 < bytes.length; at += 2) text += font.get(bytes.charCodeAt(at) * 256 + bytes.charCodeAt(at + 1)) ?? '\ufffd';
    }
  }
  return text;
}
