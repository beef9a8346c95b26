import ical, { ICalEventTransparency } from 'ical-generator';
import { addDays } from '#basics/day.ts';
import { dueDayOf, type Task } from '#basics/task.ts';
import type { City } from '#basics/city.ts';
import type { Reader } from '#db/handles.ts';
import type { Lang } from '#lang/lang.ts';
import { publishedAtOf } from '#register/index.ts';
import { aboutInWords, isRule } from './in-words.ts';
import { filled } from './said.ts';
import { textsFor } from './texts.ts';

/** Where nothing tells when a matter last changed: the same for ever, as the matter is. */
const since = new Date('2026-01-01T00:00:00Z');

export type Stamps = ReadonlyMap<string, Date>;

export const stampsOf = (reader: Reader, tasks: readonly Task[]): Promise<Stamps> =>
  publishedAtOf(
    reader,
    tasks.flatMap((task) => task.record ?? []),
  );

/**
 * Tasks with a date as a calendar (RFC 5545): one whole day each, the last that the date can mean. The same matter keeps its UID
 * and bears the time at which its record last changed, so that the same state is the same bytes.
 */
export function calendarOf(tasks: readonly Task[], { city, lang, baseUrl, stamps }: { city: City; lang: Lang; baseUrl: string; stamps: Stamps }): string {
  const texts = textsFor(lang);
  const host = new URL(baseUrl).hostname;
  const calendar = ical({
    prodId: { company: 'Koga', product: 'office', language: lang.toUpperCase() },
    name: texts.feed.name(lang === 'pl' ? city.name.pl.nominative : city.name.en),
    description: texts.feed.description,
    ttl: 6 * 3600,
  });
  for (const task of tasks) {
    const due = dueDayOf(task.dueOn);
    const rule = ruleOf(task);
    if (due === null || rule === null) continue;
    calendar.createEvent({
      id: `${task.key.replaceAll(/[:/]/g, '-')}@${host}`,
      stamp: (task.record && stamps.get(`${task.record.kind}/${task.record.slug}`)) ?? since,
      start: `${due}T00:00:00Z`,
      end: `${addDays(due, 1)}T00:00:00Z`,
      allDay: true,
      // A reminder, not an appointment: nobody is busy because of it.
      transparency: ICalEventTransparency.TRANSPARENT,
      summary: `${aboutInWords(task, lang)}: ${filled(rule.matter, task.said, lang)}`,
      description: `${texts.feed.next}: ${filled(rule.next, task.said, lang)}\n${baseUrl}${task.href}`,
      url: `${baseUrl}${task.href}`,
      categories: [{ name: kindOf(rule.kind, lang) }],
    });
  }
  return `${calendar.toString()}\r\n`;

  /** Its sentences while it is ahead: a calendar that reworded what has passed would change by itself. */
  function ruleOf(task: Task) {
    const ahead = task.key.split(':')[0] ?? '';
    return isRule(ahead) ? texts.rules[ahead] : isRule(task.rule) ? texts.rules[task.rule] : null;
  }
}

const kindOf = (kind: string, lang: Lang): string => Object.entries(textsFor(lang).kinds).find(([name]) => name === kind)?.[1] ?? kind;
