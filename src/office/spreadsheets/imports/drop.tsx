import type { Lang } from '#lang/lang.ts';
import { textsOf } from '../texts.ts';

export const Drop = ({ id, lang }: { id: string; lang: Lang }) => (
  <form method="post" action={`/office/spreadsheets/imports/${id}/drop`}>
    <button class="govuk-button govuk-button--secondary" type="submit">
      {textsOf(lang).drop}
    </button>
  </form>
);
