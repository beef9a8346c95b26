import { done, refused, type Outcome } from '#basics/outcome.ts';
import { looksLikeMail, mailBytesAtMost, readMail, readText, takeIn, type Letter, type MailRefusal } from '#offers/index.ts';
import { readMultipart } from '#web/multipart.ts';
import { requireRole, seeOther, type Asked, type Sheet } from '../page.ts';
import { listSheet, type Typed } from './list-page.tsx';
import { textsFor } from './texts.ts';

const lettersTyped = 500_000;

type Refusal = MailRefusal | 'nothing' | 'both' | 'long';

/** Takes a mail that somebody pasted or uploaded. Sent twice it is one item, which the answer leads to. */
export async function takeMail(asked: Asked): Promise<Sheet | Response> {
  requireRole(asked, 'offers-coordinator', 'editor');
  const { desk, person, now, lang } = asked;
  const { errors } = textsFor(lang);
  const sent = await readMultipart(asked.request, { maxFields: 10, maxBytes: mailBytesAtMost + 1_048_576 });
  if (!sent.ok)
    return listSheet(asked, {
      typed: { text: '', url: '' },
      errors: [sent.refusal === 'tooLarge' ? { field: 'file', text: errors.tooLarge } : { field: 'text', text: errors.unreadable }],
    });
  const of = (name: string): string => sent.value.fields.get(name)?.[0] ?? '';
  const typed: Typed = { text: of('text'), url: of('url').trim() };
  const file = sent.value.files.get('file');
  const found = typed.url === '' || isWebAddress(typed.url) ? [] : [{ field: 'url', text: errors.url }];
  const read = await letterOf(typed.text, file);
  const wrong = read.ok ? [] : [{ field: file === undefined || read.refusal === 'both' ? 'text' : 'file', text: errors[read.refusal] }];
  if (!read.ok || found.length > 0) return listSheet(asked, { typed, errors: [...wrong, ...found] });
  const { letter, via } = read.value;
  const url = typed.url === '' ? null : new URL(typed.url).href;
  const { id } = await desk.db.write((tx) => takeIn(tx, { letter, via, url, actorId: person.actorId, now }));
  return seeOther(`/office/intake/${id}`);
}

const isWebAddress = (text: string): boolean => /^https?:\/\/\S+$/i.test(text) && URL.canParse(text) && text.length <= 2000;

async function letterOf(text: string, file: File | undefined): Promise<Outcome<{ letter: Letter; via: 'pasted' | 'uploaded' }, Refusal>> {
  const isTyped = text.trim() !== '';
  if (isTyped && file !== undefined) return refused('both');
  if (file !== undefined) {
    if (file.size > mailBytesAtMost) return refused('tooLarge');
    const read = await readMail(new Uint8Array(await file.arrayBuffer()));
    return read.ok ? done({ letter: read.value, via: 'uploaded' }) : refused(read.refusal);
  }
  if (!isTyped) return refused('nothing');
  if (text.length > lettersTyped) return refused('long');
  const read = looksLikeMail(text) ? await readMail(new TextEncoder().encode(text)) : readText(text);
  return read.ok ? done({ letter: read.value, via: 'pasted' }) : refused(read.refusal);
}
