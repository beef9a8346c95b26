import type { Lang } from '#lang/lang.ts';
import { assetPath } from '#ui/assets/manifest.ts';
import { wordsOf } from '#ui/words.ts';
import { FeedbackForm, type Typed } from './form.tsx';
import { feedbackTexts } from './texts.ts';

/** The form with what was typed, when nothing can be read that usually stands around it. It needs no database. */
export function unavailableForm(typed: Typed, lang: Lang): string {
  const texts = feedbackTexts(lang);
  const page = (
    <html lang={lang} class="govuk-template">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>{`${wordsOf(lang).errorPrefix}: ${texts.title}`}</title>
        <link rel="stylesheet" href={assetPath('style.css')} />
      </head>
      <body>
        <main class="kg-wrap">
          <FeedbackForm typed={typed} errors={[{ field: 'message', text: texts.refusals.unavailable }]} lang={lang} demonstration={null} />
        </main>
      </body>
    </html>
  );
  return `<!doctype html>${page.toString()}`;
}
