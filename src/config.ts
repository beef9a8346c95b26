import { resolve } from 'node:path';
import { z } from 'zod';
import { done, refused, type Outcome } from '#basics/outcome.ts';

/** What the operator sets, once, from the environment. */
export type Config = Readonly<{
  port: number;
  host: string;
  /** Where this process can be reached on its own machine: what is printed when it is ready. No slash at the end, like `baseUrl`. */
  listensAt: string;
  /** What the public sees in front of every address. */
  baseUrl: string;
  dataFolder: string;
  /** One's own PostgreSQL, one host; null where Koga starts its own. It may hold a password: never print it. */
  databaseUrl: string | null;
  /** A folder with `postgres` and `initdb` to start instead of the one that came with the packages. */
  pgBin: string | null;
  /** How many trusted proxies stand before the service: so many addresses of X-Forwarded-For are believed. */
  proxies: number;
  /** Whom to tell of a weakness of this installation; without it there is no security.txt. */
  securityContact: string | null;
  /** The mail server; null where mails become files in the data folder. It may hold a password: never print it. */
  smtpUrl: string | null;
  /** Whom mails come from. */
  mailFrom: string;
  /** A folder from which mails with calls are taken; null where there is none. */
  intakeFolder: string | null;
  /** Whether addresses of sources are asked, a few a day, if they still answer. */
  checkLinks: boolean;
  /** Signs cookies and locks up the secrets of code apps; null where it is kept in the data folder. Never print it. */
  secret: string | null;
  /** The city's own directory, by OpenID Connect; null where people sign in with Koga's own accounts alone. */
  singleSignOn: Readonly<{ issuer: string; clientId: string; clientSecret: string }> | null;
}>;

/** src/ and build/ lie both one below it, so it is found from the sources and from the bundle alike. */
export const packageRoot = resolve(import.meta.dirname, '..');

const environment = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65_535)
    .default(4300),
  HOST: z
    .string()
    .regex(/^[\p{L}\p{N}._-]+$|^[\da-fA-F:.]+(%\w+)?$/u)
    .default('127.0.0.1'),
  KOGA_DATA: z
    .string()
    .refine((path) => !/^\w+:\/\//.test(path))
    .default(resolve(packageRoot, '.koga')),
  KOGA_BASE_URL: z
    .string()
    .refine(isOrigin)
    .transform((address) => new URL(address).origin)
    .optional(),
  // Shape only: what the driver makes of it is told when it connects.
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/\S+$/)
    .optional(),
  KOGA_PG_BIN: z
    .string()
    .refine((path) => path.startsWith('/'))
    .optional(),
  KOGA_PROXIES: z.string().regex(/^\d$/).transform(Number).default(0),
  KOGA_SECURITY_CONTACT: z
    .string()
    .regex(/^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/)
    .optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/\S+$/)
    .refine((address) => URL.canParse(address))
    .optional(),
  KOGA_MAIL_FROM: z
    .string()
    .regex(/^([^<>@\r\n]+ <[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/)
    .optional(),
  KOGA_INTAKE_FOLDER: z
    .string()
    .refine((path) => path.startsWith('/'))
    .optional(),
  KOGA_CHECK_LINKS: z
    .enum(['0', '1'])
    .default('0')
    .transform((text) => text === '1'),
  KOGA_SECRET: z.string().min(32).optional(),
  KOGA_OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  KOGA_OIDC_CLIENT_ID: z.string().optional(),
  KOGA_OIDC_CLIENT_SECRET: z.string().optional(),
});

const names = environment.keyof().options;

/** A database address may hold a password, and the secrets are secrets: they are not repeated. */
const unspoken: ReadonlySet<string> = new Set(['DATABASE_URL', 'SMTP_URL', 'KOGA_SECRET', 'KOGA_OIDC_CLIENT_SECRET']);

const expected = {
  PORT: 'a number from 1 to 65535, such as 4300',
  HOST: 'a host name or an IP address to listen on, such as 127.0.0.1',
  KOGA_DATA: 'the path of a folder, such as /var/lib/koga',
  KOGA_BASE_URL: 'the address that the public uses, without a path, such as https://international.example.org',
  DATABASE_URL: 'a PostgreSQL address, such as postgres://koga@localhost:5432/koga',
  KOGA_PG_BIN: 'the full path of the folder with PostgreSQL’s programs, such as /usr/lib/postgresql/18/bin',
  KOGA_PROXIES: 'the number of trusted proxies before the service, 0 to 9',
  KOGA_SECURITY_CONTACT: 'where weaknesses are reported, such as mailto:security@example.org or https://example.org/security',
  SMTP_URL: 'the address of a mail server, such as smtp://user:password@mail.example.org:587 or smtps://mail.example.org',
  KOGA_MAIL_FROM: 'whom mails come from, such as Koga <koga@example.org>',
  KOGA_INTAKE_FOLDER: 'the full path of the folder from which mails with calls are taken, such as /var/lib/koga-calls',
  KOGA_CHECK_LINKS: '1 to ask a few addresses of sources each day whether they still answer, or 0',
  KOGA_SECRET: 'at least 32 letters by chance, the same for all processes over one database',
  KOGA_OIDC_ISSUER: 'the address of the issuer, such as https://login.example.org/realms/city, set together with KOGA_OIDC_CLIENT_ID and KOGA_OIDC_CLIENT_SECRET',
  KOGA_OIDC_CLIENT_ID: 'the name under which the issuer knows this installation, set together with KOGA_OIDC_ISSUER and KOGA_OIDC_CLIENT_SECRET',
  KOGA_OIDC_CLIENT_SECRET: 'what the issuer has given this installation, set together with KOGA_OIDC_ISSUER and KOGA_OIDC_CLIENT_ID',
} as const satisfies Record<keyof z.input<typeof environment>, string>;

/** The refusal's detail is one sentence for the operator. */
export function readConfig(env: NodeJS.ProcessEnv): Outcome<Config, 'badConfig'> {
  const read = environment.safeParse(Object.fromEntries(names.map((name) => [name, env[name]?.trim() || undefined])));
  if (!read.success) return refused('badConfig', complaint(env, read.error));
  const { PORT: port, HOST: host, KOGA_DATA, KOGA_BASE_URL, DATABASE_URL, KOGA_PG_BIN, KOGA_PROXIES: proxies, KOGA_SECURITY_CONTACT, ...rest } = read.data;
  const singleSignOn = { issuer: rest.KOGA_OIDC_ISSUER, clientId: rest.KOGA_OIDC_CLIENT_ID, clientSecret: rest.KOGA_OIDC_CLIENT_SECRET };
  const half = halfSet(singleSignOn);
  if (half !== null) return refused('badConfig', `${half} must be ${expected[half]}.`);
  const listensAt = `http://${hostInAddress(host)}:${port}`;
  return done(
    Object.freeze({
      port,
      host,
      listensAt,
      baseUrl: KOGA_BASE_URL ?? `http://localhost:${port}`,
      dataFolder: resolve(KOGA_DATA),
      databaseUrl: DATABASE_URL ?? null,
      pgBin: KOGA_PG_BIN ?? null,
      proxies,
      securityContact: KOGA_SECURITY_CONTACT ?? null,
      smtpUrl: rest.SMTP_URL ?? null,
      mailFrom: rest.KOGA_MAIL_FROM ?? `Koga <koga@${new URL(KOGA_BASE_URL ?? 'http://localhost').hostname}>`,
      intakeFolder: rest.KOGA_INTAKE_FOLDER ?? null,
      checkLinks: rest.KOGA_CHECK_LINKS,
      secret: rest.KOGA_SECRET ?? null,
      singleSignOn: isWhole(singleSignOn) ? Object.freeze(singleSignOn) : null,
    }),
  );
}

type Half = { issuer: string | undefined; clientId: string | undefined; clientSecret: string | undefined };

const isWhole = (given: Half): given is { issuer: string; clientId: string; clientSecret: string } =>
  given.issuer !== undefined && given.clientId !== undefined && given.clientSecret !== undefined;

/** Of three that belong together, the first that is missing. */
function halfSet(given: Half): 'KOGA_OIDC_ISSUER' | 'KOGA_OIDC_CLIENT_ID' | 'KOGA_OIDC_CLIENT_SECRET' | null {
  if (isWhole(given) || Object.values(given).every((one) => one === undefined)) return null;
  if (given.issuer === undefined) return 'KOGA_OIDC_ISSUER';
  return given.clientId === undefined ? 'KOGA_OIDC_CLIENT_ID' : 'KOGA_OIDC_CLIENT_SECRET';
}

function complaint(env: NodeJS.ProcessEnv, error: z.ZodError): string {
  const name = names.find((candidate) => error.issues.some((issue) => issue.path[0] === candidate));
  if (!name) return error.message;
  const given = unspoken.has(name) ? '' : `; it is ${JSON.stringify(env[name])}`;
  return `${name} must be ${expected[name]}${given}.`;
}

function isOrigin(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash && !url.username && !url.password;
}

/** A browser on this machine reaches "this machine" and "every interface" by the same name. */
function hostInAddress(host: string): string {
  if (['127.0.0.1', '0.0.0.0', '::', '::1'].includes(host)) return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
