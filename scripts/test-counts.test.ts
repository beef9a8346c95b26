import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countsIn } from './test-counts.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'koga-counts-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function reportOf(passed: number, failed: number, testResults: { status: string; assertionResults: object[] }[] = []): string {
  const path = join(folder, 'report.json');
  writeFileSync(path, JSON.stringify({ numPassedTests: passed, numFailedTests: failed, testResults }));
  return path;
}

describe('the count of a run of tests', () => {
  it('is what the report says', () => {
    expect(countsIn(reportOf(7, 0), true)).toEqual({ passed: 7, failed: 0 });
    expect(countsIn(reportOf(5, 2, [{ status: 'failed', assertionResults: [{}, {}] }]), false)).toEqual({ passed: 5, failed: 2 });
  });

  it('counts a file that could not be read as one failure', () => {
    expect(countsIn(reportOf(5, 0, [{ status: 'failed', assertionResults: [] }]), false)).toEqual({ passed: 5, failed: 1 });
  });

  it('counts one failure where the run failed and no test did', () => {
    expect(countsIn(reportOf(5, 0), false)).toEqual({ passed: 5, failed: 1 });
    expect(countsIn(join(folder, 'never-written.json'), false)).toEqual({ passed: 0, failed: 1 });
  });
});
