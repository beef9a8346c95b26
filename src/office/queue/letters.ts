import type { Tx } from '#db/handles.ts';
import type { Lang } from '#lang/lang.ts';
import { enqueueMail, letter } from '#mail/index.ts';
import type { Why } from '#publishing/actor.ts';
import type { Kinds } from '#publishing/kind.ts';
import { readCity } from '#publishing/load.ts';
import { revisionById } from '#publishing/store.ts';
import { titleOf } from './title.ts';
import { nameOf, publishersToTell, reachable, type Addressee } from './store.ts';
import { textsFor } from './texts.ts';

type Told = { revisionId: string; byId: string; why: Why | undefined; baseUrl: string; now: Date };

const said = (why: Why | undefined, lang: Lang): string | undefined => (lang === 'en' ? (why?.en ?? why?.pl) : why?.pl);

/** Tells the author what became of their work, unless they decided it themselves or want no such mails; in the transaction that decides it. */
export async function tellAuthor(tx: Tx, kinds: Kinds, what: 'returned' | 'published', told: Told): Promise<void> {
  const revision = await revisionById(tx, told.revisionId);
  if (revision === undefined || revision.authorId === told.byId) return;
  const author = await reachable(tx, revision.authorId);
  if (author !== undefined) await send(tx, kinds, { ...told, revision, to: [author], what });
}

/** Tells those who may approve it that something waits for them. Whoever handed it in is not among them. */
export async function tellPublishers(tx: Tx, kinds: Kinds, told: Told): Promise<void> {
  const revision = await revisionById(tx, told.revisionId);
  if (revision !== undefined) await send(tx, kinds, { ...told, revision, to: await publishersToTell(tx, told.byId), what: 'submitted' });
}

type Sending = Told & { revision: NonNullable<Awaited<ReturnType<typeof revisionById>>>; to: readonly Addressee[]; what: 'returned' | 'published' | 'submitted' };

async function send(tx: Tx, kinds: Kinds, { revision, to, what, byId, why, baseUrl, now }: Sending): Promise<void> {
  const city = to.length === 0 ? undefined : await readCity(tx);
  if (city === undefined) return;
  const read = kinds.find(revision.kind)?.read(revision.body, revision.schemaVersion);
  const title = await titleOf(tx, read?.ok === true ? read.value : null, revision.slug);
  const by = await nameOf(tx, byId);
  for (const { actorId, email, lang } of to) {
    const texts = textsFor(lang).letters;
    const reason = said(why, lang);
    const words = texts[what];
    const subject = words.subject(title[lang]);
    const content = letter(
      {
        heading: subject,
        lines: [by === null ? words.nobody : words.who(by), ...(reason === undefined ? [] : [texts.reason(reason)])],
        action: { text: words.action, href: `${baseUrl}/office/queue/${revision.id}` },
        why: texts.toWhom,
        off: { text: texts.off, href: `${baseUrl}/office/today/calendar#publishing` },
      },
      { city, lang },
    );
    await enqueueMail(tx, { to: email, subject: subject.slice(0, 200), ...content, onceKey: `${what}:${revision.id}:${actorId}` }, now);
  }
}
