import { tidy } from '#lang/typography.ts';
import { assetPath } from '#ui/assets/manifest.ts';
import { Button } from '#ui/fields.tsx';
import { Section } from '#ui/section.tsx';
import { institutionAddress } from '#web/institution-paths.ts';
import type { Asked } from '../page.ts';
import { AnswerField } from './answer-field.tsx';
import type { Came, Seen } from './read-own.ts';
import { textsFor } from './texts.ts';

/** The form of the offer, to be filled in and sent. Everything works without scripts; with them it saves itself. */
export const FillIn = ({ seen: { application, form, papers }, asked: { lang }, came }: { seen: Seen; asked: Asked; came: Came | undefined }) => {
  const texts = textsFor(lang).one;
  const place = institutionAddress('application', lang, { id: application.id });
  return (
    <Section id="form" heading={texts.form} intro={tidy(texts.formIntro, lang)}>
      <form
        class="kg-form"
        method="post"
        action={place}
        enctype="multipart/form-data"
        novalidate
        data-autosave=""
        data-unsaved={texts.autosave.unsaved}
        data-saving={texts.autosave.saving}
        data-failed={texts.autosave.failed}
        data-stale={texts.autosave.stale}
      >
        {/* The version that this page was made of. A form that came back stale takes the new one: its sender has been told. */}
        <input type="hidden" name="version" value={String(application.version)} />
        {form.fields.map((field) => {
          const paper = papers.find((one) => one.purpose === 'answer' && one.field === field.key);
          return (
            <AnswerField
              field={field}
              value={came?.typed?.(field.key) ?? application.answers[field.key] ?? ''}
              paper={paper}
              paperHref={paper === undefined ? '' : institutionAddress('applicationFile', lang, { id: application.id, file: paper.id })}
              error={came?.errors?.find((error) => error.field === field.key)?.own}
              lang={lang}
            />
          );
        })}
        <p class="kg-quiet">{tidy(texts.sendHint, lang)}</p>
        <div class="kg-form__foot">
          <Button secondary name="do" value="save">
            {texts.save}
          </Button>
          <Button name="do" value="send">
            {application.state === 'to-amend' ? texts.sendAgain : texts.send}
          </Button>
          <output class="kg-quiet" data-save-state=""></output>
        </div>
      </form>
      <script type="module" src={assetPath('form.js')} />
    </Section>
  );
};
