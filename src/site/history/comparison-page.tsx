import type { Child } from 'hono/jsx';
import { fieldName } from '#lang/fields.ts';
import { labelOfRevision, type LabelFacts } from '#publishing/history.ts';
import { differences, placeOf, type Difference } from '#publishing/difference.ts';
import { Tag, type Tone } from '#ui/marks.tsx';
import { SummaryList } from '#ui/facts.tsx';
import { PageTitle, Section } from '#ui/section.tsx';
import { sourceNotes } from '#ui/source-notes.ts';
import { SourceSection } from '#ui/sources.tsx';
import { Table } from '#ui/table.tsx';
import { addressOf } from '#web/paths.ts';
import { ChangesOfRecord } from '../changes/lines.tsx';
import { moved, notFound, publicPage } from '../page.ts';
import { textsFor as siteTexts } from '../shell.tsx';
import { formOf } from './form.ts';
import { addressesOf, archivedIn, readPast, readReferences, referenceKey, type Archived, type Past, type References } from './read.ts';
import { recordFacts } from './revision-page.tsx';
import { sentence, textsFor } from './texts.ts';
import { sayValue, saySource, type Around } from './value.tsx';

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
    const references = await readReferences(asked, [left.content, right.content]);
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
    const cell = (side: Archived, one: Difference, value: unknown): Child =>
      value === null ? <span class="kg-unknown">{texts.absent}</span> : sayDifferent(view, one, value, around(side));
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
          <PageTitle title={texts.comparison(numbers.from, numbers.to)} lead={view.title[lang]} />
          <Section id={texts.ids.differences} heading={texts.differences} intro={texts.differenceCount(found.length)} first wide>
            {found.length === 0 ? (
              <p>{texts.noDifferences}</p>
            ) : (
              <Table
                id={texts.ids.differenceTable}
                caption={texts.differenceTable}
                columns={[
                  { head: texts.differenceColumns.field, cell: (one: Difference) => labelOf(view, one, around(one.after === null ? from : to)) },
                  { head: texts.differenceColumns.what, cell: (one) => <Tag tone={tones[one.kind]}>{texts.kinds[one.kind]}</Tag> },
                  { head: revisionLink(numbers.from), short: texts.revision(numbers.from), cell: (one) => cell(from, one, one.before) },
                  { head: revisionLink(numbers.to), short: texts.revision(numbers.to), cell: (one) => cell(to, one, one.after) },
                ]}
                rows={found}
              />
            )}
          </Section>
          {changes.length > 0 && (
            <Section id={texts.ids.reasons} heading={texts.reasons}>
              <ChangesOfRecord changes={changes} lang={lang} timeZone={city.timeZone} />
            </Section>
          )}
          {unchanged.length > 0 && (
            <Section id={texts.ids.same} heading={texts.same}>
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

const tones: Record<Difference['kind'], Tone> = { added: 'good', removed: 'bad', changed: 'brand' };

/** The field in words, from the outermost to the one that differs: "Przebieg członkostwa › pozycja 3 › data". */
function labelOf(view: View, { path }: Difference, around: Around): string {
  const { lang, references, sources } = around;
  const named: string[] = [view.kind.name];
  const said: string[] = [];
  for (const step of placeOf(view.kind.schema, path).steps) {
    if ('field' in step) {
      named.push(step.field);
      if (step.field !== 'value') said.push(fieldName(named, lang) ?? step.field);
    } else if (typeof step.item === 'number') {
      // The leading claim of a fact stands for the fact.
      if (step.item > 0 || formOf(step.schema) !== 'claim') said.push(textsFor(lang).item(step.item + 1));
    } else if (formOf(step.schema) === 'object') said.push(keyInWords(named, step.item, references, sources, lang));
  }
  return sentence(said.join(' › '));
}

/** The key of an item as a reader knows it: the title of the source or of the record that it names. */
function keyInWords(named: readonly string[], key: string, references: References, sources: Around['sources'], lang: Around['lang']): string {
  const list = named.at(-1) ?? '';
  if (list === 'sources') return sources.find((one) => one.id === key)?.title ?? key;
  return references.get(referenceKey(list.replace(/s$/, ''), key))?.title[lang] ?? key;
}

/** A text that differs in one language is shown in that language. */
function sayDifferent(view: View, { path }: Difference, value: unknown, around: Around): Child {
  const { schema, steps } = placeOf(view.kind.schema, path);
  const named = [view.kind.name, ...steps.flatMap((step) => ('field' in step ? [step.field] : []))];
  const last = named.at(-1);
  if ((last === 'pl' || last === 'en') && typeof value === 'string') return last === around.lang ? value : <span lang={last}>{value}</span>;
  if (last === 'sourceIds' && typeof value === 'string') return saySource(around.sources.find((one) => one.id === value)) ?? value;
  return sayValue(schema, value, named, around);
}
