import fc from 'fast-check';
import { describe, expect, inject, it } from 'vitest';
import { connect } from '#db/connect.ts';
import { kinds } from '../kinds.ts';
import { copyOf } from '../../test/database.ts';
import { office, person, storeFor } from '../../test/world.ts';
import { publish, scheduleIn, sendBack, submit, type Actor } from './publish.ts';
import { restoreIn } from './restore.ts';
import { publishScheduledIn } from './scheduled.ts';
import { currentRevisionId, findRecord } from './store.ts';
import { exportStore, importStore } from './transfer.ts';
import { verify } from './verify.ts';
import { withdraw } from './withdraw.ts';

async function* each(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

type Act = { record: number; what: 'submit' | 'publish' | 'return' | 'withdraw' | 'schedule' | 'due' | 'restore'; who: 'author' | 'publisher'; text: string };

const act = fc.record<Act>({
  record: fc.integer({ min: 0, max: 2 }),
  what: fc.constantFrom('submit', 'submit', 'publish', 'publish', 'return', 'withdraw', 'schedule', 'due', 'restore'),
  who: fc.constantFrom('author', 'publisher', 'publisher'),
  text: fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' }).filter((text) => text.trim() !== '' && !text.includes('\0')),
});

describe('whatever the office does, in whatever order', () => {
  const store = storeFor('empty');
  const target = storeFor('empty');

  it('everything public can be made again from what was published, and every act has its trace', async () => {
    const { db } = store();
    const actors: Record<Act['who'], Actor> = { author: await person(db, 'Anna Redaktor'), publisher: await person(db, 'Piotr Publikujący') };
    let clock = Date.parse('2026-11-22T08:00:00Z');
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 12 }), async (acts) => {
        run += 1;
        const waiting = new Map<number, string>();
        for (const { record, what, who, text } of acts) {
          clock += 1000;
          const now = new Date(clock);
          const slug = `komorka-${run}-${record}`;
          const actor = actors[who];
          if (what === 'submit') {
            const handed = await submit(db, kinds, { kind: 'unit', slug, body: { name: { pl: text }, kind: 'department' }, actor, now });
            if (handed.ok) waiting.set(record, handed.value.revisionId);
            continue;
          }
          const revisionId = waiting.get(record);
          const why = { pl: text };
          if (what === 'restore') {
            const older = await db.read(async (reader) => {
              const found = await findRecord(reader, 'unit', slug);
              return found && reader.selectFrom('labels').select('revisionId').where('recordId', '=', found.id).orderBy('revisionNumber').limit(1).executeTakeFirst();
            });
            const handed = older && (await db.write((tx) => restoreIn(tx, kinds, { revisionId: older.revisionId, actor, now, why })));
            if (handed?.ok === true) waiting.set(record, handed.value.revisionId);
            continue;
          }
          if (what === 'withdraw') {
            const current = await db.read(async (reader) => {
              const found = await findRecord(reader, 'unit', slug);
              return found && currentRevisionId(reader, found.id);
            });
            if (current !== undefined) await withdraw(db, kinds, { revisionId: current, actor, now, publishingBody: office, why: { pl: text } });
          } else if (revisionId !== undefined) {
            if (what === 'publish') await publish(db, kinds, { revisionId, actor, now, publishingBody: office });
            else if (what === 'schedule') await db.write((tx) => scheduleIn(tx, kinds, { revisionId, actor, now, publishingBody: office, why }));
            else if (what === 'due') await db.write((tx) => publishScheduledIn(tx, kinds, { revisionId, now, publishingBody: office, whyReturned: why }));
            else await sendBack(db, { revisionId, actor, now, why: { pl: text } });
          }
        }
        expect(await verify(db, kinds)).toEqual([]);
      }),
      { numRuns: 25 },
    );
    const lines: string[] = [];
    await exportStore(db, async (line) => void lines.push(line));
    expect(await importStore(target().db, kinds, each(lines))).toMatchObject({ ok: true });
    const again: string[] = [];
    await exportStore(target().db, async (line) => void again.push(line));
    expect(again).toEqual(lines);
  }, 120_000);
});

describe('the importer', () => {
  const full = storeFor('empty');

  it('answers any damaged file with a refusal and writes nothing of it', async () => {
    const { db } = full();
    const author = await person(db, 'Anna Redaktor');
    const publisher = await person(db, 'Piotr Publikujący');
    for (const slug of ['a', 'b', 'c']) {
      const handed = await submit(db, kinds, { kind: 'unit', slug, body: { name: { pl: slug }, kind: 'office' }, actor: author, now: new Date() });
      if (handed.ok) await publish(db, kinds, { revisionId: handed.value.revisionId, actor: publisher, now: new Date(), publishingBody: office });
    }
    const lines: string[] = [];
    await exportStore(db, async (line) => void lines.push(line));
    const damage = fc.record({ line: fc.nat(lines.length - 1), at: fc.nat(400), put: fc.constantFrom('', '"', '{', 'null', '\\u0000', '0', 'żółw', '}\n{') });
    await fc.assert(
      fc.asyncProperty(damage, async ({ line, at, put }) => {
        const hurt = lines.map((text, index) => (index === line ? text.slice(0, at) + put + text.slice(at + 3) : text));
        const fresh = connect(await copyOf('empty', inject('server')), 2);
        try {
          const answer = await importStore(fresh, kinds, each(hurt));
          const left: string[] = [];
          await exportStore(fresh, async (text) => void left.push(text));
          // What still reads was damaged inside a text: then it is a store like any other.
          if (answer.ok) expect(await verify(fresh, kinds)).toEqual([]);
          else expect([answer.refusal, left.length]).toEqual([answer.refusal === 'notAnExport' ? 'notAnExport' : 'badLine', 1]);
        } finally {
          await fresh.close();
        }
      }),
      { numRuns: 40 },
    );
  }, 120_000);
});
