import { countItems, intakeStates, listItems, type IntakeItem, type IntakeState } from '#offers/index.ts';
import { tidy } from '#lang/typography.ts';
import { ChoiceChips } from '#ui/chips.tsx';
import { Button, describedBy, ErrorSummary, Field, TextArea, TextInput } from '#ui/fields.tsx';
import { Moment } from '#ui/moments.tsx';
import { Empty } from '#ui/section.tsx';
import { Table, TwoLines } from '#ui/table.tsx';
import { requireRole, type Asked, type Sheet } from '../page.ts';
import { textsFor } from './texts.ts';

export type Typed = { text: string; url: string };
type Returned = { typed: Typed; errors: readonly { field: string; text: string }[] };

const shownAtMost = 100;

/** What came in, and the form that takes more. */
export async function listSheet(asked: Asked, returned?: Returned): Promise<Sheet> {
  requireRole(asked, 'offers-coordinator', 'editor');
  const { desk, lang, query } = asked;
  const texts = textsFor(lang);
  const state: IntakeState = intakeStates.find((one) => one === query.get('show')) ?? 'new';
  const { items, counts } = await desk.db.read(async (reader) => ({ items: await listItems(reader, state, shownAtMost), counts: await countItems(reader) }));
  const errors = [...(returned?.errors ?? [])];
  return {
    title: texts.title,
    rail: 'intake',
    ...(errors.length > 0 ? { status: 422, errorPrefix: true } : {}),
    content: (
      <>
        <ErrorSummary errors={errors} lang={lang} />
        <div class="kg-desk__top">
          <h1>{texts.title}</h1>
          <ChoiceChips
            label={texts.chipsLabel}
            choices={intakeStates.map((one) => ({
              text: texts.states[one],
              href: one === 'new' ? '/office/intake' : `/office/intake?show=${one}`,
              count: counts[one],
              current: one === state,
            }))}
          />
        </div>
        <p>{tidy(texts.lead, lang)}</p>
        <p>
          <a href="/office/intake/reports">{texts.uses.link}</a>
        </p>
        {items.length === 0 ? (
          <Empty title={texts.empty[state].title}>
            <p>{tidy(texts.empty[state].text, lang)}</p>
          </Empty>
        ) : (
          <Items items={items} asked={asked} />
        )}
        {counts[state] > items.length && <p>{texts.newest(items.length, counts[state])}</p>}
        <Add asked={asked} returned={returned} />
      </>
    ),
  };
}

const Items = ({ items, asked: { lang, city } }: { items: readonly IntakeItem[]; asked: Asked }) => {
  const { list } = textsFor(lang);
  return (
    <div class="kg-panel">
      <Table
        lang={lang}
        id="mails"
        caption={list.caption}
        rows={[...items]}
        columns={[
          {
            head: list.heads.subject,
            cell: (item) => (
              <TwoLines
                first={<a href={`/office/intake/${item.id}`}>{item.erasedAt === null ? (item.subject ?? firstLine(item) ?? list.noSubject) : list.erased}</a>}
                second={item.state === 'set-aside' && item.reason !== null ? list.reason(item.reason) : undefined}
              />
            ),
          },
          {
            head: list.heads.from,
            cell: (item) => <TwoLines first={item.senderDomain ?? list.via.pasted} second={item.senderDomain === null ? undefined : viaOf(item, list.via)} />,
          },
          { head: list.heads.arrived, cell: (item) => <Moment at={item.arrivedAt.toISOString()} lang={lang} timeZone={city.timeZone} /> },
          {
            head: list.heads.outcome,
            cell: (item) => (item.draftId === null ? <a href={`/office/intake/${item.id}`}>{list.open}</a> : <a href={`/office/drafts/${item.draftId}`}>{list.draft}</a>),
          },
        ]}
      />
    </div>
  );
};

const firstLine = ({ body }: IntakeItem): string | undefined => body?.split('\n')[0]?.slice(0, 120);
const viaOf = ({ via }: IntakeItem, words: Record<string, string>): string | undefined => words[via];

const Add = ({ asked: { lang }, returned }: { asked: Asked; returned: Returned | undefined }) => {
  const { add } = textsFor(lang);
  const errorOf = (field: string): string | undefined => returned?.errors.find((error) => error.field === field)?.text;
  const file = { name: 'file', label: add.file, hint: add.fileHint, lang, error: errorOf('file') };
  return (
    <section class="kg-panel" aria-labelledby="add">
      <div class="kg-panel__head">
        <h2 id="add">{add.heading}</h2>
      </div>
      <form method="post" action="/office/intake" enctype="multipart/form-data" novalidate>
        <div class="kg-form kg-intake__add">
          <TextArea name="text" label={add.text} hint={tidy(add.textHint, lang)} value={returned?.typed.text} rows={8} error={errorOf('text')} lang={lang} />
          <TextInput name="url" type="url" label={add.url} hint={tidy(add.urlHint, lang)} value={returned?.typed.url} error={errorOf('url')} lang={lang} />
          <Field {...file}>
            <input
              class="govuk-file-upload"
              id="file"
              name="file"
              type="file"
              accept=".eml,message/rfc822"
              aria-describedby={describedBy(file)}
              aria-invalid={file.error === undefined ? undefined : 'true'}
            />
          </Field>
        </div>
        <div class="kg-form__foot">
          <Button>{add.submit}</Button>
        </div>
      </form>
    </section>
  );
};
