import { Button, Radios } from '#ui/fields.tsx';
import { Moment, momentInWords } from '#ui/moments.tsx';
import { Table } from '#ui/table.tsx';
import type { Asked } from '../page.ts';
import { errorOf, Panel, type Typed } from './parts.tsx';
import type { Review } from './review.ts';
import { textsFor } from './texts.ts';

/** How long a link may work, in days. */
export const previewDays = ['1', '7', '30'] as const;

type Props = { review: Review; asked: Asked; typed: Typed; /** For the next link, or of the one just made. */ token: string; made: boolean };

/** Links by which people without an account see the page before it is public. */
export const PreviewPanel = ({ review, asked, typed, token, made }: Props) => {
  const { lang, city, desk } = asked;
  const texts = textsFor(lang).preview;
  const { waiting, links } = review;
  const moment = (at: Date) => <Moment at={at.toISOString()} lang={lang} timeZone={city.timeZone} />;
  return (
    <Panel id="preview" heading={texts.heading}>
      {made && (
        <div class="kg-panel__body kg-queue__made">
          <h3>{texts.made}</h3>
          <p>
            <output>{texts.madeMeans}</output>
          </p>
          <dl class="kg-facts">
            {[
              { name: texts.polish, path: 'podglad' },
              { name: texts.english, path: 'preview' },
            ].map(({ name, path }) => (
              <div>
                <dt>{name}</dt>
                <dd>
                  <a href={`${desk.baseUrl}/${path}/${token}`}>{`${desk.baseUrl}/${path}/${token}`}</a>
                </dd>
              </div>
            ))}
          </dl>
        </div>
      )}
      {links.length > 0 && (
        <Table
          lang={lang}
          id="preview-links"
          caption={texts.table}
          columns={[
            { head: texts.columns.made, cell: (link) => moment(link.madeAt) },
            { head: texts.columns.by, cell: (link) => link.madeBy ?? '' },
            { head: texts.columns.until, cell: (link) => moment(link.expiresAt) },
            {
              head: texts.columns.end,
              cell: (link) => (
                <form method="post" action={`/office/queue/${waiting.id}/preview/revoke`}>
                  <input type="hidden" name="link" value={link.hash} />
                  <button class="kg-linklike" type="submit" aria-label={texts.revokeLabel(momentInWords(link.madeAt.toISOString(), lang, city.timeZone))}>
                    {texts.revoke}
                  </button>
                </form>
              ),
            },
          ]}
          rows={links}
        />
      )}
      {!made && (
        <form method="post" action={`/office/queue/${waiting.id}/preview`} novalidate>
          <input type="hidden" name="token" value={token} />
          <div class="kg-form kg-queue__form">
            <p>{texts.hint}</p>
            <Radios
              name="days"
              label={texts.for}
              lang={lang}
              value={typed.of('days') === '' ? '7' : typed.of('days')}
              error={errorOf(typed, 'days')}
              options={previewDays.map((days) => ({ value: days, text: texts.days(Number(days)) }))}
            />
          </div>
          <div class="kg-form__foot">
            <Button secondary>{texts.make}</Button>
          </div>
        </form>
      )}
    </Panel>
  );
};
