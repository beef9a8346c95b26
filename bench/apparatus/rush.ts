import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { type Client } from 'pg';
import { median, promise } from './figures.ts';
import { postgresMemoryMb } from './postgres.ts';
import { startService } from './service.ts';

/** One application that the service has said it has: its id, and the sum of the file that was sent with it. */
type Acknowledged = { id: string; sha256: string };
type Ran = { acknowledged: Acknowledged[]; faults: string[]; seconds: number; bytes: number; twice: number; sendMs: number[] };

type Given = { port: number; offer: string; tokens: readonly string[]; overMs: number; mostMs: number };

const valueOf = (html: string, name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';

/** As people come before a deadline: one after another over the time given, each with their own session and file. It ends by itself, whatever the service does. */
async function rush({ port, offer, tokens, overMs, mostMs }: Given): Promise<Ran> {
  const origin = `http://127.0.0.1:${port}`;
  const signal = AbortSignal.timeout(mostMs);
  const begun = performance.now();
  const ran: Ran = { acknowledged: [], faults: [], seconds: 0, bytes: 0, twice: 0, sendMs: [] };

  const one = async (token: string, index: number): Promise<void> => {
    await wait((overMs / tokens.length) * index, undefined, { signal });
    const headers = { cookie: `koga-institution=${token}`, 'sec-fetch-site': 'same-origin' };
    const ask = (path: string, body?: FormData | URLSearchParams): Promise<Response> =>
      fetch(origin + path, { method: body === undefined ? 'GET' : 'POST', headers, redirect: 'manual', signal, ...(body === undefined ? {} : { body }) });
    const apply = `/pl/oferty/${offer}/zgloszenie`;
    const once = valueOf(await (await ask(apply)).text(), 'once');
    const isTwice = index % 10 === 0;
    const [started, again] = await Promise.all([ask(apply, new URLSearchParams({ once })), isTwice ? ask(apply, new URLSearchParams({ once })) : null]);
    const address = started.headers.get('location') ?? '';
    if (started.status !== 303 || (again !== null && again.headers.get('location') !== address)) throw new Error(`beginning answers ${started.status}, ${again?.status}`);
    for (const answer of [started, again]) await answer?.arrayBuffer();
    const version = valueOf(await (await ask(address)).text(), 'version');
    const file = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(1_048_576 + ((index * 7919) % (2 * 1_048_576)))]);
    const sha256 = createHash('sha256').update(file).digest('hex');
    const form = (): FormData => {
      const data = new FormData();
      for (const [name, value] of Object.entries({ version, f1: `Praca nr ${index}`, f2: 'Praca, która powstanie nad rzeką.', f3: 'o1', f4: '120', f6: 'yes', do: 'send' }))
        data.append(name, value);
      data.append('f5', new File([new Uint8Array(file)], 'szkic.pdf', { type: 'application/pdf' }));
      return data;
    };
    const sentAt = performance.now();
    const answers = await Promise.all([ask(address, form()), ...(isTwice ? [ask(address, form())] : [])]);
    ran.sendMs.push(performance.now() - sentAt);
    for (const answer of answers) await answer.arrayBuffer();
    ran.bytes += file.length;
    if (isTwice) ran.twice += 1;
    if (answers.some((answer) => answer.headers.get('location')?.endsWith('?done=sent') === true)) ran.acknowledged.push({ id: address.split('/').at(-1) ?? '', sha256 });
    else ran.faults.push(`${address}: ${answers.map((answer) => answer.status).join(', ')}`);
  };
  await Promise.all(
    tokens.map((token, index) =>
      one(token, index).catch((error: unknown) => ran.faults.push(error instanceof Error ? `${error.message} ${String(error.cause ?? '')}` : String(error))),
    ),
  );
  ran.seconds = (performance.now() - begun) / 1000;
  return ran;
}

/** How many of those acknowledged are there as sent with the very file, by its bytes as they lie; and how many more the senders have than they sent. */
async function keptOf(owner: Client, acknowledged: readonly Acknowledged[]): Promise<{ whole: number; more: number }> {
  const { rows } = await owner.query<{ whole: number; more: number }>(
    `with given as (select * from unnest($1::uuid[], $2::text[]) as given (id, sha256)),
       own as (select applications.id, institution_id, offer_id from applications join given using (id))
     select
       (select count(*)::int from given join applications using (id) join application_files on application_id = given.id and purpose = 'answer'
         where state = 'sent' and given.sha256 = application_files.sha256 and encode(sha256(content), 'hex') = given.sha256) as whole,
       (select count(*)::int from applications join (select distinct institution_id, offer_id from own) as senders using (institution_id, offer_id)
         where not exists (select from own where own.id = applications.id) and number not like 'B/%') as more`,
    [acknowledged.map((one) => one.id), acknowledged.map((one) => one.sha256)],
  );
  return rows[0] ?? { whole: 0, more: 0 };
}

/** The rush against the built service over the store of this folder: what was acknowledged, what is there, and what memory it took. */
export async function measureRush(folder: string, owner: Client, { offer, tokens }: Pick<Given, 'offer' | 'tokens'>): Promise<void> {
  const service = await startService(folder);
  const [rest, restPostgres] = [await service.usage(), (await postgresMemoryMb(folder)).pssMb];
  const restMb = rest.rssMb;
  let [peakMb, peakPostgres] = [restMb, restPostgres];
  const look = async (): Promise<void> => {
    const [usage, postgres] = await Promise.all([service.usage(), postgresMemoryMb(folder)]);
    peakMb = Math.max(peakMb, usage.rssMb);
    peakPostgres = Math.max(peakPostgres, postgres.pssMb);
  };
  const watching = setInterval(() => void look(), 1000);
  try {
    const ran = await rush({ port: service.port, offer, tokens, overMs: 45_000, mostMs: 120_000 });
    const cpuMs = (await service.usage()).cpuMs - rest.cpuMs;
    const kept = await keptOf(owner, ran.acknowledged);
    const megabytes = (ran.bytes / 1_048_576).toFixed(0);
    console.log(`rush: ${tokens.length} applications with ${megabytes} MB of files in ${ran.seconds.toFixed(1)} s, ${ran.twice} of them sent twice at once`);
    console.log(
      `sending took ${median(ran.sendMs).toFixed(0)} ms (median), at most ${Math.max(...ran.sendMs).toFixed(0)} ms; Koga’s processor time for each application ${(cpuMs / tokens.length).toFixed(0)} ms`,
    );
    for (const fault of ran.faults.slice(0, 5)) console.log(`  not acknowledged: ${fault}`);
    promise('time of the rush', ran.seconds, 's', { atMost: 60 });
    promise('acknowledged', ran.acknowledged.length, '', { atLeast: tokens.length });
    for (const [what, count] of [
      ['acknowledged and not there with its file', ran.acknowledged.length - kept.whole],
      ['there twice', kept.more],
    ] as const)
      console.log(`${what}: ${count}; promised 0, ${count === 0 ? 'kept' : 'BROKEN'}`);
    console.log(
      `memory: Koga ${restMb.toFixed(0)} MB before, at most ${peakMb.toFixed(0)} MB in the rush; PostgreSQL ${restPostgres.toFixed(0)} MB before, at most ${peakPostgres.toFixed(0)} MB`,
    );
  } finally {
    clearInterval(watching);
    await service.stop();
  }
}
