import { Hono } from 'hono';
import type { SignedIn } from '#accounts/index.ts';
import { dayAt } from '#basics/day.ts';
import type { Lang } from '#lang/lang.ts';
import { readCity } from '#publishing/load.ts';
import { insertAudit } from '#publishing/store.ts';
import { readForm } from '#web/form.ts';
import { isFromElsewhere } from '#web/same-origin.ts';
import { NotAllowed, type Desk, type OfficeRoute, type Sheet, type Visited } from './page.ts';
import { railFor } from './rail.ts';
import { documentOf, textsFor, type RailLink } from './shell.tsx';

/** Who sends a request; null for nobody. The roof gives it, so that tests can be whom they like. */
export type WhoIs = (request: Request) => Promise<SignedIn | null>;

type Office = { desk: Desk; whoIs: WhoIs; routes: readonly OfficeRoute[]; rail: readonly RailLink[] };

/** The office under one address. Every page needs somebody who has signed in; what it needs beyond that it asks for itself. */
export function officeApp({ desk, whoIs, routes, rail }: Office): Hono<{ Bindings: { address?: string } }> {
  const app = new Hono<{ Bindings: { address?: string } }>({ strict: true });
  for (const route of routes)
    app.on(route.method, route.path, async (c) => {
      const request = c.req.raw;
      const url = new URL(request.url);
      const city = await desk.db.read(readCity);
      if (city === undefined) return new Response('Koga: no city has been set up yet. Run "koga init".\n', { status: 503 });
      const person = await whoIs(request);
      const lang = person?.lang ?? (url.searchParams.get('lang') === 'en' ? 'en' : 'pl');
      const useful = await railFor(desk.db, rail, person);
      const show = (sheet: Sheet): Response =>
        new Response(documentOf(sheet, { city, lang, person, path: url.pathname + url.search, rail: useful, done: url.searchParams.get('done') }), {
          status: sheet.status ?? 200,
          headers: new Headers([
            ['content-type', 'text/html; charset=utf-8'],
            ['cache-control', 'no-store'],
            ...(sheet.headers ?? []).map(([name, value]): [string, string] => [name, value]),
          ]),
        });
      if (route.method === 'POST' && isFromElsewhere(request, desk.baseUrl)) return show(refusal(lang, textsFor(lang).forbidden.elsewhere));
      if (person === null && route.open !== true) return route.method === 'GET' ? toSignIn(url) : show(await sessionOver(request, url, lang));
      const now = desk.now();
      const asked: Visited = {
        desk,
        person,
        lang,
        city,
        today: dayAt(now, city.timeZone),
        now,
        given: c.req.param(),
        query: url.searchParams,
        request,
        address: c.env?.address ?? 'unknown',
      };
      try {
        const answer = route.open === true ? await route.answer(asked) : person === null ? toSignIn(url) : await route.answer({ ...asked, person });
        return answer instanceof Response ? answer : show(answer);
      } catch (error) {
        if (!(error instanceof NotAllowed) || person === null) throw error;
        await desk.db.write((tx) => insertAudit(tx, { at: now, actorId: person.actorId, action: 'refused', about: `${route.method} ${route.path}: needs ${error.missing}` }));
        return show(notAllowed(lang, error.missing));
      }
    });
  app.notFound(async (c) => {
    const person = await whoIs(c.req.raw);
    const url = new URL(c.req.url);
    if (person === null) return toSignIn(url);
    const city = await desk.db.read(readCity);
    if (city === undefined) return new Response(null, { status: 404 });
    const texts = textsFor(person.lang).missing;
    const sheet = { title: texts.title, content: <Words title={texts.title} lines={[texts.text]} lang={person.lang} /> };
    return new Response(documentOf(sheet, { city, lang: person.lang, person, path: url.pathname, rail: await railFor(desk.db, rail, person), done: null }), {
      status: 404,
      headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
    });
  });
  return app;
}

const toSignIn = (url: URL): Response =>
  new Response(null, { status: 303, headers: { location: `/office/sign-in?to=${encodeURIComponent(url.pathname + url.search)}`, 'cache-control': 'no-store' } });

const Words = ({ title, lines, lang }: { title: string; lines: string[]; lang: Lang }) => (
  <>
    <h1>{title}</h1>
    {lines.map((line) => (
      <p>{line}</p>
    ))}
    <p>
      <a href="/office">{textsFor(lang).forbidden.back}</a>
    </p>
  </>
);

function refusal(lang: Lang, line: string): Sheet {
  const texts = textsFor(lang).forbidden;
  return { title: texts.title, status: 403, content: <Words title={texts.title} lines={[line]} lang={lang} /> };
}

function notAllowed(lang: Lang, missing: NotAllowed['missing']): Sheet {
  const texts = textsFor(lang);
  const { forbidden } = texts;
  const line = missing === 'second-factor' ? forbidden.secondFactor : forbidden.role(texts.roles[missing]);
  return {
    title: forbidden.title,
    status: 403,
    content: (
      <>
        <Words title={forbidden.title} lines={[line, forbidden.noted]} lang={lang} />
        {missing === 'second-factor' && (
          <p>
            <a href="/office/account">{forbidden.secondFactorLink}</a>
          </p>
        )}
      </>
    ),
  };
}

/** A form that was sent after the session had ended comes back whole, to be sent again. */
async function sessionOver(request: Request, url: URL, lang: Lang): Promise<Sheet> {
  const texts = textsFor(lang).signedOut;
  const form = await readForm(request, { many: 'all', maxFields: 5000, maxBytes: 4 * 1_048_576 });
  const fields = form.ok ? [...form.value].flatMap(([name, values]) => values.map((value) => ({ name, value }))) : [];
  return {
    title: texts.title,
    status: 401,
    content: (
      <>
        <h1>{texts.title}</h1>
        <p>{texts.text}</p>
        <p>
          <a href="/office/sign-in" target="_blank" rel="noopener">
            {texts.signIn}
          </a>
        </p>
        {fields.length > 0 && (
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
