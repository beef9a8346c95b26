import { createHmac } from 'node:crypto';
import { isIPv6 } from 'node:net';

const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;
const perSenderAnHour = 5;
const altogetherADay = 100;

export type LimitReached = 'tooManyFromYou' | 'tooManyToday';

/** The limit that one more message would break, and when there is room again; null where there is room. `recent` is of the last day, oldest first. */
export function limitReached(recent: readonly { at: Date; same: boolean }[], now: Date): { limit: LimitReached; waitSeconds: number } | null {
  const wait = (from: Date | undefined, ms: number): number => Math.max(1, Math.ceil(((from ?? now).getTime() + ms - now.getTime()) / 1000));
  const own = recent.filter(({ at, same }) => same && at.getTime() > now.getTime() - hourMs);
  if (own.length >= perSenderAnHour) return { limit: 'tooManyFromYou', waitSeconds: wait(own.at(-perSenderAnHour)?.at, hourMs) };
  if (recent.length >= altogetherADay) return { limit: 'tooManyToday', waitSeconds: wait(recent.at(-altogetherADay)?.at, dayMs) };
  return null;
}

/** The key of a day makes the same address another sender the next day. */
export const senderOf = (address: string, key: string): string => createHmac('sha256', key).update(networkOf(address)).digest('base64url');

/** What counts as one sender: an IPv4 address, or the 64 bits that a provider gives to one connection in IPv6. */
export function networkOf(address: string): string {
  const [bare = ''] = address.split('%');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(bare)) return bare;
  const [head = '', tail] = bare.toLowerCase().split('::');
  const before = groups(head);
  const after = groups(tail ?? '');
  // An IPv4 tail stands for two groups, and never reaches the first four unless they are written out.
  const missing = tail === undefined ? 0 : 8 - before.length - after.length - (bare.includes('.') ? 1 : 0);
  const all = [...before, ...Array<string>(Math.max(0, missing)).fill('0'), ...after];
  return `${all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}

const groups = (part: string): string[] => (part === '' ? [] : part.split(':'));
