import { slugOf } from '#basics/slug.ts';
import type { Group } from '../form/spec.ts';
import { partOf, rowsOf } from '../form/values.ts';

/**
 * An address for a new record from what it says: the number of an act, a name or title, or what it refers to with its kind and year.
 * Empty as long as it says nothing.
 */
export function proposedSlug(spec: Group, body: unknown): string {
  const number = firstClaim(partOf(body, 'number'));
  if (number !== '') return slugOf(number);
  for (const { name, spec: field } of spec.fields) {
    const text = field.type === 'pair' && field.empty.when === 'required' ? partOf(partOf(body, name), 'pl') : undefined;
    if (typeof text === 'string' && !refersFirst(spec)) return slugOf(text);
  }
  return slugOf(
    spec.fields
      .filter(
        ({ name, spec: field }) =>
          (field.type === 'text' && (field.format === 'slug' || name === 'code') && field.empty.when === 'required') || name === 'type' || name === 'kind' || name === 'year',
      )
      .map(({ name }) => partOf(body, name))
      .filter((value) => typeof value === 'string' || typeof value === 'number')
      .join(' '),
  );
}

/** A fee or a mandate is named after what it belongs to; an organisation after itself. */
const refersFirst = (spec: Group): boolean => {
  const [first] = spec.fields;
  return first?.spec.type === 'text' && first.spec.format === 'slug';
};

const firstClaim = (value: unknown): string => {
  const claimed = partOf(rowsOf(value)[0], 'value');
  return typeof claimed === 'string' ? claimed : '';
};

/** The same as a field of the record, so that two versions of it can be compared with the rest. */
export const withAddress = (spec: Group): Group => ({
  ...spec,
  fields: [{ name: 'slug', isPublic: true, spec: { type: 'text', empty: { when: 'absent' }, format: 'slug', most: 120 } }, ...spec.fields],
});
