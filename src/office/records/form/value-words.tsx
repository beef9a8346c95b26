import { textsOf } from '../texts.ts';
import { labelOf } from './problems.ts';
import { inWords } from './row-summary.ts';
import type { Shown } from './shown.ts';
import type { Path, Spec } from './spec.ts';
import { isBlank, partOf, rowsOf } from './values.ts';

type Given = { spec: Spec; path: Path; value: unknown; shown: Pick<Shown, 'kind' | 'lang' | 'titles'> };

/** A value as it can be read beside another version of it. */
export const ValueWords = (given: Given) => {
  const { spec, path, value, shown } = given;
  if (isBlank(spec, value)) return <span class="kg-quiet">{textsOf(shown.lang).nothing}</span>;
  if (spec.type === 'rows')
    return (
      <ol class="kg-words">
        {rowsOf(value).map((row, index) => (
          <li>
            <ValueWords spec={spec.item} path={[...path, index]} value={row} shown={shown} />
          </li>
        ))}
      </ol>
    );
  if (spec.type === 'group')
    return (
      <dl class="kg-words">
        {spec.fields
          .filter((field) => !isBlank(field.spec, partOf(value, field.name)))
          .map((field) => (
            <div>
              <dt>{labelOf(shown.kind, [...path, field.name], shown.lang)}</dt>
              <dd>
                <ValueWords spec={field.spec} path={[...path, field.name]} value={partOf(value, field.name)} shown={shown} />
              </dd>
            </div>
          ))}
      </dl>
    );
  if (spec.type === 'pair')
    return (
      <>
        {(['pl', 'en'] as const).map((lang) => {
          const text = partOf(value, lang);
          return typeof text !== 'string' || text === '' ? null : (
            <p class="kg-words__text" lang={lang === shown.lang ? undefined : lang}>
              {text}
            </p>
          );
        })}
      </>
    );
  if (spec.type === 'sourceIds') return <>{rowsOf(value).map(String).join(', ')}</>;
  if (spec.type === 'choices')
    return (
      <>
        {rowsOf(value)
          .map((one) => inWords(shown, { type: 'choice', empty: spec.empty, options: spec.options }, path, one))
          .join(', ')}
      </>
    );
  if (spec.type === 'yesNo' || spec.type === 'mark')
    return <>{value === true ? textsOf(shown.lang).yes : spec.type === 'mark' ? textsOf(shown.lang).yes : textsOf(shown.lang).no}</>;
  if (spec.type === 'text' && spec.format !== 'slug' && spec.format !== 'date') return <span class="kg-words__text">{String(value)}</span>;
  const words = inWords(shown, spec, path, value);
  // A word stands for its code; a date or an address is shown as it is kept too.
  return <>{words === String(value) || spec.type === 'choice' ? words : `${words} (${String(value)})`}</>;
};
