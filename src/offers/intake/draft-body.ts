import type { Lang } from '#lang/lang.ts';
import { fieldsRead, type FieldRead, type Finding, type IntakeField } from './finding.ts';
import { langOfText } from './lang-of-text.ts';

/** What a person chose for each field: values of findings, none where the field is to stay empty. */
export type Chosen = ReadonlyMap<IntakeField, readonly string[]>;

/** What is chosen before anybody looks: what was read without a doubt. */
export const filledIn = (fields: readonly FieldRead[]): Chosen => new Map(fields.map(({ field, filled }) => [field, filled === null ? [] : [filled]]));

/** What was chosen and is no finding of this letter: the form is of another one, or the register has moved on. */
export function strangers(chosen: Chosen, findings: readonly Finding[]): IntakeField[] {
  const known = new Map(fieldsRead(findings).map(({ field, candidates }) => [field, new Set(candidates.map(({ value }) => value))]));
  return [...chosen].flatMap(([field, values]) => (values.every((value) => known.get(field)?.has(value) === true) ? [] : [field]));
}

/** The draft of an offer with what was chosen, and nothing else. Who sent the mail is not in it. */
export function draftBody(chosen: Chosen, findings: readonly Finding[], { came, url }: { came: string; url: string | null }): Record<string, unknown> {
  const first = (field: IntakeField): string | undefined => chosen.get(field)?.[0];
  const wordsOf = (field: IntakeField): string => findings.find((one) => one.field === field && one.value === first(field))?.words ?? '';
  const deadline = deadlineOf(first('deadline'));
  const [amount, currency] = (first('money') ?? '').split(' ');
  const body: Record<string, unknown> = {
    title: titleOf(first('title')),
    organisation: first('organisation'),
    type: first('type'),
    deadline,
    opens: first('opens'),
    begins: first('begins'),
    ends: first('ends'),
    quota: first('quota') === undefined ? undefined : Number(first('quota')),
    intermediary: first('intermediary') === undefined ? undefined : { needed: first('intermediary'), reason: inOwnLang(wordsOf('intermediary')), basis: 'stated' },
    goodStanding: first('goodStanding'),
    audiences: chosen.get('audiences'),
    languages: chosen.get('languages'),
    money: first('money') === undefined ? undefined : { amount, currency, says: inOwnLang(wordsOf('money')) },
    url: first('url') ?? url ?? undefined,
    officeNotes: came,
  };
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)));
}

const titleOf = (value: string | undefined): Partial<Record<Lang, string>> | undefined =>
  value === undefined ? undefined : value.startsWith('pl:') ? { pl: value.slice(3) } : { en: value.slice(3) };

const inOwnLang = (words: string): Partial<Record<Lang, string>> => ({ [langOfText(words)]: words });

export type DeadlineRead = { date: string; time?: string; zone: string };

export function deadlineOf(value: string | undefined): DeadlineRead | undefined {
  const match = /^(?<date>[\d-]{7,10})(?:T(?<time>\d\d:\d\d))?\[(?<zone>[\w/+-]+)\]$/.exec(value ?? '');
  const { date, time, zone } = match?.groups ?? {};
  return date === undefined || zone === undefined ? undefined : { date, ...(time === undefined ? {} : { time }), zone };
}
