import { holds } from '#accounts/index.ts';
import { addressOf } from '#web/paths.ts';
import { Table } from '#ui/table.tsx';
import { labelOf, type LabelFacts, type Signatory } from '#publishing/history.ts';
import { findRecord } from '#publishing/store.ts';
import { requireRole, type Asked, type Sheet } from '../../page.ts';
import { clockWords } from '../drafts/saved-words.ts';
import { nameOf, openDraftOf, startingPoint } from '../drafts/store.ts';
import { pluralName, titleOfBody } from '../drafts/title.ts';
import { hasForm } from '../form/has-form.ts';
import { loadShown } from '../form/load-shown.ts';
import { recordSpec } from '../form/spec.ts';
import { ValueWords } from '../form/value-words.tsx';
import { bringsEffects } from '../../assessment/effect-sources.ts';
import { textsFor as assessmentTexts } from '../../assessment/texts.ts';
import { textsOf } from '../texts.ts';
import { missingSheet } from './missing.tsx';
import { currentPath, listRevisions, type ListedRevision } from './store.ts';

/** A record as the office sees it: what is public, what is in work, and every version with what happened to it. */
export async function recordSheet(asked: Asked): Promise<Sheet> {
  requireRole(asked, 'reader');
  const { lang, desk } = asked;
  const kind = desk.kinds.find(asked.given['kind'] ?? '');
  const found =
    kind &&
    (await desk.db.read(async (reader) => {
      const record = await findRecord(reader, kind.name, asked.given['slug'] ?? '');
      const newest = record && (await startingPoint(reader, record.id));
      if (record === undefined || newest === undefined) return undefined;
      const read = kind.read(newest.body, newest.schemaVersion);
      const body = read.ok ? read.value.body : newest.body;
      const draft = await openDraftOf(reader, record.id);
      return {
        record,
        body,
        shown: hasForm(kind.name) ? await loadShown(reader, { kind: kind.name, lang, spec: recordSpec(kind), body }) : null,
        label: newest.current === undefined ? undefined : await labelOf(reader, record.id),
        path: await currentPath(reader, record.id, lang),
        draft,
        editor: draft && (await nameOf(reader, draft.editorId)),
        revisions: await listRevisions(reader, record.id),
      };
    }));
  if (kind === undefined || found === undefined) return missingSheet(lang);
  const { record, body, shown, label, path, draft, editor, revisions } = found;
  const texts = textsOf(lang);
  const words = texts.record;
  const title = titleOfBody(desk.kinds, { kind: kind.name, body, slug: record.slug, lang, ...(shown === null ? {} : { titles: shown.titles }) });
  const isWaiting = revisions[0]?.action === 'submitted' || revisions[0]?.action === 'scheduled';
  return {
    title,
    rail: 'records',
    crumbs: [
      { text: texts.title, href: '/office/records' },
      { text: pluralName(kind.name, lang), href: `/office/records/${kind.name}` },
      { text: title, href: `/office/records/${kind.name}/${record.slug}` },
    ],
    content: (
      <>
        <div class="kg-desk__top">
          <h1>{title}</h1>
          {holds(asked.person, 'editor') && shown !== null && (
            <form method="post" action={`/office/records/${kind.name}/${record.slug}/draft`}>
              <button class="govuk-button" type="submit">
                {draft === undefined ? words.edit : words.openDraft}
              </button>
            </form>
          )}
          {holds(asked.person, 'editor') && bringsEffects(kind.name) && (
            <form method="post" action={`/office/records/${kind.name}/${record.slug}/effect`}>
              <button class="govuk-button govuk-button--secondary" type="submit">
                {assessmentTexts(lang).effect.button}
              </button>
            </form>
          )}
        </div>
        <section class="kg-panel" aria-labelledby="state">
          <div class="kg-panel__head">
            <h2 id="state">{words.stateHeading}</h2>
            <p class="kg-links">
              {path !== undefined && <a href={path}>{words.publicPage}</a>}{' '}
              {label !== undefined && <a href={addressOf('history', lang, { kind: kind.plural, slug: record.slug })}>{words.history}</a>}
            </p>
          </div>
          <div class="kg-panel__body kg-stack">
            {draft !== undefined && (
              <p>
                <a href={`/office/drafts/${draft.id}`}>{words.draftBy(editor ?? '–', clockWords(asked, draft.updatedAt))}</a>
              </p>
            )}
            {isWaiting && (
              <p>
                {words.waiting} <a href={`/office/queue/${revisions[0]?.id ?? ''}`}>{words.queue}</a>
              </p>
            )}
            {label === undefined ? <p>{words.neverPublic}</p> : <LabelFactsList label={label} asked={asked} />}
          </div>
        </section>
        <section class="kg-panel" aria-labelledby="revisions">
          <div class="kg-panel__head">
            <h2 id="revisions">{words.revisions}</h2>
          </div>
          <Revisions revisions={revisions} asked={asked} />
        </section>
        {shown !== null && (
          <section class="kg-panel" aria-labelledby="content">
            <div class="kg-panel__head">
              <h2 id="content">{words.content}</h2>
            </div>
            <div class="kg-panel__body">
              <ValueWords spec={recordSpec(kind)} path={[]} value={body} shown={shown} />
            </div>
          </section>
        )}
      </>
    ),
  };
}

const LabelFactsList = ({ label, asked }: { label: LabelFacts; asked: Asked }) => {
  const words = textsOf(asked.lang).record;
  const signed = ({ name, role }: Signatory): string => (name === null ? role[asked.lang] : `${name}, ${role[asked.lang]}`);
  const facts: [string, string][] = [
    [words.author, signed(label.author)],
    [words.publisher, signed(label.publisher)],
    [words.published, clockWords(asked, label.publishedAt)],
    [words.updated, clockWords(asked, label.updatedAt)],
    [words.revision, String(label.revision)],
  ];
  return (
    <dl class="kg-words">
      {facts.map(([term, text]) => (
        <div>
          <dt>{term}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
};

const Revisions = ({ revisions, asked }: { revisions: ListedRevision[]; asked: Asked }) => {
  const words = textsOf(asked.lang).record;
  const actions: Readonly<Record<string, string>> = words.actions;
  return (
    <Table
      lang={asked.lang}
      id="revision-list"
      caption={words.revisionsCaption}
      rows={revisions}
      columns={[
        { head: words.number, cell: (row) => <a href={`/office/queue/${row.id}`}>{row.number}</a> },
        { head: words.made, cell: (row) => clockWords(asked, row.createdAt) },
        { head: words.author, cell: (row) => row.author ?? '–' },
        {
          head: words.what,
          cell: (row) => (
            <>
              {actions[row.action ?? ''] ?? '–'}
              {row.at !== null && `, ${clockWords(asked, row.at)}`}
              {row.by !== null && `, ${row.by}`}
              {row.action === 'returned' && row.why !== null && <span class="kg-nat">{row.why}</span>}
            </>
          ),
        },
        { head: words.act, cell: (row) => <Acts row={row} asked={asked} /> },
      ]}
    />
  );
};

/** What can be done with a version: one that was public can be brought back, the one that is public can be withdrawn. */
const Acts = ({ row, asked }: { row: ListedRevision; asked: Asked }) => {
  const words = textsOf(asked.lang).record;
  const wasPublic = row.action === 'superseded' || row.action === 'withdrawn' || row.action === 'restored';
  if (wasPublic && holds(asked.person, 'editor')) return <a href={`/office/queue/restore/${row.id}`}>{words.restore}</a>;
  if (row.action === 'published' && holds(asked.person, 'publisher')) return <a href={`/office/queue/withdraw/${row.id}`}>{words.withdraw}</a>;
  return <>–</>;
};
