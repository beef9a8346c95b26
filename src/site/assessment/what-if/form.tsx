import { ofIndex, type Assessment } from '#assessment/index.ts';
import type { Lang } from '#lang/lang.ts';
import { tidy } from '#lang/typography.ts';
import { wordsFor } from '#lang/words.ts';
import { inLang, type Kept } from '#register/index.ts';
import { assetPath } from '#ui/assets/manifest.ts';
import { Button, Select, TextInput } from '#ui/fields.tsx';
import { InLang } from '#ui/prose.tsx';
import { Section } from '#ui/section.tsx';
import { Table } from '#ui/table.tsx';
import { addressOf } from '#web/paths.ts';
import { byName } from '../summary-groups.ts';
import { textsFor } from '../texts.ts';
import { names, officeEnds } from './changes.ts';
import type { WhatIfView } from './read.ts';
import { inPoints } from './words.ts';

type FormProps = { cycle: Kept<Assessment>; view: WhatIfView; action: string; lang: Lang };

/** "What if": a plain form that the server answers. With scripts the same is counted in the reader's browser. */
export const WhatIfSection = ({ cycle: { slug, body }, view, action, lang }: FormProps) => {
  const { whatIf } = textsFor(lang);
  const { changes, published } = view;
  const weights = changes.weights ?? published;
  return (
    <Section id={whatIf.id} heading={tidy(whatIf.heading, lang)} intro={tidy(whatIf.intro, lang)} wide>
      <form
        class="kg-whatif"
        method="get"
        action={`${action}#${whatIf.id}`}
        data-what-if={`${addressOf('assessmentCycle', lang, { slug })}.json`}
        data-worker={assetPath('what-if-worker.js')}
        data-words={JSON.stringify({ ...wordsFor(lang).indication, counting: whatIf.counting, refused: whatIf.refused, unchanged: whatIf.unchanged, none: whatIf.none })}
        data-some={JSON.stringify(body.memberships.map((_, place) => whatIf.some(place + 1)))}
      >
        <div class="kg-whatif__row">
          <Select
            name={names.membership}
            id="what-if-membership"
            label={whatIf.membership}
            lang={lang}
            value={changes.membership ?? ''}
            options={[{ value: '', text: whatIf.officeKept }, ...byName(body.memberships, lang).map(({ membership, name }) => ({ value: membership, text: inLang(name, lang) }))]}
          />
          <TextInput
            name={names.fee}
            id="what-if-fee"
            label={whatIf.fee}
            hint={whatIf.feeHint}
            lang={lang}
            inputmode="decimal"
            autocomplete="off"
            maxlength={12}
            value={changes.fee === null ? '' : String(changes.fee)}
          />
          <Select
            name={names.office}
            id="what-if-office"
            label={whatIf.office}
            lang={lang}
            value={changes.officeEnds ? officeEnds : ''}
            options={[
              { value: '', text: whatIf.officeKept },
              { value: officeEnds, text: whatIf.officeEnded },
            ]}
          />
        </div>
        <fieldset class="kg-whatif__weights">
          <legend class="govuk-label">{whatIf.weights}</legend>
          <p class="govuk-hint">{tidy(whatIf.weightsHint, lang)}</p>
          <div>
            {ofIndex(body.criteria, 'benefits').map((criterion, place) => (
              <TextInput
                name={names.weight(criterion.code)}
                id={`what-if-${criterion.code}`}
                label={<InLang text={criterion.name} lang={lang} note={false} />}
                lang={lang}
                inputmode="decimal"
                autocomplete="off"
                maxlength={6}
                value={String(weights[place] ?? 0)}
              />
            ))}
          </div>
        </fieldset>
        <p class="kg-whatif__send">
          <Button>{whatIf.submit}</Button>
          <a href={`${action}#${whatIf.id}`}>{tidy(whatIf.reset, lang)}</a>
        </p>
      </form>
      <Result body={body} view={view} lang={lang} />
      <script type="module" src={assetPath('what-if.js')} />
    </Section>
  );
};

const Result = ({ body, view: { results }, lang }: { body: Assessment; view: WhatIfView; lang: Lang }) => {
  const { whatIf } = textsFor(lang);
  const words = wordsFor(lang).indication;
  const after = results === 'published' || results === null ? body.results : results;
  const rows = byName(
    body.memberships.flatMap((one) => {
      const [before, now] = [body.results, after].map((all) => all.find(({ membership }) => membership === one.membership));
      return before === undefined || now === undefined ? [] : [{ name: one.name, membership: one.membership, before, now }];
    }),
    lang,
  );
  const turned = rows.filter(({ before, now }) => before.indication !== now.indication).length;
  const said = results === 'published' ? '' : results === null ? whatIf.refused : turned === 0 ? whatIf.none : whatIf.some(turned);
  return (
    <>
      <output class="kg-finding" id="what-if-said">
        {tidy(said, lang)}
      </output>
      <div id="what-if-result" hidden={results === 'published' || results === null}>
        <Table
          lang={lang}
          id="what-if-table"
          caption={whatIf.caption}
          rows={rows}
          columns={[
            { head: whatIf.columns.membership, cell: ({ name }) => <InLang text={name} lang={lang} note={false} /> },
            { head: whatIf.columns.before, numeric: true, cell: ({ before }) => inPoints(before) },
            {
              head: whatIf.columns.after,
              numeric: true,
              cell: ({ now, membership }) => <b data-after={membership}>{inPoints(now)}</b>,
            },
            {
              head: whatIf.columns.indication,
              cell: ({ before, now, membership }) => (
                <span data-indication={membership} data-before={before.indication}>
                  {now.indication === before.indication ? words[now.indication] : `${words[before.indication]} → ${words[now.indication]}`}
                </span>
              ),
            },
          ]}
        />
      </div>
    </>
  );
};
