import { z } from 'zod';
import { fieldName } from '#lang/fields.ts';
import type { Fact } from '#ui/facts.tsx';
import { SourceRefs } from '#ui/sources.tsx';
import { isPublic } from '../fields.ts';
import type { Kind } from '../kind.ts';
import { formOf } from './form.ts';
import { sentence, textsFor } from './texts.ts';
import { publicFieldsOf, saysNothing, sayValue, type Around } from './value.tsx';

/** Every public field of a record that says something, in the order of its schema, and in the office the others too. The list of sources closes the page instead. */
export function recordFacts(kind: Kind, shown: unknown, around: Around, wanted: (name: string) => boolean = () => true): Fact[] {
  if (!(kind.schema instanceof z.ZodObject)) return [];
  const values = new Map(Object.entries(shown ?? {}));
  const fields = around.inOffice === true ? Object.entries<z.core.$ZodType>(kind.schema.shape) : publicFieldsOf(kind.schema);
  return fields
    .filter(([name, field]) => name !== 'sources' && wanted(name) && (!saysNothing([kind.name, name], values.get(name)) || isUnknown(field, values, name)))
    .map(([name, field]) => ({
      term: sentence(fieldName([kind.name, name], around.lang) ?? name) + (isPublic(field) ? '' : ` (${textsFor(around.lang).officeOnly})`),
      value: name === 'sourceIds' ? <CitedSources ids={values.get(name)} around={around} /> : sayValue(field, values.get(name), [kind.name, name], around),
    }));
}

/** A fact that could be told and is not known; other empty fields have nothing to say. */
function isUnknown(field: z.core.$ZodType, values: ReadonlyMap<string, unknown>, name: string): boolean {
  const value = values.get(name);
  if (value === null) return true;
  return Array.isArray(value) && field instanceof z.ZodDefault && isClaimList(field);
}

const isClaimList = (field: z.ZodDefault): boolean => {
  const list = field.unwrap();
  return list instanceof z.ZodArray && formOf(list.element) === 'claim';
};

const CitedSources = ({ ids, around }: { ids: unknown; around: Around }) => (
  <SourceRefs numbers={around.notes.refs(around.sources, z.array(z.string()).catch([]).parse(ids))} lang={around.lang} />
);
