import PostalMime from 'postal-mime';
import { done, refused, type Outcome } from '#basics/outcome.ts';
import { cleaned, oneLine, textOfHtml } from './plain-text.ts';

/** A whole mail with what is attached to it. */
export const mailBytesAtMost = 5 * 1_048_576;
/** Longer texts are cut, and said to be: a call is never so long. */
export const lettersAtMost = 100_000;
const attachmentsAtMost = 20;

export type Sender = { name: string; address: string };
export type AttachedFile = { name: string; type: string; size: number };

/** What of a mail, or of a text pasted, is of interest here. */
export type Letter = {
  subject: string;
  body: string;
  isCut: boolean;
  sender: Sender | null;
  sentAt: Date | null;
  /** Named only: the files stay in the mailbox. */
  attachments: AttachedFile[];
};

export type MailRefusal = 'tooLarge' | 'notAMail' | 'noText';

/** Reads a mail as it went over the wire. Bounds on nesting and headers come from the reader of mails; what breaks them is refused whole. */
export async function readMail(bytes: Uint8Array): Promise<Outcome<Letter, MailRefusal>> {
  if (bytes.byteLength > mailBytesAtMost) return refused('tooLarge');
  let mail;
  try {
    mail = await PostalMime.parse(bytes, { maxNestingDepth: 30, maxHeadersSize: 262_144, maxRfc822NestingDepth: 3 });
  } catch (error) {
    return refused('notAMail', error instanceof Error ? error.message.slice(0, 200) : undefined);
  }
  const from = mail.from?.address === undefined ? undefined : mail.from;
  const subject = oneLine(mail.subject ?? '', 300);
  if (from === undefined && mail.subject === undefined && mail.messageId === undefined) return refused('notAMail');
  const written = (mail.text ?? '').trim() === '' ? textOfHtml(mail.html ?? '') : (mail.text ?? '');
  const { body, isCut } = cut(cleaned(written));
  if (body === '') return refused('noText');
  return done({ subject, body, isCut, sender: from === undefined ? null : senderOf(from), sentAt: instantOf(mail.date), attachments: attachedIn(mail.attachments) });
}

/** A text that somebody pasted. The whole source of a mail is told by its first lines. */
export const looksLikeMail = (text: string): boolean => {
  const head = text.slice(0, 20_000).split(/\r?\n\r?\n/)[0] ?? '';
  const names = new Set([...head.matchAll(/^([A-Za-z][A-Za-z-]+):[ \t]/gm)].map((match) => match[1]?.toLowerCase()));
  return /^[A-Za-z][A-Za-z-]+:[ \t]/.test(text) && names.has('from') && ['message-id', 'mime-version', 'received'].some((name) => names.has(name));
};

/** A pasted text begins with what it is about. */
export function readText(text: string): Outcome<Letter, 'noText'> {
  const { body, isCut } = cut(cleaned(text));
  return body === '' ? refused('noText') : done({ subject: '', body, isCut, sender: null, sentAt: null, attachments: [] });
}

function cut(text: string): { body: string; isCut: boolean } {
  return text.length <= lettersAtMost ? { body: text, isCut: false } : { body: text.slice(0, lettersAtMost).toWellFormed(), isCut: true };
}

function senderOf(from: { name: string; address?: string | undefined }): Sender | null {
  const address = oneLine(from.address ?? '', 254);
  return /^[^\s@<>]+@[^\s@<>]+$/.test(address) ? { name: oneLine(from.name, 120), address } : null;
}

function instantOf(text: string | undefined): Date | null {
  const ms = text === undefined ? NaN : Date.parse(text);
  return Number.isNaN(ms) ? null : new Date(ms);
}

const attachedIn = (files: readonly { filename: string | null; mimeType: string; content: ArrayBuffer | Uint8Array | string; related?: boolean | undefined }[]): AttachedFile[] =>
  files
    .filter((file) => file.related !== true)
    .slice(0, attachmentsAtMost)
    .map(({ filename, mimeType, content }) => ({
      name: oneLine(filename ?? '', 200),
      type: oneLine(mimeType, 100),
      size: typeof content === 'string' ? content.length : content.byteLength,
    }));

/** The domain of an address of mail. */
export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase();
