import type { Lang } from '#lang/lang.ts';
import { otherLang } from '#lang/lang.ts';
import { problems as english } from '#lang/en/problems.ts';
import { problems as polish } from '#lang/pl/problems.ts';
import { prefersPage } from './negotiate.ts';
import { langOf } from './request-target.ts';

const texts = { pl: polish, en: english };

export type ProblemDetail = keyof typeof polish.details;

/** What can be said of a problem beyond its status. `reference` is the number under which it stands in the log. */
export type Problem = { status: number; detail?: ProblemDetail | undefined; allowed?: readonly string[] | undefined; reference?: string | undefined };

const named = {
  403: 'forbidden',
  404: 'notFound',
  405: 'methodNotAllowed',
  406: 'notAcceptable',
  408: 'timedOut',
  413: 'tooLarge',
  414: 'addressTooLong',
  431: 'headersTooLarge',
  503: 'unavailable',
} as const;

const isNamed = (status: number): status is keyof typeof named => status in named;

function titleAndText({ status }: Problem, lang: Lang): { title: string; text: string } {
  if (isNamed(status)) return texts[lang][named[status]];
  return status >= 500 ? texts[lang].failed : texts[lang].badRequest;
}

function sentences(problem: Problem, lang: Lang): string[] {
  return [
    problem.detail === undefined ? '' : texts[lang].details[problem.detail],
    titleAndText(problem, lang).text,
    problem.allowed === undefined ? '' : texts[lang].allowed(problem.allowed.join(', ')),
    problem.reference === undefined ? '' : texts[lang].reference(problem.reference),
  ].filter((sentence) => sentence !== '');
}

/**
 * A page that needs nothing: no register, no menus, no style sheet. For problems that arise before or in spite of the app,
 * in both languages because the address may not tell which one the reader wants.
 */
export function plainProblem({ lang, ...problem }: Problem & { lang: Lang }): string {
  const other = otherLang(lang);
  const page = (
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>{titleAndText(problem, lang).title}</title>
      </head>
      <body>
        <main>
          <h1>{titleAndText(problem, lang).title}</h1>
          <Saying problem={problem} lang={lang} />
          <section lang={other}>
            <h2>{titleAndText(problem, other).title}</h2>
            <Saying problem={problem} lang={other} />
          </section>
        </main>
      </body>
    </html>
  );
  return `<!doctype html>${page.html}`;
}

function Saying({ problem, lang }: { problem: Problem; lang: Lang }) {
  return (
    <>
      {sentences(problem, lang).map((sentence) => (
        <p>{sentence}</p>
      ))}
      <p>
        <a href={`/${lang}`}>{texts[lang].home}</a>
      </p>
    </>
  );
}

const written = (body: string, status: number, type: string, headers: Record<string, string>) =>
  new Response(body, {
    status,
    headers: { ...headers, 'content-type': `${type}; charset=utf-8`, 'content-length': String(Buffer.byteLength(body)), 'cache-control': 'no-store' },
  });

/** A problem for programs (RFC 9457). */
export function problemJson(problem: { status: number; title: string; detail?: string; instance?: string; headers?: Record<string, string> }): Response {
  const { headers = {}, ...body } = problem;
  return written(JSON.stringify({ type: 'about:blank', ...body }), problem.status, 'application/problem+json', headers);
}

/** The problem as its reader can use it: a page for people, RFC 9457 for programs, told apart by `Accept` and the address. */
export function problemFor(asked: { path: string; accept: string | undefined }, problem: Problem): Response {
  const lang = langOf(asked.path);
  const headers: Record<string, string> = { vary: 'Accept', 'content-language': lang };
  if (problem.allowed !== undefined) headers['allow'] = problem.allowed.join(', ');
  if (!prefersPage(asked.accept, asked.path)) {
    const { title } = titleAndText(problem, lang);
    return problemJson({ status: problem.status, title, detail: sentences(problem, lang).join(' '), instance: asked.path.slice(0, 200), headers });
  }
  return written(plainProblem({ ...problem, lang }), problem.status, 'text/html', headers);
}
