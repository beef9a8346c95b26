import { Button, ErrorSummary } from '#ui/fields.tsx';
import { Banner } from '#ui/banner.tsx';
import { publishingBodyOf } from '#publishing/publishing-body.ts';
import { referringTo, type Referring } from '#publishing/references.ts';
import { currentRevisionId, revisionById } from '#publishing/store.ts';
import { withdrawIn } from '#publishing/withdraw.ts';
import { actorOf, requireRole, requireSecondFactor, seeOther, type Asked, type Sheet } from '../page.ts';
import { typedIn } from '../typed.ts';
import { idIn } from './decisions.ts';
import { nothingHere, refusedSheet, untouched, WhyFields, type Typed } from './parts.tsx';
import { readWhy } from './reason.ts';
import { titleOf } from './title.ts';
import { kindWord, textsFor } from './texts.ts';

async function show(asked: Asked, typed: Typed): Promise<Sheet> {
  const { lang, desk } = asked;
  const texts = textsFor(lang);
  const id = idIn(asked);
  const found =
    id === null
      ? undefined
      : await desk.db.read(async (reader) => {
          const revision = await revisionById(reader, id);
          if (!revision) return undefined;
          const read = desk.kinds.named(revision.kind).read(revision.body, revision.schemaVersion);
          const isPublic = (await currentRevisionId(reader, revision.recordId)) === id;
          const referring = await referringTo(reader, desk.kinds, { id: revision.recordId, kind: revision.kind, slug: revision.slug });
          return { revision, isPublic, referring, title: (await titleOf(reader, read.ok ? read.value : null, revision.slug))[lang] };
        });
  if (!found) return nothingHere(lang);
  const { revision, referring, title } = found;
  const record = `/office/records/${revision.kind}/${revision.slug}`;
  if (!found.isPublic) return refusedSheet({ title: texts.notNowTitle, lines: [texts.refusals.notPublished], status: 409, lang });
  return {
    title: `${texts.withdraw.title}: ${title}`,
    rail: 'records',
    crumbs: [
      { text: title, href: record },
      { text: texts.withdraw.title, href: `/office/queue/withdraw/${revision.id}` },
    ],
    ...(typed.faults.length > 0 ? { status: 422, errorPrefix: true } : {}),
    content: (
      <>
        <ErrorSummary errors={[...typed.faults]} lang={lang} />
        <h1>
          {texts.withdraw.title}: {title}
        </h1>
        <p>{texts.withdraw.lead}</p>
        {referring.length > 0 ? (
          <Banner heading={texts.withdraw.referring}>
            <p>{texts.withdraw.referringMeans}</p>
            <ReferringList referring={referring} lang={lang} />
          </Banner>
        ) : (
          <form class="kg-panel" method="post" action={`/office/queue/withdraw/${revision.id}`} novalidate>
            <div class="kg-form kg-queue__form">
              <WhyFields typed={typed} lang={lang} />
            </div>
            <div class="kg-form__foot">
              <Button>{texts.withdraw.submit}</Button> <a href={record}>{texts.withdraw.cancel}</a>
            </div>
          </form>
        )}
      </>
    ),
  };
}

const ReferringList = ({ referring, lang }: { referring: readonly Referring[]; lang: Asked['lang'] }) => (
  <ul class="govuk-list govuk-list--bullet">
    {referring.map((one) => (
      <li>
        <a href={`/office/records/${one.kind}/${one.slug}`}>{one.title[lang]}</a> ({kindWord(one.kind, lang)})
      </li>
    ))}
  </ul>
);

export async function withdrawPage(asked: Asked): Promise<Sheet> {
  requireRole(asked, 'publisher');
  return show(asked, untouched);
}

export async function withdrawForm(asked: Asked): Promise<Sheet | Response> {
  requireRole(asked, 'publisher');
  requireSecondFactor(asked);
  const { lang, desk, now, city, person } = asked;
  const texts = textsFor(lang);
  const revisionId = idIn(asked);
  const typed = await typedIn(asked);
  if (!typed.ok) return typed.answer;
  if (revisionId === null) return nothingHere(lang);
  const why = readWhy(typed.of, texts.why);
  if (!why.ok) return show(asked, { of: typed.of, faults: why.faults ?? [] });
  const withdrawn = await desk.db.write(async (tx) =>
    withdrawIn(tx, desk.kinds, { revisionId, actor: actorOf(person), now, why: why.value, publishingBody: publishingBodyOf(city) }),
  );
  if (withdrawn.ok) return seeOther('/office/queue?done=withdrawn');
  if (withdrawn.refusal === 'noSuchRevision') return nothingHere(lang);
  return refusedSheet({ title: texts.notNowTitle, lines: [texts.refusals[withdrawn.refusal]], status: 409, lang });
}
