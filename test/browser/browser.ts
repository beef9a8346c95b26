import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';

const args = ['--disable-gpu', '--disable-background-networking', '--disable-component-update', '--no-first-run', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];

export type Settings = { width?: number; scheme?: 'light' | 'dark'; scripts?: boolean; forcedColors?: boolean; locale?: string };

export type Visitor = {
  origin: string;
  /** A page in a fresh context. What the console complains of, a request to another host, or a failed script fails the test. */
  visit: (path: string, settings?: Settings) => Promise<Page>;
};

/** One browser for a file of journeys; each visit has a context of its own. Where the file has a service of its own, `at` says where it answers. */
export function visitor(at: () => string = () => inject('origin')): () => Visitor {
  let browser: Browser | undefined;
  let origin = '';
  const contexts: BrowserContext[] = [];
  /** Without scripts a page leaves nothing behind, so one context serves all visits of a kind. */
  const quiet = new Map<string, BrowserContext>();
  const complaints: string[] = [];
  beforeAll(async () => {
    origin = at();
    browser = await chromium.launch({ executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium', args });
  });
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
    await Promise.all([...quiet.values()].flatMap((context) => [context.clearCookies(), ...context.pages().map((page) => page.close())]));
    expect(complaints.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
  });
  const visit = async (path: string, settings: Settings = {}): Promise<Page> => {
    if (!browser) throw new Error('no browser yet');
    const { width = 1280, scheme = 'light', scripts = true, forcedColors = false, locale = 'pl-PL' } = settings;
    const key = JSON.stringify(settings);
    const context =
      quiet.get(key) ??
      (await browser.newContext({
        viewport: { width, height: width < 700 ? 740 : 900 },
        colorScheme: scheme,
        javaScriptEnabled: scripts,
        forcedColors: forcedColors ? 'active' : 'none',
        locale,
      }));
    if (scripts) contexts.push(context);
    else quiet.set(key, context);
    const page = await context.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) complaints.push(`${path}: console: ${message.text()}`);
    });
    page.on('pageerror', (error) => complaints.push(`${path}: script: ${error.message}`));
    page.on('request', (request) => {
      if (!request.url().startsWith(origin) && !request.url().startsWith('data:')) complaints.push(`${path}: asked ${request.url()}`);
    });
    await page.goto(origin + path);
    return page;
  };
  return () => ({ origin, visit });
}

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const axe = readFileSync(createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'), 'utf8');

type Violation = { id: string; nodes: { html: string }[] };

/**
 * What axe-core finds on the page, each with the first element it concerns. Asked in the page itself: the package's own way opens another page for
 * every answer and takes six times as long.
 */
export async function barriers(page: Page): Promise<string[]> {
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(axe);
  const found = await page.evaluate<Violation[]>(`axe.run({ runOnly: ${JSON.stringify(tags)}, resultTypes: ['violations'] }).then((result) => result.violations)`);
  return found.map((violation) => `${violation.id}: ${violation.nodes[0]?.html.slice(0, 160) ?? ''}`);
}

export const looks = [
  { width: 1280, scheme: 'light' },
  { width: 1280, scheme: 'dark' },
  { width: 320, scheme: 'dark' },
  { width: 320, scheme: 'light' },
] as const;

/** The open page in another width and other colours, without asking for it again. Colours come at once where less motion is asked for. */
export async function look(page: Page, { width, scheme }: (typeof looks)[number]): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
  await page.setViewportSize({ width, height: width < 700 ? 740 : 900 });
}
