import type { Child } from '#markup/markup.ts';
import { fieldName } from '#lang/fields.ts';
import { Tag, type Tone } from '#ui/marks.tsx';
import { Table } from '#ui/table.tsx';
import { changedWords } from '../changed-words.ts';
import { placeOf, type Difference } from '../difference.ts';
import type { Source } from '../facts.ts';
import type { Kind } from '../kind.ts';
import { formOf } from './form.ts';
import { referenceKey, type References } from './references.ts';
import { sentence, textsFor } from './texts.ts';
import { saySource, sayValue, type Around } from './value.tsx';

/** One of the two that are compared: how it is called over its column, and the sources that its facts name. */
type Side = { head: Child; short: string; sources: readonly Source[] };

type Props = { kind: Kind; found: Difference[]; from: Side; to: Side; around: Omit<Around, 'sources'> };

/** Two bodies of a kind, field by field. What only the office sees is marked. */
export const DifferenceTable = ({ kind, found, from, to, around }: Props) => {
  const texts = textsFor(around.lang);
  const of = ({ sources }: Side): Around => ({ ...around, sources });
  const cell = (one: Difference, which: 'before' | 'after'): Child =>
    one[which] === null ? <span class="kg-unknown">{texts.absent}</span> : sayDifferent(kind, one, which, of(which === 'before' ? from : to));
  return (
    <Table
      lang={around.lang}
      id={texts.ids.differenceTable}
      caption={texts.differenceTable}
      columns={[
        {
          head: texts.differenceColumns.field,
          cell: (one: Difference) => (
            <>
              {labelOf(kind, one, of(one.after === null ? from : to))}
              {!placeOf(kind.schema, one.path).open && (
                <>
                  {' '}
                  <Tag>{texts.officeOnly}</Tag>
                </>
              )}
            </>
          ),
        },
        { head: texts.differenceColumns.what, cell: (one) => <Tag tone={tones[one.kind]}>{texts.kinds[one.kind]}</Tag> },
        { head: from.head, short: from.short, cell: (one) => cell(one, 'before') },
        { head: to.head, short: to.short, cell: (one) => cell(one, 'after') },
      ]}
      rows={found}
    />
  );
};

const tones: Record<Difference['kind'], Tone> = { added: 'good', removed: 'bad', changed: 'brand' };

/** The field in words, from the outermost to the one that differs: "Przebieg członkostwa › pozycja 3 › data". */
function labelOf(kind: Kind, { path }: Difference, { lang, references, sources }: Around): string {
  const named: string[] = [kind.name];
  const said: string[] = [];
  for (const step of placeOf(kind.schema, path).steps) {
    if ('field' in step) {
      named.push(step.field);
      if (step.field !== 'value') said.push(fieldName(named, lang) ?? step.field);
    } else if (typeof step.item === 'number') {
      // The leading claim of a fact stands for the fact.
      if (step.item > 0 || formOf(step.schema) !== 'claim') said.push(textsFor(lang).item(step.item + 1));
    } else if (formOf(step.schema) === 'object') said.push(keyInWords(named, step.item, references, sources, lang));
  }
  return sentence(said.join(' › '));
}

/** The key of an item as a reader knows it: the title of the source or of the record that it names. */
function keyInWords(named: readonly string[], key: string, references: References, sources: Around['sources'], lang: Around['lang']): string {
  const list = named.at(-1) ?? '';
  if (list === 'sources') return sources.find((one) => one.id === key)?.title ?? key;
  return references.get(referenceKey(list.replace(/s$/, ''), key))?.title[lang] ?? key;
}

/** A text that differs in one language is shown in that language, and the words in which it differs are marked. */
function sayDifferent(kind: Kind, differing: Difference, which: 'before' | 'after', around: Around): Child {
  const value = differing[which];
  const { schema, steps } = placeOf(kind.schema, differing.path);
  const named = [kind.name, ...steps.flatMap((step) => ('field' in step ? [step.field] : []))];
  const last = named.at(-1);
  if ((last === 'pl' || last === 'en') && typeof value === 'string') {
    const marked = withMarks(differing, which) ?? value;
    return last === around.lang ? marked : <span lang={last}>{marked}</span>;
  }
  if (last === 'sourceIds' && typeof value === 'string')
    return (
      saySource(
        around.sources.find((one) => one.id === value),
        around.lang,
      ) ?? value
    );
  return sayValue(schema, value, named, around);
}

/** Deletions and insertions by HTML's own elements, which browsers tell by lines and not by colour alone; null where there is nothing to mark. */
function withMarks({ before, after }: Difference, which: 'before' | 'after'): Child {
  if (typeof before !== 'string' || typeof after !== 'string') return null;
  const Mark = which === 'before' ? Deleted : Inserted;
  // A mark on a space alone would be a speck.
  return changedWords(before, after)?.[which].map(({ text, changed }) => (changed && text.trim() !== '' ? <Mark>{text}</Mark> : text)) ?? null;
}

const Deleted = ({ children }: { children: Child }) => <del>{children}</del>;
const Inserted = ({ children }: { children: Child }) => <ins>{children}</ins>;
