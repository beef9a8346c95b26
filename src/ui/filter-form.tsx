import type { Child } from '#markup/markup.ts';
import type { Lang } from '#lang/lang.ts';
import { Button } from './fields.tsx';
import { wordsOf } from './words.ts';

type FilterFormProps = {
  lang: Lang;
  /** The list's own address without parameters. */
  action: string;
  /** Parameters to keep that have no field of their own. */
  keep?: Record<string, string>;
  /** Unfolded on a phone, for instance when a filter is in use. */
  open?: boolean;
  /** Whether one of the fields sets the order. */
  sorts?: boolean;
  /** More fields than stand in one row: in columns, the button after the last of them. */
  many?: boolean;
  /** Below the fields: rarer ones, folded. */
  below?: Child;
  /** `<TextInput/>` and `<Select/>`. */
  children: Child;
};

/** A list's filter: a plain GET form, so that the address holds its whole state. Folded on a phone, always open on a wide screen. */
export const FilterForm = ({ lang, action, keep = {}, open = false, sorts = false, many = false, below, children }: FilterFormProps) => {
  const words = wordsOf(lang).filters;
  return (
    <details class="kg-fold" open={open}>
      <summary>{sorts ? words.foldSorting : words.fold}</summary>
      <search>
        <form class="kg-filter" method="get" action={action}>
          <div class={many ? 'kg-filter__row kg-filter__row--many' : 'kg-filter__row'}>
            {children}
            {Object.entries(keep).map(([name, value]) => (
              <input type="hidden" name={name} value={value} />
            ))}
            <Button>{words.show}</Button>
          </div>
          {below}
        </form>
      </search>
    </details>
  );
};
