import type { Lang } from '#lang/lang.ts';
import { addressOf } from '#web/paths.ts';
import { longestQuery } from './query.ts';
import { textsFor } from './texts.ts';

/** The search field: a plain GET form; a script adds suggestions while typing. */
export const SearchForm = ({ lang, q = '', label }: { lang: Lang; q?: string; label?: string }) => {
  const texts = textsFor(lang);
  const action = addressOf('search', lang);
  return (
    <search>
      <form class="kg-search" method="get" action={action}>
        <label class="govuk-label" for="q">
          {label ?? texts.field}
        </label>
        <div class="govuk-hint" id="q-hint">
          {texts.hint}
        </div>
        <div class="kg-search__row">
          <div class="kg-search__field">
            <input
              class="govuk-input"
              id="q"
              name="q"
              type="search"
              value={q}
              maxlength={longestQuery}
              aria-describedby="q-hint"
              autocomplete="off"
              spellcheck={false}
              data-suggest={`${action}.json`}
              data-suggest-label={texts.suggestions}
            />
          </div>
          <button class="govuk-button" type="submit">
            {texts.button}
          </button>
        </div>
      </form>
    </search>
  );
};
