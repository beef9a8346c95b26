import type { Lang } from '#lang/lang.ts';
import { wordsOf } from './words.ts';

export type AppliedFilter = { text: string; removeHref: string };

/** The filters in use; each is a link to the same list without it. */
export const Chips = ({ chips, clearHref, lang }: { chips: AppliedFilter[]; clearHref?: string | undefined; lang: Lang }) => {
  if (chips.length === 0) return null;
  const words = wordsOf(lang).filters;
  return (
    <ul class="kg-chips" aria-label={words.applied}>
      {chips.map(({ text, removeHref }) => (
        <li>
          <a class="kg-chip kg-chip--on" href={removeHref} aria-label={words.remove(text)}>
            {text} <span aria-hidden="true">✕</span>
          </a>
        </li>
      ))}
      {clearHref !== undefined && chips.length > 1 && (
        <li>
          <a class="kg-chip kg-chip--bare" href={clearHref}>
            {words.clear}
          </a>
        </li>
      )}
    </ul>
  );
};

export type Choice = { text: string; href: string; count?: number; current?: boolean };

/** Ready-made choices of a list with their counts: all 27, active 19. */
export const ChoiceChips = ({ label, choices }: { label: string; choices: Choice[] }) => (
  <ul class="kg-chips" aria-label={label}>
    {choices.map(({ text, href, count, current }) => (
      <li>
        <a class="kg-chip" href={href} aria-current={current === true ? 'true' : undefined}>
          {text} {count !== undefined && <span>{count}</span>}
        </a>
      </li>
    ))}
  </ul>
);

/** The same content seen another way: table, timeline, map. */
export const Views = ({ label, views }: { label: string; views: Choice[] }) => (
  <ul class="kg-views" aria-label={label}>
    {views.map(({ text, href, current }) => (
      <li>
        <a href={href} aria-current={current === true ? 'true' : undefined}>
          {text}
        </a>
      </li>
    ))}
  </ul>
);
