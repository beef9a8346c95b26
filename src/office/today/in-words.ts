import { daysBetween, isDay, type Day } from '#basics/day.ts';
import type { Task } from '#basics/task.ts';
import { dateInWords } from '#lang/dates.ts';
import type { Lang } from '#lang/lang.ts';
import { plural } from '#lang/numbers.ts';
import { filled, inWords } from './said.ts';
import { textsFor, type Texts } from './texts.ts';

export type RuleName = keyof Texts['rules'];
export const isRule = (name: string): name is RuleName => Object.hasOwn(textsFor('pl').rules, name);
type KindName = keyof Texts['kinds'];
const isKind = (name: string): name is KindName => Object.hasOwn(textsFor('pl').kinds, name);

export type TaskInWords = {
  about: string;
  matter: string;
  next: string;
  kind: string;
  /** A date in words, what stands in its place, or nothing. */
  when: string;
  /** How far off it is, where the day is known. */
  days: string;
};

/** The kind of a task, by which those without a date stand together. */
export function kindInWords(task: Task, lang: Lang): string {
  const texts = textsFor(lang);
  if (!isRule(task.rule)) throw new Error(`the catalogue has no sentences for the rule ${task.rule}`);
  const { kind } = texts.rules[task.rule];
  return isKind(kind) ? texts.kinds[kind] : kind;
}

/** A task as its reader sees it. */
export function taskInWords(task: Task, lang: Lang, today: Day): TaskInWords {
  const texts = textsFor(lang);
  if (!isRule(task.rule)) throw new Error(`the catalogue has no sentences for the rule ${task.rule}`);
  const rule = texts.rules[task.rule];
  return {
    about: aboutInWords(task, lang),
    matter: filled(rule.matter, task.said, lang),
    next: filled(rule.next, task.said, lang),
    kind: kindInWords(task, lang),
    when: task.dueOn === null ? beginningSmall(filled(rule.when, task.said, lang), lang) : dateInWords(task.dueOn, lang),
    days: daysInWords(task, lang, today),
  };
}

/** The sentence stands in the middle of a line; names of English months keep their capitals. */
const beginningSmall = (text: string, lang: Lang): string => text.charAt(0).toLocaleLowerCase(lang) + text.slice(1);

export function aboutInWords(task: Task, lang: Lang): string {
  const texts = textsFor(lang);
  if (task.about === null) {
    if (task.rule === 'statement-review') return texts.about.statement;
    if (task.rule === 'jobs-failed') return texts.about.jobs;
    return task.rule === 'mails-failed' ? texts.about.mails : texts.about.draft;
  }
  const name = inWords(task.about, lang);
  return task.period === null ? name : texts.period(name, String(task.period));
}

function daysInWords({ dueOn }: Task, lang: Lang, today: Day): string {
  if (dueOn === null || !isDay(dueOn)) return '';
  const texts = textsFor(lang).days;
  const left = daysBetween(today, dueOn);
  if (left === 0) return texts.today;
  return plural(Math.abs(left), lang, left > 0 ? texts.left : texts.over).replace('{n}', String(Math.abs(left)));
}
