import { dateInWords } from '#lang/dates.ts';
import type { Lang } from '#lang/lang.ts';
import { tidy } from '#lang/typography.ts';
import { ListWithDates, type DatedItem } from '#ui/dated-lists.tsx';
import { InLang } from '#ui/prose.tsx';
import type { SourceNotes } from '#ui/source-notes.ts';
import { SourceRefs } from '#ui/sources.tsx';
import { addressOf } from '#web/paths.ts';
import { officesId, textsFor } from './figures.ts';
import type { HomeView, Office } from './read.ts';

/** Who holds an office in an organisation today, and for how long. */
export const Offices = ({ view, lang, notes }: { view: HomeView; lang: Lang; notes: SourceNotes }) => {
  const { functions } = textsFor(lang);
  return <ListWithDates id={officesId(lang)} heading={functions.heading} items={view.offices.map((office) => itemOf(office, lang, notes))} empty={functions.none} />;
};

function itemOf({ body, organisation }: Office, lang: Lang, notes: SourceNotes): DatedItem {
  const { functions } = textsFor(lang);
  const terms = body.term.map((claim) => tidy(dateInWords(claim.value, lang), lang) + (claim.confirmed === false ? ` (${functions.unconfirmed})` : ''));
  const ids = [...body.sourceIds, ...body.term.flatMap((claim) => claim.sourceIds)];
  return {
    when: terms.length === 0 ? functions.termUnknown : terms.join(` ${functions.or} `),
    title: organisation && (
      <a href={addressOf('organisation', lang, { slug: organisation.slug })}>
        <InLang text={organisation.name} lang={lang} note={false} />
      </a>
    ),
    text: (
      <>
        <InLang text={body.holder.name} lang={lang} note={false} />: <InLang text={body.role} lang={lang} />
        <SourceRefs numbers={notes.refs(body.sources, ids)} lang={lang} />
      </>
    ),
  };
}
