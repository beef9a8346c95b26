import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { langs, type Lang } from '#lang/lang.ts';
import { publish, submit } from '#publishing/publish.ts';
import { currentRevisionId, findRecord, revisionById } from '#publishing/store.ts';
import { wordsOf } from '#ui/words.ts';
import { addressOf, pages as pagesAt } from '#web/paths.ts';
import { kinds } from '../src/kinds.ts';
import { appOver } from './app.ts';
import { everyPage } from './browser/addresses.ts';
import { csvRows } from './csv-rows.ts';
import { around, attribute, elementsOf, markup, named, textOf, wordsOn, type Element } from './markup.ts';
import { office, person, storeFor } from './world.ts';

const origin = 'https://koga.example';
const assets = join(resolve(import.meta.dirname, '..'), 'build/assets');

type Page = { path: string; lang: Lang; html: string; headers: Headers; root: Element; all: Element[] };

const withFormat = (path: string, format: 'json' | 'csv'): string => path.replace(/^([^?]*)/, `$1.${format}`);
const compressed = (text: string | Buffer): number => brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }).length;
/** RFC 9457. */
const problem = z.object({ type: z.string(), status: z.int(), title: z.string().min(5), instance: z.string() });
const id = (root: Element, wanted: string): Element | undefined => elementsOf(root).find((element) => attribute(element, 'id') === wanted);

describe('every public page', () => {
  const store = storeFor('world');
  const { get } = appOver(store);
  const pages: Page[] = [];
  beforeAll(async () => {
    for (const lang of langs)
      for (const path of new Set(everyPage(lang))) {
        const answer = await get(path);
        const html = await answer.text();
        const root = markup(html);
        pages.push({ path, lang, html, headers: answer.headers, root, all: elementsOf(root) });
      }
  }, 240_000);

  /** What is wrong, each with its page: one list says more than the first failure. */
  const faults = (find: (page: Page) => string[]): string[] => pages.flatMap((page) => [...new Set(find(page))].map((fault) => `${page.path}: ${fault}`));

  it('is there, in both languages', () => {
    expect(pages.length).toBeGreaterThan(150);
  });

  it('has its label with who and when, and a revision where it shows one record', () => {
    expect(
      faults(({ path, lang, root }) => {
        const words = wordsOf(lang).label;
        const label = id(root, 'metka');
        if (label?.name !== 'details') return ['has no details#metka'];
        const told = new Map(named(label, 'dt').map((term) => [textOf(term), named(term.parent ?? undefined, 'dd')[0]]));
        const oneRecord = /^\/(pl\/(organizacje|uchwaly)|en\/(organisations|acts))\/|^\/(pl\/o-serwisie|en\/about)$/.test(path);
        const wanted = [words.author, words.publisher, words.publishingBody, words.produced, words.published, words.updated, ...(oneRecord ? [words.revision] : [])];
        const times = [words.produced, words.published, words.updated].map((term) => told.get(term));
        return [
          ...wanted.filter((term) => textOf(told.get(term)) === '').map((term) => `does not say: ${term}`),
          ...times.flatMap((said) =>
            said && named(said, 'time').every((time) => /^\d{4}-\d{2}-\d{2}/.test(attribute(time, 'datetime') ?? '')) && named(said, 'time').length === 1
              ? []
              : ['a time without <time>'],
          ),
        ];
      }),
    ).toEqual([]);
  });

  it('says the same of itself in JSON-LD and in JSON', async () => {
    const webPage = z.object({
      '@type': z.literal('WebPage'),
      author: z.object({}),
      editor: z.object({}),
      publisher: z.object({ name: z.string() }),
      dateCreated: z.string(),
      datePublished: z.string(),
      dateModified: z.string(),
      version: z.number().optional(),
    });
    const inJson = z.object({
      label: z.object({
        author: z.object({}),
        publisher: z.object({}),
        body: z.object({}),
        producedAt: z.string(),
        publishedAt: z.string(),
        updatedAt: z.string(),
        revision: z.number(),
      }),
    });
    const wrong: string[] = [];
    let asJson = 0;
    for (const { path, lang, root, all } of pages) {
      const block = all.find((element) => attribute(element, 'type') === 'application/ld+json');
      const said = webPage.safeParse(JSON.parse(String(block?.children[0])));
      const label = id(root, 'metka');
      if (!said.success || label === undefined) {
        wrong.push(`${path}: JSON-LD does not say it`);
        continue;
      }
      const times = new Set(named(label, 'time').map((time) => attribute(time, 'datetime')));
      for (const at of [said.data.dateCreated, said.data.datePublished, said.data.dateModified]) if (!times.has(at)) wrong.push(`${path}: JSON-LD says ${at}`);
      const revision = named(label, 'dt').find((term) => textOf(term) === wordsOf(lang).label.revision)?.parent;
      if (textOf(named(revision ?? undefined, 'dd')[0]) !== String(said.data.version ?? '')) wrong.push(`${path}: JSON-LD says revision ${said.data.version}`);
      const answer = await get(withFormat(path, 'json'));
      if (answer.status !== 200) continue;
      asJson += 1;
      const data = inJson.safeParse(await answer.json());
      if (!data.success) wrong.push(`${path}: JSON has no label`);
      else if (data.data.label.publishedAt !== said.data.datePublished || data.data.label.updatedAt !== said.data.dateModified) wrong.push(`${path}: JSON has another label`);
    }
    expect(wrong).toEqual([]);
    expect(asJson).toBeGreaterThan(130);
  });

  it('names itself, its twin and the default, and presents itself to those who link to it', () => {
    const byPath = new Map(pages.map((page) => [page.path, page]));
    const alternates = ({ all }: Page) =>
      all
        .filter((one) => one.name === 'link' && attribute(one, 'rel') === 'alternate' && one.attributes.has('hreflang'))
        .map((one) => `${attribute(one, 'hreflang')} ${attribute(one, 'href')}`);
    const property = ({ all }: Page, name: string) => all.filter((one) => attribute(one, 'property') === name).map((one) => attribute(one, 'content'));
    expect(
      faults((page) => {
        const canonical = page.all.filter((one) => attribute(one, 'rel') === 'canonical').map((one) => attribute(one, 'href'));
        const others = alternates(page);
        const [pl, en, standard] = others.map((one) => one.split(' ')[1] ?? '');
        const other = byPath.get((page.lang === 'pl' ? en : pl)?.slice(origin.length) ?? '');
        return [
          ...(canonical.length === 1 && canonical[0] === origin + page.path ? [] : [`canonical ${canonical.join(' ')}`]),
          ...(others.map((one) => one.split(' ')[0]).join() === 'pl,en,x-default' && standard === pl ? [] : [`alternates ${others.join(' ')}`]),
          ...((page.lang === 'pl' ? pl : en) === origin + page.path ? [] : ['does not name itself']),
          ...(other && alternates(other).join() === others.join() ? [] : ['its twin does not name it']),
          ...(property(page, 'og:url')[0] === canonical[0] ? [] : ['og:url']),
          ...(property(page, 'og:locale')[0] === (page.lang === 'pl' ? 'pl_PL' : 'en_GB') ? [] : ['og:locale']),
          ...['og:title', 'og:description', 'og:type', 'og:site_name', 'og:locale:alternate', 'og:image', 'og:image:alt', 'og:image:width', 'og:image:height'].filter(
            (name) => property(page, name).length !== 1 || !property(page, name)[0],
          ),
        ];
      }),
    ).toEqual([]);
  });

  it('has no word of the other language that is not marked as such', () => {
    expect(faults(({ lang, root }) => wordsOn(root).flatMap(({ text, lang: said }) => (said === lang && strays(text, lang) ? [text.trim()] : [])))).toEqual([]);
  });

  it('writes days and amounts as people of its language write them', () => {
    const wrong = {
      pl: /\d{4}-\d{2}-\d{2}|\b\d{1,3}(,\d{3})+\b(?=\s*(PLN|EUR|USD|NOK|zł))|\b\d{1,3}(,\d{3}){2,}\b|\b\d{5,}\b(?=\s*(PLN|EUR|zł|USD))|(PLN|EUR|USD|NOK|€)\s*\d|\d\s*PLN\b/,
      en: /\d{4}-\d{2}-\d{2}|\b\d{5,}\b(?=\s*(PLN|EUR|USD))|\d[\s\u00a0]\d{3}\b(?=\s*(PLN|EUR|USD|NOK))|\d\s*(zł|PLN|EUR|€)/,
    };
    const written = (within: Element): boolean =>
      around(within).some((one) => ['code', 'pre', 'title', 'meta'].includes(one.name) || ['kg-sources', 'kg-printhead'].includes(attribute(one, 'class') ?? ''));
    expect(faults(({ lang, root }) => wordsOn(root).flatMap(({ text, within }) => (!written(within) && wrong[lang].test(text) ? [text.trim()] : [])))).toEqual([]);
    expect(
      faults(({ all }) =>
        all
          .filter((one) => one.name === 'time' && !/^-?\d{4}(-\d{2}(-\d{2}(T[\d:.]+Z)?)?)?$/.test(attribute(one, 'datetime') ?? ''))
          .map((one) => `time ${attribute(one, 'datetime')}`),
      ),
    ).toEqual([]);
  });

  it('has one header, one main part and one footer, and nothing outside a landmark', () => {
    const landmark = (one: Element): boolean =>
      ['header', 'nav', 'main', 'footer'].includes(one.name) || (one.name === 'section' && (one.attributes.has('aria-label') || one.attributes.has('aria-labelledby')));
    expect(
      faults(({ root, all }) => {
        const body = named(root, 'body')[0];
        if (!body) return ['no body'];
        const outside = wordsOn(body).filter(
          ({ within, text }) =>
            within !== body &&
            !around(within).some((one) => landmark(one) || attribute(one, 'aria-hidden') === 'true' || attribute(one, 'class') === 'govuk-skip-link') &&
            text.trim() !== '',
        );
        const skip = all.find((one) => attribute(one, 'class') === 'govuk-skip-link');
        return [
          ...outside.map(({ text }) => `outside: ${text.trim()}`),
          ...['header', 'main', 'footer'].filter(
            (name) => body.children.concat(...named(body, 'div').map((one) => one.children)).filter((one) => typeof one !== 'string' && one.name === name).length !== 1,
          ),
          ...named(body, 'nav').flatMap((one) => (one.attributes.has('aria-label') || one.attributes.has('aria-labelledby') ? [] : ['a nav without a name'])),
          ...(`#${attribute(named(root, 'main')[0], 'id')}` === attribute(skip, 'href') ? [] : ['the skip link leads elsewhere']),
        ];
      }),
    ).toEqual([]);
  });

  it('has its menus, its language switch, its footer and the help in the same place as every other page', () => {
    for (const lang of langs) {
      const own = pages.filter((page) => page.lang === lang);
      const linksIn = (within: Element | undefined): string =>
        named(within, 'a')
          .map((link) => `${textOf(link)} ${attribute(link, 'href')}`)
          .join('\n');
      const first = own[0];
      const wrong = own.flatMap(({ path, root }) => {
        const [main] = named(root, 'main');
        const last = attribute(named(main, 'a').at(-1), 'href') ?? '';
        return [
          ...(linksIn(named(root, 'footer')[0]) === linksIn(named(first?.root, 'footer')[0]) ? [] : ['another footer']),
          ...(linksIn(named(named(root, 'header')[0], 'nav')[0]) === linksIn(named(named(first?.root, 'header')[0], 'nav')[0]) ? [] : ['another main menu']),
          ...(last.startsWith(pagesAt.feedback[lang]) || path === pagesAt.feedback[lang] ? [] : ['the help is not the last link before the footer']),
        ].map((fault) => `${path}: ${fault}`);
      });
      expect(wrong).toEqual([]);
    }
  });

  it('marks the menu that it belongs to, also where no link leads to it alone', () => {
    const marked = (path: string): (string | undefined)[] =>
      pages.filter((page) => page.path === path).flatMap(({ all }) => all.filter((one) => attribute(one, 'class') === 'kg-menu is-current').map((one) => attribute(one, 'id')));
    for (const lang of langs) {
      expect(marked(addressOf('home', lang))).toEqual([]);
      expect(marked(addressOf('organisations', lang))).toEqual(['menu-1']);
      expect(marked(addressOf('organisation', lang, { slug: 'eurocities' }))).toEqual(['menu-2']);
      expect(marked(addressOf('whyBelong', lang))).toEqual(['menu-3']);
      expect(marked(addressOf('act', lang, { slug: 'iv-47-90' }))).toEqual(['menu-1']);
    }
  });

  it('leaves no one-letter word of Polish at the end of a line of a heading, a caption, or the head of a column', () => {
    expect(
      faults(({ lang, html }) =>
        lang === 'pl'
          ? [...html.matchAll(/<(h[1-4]|caption|th scope="col")[ >][^]*?<\/(h[1-4]|caption|th)>/g)]
              .map(([heading]) => heading.replace(/<[^>]+>/g, ''))
              .filter((heading) => /(?<!\p{L})[aiouwz] (?=\S)/iu.test(heading))
          : [],
      ),
    ).toEqual([]);
  });

  it('numbers its sources in the order in which it names them', () => {
    // An archived revision lists all sources of its record in the order in which the record holds them.
    const isRevision = /^\/(pl\/historia|en\/history)\/[^/]+\/[^/]+\/\d+$/;
    expect(
      faults(({ path, html }) => {
        if (isRevision.test(path)) return [];
        const numbers = [...new Set([...html.matchAll(/href="#(?:zrodlo|source)-(\d+)"/g)].map((match) => Number(match[1])))];
        return numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0)) ? [] : [numbers.join(' ')];
      }),
    ).toEqual([]);
  });

  it('has no id twice, and every reference to an id finds it', () => {
    expect(
      faults(({ all }) => {
        const ids = all.flatMap((one) => attribute(one, 'id') ?? []);
        const known = new Set(ids);
        const referred = all.flatMap((one) =>
          ['aria-labelledby', 'aria-describedby', 'aria-controls', 'for', 'list'].flatMap((name) => (attribute(one, name) ?? '').split(' ').filter((ref) => ref !== '')),
        );
        return [
          ...ids.filter((one, index) => ids.indexOf(one) !== index).map((one) => `twice: ${one}`),
          ...referred.filter((one) => !known.has(one)).map((one) => `missing: ${one}`),
        ];
      }),
    ).toEqual([]);
  });

  it('gives every picture a name, a finding, a table of its data and a file', () => {
    const pictures = pages.flatMap((page) => page.all.flatMap((picture) => (picture.name === 'svg' && attribute(picture, 'role') === 'img' ? [{ page, picture }] : [])));
    expect(pictures.length).toBeGreaterThan(20);
    const wrong = pictures.flatMap(({ page, picture }) => {
      const by = (name: string) => textOf(id(page.root, attribute(picture, name) ?? ''));
      const figure = around(picture).find((one) => one.name === 'figure');
      const files = figure ? named(figure, 'a').filter((link) => /\.csv(\?|$)/.test(attribute(link, 'href') ?? '')) : [];
      return [
        ...(by('aria-labelledby').length > 3 ? [] : ['no name']),
        ...(by('aria-describedby').endsWith('.') ? [] : ['no finding']),
        ...(figure && named(figure, 'details').some((fold) => named(fold, 'table').length > 0) ? [] : ['no table']),
        ...(files.length > 0 ? [] : ['no file']),
      ].map((fault) => `${page.path}: ${fault}: ${by('aria-labelledby')}`);
    });
    expect(wrong).toEqual([]);
    expect(
      faults(({ all }) =>
        all
          .filter(
            (one) =>
              one.name === 'svg' &&
              attribute(one, 'role') !== 'img' &&
              attribute(one, 'aria-hidden') !== 'true' &&
              !named(one, 'svg').some((inner) => attribute(inner, 'role') === 'img'),
          )
          .map(() => 'a picture that is neither named nor hidden'),
      ),
    ).toEqual([]);
  });

  it('holds no script or style of its own, and nothing is fetched from another host', () => {
    const fetched = new Set(['src', 'srcset', 'poster', 'data', 'xlink:href', 'background', 'action', 'formaction']);
    expect(
      faults(({ all }) =>
        all.flatMap((one) => [
          ...[...one.attributes].flatMap(([name, value]) => [
            ...(name === 'style' || name.startsWith('on') ? [`${name} on ${one.name}`] : []),
            ...(fetched.has(name) && !/^(\/(?!\/)|data:)/.test(value) ? [`${name}=${value}`] : []),
            ...(/^\s*javascript:/i.test(value) ? [`${name}=${value}`] : []),
          ]),
          ...(one.name === 'style' || ['iframe', 'object', 'embed', 'base'].includes(one.name) ? [one.name] : []),
          ...(one.name === 'script' && attribute(one, 'type') !== 'application/ld+json' && !one.attributes.has('src') ? ['a script in the page'] : []),
          ...(one.name === 'link' && !['canonical', 'alternate', 'prev', 'next'].includes(attribute(one, 'rel') ?? '') && !(attribute(one, 'href') ?? '').startsWith('/assets/')
            ? ['a link to a resource elsewhere']
            : []),
          ...(one.name === 'use' && !(attribute(one, 'href') ?? '').startsWith('#') ? ['use'] : []),
        ]),
      ),
    ).toEqual([]);
  });

  it('is a page for people of at most 30 kB, and what it fetches stays within its budget', () => {
    expect(faults(({ html }) => (compressed(html) > 30_000 ? [`${compressed(html)} bytes`] : []))).toEqual([]);
    const sizes: Record<string, number> = { '.css': 0, '.js': 0, '.woff2': 0 };
    for (const name of readdirSync(assets)) {
      const bytes = readFileSync(join(assets, name));
      const kind = extname(name);
      // What every public page fetches; the office and the what-if of the assessment bring their own beside it.
      const isEverywhere = kind === '.woff2' || /^(style|page)\./.test(name);
      if (isEverywhere && kind in sizes) sizes[kind] = (sizes[kind] ?? 0) + (kind === '.woff2' ? bytes.length : compressed(bytes));
      if (kind === '.css') expect(bytes.toString()).not.toMatch(/url\(["']?(https?:)?\/\/|@import/);
    }
    expect(sizes['.css']).toBeLessThanOrEqual(20_000);
    expect(sizes['.js']).toBeLessThanOrEqual(5_000);
    expect(sizes['.woff2']).toBeLessThanOrEqual(60_000);
    for (const size of Object.values(sizes)) expect(size).toBeGreaterThan(0);
  });

  it('moves only for those who did not ask for less motion, and keeps its marks in forced colours', () => {
    const css = readdirSync(assets)
      .filter((name) => extname(name) === '.css')
      .map((name) => readFileSync(join(assets, name), 'utf8'))
      .join('');
    const still = css.replace(/@media ?\(prefers-reduced-motion: ?no-preference\) ?\{([^{}]*\{[^{}]*\})*[^{}]*\}/g, '');
    expect(still).not.toMatch(/(transition|animation|scroll-behavior):(?!none|auto)/);
    expect(css).toMatch(/@media ?\(forced-colors: ?active\)/);
    for (const { html } of pages) expect(html).not.toMatch(/<(marquee|blink|animate|animateTransform|set)\b/);
  });

  it('is the same bytes at the same address, and sets no cookie in any format', async () => {
    const wrong: string[] = [];
    for (const { path, html } of pages) {
      for (const address of [path, withFormat(path, 'json'), withFormat(path, 'csv')]) {
        const answer = await get(address);
        if (answer.headers.getSetCookie().length > 0) wrong.push(`${address} sets a cookie`);
        if (address === path && (await answer.text()) !== html) wrong.push(`${path} has changed`);
      }
    }
    expect(wrong).toEqual([]);
  }, 240_000);

  it('tells programs where its other forms are, and each is there', async () => {
    const wrong: string[] = [];
    const asked = new Map<string, Promise<Response>>();
    for (const { path, headers, lang } of pages) {
      const links = [...(headers.get('link') ?? '').matchAll(/<([^>]*)>((?:; [a-z]+="[^"]*")*)/g)].map(([, to = '', how = '']) => ({ to, how }));
      for (const one of langs) if (!links.some(({ how }) => how.includes('rel="alternate"') && how.includes(`hreflang="${one}"`))) wrong.push(`${path}: no link to ${one}`);
      if (!links.some(({ to, how }) => to === origin + path && how.includes(`hreflang="${lang}"`))) wrong.push(`${path}: does not name itself`);
      for (const { to, how } of links) {
        const type = /type="([^"]*)"/.exec(how)?.[1] ?? 'text/html';
        const coming = asked.get(to) ?? get(to.slice(origin.length));
        asked.set(to, coming);
        const answer = await coming;
        if (answer.status !== 200 || !(answer.headers.get('content-type') ?? '').startsWith(type))
          wrong.push(`${path}: ${to} is ${answer.status} ${answer.headers.get('content-type')}`);
      }
    }
    expect(wrong).toEqual([]);
    const second = (await get('/pl/rejestr-zmian?page=2')).headers.get('link') ?? '';
    expect(second).toContain(`<${origin}/pl/rejestr-zmian>; rel="prev"`);
    expect(second).toContain(`<${origin}/pl/rejestr-zmian?page=3>; rel="next"`);
  }, 240_000);

  it('as CSV is a table that a spreadsheet reads as text', async () => {
    const wrong: string[] = [];
    let tables = 0;
    for (const { path, lang } of pages) {
      const answer = await get(withFormat(path, 'csv'));
      if (answer.status !== 200) continue;
      tables += 1;
      expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
      const [head = [], ...rows] = csvRows(await answer.text());
      if (head.at(-1) !== 'notice' || new Set(head).size !== head.length || head.some((column) => !/^[a-z][a-z0-9_-]*$/.test(column)))
        wrong.push(`${path}: columns ${head.join()}`);
      for (const row of rows) {
        if (row.length !== head.length) wrong.push(`${path}: ${row.length} cells in a row of ${head.length}`);
        if (!row.at(-1)?.includes(lang === 'pl' ? 'Wersja demonstracyjna' : 'Demonstration')) wrong.push(`${path}: a row without the notice`);
        wrong.push(...row.filter((cell) => /^[=+@\t\r]|^-(?!\d+(\.\d+)?$)/.test(cell)).map((cell) => `${path}: ${cell}`));
      }
    }
    expect(wrong).toEqual([]);
    expect(tables).toBeGreaterThan(50);
  });

  it('is where an identifier leads: one of each kind of record, in the language asked for', async () => {
    const slugs = await store().db.read((reader) =>
      reader.selectFrom('currentRevisions').innerJoin('records', 'records.id', 'currentRevisions.recordId').select(['records.kind', 'records.slug']).execute(),
    );
    const oneOfEach = [...Map.groupBy(slugs, (row) => row.kind)].flatMap(([kind, [first]]) => (first ? [{ kind, slug: first.slug }] : []));
    expect(oneOfEach.length).toBeGreaterThan(10);
    for (const { kind, slug } of oneOfEach) {
      for (const lang of langs) {
        const answer = await get(`/id/${kinds.named(kind).plural}/${slug}`, { 'accept-language': lang });
        const to = answer.headers.get('location') ?? '';
        expect([kind, answer.status, to.slice(0, 3)]).toEqual([kind, 303, `/${lang}`]);
        const [path = '', anchor] = to.split('#');
        const html = await (await get(path)).text();
        if (anchor !== undefined) expect([to, html.includes(` id="${anchor}"`)]).toEqual([to, true]);
      }
    }
    expect((await get('/id/organisations/nie-ma')).status).toBe(404);
    expect((await get('/id/nonsense/owhc')).status).toBe(404);
  });

  it('that is not there is a page for people and a problem for programs', async () => {
    for (const lang of langs) {
      const forPeople = await get(`/${lang}/nie-ma`, { accept: 'text/html,*/*;q=0.8' });
      expect([forPeople.status, forPeople.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
      expect(attribute(named(markup(await forPeople.text()), 'html')[0], 'lang')).toBe(lang);
      for (const [path, accept] of [
        [`/${lang}/nie-ma`, 'application/json'],
        [`/${lang}/nie-ma`, 'application/problem+json'],
        [`/${lang}/nie-ma.json`, '*/*'],
        [`/${lang}/nie-ma.csv`, '*/*'],
      ] as const) {
        const forPrograms = await get(path, { accept });
        expect([path, forPrograms.status, forPrograms.headers.get('content-type')]).toEqual([path, 404, 'application/problem+json; charset=utf-8']);
        expect(problem.parse(await forPrograms.json())).toMatchObject({ type: 'about:blank', status: 404, instance: path });
      }
    }
  });
});

describe('a record without an English text', () => {
  const store = storeFor('world');
  const { get } = appOver(store);

  it('is shown to English readers in Polish, marked as Polish, and the page says so', async () => {
    const { db } = store();
    const found = await db.read(async (reader) => {
      const record = await findRecord(reader, 'organisation', 'owhc');
      const revisionId = record && (await currentRevisionId(reader, record.id));
      return revisionId === undefined ? undefined : revisionById(reader, revisionId);
    });
    const body = z.record(z.string(), z.unknown()).parse(found?.body);
    const summary = 'Sieć łączy miasta, które mają zabytek na liście światowego dziedzictwa.';
    const polish = { ...body, name: { pl: 'Organizacja Miast Próbnych' }, summary: { pl: summary } };
    const now = new Date('2026-11-22T13:00:00Z');
    const handed = await submit(db, kinds, { kind: 'organisation', slug: 'owhc', body: polish, actor: await person(db, 'Anna Redaktor'), now });
    if (!handed.ok) throw new Error(handed.detail ?? handed.refusal);
    const published = await publish(db, kinds, { revisionId: handed.value.revisionId, actor: await person(db, 'Piotr Wydawca'), now, publishingBody: office });
    expect(published.ok).toBe(true);

    const root = markup(await (await get('/en/organisations/owhc')).text());
    const [main] = named(root, 'main');
    if (!main) throw new Error('the page has no main part');
    expect(named(named(main, 'h1')[0], 'span').map((one) => [attribute(one, 'lang'), textOf(one)])).toContainEqual(['pl', 'Organizacja Miast Próbnych']);
    expect(
      wordsOn(main)
        .filter(({ text }) => text.replace(/[\u00a0\s]+/g, ' ').includes(summary))
        .map(({ lang }) => lang),
    ).toEqual(['pl']);
    expect(textOf(main)).toContain(wordsOf('en').onlyPolish);
    expect(textOf(named(markup(await (await get('/pl/organizacje/owhc')).text()), 'main')[0])).not.toContain(wordsOf('pl').onlyPolish);
  });
});

/** Names are the same in every language: the names that projects and organisations give themselves are not translated. */
const properNames = [
  'Anchoring ICORN in the Baltic Sea Region',
  'NEEST (NetZero Emission and Environmentally Sustainable Territories)',
  'European Federation of Conference Towns',
  'European Cities and Regions for Culture',
];

/** Words that stand in almost every sentence of the other language. Parts of hyphenated names and of addresses are no words. */
const foreignWords = {
  pl: /(?<![\p{L}\p{N}./-])(the|and|of|with|from|this|which|was|were)(?![\p{L}\p{N}/-]|\.\p{L})/iu,
  en: /(?<![\p{L}\p{N}./-])(się|oraz|nie|jest|są|przez|które|który|która|dla|lub|roku|wersja|miasta|uchwała|ustawa)(?![\p{L}\p{N}/-]|\.\p{L})/iu,
};

const strays = (text: string, lang: Lang): boolean =>
  foreignWords[lang].test(properNames.reduce((rest, name) => rest.replaceAll(name, ''), text.replace(/[\u00a0\s]+/g, ' ').replaceAll('\u2060', '')));
