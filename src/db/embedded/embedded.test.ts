import { chmod, lstat, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exists } from './files.ts';
import { isAlive } from './postmaster.ts';
import { port } from './socket-folder.ts';
import { ask, cleanUpAfterEach, isRoot, newCheckout, newFolder, optionsFor, postmasterOf, sentenceFor, start, startElsewhere } from './trial.ts';

cleanUpAfterEach();

describe('the embedded database', { timeout: 40_000 }, () => {
  it('answers on a private socket, durable and without a network port', async () => {
    const server = await start(optionsFor(join(await newFolder(), 'postgres')));

    const [row] = await ask(
      server,
      `select version() as version, current_setting('listen_addresses') as listens, current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
       current_setting('full_page_writes') as pages, current_setting('shared_buffers') as buffers, current_setting('wal_level') as wal`,
    );
    expect(row).toMatchObject({ listens: '', fsync: 'on', commit: 'on', pages: 'on', buffers: '20MB', wal: 'replica' });
    expect(row?.['version']).toContain(`PostgreSQL ${server.major}.`);
    expect(server).toMatchObject({ adopted: false, port });
    expect((await lstat(server.host)).mode & 0o777).toBe(0o700);
    expect(Buffer.byteLength(join(server.host, `.s.PGSQL.${server.port}`))).toBeLessThanOrEqual(103);
  });

  it('knows Polish letters and orders text the same on every machine', async () => {
    const server = await start(optionsFor(join(await newFolder(), 'postgres')));

    await ask(server, 'create extension pg_trgm');
    const [row] = await ask(
      server,
      `select lower('ŁÓDŹ') as lower, show_trgm('łódź') as trigrams, 'ł' > 'z' as by_code_point,
       (select datcollate || ' ' || datctype from pg_database where datname = current_database()) as locale`,
    );
    expect(row).toMatchObject({ lower: 'łódź', by_code_point: true });
    expect(row?.['trigrams']).toHaveLength(5);
    if (process.platform === 'linux') expect(row?.['locale']).toBe('C C.UTF-8');
  });

  it('keeps what was written when it is stopped and started again', async () => {
    const options = optionsFor(join(await newFolder(), 'postgres'));
    const first = await start(options);
    await ask(first, 'create table kept as select 42 as answer');
    const pid = await postmasterOf(first.folder);
    await first.stop();
    expect(isAlive(pid)).toBe(false);
    expect(await exists(first.host)).toBe(false);

    const second = await start(options);
    expect(second.adopted).toBe(false);
    expect(await ask(second, 'select answer from kept')).toEqual([{ answer: 42 }]);
  });

  it('writes its messages into a log beside the data, which does not grow for ever', async () => {
    const folder = await newFolder();
    const log = join(folder, 'postgres.log');
    await writeFile(log, 'old line\n'.repeat(700_000));
    await start(optionsFor(join(folder, 'postgres')));
    const text = await readFile(log, 'utf8');
    expect(text).toContain('ready to accept connections');
    expect(text).not.toContain('old line');
  });
});

describe('refusals say what to do', () => {
  it('names both versions and the way out when the data folder is of another major version', async () => {
    const dataFolder = join(await newFolder(), 'postgres');
    await mkdir(dataFolder, { mode: 0o700 });
    await writeFile(join(dataFolder, 'PG_VERSION'), '9\n');

    const { refusal, sentence } = await sentenceFor(optionsFor(dataFolder));
    expect(refusal).toBe('otherMajor');
    expect(sentence).toContain(`${dataFolder} holds PostgreSQL 9, the programs in `);
    expect(sentence).toContain('"koga export"');
    expect(sentence).toContain('"koga import"');
    expect(await readdir(dataFolder)).toEqual(['PG_VERSION']);
  });

  it('leaves a folder alone that holds something else', async () => {
    const dataFolder = await newFolder();
    await writeFile(join(dataFolder, 'holiday.jpg'), '');
    const { refusal, sentence } = await sentenceFor(optionsFor(dataFolder));
    expect(refusal).toBe('notADataFolder');
    expect(sentence).toContain('holiday.jpg');
    expect(await readdir(dataFolder)).toEqual(['holiday.jpg']);
  });

  it('says where it may not write', async () => {
    const folder = await newFolder();
    await writeFile(join(folder, 'file'), '');
    expect(await sentenceFor(optionsFor(join(folder, 'file', 'postgres')))).toMatchObject({ refusal: 'dataFolderUnwritable' });

    const closed = join(folder, 'closed');
    await mkdir(closed);
    await chmod(closed, 0o555);
    await newCheckout(folder);
    const { sentence } = await startElsewhere({ dataFolder: join(closed, 'postgres'), packageRoot: folder }, isRoot ? 65_534 : undefined).report;
    expect(sentence).toContain(`The data folder cannot be used: nothing can be written in ${closed}`);
  });

  it('says where it looked when there is no PostgreSQL', async () => {
    const folder = await newFolder();
    const { refusal, sentence } = await sentenceFor({ dataFolder: join(folder, 'postgres'), packageRoot: folder, pgBin: folder });
    expect(refusal).toBe('noBinaries');
    expect(sentence).toContain(`there is no postgres in ${folder}`);
  });

  it('repeats the reason that PostgreSQL gives', async () => {
    const options = optionsFor(join(await newFolder(), 'postgres'));
    const server = await start(options);
    await server.stop();
    await writeFile(join(server.folder, 'postgresql.conf'), 'no_such_setting = 1\n');
    const { refusal, sentence } = await sentenceFor(options);
    expect(refusal).toBe('didNotStart');
    expect(sentence).toContain('postgresql.conf');
  });
});
