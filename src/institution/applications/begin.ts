import { findOffer, interestShape, startApplication, startInterest } from '#offers/index.ts';
import { problemOfForm, readForm } from '#web/form.ts';
import { institutionAddress } from '#web/institution-paths.ts';
import { problemFor } from '#web/problems.tsx';
import { seeOther, type Asked, type Sheet } from '../page.ts';
import { applySheet } from './apply-page.tsx';

/** Begins an application and leads to it; the same form sent twice leads to the same one. */
export const beginApplication = (asked: Asked): Promise<Sheet | Response | 'notFound'> => begin(asked, false);

/** Notes who is interested and what for. */
export const noteInterest = (asked: Asked): Promise<Sheet | Response | 'notFound'> => begin(asked, true);

async function begin(asked: Asked, isInterest: boolean): Promise<Sheet | Response | 'notFound'> {
  const { desk, lang, city, contact, now, today, given, request } = asked;
  const form = await readForm(request, { maxFields: 20, maxBytes: 65_536 });
  if (!form.ok) return problemFor({ path: new URL(request.url).pathname, accept: request.headers.get('accept') ?? undefined }, problemOfForm(form.refusal));
  const of = (name: string): string => form.value.get(name)?.[0] ?? '';
  const typed = { who: of('who'), what: of('what'), once: of('once') };
  if (!/^[0-9a-f-]{36}$/.test(typed.once)) return applySheet(asked, { status: 422 });
  const interest = interestShape.safeParse(typed);
  if (isInterest && !interest.success) {
    const wrong = new Set(interest.error.issues.map((issue) => issue.path[0]));
    return applySheet(asked, { typed, problems: (['who', 'what'] as const).filter((field) => wrong.has(field)), status: 422 });
  }
  const begun = await desk.db.write(async (tx) => {
    const offer = await findOffer(tx, given['slug'] ?? '');
    if (offer === undefined) return undefined;
    const applying = { offer, contact, onceKey: typed.once, now, zone: city.timeZone, year: Number(today.slice(0, 4)) };
    return isInterest && interest.success ? startInterest(tx, { ...applying, interest: interest.data }) : startApplication(tx, applying);
  });
  if (begun === undefined) return 'notFound';
  if (!begun.ok) return applySheet(asked, { typed, status: 422 });
  return seeOther(`${institutionAddress('application', lang, { id: begun.value.id })}${isInterest ? '?done=sent' : ''}`);
}
