import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import type { Accounts } from '#accounts/index.ts';
import type { City } from '#basics/city.ts';
import { dayAt, type Day } from '#basics/day.ts';
import type { Db, Reader } from '#db/handles.ts';
import { langs, type Lang } from '#lang/lang.ts';
import { officeRail, officeRoutes } from '#office/index.ts';
import { officeApp, type WhoIs } from '#office/mount.tsx';
import { sendFile } from '#office/records/files/send-file.ts';
import { readCity } from '#publishing/load.ts';
import { registerState } from '#publishing/register-state.ts';
import { findRecord } from '#publishing/store.ts';
import { showsFile } from '#register/index.ts';
import { csvText } from '#site/csv.ts';
import { csvwOf } from '#site/csvw.ts';
import { publicPages } from '#site/index.ts';
import { linkHeader, linkHeaderOfFile, withFormat } from '#site/machine/link-header.ts';
import { isMachinePath, machineRoutes } from '#site/machine/routes.ts';
import { missingPage } from '#site/missing.tsx';
import type { Asked, MountedPage, Shown } from '#site/page.ts';
import { documentOf, sectionMenus, textsFor as siteTexts } from '#site/shell.tsx';
import { statementDates } from '#site/statements/dates.ts';
import type { Reader as FrontReader } from '#web/front.ts';
import { pages, type PageName } from '#web/paths.ts';
import { problemJson } from '#web/problems.tsx';
import { TextAnswer } from '#web/text-answer.ts';
import { themeCss, themePath } from '#ui/theme.ts';
import { institutionRoutes } from './institution/index.ts';
import { institutionApp, methodsAmong } from './institution/mount.tsx';
import { kinds } from './kinds.ts';
import { answerPreview, previewPaths } from './preview.tsx';
import { takeFeedback } from './take-feedback.tsx';

export type AppOptions = {
  db: Db;
  baseUrl: string;
  /** The clock; tests set it. */
  now: () => Date;
  /** What a kept page depends on, made of the register version and the day that a snapshot was read at. */
  versionKey: (registerVersion: number, day: Day) => string;
  /** Whether the database answers and is migrated. */
  ready: () => Promise<boolean>;
  /** Whom to tell of a weakness (security.txt). */
  securityContact?: string | null;
  /** Who sends a request to the office; without it nobody can sign in. */
  whoIs?: WhoIs;
  /** How people come in. */
  accounts?: Accounts | undefined;
  /** The folder where mails lie that no server takes; null where one takes them. */
  outbox?: string | null;
  /** Signs the links of mails about offers where there are no accounts. */
  secret?: string;
};

/** A page and its files; `csv-metadata.json` tells what the columns of the CSV hold. The longest end comes first. */
const files = ['csv-metadata.json', 'json', 'csv'] as const;
type Format = 'html' | (typeof files)[number];

const formatOf = (path: string): { path: string; format: Format } => {
  const format = files.find((end) => path.endsWith(`.${end}`));
  return format === undefined ? { path, format: 'html' } : { path: path.slice(0, -format.length - 1), format };
};

/** The address without its format: `/pl/organizacje.json` is the page `/pl/organizacje`. What only programs look for has no other formats. */
function barePath(request: Request): string {
  const { pathname } = new URL(request.url);
  const { path } = formatOf(pathname);
  return isMachinePath(path) ? pathname : path;
}

/** The front door: every page at its address in both languages, and in every format it has. */
export function createApp(options: AppOptions): Hono<{ Bindings: Partial<FrontReader> }> {
  const app = new Hono<{ Bindings: Partial<FrontReader> }>({ getPath: barePath, strict: true });

  app.get('/healthz', (c) => c.text('ok'));
  app.get('/readyz', async (c) => ((await options.ready()) ? c.text('ready') : c.text('not ready', 503)));
  app.get('/', (c) => {
    const wantsEnglish = /^en\b/i.test(c.req.header('accept-language') ?? '');
    return c.body(null, 302, { location: wantsEnglish ? pages.home.en : pages.home.pl, vary: 'Accept-Language' });
  });
  app.get('/id/:plural/:slug', (c) => identify(options, c.req.param('plural'), c.req.param('slug'), c.req.header('accept-language')));
  app.get('/assets/:theme{theme-[0-9a-f-]+\\.css}', (c) => themeFile(options, c.req.raw));
  app.get('/files/:id/:name', (c) => publicFile(options, c.req.param('id'), c.req.raw));
  app.route('/', machineRoutes({ ...options, kinds }));
  for (const page of publicPages) for (const lang of langs) app.get(pages[page.name][lang], (c) => answer(options, page, lang, c.req.raw, c.req.param()));
  for (const lang of langs)
    app.post(pages.feedback[lang], (c) => takeFeedback({ ...options, show: (shown) => feedbackDocument(options, shown, lang) }, lang, c.req.raw, c.env?.address ?? 'unknown'));
  const desk = { db: options.db, kinds, baseUrl: options.baseUrl, now: options.now, accounts: options.accounts, statement: statementDates, outbox: options.outbox ?? null };
  const office = officeApp({ desk, whoIs: options.whoIs ?? options.accounts?.whoIs ?? (() => Promise.resolve(null)), routes: officeRoutes, rail: officeRail });
  const zoneDesk = {
    db: options.db,
    kinds,
    baseUrl: options.baseUrl,
    now: options.now,
    limitKey: options.secret ?? options.accounts?.secret ?? randomBytes(32).toString('base64url'),
    outbox: options.outbox ?? null,
  };
  const zone = institutionApp({ desk: zoneDesk, routes: institutionRoutes, missing: (request) => missing(options, request) });
  for (const path of new Set(institutionRoutes.flatMap((route) => Object.values(route.path)))) app.all(path, (c) => zone.fetch(c.req.raw, c.env));
  for (const path of ['/office', '/office/*']) app.all(path, (c) => office.fetch(c.req.raw, c.env));
  for (const lang of langs) app.get(previewPaths[lang], async (c) => (await answerPreview(options, c.req.param('token') ?? '', lang)) ?? missing(options, c.req.raw));
  app.notFound((c) => missing(options, c.req.raw));
  return app;
}

/** Which methods an address takes; null where there is no such address. */
export function methodsOf(path: string): readonly string[] | null {
  if (isMachinePath(path)) return ['GET'];
  if (path === '/office' || path.startsWith('/office/')) return ['GET', 'POST'];
  const ofZone = institutionMethods(path);
  if (ofZone !== null) return ofZone;
  const bare = formatOf(path).path;
  const fixed = ['/', '/healthz', '/readyz'].includes(bare) || /^\/((?:id|files)\/[^/]+|podglad|preview)\/[^/]+$/.test(bare);
  if (langs.some((lang) => pages.feedback[lang] === bare)) return ['GET', 'POST'];
  return fixed || pageAddress.test(bare) ? ['GET'] : null;
}

const institutionMethods = methodsAmong(institutionRoutes);

const pageAddress = new RegExp(
  `^(?:${Object.values(pages)
    .flatMap((page) => langs.map((lang) => page[lang].replace(/:[a-z]+/g, '[^/]+')))
    .join('|')})$`,
);

async function answer(options: AppOptions, page: MountedPage, lang: Lang, request: Request, given: Record<string, string>): Promise<Response> {
  const url = new URL(request.url);
  const { format } = formatOf(url.pathname);
  return options.db.readRecent(async (reader) => {
    const { version, city } = await registerState(reader);
    if (!city) return unprepared();
    const now = options.now();
    const today = dayAt(now, city.timeZone);
    const asked: Asked = {
      reader,
      lang,
      given,
      query: url.searchParams,
      now,
      today,
      city,
      baseUrl: options.baseUrl,
      kinds,
      whole: format === 'csv' || format === 'csv-metadata.json',
    };
    const found = await page.answer(asked);
    const kept = { 'x-koga-cache': 'page', 'x-koga-version': options.versionKey(version, today) };
    // Who asked for a file, or for a state of the page, is led to the same of the page that moved.
    if (found.elsewhere === 'moved') return new Response(null, { status: 301, headers: { location: (format === 'html' ? found.to : withFormat(found.to, format)) + url.search } });
    if (found.elsewhere === 'notFound') return missingIn(options, reader, { lang, city, today, request, format });
    if (format === 'json' ? !found.json : format !== 'html' && !found.csv) return missingIn(options, reader, { lang, city, today, request, format });
    const shown = found.show();
    const headers = { ...kept, ...(typeof shown.until === 'number' ? { 'x-koga-until': String(shown.until) } : {}) };
    const alternates = alternatesOf(page.name, given, shown.canonicalQuery ?? '');
    const { paging } = found;
    const notice = city.demonstration?.[lang] ?? null;
    const ofFile = { alternates, lang, paging, asked: alternatesOf(page.name, given, url.search.slice(1))[lang] };
    if (format === 'json' && found.json)
      return new TextAnswer(JSON.stringify({ notice, ...found.json() }), {
        ...headers,
        ...open,
        'content-type': 'application/json; charset=utf-8',
        link: linkHeaderOfFile(options.baseUrl, format, ofFile),
      });
    if (format === 'csv' && found.csv) {
      const table = found.csv();
      const disposition = `attachment; filename="${table.name}.csv"`;
      return new TextAnswer(csvText(table, notice), {
        ...headers,
        ...open,
        'content-type': 'text/csv; charset=utf-8; header=present',
        'content-disposition': disposition,
        link: linkHeaderOfFile(options.baseUrl, format, ofFile),
      });
    }
    if (format === 'csv-metadata.json' && found.csv) {
      const address = options.baseUrl + withFormat(ofFile.asked, 'csv');
      const metadata = csvwOf(found.csv(), { title: shown.title, lang, address, notice, label: shown.label?.facts });
      return new TextAnswer(JSON.stringify(metadata), { ...headers, ...open, 'content-type': 'application/csvm+json' });
    }
    const menus = await sectionMenus(reader, { lang, today, city, path: url.pathname });
    const html = await documentOf(shown, { lang, city, baseUrl: options.baseUrl, today, alternates, section: page.section, menus, paging });
    return new TextAnswer(html, {
      ...(shown.notKept === true ? {} : headers),
      'content-type': 'text/html; charset=utf-8',
      link: linkHeader(options.baseUrl, { shown, alternates, lang, paging, formats: [...(found.json ? ['json' as const] : []), ...(found.csv ? ['csv' as const] : [])] }),
    });
  });
}

/** The stylesheet of the colours in use; the address of others, or of earlier ones, holds nothing. */
async function themeFile(options: AppOptions, request: Request): Promise<Response> {
  const city = await options.db.readRecent(readCity);
  const colours = city?.colours;
  if (!colours || new URL(request.url).pathname !== themePath(colours)) return missing(options, request);
  return new Response(themeCss(colours), { headers: { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'public, max-age=31536000, immutable' } });
}

/** The form for remarks as it comes back to the one who sent it. */
async function feedbackDocument(options: AppOptions, shown: (city: City) => Shown, lang: Lang): Promise<string | null> {
  return options.db.readRecent(async (reader) => {
    const city = await readCity(reader);
    if (!city) return null;
    const today = dayAt(options.now(), city.timeZone);
    const filled = shown(city);
    const menus = await sectionMenus(reader, { lang, today, city, path: '' });
    return documentOf(filled, { lang, city, baseUrl: options.baseUrl, today, alternates: alternatesOf('feedback', {}, filled.canonicalQuery ?? ''), section: undefined, menus });
  });
}

/** Open data may be read by pages of other sites. */
const open = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' };

function alternatesOf(name: PageName, given: Record<string, string>, query: string): Record<Lang, string> {
  const of = (lang: Lang): string => pages[name][lang].replace(/:([a-z]+)/g, (_whole, part: string) => encodeURIComponent(given[part] ?? '')) + (query === '' ? '' : `?${query}`);
  return { pl: of('pl'), en: of('en') };
}

const langOf = (request: Request): Lang => (/^\/(en|preview)(\/|$|\.)/.test(new URL(request.url).pathname) ? 'en' : 'pl');

async function missing(options: AppOptions, request: Request): Promise<Response> {
  return options.db.readRecent(async (reader) => {
    const city = await readCity(reader);
    if (!city) return unprepared();
    const { format } = formatOf(new URL(request.url).pathname);
    return missingIn(options, reader, { lang: langOf(request), city, today: dayAt(options.now(), city.timeZone), request, format });
  });
}

async function missingIn(options: AppOptions, reader: Reader, given: { lang: Lang; city: City; today: Day; request: Request; format: Format }): Promise<Response> {
  const { lang, city, today, request, format } = given;
  const shown = missingPage(lang);
  const wantsPage = format === 'html' && !/\bapplication\/(problem\+)?json\b/.test(request.headers.get('accept') ?? '');
  if (!wantsPage) return problemJson({ status: 404, title: shown.title, instance: new URL(request.url).pathname });
  const menus = await sectionMenus(reader, { lang, today, city, path: '' });
  return new Response(await missingDocument(shown, { lang, city, today, baseUrl: options.baseUrl, menus }), {
    status: 404,
    headers: { 'content-type': 'text/html; charset=utf-8' },
  });
}

const missingDocument = (shown: Shown, given: { lang: Lang; city: City; today: Day; baseUrl: string; menus: Awaited<ReturnType<typeof sectionMenus>> }): Promise<string> =>
  documentOf(shown, { ...given, alternates: { pl: pages.home.pl, en: pages.home.en }, section: undefined });

/** An installation without a city yet: `koga init` or an example makes one. */
const unprepared = (): Response =>
  new Response(
    'Koga: no city has been set up yet. Run "koga init" or start with an example.\nKoga: nie skonfigurowano jeszcze miasta. Uruchom „koga init” albo zacznij od przykładu.\n',
    {
      status: 503,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    },
  );

/** A file that a published act shows. */
async function publicFile(options: AppOptions, id: string, request: Request): Promise<Response> {
  const sent = await options.db.readRecent((reader) => sendFile(reader, { id, has: request.headers.get('if-none-match'), isPublic: true, mayBeSent: () => showsFile(reader, id) }));
  return sent ?? missing(options, request);
}

/** A stable identifier leads to the page that now tells of the thing (303, W3C Cool URIs). */
async function identify(options: AppOptions, plural: string, slug: string, accepts: string | undefined): Promise<Response> {
  const kind = kinds.withPlural(plural);
  const lang: Lang = /^en\b/i.test(accepts ?? '') ? 'en' : 'pl';
  const path = kind && (await options.db.readRecent(async (reader) => (await findRecord(reader, kind.name, slug)) && currentPath(reader, kind.name, slug, lang)));
  if (path === undefined) return problemJson({ status: 404, title: siteTexts(lang).notFound.record, instance: `/id/${plural}/${slug}` });
  return new Response(null, { status: 303, headers: { location: path, vary: 'Accept-Language' } });
}

async function currentPath(reader: Reader, kind: string, slug: string, lang: Lang): Promise<string | undefined> {
  const record = await findRecord(reader, kind, slug);
  if (!record) return undefined;
  const row = await reader.selectFrom('searchDocuments').select('path').where('recordId', '=', record.id).where('lang', '=', lang).executeTakeFirst();
  return row?.path;
}
