import { randomFillSync } from 'node:crypto';

let lastMillisecond = 0;
let sequence = 0;

/** A UUID of version 7 (RFC 9562): sorts by time, and within one process strictly by the order of making. Never for secrets. */
export function uuidv7(now: number = Date.now()): string {
  if (now > lastMillisecond) {
    lastMillisecond = now;
    sequence = 0;
  } else {
    sequence += 1;
    if (sequence > 0xfff) {
      lastMillisecond += 1;
      sequence = 0;
    }
  }
  const bytes = new Uint8Array(16);
  randomFillSync(bytes, 8);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, Math.floor(lastMillisecond / 0x10000));
  view.setUint16(4, lastMillisecond % 0x10000);
  view.setUint16(6, 0x7000 | sequence);
  view.setUint8(8, (view.getUint8(8) & 0x3f) | 0x80);
  const hex = Buffer.from(bytes).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
