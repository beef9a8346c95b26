import { holds } from '#accounts/index.ts';
import { countUses, listUses, useStates, type StoredUse, type UseState } from '#offers/index.ts';
import { dateInWords } from '#lang/dates.ts';
import { offerUses as usesEn } from '#lang/en/offer-uses.ts';
import { offerUses as usesPl } from '#lang/pl/offer-uses.ts';
import { tidy } from '#lang/typography.ts';
import { wordsFor } from '#lang/words.ts';
import { inLang } from '#register/index.ts';
import { ChoiceChips } from '#ui/chips.tsx';
import { Button, ErrorSummary, TextInput } from '#ui/fields.tsx';
import { Moment } from '#ui/moments.tsx';
import { Empty } from '#ui/section.tsx';
import { addressOf } from '#web/paths.ts';
import { requireRole, type Asked, type Sheet } from '../page.ts';
import { textsFor } from './texts.ts';

type Came = { id: string; reason: string; text: string; status: number };

const shownAtMost = 100;

/** What institutions told of offers that they used by themselves, for the office to check. */
export async function usesSheet(asked: Asked, came?: Came): Promise<Sheet> {
  requireRole(asked, 'offers-coordinator', 'editor');
  const { desk, lang, query } = asked;
  const texts = textsFor(lang);
  const state: UseState = useStates.find((one) => one === query.get('show')) ?? 'new';
  const { uses, counts } = await desk.db.read(async (reader) => ({ uses: await listUses(reader, state, shownAtMost), counts: await countUses(reader) }));
  return {
    title: texts.uses.title,
    rail: 'intake',
    crumbs: [
      { text: texts.title, href: '/office/intake' },
      { text: texts.uses.title, href: '/office/intake/reports' },
    ],
    ...(came === undefined ? {} : { status: came.status, errorPrefix: true }),
    content: (
      <>
        <ErrorSummary errors={came === undefined ? [] : [{ field: `reason-${came.id}`, text: came.text }]} lang={lang} />
        <div class="kg-desk__top">
          <h1>{texts.uses.title}</h1>
          <ChoiceChips
            label={texts.uses.chipsLabel}
            choices={useStates.map((one) => ({
              text: texts.uses.states[one],
              href: one === 'new' ? '/office/intake/reports' : `/office/intake/reports?show=${one}`,
              count: counts[one],
              current: one === state,
            }))}
          />
        </div>
        <p>{tidy(texts.uses.lead, lang)}</p>
        {uses.length === 0 && <Empty title={texts.uses.empty[state]} />}
        {uses.map((use) => (
          <Use use={use} asked={asked} came={came?.id === use.id ? came : undefined} />
        ))}
        {counts[state] > uses.length && <p>{texts.newest(uses.length, counts[state])}</p>}
      </>
    ),
  };
}

const Use = ({ use, asked, came }: { use: StoredUse; asked: Asked; came: Came | undefined }) => {
  const { lang, city } = asked;
  const { uses: texts, item } = textsFor(lang);
  const { outcomes } = (lang === 'pl' ? usesPl : usesEn).form;
  const heading = `use-${use.id}`;
  return (
    <article class="kg-panel" aria-labelledby={heading}>
      <div class="kg-panel__head">
        <h2 id={heading}>
          <a href={addressOf('offer', lang, { slug: use.offerSlug })}>{inLang(use.offer.title, lang)}</a>
        </h2>
        <p class="kg-quiet">
          <Moment at={use.at.toISOString()} lang={lang} timeZone={city.timeZone} />
        </p>
      </div>
      <div class="kg-intake__fields">
        <p>
          <strong>{outcomes[use.outcome]}</strong>, {use.happened === null ? texts.notGiven : dateInWords(use.happened, lang)}
        </p>
        <p>
          {texts.who}: {use.name ?? texts.unnamed} ({kindInWords(use.kind, lang)})
          {use.email !== null && (
            <>
              , <a href={`mailto:${encodeURIComponent(use.email)}`}>{use.email}</a>
            </>
          )}
        </p>
        {use.erasedAt === null ? (
          <p class="kg-mail-text" lang={use.lang}>
            {use.told}
          </p>
        ) : (
          <p class="kg-quiet">{texts.erased}</p>
        )}
        {use.reason !== null && <p>{item.settled['set-aside'](use.reason)}</p>}
        {use.draftId !== null && (
          <p>
            <a href={`/office/drafts/${use.draftId}`}>{item.openDraft}</a>
          </p>
        )}
        {use.state === 'new' && <Decisions use={use} asked={asked} came={came} />}
      </div>
    </article>
  );
};

export const kindInWords = (kind: string, lang: Asked['lang']): string => new Map<string, string>(Object.entries(wordsFor(lang).institutionKind)).get(kind) ?? kind;

/** Why no effect can come of a report; null where one can. */
export function hindrance(use: StoredUse, asked: Asked): string | null {
  const { uses: texts } = textsFor(asked.lang);
  if (use.outcome !== 'used') return texts.notUsed;
  if (use.offer.organisation === undefined) return texts.noOrganisation;
  return holds(asked.person, 'editor') ? null : texts.onlyEditor;
}

const Decisions = ({ use, asked, came }: { use: StoredUse; asked: Asked; came: Came | undefined }) => {
  const { lang } = asked;
  const { uses: texts, item } = textsFor(lang);
  const hinders = hindrance(use, asked);
  return (
    <>
      {hinders === null ? (
        <form method="post" action={`/office/intake/reports/${use.id}/effect`}>
          <p class="kg-quiet">{tidy(texts.makeNote, lang)}</p>
          <Button>{texts.make}</Button>
        </form>
      ) : (
        <p class="kg-quiet">{tidy(hinders, lang)}</p>
      )}
      <form method="post" action={`/office/intake/reports/${use.id}/set-aside`} novalidate>
        <TextInput name="reason" id={`reason-${use.id}`} label={item.reason} value={came?.reason} error={came?.text} maxlength={300} lang={lang} />
        <Button secondary>{item.aside}</Button>
      </form>
    </>
  );
};
