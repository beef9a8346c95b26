import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { connect, connectOwner, ensureDatabase, type Server } from '#db/connect.ts';
import { explain, startEmbedded } from '#db/embedded/index.ts';
import { migrate } from '#db/migrate.ts';
import { loadExample } from '../src/example.ts';
import { newDataFolder } from './data-folder.ts';

/** The world's clock: the day that the example's sources were read. */
export const worldNow = new Date('2026-11-22T12:00:00Z');

declare module 'vitest' {
  interface ProvidedContext {
    server: { folder: string; port: number; superuser: string };
  }
}

/** One server for all slices, with two templates: an empty store and one with the example city. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await newDataFolder('slices');
  const packageRoot = resolve(import.meta.dirname, '..');
  const pgBin = process.env['KOGA_PG_BIN'];
  const started = await startEmbedded({ dataFolder: join(folder, 'db'), packageRoot, ...(pgBin === undefined ? {} : { pgBin }) });
  if (!started.ok) throw new Error(explain(started.refusal, started.detail));
  const server = started.value;
  const place = { folder: server.host, port: server.port, superuser: server.superuser };
  await makeTemplate({ kind: 'socket', ...place, database: 'empty' });
  const world: Server = { kind: 'socket', ...place, database: 'world' };
  await makeTemplate(world);
  const db = connect(world, 2);
  const loaded = await loadExample(db, packageRoot, 'krakow', worldNow);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults ?? loaded.refusal, null, 1));
  await db.close();
  project.provide('server', place);
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

async function makeTemplate(server: Extract<Server, { kind: 'socket' }>): Promise<void> {
  await ensureDatabase(server);
  const owner = connectOwner(server);
  const migrated = await migrate(owner);
  await owner.destroy();
  if (!migrated.ok) throw new Error(migrated.refusal);
}

/** A database of one's own, copied from a template in some tens of milliseconds. */
export async function copyOf(template: 'empty' | 'world', place: { folder: string; port: number; superuser: string }): Promise<Extract<Server, { kind: 'socket' }>> {
  const database = `t_${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client({ host: place.folder, port: place.port, user: place.superuser, database: 'postgres' });
  await client.connect();
  try {
    await client.query(`create database ${database} template ${template}`);
  } finally {
    await client.end();
  }
  return { kind: 'socket', ...place, database };
}
