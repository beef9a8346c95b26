import type { Lang } from '#lang/lang.ts';
import { addressOf, isReportable } from '#web/paths.ts';
import { feedbackTexts } from './texts.ts';

/** The form, told which page it is about. A path needs no encoding in a query, and so stays readable. */
export const feedbackAddress = (lang: Lang, about: string | null): string => addressOf('feedback', lang) + (about === null ? '' : `?page=${about}`);

/** Stands at the foot of each page. Search engines need not read a form for each of them. */
export function FeedbackLink({ about, lang }: { about: string; lang: Lang }) {
  const path = about.replace(/\?.*/, '');
  if (!isReportable(path)) return null;
  return (
    <p class="kg-feedback">
      <a href={feedbackAddress(lang, path)} rel="nofollow">
        {feedbackTexts(lang).link}
      </a>
    </p>
  );
}
