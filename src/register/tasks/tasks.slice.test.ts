import { expect, it } from 'vitest';
import { day } from '#basics/day.ts';
import { storeFor } from '../../../test/world.ts';
import { registerTasks } from './read.ts';

const place = storeFor('world');

it('the example city’s register says what needs a hand on 22 November 2026', async () => {
  const tasks = await place().db.read((reader) => registerTasks(reader, day('2026-11-22')));
  const keys = tasks.map((task) => task.key);
  expect(new Set(keys).size).toBe(keys.length);
  expect(tasks.filter((task) => task.dueOn !== null).map((task) => `${task.key} ${task.dueOn}`)).toEqual([
    'term-ends:function/lhc-board-city-2022 2026',
    'term-ends:function/owhc-board-2024 2026',
  ]);
  expect(keys).toEqual(
    expect.arrayContaining([
      'consent-missing:membership/eurocities-2',
      'conflict:act/iv-47-90:number',
      'fee-without-year:ask/hanse-fee',
      'act-without-number:act/2011-05-25-icorn',
      'status-unknown:membership/city-dna',
      'basics-unknown:membership/eccar',
    ]),
  );
  expect(keys.filter((key) => key.startsWith('silent'))).not.toContain('silent:membership/eurocities-2');
  expect(tasks.find((task) => task.key === 'conflict:membership/eurocities-1:steps.by.1')?.period).toBe(1);
});
