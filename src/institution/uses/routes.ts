import { canApply, findOffer, readUse, tellOfOffer, type ListedOffer } from '#offers/index.ts';
import { problemOfForm, readForm } from '#web/form.ts';
import { institutionAddress, institutionPages } from '#web/institution-paths.ts';
import { problemFor } from '#web/problems.tsx';
import { openGet, openPost, seeOther, type InstitutionRoute, type Sheet, type Visited } from '../page.ts';
import { formPage, nothingTyped, sentPage, type Typed } from './page.tsx';
import { textsFor } from './texts.ts';

/** Reports of offers that somebody used without going through the city: what goes through the city is followed by the office itself. */
export const usesRoutes: readonly InstitutionRoute[] = [
  openGet(
    institutionPages.howItWent,
    withOffer(async (asked, offer) => formPage({ asked, offer, typed: nothingTyped, errors: [] })),
  ),
  openPost(institutionPages.howItWent, withOffer(takeReport)),
  openGet(
    institutionPages.howItWentSent,
    withOffer(async (asked, offer) => sentPage(asked, offer)),
  ),
];

function withOffer(answer: (asked: Visited, offer: ListedOffer) => Promise<Sheet | Response>): (asked: Visited) => Promise<Sheet | Response | 'notFound'> {
  return async (asked) => {
    const offer = await asked.desk.db.read((reader) => findOffer(reader, asked.given['slug'] ?? ''));
    return offer === undefined || canApply(offer.body).way === 'through-the-city' ? 'notFound' : answer(asked, offer);
  };
}

async function takeReport(asked: Visited, offer: ListedOffer): Promise<Sheet | Response> {
  const { desk, lang, now, network, request, today } = asked;
  const form = await readForm(request, { maxFields: 20, maxBytes: 40_000 });
  if (!form.ok) return problemFor({ path: new URL(request.url).pathname, accept: request.headers.get('accept') ?? undefined }, problemOfForm(form.refusal));
  const of = (name: string): string => form.value.get(name)?.[0] ?? '';
  const typed: Typed = {
    kind: of('kind'),
    outcome: of('outcome'),
    year: of('year'),
    month: of('month'),
    told: of('told'),
    name: of('name'),
    email: of('email'),
    website: of('website'),
  };
  const { errors } = textsFor(lang);
  if (typed.website !== '') return formPage({ asked, offer, typed, errors: [{ field: 'told', text: errors.trapped }], status: 422 });
  const read = readUse({ ...typed, lang }, Number(today.slice(0, 4)));
  if (!read.ok) return formPage({ asked, offer, typed, errors: read.problems.map(({ field, problem }) => ({ field, text: errors[problem] })), status: 422 });
  const told = await desk.db.write((tx) => tellOfOffer(tx, { use: read.value, offerId: offer.id, limitKey: desk.limitKey, network, now }));
  if (!told.ok)
    return formPage({ asked, offer, typed, errors: [{ field: 'told', text: errors.tooMany }], status: 429, headers: [['retry-after', String(told.waitSeconds ?? 3600)]] });
  return seeOther(institutionAddress('howItWentSent', lang, { slug: offer.slug }));
}
