import type { Sent, Transport } from './mail.ts';
import { messageOf } from './message.ts';

/** The bounds of one attempt. A server that hangs must not hold the others' mails for longer. */
const bounds = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 } as const;
const altogetherMs = 30_000;

/** Sends by an SMTP server: `smtp://user:password@host:587`, `smtps://…:465`. Each mail has a connection of its own. */
export function smtpTransport(given: { url: string; from: string; timeoutMs?: number }): Transport {
  const { url, from, timeoutMs = altogetherMs } = given;
  return {
    async send(mail): Promise<Sent> {
      const { default: nodemailer } = await import('nodemailer');
      const sender = nodemailer.createTransport({ url, ...bounds });
      const { promise: late, reject } = Promise.withResolvers<never>();
      const timer = setTimeout(() => reject(new Error(`no answer within ${timeoutMs / 1000} seconds`)), timeoutMs);
      try {
        await Promise.race([sender.sendMail(messageOf(mail, from)), late]);
        return { became: 'sent' };
      } catch (error) {
        return refusal(error);
      } finally {
        clearTimeout(timer);
        sender.close();
      }
    },
  };
}

/** 5xx to sender, recipient or message is the server's last word on this mail. Everything else may be mended: networks, certificates, passwords. */
function refusal(error: unknown): Sent {
  const of = (name: string): unknown => (typeof error === 'object' && error !== null && name in error ? Object.entries(error).find(([key]) => key === name)?.[1] : undefined);
  const [code, responseCode, permanent] = [of('code'), of('responseCode'), of('permanent')];
  const aboutThisMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  const final = aboutThisMail && typeof responseCode === 'number' && responseCode >= 500 && permanent !== false;
  return { became: final ? 'never' : 'later', why: inWords(error) };
}

/** One line, bounded, without addresses of servers that may bear passwords. */
function inWords(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text
    .replace(/\s+/g, ' ')
    .replace(/\b(smtps?:\/\/)\S+/gi, '$1…')
    .slice(0, 300);
}
