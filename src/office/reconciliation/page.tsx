import { uuidv7 } from '#basics/uuid.ts';
import { Button, describedBy, ErrorSummary, Field, Radios, Select, TextInput } from '#ui/fields.tsx';
import { Moment } from '#ui/moments.tsx';
import { Table } from '#ui/table.tsx';
import { requireRole, type Asked, type Sheet } from '../page.ts';
import { titlesOfRecords } from '../records/form/store.ts';
import { allStanding } from '../spreadsheets/imports/found-store.ts';
import { latestReconciliations } from './store.ts';
import { textsOf } from './texts.ts';

export type Typed = { about: string; network: string; url: string; title: string; seenOn: string };
type Returned = { errors?: { field: string; text: string }[]; typed?: Typed };

/** A new comparison, and those that were made before. */
export async function indexSheet(asked: Asked, returned: Returned = {}): Promise<Sheet> {
  requireRole(asked, 'editor');
  const { desk, lang, city } = asked;
  const texts = textsOf(lang);
  const errors = returned.errors ?? [];
  const typed = returned.typed ?? { about: 'memberships', network: '', url: '', title: '', seenOn: asked.today };
  const { networks, earlier, titles } = await desk.db.read(async (reader) => {
    const slugs = (await allStanding(reader, 'network', 'all')).map(({ slug }) => ({ kind: 'network', slug }));
    return { networks: slugs, titles: await titlesOfRecords(reader, slugs, lang), earlier: await latestReconciliations(reader, 20) };
  });
  const titleOf = (slug: string | null): string => titles.get(`network ${slug ?? ''}`) ?? slug ?? '';
  const errorOf = (field: string): string | undefined => errors.find((error) => error.field === field)?.text;
  const file = { name: 'file', label: texts.new.file, hint: texts.new.fileHint, lang, error: errorOf('file') };
  return {
    title: texts.title,
    rail: 'reconciliation',
    ...(errors.length > 0 ? { status: 422, errorPrefix: true } : {}),
    content: (
      <>
        <ErrorSummary errors={errors} lang={lang} />
        <div class="kg-desk__top">
          <h1>{texts.title}</h1>
        </div>
        <p>{texts.lead}</p>
        <section class="kg-panel" aria-labelledby="new">
          <div class="kg-panel__head">
            <h2 id="new">{texts.new.heading}</h2>
          </div>
          <form method="post" action="/office/reconciliation" enctype="multipart/form-data" novalidate>
            <input type="hidden" name="id" value={uuidv7(asked.now.getTime())} />
            <div class="kg-form kg-lists__form">
              <Radios
                name="about"
                label={texts.new.about}
                value={typed.about}
                error={errorOf('about')}
                options={(['memberships', 'network'] as const).map((value) => ({ value, text: texts.new.aboutWords[value] }))}
                lang={lang}
              />
              <Select
                name="network"
                label={texts.new.network}
                hint={texts.new.networkHint}
                error={errorOf('network')}
                value={typed.network}
                options={[
                  { value: '', text: texts.new.choose },
                  ...networks.map(({ slug }) => ({ value: slug, text: titleOf(slug) })).toSorted((one, other) => one.text.localeCompare(other.text, lang)),
                ]}
                lang={lang}
              />
              <Field {...file}>
                <input
                  class="govuk-file-upload"
                  type="file"
                  id="file"
                  name="file"
                  accept=".xlsx,.csv"
                  aria-describedby={describedBy(file)}
                  aria-invalid={file.error === undefined ? undefined : 'true'}
                />
              </Field>
              <TextInput name="seenOn" label={texts.new.seenOn} hint={texts.new.seenOnHint} value={typed.seenOn} error={errorOf('seenOn')} lang={lang} />
              <TextInput name="url" label={texts.new.url} type="url" value={typed.url} error={errorOf('url')} lang={lang} />
              <TextInput name="title" label={texts.new.sourceTitle} value={typed.title} error={errorOf('title')} lang={lang} />
            </div>
            <div class="kg-form__foot">
              <Button>{texts.new.submit}</Button>
            </div>
          </form>
        </section>
        {earlier.length > 0 && (
          <section class="kg-panel" aria-labelledby="earlier">
            <div class="kg-panel__head">
              <h2 id="earlier">{texts.earlier.heading}</h2>
            </div>
            <Table
              lang={lang}
              id="earlier-table"
              caption={texts.earlier.caption}
              rows={earlier}
              columns={[
                { head: texts.earlier.list, cell: (one) => <a href={`/office/reconciliation/${one.id}`}>{one.fileName}</a> },
                { head: texts.earlier.about, cell: (one) => (one.about === 'network' ? titleOf(one.network) : texts.aboutMemberships) },
                { head: texts.earlier.at, cell: (one) => <Moment at={one.madeAt.toISOString()} lang={lang} timeZone={city.timeZone} /> },
                { head: texts.earlier.by, cell: (one) => one.by ?? '–' },
              ]}
            />
          </section>
        )}
      </>
    ),
  };
}
