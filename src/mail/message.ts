import type { Outgoing } from './mail.ts';

/** The part of an address after the sign; for `Koga <koga@city.example>` that is `city.example`. */
const domainOf = (address: string): string => /@([a-z0-9.-]+)/i.exec(address)?.[1] ?? 'koga.invalid';

/** A mail as nodemailer wants it, and nothing that would make it fetch a file or an address. */
export const messageOf = (mail: Outgoing, from: string) => ({
  from,
  to: { name: '', address: mail.to },
  subject: mail.subject,
  text: mail.text,
  html: mail.html,
  messageId: `<${mail.id}@${domainOf(from)}>`,
  // No holiday answers, please (RFC 3834).
  headers: { 'Auto-Submitted': 'auto-generated', ...mail.headers },
  disableFileAccess: true,
  disableUrlAccess: true,
});

/** The whole message as bytes, as a file would hold it. */
export async function bytesOf(mail: Outgoing, from: string): Promise<Buffer> {
  const { default: nodemailer } = await import('nodemailer');
  const writer = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const { message } = await writer.sendMail(messageOf(mail, from));
  if (!Buffer.isBuffer(message)) throw new TypeError('the message did not come as bytes');
  return message;
}
