import type { City } from '#basics/city.ts';
import { isDatabaseAway } from '#db/away.ts';
import type { Db } from '#db/handles.ts';
import type { Lang } from '#lang/lang.ts';
import { feedbackFields, type FormError, type Typed } from '#site/feedback/form.tsx';
import { feedbackForm, sentAddress } from '#site/feedback/page.tsx';
import { feedbackTexts } from '#site/feedback/texts.ts';
import { unavailableForm } from '#site/feedback/unavailable.tsx';
import type { Shown } from '#site/page.ts';
import { problemOfForm, readForm, type Form } from '#web/form.ts';
import { problemFor, type Problem } from '#web/problems.tsx';
import { isFromElsewhere } from '#web/same-origin.ts';
import { bodyBytesAtMost, readFeedback, sendFeedback } from './feedback/index.ts';

type Desk = { db: Db; baseUrl: string; now: () => Date; show: (shown: (city: City) => Shown) => Promise<string | null> };

/** Takes a remark from the form: stores it and leads on, or gives the form back with everything typed and what is wrong. */
export async function takeFeedback(desk: Desk, lang: Lang, request: Request, address: string): Promise<Response> {
  const problem = (one: Problem): Response => problemFor({ path: new URL(request.url).pathname, accept: request.headers.get('accept') ?? undefined }, one);
  if (isFromElsewhere(request, desk.baseUrl)) return problem({ status: 403, detail: 'elsewhere' });
  const form = await readForm(request, { maxFields: 20, maxBytes: bodyBytesAtMost });
  if (!form.ok) return problem(problemOfForm(form.refusal));
  const typed = typedIn(form.value);
  const texts = feedbackTexts(lang);
  const again = (status: number, errors: FormError[], headers = {}): Promise<Response> => giveBack(desk, lang, typed, { status, errors, headers });
  try {
    if (typed.website !== '') return await again(422, [{ field: 'message', text: texts.refusals.trapped }]);
    const read = readFeedback({ ...typed, path: typed.page, lang });
    if (!read.ok) {
      const errors = read.problems.map(({ field, problem: what }) => ({ field, text: texts.errors[what] }));
      return await again(422, errors);
    }
    const sent = await sendFeedback(desk.db, { feedback: read.value, address, now: desk.now() });
    if (!sent.ok) return await again(429, [{ field: 'message', text: texts.refusals[sent.refusal] }], { 'retry-after': String(sent.waitSeconds) });
    return new Response(null, { status: 303, headers: { location: sentAddress(lang, typed) } });
  } catch (error) {
    if (!isDatabaseAway(error)) throw error;
    return written(503, unavailableForm(typed, lang), { 'retry-after': '120' });
  }
}

/** Fields that the form has, each as it was typed; what else was sent is of no interest. */
function typedIn(form: Form): Typed {
  const [page, useful, kind, message, email, website] = feedbackFields.map((name) => form.get(name)?.[0] ?? '');
  return { page: page ?? '', useful: useful ?? '', kind: kind ?? '', message: message ?? '', email: email ?? '', website: website ?? '' };
}

async function giveBack({ show }: Desk, lang: Lang, typed: Typed, given: { status: number; errors: FormError[]; headers: Record<string, string> }): Promise<Response> {
  const html = await show((city) => feedbackForm({ typed, errors: given.errors, lang, demonstration: city.demonstration !== null }));
  // Without a city there is no page to put the form on.
  return html === null ? written(503, unavailableForm(typed, lang), { 'retry-after': '120' }) : written(given.status, html, given.headers);
}

const written = (status: number, html: string, headers: Record<string, string>): Response =>
  new Response(html, { status, headers: { ...headers, 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' } });
