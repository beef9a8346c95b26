import type { Lang } from '#lang/lang.ts';
import { wordsOf } from './words.ts';

/** The first, the last, the current page and its neighbours; `null` stands for a gap. A gap of one page is that page. */
export function pageNumbers(page: number, pages: number): (number | null)[] {
  const wanted = [...new Set([1, page - 1, page, page + 1, pages])].filter((number) => number >= 1 && number <= pages);
  return wanted.flatMap((number, index) => {
    const before = wanted[index - 1] ?? 0;
    if (number - before === 2) return [number - 1, number];
    return number - before > 2 ? [null, number] : [number];
  });
}

export const Pagination = ({ page, pages, hrefOf, lang }: { page: number; pages: number; hrefOf: (page: number) => string; lang: Lang }) => {
  if (pages <= 1) return null;
  const words = wordsOf(lang).pagination;
  return (
    <nav class="govuk-pagination" aria-label={words.label}>
      {page > 1 && (
        <div class="govuk-pagination__prev">
          <a class="govuk-link govuk-pagination__link" href={hrefOf(page - 1)} rel="prev">
            {'←\u00a0'}
            {words.previous}
            <span class="kg-vh"> {words.pageWord}</span>
          </a>
        </div>
      )}
      <ul class="govuk-pagination__list">
        {pageNumbers(page, pages).map((number) =>
          number === null ? (
            <li class="govuk-pagination__item govuk-pagination__item--ellipsis" aria-hidden="true">
              …
            </li>
          ) : (
            <li class={number === page ? 'govuk-pagination__item govuk-pagination__item--current' : 'govuk-pagination__item'}>
              <a class="govuk-link govuk-pagination__link" href={hrefOf(number)} aria-label={words.page(number)} aria-current={number === page ? 'page' : undefined}>
                {number}
              </a>
            </li>
          ),
        )}
      </ul>
      {page < pages && (
        <div class="govuk-pagination__next">
          <a class="govuk-link govuk-pagination__link" href={hrefOf(page + 1)} rel="next">
            {words.next}
            <span class="kg-vh"> {words.pageWord}</span>
            {'\u00a0→'}
          </a>
        </div>
      )}
    </nav>
  );
};
