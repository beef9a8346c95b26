import { existsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

/** Brings the database that slices need. */
const database = 'test/database.ts';

const needDatabase = ['{src,test}/**/*.slice.test.{ts,tsx}', 'src/db/**/*.test.{ts,tsx}'];
const journeys = ['test/browser/**/*.test.ts'];
const accidents = ['test/accidents/**/*.test.ts'];

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', development: false, importSource: '#markup' } },
  test: {
    environment: 'node',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: { name: 'rules', include: ['{src,test,scripts}/**/*.test.{ts,tsx}'], exclude: [...needDatabase, ...journeys, ...accidents] },
      },
      {
        extends: true,
        test: { name: 'slices', include: needDatabase, exclude: journeys, globalSetup: existsSync(database) ? [database] : [] },
      },
      {
        extends: true,
        test: { name: 'accidents', include: accidents },
      },
      {
        extends: true,
        test: { name: 'browser', include: journeys, sequence: { groupOrder: 1 }, globalSetup: ['test/browser/service.ts'] },
      },
    ],
  },
});
