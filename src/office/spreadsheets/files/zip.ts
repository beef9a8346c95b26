import { constants, createInflateRaw } from 'node:zlib';
import { bounds, FileRefused } from './bounds.ts';

/** One part of an archive, as its directory tells of it. */
export type Entry = { name: string; method: number; packed: Uint8Array; size: number };

const [endSign, entrySign, localSign] = [0x06054b50, 0x02014b50, 0x04034b50];
const endLength = 22;

/**
 * The directory of an archive (PKWARE APPNOTE 6.3, without ZIP64, which no file of this size needs). Nothing is unpacked yet. It is the directory that
 * spreadsheets go by, so what only stands before the parts themselves is not looked at; two parts of one name are refused, for readers differ on which is meant.
 */
export function entriesOf(bytes: Uint8Array): Map<string, Entry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecord(view);
  const count = view.getUint16(end + 10, true);
  if (count > bounds.entries) throw new FileRefused('tooManyEntries');
  const entries = new Map<string, Entry>();
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== entrySign) throw new FileRefused('badZip');
    if ((view.getUint16(at + 8, true) & 1) !== 0) throw new FileRefused('encrypted');
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    if (entries.has(name)) throw new FileRefused('badZip', name);
    entries.set(name, {
      name,
      method: view.getUint16(at + 10, true),
      packed: packedAt(bytes, view, view.getUint32(at + 42, true), view.getUint32(at + 20, true)),
      size: view.getUint32(at + 24, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The end of the directory is the last of the file, but for a comment. */
function endRecord(view: DataView): number {
  const last = view.byteLength - endLength;
  for (let at = last; at >= Math.max(0, last - 65_535); at -= 1) if (view.getUint32(at, true) === endSign) return at;
  throw new FileRefused('badZip');
}

function packedAt(bytes: Uint8Array, view: DataView, at: number, length: number): Uint8Array {
  if (at + 30 > bytes.length || view.getUint32(at, true) !== localSign) throw new FileRefused('badZip');
  const begin = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (begin + length > bytes.length) throw new FileRefused('badZip');
  return bytes.subarray(begin, begin + length);
}

/** What may still be unpacked of a file. */
export type Budget = { left: number };

const piece = 256 * 1024;

/** Unpacks a part piece by piece on another thread, and stops in the middle as soon as a bound is passed. */
export async function* unpacked(entry: Entry, budget: Budget): AsyncGenerator<Uint8Array> {
  if (entry.method !== 0 && entry.method !== 8) throw new FileRefused('badZip', entry.name);
  let size = 0;
  const count = (length: number): void => {
    size += length;
    budget.left -= length;
    const isBomb = size > 1_048_576 && size > entry.packed.length * bounds.ratio;
    if (size > bounds.entryBytes || budget.left < 0 || isBomb) throw new FileRefused('unpacksTooLarge', entry.name);
  };
  if (entry.size > bounds.entryBytes) throw new FileRefused('unpacksTooLarge', entry.name);
  for await (const chunk of entry.method === 0 ? stored(entry.packed) : inflated(entry)) {
    count(chunk.length);
    yield chunk;
  }
  if (size !== entry.size) throw new FileRefused('badZip', entry.name);
}

function* stored(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
}

async function* inflated(entry: Entry): AsyncGenerator<Uint8Array> {
  const stream = createInflateRaw({ chunkSize: piece, finishFlush: constants.Z_FINISH });
  stream.end(entry.packed);
  try {
    for await (const chunk of stream) if (chunk instanceof Uint8Array) yield chunk;
  } catch (error) {
    // What zlib says of bytes that it cannot unpack.
    if (error instanceof Error && 'code' in error && typeof error.code === 'string' && /^Z_|^ERR_/.test(error.code)) throw new FileRefused('badZip', entry.name);
    throw error;
  } finally {
    stream.destroy();
  }
}

/** A part as text, in pieces. */
export async function* textOf(entry: Entry, budget: Budget): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of unpacked(entry, budget)) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  } catch (error) {
    throw error instanceof TypeError ? new FileRefused('badXml', entry.name) : error;
  }
}
