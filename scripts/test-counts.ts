import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

export type Counts = { passed: number; failed: number };

/** What is read of the report that vitest writes as JSON. */
const reportShape = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

/**
 * A file that could not even be read has no tests to fail, so it counts as one failure; and so does a run that failed as a whole, by an error
 * outside every test or because it found none.
 */
export function countsIn(reportPath: string, succeeded: boolean): Counts {
  if (!existsSync(reportPath)) return { passed: 0, failed: 1 };
  const report = reportShape.parse(JSON.parse(readFileSync(reportPath, 'utf8')));
  const unread = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  const failed = report.numFailedTests + unread;
  return { passed: report.numPassedTests, failed: failed === 0 && !succeeded ? 1 : failed };
}
