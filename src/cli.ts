import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readAssessWish, runAssess } from './commands/assess.ts';
import { runEraseAgain } from './commands/erase-again.ts';
import { showFeedback } from './commands/show-feedback.ts';
import { readReportWish, runReport } from './commands/report.ts';
import { exampleNames, start } from './commands/start.ts';
import { runExport, runImport, runInit, runLoadExample, runMigrate, runVerify, showStatus, type Talk } from './commands/store-commands.ts';
import { readUserWish, runUserInvite } from './commands/user.ts';
import { packageRoot, readConfig, type Config } from './config.ts';
import { examples, type Example } from './example.ts';
import { openStore, type Store } from './store.ts';

const help = `koga: a city's place in international organisations

  koga start [--example NAME | --empty]     serve; an empty store first gets an example city: krakow (default) or nadrzecze
  koga init [--file city.json]              set up a city of your own in an empty store
  koga load-example [NAME]                  load an example city into an empty store
  koga migrate                              bring the database to this version's schema
  koga status                               what is in the store
  koga user invite [--role administrator] [--email name@example.org]
                                            a one-time link into the office; --role may be given several times
  koga feedback                             what residents have reported about pages, newest first
  koga report [--year 2026] [--lang pl|en] [--format pdf|docx|xlsx] [--chapter] FILE
                                            the yearly report to the council, or the chapter for the report on
                                            the state of the municipality
  koga verify                               make everything public again and compare
  koga assess --verify NAME | --all         compute a published assessment, or all of them, again and compare
  koga export FILE                          the whole store as newline-delimited JSON
  koga import FILE                          restore an export into an empty store
  koga erase-again [FILE]                   after a restore: erase again whoever was erased since the backup was made
  koga --help | --version

Environment
  PORT=4300  HOST=127.0.0.1  KOGA_DATA=.koga  KOGA_BASE_URL=http://localhost:4300
  DATABASE_URL=postgres://…   a PostgreSQL (15 or newer) of your own instead of the embedded one
  KOGA_PROXIES=0              how many trusted proxies stand before the service
  KOGA_PG_BIN=…               the folder with postgres and initdb, instead of those that come with Koga
  KOGA_SECRET=…               what signs sessions; without it one is made and kept in the data folder
  KOGA_OIDC_ISSUER=…  KOGA_OIDC_CLIENT_ID=…  KOGA_OIDC_CLIENT_SECRET=…
                              the city's own sign-in (OpenID Connect) beside passwords and passkeys

Examples
  ./bin/start
  PORT=8080 KOGA_DATA=/var/lib/koga ./bin/start --empty
  ./bin/koga export koga-2026-11-22.ndjson
  KOGA_DATA=/tmp/second ./bin/koga import koga-2026-11-22.ndjson
`;

const talk: Talk = { say: (line) => process.stdout.write(`${line}\n`), complain: (line) => process.stderr.write(`${line}\n`) };

// Whoever reads the output may stop reading (`koga status | head`): the work goes on to its end.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

const storeCommands: Record<string, (store: Store, given: string | undefined, file: string | undefined) => Promise<number>> = {
  migrate: (store) => runMigrate(store, talk),
  status: (store) => showStatus(store, talk),
  verify: (store) => runVerify(store, talk),
  feedback: (store) => showFeedback(store, new Date(), talk),
  init: (store, _given, file) => runInit(store, file, talk),
  'load-example': (store, given) => runLoadExample(store, asExample(given ?? 'krakow') ?? 'krakow', talk),
  export: (store, given) => runExport(store, given ?? '', talk),
  import: (store, given) => runImport(store, given ?? '', talk),
};

const commandsWithWord = new Set(['erase-again', 'export', 'import', 'load-example', 'report', 'user']);
const needsFile = new Set(['export', 'import']);

async function main(): Promise<number> {
  const read = readArguments(process.argv.slice(2));
  if (!read.ok) return usage(read.why);
  const { values, positionals } = read;
  if (values.version) return said(version());
  const [command, given, ...rest] = positionals;
  if (values.help || command === undefined || command === 'help') return said(help);
  if (command !== 'start' && command !== 'user' && command !== 'assess' && command !== 'report' && command !== 'erase-again' && !(command in storeCommands))
    return usage(`there is no command ${command}`);
  if (rest.length > 0) return usage(`too many arguments: ${rest.join(' ')}`);
  const mistake = mistakeIn(command, given, values);
  if (mistake !== null) return usage(mistake);
  const wish = command === 'user' ? readUserWish(given, values) : null;
  if (typeof wish === 'string') return usage(wish);
  const report = command === 'report' ? readReportWish(given, values) : null;
  if (typeof report === 'string') return usage(report);
  const assess = command === 'assess' ? readAssessWish(values) : null;
  if (typeof assess === 'string') return usage(assess);
  const config = readConfig(process.env);
  if (!config.ok) return refuse(config.detail ?? '');
  if (command === 'start') return start(config.value, values.empty ? null : (asExample(values.example ?? 'krakow') ?? null), talk);
  if (assess !== null) return withStore(config.value, (store) => runAssess(store, assess, talk));
  if (report !== null) return withStore(config.value, (store) => runReport(store, report, new Date(), talk));
  if (command === 'erase-again') return withStore(config.value, (store) => runEraseAgain(store, config.value, given, new Date(), talk));
  if (wish !== null) return withStore(config.value, (store) => runUserInvite(store.db, config.value, wish, talk));
  return withStore(config.value, (store) => (storeCommands[command] ?? (() => Promise.resolve(2)))(store, given, values.file));
}

type Values = {
  help?: boolean;
  version?: boolean;
  empty?: boolean;
  example?: string;
  file?: string;
  role?: string[];
  email?: string;
  verify?: string;
  all?: boolean;
} & ReportValues;
type ReportValues = { year?: string; lang?: string; format?: string; chapter?: boolean };

function readArguments(args: string[]): { ok: true; values: Values; positionals: string[] } | { ok: false; why: string } {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean' },
        empty: { type: 'boolean' },
        example: { type: 'string' },
        file: { type: 'string' },
        role: { type: 'string', multiple: true },
        email: { type: 'string' },
        year: { type: 'string' },
        lang: { type: 'string' },
        format: { type: 'string' },
        chapter: { type: 'boolean' },
        verify: { type: 'string' },
        all: { type: 'boolean' },
      },
    });
    return { ok: true, values, positionals };
  } catch (error) {
    return { ok: false, why: error instanceof Error ? (error.message.split('. ')[0] ?? error.message) : String(error) };
  }
}

function mistakeIn(command: string, given: string | undefined, values: Values): string | null {
  if (command !== 'start' && (values.empty || values.example !== undefined)) return `--empty and --example belong to koga start`;
  if (command !== 'init' && values.file !== undefined) return '--file belongs to koga init';
  if (command !== 'user' && (values.role !== undefined || values.email !== undefined)) return '--role and --email belong to koga user invite';
  if (command !== 'assess' && (values.verify !== undefined || values.all)) return '--verify and --all belong to koga assess';
  if (command !== 'report' && [values.year, values.lang, values.format, values.chapter].some((value) => value !== undefined))
    return '--year, --lang, --format and --chapter belong to koga report';
  if (values.empty && values.example !== undefined) return 'choose either --empty or --example';
  const example = command === 'load-example' ? given : values.example;
  if (example !== undefined && asExample(example) === undefined) return `there is no example ${example}; there is ${exampleNames.join(', ')}`;
  if (needsFile.has(command) && given === undefined) return `koga ${command} needs a file, for example: koga ${command} koga.ndjson`;
  if (given !== undefined && !commandsWithWord.has(command)) return `koga ${command} takes no argument ${given}`;
  return null;
}

const asExample = (name: string): Example | undefined => examples.find((example) => example === name);

async function withStore(config: Config, work: (store: Store) => Promise<number>): Promise<number> {
  const opened = await openStore(config, talk.say);
  if (!opened.ok) return refuse(opened.detail ?? '');
  try {
    return await work(opened.value);
  } finally {
    await opened.value.close();
  }
}

function version(): string {
  const read: unknown = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8'));
  return read !== null && typeof read === 'object' && 'version' in read ? String(read.version) : 'unknown';
}

function said(text: string): number {
  talk.say(text);
  return 0;
}

function usage(why: string): number {
  talk.complain(`koga: ${why}. See koga --help.`);
  return 2;
}

function refuse(why: string): number {
  talk.complain(why);
  return 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  talk.complain(`Koga ended by a fault of its own: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  process.exitCode = 1;
}
