import { instantsAt } from '#basics/clock-time.ts';
import { parseEdtf } from '#basics/edtf.ts';
import type { Doubt } from './finding.ts';

/** A time as a text tells it; `time` is null where the day simply ends. `to` is where it ends in the text that was searched. */
export type TimeRead = { time: string | null; zone: string | null; doubt: Doubt | null; from: number; to: number };

const clock =
  /(?<said>(?:godz(?:\.|iny|inie|ina)?|at|o|h)\s*)?(?<![\d.:])(?<hour>2[0-4]|[01]?\d)(?!\d)(?:(?<sign>[:.])(?<minute>[0-5]\d)(?::[0-5]\d)?)?\s*(?<half>[ap]\.?m\.?(?![\p{L}])|h(?![\p{L}]))?/giu;
const words = /(?<!\p{L})(?<noon>12 noon|noon|midday|w południe)|(?<midnight>midnight|o północy|północ(?!\p{L}))/iu;

/** The zones that texts name in words. The offset, where the name fixes one, is checked against the clock of the day. */
const zones: readonly { says: RegExp; zone: string; minutes?: number }[] = [
  { says: /^CEST(?!\p{L})|^central european summer time/iu, zone: 'Europe/Warsaw', minutes: 120 },
  { says: /^CET(?!\p{L})|^central european time|^MEZ(?!\p{L})/iu, zone: 'Europe/Warsaw', minutes: 60 },
  { says: /^(?:czasu? (?:polskiego|polski|warszawskiego|środkowoeuropejskiego|środkowoeuropejski)|polish time|warsaw time)/iu, zone: 'Europe/Warsaw' },
  { says: /^(?:brussels time|czasu brukselskiego)/iu, zone: 'Europe/Brussels' },
  { says: /^(?:paris|french) time/iu, zone: 'Europe/Paris' },
  { says: /^(?:berlin|german) time/iu, zone: 'Europe/Berlin' },
  { says: /^(?:london|uk|british) time/iu, zone: 'Europe/London' },
  { says: /^(?:BST)(?!\p{L})/u, zone: 'Europe/London', minutes: 60 },
  { says: /^(?:EEST)(?!\p{L})/u, zone: 'Europe/Helsinki', minutes: 180 },
  { says: /^(?:EET)(?!\p{L})/u, zone: 'Europe/Helsinki', minutes: 120 },
  { says: /^(?:UTC|GMT)(?![\p{L}+-])/u, zone: 'UTC' },
];
/** A zone is named and is none of those: which one, somebody must say. */
const anotherZone = /^(?:local time|czasu (?:lokalnego|miejscowego)|[A-Z]{1,2}[SD]?T(?!\p{L})|(?:UTC|GMT)\s?[+-]\s?\d{1,2}|\p{Lu}\p{L}{2,15} time)/u;

/** The time in a stretch of text beside a date: `17:00`, `5 pm`, `godz. 16`, noon, midnight, with the zone behind it. */
export function timeIn(text: string, date: string): TimeRead | null {
  const spoken = words.exec(text);
  if (spoken !== null) {
    const end = spoken.index + spoken[0].length;
    const isNoon = spoken.groups?.['noon'] !== undefined;
    return withZone(text, date, { time: isNoon ? '12:00' : null, zone: null, doubt: isNoon ? null : 'midnight', from: spoken.index, to: end });
  }
  for (const match of text.matchAll(clock)) {
    const { said, hour = '', sign, minute, half } = match.groups ?? {};
    // A bare number is no time, and with a dot it may be anything unless it is said to be a time.
    if (minute === undefined && half === undefined && !/^godz/i.test(said ?? '')) continue;
    if (sign === '.' && said === undefined && half === undefined) continue;
    const [read, doubt] = hoursOf(Number(hour), half);
    if (read === null) continue;
    const place = { from: match.index, to: match.index + match[0].trimEnd().length };
    const isEnd = read === 24;
    return withZone(text, date, { time: isEnd ? null : `${String(read).padStart(2, '0')}:${minute ?? '00'}`, zone: null, doubt, ...place });
  }
  return null;
}

function hoursOf(hour: number, half: string | undefined): [number | null, Doubt | null] {
  const sign = half?.toLowerCase().charAt(0);
  if (sign === 'a' || sign === 'p') return hour < 1 || hour > 12 ? [null, null] : [(hour % 12) + (sign === 'p' ? 12 : 0), null];
  // "By 5:00" hardly means five in the morning.
  return [hour, hour >= 1 && hour <= 7 ? 'half-day' : null];
}

function withZone(text: string, date: string, read: TimeRead): TimeRead {
  const rest = text.slice(read.to);
  const blank = /^[\s,(]*/.exec(rest)?.[0].length ?? 0;
  const after = rest.slice(blank);
  const named = zones.find(({ says }) => says.test(after));
  if (named === undefined) {
    const other = anotherZone.exec(after);
    if (other !== null) return { ...read, doubt: 'other-zone', to: read.to + blank + other[0].length };
    return { ...read, doubt: read.doubt ?? (read.time === null ? null : 'no-zone') };
  }
  const length = named.says.exec(after)?.[0].length ?? 0;
  const isWrong = named.minutes !== undefined && read.time !== null && offsetOn(date, read.time, named.zone) !== named.minutes;
  return { ...read, zone: named.zone, doubt: read.doubt ?? (isWrong ? 'summer-time' : null), to: read.to + blank + length };
}

/** How far a zone's clock is ahead of UTC; null where the day is not known. */
function offsetOn(date: string, time: string, zone: string): number | null {
  if (parseEdtf(date) === null || date.length !== 10) return null;
  const instant = instantsAt(date, time, zone)[0];
  return instant === undefined ? null : (Date.parse(`${date}T${time}:00Z`) - instant.getTime()) / 60_000;
}
