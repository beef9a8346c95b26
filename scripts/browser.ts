import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const commands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/lib/chromium/chromium',
  '/snap/bin/chromium',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The path of a Chrome or Chromium of this machine; null where there is none. */
export function findBrowser(env: NodeJS.ProcessEnv): string | null {
  const inPath = (env['PATH'] ?? '').split(delimiter).flatMap((folder) => commands.map((command) => join(folder, command)));
  return [...inPath, ...usualPlaces].find(isExecutable) ?? null;
}

function isDebianAsRoot(): boolean {
  return process.getuid?.() === 0 && existsSync('/etc/os-release') && /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'));
}

function installByApt(): boolean {
  console.log('Installing Chromium (apt-get)…');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', 'chromium'],
  ].every((given) => spawnSync('apt-get', given, { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0);
}

/**
 * The browser for the journeys, installed where that can be done without asking.
 * @throws Error with one sentence that says what to install
 */
export function bringBrowser(env: NodeJS.ProcessEnv): string {
  const set = env['CHROMIUM_PATH'];
  if (set) {
    if (isExecutable(set)) return set;
    throw new Error(`CHROMIUM_PATH must be the full path of a Chrome or Chromium; it is ${JSON.stringify(set)}, and no program is there.`);
  }
  const found = findBrowser(env);
  if (found) return found;
  if (isDebianAsRoot() && !installByApt()) throw new Error('Chromium could not be installed: apt-get said why above.');
  const installed = findBrowser(env);
  if (installed) return installed;
  throw new Error('A browser is missing: install Chromium or Chrome (on Debian and Ubuntu: apt-get install chromium), or set CHROMIUM_PATH to one.');
}
