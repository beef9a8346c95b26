import { countFeedback, forgetSenders, listFeedback, type StoredFeedback } from '../feedback/index.ts';
import type { Store } from '../store.ts';
import type { Talk } from './store-commands.ts';

const shownAtMost = 200;

/** What residents have sent, until the office has a page for it. */
export async function showFeedback(store: Store, now: Date, { say }: Talk): Promise<number> {
  await forgetSenders(store.db, now);
  const { messages, total } = await store.db.read(async (reader) => ({ messages: await listFeedback(reader, shownAtMost), total: await countFeedback(reader) }));
  if (total === 0) say('Nobody has reported anything yet.');
  for (const message of messages) say(`${asLines(message)}\n`);
  if (total > messages.length) say(`These are the newest ${messages.length} of ${total}.`);
  return 0;
}

/** One message: what is known of it, then its words, each line set in. */
export function asLines({ id, at, path, lang, kind, useful, state, emails, message }: StoredFeedback): string {
  const found = useful === null ? [] : [useful ? 'useful' : 'not useful'];
  const facts = [at.toISOString(), path ?? 'no page', lang, kind, ...found, state, ...emails.map((email) => `answer to ${email}`), id];
  return [facts.map(printable).join(' · '), ...message.split('\n').map((line) => `  ${printable(line)}`)].join('\n');
}

/** A message must not steer the terminal that shows it, nor turn its text round: no control characters, no marks of direction. */
const printable = (text: string): string => text.replace(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu, '\ufffd');
