import { columnsOf } from '#lang/columns.ts';
import { langs } from '#lang/lang.ts';
import { wordsFor } from '#lang/words.ts';
import { tidy } from '#lang/typography.ts';
import { countChanges, labelOfLatest, listChanges, type Change, type LabelFacts } from '#publishing/history.ts';
import type { Kind } from '#publishing/kind.ts';
import { Select } from '#ui/fields.tsx';
import { FilterForm } from '#ui/filter-form.tsx';
import { Pagination } from '#ui/pagination.tsx';
import { Empty, PageTitle } from '#ui/section.tsx';
import { addressOf } from '#web/paths.ts';
import { publicPage, rowsFor, type Asked } from '../page.ts';
import { textsFor as feedTexts } from '../machine/feed.ts';
import { byDay, Days, revisionAddress, textsFor } from './lines.tsx';

const pageSize = 50;

type View = { kind: Kind | undefined; page: number; pages: number; total: number; changes: Change[]; label: LabelFacts | undefined };

const columns = columnsOf('changes', {
  at: 'moment',
  change: 'text',
  kind: 'text',
  slug: 'text',
  title_pl: 'text',
  title_en: 'text',
  path_pl: 'link',
  path_en: 'link',
  why_pl: 'text',
  why_en: 'text',
  by_name: 'text',
  by_role_pl: 'text',
  by_role_en: 'text',
  override: 'yesNo',
  scheduled_at: 'moment',
  revision: 'integer',
  archived: 'link',
});

export const changesPage = publicPage<View>({
  name: 'changes',
  section: 'changes',
  async read(asked) {
    const { reader, query, kinds } = asked;
    const kind = kinds.find(query.get('kind') ?? '');
    const filter = { kind: kind?.name };
    const total = await countChanges(reader, filter);
    const size = rowsFor(asked, pageSize);
    const pages = Math.max(1, Math.ceil(total / size));
    const wanted = Number(/^[1-9]\d{0,6}$/.exec(query.get('page') ?? '')?.[0] ?? 1);
    const page = wanted <= pages ? wanted : 1;
    const changes = await listChanges(reader, filter, { limit: size, offset: (page - 1) * size });
    return { kind, page, pages, total, changes, label: await labelOfLatest(reader, kind && [kind.name]) };
  },
  show(view, { lang, city, kinds }) {
    const texts = textsFor(lang);
    const words = wordsFor(lang);
    const action = addressOf('changes', lang);
    const options = [{ value: '', text: texts.everyKind }, ...Object.entries(words.kinds).map(([value, text]) => ({ value, text }))];
    const title = view.page === 1 ? texts.title : `${texts.title}, ${texts.pageOf(view.page, view.pages)}`;
    return {
      title,
      description: texts.description,
      crumbs: [{ text: texts.title, href: action }],
      label: view.label && { facts: view.label, withRevision: false },
      canonicalQuery: addressOfPage(action, view, view.page).split('?')[1] ?? '',
      feeds: [{ href: `${action}.atom`, title: feedTexts(lang).register }],
      content: (
        <>
          <PageTitle title={tidy(texts.title, lang)} lead={texts.lead} />
          <FilterForm lang={lang} action={action} open={view.kind !== undefined}>
            <Select name="kind" label={texts.kind} lang={lang} value={view.kind?.name ?? ''} options={options} />
          </FilterForm>
          <div class="kg-bar">
            <output>
              {texts.count(view.total)}
              {view.pages > 1 && `, ${texts.pageOf(view.page, view.pages)}`}
            </output>
            <p>
              {texts.downloads.lead} <a href={addressOfPage(action, view, 1, '.csv')}>{texts.downloads.csv}</a> ·{' '}
              <a href={addressOfPage(action, view, view.page, '.json')}>{texts.downloads.json}</a> · <a href={`${action}.atom`}>{texts.downloads.atom}</a>
            </p>
          </div>
          {view.changes.length === 0 ? (
            <Empty title={texts.none}>{view.kind !== undefined && <a href={action}>{texts.all}</a>}</Empty>
          ) : (
            <Days days={byDay(view.changes, city.timeZone)} lang={lang} timeZone={city.timeZone} kinds={kinds} />
          )}
          <Pagination page={view.page} pages={view.pages} lang={lang} hrefOf={(page) => addressOfPage(action, view, page)} />
        </>
      ),
    };
  },
  paging: (view, { lang }) => ({ page: view.page, pages: view.pages, hrefOf: (page) => addressOfPage(addressOf('changes', lang), view, page) }),
  json: (view, asked) => ({
    items: view.changes.map((change) => changeAsData(change, asked)),
    total: view.total,
    page: view.page,
    pageSize,
    label: view.label ?? null,
  }),
  csv: (view, asked) => ({
    name: 'changes',
    columns,
    rows: view.changes.map((change) => [
      change.at.toISOString(),
      change.change,
      change.kind,
      change.slug,
      change.title.pl,
      change.title.en,
      change.path.pl,
      change.path.en,
      change.why?.pl ?? null,
      change.why?.en ?? null,
      change.by.name,
      change.by.role.pl,
      change.by.role.en,
      change.override,
      change.scheduledAt?.toISOString() ?? null,
      change.revision,
      archivedIn(change, asked)[asked.lang] ?? null,
    ]),
  }),
});

/** The list's address with what differs from the first page of everything. */
function addressOfPage(action: string, view: View, page: number, format = ''): string {
  const query = new URLSearchParams();
  if (view.kind) query.set('kind', view.kind.name);
  if (page > 1) query.set('page', String(page));
  const text = query.toString();
  return `${action}${format}${text === '' ? '' : `?${text}`}`;
}

const archivedIn = (change: Change, { kinds }: Pick<Asked, 'kinds'>): Partial<Record<'pl' | 'en', string>> =>
  Object.fromEntries(langs.map((lang) => [lang, revisionAddress(kinds, change, lang)]));

/** A line of the register for programs. */
export function changeAsData({ id: _inside, ...change }: Change, asked: Pick<Asked, 'kinds'>): Record<string, unknown> {
  return { ...change, at: change.at.toISOString(), scheduledAt: change.scheduledAt?.toISOString() ?? null, archived: archivedIn({ id: _inside, ...change }, asked) };
}
