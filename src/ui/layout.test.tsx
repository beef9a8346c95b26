import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { cityShape } from '#basics/city.ts';
import { assetPath, useAssets } from './assets/manifest.ts';
import { JsonLd } from './json-ld.tsx';
import { page, type Frame } from './layout.tsx';
import { PageTitle } from './section.tsx';

const nominal = { nominative: 'Nadrzecze', genitive: 'Nadrzecza', dative: 'Nadrzeczu', accusative: 'Nadrzecze', instrumental: 'Nadrzeczem', locative: 'Nadrzeczu' };
const city = cityShape.parse({
  slug: 'nadrzecze',
  name: { pl: nominal, en: 'Nadrzecze' },
  title: { pl: 'Nadrzecze w świecie', en: 'Nadrzecze in the world' },
  subtitle: { pl: 'w organizacjach międzynarodowych', en: 'in international organisations' },
  country: 'PL',
  timeZone: 'Europe/Warsaw',
  position: { lat: 50, lon: 20 },
  council: { pl: 'Rada Miasta', en: 'City Council' },
  demonstration: { pl: 'Miasto zmyślone.', en: 'An invented city.' },
});

const frame = (changed: Partial<Frame> = {}): Frame => ({
  lang: 'pl',
  city,
  title: 'Organizacje',
  path: '/pl/organizacje?theme=culture',
  alternates: { pl: '/pl/organizacje?theme=culture', en: '/en/organisations?theme=culture' },
  baseUrl: 'https://nadrzecze.example',
  home: '/pl',
  nav: [
    { href: '/pl/organizacje', text: 'Organizacje', current: true },
    { href: '/pl/koszty', text: 'Koszty' },
  ],
  menus: [{ title: 'Organizacje międzynarodowe', groups: [{ links: [{ href: '/pl/organizacje', text: 'Wszystkie', current: true }] }] }],
  trail: {
    back: { href: '/pl', text: 'Powrót' },
    crumbs: [
      { href: '/pl', text: 'Start' },
      { href: '/pl/organizacje', text: 'Organizacje' },
    ],
  },
  footer: [{ heading: 'Rejestr', links: [{ href: '/pl/organizacje', text: 'Organizacje' }] }],
  today: '2026-11-22',
  children: <PageTitle title="Do czego należymy?" />,
  ...changed,
});

const names = ['style.css', 'page.js', 'favicon.svg', 'serif-latin.woff2', 'serif-latin-ext.woff2', 'sans-latin.woff2', 'sans-latin-ext.woff2'];

beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), 'koga-assets-'));
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(Object.fromEntries(names.map((name) => [name, name.replace('.', '.abc.')]))));
  useAssets(folder);
});

const count = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length;

describe('the frame of every page', () => {
  it('begins with the doctype and says its language', () => {
    expect(page(frame())).toMatch(/^<!doctype html><html lang="pl"/);
    expect(page(frame({ lang: 'en' }))).toMatch(/^<!doctype html><html lang="en"/);
  });

  it('offers "skip to content" before anything else, and the content can take the focus', () => {
    const sent = page(frame());
    const body = sent.slice(sent.indexOf('<body'));
    const first = /<(?:a|button|input|select|summary)\b[^>]*>/.exec(body)?.[0];
    expect(first).toContain('href="#tresc"');
    expect(body).toContain('<main id="tresc" tabindex="-1">');
  });

  it('shows the demonstration notice above the header, and none in a city’s own service', () => {
    const sent = page(frame());
    expect(sent.indexOf('Miasto zmyślone.')).toBeGreaterThan(0);
    expect(sent.indexOf('Miasto zmyślone.')).toBeLessThan(sent.indexOf('<header'));
    expect(page(frame({ city: { ...city, demonstration: null } }))).not.toContain('kg-demo');
  });

  it('leaves the one h1 to the page', () => {
    expect(count(page(frame()), /<h1\b/g)).toBe(1);
    expect(count(page(frame({ children: <p>nic</p> })), /<h1\b/g)).toBe(0);
  });

  it('names both languages from either side, and itself as the canonical address', () => {
    const alternate = /<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"/g;
    const polish = page(frame());
    const english = page(frame({ lang: 'en', path: '/en/organisations?theme=culture' }));
    const pairs = (sent: string) => [...sent.matchAll(alternate)].map((match) => [match[1], match[2]]);
    expect(pairs(polish)).toEqual(pairs(english));
    expect(pairs(polish)).toEqual([
      ['pl', 'https://nadrzecze.example/pl/organizacje?theme=culture'],
      ['en', 'https://nadrzecze.example/en/organisations?theme=culture'],
      ['x-default', 'https://nadrzecze.example/pl/organizacje?theme=culture'],
    ]);
    expect(polish).toContain('<link rel="canonical" href="https://nadrzecze.example/pl/organizacje?theme=culture"');
    expect(english).toContain('<link rel="canonical" href="https://nadrzecze.example/en/organisations?theme=culture"');
  });

  it('keeps the reader on the page when the language is switched', () => {
    expect(page(frame())).toContain('<a href="/en/organisations?theme=culture" lang="en" hreflang="en" rel="alternate">English</a>');
  });

  it('marks the current page in the menu, in the section menu and in the trail', () => {
    const sent = page(frame());
    expect(count(sent, /aria-current="page"/g)).toBe(3);
  });

  it('puts the service’s name after the title, an error before it, and nothing twice', () => {
    expect(page(frame())).toContain('<title>Organizacje – Nadrzecze w świecie</title>');
    expect(page(frame({ errorPrefix: true }))).toContain('<title>Błąd: Organizacje – Nadrzecze w świecie</title>');
    expect(page(frame({ title: 'Nadrzecze w świecie' }))).toContain('<title>Nadrzecze w świecie</title>');
  });

  it('points to the accessibility statement only where there is one', () => {
    expect(page(frame())).not.toContain('deklaracja-dostępności');
    expect(page(frame({ accessibilityStatement: '/pl/deklaracja-dostepnosci' }))).toContain('<meta name="deklaracja-dostępności" content="/pl/deklaracja-dostepnosci"');
  });

  it('writes no script and no style into the page that the security policy would refuse', () => {
    const sent = page(frame({ head: <JsonLd value={{ name: '</script><script>alert(1)</script>' }} /> }));
    expect(sent).not.toMatch(/\sstyle=|<style|\son[a-z]+=/);
    expect([...sent.matchAll(/<script\b[^>]*>/g)].map((match) => match[0])).toEqual([
      '<script type="module" src="/assets/page.abc.js" blocking="render">',
      '<script type="application/ld+json">',
    ]);
    expect(sent).toContain('\\u003c/script>');
  });

  it('says which asset is missing', () => {
    expect(() => assetPath('nothing.css')).toThrow(/nothing\.css/);
  });
});
