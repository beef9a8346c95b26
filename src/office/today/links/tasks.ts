import { createHash } from 'node:crypto';
import type { Task } from '#basics/task.ts';
import type { BrokenSource } from './store.ts';

/** Sources whose address has stopped answering. One task each, at the first record that names it. */
export const sourcesBroken = (broken: readonly BrokenSource[]): Task[] =>
  broken.map(({ url, since, kind, slug, title }) => ({
    key: `source-broken:${createHash('sha256').update(url).digest('hex').slice(0, 24)}`,
    rule: 'source-broken',
    record: { kind, slug },
    about: title,
    period: null,
    said: { url: url.length > 90 ? `${url.slice(0, 89)}…` : url, since: { date: since } },
    dueOn: null,
    urgency: 'none',
    href: `/office/records/${kind}/${slug}`,
  }));
