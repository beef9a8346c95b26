import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { bringBrowser } from './browser.ts';
import { countsIn, type Counts } from './test-counts.ts';

const root = resolve(import.meta.dirname, '..');
const reports = mkdtempSync(join(tmpdir(), 'koga-test-'));
/** The oldest PostgreSQL that Koga promises to run on, where Debian puts it. */
const oldestPostgres = '/usr/lib/postgresql/15/bin';

const env: NodeJS.ProcessEnv = {
  ...process.env,
  // Colours belong on a screen, not in a log.
  ...(process.stdout.isTTY ? {} : { NO_COLOR: '1', FORCE_COLOR: undefined }),
  PATH: [dirname(process.execPath), join(root, 'node_modules/.bin'), process.env['PATH'] ?? ''].join(delimiter),
};

function run(command: string, given: string[], extra: NodeJS.ProcessEnv = {}): boolean {
  const { status, error } = spawnSync(command, given, { cwd: root, stdio: 'inherit', env: { ...env, ...extra } });
  if (error) console.error(error.message);
  return status === 0;
}

/** A step that is one check: it holds or it does not. */
function check(title: string, command: string, ...given: string[]): Step {
  return { title, run: () => (run(command, given) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }) };
}

const script = (title: string, name: string): Step => check(title, process.execPath, `scripts/${name}.ts`);

/** A step that is many tests. */
function tests(title: string, given: string[], extra: NodeJS.ProcessEnv = {}): Step {
  return {
    title,
    run: (number) => {
      const report = join(reports, `${number}.json`);
      const succeeded = run('vitest', ['run', ...given, '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`], extra);
      return countsIn(report, succeeded);
    },
  };
}

type Step = { title: string; run: (number: number) => Counts };

const steps: Step[] = [
  {
    title: 'Browser',
    run: () => {
      env['CHROMIUM_PATH'] = bringBrowser(env);
      console.log(env['CHROMIUM_PATH']);
      return { passed: 1, failed: 0 };
    },
  },
  check('Format', 'prettier', '--check', '--log-level=warn', '.'),
  check('Types', 'tsc', '--noEmit'),
  check('Lint', 'oxlint', '--type-aware', '--deny-warnings', '--report-unused-disable-directives'),
  check('Unused code', 'knip', '--no-progress'),
  script('Lock file', 'check-lock'),
  script('Generated files', 'check-drift'),
  script('Words', 'check-words'),
  tests('Rules and slices', ['--project=rules', '--project=slices']),
  tests('Accidents', ['--project=accidents']),
  tests('Browser journeys', ['--project=browser', '--maxWorkers=2']),
];
if (existsSync(join(oldestPostgres, 'postgres'))) steps.push(tests('Slices on PostgreSQL 15', ['--project=slices'], { KOGA_PG_BIN: oldestPostgres }));

function runStep(step: Step, number: number): Counts {
  try {
    return step.run(number);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  }
}

const total: Counts = { passed: 0, failed: 0 };
for (const [index, step] of steps.entries()) {
  console.log(`\n== ${index + 1}/${steps.length} ${step.title} ==`);
  const startedAt = performance.now();
  const counts = runStep(step, index + 1);
  total.passed += counts.passed;
  total.failed += counts.failed;
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  if (counts.failed > 0) {
    console.log(`\n== Failed: ${step.title} (${seconds} s); what comes after it was not run ==`);
    break;
  }
  console.log(`ok, ${seconds} s`);
}
rmSync(reports, { recursive: true, force: true });
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
