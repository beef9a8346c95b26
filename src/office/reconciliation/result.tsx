import type { Child } from '#markup/markup.ts';
import { dateInWords } from '#lang/dates.ts';
import { numberInWords } from '#lang/numbers.ts';
import { Button, ErrorSummary, Select } from '#ui/fields.tsx';
import { SafeLink } from '#ui/links.tsx';
import { requireRole, type Asked, type Sheet } from '../page.ts';
import type { Compared } from './compare.ts';
import { AskedPanel, DifferentPanel, MatchedPanel, OnlyHerePanel, OnlyTherePanel } from './panels.tsx';
import { fields } from './list.ts';
import { readComparison } from './read.ts';
import { draftsMade, findReconciliation, type Reconciliation } from './store.ts';
import { textsOf } from './texts.ts';

type Returned = { errors?: { field: string; text: string }[]; typed?: (name: string) => string };

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** A comparison as things stand now: what is to be settled, what differs, what is on one side only, and what agrees. */
export async function resultSheet(asked: Asked, returned: Returned = {}): Promise<Sheet> {
  requireRole(asked, 'editor');
  const { desk, lang, city } = asked;
  const id = asked.given['id'] ?? '';
  const found = await desk.db.read(async (reader) => {
    const one = isId(id) ? await findReconciliation(reader, id) : undefined;
    return one && { one, drafts: await draftsMade(reader, id), compared: await readComparison(reader, desk.kinds, one, { city, lang }) };
  });
  if (found === undefined) return missingSheet(asked);
  const { one, compared, drafts } = found;
  const texts = textsOf(lang);
  const errors = returned.errors ?? [];
  const given = { one, compared, drafts, lang };
  return {
    title: one.fileName,
    rail: 'reconciliation',
    crumbs: [
      { text: texts.title, href: '/office/reconciliation' },
      { text: one.fileName, href: `/office/reconciliation/${one.id}` },
    ],
    ...(errors.length > 0 ? { status: 422, errorPrefix: true } : {}),
    content: (
      <>
        <ErrorSummary errors={errors} lang={lang} />
        <div class="kg-desk__top">
          <h1 id="state" tabindex={-1}>
            {one.fileName}
          </h1>
          <p>
            <SafeLink href={one.source.url}>{one.source.title}</SafeLink>, {texts.sourceLine(dateInWords(one.source.seenOn, lang))}
          </p>
        </div>
        <Counts compared={compared} lang={lang} />
        {compared.asked.length > 0 && <AskedPanel {...given} titles={compared.titles} errors={errors} />}
        <DifferentPanel {...given} />
        <OnlyTherePanel {...given} />
        <OnlyHerePanel {...given} />
        <MatchedPanel {...given} />
        <ColumnsForm one={one} returned={returned} lang={lang} />
      </>
    ),
  };
}

const Counts = ({ compared, lang }: { compared: Compared; lang: Asked['lang'] }) => {
  const texts = textsOf(lang).counts;
  return (
    <section class="kg-panel" aria-label={textsOf(lang).title}>
      <dl class="kg-sheets__counts">
        {(['asked', 'different', 'onlyThere', 'onlyHere', 'matched'] as const).map((each): Child => (
          <div>
            <dt>{texts[each]}</dt>
            <dd>
              <a href={`#${each}`}>{numberInWords(compared[each].length, lang)}</a>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
};

const ColumnsForm = ({ one, returned, lang }: { one: Reconciliation; returned: Returned; lang: Asked['lang'] }) => {
  const texts = textsOf(lang).columns;
  const errors = returned.errors ?? [];
  const options = [{ value: '', text: texts.none }, ...one.list.heads.map((head, index) => ({ value: String(index), text: head === '' ? `(${index + 1})` : head }))];
  return (
    <details class="kg-panel" open={errors.some((error) => error.field === 'name')}>
      <summary class="kg-panel__head">
        <h2>{texts.heading}</h2>
      </summary>
      <form method="post" action={`/office/reconciliation/${one.id}/columns`} novalidate>
        <div class="kg-form kg-lists__form">
          {fields.map((field) => (
            <Select
              name={field}
              label={texts.fields[field]}
              value={returned.typed?.(field) ?? String(one.list.columns[field] ?? '')}
              error={errors.find((error) => error.field === field)?.text}
              options={options}
              lang={lang}
            />
          ))}
        </div>
        <div class="kg-form__foot">
          <Button secondary>{texts.submit}</Button>
        </div>
      </form>
    </details>
  );
};

export const missingSheet = ({ lang }: Asked): Sheet => {
  const { missing, title } = textsOf(lang);
  return {
    title: missing.title,
    rail: 'reconciliation',
    status: 404,
    content: (
      <>
        <h1>{missing.title}</h1>
        <p>{missing.text}</p>
        <p>
          <a href="/office/reconciliation">{title}</a>
        </p>
      </>
    ),
  };
};
