import { langOfText } from './lang-of-text.ts';
import type { Finding } from './finding.ts';
import { domainOf, type Letter } from './mail.ts';
import { linkFindings, organisationFindings, type OrganisationSite } from './read-links.ts';
import { dateFindings } from './read-dates.ts';
import {
  asksMoney,
  audienceSigns,
  countOf,
  currencyOf,
  decimalOf,
  givesMoney,
  intermediarySigns,
  languageSigns,
  moneySigns,
  quotaSigns,
  standingSigns,
  typeSigns,
} from './signs.ts';

export type CallContext = { sentOn: string; zone: string; sites: readonly OrganisationSite[]; url: string | null };
export type Readable = Pick<Letter, 'subject' | 'body'> & { sender: string | null };

const mostOfEach = 12;

/** Everything that can be read of a call, each with its exact words. Pure: the same letter gives the same findings. */
export function readCall(letter: Readable, context: CallContext): Finding[] {
  const { subject, body } = letter;
  return [
    ...titleFinding(letter),
    ...organisationFindings(letter, letter.sender === null ? null : domainOf(letter.sender), context),
    ...typeFindings(subject, body),
    ...limited(dateFindings(body, context)),
    ...quotaFindings(body),
    ...intermediarySigns.flatMap(({ value, isHint, says }) =>
      matchesIn(body, says).map((match) => sentenceFinding(body, match, { field: 'intermediary', value, doubt: isHint ? 'hint' : null })),
    ),
    ...matchesIn(body, standingSigns).map((match) => sentenceFinding(body, match, { field: 'goodStanding', value: 'needed', doubt: null })),
    ...hints(body, 'audiences', audienceSigns),
    ...hints(body, 'languages', languageSigns),
    ...moneyFindings(body),
    ...linkFindings(letter, context),
  ];
}

const limited = (findings: Finding[]): Finding[] => findings.slice(0, 60);

/** What a subject says before the matter itself: answered, passed on, on which list. */
const before = /^(?:(?:re|fw|fwd|odp|pd|aw|wg|tr)\s?(?:\[\d+\])?:\s*|\[[^\]]{1,40}\]\s*|(?:external|zewn\p{L}*)\s*[:-]\s*)+/iu;

function titleFinding({ subject, body }: Readable): Finding[] {
  const cut = before.exec(subject)?.[0].length ?? 0;
  const inSubject = subject.slice(cut).trim();
  if (inSubject !== '') {
    const lang = langOfText(`${inSubject} ${body.slice(0, 2000)}`);
    const from = subject.indexOf(inSubject, cut);
    return [{ field: 'title', value: `${lang}:${inSubject}`, words: inSubject, place: { part: 'subject', from, to: from + inSubject.length }, doubt: null }];
  }
  // A pasted text: its first line may be its title, and may be a greeting.
  const line = /\S[^\n]{0,200}/.exec(body);
  if (line === null) return [];
  const words = line[0].trim();
  return [{ field: 'title', value: `${langOfText(body)}:${words}`, words, place: { part: 'body', from: line.index, to: line.index + words.length }, doubt: 'hint' }];
}

function typeFindings(subject: string, body: string): Finding[] {
  const inSubject = typeSigns.flatMap(([value, says]) => one(subject, says, { field: 'type', value, part: 'subject', doubt: null }));
  if (inSubject.length > 0) return inSubject;
  return typeSigns.flatMap(([value, says]) => one(body, says, { field: 'type', value, part: 'body', doubt: 'hint' }));
}

type Kind = Pick<Finding, 'field' | 'value' | 'doubt'>;

function one(text: string, says: RegExp, { part, ...kind }: Kind & { part: 'subject' | 'body' }): Finding[] {
  const match = says.exec(text);
  return match === null ? [] : [{ ...kind, words: match[0], place: { part, from: match.index, to: match.index + match[0].length } }];
}

const hints = (body: string, field: 'audiences' | 'languages', signs: readonly (readonly [string, RegExp])[]): Finding[] =>
  signs.flatMap(([value, says]) => one(body, says, { field, value, part: 'body', doubt: 'hint' }));

const matchesIn = (text: string, says: RegExp): RegExpExecArray[] => [...text.matchAll(says)].slice(0, mostOfEach);

/** The sentence that says so, as it stands there; a long one is cut around the words. */
function sentenceFinding(body: string, match: RegExpExecArray, kind: Kind): Finding {
  const end = match.index + match[0].length;
  const low = Math.max(0, match.index - 160);
  const start = [...body.slice(low, match.index).matchAll(/[.!?]\s+|\n\s*\n|\n\s*[-*•]\s*/g)].at(-1);
  const from = start === undefined ? (low === 0 ? 0 : match.index) : low + start.index + start[0].length;
  const stop = /[.!?](?=\s|$)|\n\s*\n|\n\s*[-*•]/.exec(body.slice(end, end + 160));
  const to = stop === null ? (end + 160 >= body.length ? body.length : end) : end + stop.index + (/^[.!?]/.test(stop[0]) ? 1 : 0);
  const words = body.slice(from, to).trimEnd();
  return { ...kind, words, place: { part: 'body', from, to: from + words.length } };
}

function quotaFindings(body: string): Finding[] {
  return quotaSigns.flatMap((says) =>
    matchesIn(body, says).flatMap((match) => {
      const count = countOf(match.groups?.['count'] ?? '');
      return count === null ? [] : [sentenceFinding(body, match, { field: 'quota', value: String(count), doubt: null })];
    }),
  );
}

function moneyFindings(body: string): Finding[] {
  return moneySigns.flatMap((says) =>
    matchesIn(body, says).flatMap((match): Finding[] => {
      const { amount = '', currency = '', scale } = match.groups ?? {};
      const value = decimalOf(amount, scale);
      const ahead = body.slice(Math.max(0, match.index - 120), match.index);
      if (value === null || asksMoney.test(ahead)) return [];
      const place = { part: 'body' as const, from: match.index, to: match.index + match[0].length };
      return [{ field: 'money', value: `${value} ${currencyOf(currency)}`, words: match[0], place, doubt: givesMoney.test(ahead) ? null : 'hint' }];
    }),
  );
}
