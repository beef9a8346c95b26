/** What a date is for, by the words near it. `other` is a date of something else, such as the results. */
export type Role = 'deadline' | 'opens' | 'held' | 'other' | null;

const says: Readonly<Record<'deadline' | 'opens' | 'held' | 'other', RegExp>> = {
  deadline:
    /deadline|due(?: date)?(?!\p{L})|clos(?:e|es|ing)(?: date)?(?!\p{L})|no(?:t)? later than|last day|ostateczn\p{L}*|najpóźniej|nie później niż|upływa|termin\p{L}*|nadsył\p{L}*|należy (?:składać|przesłać|przesyłać|wysłać)|(?:zgłoszenia|wnioski|prace) (?:należy|można|przyjmujemy|prosimy)/giu,
  opens:
    /(?:calls?|applications?|entries|registration|submissions?|form)\s+(?:is |are |will be |will )?open(?:s|ed)?(?!\p{L})|opens?(?: on| from)(?!\p{L})|opening of (?:the )?(?:call|applications|registration)|accepted from|nabór (?:rusza|trwa od|rozpoczyna|od)|otwarci\p{L}+ naboru|rozpoczęci\p{L}+ naboru|zgłoszenia od(?!\p{L})/giu,
  held: /takes? place|taking place|held|exhibit\p{L}*|conference|congress|festival|general assembly|event|training|workshop|webinar|seminar|on display|residency|hansetag\p{L}*|odb(?:ędzie|ędą|ywa)\p{L}*|wystaw\p{L}*|konferencj\p{L}*|kongres\p{L}*|festiwal\p{L}*|zjazd\p{L}*|spotkani\p{L}*|szkoleni\p{L}*|warsztat\p{L}*|seminari\p{L}*|rezydencj\p{L}*/giu,
  other:
    /results?|winners?|jury|announce\p{L}*|notif\p{L}*|selection|payment|invoice|founded|since(?!\p{L})|dated|adopted|published on|sent on|wynik\p{L}*|ogłos\p{L}*|ogłasza\p{L}*|rozstrzygn\p{L}*|laureat\p{L}*|płatnoś\p{L}*|faktur\p{L}*|założon\p{L}*|uchwal\p{L}*|wręczeni\p{L}*|ceremony|gala/giu,
};
/** "by", "until", "do dnia" right before a date, a time between them at most. */
const upTo =
  /(?<![\p{L}\p{N}])(?:by|until|till|before|do)(?:\s+(?:the|dnia|end of|końca))?(?:\s+(?:godz\.?\s*)?[\d:. ]{1,6}\s*(?:[ap]\.?m\.?|noon|midnight)?\s*\(?[A-Z]{0,4}\)?\s*(?:,|on|dnia|w dniu)?)?\s*$/iu;
/** Lines that say when a mail went, and to whom: of no call. */
export const mailLine = /^[>\s*]*(?:date|sent|data|wysłano|from|od|to|do|cc|dw|subject|temat|received)\s*:|^[>\s]*(?:on|dnia|w dniu)\s.{4,80}(?:wrote|napisał\p{L}*)\s*:?/iu;

const mostBefore = 130;
const mostAfter = 70;
const newSentence = /[.!?;]\s+(?=\p{Lu})|\n\s*\n|\n\s*(?:[-*•–]|\d+[.)])\s|\n(?=\p{Lu}[\p{L} ]{2,40}:)/gu;

type Span = { from: number; to: number };
export type RoleRead = { role: Role; /** Where the word stands that tells it. */ word: Span | null };

/** What the date between two places is for. `low` and `high` are where the dates before and after it end and begin. */
export function roleOf(text: string, date: Span, low: number, high: number): RoleRead {
  const before = cutBefore(text.slice(Math.max(low, date.from - mostBefore), date.from));
  const start = date.from - before.length;
  const direct = upTo.exec(before);
  const last = lastWord(before);
  if (direct !== null) {
    // "The jury tells the winners by 15 May": something happens by then, and nothing is handed in.
    const isOther = last !== null && last.role === 'other' && !new RegExp(says.deadline.source, 'iu').test(before.slice(last.to));
    if (!isOther) return { role: 'deadline', word: { from: start + (last?.role === 'deadline' ? last.from : direct.index), to: date.from } };
  }
  if (last !== null) return { role: last.role, word: { from: start + last.from, to: start + last.to } };
  const after = cutAfter(text.slice(date.to, Math.min(high, date.to + mostAfter)));
  const first = firstWord(after);
  return first === null ? { role: null, word: null } : { role: first.role, word: { from: date.to + first.from, to: date.to + first.to } };
}

type Word = Span & { role: Exclude<Role, null> };

const wordsIn = (text: string): Word[] =>
  (['deadline', 'opens', 'held', 'other'] as const).flatMap((role) =>
    [...text.matchAll(says[role])].map((match) => ({ role, from: match.index, to: match.index + match[0].length })),
  );

const lastWord = (text: string): Word | null => wordsIn(text).toSorted((a, b) => b.to - a.to)[0] ?? null;
const firstWord = (text: string): Word | null => wordsIn(text).toSorted((a, b) => a.from - b.from)[0] ?? null;

function cutBefore(text: string): string {
  const last = [...text.matchAll(newSentence)].at(-1);
  // The label of a list's line belongs to it.
  return last === undefined ? text : text.slice(last.index + last[0].length);
}

function cutAfter(text: string): string {
  const [first] = text.matchAll(newSentence);
  return first === undefined ? text : text.slice(0, first.index);
}
