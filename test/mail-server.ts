import { SMTPServer } from 'smtp-server';

export type TakenMail = { id: string; subject: string; to: string[]; raw: string };

export type MailServer = {
  port: number;
  url: string;
  /** What it has taken and confirmed, in order. */
  taken: TakenMail[];
  /** What it says to a recipient: null for yes. */
  answers: (recipient: string) => { code: number; text: string } | null;
  /** The password that it wants; null for none. */
  password: string | null;
  stop(): Promise<void>;
};

/** A real SMTP server on loopback. */
export async function mailServer(port = 0): Promise<MailServer> {
  const server: SMTPServer = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    logger: false,
    onAuth: (auth, _session, answer) =>
      auth.password === made.password ? answer(null, { user: 'koga' }) : answer(Object.assign(new Error('wrong password'), { responseCode: 535 })),
    onMailFrom: (_address, session, answer) => (made.password !== null && !session.user ? answer(Object.assign(new Error('sign in first'), { responseCode: 530 })) : answer()),
    onRcptTo: ({ address }, _session, answer) => {
      const said = made.answers(address);
      return said === null ? answer() : answer(Object.assign(new Error(said.text), { responseCode: said.code }));
    },
    onData: (stream, session, answer) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => void parts.push(part));
      stream.on('end', () => {
        const raw = Buffer.concat(parts).toString('utf8');
        const header = (name: string): string => new RegExp(`^${name}: (.*)$`, 'im').exec(raw)?.[1]?.trim() ?? '';
        made.taken.push({ id: header('message-id'), subject: decoded(header('subject')), to: session.envelope.rcptTo.map((one) => one.address), raw });
        answer();
      });
    },
  });
  server.on('error', () => undefined);
  const made: MailServer = {
    port,
    url: '',
    taken: [],
    answers: () => null,
    password: null,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
  await new Promise<void>((resolve) => void server.listen(port, '127.0.0.1', () => resolve()));
  const address = server.server.address();
  made.port = typeof address === 'object' && address !== null ? address.port : port;
  made.url = `smtp://127.0.0.1:${made.port}`;
  return made;
}

/** A short subject as it was written: one encoded word of RFC 2047. */
function decoded(subject: string): string {
  return subject.replace(/=\?utf-8\?(q|b)\?([^?]*)\?=/gi, (_whole, way: string, text: string) =>
    way.toLowerCase() === 'b' ? Buffer.from(text, 'base64').toString('utf8') : decodeURIComponent(text.replaceAll('_', ' ').replace(/=([0-9A-F]{2})/g, '%$1')),
  );
}
