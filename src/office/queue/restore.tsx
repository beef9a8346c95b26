import { Button, ErrorSummary } from '#ui/fields.tsx';
import { Banner } from '#ui/banner.tsx';
import { restoreIn } from '#publishing/restore.ts';
import { revisionById } from '#publishing/store.ts';
import { actorOf, requireRole, seeOther, type Asked, type Sheet } from '../page.ts';
import { typedIn } from '../typed.ts';
import { idIn } from './decisions.ts';
import { nothingHere, refusedSheet, untouched, WhyFields, type Typed } from './parts.tsx';
import { tellPublishers } from './letters.ts';
import { readWhy } from './reason.ts';
import { compare } from './review.ts';
import { Changes } from './review-page.tsx';
import { textsFor } from './texts.ts';

async function show(asked: Asked, typed: Typed): Promise<Sheet> {
  const { lang, desk } = asked;
  const texts = textsFor(lang);
  const id = idIn(asked);
  const found =
    id === null
      ? undefined
      : await desk.db.read(async (reader) => {
          const revision = await revisionById(reader, id);
          return revision && { revision, compared: await compare(reader, desk.kinds, revision) };
        });
  if (!found) return nothingHere(lang);
  const { revision, compared } = found;
  if (compared.current?.id === revision.id) return refusedSheet({ title: texts.notNowTitle, lines: [texts.refusals.alreadyCurrent], status: 409, lang });
  const title = compared.title[lang];
  const record = `/office/records/${revision.kind}/${revision.slug}`;
  return {
    title: `${texts.restore.title}: ${title}`,
    rail: 'records',
    crumbs: [
      { text: title, href: record },
      { text: texts.restore.title, href: `/office/queue/restore/${revision.id}` },
    ],
    ...(typed.faults.length > 0 ? { status: 422, errorPrefix: true } : {}),
    content: (
      <>
        <ErrorSummary errors={[...typed.faults]} lang={lang} />
        <h1>
          {texts.restore.title}: {title}
        </h1>
        <p>{texts.restore.lead(revision.number)}</p>
        {compared.current === null && <Banner heading={texts.restore.withdrawn} tone="plain" />}
        <form class="kg-panel" method="post" action={`/office/queue/restore/${revision.id}`} novalidate>
          <div class="kg-form kg-queue__form">
            <WhyFields typed={typed} lang={lang} />
          </div>
          <div class="kg-form__foot">
            <Button>{texts.restore.submit}</Button> <a href={record}>{texts.restore.cancel}</a>
          </div>
        </form>
        <Changes compared={compared} number={revision.number} asked={asked} />
      </>
    ),
  };
}

export async function restorePage(asked: Asked): Promise<Sheet> {
  requireRole(asked, 'editor');
  return show(asked, untouched);
}

/** Hands an older revision in again; it becomes public when somebody else approves it. */
export async function restoreForm(asked: Asked): Promise<Sheet | Response> {
  requireRole(asked, 'editor');
  const { lang, desk, now, person } = asked;
  const texts = textsFor(lang);
  const revisionId = idIn(asked);
  const typed = await typedIn(asked);
  if (!typed.ok) return typed.answer;
  if (revisionId === null) return nothingHere(lang);
  const why = readWhy(typed.of, texts.why);
  if (!why.ok) return show(asked, { of: typed.of, faults: why.faults ?? [] });
  const handed = await desk.db.write(async (tx) => {
    const restored = await restoreIn(tx, desk.kinds, { revisionId, actor: actorOf(person), now, why: why.value });
    if (restored.ok) await tellPublishers(tx, desk.kinds, { revisionId: restored.value.revisionId, byId: person.actorId, why: why.value, baseUrl: desk.baseUrl, now });
    return restored;
  });
  if (handed.ok) return seeOther(`/office/queue/${handed.value.revisionId}?done=submitted`);
  if (handed.refusal === 'noSuchRevision') return nothingHere(lang);
  return refusedSheet({ title: texts.notNowTitle, lines: [texts.refusals[handed.refusal]], status: 409, lang });
}
