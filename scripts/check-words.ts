import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

type Rule = { pattern: RegExp; why: string };

/** The patterns are put together so that this file does not find itself. */
const rules: readonly Rule[] = [
  { pattern: /\b(?:TO(?:DO)|FIX(?:ME))\b/, why: 'work left for later belongs in an issue' },
  { pattern: /@ts-(?:ignore)\b|@ts-(?:nocheck)\b/, why: 'a type error is mended, not hushed' },
  { pattern: /\b(?:it|test|describe|suite)(?:\.\w+)*\.(?:only)\b/, why: 'the other tests would not run' },
  { pattern: /\b(?:it|test|describe|suite)(?:\.\w+)*\.(?:skip)\(/, why: 'a test that does not run proves nothing' },
  { pattern: /(?<![\w.\-~}])\/(?:work)\/\w/, why: 'a path of one machine' },
  { pattern: /\b(?:registry\.(?:npmjs|yarnpkg)|npmjs\.(?:org|com)|registry\.[a-z0-9-]+\.(?:org|com|net|io)\b)/, why: 'the address of a package registry' },
];

/** `line: text (why)` for each finding. */
export function findingsIn(text: string): string[] {
  return text.split('\n').flatMap((line, index) => rules.filter(({ pattern }) => pattern.test(line)).map(({ why }) => `${index + 1}: ${line.trim().slice(0, 120)} (${why})`));
}

function filesToCheck(root: string): string[] {
  // New files count before they are added, so that nothing is found only after a commit.
  const names = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  return names.split('\0').filter((name) => name !== '' && existsSync(resolve(root, name)));
}

function check(root: string): void {
  const names = filesToCheck(root);
  const findings = names.flatMap((name) => {
    const content = readFileSync(resolve(root, name));
    return content.includes(0) ? [] : findingsIn(content.toString('utf8')).map((finding) => `${name}:${finding}`);
  });
  for (const finding of findings) console.error(finding);
  if (findings.length > 0) process.exitCode = 1;
  else console.log(`${names.length} files`);
}

if (import.meta.main) {
  const root = resolve(import.meta.dirname, '..');
  if (existsSync(resolve(root, '.git'))) check(root);
  else {
    console.error(`${root} is no clone: git has to say which files belong to Koga.`);
    process.exitCode = 1;
  }
}
