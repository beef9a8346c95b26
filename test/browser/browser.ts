import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';

const args = ['--disable-gpu', '--disable-background-networking', '--disable-component-update', '--no-first-run', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];

export type Settings = { width?: number; scheme?: 'light' | 'dark'; scripts?: boolean; forcedColors?: boolean; locale?: string };

export type Visitor = {
  origin: string;
  /** A page in a fresh context. What the console complains of, a request to another host, or a failed script fails the test. */
  visit: (path: string, settings?: Settings) => Promise<Page>;
};

/** One browser for a file of journeys; each visit has a context of its own. */
export function visitor(): () => Visitor {
  let browser: Browser | undefined;
  let origin = '';
  const contexts: BrowserContext[] = [];
  const complaints: string[] = [];
  beforeAll(async () => {
    origin = inject('origin');
    browser = await chromium.launch({ executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium', args });
  });
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
    expect(complaints.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
  });
  const visit = async (path: string, settings: Settings = {}): Promise<Page> => {
    if (!browser) throw new Error('no browser yet');
    const { width = 1280, scheme = 'light', scripts = true, forcedColors = false, locale = 'pl-PL' } = settings;
    const context = await browser.newContext({
      viewport: { width, height: width < 700 ? 740 : 900 },
      colorScheme: scheme,
      javaScriptEnabled: scripts,
      forcedColors: forcedColors ? 'active' : 'none',
      locale,
    });
    contexts.push(context);
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

/** What axe-core finds on the page, each with the first element it concerns. */
export async function barriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  return violations.map((violation) => `${violation.id}: ${violation.nodes[0]?.html.slice(0, 160) ?? ''}`);
}
