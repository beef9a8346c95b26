import { tidy } from '#lang/typography.ts';
import type { Child } from '#markup/markup.ts';
import { labelOfRevision, type LabelFacts } from '#publishing/history.ts';
import { differences, type Difference } from '#publishing/difference.ts';
import { DifferenceTable } from '#publishing/shown/difference-table.tsx';
import { recordFacts } from '#publishing/shown/record-facts.tsx';
import { readReferences, type References } from '#publishing/shown/references.ts';
import { textsFor } from '#publishing/shown/texts.ts';
import type { Around } from '#publishing/shown/value.tsx';
import { SummaryList } from '#ui/facts.tsx';
import { PageTitle, Section } from '#ui/section.tsx';
import { sourceNotes } from '#ui/source-notes.ts';
import { SourceSection } from '#ui/sources.tsx';
import { addressOf } from '#web/paths.ts';
import { ChangesOfRecord } from '../changes/lines.tsx';
import { moved, notFound, publicPage } from '../page.ts';
import { textsFor as siteTexts } from '../shell.tsx';
import { addressesOf, archivedIn, readPast, type Archived, type Past } from './read.ts';

type View = Past & { from: Archived; to: Archived; found: Difference[]; label: LabelFacts | undefined; references: References };

export const comparisonPage = publicPage<View>({
  name: 'comparison',
  section: 'changes',
  async read(asked) {
    const { kind = '', from = '', to = '' } = asked.given;
    const at = (slug: string, first: string | number, second: string | number): string => addressOf('comparison', asked.lang, { kind, slug, from: first, to: second });
    const past = await readPast(asked, (slug) => at(slug, from, to));
    if ('elsewhere' in past) return past;
    const [left, right] = [archivedIn(past, from), archivedIn(past, to)];
    if (!left || !right || left.revision.number === right.revision.number) return notFound;
    // One address for each pair, the older revision first.
    if (left.revision.number > right.revision.number) return moved(at(past.record.slug, to, from));
    const found = differences(past.kind.schema, left.content.shown, right.content.shown);
    const references = await readReferences(asked.reader, asked.kinds, [left.content, right.content]);
    return { ...past, from: left, to: right, found, references, label: await labelOfRevision(asked.reader, right.revision.id) };
  },
  show(view, { lang, city }) {
    const texts = textsFor(lang);
    const { kind, record, from, to, found } = view;
    const numbers = { from: from.revision.number, to: to.revision.number };
    const own = { kind: kind.plural, slug: record.slug };
    const history = addressOf('history', lang, own);
    const notes = sourceNotes();
    const around = (side: Archived): Around => ({ lang, notes, sources: side.sources, references: view.references });
    const touched = new Set(found.map((one) => String(one.path[0])));
    const unchanged = recordFacts(kind, to.content.shown, around(to), (name) => !touched.has(name));
    const changes = view.changes.filter((change) => change.revision > numbers.from && change.revision <= numbers.to);
    const revisionLink = (number: number): Child => <a href={addressOf('revision', lang, { ...own, number })}>{texts.revision(number)}</a>;
    return {
      title: texts.comparisonOf(numbers.from, numbers.to, view.title[lang]),
      description: texts.descriptions.comparison,
      noIndex: true,
      crumbs: [
        { text: siteTexts(lang).nav.changes, href: addressOf('changes', lang) },
        { text: texts.title, href: history },
        { text: texts.comparison(numbers.from, numbers.to), href: addressOf('comparison', lang, { ...own, ...numbers }) },
      ],
      label: view.label && { facts: view.label, history },
      content: (
        <>
          <PageTitle title={tidy(texts.comparison(numbers.from, numbers.to), lang)} lead={view.title[lang]} />
          <Section id={texts.ids.differences} heading={tidy(texts.differences, lang)} intro={texts.differenceCount(found.length)} first wide>
            {found.length === 0 ? (
              <p>{texts.noDifferences}</p>
            ) : (
              <DifferenceTable
                kind={kind}
                found={found}
                from={{ head: revisionLink(numbers.from), short: texts.revision(numbers.from), sources: from.sources }}
                to={{ head: revisionLink(numbers.to), short: texts.revision(numbers.to), sources: to.sources }}
                around={{ lang, notes, references: view.references }}
              />
            )}
          </Section>
          {changes.length > 0 && (
            <Section id={texts.ids.reasons} heading={tidy(texts.reasons, lang)}>
              <ChangesOfRecord changes={changes} lang={lang} timeZone={city.timeZone} />
            </Section>
          )}
          {unchanged.length > 0 && (
            <Section id={texts.ids.same} heading={tidy(texts.same, lang)}>
              <details class="govuk-details">
                <summary class="govuk-details__summary">{texts.sameFields(unchanged.length)}</summary>
                <div class="govuk-details__text">
                  <SummaryList rows={unchanged} />
                </div>
              </details>
            </Section>
          )}
          <SourceSection notes={notes} lang={lang} />
        </>
      ),
    };
  },
  json: ({ kind, record, title, from, to, found }) => ({
    kind: kind.name,
    slug: record.slug,
    title,
    from: { number: from.revision.number, address: addressesOf('revision', { kind: kind.plural, slug: record.slug, number: from.revision.number }) },
    to: { number: to.revision.number, address: addressesOf('revision', { kind: kind.plural, slug: record.slug, number: to.revision.number }) },
    differences: found,
  }),
});
