import type { Kinds } from '#publishing/kind.ts';
import type { Reader } from '#db/handles.ts';
import type { Lang } from '#lang/lang.ts';
import { Table } from '#ui/table.tsx';
import type { Asked } from '../../page.ts';
import { clockWords } from '../drafts/saved-words.ts';
import { kindName, titleOfBody } from '../drafts/title.ts';
import { hasForm } from '../form/has-form.ts';
import { referencesIn } from '../form/references.ts';
import { recordSpec } from '../form/spec.ts';
import { titlesOfRecords } from '../form/store.ts';
import { textsOf } from '../texts.ts';
import { newestBodies, type ListedDraft, type ListedRecord, type RecordState, type StateFilter } from './store.ts';

const colours: Record<RecordState, string> = { published: 'green', submitted: 'blue', returned: 'orange', withdrawn: 'grey' };

export const StateTag = ({ state, lang }: { state: RecordState; lang: Lang }) => (
  <strong class={`govuk-tag govuk-tag--${colours[state]}`}>{textsOf(lang).list.states[state]}</strong>
);

export const DraftTag = ({ lang, href }: { lang: Lang; href: string }) => (
  <a class="kg-tag-link" href={href}>
    {textsOf(lang).list.openDraft}
  </a>
);

type Titled = { kind: string; slug: string | null; body: unknown };

/** The titles of bodies that have none in public yet, with the names of what they refer to. */
export async function titlesOfBodies(reader: Reader, kinds: Kinds, bodies: readonly Titled[], lang: Lang): Promise<string[]> {
  const references = bodies.flatMap(({ kind, body }) => (hasForm(kind) ? referencesIn(kind, recordSpec(kinds.named(kind)), body) : []));
  const titles = await titlesOfRecords(reader, references, lang);
  return bodies.map((one) => titleOfBody(kinds, { ...one, lang, titles }));
}

/** Records with a title each: the one the public knows, or what the newest version would be called. */
export async function withTitles(reader: Reader, kinds: Kinds, records: readonly ListedRecord[], lang: Lang): Promise<(ListedRecord & { title: string })[]> {
  const bodies = await newestBodies(
    reader,
    records.filter(({ title }) => title === null).map(({ id }) => id),
  );
  const titles = new Map<string, string>();
  for (const { id, kind, slug } of records)
    if (bodies.has(id)) {
      const [title] = await titlesOfBodies(reader, kinds, [{ kind, slug, body: bodies.get(id) }], lang);
      titles.set(id, title ?? slug);
    }
  return records.map((record) => ({ ...record, title: record.title ?? titles.get(record.id) ?? record.slug }));
}

export const RecordsTable = ({
  id,
  caption,
  records,
  withKind,
  asked,
}: {
  id: string;
  caption: string;
  records: (ListedRecord & { title: string })[];
  withKind: boolean;
  asked: Asked;
}) => {
  const { lang } = asked;
  const texts = textsOf(lang).list;
  return (
    <Table
      lang={lang}
      id={id}
      caption={caption}
      rows={records}
      columns={[
        { head: texts.title, cell: (row) => <a href={`/office/records/${row.kind}/${row.slug}`}>{row.title}</a> },
        ...(withKind ? [{ head: texts.kind, cell: (row: ListedRecord) => kindName(row.kind, lang) }] : []),
        { head: texts.address, cell: (row) => <span class="kg-quiet">{row.slug}</span> },
        {
          head: texts.state,
          cell: (row) => (
            <>
              <StateTag state={row.state} lang={lang} /> {row.draftId !== null && <DraftTag lang={lang} href={`/office/drafts/${row.draftId}`} />}
            </>
          ),
        },
        { head: texts.updated, cell: (row) => clockWords(asked, row.updatedAt) },
      ]}
    />
  );
};

export type TitledDraft = ListedDraft & { title: string };

export const DraftsTable = ({ id, caption, drafts, asked }: { id: string; caption: string; drafts: TitledDraft[]; asked: Asked }) => {
  const { lang } = asked;
  const texts = textsOf(lang).list;
  return (
    <Table
      lang={lang}
      id={id}
      caption={caption}
      rows={drafts}
      columns={[
        { head: texts.title, cell: (row) => <a href={`/office/drafts/${row.id}`}>{row.title}</a> },
        { head: texts.kind, cell: (row) => kindName(row.kind, lang) },
        { head: texts.saved, cell: (row) => clockWords(asked, row.updatedAt) },
        { head: texts.by, cell: (row) => row.editor ?? '–' },
      ]}
    />
  );
};

/** One line to search in, and the states to choose from. */
export const SearchForm = ({ action, typed, state, label, lang }: { action: string; typed: string; state: StateFilter; label: string; lang: Lang }) => {
  const texts = textsOf(lang).list;
  return (
    <search>
      <form class="kg-find" method="get" action={action}>
        <div class="govuk-form-group">
          <label class="govuk-label" for="find">
            {label}
          </label>
          <input class="govuk-input" id="find" name="q" type="search" value={typed} autocomplete="off" />
        </div>
        <div class="govuk-form-group">
          <label class="govuk-label" for="find-state">
            {texts.state}
          </label>
          <select class="govuk-select" id="find-state" name="state">
            {stateFilters.map((one) => (
              <option value={one} selected={one === state}>
                {texts.states[one]}
              </option>
            ))}
          </select>
        </div>
        <button class="govuk-button govuk-button--secondary" type="submit">
          {texts.find}
        </button>
      </form>
    </search>
  );
};

const stateFilters = ['all', 'published', 'draft', 'submitted', 'returned', 'withdrawn'] as const satisfies StateFilter[];

export const stateIn = (text: string | null): StateFilter => stateFilters.find((one) => one === text) ?? 'all';
