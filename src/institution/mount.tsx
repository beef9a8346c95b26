import { Hono } from 'hono';
import { dayAt } from '#basics/day.ts';
import { networkOf } from '#feedback/index.ts';
import { langs, type Lang } from '#lang/lang.ts';
import { contactOf } from '#offers/index.ts';
import { readCity } from '#publishing/load.ts';
import { documentOf, sectionMenus } from '#site/shell.tsx';
import { PageTitle } from '#ui/section.tsx';
import { readForm } from '#web/form.ts';
import { filled, institutionAddress } from '#web/institution-paths.ts';
import { isFromElsewhere } from '#web/same-origin.ts';
import { sessionToken } from './cookie.ts';
import { ContactBar, Done } from './frame.tsx';
import type { InstitutionDesk, InstitutionRoute, Sheet, Visited } from './page.ts';
import { institutionTexts } from './texts.ts';

type Bindings = { Bindings: { address?: string } };
type Zone = { desk: InstitutionDesk; routes: readonly InstitutionRoute[]; missing: (request: Request) => Promise<Response> };

/** The pages for people of institutions and for subscribers: they look like the public service, know who asks, and are kept by nobody. */
export function institutionApp({ desk, routes, missing }: Zone): Hono<Bindings> {
  const app = new Hono<Bindings>({ strict: true });
  for (const route of routes)
    for (const lang of langs)
      app.on(route.method, route.path[lang], async (c) => {
        const request = c.req.raw;
        const now = desk.now();
        const token = sessionToken(request, desk.baseUrl);
        const { city, contact } = await desk.db.read(async (reader) => ({
          city: await readCity(reader),
          contact: token === null ? null : await contactOf(reader, token, now),
        }));
        if (city === undefined) return missing(request);
        const given = c.req.param();
        const url = new URL(request.url);
        const asked: Visited = {
          desk,
          contact,
          lang,
          city,
          today: dayAt(now, city.timeZone),
          now,
          given,
          query: url.searchParams,
          request,
          network: networkOf(c.env?.address ?? 'unknown'),
        };
        const show = (sheet: Sheet): Promise<Response> => documentFor(asked, sheet, route);
        if (route.method === 'POST' && !(route.open === true && route.fromAnywhere === true) && isFromElsewhere(request, desk.baseUrl)) return show(refusal(lang));
        if (route.open === true) return answered(await route.answer(asked), show, () => missing(request));
        if (contact === null) return route.method === 'GET' ? toSignIn(url, lang) : show(await sessionOver(request, lang));
        return answered(await route.answer({ ...asked, contact }), show, () => missing(request));
      });
  app.notFound((c) => missing(c.req.raw));
  return app;
}

/** Which methods an address of these pages takes; null where it is none of them. */
export function methodsAmong(routes: readonly InstitutionRoute[]): (path: string) => readonly string[] | null {
  const known = routes.flatMap(({ method, path }) => langs.map((lang) => ({ method, pattern: new RegExp(`^${path[lang].replace(/:[a-z]+/g, '[^/]+')}$`) })));
  return (path) => {
    const methods = known.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method);
    return methods.length === 0 ? null : [...new Set(methods)];
  };
}

async function answered(answer: Sheet | Response | 'notFound', show: (sheet: Sheet) => Promise<Response>, missing: () => Promise<Response>): Promise<Response> {
  if (answer === 'notFound') return missing();
  return answer instanceof Response ? answer : show(answer);
}

async function documentFor({ desk, contact, lang, city, today, given, query, request }: Visited, sheet: Sheet, { path }: InstitutionRoute): Promise<Response> {
  const menus = await desk.db.read((reader) => sectionMenus(reader, { lang, today, city, path: '' }));
  const search = request.method === 'GET' ? withoutDone(query) : '';
  const here = (one: Lang): string => filled(path[one], given) + search;
  const alternates = sheet.alternates ?? { pl: here('pl'), en: here('en') };
  const html = await documentOf(
    {
      title: sheet.title,
      description: sheet.description,
      crumbs: sheet.crumbs ?? [],
      noIndex: sheet.indexed !== true,
      errorPrefix: sheet.errorPrefix ?? false,
      noFeedback: true,
      content: (
        <>
          {contact !== null && <ContactBar contact={contact} path={new URL(request.url).pathname} lang={lang} />}
          <Done word={query.get('done')} lang={lang} />
          {sheet.content}
        </>
      ),
    },
    { lang, city, baseUrl: desk.baseUrl, today, alternates, section: 'offers', menus },
  );
  return new Response(html, {
    status: sheet.status ?? 200,
    headers: new Headers([...ownHeaders, ...(sheet.headers ?? []).map(([name, value]): [string, string] => [name, value])]),
  });
}

// What stands in such an address may be a one-time link: no other site is told of it.
const ownHeaders: [string, string][] = [
  ['content-type', 'text/html; charset=utf-8'],
  ['cache-control', 'no-store'],
  ['referrer-policy', 'same-origin'],
];

function withoutDone(query: URLSearchParams): string {
  const rest = new URLSearchParams(query);
  rest.delete('done');
  return rest.size === 0 ? '' : `?${rest.toString()}`;
}

const toSignIn = (url: URL, lang: Lang): Response =>
  new Response(null, {
    status: 303,
    headers: { location: `${institutionAddress('signIn', lang)}?to=${encodeURIComponent(url.pathname + url.search)}`, 'cache-control': 'no-store' },
  });

function refusal(lang: Lang): Sheet {
  const texts = institutionTexts(lang).elsewhere;
  const home = institutionAddress('institution', lang);
  return {
    title: texts.title,
    status: 403,
    alternates: { pl: institutionAddress('institution', 'pl'), en: institutionAddress('institution', 'en') },
    content: (
      <>
        <PageTitle title={texts.title} lead={texts.text} />
        <p>
          <a href={home}>{texts.back}</a>
        </p>
      </>
    ),
  };
}

/** A form that was sent after the session had ended comes back whole, to be sent again. */
async function sessionOver(request: Request, lang: Lang): Promise<Sheet> {
  const texts = institutionTexts(lang).signedOutForm;
  const url = new URL(request.url);
  const form = await readForm(request, { many: 'all', maxFields: 1000 });
  const fields = form.ok ? [...form.value].flatMap(([name, values]) => values.map((value) => ({ name, value }))) : [];
  return {
    title: texts.title,
    status: 401,
    alternates: { pl: institutionAddress('institution', 'pl'), en: institutionAddress('institution', 'en') },
    content: (
      <>
        <PageTitle title={texts.title} lead={texts.text} />
        <p>
          <a href={institutionAddress('signIn', lang)} target="_blank" rel="noopener">
            {texts.signIn}
          </a>
        </p>
        {form.ok && (
          <form method="post" action={url.pathname + url.search}>
            {fields.map(({ name, value }) => (
              <textarea hidden name={name}>
                {value}
              </textarea>
            ))}
            <button class="govuk-button" type="submit">
              {texts.again}
            </button>
          </form>
        )}
      </>
    ),
  };
}
