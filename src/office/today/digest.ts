import type { City } from '#basics/city.ts';
import { dayAt, wallAt, type Day } from '#basics/day.ts';
import type { Task } from '#basics/task.ts';
import type { Db, Tx } from '#db/handles.ts';
import type { Lang } from '#lang/lang.ts';
import { enqueueMail, letter, type Letter } from '#mail/index.ts';
import type { Kinds } from '#publishing/kind.ts';
import { readCity } from '#publishing/load.ts';
import { gather } from './gather.ts';
import { taskInWords, type TaskInWords } from './in-words.ts';
import { keepSeen, takeDueDigest, type DueDigest } from './subscriptions.ts';
import { textsFor } from './texts.ts';

/** Where these mails can be ended, without signing in. */
export const offPath = (token: string, lang: Lang): string => `/office/digest/off/${encodeURIComponent(token)}?lang=${lang}`;

type Given = { kinds: Kinds; baseUrl: string; statement: { updated: Day; drawnUp: Day } };

/** A task that has become overdue is news once more. */
const markOf = (task: Task): string => `${task.key} ${task.urgency}`;

/** Mails everybody whose hour has come what is new on their list, once a day. Any number of processes may do so at once. */
export async function mailDigests(db: Db, given: Given, now: Date): Promise<number> {
  const city = await db.read(readCity);
  if (city === undefined) return 0;
  const at = { today: dayAt(now, city.timeZone), hour: hourAt(now, city.timeZone) };
  for (let mailed = 0; ;) {
    const done = await db.write(async (tx) => {
      const due = await takeDueDigest(tx, at);
      return due === undefined ? null : mailOne(tx, due, { ...given, city, today: at.today, now });
    });
    if (done === null) return mailed;
    if (done) mailed += 1;
  }
}

async function mailOne(tx: Tx, due: DueDigest, { city, today, now, ...given }: Given & { city: City; today: Day; now: Date }): Promise<boolean> {
  const { open } = await gather(tx, {
    ...given,
    today,
    person: {
      actorId: due.actorId,
      publishes: due.roles.includes('publisher'),
      administers: due.roles.includes('administrator'),
      coordinates: due.roles.includes('offers-coordinator'),
    },
  });
  const seen = new Set(due.seen);
  const fresh = open.filter((task) => !seen.has(markOf(task)));
  await keepSeen(tx, due.actorId, open.map(markOf));
  if (fresh.length === 0) return false;
  const { lang } = due;
  const off = given.baseUrl + offPath(due.offToken, lang);
  const words = digestLetter({
    fresh,
    dated: open.filter((task) => task.urgency !== 'none' && task.dueOn !== null && !fresh.includes(task)),
    lang,
    today,
    baseUrl: given.baseUrl,
    off,
  });
  await enqueueMail(
    tx,
    {
      to: due.email,
      subject: subjectOf(fresh, lang, today),
      ...letter(words, { city, lang }),
      onceKey: `digest:${due.actorId}:${today}`,
      // One click in the mail program is enough (RFC 8058).
      headers: { 'List-Unsubscribe': `<${off}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
    },
    now,
  );
  return true;
}

/** The first time a list is long; what a mail holds is read. */
const shownAtMost = 15;

function digestLetter({
  fresh,
  dated,
  lang,
  today,
  baseUrl,
  off,
}: {
  fresh: readonly Task[];
  dated: readonly Task[];
  lang: Lang;
  today: Day;
  baseUrl: string;
  off: string;
}): Letter {
  const texts = textsFor(lang);
  const list = (tasks: readonly Task[]) => ({
    list: tasks.slice(0, shownAtMost).map((task) => {
      const words = taskInWords(task, lang, today);
      return { text: `${words.about}: ${words.matter}`, note: noteOf(words), href: baseUrl + task.href };
    }),
  });
  const more = fresh.length - shownAtMost;
  return {
    heading: texts.title,
    lines: [texts.digest.greeting, list(fresh), ...(more > 0 ? [texts.digest.more(String(more))] : []), ...(dated.length > 0 ? [texts.digest.dated, list(dated)] : [])],
    action: { text: texts.digest.open, href: `${baseUrl}/office` },
    why: texts.digest.why,
    off: { text: texts.digest.off, href: off },
  };
}

const noteOf = (words: TaskInWords): string => [words.when, words.days, words.next].filter((part) => part !== '').join(' · ');

function subjectOf(fresh: readonly Task[], lang: Lang, today: Day): string {
  const texts = textsFor(lang).digest;
  const [first] = fresh;
  if (first === undefined) return textsFor(lang).title;
  const words = taskInWords(first, lang, today);
  return texts.subject(`${words.about} – ${decapitalised(words.matter, lang)}`.slice(0, 120), String(fresh.length - 1));
}

/** Inside a sentence; what begins with two capitals is a name. */
const decapitalised = (text: string, lang: Lang): string => (/^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLocaleLowerCase(lang) + text.slice(1));

/** The hour by the city's clock, 0 to 23. */
const hourAt = (now: Date, timeZone: string): number => Number(wallAt(now, timeZone).time.slice(0, 2));
