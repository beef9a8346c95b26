import type { Lang } from '#lang/lang.ts';
import { textsOf } from '../texts.ts';
import { labelOf } from './problems.ts';
import type { Group, Named } from './spec.ts';

export type FormSection = { id: string; title: string; fields: readonly Named[]; isOffice: boolean };

type SectionName = keyof ReturnType<typeof textsOf>['sections'];

/** The order of work for kinds with many fields; what is not named here follows in the schema's order. */
const ordered: Readonly<Record<string, readonly (readonly [SectionName, readonly string[]])[]>> = {
  organisation: [
    ['names', ['name', 'shortName', 'acronym', 'nativeName', 'nameVariants', 'formerNames']],
    ['texts', ['summary', 'description']],
    ['nature', ['kind', 'scope', 'network', 'themes']],
    ['facts', ['founded', 'website', 'foundedPlace', 'seat', 'organs', 'successor', 'predecessors', 'feeRule', 'identifiers']],
  ],
  membership: [
    ['basics', ['organisation', 'period', 'holder', 'category', 'founder', 'character', 'decidedBy', 'basis', 'basisNote']],
    ['time', ['belonging', 'lasting', 'shownFrom', 'overBy', 'noticePeriod', 'noticeBy', 'renewal']],
    ['care', ['unit', 'unitNote', 'engagement', 'expectations', 'consent']],
  ],
};

const isSource = (field: Named): boolean => field.name === 'sources' || field.name === 'sourceIds';
const isList = ({ spec }: Named): boolean => spec.type === 'rows' && !spec.isClaims && !spec.isFiles && spec.item.type === 'group';

/** The form in parts that have a heading each: by the kind's own order, then what is left, then each list, the sources, and what the public never sees. */
export function sectionsOf(kind: string, spec: Group, lang: Lang): FormSection[] {
  const titles = textsOf(lang).sections;
  const office = spec.fields.filter((field) => !field.isPublic);
  const named = new Set((ordered[kind] ?? []).flatMap(([, names]) => names));
  const rest = spec.fields.filter((field) => field.isPublic && !isSource(field) && !named.has(field.name));
  const sections: FormSection[] = (ordered[kind] ?? []).map(([title, names]) => ({
    id: `s-${title}`,
    title: titles[title],
    fields: names.flatMap((name) => spec.fields.find((field) => field.name === name) ?? []),
    isOffice: false,
  }));
  sections.push({ id: 's-main', title: ordered[kind] === undefined ? titles.basics : titles.other, fields: rest.filter((field) => !isList(field)), isOffice: false });
  for (const field of rest.filter(isList)) sections.push({ id: `s-${field.name}`, title: labelOf(kind, [field.name], lang), fields: [field], isOffice: false });
  sections.push({ id: 's-sources', title: titles.sources, fields: spec.fields.filter(isSource).toReversed(), isOffice: false });
  sections.push({ id: 's-office', title: titles.office, fields: office, isOffice: true });
  return sections.filter((section) => section.fields.length > 0);
}
